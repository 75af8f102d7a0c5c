"""The running text: lines become titles, paragraphs, captions and the rest, in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.document import BlockKind
from corpus.structure.captions import Caption
from corpus.structure.headings import heading_lines, is_known_title, is_section_title
from corpus.structure.lines import Line
from corpus.structure.patterns import (
    ABSTRACT_RUN_IN,
    ABSTRACT_TITLE,
    AFFILIATION,
    BACK_MATTER_RUN_IN,
    BACK_MATTER_TITLE,
    BULLET,
    CAPTION,
    EMAIL,
    FRONT_MATTER_LINE,
    GLOSSARY_TITLE,
    GOES_ON,
    HIGHLIGHTS_TITLE,
    INTRODUCTION_TITLE,
    MARKDOWN_HEADING,
    NO_TITLE,
    NUMBERED_HEADING,
    OPEN_BRACKET,
    OPEN_END,
    PART_TITLE,
    RUN_IN_HEADING,
)
from corpus.structure.title import find_title, prose_begins

_SHORT_LINE = 0.82  # of the column's width: a last line of a paragraph
_FRONT_LINES = 160
_EARLY = 0.3  # of all lines
_SHORTEST_HIGHLIGHT = 5  # words
_LONGEST_ENTRY = 160  # characters of an entry in a list of abbreviations
_STOP = re.compile(r"[\w)][.] [A-Z]")
_SHORT_NOTE = 40  # characters of a date or link set between paragraphs


@dataclass(slots=True)
class Piece:
    """One block to be: the lines it stands on. A caption's lines are those of its left half."""

    kind: BlockKind
    label: str = ""
    lines: list[int] = field(default_factory=list)
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
        self.introduction = next((i for i, line in enumerate(lines) if INTRODUCTION_TITLE.match(line.text)), 0)
        self.glossary: list[int] = []

    def run(self) -> list[Piece]:
        """All pieces, in the order of their first line."""
        index = self._front_matter()
        caption_lines = {i for caption in self.captions.values() for i in (*caption.left, *caption.right)}
        while index < len(self.lines):
            line = self.lines[index]
            if index in self.captions:
                caption = self.captions[index]
                self.pieces.append(Piece(BlockKind.CAPTION, caption.label, list(caption.left)))
            elif not (line.blank or index in self.taken or index in caption_lines):
                index += self._line(index)
                continue
            index += 1
        return self.pieces

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
        highlights = False
        for index in range(body):
            line = self.lines[index]
            if line.blank or index in self.taken:
                continue
            if title is not None and index in title[0]:
                if index == title[0].start:
                    self.pieces.append(Piece(BlockKind.TITLE, "", list(title[0])))
                continue
            prose = len(line.text) > 200 or self.wrapped
            if MARKDOWN_HEADING.match(line.text) or HIGHLIGHTS_TITLE.match(line.text):
                highlights = bool(HIGHLIGHTS_TITLE.match(line.text))
            elif highlights and not AFFILIATION.search(line.text) and len(line.text.split()) > _SHORTEST_HIGHLIGHT:
                self.pieces.append(Piece(BlockKind.PARAGRAPH, "", [index]))
                continue
            if self._is_abstract_prose(index, body) and prose:
                self._append(index, BlockKind.PARAGRAPH)
                continue
            self.pieces.append(Piece(BlockKind.FRONT_MATTER, "", [index]))
            if not FRONT_MATTER_LINE.match(line.text):
                self.open = None
        return body

    def _title_alone(self) -> int:
        """Of a text without abstract, introduction and authors: a first heading in words is its title."""
        filled = [i for i, line in enumerate(self.lines[:_FRONT_LINES]) if not line.blank]
        if not filled:
            return 0
        first = self.lines[filled[0]].text
        is_title = MARKDOWN_HEADING.match(first) and not CAPTION.match(first) and not NUMBERED_HEADING.match(first)
        if not is_title or is_known_title(first) or filled[0] in self.taken or not _may_be_title(first):
            return 0
        self.pieces.append(Piece(BlockKind.TITLE, "", [filled[0]]))
        return filled[0] + 1

    def _body_start(self) -> int:
        limit = min(len(self.lines), _FRONT_LINES)
        introduction = None
        for index in range(limit):
            text = self.lines[index].text
            if ABSTRACT_RUN_IN.match(text) or ABSTRACT_TITLE.match(text):
                return index
            if introduction is None and INTRODUCTION_TITLE.match(text):
                introduction = index
        return introduction or 0

    def _is_abstract_prose(self, index: int, body: int) -> bool:
        """Whether a line before the introduction belongs to running text: no names, no addresses, in sentences."""
        text = self.lines[index].text
        if FRONT_MATTER_LINE.match(text) or AFFILIATION.search(text) or EMAIL.search(text) or "\t" in text:
            return False
        around = " ".join(line.text for line in self.lines[max(0, index - 6) : min(body, index + 7)])
        return ". " in around and len(around) > 300 and len(text) > 25

    def _append(self, index: int, kind: BlockKind) -> None:
        if self.open is not None and self.open.kind is kind:
            self.open.lines.append(index)
        else:
            self.open = Piece(kind, "", [index])
            self.pieces.append(self.open)

    def _line(self, index: int) -> int:
        """Place one line; the number of lines used up."""
        line = self.lines[index]
        text = line.text
        if (FRONT_MATTER_LINE.match(text) and len(text) < _SHORT_NOTE) or self._is_early_back_matter(index):
            self.pieces.append(Piece(BlockKind.FRONT_MATTER, "", [index]))
            return 1
        count = heading_lines(self.lines, index, self.wrapped, self.width)
        if count and not self._ends_zone(line):
            count = 0
        if count and (is_section_title(text) or not self._sentence_goes_on(index)):
            self._heading(index, count)
            return count
        if self.zone is BlockKind.GLOSSARY:
            if not _is_prose(text):
                self.glossary.append(index)
                return 1
            self.zone = BlockKind.PARAGRAPH
        if BACK_MATTER_RUN_IN.match(text):
            self.open = None
            self.pieces.append(Piece(BlockKind.BACK_MATTER, "", [index]))
            return 1
        if (
            FRONT_MATTER_LINE.match(text)
            and (len(text) > 12 or self.open is None)
            and not self._sentence_goes_on(index)
        ):
            self.pieces.append(Piece(BlockKind.FRONT_MATTER, "", [index]))
            return 1
        run_in = RUN_IN_HEADING.match(text)
        if run_in is not None and not self._sentence_goes_on(index):
            self.zone = BlockKind.PARAGRAPH
            self.pieces.append(Piece(BlockKind.HEADING, "", [index], -run_in.end(1)))
            self.open = Piece(self.zone, "", [index], run_in.end())
            self.pieces.append(self.open)
            return 1
        if self.open is None or self._begins_paragraph(index):
            self.open = Piece(self.zone, "", [index])
            self.pieces.append(self.open)
        else:
            self.open.lines.append(index)
        return 1

    def _ends_zone(self, line: Line) -> bool:
        """Whether a heading is one of the part it stands in: a list of abbreviations has none, back matter its own."""
        if self.zone is BlockKind.PARAGRAPH:
            return True
        bare = line.text.lstrip("# *■")
        if is_known_title(line.text) or bare[:1].isdigit() or PART_TITLE.match(line.text):
            return True
        return self.zone is BlockKind.GLOSSARY and bool(MARKDOWN_HEADING.match(line.text)) and len(bare) > 2

    def _is_early_back_matter(self, index: int) -> bool:
        """A title such as "Supporting Information" near the beginning is a link of the publisher's page."""
        early = index < max(_EARLY * len(self.lines), self.introduction)
        return early and bool(BACK_MATTER_TITLE.match(self.lines[index].text))

    def _heading(self, index: int, count: int) -> None:
        text = self.lines[index].text
        self.open = None
        self.pieces.append(Piece(BlockKind.HEADING, "", list(range(index, index + count))))
        if PART_TITLE.match(text):
            self.zone = BlockKind.PARAGRAPH
        elif GLOSSARY_TITLE.match(text):
            self.zone = BlockKind.GLOSSARY
        elif BACK_MATTER_TITLE.match(text):
            self.zone = BlockKind.BACK_MATTER
        elif (
            self.zone is not BlockKind.BACK_MATTER
            or text.lstrip("# *■")[:1].isdigit()
            or INTRODUCTION_TITLE.match(text)
        ):
            self.zone = BlockKind.PARAGRAPH

    def _sentence_goes_on(self, index: int) -> bool:
        """Whether the open paragraph stops inside a sentence that this line goes on with."""
        if self.open is None or self.open.kind is not self.zone or self._last_of_open().closed:
            return False
        text = self.lines[index].text
        adjacent = self.open.lines[-1] == index - 1
        if self.wrapped and adjacent:
            return True
        return bool(GOES_ON.match(text)) and not BULLET.match(text)

    def _begins_paragraph(self, index: int) -> bool:
        assert self.open is not None
        if self.open.kind is not self.zone:
            return True
        line, last = self.lines[index], self._last_of_open()
        adjacent = self.open.lines[-1] == index - 1
        if BULLET.match(line.text) and (last.closed or not self.wrapped):
            return True
        if not self.wrapped:
            goes_on = _runs_on(last, line) if adjacent else self._continues(last, line)
            return last.closed or not goes_on
        # A formula's decimals look like a citation behind a full stop: "Li3ZrCl4O1.5", then a small letter.
        if not last.closed or (last.text[-1].isdigit() and line.text[0].islower()):
            return False
        return not adjacent or line.indented or len(last.text) < _SHORT_LINE * self.width

    def _continues(self, last: Line, line: Line) -> bool:
        """Whether a paragraph that stops inside a sentence goes on with this line, which stands apart from it."""
        if GOES_ON.match(line.text):
            return True
        return last.text[-1] in "-–,(" or bool(last.text.split()[-1:] and last.text.split()[-1] in _OPEN_WORDS)


def _runs_on(last: Line, line: Line) -> bool:
    """Whether a line is the next line of the same sentence, in a text that is wrapped only here and there."""
    if OPEN_END.search(last.text) or OPEN_BRACKET.match(line.text):
        return True
    return last.text[-1] in "-–" or line.text[0].islower() or last.text.split()[-1] in _OPEN_WORDS


def _is_prose(text: str) -> bool:
    """Whether a line holds several sentences, as no entry of a list of abbreviations does."""
    return len(text) > _LONGEST_ENTRY and len(_STOP.findall(text)) > 1


def _may_be_title(text: str) -> bool:
    text = text.lstrip("# ")
    if NO_TITLE.match(text) or not len(text.split()) > 3 or len(text) > 300 or "\t" in text:
        return False
    return not (AFFILIATION.search(text) or EMAIL.search(text))


_OPEN_WORDS = frozenset(
    {
        "and",
        "or",
        "the",
        "a",
        "an",
        "of",
        "in",
        "with",
        "for",
        "to",
        "by",
        "from",
        "is",
        "are",
        "was",
        "were",
        "between",
    }
    | {"at", "on", "that", "which", "as", "than", "their", "its", "this", "these", "using", "et", "al.", "into", "via"}
)
