"""Patterns that stand in a data file beside the code that reads with them.

Where a pattern would be long, or say again what another says, a part of it has a name: ``{name}`` stands for it. An entry
that tells by words has, as each part of its own, ``examples`` that it fits and ``counters`` that it must not fit.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from corpus.letters import folded, letters_of

NARROW = 64
"""Characters that are tried as fast as they are looked through for letters."""

_BLANK = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])| ")
_LINE_END = re.compile(r"\n\s*")
_PART = re.compile(r"\{([A-Za-z_]+)\}")
_Found = TypeVar("_Found")


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with its parts put in; KeyError for one that is nowhere told.

    >>> filled("of ({metal}|K{1,2})", {"metal": "Li|Na"})
    'of (Li|Na|K{1,2})'
    """
    return _PART.sub(lambda match: parts[match[1]], pattern)


def words_of(table: Mapping[str, Mapping[str, Any]], **given: str) -> dict[str, str]:
    """The parts of the table ``words`` of a file, with those given: each may hold others that are told before it."""
    parts = dict(given)
    for name, word in table.items():
        parts[name] = filled(_alternatives(word["pattern"]), parts)
    return parts


def _alternatives(told: str | list[str]) -> str:
    return told if isinstance(told, str) else "|".join(told)


class Pattern:
    """A pattern that is looked for only in texts with letters that each of its matches has.

    It is searched, matched and so on as one of :mod:`re` is. ``about`` says what it tells; ``find`` looks for it where it
    stands by its nature: anywhere, at the beginning (``how = "match"``), or as all there is (``"fullmatch"``).
    """

    __slots__ = (
        "_how", "about", "compiled", "find", "findall", "finditer", "fullmatch", "match", "search", "split", "sub",
    )  # fmt: skip

    find: Callable[[str], re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, pattern: str, *, about: str = "", how: str = "search", any_case: bool = False) -> None:
        self.compiled = re.compile(pattern, re.IGNORECASE if any_case else re.NOFLAG)
        self.about, self._how = about, how
        self.match, self.fullmatch = self.compiled.match, self.compiled.fullmatch
        self.sub, self.split, self.findall = self.compiled.sub, self.compiled.split, self.compiled.findall

    def __getattr__(self, name: str) -> Any:
        """Called when the pattern is looked for the first time: many are only held against a place."""
        if name == "find":
            self.find = getattr(self, self._how)
        elif name in ("search", "finditer"):
            letters = letters_of(self.compiled.pattern, self.compiled.flags)
            small = bool(self.compiled.flags & re.IGNORECASE)
            none: Iterator[re.Match[str]] = iter(())
            self.search = _sought(self.compiled.search, letters, None, small=small)
            self.finditer = _sought(self.compiled.finditer, letters, none, small=small)
        else:
            raise AttributeError(name)
        return getattr(self, name)


def _sought(
    seek: Callable[..., _Found], letters: tuple[str, ...], nothing: _Found, *, small: bool
) -> Callable[..., _Found]:
    """A way to look for a pattern that looks for its letters first, if it has any."""
    if not letters:
        return seek

    def sought(text: str, start: int = 0, end: int = sys.maxsize) -> _Found:
        last = min(end, len(text))
        if last - start > NARROW:
            shown = _folded(text) if small else text
            if len(shown) == len(text) and all(shown.find(some, start, last) < 0 for some in letters):
                return nothing
        return seek(text, start, end)

    return sought


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    """A text in small letters, for all patterns that are looked for in it one after the other."""
    return folded(text)


class Patterns:
    """The patterns of a file, each an attribute of its name, compiled when it is first asked for.

    Names in small letters are parts, those in capitals patterns; an entry is the pattern itself, or a table with it (a
    text, or the list of its alternatives), its ``examples`` and ``counters``, and, where need be, ``about``, ``how`` and
    ``any_case`` as :class:`Pattern` takes them. ``{name}`` is a part told before or given here (KeyError where it is
    neither), an ended line goes on with the next. ``blank`` tells what a blank outside of ``[...]`` stands for: itself
    where the file does not say; ``any_case`` at its head holds for all entries. With ``metal = 'Li|Na'`` and
    ``blank = '\\s+'`` the line ``OF_METAL = 'of ({metal})'`` is the pattern ``of\\s+(Li|Na)``.
    """

    def __init__(self, file: Path, **parts: str) -> None:
        self.file, self.parts = file, parts
        self.entries: dict[str, dict[str, Any]] = {}
        """What the file tells of each pattern, by its name, its parts put in."""
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        blank, any_case = told.pop("blank", " "), told.pop("any_case", False)
        for name, entry in told.items():
            table = {"pattern": entry} if isinstance(entry, str) else entry
            text = _LINE_END.sub("", _alternatives(table["pattern"]))
            spelled = filled(_BLANK.sub(lambda match: match[1] or blank, text), parts)
            if name.islower():
                parts[name] = spelled
            else:
                self.entries[name] = {"any_case": any_case, **table, "pattern": spelled}

    def __getattr__(self, name: str) -> Pattern:
        """Called for a pattern that is asked for the first time; AttributeError for one that the file does not have."""
        if name not in self.__dict__.get("entries", ()):
            raise AttributeError(f"no pattern {name}")
        entry = self.entries[name]
        made = Pattern(entry["pattern"], **{key: entry[key] for key in ("about", "how", "any_case") if key in entry})
        setattr(self, name, made)
        return made

    def __getitem__(self, name: str) -> Pattern:
        """A pattern by its name."""
        made: Pattern = getattr(self, name)
        return made


def read_patterns(module: str, name: str = "", **parts: str) -> Patterns:
    """The patterns of a module, by its ``__file__``: those in the data file that has its name, or in ``name`` beside it."""
    file = Path(module)
    return Patterns(file.with_name(name) if name else file.with_suffix(".toml"), **parts)
