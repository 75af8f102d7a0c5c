"""One passage under way: its text with scripts marked, and the citations that the format marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from corpus.document import Citation
from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns
from corpus.repair.found_citations import is_narrative

_SIGN: Final = "\ue2c0"  # stands for a citation until the passage is whole
_P = read_patterns(__file__, sign=_SIGN)
_LONGEST_RANGE: Final = 60
_BEFORE: Final = 120  # characters before a citation that may name its authors


@dataclass(frozen=True, slots=True)
class _Cited:
    numbers: tuple[int, ...]
    text: MappedText


@dataclass(slots=True)
class Passage:
    """Text and citations in the order of the file."""

    parts: list[MappedText | str] = field(default_factory=list)
    cited: list[_Cited] = field(default_factory=list)

    def add(self, part: MappedText | str) -> None:
        """Text, or glue that stands nowhere."""
        self.parts.append(part)

    def cite(self, numbers: tuple[int, ...], text: MappedText) -> None:
        """A citation of entries of the bibliography, in place of the text that names them."""
        self.cited.append(_Cited(numbers, text))
        placed = [segment for segment in text.segments if segment.raw_end > segment.raw_start]  # marks stand nowhere
        self.parts.append(MappedText(_SIGN, (placed[0]._replace(start=0),)) if placed else _SIGN)

    def whole(self) -> tuple[MappedText, tuple[Citation, ...]]:
        """Text without its citations and their brackets, and the citations, not yet placed in it.

        A dash between two citations stands for all entries between them.
        """
        text = MappedText.join(self.parts)
        if not self.cited:
            return text.strip(), ()
        edits, citations, first = [], [], 0
        for match in _P.GROUP.finditer(text.text):
            count = match.group().count(_SIGN)
            group = self.cited[first : first + count]
            first += count
            start, end = text.raw_span(match.start(), match.end())
            spans = [segment for item in group for segment in item.text.segments]
            end = max(end, max((segment.raw_end for segment in spans), default=end))
            surface = "".join(
                part if part != _SIGN else group[index // 2].text.text
                for index, part in enumerate(re.split(f"({_SIGN})", match.group()))
            )
            numbers = _with_ranges(match.group(), group)
            before = _P.GROUP.sub("", text.text[max(0, match.start() - _BEFORE) : match.start()]).rstrip()
            narrative = is_narrative(before, len(before))
            citations.append(Citation(-1, numbers, surface.strip("^{}[]() "), start, end, narrative))
            edits.append(Edit(match.start(), match.end(), ""))
        return text.edit(edits).strip(), tuple(citations)


def _with_ranges(surface: str, group: list[_Cited]) -> tuple[int, ...]:
    numbers: list[int] = []
    for between, cited in zip(surface.split(_SIGN), group, strict=False):
        last = cited.numbers[0]
        if numbers and _P.RANGE.search(between) and 1 < last - numbers[-1] <= _LONGEST_RANGE:
            numbers += range(numbers[-1] + 1, last)
        numbers += cited.numbers
    return tuple(dict.fromkeys(numbers))
