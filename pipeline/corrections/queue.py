"""Which rows a person is shown, and in which order."""

from __future__ import annotations

import random
from collections.abc import Iterable
from enum import StrEnum

from pydantic import BaseModel

from pipeline.corrections.desk import Item, State


class Order(StrEnum):
    """What comes first."""

    DOUBTFUL = "doubtful"  # the least sure
    INFLUENTIAL = "influential"  # what a consensus rests on
    RANDOM = "random"
    PLACE = "place"  # as the documents have it


class Wanted(BaseModel):
    """A filter of the queue; empty fields let everything through."""

    document: str = ""
    kind: str = ""
    state: str = ""
    flag: str = ""
    conflicts: bool = False
    least: float = 0.0
    most: float = 1.0
    order: Order = Order.DOUBTFUL
    seed: int = 0

    def lets_through(self, item: Item) -> bool:
        """Whether an item is wanted."""
        row = item.row
        confidence = (item.read or row)["confidence"]
        return (
            self.document in ("", item.document_id)
            and self.kind in ("", row["kind"])
            and self.state in ("", item.state)
            and (not self.flag or self.flag in row["flags"])
            and (not self.conflicts or item.conflict)
            and self.least <= confidence <= self.most
        )


def queue(items: Iterable[Item], wanted: Wanted) -> list[Item]:
    """The wanted items in the wanted order."""
    found = [item for item in items if wanted.lets_through(item)]
    if wanted.order is Order.RANDOM:
        random.Random(wanted.seed).shuffle(found)
    elif wanted.order is Order.INFLUENTIAL:
        found.sort(key=lambda item: -item.influence)
    elif wanted.order is Order.DOUBTFUL:
        found.sort(key=lambda item: (item.read or item.row)["confidence"])
    return found


def counts(items: Iterable[Item]) -> dict[str, int]:
    """How many items are in each state."""
    found = dict.fromkeys(map(str, State), 0)
    for item in items:
        found[item.state] += 1
    return found
