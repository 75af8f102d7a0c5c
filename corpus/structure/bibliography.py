"""The list of references: where it stands, its entries, and what can be told apart in an entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.document import BibliographyEntry
from corpus.doi import find_doi
from corpus.patterns import read_patterns
from corpus.repair.author_years import works_of
from corpus.repair.profile import Profile
from corpus.structure.headings import is_section_title
from corpus.structure.lines import Line
from corpus.structure.patterns import BACK_MATTER_RUN_IN, REFERENCES_TITLE, STRUCTURE
from corpus.tables.captions import caption_in

_P = read_patterns(__file__)
_STYLES = (
    _P.WITH_SEMICOLONS, _P.WITHOUT_STOPS, _P.WITHOUT_TITLE, _P.WITH_VOLUME, _P.WITH_TITLE, _P.YEAR_LAST
)  # fmt: skip

_WIDEST_GAP = 30  # numbers that an entry may be ahead of what is expected
_GAP = 3  # of which may be lost without a line that could begin them
_SMALLEST = 5  # entries; a shorter list tells how many there are when none is missing
_COMPLETE = 0.7  # share of the numbers up to the highest that a list must have to tell how many entries there are
_UNTITLED_ENTRIES = 8
_TITLED_ENTRIES = 3  # what a chapter's list may have
_LONGEST_ENTRY = 14  # lines, blank ones included
_SHORTEST_ENTRY = 12  # characters of its first line
_DATED = 0.7  # share of the entries of an untitled list that must name a year


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as raw stretches."""

    number: int
    spans: tuple[tuple[int, int], ...]


