"""The words of ``vocabulary.toml`` as finders of methods, operations, atmospheres and solvents in clean text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from corpus.data import data_of
from corpus.patterns import Pattern
from extractors.composition.names import small_letters

_BLANK = r"\s{0,3}[-‐‑–]?\s{0,3}"
_GROUP = re.compile(r"\([^()]*\)[?*]?")
_CHOICE = re.compile(r"\(([^()]*)\)(?![?*])")
_STEM_LENGTH = 3  # letters that tell something
_LITERAL = re.compile(rf"[a-z]{{{_STEM_LENGTH},}}")
_OPTIONAL_SIGN = re.compile(r"[a-z]\?|\[[^]]*\]")
_BEFORE = r"(?<![A-Za-z0-9])"
_REMEMBERED = 512  # texts whose mentions are kept: a sentence and its parts are asked for several times
_REMEMBERED_WORDS = 20_000
_AFTER = r"(?![A-Za-z0-9])"


# in front of a method: it was not used
NOT_USED = re.compile(
    r"\bnon[-\s]$|\b(?:without(?:\s+the\s+need\s+(?:for|of))?|instead\s+of|rather\s+than|no\s+need\s+(?:for|of)|avoid(?:s|ed|ing)?)\s+"
    r"(?:(?:an?|the|any|further|additional|\w+ly)\s+)*(?:[\w-]+\s+)?$"
)

_NEVER_DONE = r"(?:cannot|not|never|hardly)\s+(?:yet\s+)?be(?:en)?\s+\w+(?:ed|n|de)|(?:hardly|rarely|never)\s+\w+ed"
_HARD_TO_DO = r"(?:challenging|difficult|hard|impossible)\s+to\s+\w+\s[^.;,]{2,90}?"
_FAILED = (
    r"(?:was|were|is|are|proved|remained)\s+(?:unsuccessful|not\s+(?:successful|possible|feasible)|impossible)|failed"
)

# in front of a method: nothing was made by it
NOTHING_MADE = re.compile(
    rf"\b(?:{_NEVER_DONE}|{_HARD_TO_DO}|{_FAILED})\s+(?:(?:by|via|through)(?:\s+using)?|using)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$"
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
class _Word:
    """A surface read in any case; ``letters`` stand in each of its spellings."""

    code: str
    expression: str
    letters: tuple[str, ...]

    def places_in(self, lowered: str) -> list[tuple[int, int]]:
        """Its spans in a text of small letters."""
        if not all(letters in lowered for letters in self.letters):
            return []
        return [match.span() for match in _whole_word(self.expression).finditer(lowered)]


class Finder:
    """Finds the surfaces of coded entries in a text; at one place the longest surface wins.

    Words are read in any case, acronyms as written. A word is searched for only in a text that has letters of it: most
    sentences name nothing.
    """

    def __init__(self, entries: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> None:
        self._words: list[_Word] = []
        self._without_stem: list[int] = []  # words that have no letters in common with all their spellings
        self._stems: dict[str, list[tuple[str, int]]] = {}  # stems and their words, by the first letters of the stem
        acronyms: list[tuple[str, str]] = []
        for code, surfaces, written in entries:
            for surface in surfaces:
                self._remember(_stems_of(surface), len(self._words))
                self._words.append(_Word(code, _expression(surface), tuple(_letters_of(surface))))
            acronyms += [(acronym, code) for acronym in written]
        acronyms.sort(key=lambda acronym: -len(acronym[0]))
        self._acronym_codes = [code for _, code in acronyms]
        alternatives = "|".join(f"({acronym})" for acronym, _ in acronyms)
        self._acronyms = Pattern(f"{_BEFORE}(?:{alternatives}){_AFTER}") if acronyms else None
        self._words_of = lru_cache(maxsize=_REMEMBERED_WORDS)(self._find_words_of)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in text order, none overlapping another."""
        lowered = small_letters(text)
        candidates: list[tuple[int, int, int, str]] = []  # start, end turned round, rank, code
        for index in self._possible_words(lowered):
            word = self._words[index]
            candidates += [(start, -end, index, word.code) for start, end in word.places_in(lowered)]
        if self._acronyms is not None:
            candidates += [
                (m.start(), -m.end(), len(self._words), self._acronym_codes[(m.lastindex or 1) - 1])
                for m in self._acronyms.finditer(text)
            ]
        found: list[Mention] = []
        for start, end, _, code in sorted(candidates):
            if not found or start >= found[-1].end:
                found.append(Mention(start, -end, code, text[start:-end]))
        return tuple(found)

    def _remember(self, stems: set[str], index: int) -> None:
        """Note by which letters the word at ``index`` may be known."""
        if not stems:
            self._without_stem.append(index)
        for stem in stems:
            self._stems.setdefault(stem[:_STEM_LENGTH], []).append((stem, index))

    def _possible_words(self, lowered: str) -> set[int]:
        """The words that may stand in a text."""
        return set(self._without_stem).union(*map(self._words_of, _runs_of_letters(lowered)))

    def _find_words_of(self, letters: str) -> tuple[int, ...]:
        """The words of which a stem stands in a run of letters."""
        heads = {letters[i : i + _STEM_LENGTH] for i in range(len(letters) - _STEM_LENGTH + 1)}
        return tuple(
            index for head in heads & self._stems.keys() for stem, index in self._stems[head] if stem in letters
        )


