"""What the blocks of an article are: title, authors and dates, references, back matter."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import BlockKind
from corpus.readers.pdf.blocks import BlockDraft
from corpus.readers.pdf.lines import Line
from corpus.readers.pdf.patterns import LINES
from corpus.structure.patterns import BACK_MATTER_RUN_IN, BACK_MATTER_TITLE, GLOSSARY_TITLE, REFERENCES_TITLE

_TITLE_SIZE = 1.2  # times the text's size
_TITLE_WORDS = 5
_HEADS = (
    (REFERENCES_TITLE, BlockKind.REFERENCE),
    (GLOSSARY_TITLE, BlockKind.GLOSSARY),
    (BACK_MATTER_TITLE, BlockKind.BACK_MATTER),
)
_TEXT = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_LONG = 220  # characters from which a block above the abstract is text


def assign(blocks: list[BlockDraft], body_size: float) -> list[BlockDraft]:
    """Set the kinds that follow from place and wording; bibliographies are cut into entries."""
    blocks = _back(blocks)
    _front(blocks, body_size)
    return blocks


def _front(blocks: Sequence[BlockDraft], body_size: float) -> None:
    first_page = blocks[0].page if blocks else 1
    front = [block for block in blocks if block.page == first_page and not block.is_float]
    title = max((block for block in front if _may_title(block, body_size)), key=_titular, default=None)
    began = title is None
    for block in front:
        if block is title:
            block.kind = BlockKind.TITLE
            began = True
        elif block.kind in _TEXT and _is_front_matter(block, began, body_size):
            block.kind = BlockKind.FRONT_MATTER
    if title is not None:
        _authors(front[front.index(title) + 1 :])


def _may_title(block: BlockDraft, body_size: float) -> bool:
    """Whether a block of the first page is set as a title: larger than the text, no number, no masthead."""
    if block.kind not in _TEXT or block.size < _TITLE_SIZE * body_size or len(block.text) <= 12:
        return False
    return not (LINES.NUMBERED_HEAD.match(block.text) or LINES.MASTHEAD.search(block.text))


def _titular(block: BlockDraft) -> tuple[bool, int, int]:
    """How much a block looks like an article's title: journals and kinds of article are set as large, but shorter."""
    return len(block.text.split()) >= _TITLE_WORDS, round(block.size), len(block.text)


def _is_front_matter(block: BlockDraft, after_title: bool, body_size: float) -> bool:
    text = block.text
    if LINES.ABSTRACT.match(text):
        return False
    if LINES.KEYWORDS.match(text) or not after_title:
        return True
    if len(text) < 600 and LINES.FRONT_MATTER.search(text) and (block.size < 0.97 * body_size or len(text) < 200):
        return True
    small = block.size < 0.9 * body_size and len(text) < 500
    return small and bool(LINES.AFFILIATION.search(text) or LINES.FOOTNOTE.match(text))


def _authors(after_title: Sequence[BlockDraft]) -> None:
    """Short blocks between the title and the first heading or long text name authors and places."""
    for block in after_title:
        if LINES.ABSTRACT.match(block.text) or (len(block.text) >= _LONG and not LINES.AFFILIATION.search(block.text)):
            return
        if block.kind is BlockKind.HEADING and "," not in block.text and "^" not in block.text:
            return
        if block.kind in _TEXT:
            block.kind = BlockKind.FRONT_MATTER


def _back(blocks: Sequence[BlockDraft]) -> list[BlockDraft]:
    """Blocks under the headings of back matter, abbreviations and bibliography get their kinds."""
    inside: BlockKind | None = None
    listed: list[BlockDraft] = []
    for block in blocks:
        is_heading = block.kind is BlockKind.HEADING and not (inside is BlockKind.REFERENCE and _is_entry(block))
        if block.kind not in _TEXT:
            continue
        if is_heading or REFERENCES_TITLE.match(block.text):
            block.kind = BlockKind.HEADING
            inside = next((kind for title, kind in _HEADS if title.match(block.text)), None)
            continue
        block.kind = BlockKind.PARAGRAPH
        if inside is BlockKind.REFERENCE:
            listed.append(block)
        elif inside is not None or BACK_MATTER_RUN_IN.match(block.text):
            block.kind = inside or BlockKind.BACK_MATTER
    return _with_entries(blocks, listed) if listed else list(blocks)


