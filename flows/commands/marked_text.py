"""A text with its mentions marked: in pieces for the terminal, as a page of displaCy's for the browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.document import Block, Document
    from extractors.linking.passage import Passage

COLOURS = {"MATERIAL": "#bfe3c0", "QUANTITY": "#f3e2a0", "TEMPERATURE": "#f0c4dd", "CITATION": "#bcdff0"}


def pieces(passage: Passage) -> Iterator[tuple[str, str | None]]:
    """The passage in pieces with the kind of mention each is (None: plain text), citations back where they stood."""
    spans = [(m.start, m.end, "material") for m in passage.materials]
    spans += [(q.start, q.end, "quantity") for q in passage.quantities]
    spans += [(t.start, t.end, "temperature") for t in passage.temperatures]
    lifted = sorted((c.position, "[" + ",".join(map(str, c.numbers)) + "]") for c in passage.citations)
    position = 0

    def plain(until: int) -> Iterator[tuple[str, str | None]]:
        nonlocal position
        while lifted and lifted[0][0] <= until:
            place, numbers = lifted.pop(0)
            if place > position:
                yield passage.text[position:place], None
            yield numbers, "citation"
            position = max(place, position)
        if until > position:
            yield passage.text[position:until], None
        position = max(until, position)

    for start, end, kind in sorted(spans):
        if start < position:  # a temperature is a quantity too: the first mark stands
            continue
        yield from plain(start)
        yield passage.text[start:end], kind
        position = end
    yield from plain(len(passage.text))


def html_page(document: Document, blocks: Sequence[Block]) -> str:
    """A page with every evidence block of a document, its mentions marked by spaCy's displaCy."""
    from spacy import displacy

    drawn = [told for block in blocks if (told := _drawn(document, block)) is not None]
    page: str = displacy.render(drawn, style="ent", manual=True, page=True, options={"colors": COLOURS})
    return page


def _drawn(document: Document, block: Block) -> dict[str, Any] | None:
    """A block as displaCy wants it: text, places of the marks, title."""
    from extractors.composition import context_of
    from extractors.extract import read_block

    start, end = block.raw_span()
    title = " ".join(filter(None, (f"p. {block.page}" if block.page else "", block.label, block.section)))
    told: dict[str, Any] = {"ents": [], "title": f"{title} [{start}:{end}]"}
    if block.table is not None:
        rows = ([cell.text.text if cell else "" for cell in row] for row in block.table.rows())
        return told | {"text": "\n".join([block.table.caption.text, *(" | ".join(row) for row in rows)])}
    if not block.kind.is_evidence:
        return None
    passage = read_block(block, document, context_of(document)).passage
    if passage is None:
        return None
    text = ""
    for piece, kind in pieces(passage):
        if kind is not None:
            told["ents"].append({"start": len(text), "end": len(text) + len(piece), "label": kind.upper()})
        text += piece
    return told | {"text": text}