@lru_cache(maxsize=_REMEMBERED)
def _runs_of_letters(lowered: str) -> frozenset[str]:
    """The different words of a text, for all finders that read it."""
    return frozenset(_LITERAL.findall(lowered))


def _letters_of(surface: str) -> list[str]:
    """The runs of letters that every spelling of a surface has."""
    bare = surface
    while (inner := _GROUP.sub("|", bare)) != bare:
        bare = inner
    return _LITERAL.findall(_OPTIONAL_SIGN.sub("|", bare))


def _stems_of(surface: str) -> set[str]:
    """The longest letters a surface always has, or those of each way of reading it."""
    letters = _letters_of(surface)
    if letters:
        return {max(letters, key=len)}
    choice = _CHOICE.search(surface)
    if choice is None:
        return set()
    ways = [surface[: choice.start()] + way + surface[choice.end() :] for way in choice.group(1).split("|")]
    found = [_stems_of(way) for way in ways]
    return set().union(*found) if all(found) else set()


def _expression(surface: str) -> str:
    """A surface of the vocabulary file as a regular expression over lowered text."""
    return surface.replace("(", "(?:").replace(" ?", " ").replace(" ", _BLANK)


@cache
def _whole_word(expression: str) -> re.Pattern[str]:
    """The expression between the ends of a word; compiled when first needed, for that takes long."""
    return re.compile(f"{_BEFORE}(?:{expression}){_AFTER}")


def load() -> dict[str, Any]:
    """The vocabulary file."""
    return data_of(__file__)


_NOTHING = ""
"""The code of words that name no preparation though they hold a word that does."""
UNSETTLED = "?"
"""In front of the code of a word whose operation its conditions tell."""


@cache
def _methods_by_key() -> dict[str, Method]:
    return {
        f"{entry['code']}#{index}": Method(entry["code"], entry["parent"], entry["step"], entry["source"])
        for index, entry in enumerate(load()["method"])
    }


@cache
def _method_finder(in_cell: bool) -> Finder:
    entries = load()["method"]
    named = (
        (
            f"{entry['code']}#{index}",
            list(entry["words"]) + [s for s in entry.get("cell", []) if in_cell and not s.isupper()],
            list(entry.get("acronyms", [])) + [s for s in entry.get("cell", []) if in_cell and s.isupper()],
        )
        for index, entry in enumerate(entries)
    )
    return Finder([*named, (_NOTHING, load()["nothing"]["words"], ())])


@cache
def _operation_finder() -> Finder:
    named = [(entry["op"], entry["words"], ()) for entry in load()["operation"]]
    open_words = [(UNSETTLED + entry["otherwise"], entry["words"], ()) for entry in load()["told_by_conditions"]]
    return Finder([*named, *open_words, (_NOTHING, load()["nothing"]["words"], ())])


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
    for mention in _told(_method_finder(in_cell).find(text)):
        method = methods[mention.code]
        found.append((mention._replace(code=method.code), method))
    return tuple(found)


def operation_words(text: str) -> list[Mention]:
    """The words of operations in a text, ``code`` being the op of a step or unsettled (``otherwise``)."""
    return _told(_operation_finder().find(text))


def otherwise(code: str) -> str:
    """The op of an unsettled word whose conditions do not tell it; "" where it tells none then."""
    return code.removeprefix(UNSETTLED)


def _told(mentions: Iterable[Mention]) -> list[Mention]:
    """Without the words that name nothing."""
    return [mention for mention in mentions if mention.code != _NOTHING]


@cache
def operation_method(op: str) -> str:
    """The route an operation is where nothing else of it is told."""
    return {entry["op"]: str(entry["method"]) for entry in load()["operation"]}[op]


@cache
def method_operation(code: str) -> str:
    """The operation that conditions of a method describe where nothing else names it; "" for no method."""
    return next((str(entry["step"]) for entry in load()["method"] if entry["code"] == code), "")


@lru_cache(maxsize=_REMEMBERED)
def find_atmospheres(text: str) -> tuple[Mention, ...]:
    """The gases a text names, ``code`` being the plain name of the atmosphere."""
    return _atmosphere_finder().find(text)


@lru_cache(maxsize=_REMEMBERED)
def find_solvents(text: str) -> tuple[Mention, ...]:
    """The solvents a text names."""
    return _solvent_finder().find(text)
