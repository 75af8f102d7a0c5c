"""The running text: lines become titles, paragraphs, captions and the rest, in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import BlockKind
from corpus.structure.captions import Caption
from corpus.structure.headings import Headings, is_known_title, is_section_title
from corpus.structure.lines import OPEN_WORDS, Line, continues
from corpus.structure.patterns import (
    BACK_MATTER_RUN_IN,
    BACK_MATTER_TITLE,
    FRONT_MATTER_LINE,
    GLOSSARY_TITLE,
    STRUCTURE,
    caption_start,
)
from corpus.structure.title import find_title, names_address, prose_begins

_SHORT_LINE = 0.82  # of the column's width: a last line of a paragraph
_USUAL_LINE = 0.94  # of it: what a line with room for the next word stays below
_FRONT_LINES = 160
_EARLY = 0.3  # of all lines
_SHORTEST_HIGHLIGHT = 5  # words
_LONGEST_ENTRY = 160  # characters of an entry in a list of abbreviations
_MARKS = "# *■"  # of headings
_STOP = re.compile(r"[\w)][.] [A-Z]")
_ROW = re.compile(r"\S {8}")  # between cells of a table that is none of those found
_PARAGRAPH = 200  # characters of a paragraph on one line
_SHORT_NOTE = 40  # characters of a date or link set between paragraphs


@dataclass(slots=True)
class Piece:
    """One block to be: the lines it stands on. A caption's lines are those of its left half."""

    kind: BlockKind
    lines: list[int]
    label: str = ""
    skip: int = 0  # characters of its first line that belong to the piece before; negative: all it has of it


