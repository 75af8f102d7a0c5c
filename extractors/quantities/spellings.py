"""The spellings of units as a tree that is walked along a text, so that hundreds of them cost what one does.

A spelling is plain text in which a blank may stand, vary or be missing, and ``^-1`` is any way to write that power.

>>> tree = Spellings([("mS cm^-1", "mS/cm"), ("m", "m")])
>>> tree.at("3 mS·cm–1.", 2), tree.at("3 m long", 2), tree.at("3 mS", 2)
(('mS/cm', 9), ('m', 3), None)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from extractors.quantities.patterns import NOT_A_UNIT_END

Named = TypeVar("Named")

_PARTS: Final = re.compile(r"\^-?\d(?:/\d)?| per |[/ %]|.")
_SEPARATORS: Final = {
    " per ": re.compile(r"\sper\s"),
    "/": re.compile(r"\s?/\s?"),
    " ": re.compile(r"-(?=cm)|\s?[·⋅∙•*.×]?\s?"),
    "%": re.compile(r"\s?%"),
}
_POWER: Final = re.compile(r"\^(?P<sign>-?)(?P<digit>\d)(?P<root>/\d)?")
_END: Final = re.compile(NOT_A_UNIT_END)


def _varied(part: str) -> re.Pattern[str] | None:
    """What stands in a text for a part of a spelling that is written in many ways; None for one that never varies."""
    power = _POWER.fullmatch(part)
    if power is None:
        return _SEPARATORS.get(part)
    minus = r"[-–]\s?" if power["sign"] else ""
    bare = rf"{minus}{power['digit']}"
    return re.compile(rf"(?:\s?\^?\s?\{{?{bare}\}}?|\({bare}\)){power['root'] or ''}")


@dataclass(slots=True)
class _Node(Generic[Named]):
    letters: dict[str, _Node[Named]] = field(default_factory=dict)
    varied: dict[str, tuple[re.Pattern[str], _Node[Named]]] = field(default_factory=dict)
    names: list[tuple[int, Named]] = field(default_factory=list)  # what ends here, each with the rank of its spelling

    def child(self, part: str) -> _Node[Named]:
        """The node behind a part of a spelling, made when there is none yet."""
        pattern = _varied(part)
        if pattern is None:
            return self.letters.setdefault(part, _Node())
        return self.varied.setdefault(part, (pattern, _Node()))[1]


class Spellings(Generic[Named]):
    """Spellings, each with what it names; of two that fit the longer one counts, of two alike the one given first."""

    def __init__(self, spellings: Iterable[tuple[str, Named]]) -> None:
        self._root: _Node[Named] = _Node()
        # a percentage goes first: letters may be glued to it ("8wt%Li3BO3"), no other unit can be meant
        ranked = sorted(spellings, key=lambda spelling: ("%" not in spelling[0], -len(spelling[0])))
        for rank, (text, named) in enumerate(ranked):
            node = self._root
            for part in _PARTS.findall(text):
                node = node.child(part)
            node.names.append((rank, named))

    def at(self, text: str, position: int) -> tuple[Named, int] | None:
        """What the spelling at ``position`` names and where it ends; None when there is none."""
        best = min(_walk(self._root, text, position, False), default=None, key=lambda found: found[0])
        return None if best is None else best[1:]


def _walk(node: _Node[Named], text: str, position: int, share: bool) -> Iterator[tuple[int, Named, int]]:
    if node.names and (share or _END.match(text, position)):
        yield from ((rank, named, position) for rank, named in node.names)
    if (following := node.letters.get(text[position : position + 1])) is not None:
        yield from _walk(following, text, position + 1, share)
    for part, (pattern, child) in node.varied.items():
        if match := pattern.match(text, position):
            yield from _walk(child, text, match.end(), share or part == "%")
