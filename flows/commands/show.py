"""``ionmine show``: the document as the pipeline sees it, and why a value got its material."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer import BadParameter

from corpus.document import Block, Document, Status
from flows.commands.marked_text import pieces
from flows.commands.record_table import value_text
from flows.console import OK, SOME_FAILED, complain, output

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from extractors.linking.passage import Passage
    from extractors.records import AnyRecord

STYLES = {
    "material": "bold green", "quantity": "bold yellow", "temperature": "bold magenta", "citation": "cyan",
}  # fmt: skip
READABLE = (Status.SUCCESS, Status.PARTIAL, Status.NO_ARTICLE)


def picture(file: Path, page: int, target: Path, password: str | None) -> int:
    """Draw a page of a PDF with blocks, cells and the places of the records; the exit code."""
    from corpus.readers.pdf.picture import draw_page
    from extractors.extract import extract

    try:
        document = _read(str(file), password)
        draw_page(file, page, document, [(r.start, r.end) for r in extract(document)], target, password=password)
    except (OSError, ValueError) as error:
        complain(str(file), str(error))
        return SOME_FAILED
    output().print(str(target))
    return OK


def page_of_marks(file: str, target: Path, section: str | None, password: str | None) -> int:
    """Write the document as a page with every mention marked (``--html``); the exit code."""
    from flows.commands.marked_text import html_page

    document = opened(file, password)
    if document is None:
        return SOME_FAILED
    try:
        target.write_text(html_page(document, list(_blocks(document, section))), encoding="utf-8")
    except OSError as error:
        complain(str(target), error.strerror or str(error))
        return SOME_FAILED
    output().print(str(target))
    return OK if document.status in READABLE else SOME_FAILED


def show(
    file: str, *, sentence: str | None, why: bool, section: str | None, page: int | None, png: Path | None,
    html: Path | None, password: str | None,
) -> int:  # fmt: skip
    """Print or draw the document, or (with ``sentence`` or ``why``) tell the reasons of its records; the exit code."""
    if (page is None) != (png is None):
        raise BadParameter("--page and --png go together")
    if page is not None and png is not None:
        return picture(Path(file), page, png, password)
    if html is not None:
        return page_of_marks(file, html, section, password)
    document = opened(file, password)
    if document is None or document.status not in READABLE:
        return SOME_FAILED
    console = output()
    if sentence is None and not why:
        _print_document(console, document, section)
        return OK
    return OK if _print_reasons(console, document, sentence or "", section) else SOME_FAILED


def opened(file: str, password: str | None) -> Document | None:
    """The document, with a line for each of its problems; None, with a line, when it cannot be opened."""
    try:
        document = _read(file, password)
    except OSError as error:
        complain(file, error.strerror or str(error))
        return None
    for problem in document.problems:
        complain(file, problem.message)
    return document


def _read(file: str, password: str | None) -> Document:
    from corpus import reader

    if file == "-":
        return reader.read_bytes(sys.stdin.buffer.read(), "stdin")
    return reader.read(Path(file), password=password)


def _blocks(document: Document, section: str | None) -> Iterator[Block]:
    wanted = section.casefold() if section else ""
    return (block for block in document.blocks if wanted in block.section.casefold())


def _print_document(console: Console, document: Document, section: str | None) -> None:
    from rich.text import Text

    from extractors.composition import context_of
    from extractors.extract import read_block
    from extractors.tables import describe_tables
    from flows.commands.tables import print_table

    told = document.metadata
    console.print(Text.assemble((told.title or document.document_id, "bold")))
    facts = [document.media_type, str(document.status), f"{len(document.raw)} characters"]
    facts += [f"{len(document.blocks)} blocks", f"{len(document.bibliography)} references"]
    console.print(Text(" · ".join(facts), style="dim"))
    legend = Text("marked: ", style="dim")
    for name in STYLES:
        legend.append_text(_mark(name, name, console.is_terminal)).append("  ")
    console.print(legend)
    names = context_of(document)
    for each in document.definitions:
        console.print(Text(f"{each.short} = {each.long} ({each.origin})", style="dim"))
    drawn = {table.raw_start: table for table in describe_tables(document)}
    for block in _blocks(document, section):
        place = f"p. {block.page} " if block.page else ""
        start, end = block.raw_span()
        head = f"{place}{block.kind} {block.label} [{start}:{end}] {block.section}".replace("  ", " ")
        console.print(Text(f"── {head}", style="blue"))
        if block.table is not None:
            described = drawn.get(block.table.raw_start)
            if described is not None:
                print_table(console, described)
        elif block.kind.is_evidence:
            passage = read_block(block, document, names).passage
            if passage is not None:
                console.print(marked(passage, console.is_terminal))
        else:
            console.print(Text(block.text.text))


def _mark(text: str, kind: str, coloured: bool) -> Text:
    """A mention in its colour; without colours in braces with its kind."""
    from rich.text import Text

    return Text(text, style=STYLES[kind]) if coloured else Text(f"{{{kind}: {text}}}")


def marked(passage: Passage, coloured: bool) -> Text:
    """The passage's text with its mentions marked and its citations back where they stood."""
    from rich.text import Text

    text = Text()
    for piece, kind in pieces(passage):
        text.append_text(Text(piece) if kind is None else _mark(piece, kind, coloured))
    return text


def _print_reasons(console: Console, document: Document, sentence: str, section: str | None) -> bool:
    """Every record whose evidence holds the words, with what spoke for its material. False when there is none."""
    from rich.text import Text

    from extractors.extract import extract
    from pipeline.checks import check
    from pipeline.confidence import calibrate

    records = extract(document)
    check(document, records)
    calibrate(records)
    wanted = " ".join(sentence.casefold().split())
    found = [
        record
        for record in records
        if wanted in " ".join(record.sentence.casefold().split())
        and (section or "").casefold() in record.section.casefold()
    ]
    shown = ""
    for record in found:
        if record.sentence != shown:
            shown = record.sentence
            console.print()
            console.print(Text(f"“{shown}”", style="bold"))
        console.print(_reasons_of(record))
    if not found:
        complain(document.document_id, "no record from such a sentence" if sentence else "no record")
    return bool(found)


def _reasons_of(record: AnyRecord) -> Text:
    from rich.text import Text

    fields: dict[str, Any] = record.model_dump()
    kelvin = fields.get("temperature_k")
    text = Text("  ").append(record.material or "no material", style=STYLES["material"])
    if record.formula and record.formula != record.material:
        text.append(f" = {record.formula}")
    text.append(" · ").append(value_text(fields), style=STYLES["quantity"])
    if kelvin is not None:
        text.append(" · ").append(f"{kelvin:g} K ({fields['temperature_surface']})", style=STYLES["temperature"])
    if record.references:
        text.append(" · ").append(str(record.references), style=STYLES["citation"])
    text.append(f" · {record.kind}, {fields.get('property', record.kind)}, [{record.start}:{record.end}], ")
    text.append(f"confidence {record.confidence:.2f}")
    for reason in [*record.reasons, *(f"flag: {flag}" for flag in record.flags)]:
        text.append(f"\n    {reason}", style="dim")
    return text