class Assembler:
    """Walks over the lines once and gathers pieces."""

    def __init__(
        self, raw: str, lines: Sequence[Line], taken: set[int], captions: dict[int, Caption], wrapped: bool, width: int
    ) -> None:
        """``taken`` are lines that other parts own; ``captions`` are keyed by their first line."""
        self.raw, self.lines, self.taken, self.captions = raw, lines, taken, captions
        self.wrapped, self.width = wrapped, width
        self.pieces: list[Piece] = []
        self.open: Piece | None = None  # the paragraph that may go on
        self.zone = BlockKind.PARAGRAPH  # what a plain paragraph is here
        self.introduction = next(
            (i for i, line in enumerate(lines) if STRUCTURE.INTRODUCTION_TITLE.match(line.text)), 0
        )
        self.glossary: list[int] = []
        self.highlights = False  # whether lines are those of a list of highlights
        self.headings = Headings(lines, wrapped, width)

    def run(self) -> list[Piece]:
        """All pieces, in the order of their first line."""
        index = self._front_matter()
        caption_lines = {i for caption in self.captions.values() for i in (*caption.left, *caption.right)}
        while index < len(self.lines):
            line = self.lines[index]
            if index in self.captions:
                caption = self.captions[index]
                self.pieces.append(Piece(BlockKind.CAPTION, list(caption.left), caption.label))
            elif not (line.blank or index in self.taken or index in caption_lines):
                index += self._line(index)
                continue
            index += 1
        return self.pieces

    def _place(self, kind: BlockKind, *lines: int) -> int:
        """Lines that are a piece of their own; how many."""
        self.pieces.append(Piece(kind, list(lines)))
        return len(lines)

    def _open(self, piece: Piece) -> int:
        """A piece that may go on."""
        self.open = piece
        self.pieces.append(piece)
        return len(piece.lines)

    def _last_of_open(self) -> Line:
        assert self.open is not None
        return self.lines[self.open.lines[-1]]

    def _front_matter(self) -> int:
        """Title, authors and the like up to the abstract or introduction; the index of the first line behind them."""
        body = self._body_start()
        title = find_title(self.lines[:_FRONT_LINES], body)
        if body == 0:
            if title is None:
                return self._title_alone()
            begun = prose_begins(self.lines, title[1], min(len(self.lines), _FRONT_LINES), self.width)
            body = title[1] if begun is None else begun
        for index in range(body):
            if self.lines[index].blank or index in self.taken:
                continue
            if title is None or index not in title[0]:
                self._front_line(index, body)
            elif index == title[0].start:
                self._place(BlockKind.TITLE, *title[0])
        return body

    def _front_line(self, index: int, body: int) -> None:
        """Place a line above the body that is no part of the title."""
        text = self.lines[index].text
        if STRUCTURE.MARKDOWN_HEADING.match(text) or STRUCTURE.HIGHLIGHTS_TITLE.match(text):
            self.highlights = bool(STRUCTURE.HIGHLIGHTS_TITLE.match(text))
        elif self.highlights and not STRUCTURE.AFFILIATION.search(text) and len(text.split()) > _SHORTEST_HIGHLIGHT:
            self._place(BlockKind.PARAGRAPH, index)
            return
        if (self.wrapped or len(text) > _PARAGRAPH) and self._is_abstract_prose(index, body):
            self._append(index, BlockKind.PARAGRAPH)
            return
        self._place(BlockKind.FRONT_MATTER, index)
        if not FRONT_MATTER_LINE.match(text):
            self.open = None

    def _title_alone(self) -> int:
        """Of a text without abstract, introduction and authors: a first heading in words is its title."""
        filled = [i for i, line in enumerate(self.lines[:_FRONT_LINES]) if not line.blank]
        if not filled:
            return 0
        first = self.lines[filled[0]].text
        is_title = (
            STRUCTURE.MARKDOWN_HEADING.match(first)
            and not caption_start(first)
            and not STRUCTURE.NUMBERED_HEADING.match(first)
        )
        if not is_title or is_known_title(first) or filled[0] in self.taken or not _may_be_title(first):
            return 0
        self._place(BlockKind.TITLE, filled[0])
        return filled[0] + 1

    def _body_start(self) -> int:
        limit = min(len(self.lines), _FRONT_LINES)
        introduction = None
        for index in range(limit):
            text = self.lines[index].text
            if STRUCTURE.ABSTRACT_RUN_IN.match(text) or STRUCTURE.ABSTRACT_TITLE.match(text):
                return index
            if introduction is None and STRUCTURE.INTRODUCTION_TITLE.match(text):
                introduction = index
        return introduction or 0

    def _is_abstract_prose(self, index: int, body: int) -> bool:
        """Whether a line before the introduction belongs to running text: no names, no addresses, in sentences."""
        text = self.lines[index].text
        if FRONT_MATTER_LINE.match(text) or names_address(text) or "\t" in text:
            return False
        around = " ".join(line.text for line in self.lines[max(0, index - 6) : min(body, index + 7)])
        return ". " in around and len(around) > 300 and len(text) > 25

    def _append(self, index: int, kind: BlockKind) -> None:
        if self.open is not None and self.open.kind is kind:
            self.open.lines.append(index)
        else:
            self._open(Piece(kind, [index]))

    def _line(self, index: int) -> int:
        """Place one line as the first of the kinds of lines that it can be; the number of lines used up."""
        kinds = (
            self._note, self._heading, self._glossary_line, self._back_matter_run_in, self._front_note,
            self._run_in_heading, self._text,
        )  # fmt: skip
        return next(used for kind in kinds if (used := kind(index)))

    def _note(self, index: int) -> int:
        """A date or link set between paragraphs, or a link of the publisher's page."""
        text = self.lines[index].text
        is_note = (len(text) < _SHORT_NOTE and FRONT_MATTER_LINE.match(text)) or self._is_early_back_matter(index)
        return self._place(BlockKind.FRONT_MATTER, index) if is_note else 0

    def _heading(self, index: int) -> int:
        count = self.headings.count(index)
        line = self.lines[index]
        if not count or not self._ends_zone(line) or not (is_section_title(line.text) or not self._goes_on(index)):
            return 0
        self.open = None
        self.zone = self._zone_below(line.text)
        return self._place(BlockKind.HEADING, *range(index, index + count))

    def _zone_below(self, title: str) -> BlockKind:
        """What plain paragraphs below a heading are."""
        if STRUCTURE.PART_TITLE.match(title):
            return BlockKind.PARAGRAPH
        if GLOSSARY_TITLE.match(title):
            return BlockKind.GLOSSARY
        if BACK_MATTER_TITLE.match(title):
            return BlockKind.BACK_MATTER
        stays = (
            self.zone is BlockKind.BACK_MATTER
            and not _is_numbered(title)
            and not STRUCTURE.INTRODUCTION_TITLE.match(title)
        )
        return BlockKind.BACK_MATTER if stays else BlockKind.PARAGRAPH

    def _glossary_line(self, index: int) -> int:
        if self.zone is not BlockKind.GLOSSARY:
            return 0
        if _is_prose(self.lines[index].text):
            self.zone = BlockKind.PARAGRAPH
            return 0
        self.glossary.append(index)
        return 1

    def _back_matter_run_in(self, index: int) -> int:
        if not BACK_MATTER_RUN_IN.match(self.lines[index].text):
            return 0
        self.open = None
        return self._place(BlockKind.BACK_MATTER, index)

    def _front_note(self, index: int) -> int:
        """A line of front matter that is no part of a sentence."""
        text = self.lines[index].text
        is_note = FRONT_MATTER_LINE.match(text) and (len(text) > 12 or self.open is None) and not self._goes_on(index)
        return self._place(BlockKind.FRONT_MATTER, index) if is_note else 0

    def _run_in_heading(self, index: int) -> int:
        title = STRUCTURE.RUN_IN_HEADING.match(self.lines[index].text)
        if title is None or self._goes_on(index):
            return 0
        self.zone = BlockKind.PARAGRAPH
        self.pieces.append(Piece(BlockKind.HEADING, [index], skip=-title.end(1)))
        return self._open(Piece(self.zone, [index], skip=title.end()))

    def _text(self, index: int) -> int:
        if self.open is None or self._begins_paragraph(index):
            return self._open(Piece(self.zone, [index]))
        self.open.lines.append(index)
        return 1

    def _ends_zone(self, line: Line) -> bool:
        """Whether a heading is one of the part it stands in: a list of abbreviations has none, back matter its own."""
        if self.zone is BlockKind.PARAGRAPH:
            return True
        if is_known_title(line.text) or _is_numbered(line.text) or STRUCTURE.PART_TITLE.match(line.text):
            return True
        bare = line.text.lstrip(_MARKS)
        return self.zone is BlockKind.GLOSSARY and bool(STRUCTURE.MARKDOWN_HEADING.match(line.text)) and len(bare) > 2

    def _is_early_back_matter(self, index: int) -> bool:
        """A title such as "Supporting Information" near the beginning is a link of the publisher's page."""
        early = index < max(_EARLY * len(self.lines), self.introduction)
        return early and bool(BACK_MATTER_TITLE.match(self.lines[index].text))

    def _goes_on(self, index: int) -> bool:
        """Whether the open paragraph stops inside a sentence that this line goes on with."""
        if self.open is None or self.open.kind is not self.zone or self._last_of_open().closed:
            return False
        text = self.lines[index].text
        adjacent = self.open.lines[-1] == index - 1
        if self.wrapped and adjacent:
            return True
        return bool(STRUCTURE.GOES_ON.match(text)) and not STRUCTURE.BULLET.match(text)

    def _begins_paragraph(self, index: int) -> bool:
        assert self.open is not None
        if self.open.kind is not self.zone:
            return True
        line, last = self.lines[index], self._last_of_open()
        adjacent = self.open.lines[-1] == index - 1
        if STRUCTURE.BULLET.match(line.text) and (last.closed or not self.wrapped):
            return True
        if not self.wrapped:
            goes_on = _runs_on(last, line) if adjacent else continues(last.text, line.text)
            return last.closed or not goes_on
        # A formula's decimals look like a citation behind a full stop: "Li3ZrCl4O1.5", then a small letter.
        if not last.closed or (last.text[-1].isdigit() and line.text[0].islower()):
            return not adjacent and _ROW.search(last.text) is not None and line.text[0].isupper()
        return not adjacent or self._is_first(line, last)

    def _is_first(self, line: Line, last: Line) -> bool:
        """Whether a line is set in, or the one above is short and had room for its first word."""
        with_first = len(last.text) + 1 + len(line.text.split()[0])
        is_short = len(last.text) < _SHORT_LINE * self.width and with_first <= _USUAL_LINE * self.width
        return line.indented or is_short


def _runs_on(last: Line, line: Line) -> bool:
    """Whether a line is the next line of the same sentence, in a text that is wrapped only here and there."""
    if STRUCTURE.OPEN_END.search(last.text) or STRUCTURE.OPEN_BRACKET.match(line.text):
        return True
    if last.text[-1].isdigit() and STRUCTURE.UNIT_OPENS.match(line.text):
        return True
    return last.text[-1] in "-–" or line.text[0].islower() or last.text.split()[-1] in OPEN_WORDS


def _is_numbered(title: str) -> bool:
    return title.lstrip(_MARKS)[:1].isdigit()


def _is_prose(text: str) -> bool:
    """Whether a line holds several sentences, as no entry of a list of abbreviations does."""
    return len(text) > _LONGEST_ENTRY and len(_STOP.findall(text)) > 1


def _may_be_title(text: str) -> bool:
    text = text.lstrip("# ")
    if STRUCTURE.NO_TITLE.match(text) or not len(text.split()) > 3 or len(text) > 300 or "\t" in text:
        return False
    return not names_address(text)