def _is_entry(block: BlockDraft) -> bool:
    return bool(LINES.REFERENCE_NUMBER.match(block.text)) and len(block.text) > 30


def _with_entries(blocks: Sequence[BlockDraft], listed: Sequence[BlockDraft]) -> list[BlockDraft]:
    """Blocks of the bibliography cut into its entries: where the next number begins a line, or one stands out."""
    members = {id(block) for block in listed}
    starts = _starts(listed)
    result: list[BlockDraft] = []
    current: BlockDraft | None = None
    for block in blocks:
        if id(block) not in members:
            result.append(block)
            continue
        if not starts.begins_surely(block.lines[0]) and _set_apart(current, block):
            for other in blocks[blocks.index(block) :]:
                if other.page == block.page and id(other) in members:
                    other.kind = BlockKind.BACK_MATTER
                    members.remove(id(other))
            result.append(block)
            continue
        for line in block.lines:
            begins = starts.begins(line, block)
            if current is None or begins or (current.page, current.column) != (block.page, block.column):
                current = BlockDraft(block.page, BlockKind.REFERENCE, [], column=block.column, indented=begins)
                result.append(current)
            current.lines.append(line)
    return result


def _starts(listed: Sequence[BlockDraft]) -> _ByNumber | _ByEdge:
    """What tells the first lines of a bibliography's entries."""
    numbers = [_number(line.text) for block in listed for line in block.lines]
    numbered = sum(number is not None for number in numbers) > 0.15 * len(numbers)
    return _ByNumber() if numbered else _ByEdge(listed)


class _ByNumber:
    """Entries that begin with a number each, hardly one left out."""

    def __init__(self) -> None:
        self.expected = 0

    def begins_surely(self, line: Line) -> bool:
        return _number(line.text) is not None

    def begins(self, line: Line, block: BlockDraft) -> bool:
        number = _number(line.text)
        if number is None or (self.expected and not self.expected <= number <= self.expected + 2):
            return False
        self.expected = number + 1
        return True


class _ByEdge:
    """Entries whose first lines stand out from a column, or are blocks."""

    def __init__(self, listed: Sequence[BlockDraft]) -> None:
        self.edges = _hanging_edges(listed)

    def begins_surely(self, line: Line) -> bool:
        return False

    def begins(self, line: Line, block: BlockDraft) -> bool:
        edge = self.edges.get((block.page, block.column))
        return line is block.lines[0] if edge is None else line.x0 < edge


def _hanging_edges(listed: Sequence[BlockDraft]) -> dict[tuple[int, tuple[float, float]], float]:
    """For each column of a bibliography without numbers the edge left of which only first lines of entries begin."""
    lefts: dict[tuple[int, tuple[float, float]], list[float]] = {}
    for block in listed:
        lefts.setdefault((block.page, block.column), []).extend(line.x0 for line in block.lines)
    edges = {}
    for place, values in lefts.items():
        low = min(values)
        set_in = [value for value in values if value > low + 3]
        if 0.25 * len(values) < len(set_in) < len(values):
            edges[place] = low + 3
    return edges


def _set_apart(entry: BlockDraft | None, block: BlockDraft) -> bool:
    """Whether a block stands clear of the entry above it: what follows the bibliography."""
    if entry is None or (entry.page, entry.column) != (block.page, block.column):
        return False
    return block.lines[0].top - entry.lines[-1].bottom > 0.8 * block.size


def _number(text: str) -> int | None:
    match = LINES.REFERENCE_NUMBER.match(text)
    return int(next(group for group in match.groups() if group)) if match else None
