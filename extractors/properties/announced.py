"""Bare numbers that words announce: values of a dimensionless property (``a transference number of 0.43``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.mentions import Quantity, QuantityKind
from extractors.properties.specification import PropertySpec, specifications
from extractors.quantities.comparators import comparator_of
from extractors.quantities.patterns import same_length_plain

REACH = 60
"""Characters between the cue and its number: "... was determined by the Bruce-Vincent method to be 0.43"."""

NUMBER = re.compile(
    r"(?<![\w.^_+\-−–])(?:0?\.\d{1,4}|0|1(?:\.0{1,4})?)(?![\w.]*\w|\s?[%°×^]|\s?(?:[munk]?[VASKmgh]|eV|mol|wt)\b)"
)
"""A number from 0 to 1 with no unit, power or per cent behind it."""

LIST = re.compile(r"\s?(?:,|and|or|to|vs\.?|[;/–])\s?(?:and\s|[~≈]\s?)?|\s?±\s?")
"""What may stand between two numbers of one list."""

STOPS = re.compile(r"[;.]\s")


def announced_numbers(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    """The values of every dimensionless property in a text, sentence by sentence.

    >>> [(q.low, q.comparator) for q in announced_numbers("PEO has a transference number of about 0.2.", [(0, 43)])]
    [(0.2, '~')]
    """
    for spec in specifications().values():
        if spec.quantity is QuantityKind.RATIO:
            for start, end in sentences:
                yield from _in_sentence(text, start, end, spec)


def _in_sentence(text: str, start: int, end: int, spec: PropertySpec) -> Iterator[Quantity]:
    cues = sorted({found.end() for cue in spec.cues for found in cue.pattern.finditer(text, start, end)})
    if not cues:
        return
    plain = same_length_plain(text)
    last = -1
    for number in NUMBER.finditer(text, cues[0], end):
        if not _is_announced(text, cues, last, number.start()):
            continue
        before, last = last, number.end()
        if "±" in text[number.start() - 2 : number.start()]:
            continue  # how sure the value before it is
        value = float(number.group())
        said = comparator_of(plain, *number.span(), spec.quantity, max(start, before))
        yield Quantity(*number.span(), spec.quantity, value, value, said, "", number.group(), number.end())


def _is_announced(text: str, cues: Sequence[int], last: int, at: int) -> bool:
    """Whether a number at ``at`` goes on with a list that ends at ``last``, or is the first behind a cue near by."""
    if last >= 0 and LIST.fullmatch(text, last, at) is not None:
        return True
    cue = max(end for end in cues if end <= at)
    return at - cue <= REACH and last < cue and not STOPS.search(text, cue, at)
