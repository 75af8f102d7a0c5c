"""Tables set in a markup language inside the text, as converters leave them: HTML, TEI and CALS elements, LaTeX."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from corpus.tables import patterns
from corpus.tables.found import Line, RawCell, RawTable, cell_of, spans_of

_TABLE = re.compile(r"<(?P<name>table|tgroup)\b[^>]*>(?P<body>.*?)</(?P=name)\s*>", re.I | re.S)
_ROW = re.compile(r"<(?:tr|row)\b[^>]*>(.*?)(?=</(?:tr|row)\s*>|<(?:tr|row)\b|$)", re.I | re.S)
_CELL_NAME = r"(?:t[dh]|cell|entry)"
_CELL = re.compile(
    rf"<(?P<sort>{_CELL_NAME})\b(?P<given>[^>]*)>(?P<text>.*?)(?=</{_CELL_NAME}\s*>|<{_CELL_NAME}\b|$)", re.I | re.S
)
_SPAN = re.compile(r"\b(?P<way>row|col)s(?:pan)?\s*=\s*[\"']?(?P<count>\d{1,2})", re.I)
# Tags without meaning for the text; raised and lowered figures stay for the repair, without a name space before them.
_TAG = re.compile(r"<(?!/?(?:ce:)?su[bp]\b)/?[a-z][^<>]*>|(?<=<)ce:|(?<=</)ce:", re.I)
_PARTS_WORDS = re.compile(r"</?(?:ce:)?(?:br|p|div|li|head|label|figdesc|caption|simple-para|title)\b", re.I)
_AROUND = re.compile(r"<(?P<name>figure|ce:table|table-wrap|table)\b[^>]*>", re.I)
_ABOVE = 2000  # characters of caption between the element around a table and its rows
_LATEX_TABLE = re.compile(r"\\begin\{(tabularx?\*?|array)\}(?P<body>.*?)\\end\{\1\}", re.S)
_LATEX_AROUND = re.compile(r"\\begin\{(?P<name>[a-z]{0,8}table\*?)\}")
_LATEX_CAPTION = re.compile(r"\\caption\*?(?:\[[^\]]*\])?\{(?P<text>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}", re.S)
_LATEX_COLUMNS = re.compile(r"\s*+(?:\[[^\]]*+\]|\{[^{}]*+\}(?=\s*+\{))?\s*+\{(?:[^{}]|\{[^{}]*+\})*+\}")
_LATEX_ROW_END = re.compile(r"\\\\(?:\[[^\]]*\])?")
_LATEX_RULE = re.compile(r"\\(?:[hc]line|toprule|midrule|bottomrule|cmidrule)(?:\([^)]*\))?(?:\{[^}]*\})?")
_LATEX_CELL_END = re.compile(r"(?<!\\)&")
_LATEX_SPAN = re.compile(
    r"\s*\\multi(?P<way>row|column)\s*\{(?P<count>\d{1,2})\}\s*\{[^{}]*\}\s*\{(?P<text>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}\s*$",
    re.S,
)


def find_marked_up(raw: str, lines: Sequence[Line]) -> list[tuple[RawTable, int, int]]:
    """Tables of elements and of LaTeX with the index range of their lines."""
    if not lines:
        return []
    start, end = lines[0].start, lines[-1].end
    found = []
    for matches, read, shape in (
        (_TABLE.finditer(raw, start, end), _element_rows, "html"),
        (_LATEX_TABLE.finditer(raw, start, end), _latex_rows, "latex"),
    ):
        for match in matches:
            rows, heads = read(raw, match)
            if len(rows) < 2 or max(len(row) for row in rows) < 2:
                continue
            begin, stop, caption = _caption(raw, match, start) if shape == "html" else _latex_caption(raw, match, start)
            first = bisect_right(lines, begin, key=lambda line: line.start) - 1
            last = bisect_left(lines, stop, key=lambda line: line.start)
            inside = lines[first:last]
            table = RawTable(rows, shape, inside[0].start, inside[-1].end, spans_of(inside), header_rows=heads or None)
            label = patterns.CAPTION.match(caption.text(raw))
            if label is not None:
                table.label = f"Table {label['number']}"
            if label is not None or shape == "latex":
                table.caption = caption
            found.append((table, first, last))
    return found


def _latex_caption(raw: str, table: re.Match[str], start: int) -> tuple[int, int, RawCell]:
    """Where the environment around a table begins and ends, and its caption; those of the table when it has none."""
    around = _LATEX_AROUND.finditer(raw, max(start, table.start() - _ABOVE), table.start())
    outer = next((one for one in around if f"\\end{{{one['name']}}}" not in raw[one.end() : table.start()]), None)
    if outer is None:
        return table.start(), table.end(), RawCell()
    close = f"\\end{{{outer['name']}}}"
    stop = raw.find(close, table.end(), table.end() + _ABOVE)
    stop = stop + len(close) if stop >= 0 else table.end()
    caption = _LATEX_CAPTION.search(raw, outer.end(), stop)
    return outer.start(), stop, cell_of(raw, *caption.span("text")) if caption is not None else RawCell()


def _caption(raw: str, table: re.Match[str], start: int) -> tuple[int, int, RawCell]:
    """Where the element around a table begins and its rows end, and what stands in it before the first row."""
    around = _AROUND.finditer(raw, max(start, table.start() - _ABOVE), table.start("body"))
    outer = next((one for one in around if f"</{one['name']}" not in raw[one.end() : table.start()]), table)
    row = _ROW.search(raw, table.start("body"), table.end("body"))
    begin = table.start("body") if outer is table else outer.end()
    return outer.start(), table.end(), _without_tags(raw, begin, row.start() if row else begin)


def _element_rows(raw: str, table: re.Match[str]) -> tuple[list[list[RawCell]], int]:
    rows: list[list[tuple[RawCell, int]]] = []
    heads = 0
    for row in _ROW.finditer(raw, table.start("body"), table.end("body")):
        cells = []
        only_heads = True
        for cell in _CELL.finditer(raw, row.start(1), row.end(1)):
            spans = {span["way"].lower(): int(span["count"]) for span in _SPAN.finditer(cell["given"])}
            text = _without_tags(raw, cell.start("text"), cell.end("text"))
            cells.append((RawCell(text.parts, spans.get("col", 1)), spans.get("row", 1)))
            only_heads &= cell["sort"].lower() == "th"
        if cells:
            heads += only_heads and heads == len(rows)
            rows.append(cells)
    return _filled_down(rows), heads


def _without_tags(raw: str, start: int, end: int) -> RawCell:
    """The text between two places as a cell, without tags; a line break counts as a blank."""
    cell = RawCell()
    position = start
    glue = ""
    for tag in [*_TAG.finditer(raw, start, end), None]:
        piece = cell_of(raw, position, tag.start() if tag else end)
        cell = cell.join(piece, glue) if piece.parts else cell
        if tag:
            position = tag.end()
            glue = " " if _PARTS_WORDS.match(tag.group()) else ""
    return cell


def _latex_rows(raw: str, table: re.Match[str]) -> tuple[list[list[RawCell]], int]:
    columns = _LATEX_COLUMNS.match(raw, table.start("body"), table.end("body"))
    position = columns.end() if columns is not None else table.start("body")
    rows: list[list[tuple[RawCell, int]]] = []
    for start, end in _between(_LATEX_ROW_END, raw, position, table.end("body")):
        while (rule := _LATEX_RULE.match(raw, _skip_blank(raw, start, end), end)) is not None:
            start = rule.end()
        cells = [_latex_cell(raw, *cell) for cell in _between(_LATEX_CELL_END, raw, start, end)]
        if any(cell.parts for cell, _ in cells):
            rows.append(cells)
    return _filled_down(rows), 0


def _between(marks: re.Pattern[str], raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between marks."""
    for mark in marks.finditer(raw, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def _skip_blank(raw: str, start: int, end: int) -> int:
    while start < end and raw[start].isspace():
        start += 1
    return start


def _latex_cell(raw: str, start: int, end: int) -> tuple[RawCell, int]:
    """A cell and the number of rows it spans."""
    span = _LATEX_SPAN.match(raw, start, end)
    if span is None:
        return cell_of(raw, start, end), 1
    inside = cell_of(raw, span.start("text"), span.end("text"))
    count = int(span["count"])
    return (inside, count) if span["way"] == "row" else (RawCell(inside.parts, count), 1)


def _filled_down(rows: Sequence[Sequence[tuple[RawCell, int]]]) -> list[list[RawCell]]:
    """Rows with every cell that spans several of them repeated in each.

    LaTeX leaves an empty cell below such a one and HTML none: an empty cell takes the repeated one's place.
    """
    waiting: dict[int, tuple[RawCell, int]] = {}
    filled: list[list[RawCell]] = []
    for row in rows:
        cells: list[RawCell] = []
        column = 0
        given = list(row)
        while given or column in waiting:
            above = waiting.pop(column, None)
            if above is not None:
                cell, left = above
                if given and not given[0][0].parts:
                    given.pop(0)
            else:
                cell, left = given.pop(0)
            if left > 1:
                waiting[column] = (cell, left - 1)
            cells.append(cell)
            column += cell.column_span
        filled.append(cells)
    return filled
