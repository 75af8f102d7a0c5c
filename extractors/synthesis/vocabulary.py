"""The words of ``vocabulary.toml`` as finders of methods, operations, atmospheres and solvents in clean text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

_BLANK = r"(?:\s*[-‐‑–]\s*|\s+)?"
_GROUP = re.compile(r"\([^()]*\)[?*]?")
_CHOICE = re.compile(r"\(([^()]*)\)(?![?*])")
_LITERAL = re.compile(r"[a-z]{3,}")
_OPTIONAL_SIGN = re.compile(r"[a-z]\?|\[[^]]*\]")
_BEFORE = r"(?<![A-Za-z0-9])"
_REMEMBERED = 512  # texts whose mentions are kept: a sentence and its parts are asked for several times
_AFTER = r"(?![A-Za-z0-9])"


# in front of a method: it was not used
NOT_USED = re.compile(
    r"\b(?:without(?:\s+the\s+need\s+(?:for|of))?|instead\s+of|rather\s+than|no\s+need\s+(?:for|of)|avoid(?:s|ed|ing)?)\s+"
    r"(?:(?:an?|the|any|further|additional|\w+ly)\s+)*(?:[\w-]+\s+)?$"
)


class Mention(NamedTuple):
    """A word of the vocabulary in a text: its span and the code it stands for."""

    start: int
    end: int
    code: str
    surface: str


@dataclass(frozen=True, slots=True)
class Method:
    """A preparation route of the vocabulary; ``step`` is the operation its own conditions describe."""

    code: str
    parent: str
    step: str
    source: str


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    acronyms: tuple[str, ...]

    def starts(self, text: str, lowered: str) -> set[int]:
        """Where a surface of this entry begins."""
        found: set[int] = set()
        if self._may_stand_in(lowered):
            found |= {m.start() for m in _any_of(self.words).finditer(lowered)}
        if self.acronyms:
            found |= {m.start() for m in _any_of(self.acronyms).finditer(text)}
        return found

    def match_end(self, text: str, lowered: str, start: int) -> int:
        """Where the longest surface of this entry that begins at ``start`` ends."""
        ends = [m.end() for m in (_whole(word).match(lowered, start) for word in self.words) if m]
        acronym = _any_of(self.acronyms).match(text, start) if self.acronyms else None
        return max([*ends, acronym.end()] if acronym else ends)

    def _may_stand_in(self, lowered: str) -> bool:
        """A quick test: most sentences name nothing and need no search."""
        if not self.words:
            return False
        return not self.stems or any(stem in lowered for stem in self.stems)


class Finder:
    """Finds the surfaces of coded entries in a text; at one place the longest surface wins."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> None:
        self._entries = [
            _Entry(code, tuple(map(_expression, words)), _stems(words), tuple(acronyms))
            for code, words, acronyms in entries
        ]

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in text order, none overlapping another."""
        lowered = _lower(text)
        candidates: dict[int, list[_Entry]] = {}
        for entry in self._entries:
            for start in entry.starts(text, lowered):
                candidates.setdefault(start, []).append(entry)
        found: list[Mention] = []
        for start in sorted(candidates):
            if found and start < found[-1].end:
                continue
            ends = [entry.match_end(text, lowered, start) for entry in candidates[start]]
            end = max(ends)
            found.append(Mention(start, end, candidates[start][ends.index(end)].code, text[start:end]))
        return tuple(found)


def _stems(surfaces: Sequence[str]) -> tuple[str, ...]:
    """Letters of which every text with one of the surfaces holds at least one; empty when a surface has none."""
    stems: set[str] = set()
    for surface in surfaces:
        found = _stems_of(surface)
        if not found:
            return ()
        stems |= found
    return tuple(s for s in stems if not any(o != s and o in s for o in stems))


def _stems_of(surface: str) -> set[str]:
    """The longest letters a surface always has, or those of each way of reading it."""
    bare = surface
    while (inner := _GROUP.sub("|", bare)) != bare:
        bare = inner
    literals = _LITERAL.findall(_OPTIONAL_SIGN.sub("|", bare))
    if literals:
        return {max(literals, key=len)}
    choice = _CHOICE.search(surface)
    if choice is None:
        return set()
    ways = [surface[: choice.start()] + way + surface[choice.end() :] for way in choice.group(1).split("|")]
    found = [_stems_of(way) for way in ways]
    return set().union(*found) if all(found) else set()


def _expression(surface: str) -> str:
    """A surface of the vocabulary file as a regular expression over lowered text."""
    return surface.replace("(", "(?:").replace(" ", _BLANK)


@cache
def _any_of(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the alternatives as a whole word; compiled when first needed, for that takes long."""
    return re.compile(f"{_BEFORE}(?:{'|'.join(alternatives)}){_AFTER}")


@cache
def _whole(expression: str) -> re.Pattern[str]:
    """One surface up to the end of a word; compiled when first needed."""
    return re.compile(expression + _AFTER)


def _lower(text: str) -> str:
    """Lower case at unchanged offsets."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def load() -> dict[str, Any]:
    """The vocabulary file."""
    return tomllib.loads((files("extractors.synthesis") / "vocabulary.toml").read_text(encoding="utf-8"))


@cache
def _methods_by_key() -> dict[str, Method]:
    return {
        f"{entry['code']}#{index}": Method(entry["code"], entry["parent"], entry["step"], entry["source"])
        for index, entry in enumerate(load()["method"])
    }


@cache
def _method_finder(in_cell: bool) -> Finder:
    entries = load()["method"]
    return Finder(
        (
            f"{entry['code']}#{index}",
            list(entry["words"]) + [s for s in entry.get("cell", []) if in_cell and not s.isupper()],
            list(entry.get("acronyms", [])) + [s for s in entry.get("cell", []) if in_cell and s.isupper()],
        )
        for index, entry in enumerate(entries)
    )


@cache
def _operation_finder() -> Finder:
    return Finder((entry["op"], entry["words"], ()) for entry in load()["operation"])


@cache
def _atmosphere_finder() -> Finder:
    words = load()["atmospheres"]
    return Finder(
        (name, [s for s in surfaces if s[0].islower() or s[0] == "("], [s for s in surfaces if s[0].isupper()])
        for name, surfaces in words.items()
    )


@cache
def _solvent_finder() -> Finder:
    solvents = load()["solvents"]
    return Finder([("solvent", solvents["names"], solvents["acronyms"])])


@lru_cache(maxsize=_REMEMBERED)
def find_methods(text: str, in_cell: bool = False) -> tuple[tuple[Mention, Method], ...]:
    """The preparation routes a text names; ``in_cell`` also reads short forms that are only safe in a table cell."""
    methods = _methods_by_key()
    found = []
    for mention in _method_finder(in_cell).find(text):
        method = methods[mention.code]
        found.append((mention._replace(code=method.code), method))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def find_operations(text: str) -> tuple[Mention, ...]:
    """The operations a text names, ``code`` being the op of a step."""
    return _operation_finder().find(text)


@cache
def operation_method(op: str) -> str:
    """The route an operation is where nothing else of it is told."""
    return {entry["op"]: str(entry["method"]) for entry in load()["operation"]}[op]


@lru_cache(maxsize=_REMEMBERED)
def find_atmospheres(text: str) -> tuple[Mention, ...]:
    """The gases a text names, ``code`` being the plain name of the atmosphere."""
    return _atmosphere_finder().find(text)


@lru_cache(maxsize=_REMEMBERED)
def find_solvents(text: str) -> tuple[Mention, ...]:
    """The solvents a text names."""
    return _solvent_finder().find(text)
