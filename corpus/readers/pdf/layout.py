"""From pages to blocks: what recurs, floats, columns, reading order, paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.document import BlockKind, Box, Problem
from corpus.readers.pdf.blocks import BlockDraft, Body, group, link_flows
from corpus.readers.pdf.columns import Gutter, find_gutters, usual_gutters
from corpus.readers.pdf.figure_finder import FigureFinder
from corpus.readers.pdf.free_text import FreeText
from corpus.readers.pdf.geometry import around, inside
from corpus.readers.pdf.lines import Line, Piece, rows_of
from corpus.readers.pdf.page import Page
from corpus.readers.pdf.patterns import LINES
from corpus.readers.pdf.reading_order import Item, order
from corpus.readers.pdf.roles import assign
from corpus.readers.pdf.running_heads import RunningHeads
from corpus.readers.pdf.table_finder import TableFinder
from corpus.readers.pdf.table_grid import TableDraft

_LEARNED_FROM = 16  # pages
_SIDEWAYS_TABLE = 8  # pieces of text: fewer are a stamp or an axis title
_MARGIN = 0.09  # of the page: leaning text nearer to the edge is a stamp


def body_of(pages: Sequence[Page]) -> Body:
    """Size and font that most of the text has."""
    sizes: Counter[float] = Counter()
    fonts: Counter[tuple[float, str]] = Counter()
    for page in pages:
        for piece in page.pieces:
            size = round(piece.size, 1)
            sizes[size] += len(piece.text)
            fonts[size, piece.font] += len(piece.text) if piece.font else 0
    if not sizes:
        return Body(10.0, "")
    size = sizes.most_common(1)[0][0]
    return Body(size, max((key for key in fonts if key[0] == size), key=lambda key: fonts[key])[1])


def lay_out(pages: Sequence[Page]) -> tuple[list[BlockDraft], list[Problem]]:
    """The blocks of a document's pages in reading order, and what of their arrangement could not be told."""
    blocks: list[BlockDraft] = []
    problems: list[Problem] = []
    body = body_of(pages)
    heads = RunningHeads(pages, body.size)
    usual = _usual_gutters(pages, heads)
    for page in pages:
        try:
            blocks.extend(_page_blocks(page, heads, body, usual, problems))
        except (ArithmeticError, LookupError, ValueError, TypeError) as error:  # one page must not cost the others
            message = (
                f"the page's arrangement could not be told ({type(error).__name__}); its text is given as it stands"
            )
            problems.append(Problem("unreadable_page_layout", message, page=page.number))
            blocks += _single_blocks(page.pieces, page, BlockKind.PARAGRAPH)
    assign(blocks, body.size)
    link_flows(blocks, body)
    return blocks, problems


