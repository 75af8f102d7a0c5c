"""Citations by author and year: ``(Kamaya et al., 2011; Kato and Hori, 2016)``, ``Asano (2018)``.

They are tied to the entries of the bibliography, whose numbers, printed or counted, they stand for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.patterns import read_patterns

_P = read_patterns(__file__)

_AUTHORS_END = 160
"""Characters of an entry in which its authors stand."""


@dataclass(frozen=True, slots=True)
class Work:
    """An entry as authors and years cite it; ``names`` are its surnames (and other words in capitals), folded."""

    number: int
    names: tuple[str, ...]
    years: tuple[str, ...]


def works_of(entries: Iterable[tuple[int, str]]) -> dict[str, tuple[Work, ...]]:
    """The entries (number and text) of a bibliography by the surname of their first author.

    >>> works_of([(4, "Roe, B., Doe, A., 2019a. Fast ions. J. Ions 1, 2.")])["roe"][0].years
    ('2019a',)
    """
    found: dict[str, list[Work]] = {}
    for number, text in entries:
        names = tuple(_folded(match.group()) for match in _P.ENTRY_SURNAME.finditer(text, 0, _AUTHORS_END))
        years = tuple("".join(match.groups()) for match in _P.ENTRY_YEAR.finditer(text))
        if names and years:
            found.setdefault(names[0], []).append(Work(number, names, years))
    return {name: tuple(works) for name, works in found.items()}


def author_years(text: str, works: Mapping[str, tuple[Work, ...]]) -> Iterator[tuple[int, int, tuple[int, ...], bool]]:
    """Start, end, entries and whether it is part of the sentence, of each citation by author and year.

    Those whose entry the bibliography has: a bracket as a whole, else the year in its bracket alone.
    """
    for bracket in _P.BRACKET.finditer(text):
        numbers = [_numbers(part, works) for part in _P.PARTS.split(bracket["inside"])]
        if all(numbers):
            cited = tuple(dict.fromkeys(number for part in numbers for number in part))
            yield bracket.start(), bracket.end(), cited, False
    for match in _P.NARRATIVE.finditer(text):
        cited = _resolved(match, works)
        if cited:
            yield match.start("bracket") + len(match["bracket"].rstrip(" ([")), match.end(), cited, True


def _numbers(part: str, works: Mapping[str, tuple[Work, ...]]) -> tuple[int, ...]:
    match = _P.CITED.fullmatch(part.strip())
    return _resolved(match, works) if match else ()


def _resolved(match: re.Match[str], works: Mapping[str, tuple[Work, ...]]) -> tuple[int, ...]:
    candidates = works.get(_folded(match["first"]), ())
    if match["second"]:
        candidates = tuple(work for work in candidates if _folded(match["second"]) in work.names[1:])
    numbers: list[int] = []
    for year in _years(match["years"]):
        fitting = [w.number for w in candidates if year in w.years] or [
            w.number for w in candidates if any(year[:4] == y[:4] for y in w.years)
        ]
        if len(fitting) > 1 and len(year) == 5:  # letters that the list does not print count its entries
            fitting = fitting[ord(year[4]) - ord("a") :][:1]
        if len(fitting) != 1:
            return ()
        numbers += fitting
    return tuple(numbers)


def _years(printed: str) -> Iterator[str]:
    """``2011a, b, 2013`` as ``2011a``, ``2011b``, ``2013``."""
    last = ""
    for part in re.split(r",\s?", printed):
        last = last[:4] + part if len(part) == 1 else part
        yield last


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
