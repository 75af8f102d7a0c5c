"""Lines in reading order become paragraphs, headings and entries; what goes on elsewhere gets one flow number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from corpus.document import BlockKind, Box
from corpus.readers.pdf.geometry import around
from corpus.readers.pdf.lines import Line
from corpus.readers.pdf.patterns import LINES
from corpus.readers.pdf.reading_order import Item
from corpus.readers.pdf.table_grid import TableDraft

_INDENT = 0.7  # of the size: a first line set in by more begins a paragraph
_LEADING = 1.32  # times the usual line distance: more is space between paragraphs
_SCRIPTS = 1.5  # times it: what indices below a full line and powers above the next one take
_SET_IN = 2.5  # points: a line begins further right than the column does
_LARGE = 1.08  # times the size of the text: headings
_HEAD_LINES = 4
_HEAD_LENGTH = 170


_FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.REFERENCE})
_ASIDE = frozenset({BlockKind.RUNNING_HEAD, BlockKind.UNREADABLE, BlockKind.FRONT_MATTER})


@dataclass(slots=True)
class BlockDraft:
    """A block before its text has raw offsets."""

    page: int
    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    label: str = ""
    table: TableDraft | None = None
    flow: int | None = None
    column: tuple[float, float] = (0.0, 0.0)
    indented: bool = False
    angle: int | None = None
    is_float: bool = False

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return " ".join(line.text for line in self.lines)

    @property
    def box(self) -> Box:
        """Around its lines, in the page's own frame."""
        return self.table.box if self.table is not None else around(line.box for line in self.lines)

    @property
    def size(self) -> float:
        """Font size of most of it."""
        return Counter(round(line.size, 1) for line in self.lines).most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class _Edges:
    """How the lines of one column stand."""

    left: float
    right: float
    pitch: float
    hanging: bool  # the first line stands out, the others are set in


@dataclass(frozen=True, slots=True)
class Body:
    """The type most of an article is set in."""

    size: float
    font: str


def group(items: Sequence[Item], page: int, body: Body) -> list[BlockDraft]:
    """Blocks of one page in reading order."""
    blocks: list[BlockDraft] = []
    column: list[Line] = []
    where: tuple[float, float] | None = None
    for item in items:
        if item.is_text and where in (None, item.column):
            column.extend(item.lines)
            where = item.column
            continue
        blocks.extend(_paragraphs(column, where, page, body))
        column, where = [], None
        if item.is_text:
            column, where = list(item.lines), item.column
        elif item.kind is not None:
            blocks.append(
                BlockDraft(
                    page,
                    item.kind,
                    list(item.lines),
                    item.label,
                    item.table,
                    column=item.column,
                    angle=item.angle,
                    is_float=True,
                )
            )
    blocks.extend(_paragraphs(column, where, page, body))
    return blocks


def _edges(lines: Sequence[Line]) -> _Edges:
    lefts = Counter(round(line.x0) for line in lines)
    usual = lefts.most_common(1)[0][0]
    near = [x for x, count in lefts.items() if x < usual - 3 and count >= max(3, 0.12 * len(lines))]
    left = min(near, default=usual)
    hanging = left < usual - 3
    rights = sorted(line.x1 for line in lines)
    steps = [
        after.baseline - before.baseline for before, after in pairwise(lines)
        if 0 < after.baseline - before.baseline < 2.2 * before.size
    ]  # fmt: skip
    pitch = median(steps) if steps else 1.25 * lines[0].size
    return _Edges(left, rights[int(0.85 * (len(rights) - 1))], pitch, hanging)


def _paragraphs(lines: Sequence[Line], column: tuple[float, float] | None, page: int, body: Body) -> list[BlockDraft]:
    if not lines or column is None:
        return []
    edges = _edges([line for line in lines if abs(line.size - body.size) < 0.06 * body.size] or lines)
    small = [line for line in lines if line.size < 0.94 * body.size]
    small_edges = _edges(small) if len(small) > 3 else edges
    blocks: list[BlockDraft] = []
    before: Line | None = None
    for line, fitting in _fitted(lines, edges, small_edges, body):
        if before is None or _begins(before, line, fitting, blocks[-1], body):
            indented = line.x0 > fitting.left + _INDENT * line.size
            blocks.append(BlockDraft(page, BlockKind.PARAGRAPH, [], column=column, indented=indented))
        blocks[-1].lines.append(line)
        before = line
    for block in blocks:
        if _is_heading(block, body):
            block.kind = BlockKind.HEADING
    return blocks


def _fitted(lines: Sequence[Line], edges: _Edges, small: _Edges, body: Body) -> Iterator[tuple[Line, _Edges]]:
    """Each line with the edges of its run, those of small type for small type."""
    for run in _runs(lines, body):
        of_text, of_small = _of_run(edges, run), _of_run(small, run)
        for line in run:
            yield line, of_small if line.size < 0.94 * body.size else of_text


def _runs(lines: Sequence[Line], body: Body) -> list[list[Line]]:
    """The lines of a column parted before its heads of larger type."""
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or line.size > _LARGE * body.size:
            runs.append([])
        runs[-1].append(line)
    return runs


