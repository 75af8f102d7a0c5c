"""The title of a text without layout: the lines above the names of the authors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.patterns import read_patterns
from corpus.structure.lines import Line
from corpus.structure.patterns import FRONT_MATTER_LINE, STRUCTURE, caption_start

_P = read_patterns(__file__)

_REACH = 40  # filled lines in which a title stands, masthead and dates above it
_MOST_LINES = 6
_BELOW = 5  # filled lines below a title in which persons are named
_LONGEST_NAME = 5  # words
_FEWEST_WORDS = 4
_LONGEST = 300  # characters
_NAMED = 0.8  # share of the words of a list of persons that begin with a capital
_CHANCE = 0.25  # share of names that end as terms do
_SEVERAL = 3  # persons, where a title may hold one "and"
_PROSE_LINES = 3  # in a row, that begin the running text
_FULL = 0.6  # of the column's width: a line of running text
_SENTENCE = 12  # words
_TEXT = 2  # sentences, below which no title stands
_LOWER = 0.6  # share of words in small letters in running text
_PARTICLES = frozenset({"de", "van", "von", "der", "den", "di", "da", "la", "le", "del", "el", "bin", "and"})


def find_title(lines: Sequence[Line], body: int) -> tuple[range, int] | None:
    """Lines of the title and the first line behind the authors under it.

    Running heads of journals, links, dates and stamps above the title are passed over; it ends where persons are
    listed. ``body`` is the line of the abstract or introduction; where it is 0, nothing but persons shows a title.
    """
    filled = [place for place, line in enumerate(lines[: body or None]) if not line.blank][:_REACH]
    first: range | None = None
    for at, last in _candidates(lines, filled):
        title = range(filled[at], filled[last] + 1)
        first = first or title
        below = range(last + 1, min(last + 1 + _BELOW, len(filled)))
        authors = next((each for each in below if _is_name(lines, filled, each)), None)
        if authors is not None:
            return title, _behind_persons(lines, filled[authors])
    return (first, first.stop) if body and first else None


def _candidates(lines: Sequence[Line], filled: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last place in ``filled`` of what may be a title, down to where the front matter ends."""
    sentences = 0
    for at, place in enumerate(filled):
        text = lines[place].text
        sentences += _is_sentence(text)
        if begins_body(text) or sentences == _TEXT:
            return
        if not _may_begin(text):
            continue
        last = at
        while last + 1 < len(filled) and last + 1 - at < _MOST_LINES and _goes_on(lines, filled, last + 1):
            last += 1
        if _is_title(" ".join(lines[each].text for each in filled[at : last + 1])):
            yield at, last


def _is_title(text: str) -> bool:
    words = [word for word in text.split() if word[:1].isalpha()]
    single = sum(len(word) == 1 for word in words)
    return len(words) >= _FEWEST_WORDS and 2 * single <= len(words) and len(text) <= _LONGEST


def _is_name(lines: Sequence[Line], filled: Sequence[int], at: int) -> bool:
    """Whether persons stand on a line: a list of them, or one name between *by* or nothing and the marks behind it."""
    text = lines[filled[at]].text
    if lists_persons(text):
        return True
    words = text.split()
    if not 1 < len(words) <= _LONGEST_NAME or not all(word[:1].isupper() for word in words):
        return False
    below = lines[filled[at + 1]].text if at + 1 < len(filled) else ""
    return not _are_terms(words) and bool(_P.LONE_MARKS.fullmatch(below) or _P.BY.fullmatch(lines[filled[at - 1]].text))


def prose_begins(lines: Sequence[Line], first: int, last: int, width: int) -> int | None:
    """The line from ``first`` on that begins the running text: full lines in small letters, one under the other."""
    run = 0
    for place in range(first, last):
        if not _is_prose(lines[place].text, width):
            run = 0
            continue
        run += 1
        if run == _PROSE_LINES:
            return place - _PROSE_LINES + 1
    return None


def begins_body(text: str) -> bool:
    """Whether a line is where the front matter ends at the latest."""
    ends = (STRUCTURE.ABSTRACT_TITLE, STRUCTURE.ABSTRACT_RUN_IN, STRUCTURE.INTRODUCTION_TITLE)
    return any(pattern.match(text) for pattern in ends)


def lists_persons(text: str) -> bool:
    """Whether a line lists persons: names with capitals, set apart by commas or *and*, marks of their addresses behind.

    >>> lists_persons("Ada B. Coe 1,2, Dan van Eck 3* and Fay Goh"), lists_persons("Fast Ions in Glass and Salt")
    (True, False)
    """
    if len(text) > _LONGEST or names_address(text):
        return False
    bare = _P.MARKS.sub(" ", text)
    persons = [part.split() for part in _P.AND.split(bare) if part.strip(" .")]
    words = [word for person in persons for word in person]
    marked = len(persons) > 1 or (len(words) > 1 and (bare != text or "." in text))
    if not marked or any(len(person) > _LONGEST_NAME for person in persons):
        return False
    return _P.NAME.search(bare) is not None and _are_names(words)


def names_address(text: str) -> bool:
    """Whether a line holds where persons work or can be written to."""
    return STRUCTURE.AFFILIATION.search(text) is not None or STRUCTURE.EMAIL.search(text) is not None


def _are_names(words: Sequence[str]) -> bool:
    """Whether most words have a capital, as names have, and no ending of terms."""
    named = sum(word[:1].isupper() or word in _PARTICLES for word in words)
    return named > _NAMED * len(words) and not _are_terms(words)


def _are_terms(words: Sequence[str]) -> bool:
    """Whether more words end as terms do than chance gives among names ("Ying", "Marion")."""
    return sum(bool(_P.NO_NAME.search(word)) for word in words) > _CHANCE * len(words)


def _may_begin(text: str) -> bool:
    bare = text.lstrip("# *")
    if len(text) > _LONGEST or len(bare.split()) < 2 or "\t" in text or caption_start(text):
        return False
    front = STRUCTURE.NO_TITLE.match(bare) or FRONT_MATTER_LINE.match(text) or _P.MASTHEAD.search(bare)
    return not (front or names_address(text) or (len(_P.AND.split(text)) >= _SEVERAL and lists_persons(text)))


def _goes_on(lines: Sequence[Line], filled: Sequence[int], at: int) -> bool:
    """Whether the title goes on with a filled line: right under it, no heading of markdown, no persons."""
    above, text = lines[filled[at - 1]].text, lines[filled[at]].text
    if (
        len(text) > _LONGEST
        or filled[at] - filled[at - 1] > 1
        or any(map(STRUCTURE.MARKDOWN_HEADING.match, (text, above)))
    ):
        return False
    front = FRONT_MATTER_LINE.match(text) or _P.MASTHEAD.search(text) or names_address(text)
    return not (front or _P.BY.fullmatch(text) or _is_name(lines, filled, at))


def _behind_persons(lines: Sequence[Line], first: int) -> int:
    place = first
    while place < len(lines) and (lines[place].blank or lists_persons(lines[place].text)):
        place += 1
    return place


def _is_sentence(text: str) -> bool:
    """Whether a line ends a sentence of running text: no title stands below it."""
    words = text.split()
    lower = sum(word[:1].islower() for word in words)
    return text[-1] == "." and len(words) >= _SENTENCE and lower >= _LOWER * len(words)


def _is_prose(text: str, width: int) -> bool:
    words = text.split()
    if len(text) < _FULL * width or names_address(text) or FRONT_MATTER_LINE.match(text):
        return False
    return sum(word[:1].islower() for word in words) >= _LOWER * len(words)
