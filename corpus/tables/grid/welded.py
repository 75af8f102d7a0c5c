"""Tokens that are one cell for certain: a number and its power, a unit and its exponent, a mixture and its parts.

Converters end a line before a raised or lowered character, and narrow columns break a value where they like. How the
parts end and begin is data (``joints.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus.data import data_of
from corpus.tables import patterns
from corpus.tables.grid.search import is_parted_unit
from corpus.tables.grid.sorts import Sort, sort_of
from corpus.tables.grid.tokens import Gap, Token


@dataclass(frozen=True, slots=True)
class Joint:
    """Where one cell was broken: what the end of its first part and the beginning of its second are like."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    before_sorts: frozenset[Sort]
    behind_sorts: frozenset[Sort]
    glue: str

    def fits(self, before: str, text: str) -> bool:
        """Whether two tokens are parts of one cell."""
        if not self.behind.match(text) or not self.before.search(before):
            return False
        return (not self.before_sorts or sort_of(before) in self.before_sorts) and (
            not self.behind_sorts or sort_of(text) in self.behind_sorts
        )


@cache
def joints() -> tuple[Joint, ...]:
    """The joints of ``joints.toml`` in their order."""
    data = data_of(__file__, "joints.toml")

    def pattern(entry: dict[str, Any], side: str) -> re.Pattern[str]:
        written = re.sub(r"<([a-z]+)>", lambda piece: data["pieces"][piece[1]], entry.get(side, ""))
        return re.compile(re.sub(r"<([A-Z_]+)>", lambda piece: getattr(patterns, piece[1]), written))

    def sorts(entry: dict[str, Any], side: str) -> frozenset[Sort]:
        return frozenset(Sort[name] for name in entry.get(side, ()))

    return tuple(
        Joint(pattern(e, "before"), pattern(e, "behind"), sorts(e, "before_sort"), sorts(e, "behind_sort"), e["glue"])
        for e in data["joint"]
    )


def welded(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with those that belong to one cell as one."""
    found: list[Token] = []
    for token in tokens:
        glue = glue_of(found[-1].text, token.text) if found and token.gap is not Gap.BLANK else None
        if glue is None:
            found.append(token)
            continue
        before = found[-1]
        found[-1] = Token((*before.words, *token.words), f"{before.text}{glue}{token.text}", before.gap, before.line)
    return found


def glue_of(before: str, text: str) -> str | None:
    """What stands between two tokens that are one cell; None where they may be two."""
    if is_parted_unit(before, text):
        return " "
    return next((joint.glue for joint in joints() if joint.fits(before, text)), None)
