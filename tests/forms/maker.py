"""One document in the forms in which people have papers, made of the blocks of a document that was read.

What comes out is bytes a reader is handed: markup (``html`` as a browser saves a page, ``jats``, ``markdown``), PDF in
three layouts, and what tools make of a PDF's text. Formulas get their indices and powers their exponents in
the notation of the form, citations stand where they stood.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

import pdfplumber
import pypdfium2

from benchmarks.typesetting.markup import mark_up
from benchmarks.typesetting.typeset import PageStyle, typeset
from corpus.document import Block, BlockKind, Citation, Document, Table

_NUMBER = re.compile(r"^[\[(]?\d+[\]).]*\s*")
_TAG = re.compile(r"<(/?)(sub|super)[^>]*>")

MENU = "<nav><ul><li>Home</li><li>Journals</li><li>Log in</li></ul></nav>"
BANNER = "<div class='cookie-banner'>We use cookies to make this site work. <button>Accept all</button></div>"
CITED_BY = (
    "<section class='cited-by'><h2>Cited by</h2><ol><li>A thioborate of 7.7 mS cm<sup>-1</sup> at 25 °C, "
    "J. Invented Results 2030</li></ol></section>"
)
"""What a publisher's page holds beside its article; no fact may come of it."""

COLUMNS = PageStyle()
RULED = PageStyle(columns=1, rules="grid", hyphenation=False)
PLAIN = PageStyle(columns=1, rules="none", ligatures=False)


def _scripts(marked: str) -> str:
    """The typesetter's indices and exponents as ``<sub>`` and ``<sup>``."""
    return _TAG.sub(lambda tag: f"<{tag[1]}{'sup' if tag[2] == 'super' else 'sub'}>", marked)


def _inline(text: str, citations: Sequence[Citation] = ()) -> str:
    return _scripts(mark_up(text, citations, ligatures=False))


def _jats_inline(block: Block) -> str:
    """Text with every citation as a link to its entry of the bibliography."""
    parts, position, text = [], 0, block.text.text
    for citation in sorted(block.citations, key=lambda each: each.position):
        parts.append(_inline(text[position : citation.position].rstrip(" ")))
        links = ",".join(f'<xref ref-type="bibr" rid="r{number}">{number}</xref>' for number in citation.numbers)
        parts.append(f" [{links}]" + (" " if text[citation.position : citation.position + 1].isalnum() else ""))
        position = citation.position
    return "".join([*parts, _inline(text[position:])])


def _rows(table: Table) -> Iterator[tuple[bool, list[tuple[str, int, Sequence[Citation]]]]]:
    """Rows as (is it a head, cells as text, columns covered and citations)."""
    for row in range(table.row_count):
        cells = sorted((cell for cell in table.cells if cell.row == row), key=lambda cell: cell.column)
        yield row < table.header_rows, [(cell.text.text, cell.column_span, cell.citations) for cell in cells]


def _table_markup(table: Table) -> str:
    rows = []
    for head, cells in _rows(table):
        tag = "th" if head else "td"
        told = "".join(f'<{tag} colspan="{span}">{_inline(text, cited)}</{tag}>' for text, span, cited in cells)
        rows.append((head, f"<tr>{told}</tr>"))
    heads = "".join(row for head, row in rows if head)
    return f"<table><thead>{heads}</thead><tbody>{''.join(row for head, row in rows if not head)}</tbody></table>"


def _caption(table: Table) -> str:
    return f"{table.label}. {_inline(table.caption.text, table.caption_citations)}"


def html(document: Document) -> bytes:
    """A publisher's page as a browser saves it: menu, cookie banner, article, bibliography, "cited by"."""
    body: list[str] = []
    entries: list[str] = []
    for block in document.blocks:
        text = _inline(block.text.text, block.citations)
        if block.table is not None:
            body.append(
                f"<figure><figcaption>{_caption(block.table)}</figcaption>{_table_markup(block.table)}</figure>"
            )
        elif block.kind is BlockKind.REFERENCE:
            entries.append(f"<li>{escape(_NUMBER.sub('', block.text.text))}</li>")
        elif block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            level = 1 if block.kind is BlockKind.TITLE else 2
            body.append(f"<h{level}>{text}</h{level}>")
        elif block.kind is not BlockKind.CAPTION or not _is_of_table(block):
            body.append(f"<p>{text}</p>")
    references = f"<section id='references'><h2>References</h2><ol>{''.join(entries)}</ol></section>"
    title = escape(document.metadata.title)
    page = f"<article>{''.join(body)}{references}</article>{CITED_BY}<footer>Terms of use</footer>"
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{MENU}{BANNER}{page}</body></html>".encode()


