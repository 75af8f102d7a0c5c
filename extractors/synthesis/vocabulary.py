"""The words of ``vocabulary.toml`` as finders of methods, operations, atmospheres and solvents in clean text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
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
    words: tuple[tuple[str, tuple[str, ...]], ...]  # expressions, each with its stems
    stems: tuple[str, ...]  # those of all words


class Finder:
    """Finds the surfaces of coded entries in a text; at one place the longest surface wins."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> None:
        coded = [(code, list(words), list(acronyms)) for code, words, acronyms in entries]
        self._entries = [
            _Entry(code, tuple((_expression(word), _stems([word])) for word in words), _stems(words))
            for code, words, _ in coded
            if words
        ]
        acronyms = [(acronym, code) for code, _, short in coded for acronym in short]
        self._acronyms = sorted(acronyms, key=lambda pair: -len(pair[0]))  # the first that fits is the longest

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in text order, none overlapping another."""
        lowered = _lower(text)
        candidates: dict[int, tuple[int, str]] = {}
        for start, end, code in self._candidates(text, lowered):
            if start not in candidates or end > candidates[start][0]:
                candidates[start] = (end, code)
        found: list[Mention] = []
        for start in sorted(candidates):
            if not found or start >= found[-1].end:
                end, code = candidates[start]
                found.append(Mention(start, end, code, text[start:end]))
        return tuple(found)

    def _candidates(self, text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
        for entry in self._entries:
            if _may_stand(entry.stems, lowered):
                for expression, stems in entry.words:
                    if _may_stand(stems, lowered):
                        for found in _whole(expression).finditer(lowered):
                            yield found.start(), found.end(), entry.code
        if self._acronyms:
            for found in self._acronym.finditer(text):
                yield found.start(), found.end(), self._acronyms[(found.lastindex or 1) - 1][1]

    @cached_property
    def _acronym(self) -> re.Pattern[str]:
        ways = "|".join(f"({acronym})" for acronym, _ in self._acronyms)
        return re.compile(f"{_BEFORE}(?:{ways}){_AFTER}")


def _may_stand(stems: tuple[str, ...], lowered: str) -> bool:
    """Whether a text holds one of the stems: a quick test, for most texts name nothing and need no search."""
    for stem in stems:  # any() takes three times as long, and every sentence comes here
        if stem in lowered:
            return True
    return not stems


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
def _whole(expression: str) -> re.Pattern[str]:
    """One surface as a whole word; compiled when first needed, for that takes long."""
    return re.compile(f"{_BEFORE}(?:{expression}){_AFTER}")


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