def _usual_gutters(pages: Sequence[Page], heads: RunningHeads) -> list[float]:
    """The document's columns, learned from pages spread over it."""
    step = max(1, len(pages) // _LEARNED_FROM)
    return usual_gutters([find_gutters(heads.split(page)[0], page.size) for page in pages[::step]])


def _page_blocks(
    page: Page, heads: RunningHeads, body: Body, usual: Sequence[float], problems: list[Problem]
) -> list[BlockDraft]:
    pieces, running = heads.split(page)
    text = FreeText(page, pieces, body.size, heads.recurring_rule)
    tables = TableFinder(text)
    tables.take_ruled()
    gutters = find_gutters(text.pieces, page.size, usual)
    tables.take_unruled(gutters)
    tables.pair_apart(gutters)
    figures = FigureFinder(text)
    figures.take(gutters)
    items = [Item(line.box, [line]) for line in _lines(text.pieces, gutters)]
    items.extend(_table_item(table) for table in tables.tables)
    for caption in figures.captions:
        box = around(line.box for line in caption.lines)
        items.append(Item(box, caption.lines, BlockKind.CAPTION, caption.label))
        if caption.is_table:
            message = f"{caption.label}: its cells could not be told"
            problems.append(Problem("unreadable_table", message, page=page.number))
    main, notes = order(items, gutters, page.size[0])
    blocks = group(main, page.number, body)
    for note in group(notes, page.number, body):
        note.kind = BlockKind.FRONT_MATTER
        blocks.append(note)
    aside = _single_blocks(running, page, BlockKind.RUNNING_HEAD)
    aside += _leaning_blocks(page, text.figures, body)
    aside += _single_blocks(figures.labels, page, BlockKind.UNREADABLE)
    return blocks + aside


def _table_item(table: TableDraft) -> Item:
    """A table is read where its cells stand: its caption may stand in one column, running text beside it."""
    x0, _, x1, _ = around([table.box, *(line.box for line in (*table.caption, *table.footnotes))])
    _, top, _, bottom = around([table.box, *(line.box for line in table.footnotes)])
    return Item((x0, top, x1, bottom), kind=BlockKind.TABLE, label=table.label, table=table)


def _lines(pieces: Sequence[Piece], gutters: Sequence[Gutter]) -> list[Line]:
    """Pieces on one baseline between the same gutters make a line."""
    lines: list[Line] = []
    for row in rows_of(part for piece in pieces for part in _parts(piece, gutters)):
        current = [row[0]]
        for piece in row[1:]:
            parted = any(
                g.top <= piece.baseline <= g.bottom and current[-1].x1 <= g.x0 + 2 and piece.x0 >= g.x1 - 2
                for g in gutters
            )
            if parted:
                lines.append(Line(current))
                current = [piece]
            else:
                current.append(piece)
        lines.append(Line(current))
    return lines


def _parts(piece: Piece, gutters: Sequence[Gutter]) -> list[Piece]:
    """A stretched line that was joined over a gutter in its two halves."""
    for gutter in gutters:
        hidden = gutter.top <= piece.baseline <= gutter.bottom and piece.x0 < gutter.x0 and piece.x1 > gutter.x1
        if piece.stretched and hidden:
            return [
                half for part in piece.split(gutter.x) for half in ([part] if part is piece else _parts(part, gutters))
            ]
    return [piece]


def _single_blocks(pieces: Sequence[Piece], page: Page, kind: BlockKind) -> list[BlockDraft]:
    """Every line as a block of its own, top to bottom."""
    return [BlockDraft(page.number, kind, [Line(row)]) for row in rows_of(pieces)]


def _leaning_blocks(page: Page, figures: Sequence[Box], body: Body) -> list[BlockDraft]:
    """Text of other directions: tables set sideways, stamps at the margin, axis titles."""
    blocks = []
    left = list(page.leaning)
    for angle in {piece.angle for piece in page.leaning}:
        pieces = [piece for piece in page.leaning if piece.angle == angle]
        if page.angle == 0 and len(pieces) >= _SIDEWAYS_TABLE:
            tables, left_over = _sideways_tables(page, pieces, angle, body)
            blocks.extend(tables)
            left = [piece for piece in left if piece.angle != angle] + left_over
    for piece in left:
        in_figure = any(inside(page.own_box(piece), box, slack=30) for box in figures)
        stamp = (not in_figure and _is_in_margin(page, piece)) or LINES.STAMP.search(piece.text)
        kind = BlockKind.RUNNING_HEAD if stamp else BlockKind.UNREADABLE
        blocks.append(BlockDraft(page.number, kind, [Line([piece])], angle=piece.angle))
    return blocks


def _is_in_margin(page: Page, piece: Piece) -> bool:
    x0, top, x1, bottom = page.own_box(piece)
    width, height = page.size
    at_side = x1 < _MARGIN * width or x0 > (1 - _MARGIN) * width
    return at_side or bottom < _MARGIN * height or top > (1 - _MARGIN) * height


def _sideways_tables(
    page: Page, pieces: Sequence[Piece], angle: int, body: Body
) -> tuple[list[BlockDraft], list[Piece]]:
    """Tables turned on an upright page, and the pieces that are in none of them."""
    size = page.displayed if angle == 180 else (page.displayed[1], page.displayed[0])
    turned = Page(
        page.number, page.displayed, size, angle, list(pieces), drawings=page.drawings.turned(angle, page.displayed)
    )
    text = FreeText(turned, pieces, body.size)
    finder = TableFinder(text)
    finder.take_ruled()
    finder.take_unruled([])
    blocks = [
        BlockDraft(page.number, BlockKind.TABLE, label=table.label, table=table, angle=angle, is_float=True)
        for table in finder.tables
    ]
    return blocks, text.pieces