def _of_run(edges: _Edges, run: Sequence[Line]) -> _Edges:
    """How the lines of a run stand: text above a list of entries that hang has the list's edges and does not hang.

    A line that goes on with the full one above hangs when it is set in, and does not when it is flush.
    """
    going_on = [
        line.x0 - edges.left
        for before, line in pairwise(run)
        if before.x1 > edges.right - before.size and not LINES.SENTENCE_END.search(before.text)
    ]
    hanging = sum(_SET_IN <= indented < 4 * run[-1].size for indented in going_on)
    flush = sum(abs(indented) < _SET_IN for indented in going_on)
    return replace(edges, hanging=hanging > flush or (edges.hanging and hanging == flush))


def _begins(before: Line, line: Line, edges: _Edges, block: BlockDraft, body: Body) -> bool:
    """Whether a line begins a new block after the line above it."""
    step = line.baseline - before.baseline
    goes_on = before.x1 > edges.right - line.size and not LINES.SENTENCE_END.search(before.text)
    if step < -2 or step > (_SCRIPTS if goes_on else _LEADING) * max(edges.pitch, 1.02 * line.size):
        return True
    if abs(line.size - before.size) > 0.07 * before.size or (line.bold != before.bold and _mostly_text(line, before)):
        return True
    if line.bold and LINES.NUMBERED_HEAD.match(line.text):
        return True
    if len(block.lines) < _HEAD_LINES and line.font == body.font and _own_font(block, body):
        return True
    return _stands_first(before, line, edges, len(block.lines) == 1)


def _stands_first(before: Line, line: Line, edges: _Edges, alone: bool) -> bool:
    """Whether a line is set as the first of a paragraph; ``alone``: the one above is the first of its own."""
    indented, above = line.x0 - edges.left, before.x0 - edges.left
    if edges.hanging:
        return indented < _SET_IN and (above >= _SET_IN or alone)
    indent = _INDENT * line.size
    ends = LINES.SENTENCE_END.search(before.text) is not None
    if indent < indented < 4 * line.size and above < indent:
        return ends or before.x1 > edges.right - 2 * line.size
    if not ends or (alone and above > indent) or before.x1 >= edges.right - 2.5 * line.size:
        return False
    return line.text[:1].isupper() and line.baseline - before.baseline > 1.04 * edges.pitch


def _own_font(block: BlockDraft, body: Body) -> bool:
    """Whether a block is set in one font that is neither the body's nor its italic: many heads tell no weight."""
    fonts = {line.font for line in block.lines}
    return len(fonts) == 1 and fonts.isdisjoint({"", body.font}) and not any(line.italic for line in block.lines)


def _mostly_text(*lines: Line) -> bool:
    return all(sum(character.isalpha() for character in line.text) > 3 for line in lines)


def _is_bold(block: BlockDraft, body: Body) -> bool:
    """Whether a block is set bold, or in a font of its own that may be."""
    return all(line.bold for line in block.lines) or (block.size > 0.85 * body.size and _own_font(block, body))


def _is_heading(block: BlockDraft, body: Body) -> bool:
    text = block.text
    if len(block.lines) > _HEAD_LINES or len(text) > _HEAD_LENGTH or sum(map(str.isalpha, text)) < 3:
        return False
    if block.size > _LARGE * body.size or _is_bold(block, body):
        return True
    if text.rstrip().endswith((".", ",", ";")):
        return False
    if LINES.NUMBERED_HEAD.match(text) and block.lines[0].italic:
        return True
    is_line = " " in text and len(block.lines) <= 2 and block.size >= 0.9 * body.size
    return is_line and text.upper() == text and text[:1].isalpha()


def link_flows(blocks: Sequence[BlockDraft], body: Body) -> None:
    """Give text that goes on after a column, page, note or float the flow number of its beginning."""
    flow = 0
    last: BlockDraft | None = None
    stopped: BlockDraft | None = (
        None  # the last that stops inside a sentence; the rest of a caption may stand behind it
    )
    separated = False
    for block in blocks:
        if _stands_aside(block, body):
            separated = True
            continue
        if block.kind not in _FLOWING:
            last = stopped = None
            continue
        before = stopped if stopped is not None and _begins_small(block, stopped.page) else last
        if before is not None and (separated or _is_elsewhere(before, block)) and _continues(before, block):
            if before.flow is None:
                flow += 1
                before.flow = flow
            block.flow = before.flow
            stopped = None
        if not LINES.SENTENCE_END.search(block.lines[-1].text):
            stopped = block
        last = block
        separated = False


def _stands_aside(block: BlockDraft, body: Body) -> bool:
    """Whether the text goes on behind a block: a float, a note, what is no text."""
    note = block.kind is BlockKind.PARAGRAPH and block.size < 0.93 * body.size
    return block.kind in _ASIDE or block.is_float or note


def _begins_small(block: BlockDraft, page: int) -> bool:
    """Whether a block of a page or the next begins with a small letter."""
    return block.page - page < 2 and block.lines[0].text[:1].islower()


def _is_elsewhere(last: BlockDraft, block: BlockDraft) -> bool:
    return (last.page, last.column) != (block.page, block.column) or block.box[1] < last.box[1]


def _continues(last: BlockDraft, block: BlockDraft) -> bool:
    """Whether a block that stands elsewhere goes on with the sentence of the last one."""
    if last.kind is not block.kind or abs(last.size - block.size) > 0.05 * last.size or block.indented:
        return False
    before, after = last.lines[-1].text, block.lines[0].text
    if before.endswith(("-", "‐", "–")):
        return True
    if LINES.SENTENCE_END.search(before):
        return after[:1].islower()
    return True