def _is_of_table(block: Block) -> bool:
    return block.label.startswith("Table")


def jats(document: Document) -> bytes:
    """The article as JATS: sections, tables in ``table-wrap``, citations as links, bibliography in ``ref-list``."""
    front: list[str] = []
    body: list[str] = []
    entries: list[str] = []
    opened = False
    for block in document.blocks:
        if block.table is not None:
            label, told = block.table.label, _inline(block.table.caption.text, block.table.caption_citations)
            body.append(
                f"<table-wrap><label>{label}</label><caption><p>{told}</p></caption>{_table_markup(block.table)}</table-wrap>"
            )
        elif block.kind is BlockKind.TITLE:
            front.append(f"<title-group><article-title>{_inline(block.text.text)}</article-title></title-group>")
        elif block.kind is BlockKind.REFERENCE:
            at, text = len(entries) + 1, escape(_NUMBER.sub("", block.text.text))
            entries.append(f'<ref id="r{at}"><label>{at}</label><mixed-citation>{text}</mixed-citation></ref>')
        elif block.kind is BlockKind.HEADING:
            body.append(f"{'</sec>' if opened else ''}<sec><title>{_inline(block.text.text)}</title>")
            opened = True
        elif block.kind is not BlockKind.FRONT_MATTER and not (block.kind is BlockKind.CAPTION and _is_of_table(block)):
            body.append(f"<p>{_jats_inline(block)}</p>")
    if opened:
        body.append("</sec>")
    whole = f"<front><article-meta>{''.join(front)}</article-meta></front><body>{''.join(body)}</body>"
    back = f"<back><ref-list>{''.join(entries)}</ref-list></back>"
    return f'<?xml version="1.0"?><article article-type="review-article">{whole}{back}</article>'.encode()


def markdown(document: Document) -> bytes:
    """A converter's markdown: headings, pipe tables, indices and exponents as HTML, bibliography as a list."""
    parts: list[str] = []
    listed = False
    for block in document.blocks:
        text = _inline(block.text.text, block.citations)
        if block.table is not None:
            rows = [
                "| " + " | ".join(_inline(text, cited) for text, _, cited in cells) + " |"
                for _, cells in _rows(block.table)
            ]
            rows.insert(block.table.header_rows, "|" + " --- |" * block.table.column_count)
            parts.append(_caption(block.table) + "\n\n" + "\n".join(rows))
        elif block.kind is BlockKind.REFERENCE:
            if not listed:
                parts.append("## References")
                listed = True
            parts.append(block.text.text)
        elif block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            parts.append(("# " if block.kind is BlockKind.TITLE else "## ") + text)
        elif not (block.kind is BlockKind.CAPTION and _is_of_table(block)):
            parts.append(text)
    return "\n\n".join(parts).encode()


def pdfium_text(pdf: bytes) -> bytes:
    """The text of a PDF as pdfium gives it: in the order of the file, a form feed a page."""
    with pypdfium2.PdfDocument(pdf) as file:
        return "\n\f".join(page.get_textpage().get_text_range() for page in file).encode()


def layout_text(pdf: bytes) -> bytes:
    """The text of a PDF with its layout kept by blanks, as ``pdftotext -layout`` and pdfplumber write it."""
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        return "\n\f".join(page.extract_text(layout=True) for page in file.pages).encode()


FORMS: Mapping[str, tuple[str, Callable[[Document], bytes]]] = {
    "html": (".html", html),
    "jats": (".xml", jats),
    "markdown": (".md", markdown),
    "columns": (".pdf", lambda document: typeset(document, COLUMNS)),
    "ruled": (".pdf", lambda document: typeset(document, RULED)),
    "plain": (".pdf", lambda document: typeset(document, PLAIN)),
    "pdfium": (".txt", lambda document: pdfium_text(typeset(document, COLUMNS))),
    "layout": (".txt", lambda document: layout_text(typeset(document, PLAIN))),
}
"""Name of a form: the suffix of its file and what makes it."""
