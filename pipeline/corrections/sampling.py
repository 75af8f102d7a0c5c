"""Random rows, by kind and confidence, and random places without rows, from which a corpus is judged."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.corrections.decision import Action, Decision, Drawn, Sample, new_id, now
from pipeline.corrections.desk import Desk, Fields, Item
from pipeline.corrections.passages import ChangedFileError, Sentence, read_again
from pipeline.corrections.silence import SOUGHT, silent

BANDS = ((0.9, "0.9 to 1"), (0.7, "0.7 to 0.9"), (0.0, "below 0.7"))
LEAST = 3  # rows of every stratum that has as many
PLACES = 0.4  # places without rows for each row
DOCUMENTS = 40  # of which the places are sought: reading again takes time
READ = ("success", "partial")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence or table row with a value-like number of which no row came."""

    key: str
    document_id: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sample: rows and places in the order in which they are shown, and the log's line on it."""

    rows: list[Item]
    places: list[Place]
    decision: Decision


def stratum_of(kind: str, confidence: float) -> str:
    """The stratum of a row: its kind and band of confidence.

    >>> stratum_of("conductivity", 0.93)
    'conductivity 0.9 to 1'
    """
    return f"{kind} {next(name for least, name in BANDS if confidence >= least)}"


def shares(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """How many rows to draw of each stratum: in proportion, but some of every one.

    >>> shares({"a": 900, "b": 90, "c": 2}, 20)
    {'a': 15, 'b': 3, 'c': 2}
    """
    drawn = {name: min(size, LEAST) for name, size in sizes.items()}
    total = sum(sizes.values())
    for name, size in sizes.items():
        drawn[name] = min(size, max(drawn[name], round(wanted * size / total)))
    while sum(drawn.values()) > max(wanted, len(sizes)):
        largest = max(drawn, key=lambda name: drawn[name])
        drawn[largest] -= 1
    return drawn


def draw(desk: Desk, size: int, seed: int) -> Drawing:
    """A sample of the rows that the rules read and of the places where they read none; the same for the same seed."""
    chance = random.Random(seed)
    strata: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(desk.items(), key=lambda item: item.key):
        if item.read is not None:
            strata[stratum_of(item.read["kind"], item.read["confidence"])].append(item)
    sizes = {name: len(items) for name, items in sorted(strata.items())}
    rows = [item for name, many in shares(sizes, size).items() for item in chance.sample(strata[name], many)]
    found, counts = _places(desk, chance)
    places = chance.sample(found, min(len(found), round(size * PLACES)))
    chance.shuffle(rows)
    drew = Sample(seed=seed, size=size, strata=sizes, documents=len(_readable(desk)), places=counts)
    known = [each for each in desk.history.standing() if each.drew == drew]
    decision = known[-1] if known else Decision(id=new_id(), action=Action.SAMPLE, by=desk.who, at=now(), drew=drew)
    desk.drawn = {
        item.key: Drawn(sample=decision.id, stratum=stratum_of(item.read["kind"], item.read["confidence"]))
        for item in rows
        if item.read is not None
    } | {place.key: Drawn(sample=decision.id, stratum=place.key) for place in places}
    if not known:
        desk.keep(decision)
    return Drawing(rows, places, decision)


def _readable(desk: Desk) -> list[Fields]:
    """The documents that were read, each article once: rows of its other files are in no table."""
    return [row for row in desk.documents() if row["status"] in READ and row["same_as"] is None]


def _places(desk: Desk, chance: random.Random) -> tuple[list[Place], dict[str, int]]:
    """Silent sentences and table rows of some documents, and how many each of these has."""
    readable = _readable(desk)
    found: list[Place] = []
    counts: dict[str, int] = {}
    for document in chance.sample(readable, min(len(readable), DOCUMENTS)):
        name = document["document_id"]
        try:
            again = read_again(Path(document["file"]), document["sha256"])
        except ChangedFileError:
            continue
        read = (item.read for item in desk.of_document(name) if item.read is not None)
        sentences = silent(again, [(row["start"], row["end"]) for row in read if row["kind"] in SOUGHT])
        counts[name] = len(sentences)
        found += [Place(f"place {each.start}-{each.end} {name}", name, each) for each in sentences]
    return found, counts