def find_bibliographies(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Lines ``[first, last)`` of all lists of references, their titles included, in the order of the text.

    The last is the article's; those before it, of the chapters of a book, must count up from entry 1.
    """
    found: list[tuple[int, int]] = []
    for index in range(len(lines) - 1, -1, -1):
        if not (REFERENCES_TITLE.match(lines[index].text) and _entries_follow(lines, index + 1)):
            continue
        end = _end(lines[: found[0][0]] if found else lines, index + 1)
        first = next((place for place in range(index + 1, end) if _number_of(lines[place].text) == 1), index + 1)
        if not found or _counts_up(lines, first, _TITLED_ENTRIES):
            found.insert(0, (index, end))
    untitled = None if found else _untitled(lines)
    return [untitled] if untitled else found


def _untitled(lines: Sequence[Line]) -> tuple[int, int] | None:
    """A list without a title: numbered from 1 at the end of the text, most entries with a year."""
    for index in range(len(lines) - 1, len(lines) // 5, -1):
        if not _opens_list(lines, index):
            continue
        entries = split_entries(lines, lambda _: False, index, len(lines))
        in_order = all(entry.number == number for number, entry in enumerate(entries, 1))
        if len(entries) < _UNTITLED_ENTRIES or not in_order:
            continue
        last = entries[-1].spans[-1][1]
        own = [line for line in lines[index:] if line.end <= last]
        dated = sum(bool(_P.YEAR.search(line.text)) for line in own)
        return (index - 1, index + len(own)) if dated >= _DATED * len(entries) else None
    return None


def _opens_list(lines: Sequence[Line], index: int) -> bool:
    """Whether entry 1 stands on a line, not inside a sentence, and the next ones follow it."""
    apart = index == 0 or lines[index - 1].blank or lines[index - 1].closed
    return _number_of(lines[index].text) == 1 and apart and _counts_up(lines, index, _UNTITLED_ENTRIES)


def _counts_up(lines: Sequence[Line], index: int, last: int) -> bool:
    """Whether entries 2, 3 ... ``last`` follow the first one, each within a few lines."""
    for number in range(2, last + 1):
        near = range(index + 1, min(index + _LONGEST_ENTRY, len(lines)))
        following = next((place for place in near if _number_of(lines[place].text) == number), None)
        if following is None or len(lines[following].text) < _SHORTEST_ENTRY:
            return False
        index = following
    return True


def _entries_follow(lines: Sequence[Line], index: int) -> bool:
    following = [line.text for line in lines[index : index + 40] if not line.blank][:8]
    return any(_P.NUMBER.match(text) or _P.NUMBER_ALONE.match(text) or _P.AUTHOR.match(text) for text in following)


def _end(lines: Sequence[Line], index: int) -> int:
    """Behind the last line of a list: before back matter, a part, or a title behind which no entry goes on counting."""
    last, number = index, 0
    for place in range(index, len(lines)):
        text = lines[place].text
        if not text:
            continue
        if BACK_MATTER_RUN_IN.match(text) or STRUCTURE.PART_TITLE.match(text):
            break
        if (STRUCTURE.MARKDOWN_HEADING.match(text) or is_section_title(text)) and not _goes_on(
            lines, place + 1, number
        ):
            break  # a running head stands between two entries
        if (here := _number_of(text)) is not None and 0 < here - number <= _WIDEST_GAP:
            number = here
        if _P.NUMBER.match(text) or _P.AUTHOR.match(text) or place - last < 4 or _P.YEAR.search(text):
            last = place + 1
    return last


def _goes_on(lines: Sequence[Line], index: int, number: int) -> bool:
    """Whether an entry behind ``number``, or of a list without numbers, begins soon."""
    for line in lines[index : index + _LONGEST_ENTRY]:
        if number == 0 and _P.AUTHOR.match(line.text):
            return True
        if 0 < (_number_of(line.text) or 0) - number <= _WIDEST_GAP:
            return True
    return False


def tables_among(lines: Sequence[Line], first: int, last: int) -> list[range]:
    """Lines between entries that begin with the caption of a table: a wide table of the last page, or of a manuscript.

    Each stretch goes on to the entry with the next number, or to the end of the list.
    """
    found: list[range] = []
    number = 0
    begun: int | None = None
    for place in range(first, last):
        here = _number_of(lines[place].text)
        if here == number + 1 and (begun is None or not _is_row(lines[place].text)):
            number = here
            if begun is not None:
                found.append(range(begun, place))
                begun = None
        elif begun is None and number and caption_in(lines[place].text):
            begun = place
    return [*found, range(begun, last)] if begun is not None else found


def _is_row(text: str) -> bool:
    """Whether a line that begins with a number holds no words of an entry."""
    return _P.YEAR.search(text) is None and _P.AUTHOR.match(_P.NUMBER.sub("", text)) is None


def _number_of(text: str) -> int | None:
    match = _P.NUMBER.match(text) or _P.NUMBER_ALONE.match(text)
    return int(next(group for group in match.groups() if group)) if match else None


def split_entries(lines: Sequence[Line], skip: Callable[[int], bool], first: int, last: int) -> list[RawEntry]:
    """The entries that stand on lines ``[first, last)``.

    A line whose number is missing begins an entry when that makes the numbers around it come out right, or when it
    begins with authors while the entry before it is complete; else it goes on with the entry before it.
    """
    own = [lines[i] for i in range(first, last) if not lines[i].blank and not skip(i)]
    starts = _starts([line.text for line in own])
    stops = [place for _, place in starts[1:]] + [len(own)]
    return [
        RawEntry(number, tuple((line.start, line.end) for line in own[place:stop]))
        for (number, place), stop in zip(starts, stops, strict=False)
    ]


def _starts(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Number and first line of each entry."""
    starts: list[tuple[int, int]] = []
    expected, behind = 1, 0
    for place, text in enumerate(texts):
        number = _number_of(text)
        if number is None or not expected <= number <= expected + _WIDEST_GAP:
            continue
        missing = number - expected
        if missing:
            unnumbered = [at for at in range(behind, place) if _begins_unnumbered(texts[at])]
            if missing > max(len(unnumbered), _GAP):
                continue
            starts += enumerate(_likeliest(texts, unnumbered, missing), expected)
        starts.append((number, place))
        expected, behind = number + 1, place + 1
    tail = range(behind, len(texts))
    starts += enumerate((at for at in tail if _begins_unnumbered(texts[at]) and _P.AUTHOR.match(texts[at])), expected)
    return starts


def _begins_unnumbered(text: str) -> bool:
    bullet = _P.BULLET.match(text)
    if _number_of(text) is not None and not bullet:
        return False
    return bool(bullet and text[2:3].isupper()) or bool(_P.AUTHOR.match(text))


def _likeliest(texts: Sequence[str], places: list[int], count: int) -> list[int]:
    """The ``count`` places most likely to begin an entry: those with authors first."""
    return sorted(sorted(places, key=lambda place: not _P.AUTHOR.match(texts[place]))[:count])


def with_bibliography(profile: Profile, raw: str, entries: Sequence[RawEntry]) -> Profile:
    """The profile of a document with what its bibliography tells: its size, and its works by author."""
    texts = [(entry.number, " ".join(raw[start:end] for start, end in entry.spans)) for entry in entries]
    return replace(profile, reference_count=_size({entry.number for entry in entries}), works=works_of(texts))


def _size(numbers: set[int]) -> int | None:
    """The size of a bibliography with these entries; None when it is too incomplete to tell."""
    highest = max(numbers, default=0)
    complete = len(numbers) == highest if len(numbers) < _SMALLEST else len(numbers) >= _COMPLETE * highest
    return highest if numbers and complete else None


def parse_entry(number: int, text: str) -> BibliographyEntry:
    """The parts of an entry as far as its style tells them apart.

    >>> parse_entry(3, "Doe, A.; Roe, B. Fast ions in glass. *J. Ions* **2019**, *1*, 2.").title
    'Fast ions in glass'
    """
    text = _P.NUMBER.sub("", _P.BULLET.sub("", text.strip()), count=1)
    marked = _P.YEAR_MARKED.search(text)
    years = [match.group(1) for match in _P.YEAR.finditer(text)]
    year = next((group for group in marked.groups() if group), None) if marked else (years[-1] if years else None)
    plain = _P.BLANK_BEFORE_STOP.sub("", _P.LINK.sub("", _P.EMPHASIS.sub("", text))).strip()
    parts: dict[str, str] = {}
    for style in _STYLES:
        match = style.match(plain)
        if match is not None:
            parts = match.groupdict()
            break
    italic = [
        match.group(1).strip(" ,.") for match in _P.ITALIC.finditer(text) if not match.group(1).strip()[0].isdigit()
    ]
    journal = parts.get("journal", "") or (italic[-1] if italic else "")
    return BibliographyEntry(
        number=number,
        text=plain,
        authors=_trim(parts.get("authors", "")),
        title=_trim(parts.get("title", "")),
        journal=_trim(journal),
        year=int(year) if year else None,
        doi=find_doi(text),
    )


def _trim(part: str) -> str:
    part = part.strip(" ,;")
    return part[:-4].rstrip(" ,") if part.endswith(" and") else part
