"""Lists of abbreviations and formulas, and the short names that running text defines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.document import Definition
from corpus.elements import SYMBOL
from corpus.mapped_text import MappedText
from corpus.patterns import read_patterns
from corpus.structure.lines import Line

_P = read_patterns(__file__, symbol=SYMBOL)

_SHORTEST_SINGLE_WORD = 8  # letters: "tetrahydrofuran (THF)"
_INITIALS_ONLY = 3  # a short form of so few letters must be made of the first letters of words
_INDENTED = 0.25  # share of the lines of a list whose long forms are set in
Span = tuple[int, int]


@dataclass(slots=True)
class GlossaryEntry:
    """Raw spans of a short form (None when it is missing) and of the lines of its long form."""

    short: Span | None
    long: list[Span]


def glossary_entries(lines: Sequence[Line], indices: Iterable[int]) -> list[GlossaryEntry]:
    """The entries of a list of abbreviations.

    Either both forms stand on one line with a sign between, or the long form follows on the next line; in raw PDF text
    it is then indented.
    """
    own = [lines[index] for index in indices]
    reading = _GlossaryReading(sum(line.indented for line in own) > _INDENTED * len(own))
    for line in own:
        reading.take(line)
    return reading.entries


class _GlossaryReading:
    """A list of abbreviations, line by line; ``short`` is a short form whose long form has not come yet."""

    def __init__(self, indented: bool) -> None:
        self.indented = indented  # long forms are set in
        self.entries: list[GlossaryEntry] = []
        self.short: list[Line] = []

    def take(self, line: Line) -> None:
        both = None if self.indented else _P.SAME_LINE.match(line.text)
        if both is not None and _P.SHORT.match(both["short"]):
            self._enter((line.start, line.start + both.end("short")), (line.start + both.start("long"), line.end))
        elif self._goes_on(line):
            self.entries[-1].long.append((line.start, line.end))
        elif self._is_long(line):
            self._enter(_span(self.short) if self.short else None, (line.start, line.end))
        elif self._is_broken():
            self.short.append(line)
        else:
            if self.short and self.entries:  # two short forms in a row: the first went on with the entry before it
                self.entries[-1].long.append(_span(self.short))
            self.short = [line]

    def _enter(self, short: Span | None, long: Span) -> None:
        self.entries.append(GlossaryEntry(short, [long]))
        self.short = []

    def _is_broken(self) -> bool:
        return bool(self.short) and self.short[-1].text.endswith("-")

    def _goes_on(self, line: Line) -> bool:
        """Whether a line goes on with the long form above it."""
        return bool(self.entries) and not self.short and line.text[0].islower() and not line.indented

    def _is_long(self, line: Line) -> bool:
        if len(self.short) > 1 and not self._is_broken():  # over two lines
            return True
        if self.short and not line.text.startswith("-"):
            return line.indented or not self.indented
        return line.indented and self.indented and not _is_short(line.text) and not line.text.endswith("-")


def _span(lines: Sequence[Line]) -> Span:
    return lines[0].start, lines[-1].end


def _is_short(text: str) -> bool:
    return bool(_P.SHORT.match(text)) and any(c.isupper() for c in text) and " " not in text


def definitions_of(text: MappedText) -> list[Definition]:
    """Short names that a clean text gives to compounds and terms.

    >>> [(d.short, d.long) for d in definitions_of(MappedText.from_raw("lithium metal batteries (LMBs)"))]
    [('LMBs', 'lithium metal batteries')]
    """
    found: list[Definition] = []
    for match in _P.BRACKET.finditer(text.text):
        definition = _bracketed(text, match)
        if definition is not None:
            found.append(definition)
    if "denoted" in text.text or "abbreviated" in text.text or "referred to" in text.text or "designated" in text.text:
        for match in _P.DENOTED.finditer(text.text):
            long = match.group("long").strip("(,;")
            if _is_formula(long):
                found.append(_definition(text, match.start("short"), match.group("short"), long, "denoted"))
    return found


def _definition(text: MappedText, position: int, short: str, long: str, origin: str) -> Definition:
    return Definition(short.rstrip(".,;"), long, text.raw_offsets(position)[0], origin)


def _is_formula(token: str) -> bool:
    match = _P.FORMULA.match(token)
    return match is not None and match.end() == len(token) and any(c.isdigit() for c in token)


def _bracketed(text: MappedText, match: re.Match[str]) -> Definition | None:
    inside = match.group(1).strip()
    before = text.text[max(0, match.start() - 160) : match.start()].rstrip()
    last = re.search(r"[^\s,;]+$", before)
    token = last.group().lstrip("(") if last else ""
    if _is_formula(inside):
        # "LATP (Li1.3Al0.3Ti1.7(PO4)3)": the name stands before its formula.
        if _P.ALIAS.fullmatch(token) and not _is_formula(token) and _P.MOBILE_ION.search(inside):
            start = len(text.text[: match.start()].rstrip()) - len(token)
            return _definition(text, start, token, inside, "brackets")
        return None
    short_match = _P.BRACKETED_SHORT.match(inside)
    if short_match is None:
        return None
    short = short_match.group("short").rstrip(".")
    if not _may_be_short_form(short):
        return None
    position = match.start(1) + match.group(1).index(short)
    if _is_formula(token) and _P.ALIAS.fullmatch(short):
        return _definition(text, position, short, token, "brackets")
    long = _long_form(short, before)
    return _definition(text, position, short, long, "brackets") if long else None


def _may_be_short_form(short: str) -> bool:
    """Whether a token has the capitals of a short form and is no Roman number or formula."""
    has_capitals = sum(map(str.isupper, short)) > 1 or (short[:1].isupper() and len(short) == 2)
    return has_capitals and not _P.ROMAN.fullmatch(short) and not _is_formula(short)


def _long_form(short: str, before: str) -> str:
    """The words before a bracket that spell its letters out (Schwartz and Hearst, PSB 2003)."""
    letters = [c.lower() for c in re.sub(r"s$", "", short) if c.isalnum()]
    if not letters:
        return ""
    words = list(_P.WORD.finditer(before))[-min(len(letters) + 5, 2 * len(letters)) :]
    if not words:
        return ""
    window = before[words[0].start() :]
    place = len(window)
    for letter_index in range(len(letters) - 1, -1, -1):
        letter = letters[letter_index]
        place = window.lower().rfind(letter, 0, place)
        while letter_index == 0 and place > 0 and window[place - 1].isalnum():
            place = window.lower().rfind(letter, 0, place)
        if place < 0:
            return ""
    long = window[place:].strip()
    return long if _spells_out(short, long) else ""


def _spells_out(short: str, long: str) -> bool:
    """Whether a long form that holds the letters in order is a likely one."""
    if len(long) <= len(short) or re.search(r"[.;:]\s", long) or long.count("(") != long.count(")"):
        return False
    words = re.split(r"[\s–-]+", long)
    if short in words:
        return False
    if len(words) == 1:
        return len(long) > _SHORTEST_SINGLE_WORD
    if len(short) > _INITIALS_ONLY:
        return True
    initials = [word[0].lower() for word in words if word]
    position = 0
    for letter in short.rstrip("s").lower():
        if letter not in initials[position:]:
            return False
        position = initials.index(letter, position) + 1
    return True
