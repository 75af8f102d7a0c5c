"""What the blocks of an article are: title, authors and dates, references, back matter."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import BlockKind
from corpus.readers.pdf.blocks import BlockDraft
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


def assign(blocks: Sequence[BlockDraft], body_size: float) -> None:
    """Set the kinds that follow from place and wording."""
    _back(blocks)
    _front(blocks, body_size)


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


def _back(blocks: Sequence[BlockDraft]) -> None:
    """Blocks under the headings of back matter, abbreviations and bibliography get their kinds."""
    inside: BlockKind | None = None
    listed: list[BlockDraft] = []
    for block in blocks:
        if block.kind not in _TEXT:
            continue
        is_heading = block.kind is BlockKind.HEADING and not (inside is BlockKind.REFERENCE and _is_entry(block))
        if is_heading or REFERENCES_TITLE.match(block.text):
            block.kind = BlockKind.HEADING
            inside = next((kind for title, kind in _HEADS if title.match(block.text)), None)
        elif inside is BlockKind.REFERENCE:
            listed.append(block)
        else:
            begins = BACK_MATTER_RUN_IN.match(block.text)
            block.kind = inside or (BlockKind.BACK_MATTER if begins else BlockKind.PARAGRAPH)
    _bibliography(listed)


def _bibliography(listed: Sequence[BlockDraft]) -> None:
    """Blocks below the title of a bibliography are its entries, but what stands clear of them ends it on its page."""
    entry: BlockDraft | None = None
    ended = 0
    for block in listed:
        if LINES.REFERENCE_NUMBER.match(block.text) is None and _set_apart(entry, block):
            ended = block.page
        block.kind = BlockKind.BACK_MATTER if block.page == ended else BlockKind.REFERENCE
        entry = entry if block.page == ended else block


def _is_entry(block: BlockDraft) -> bool:
    return bool(LINES.REFERENCE_NUMBER.match(block.text)) and len(block.text) > 30


def _set_apart(entry: BlockDraft | None, block: BlockDraft) -> bool:
    """Whether a block stands clear of the entry above it: what follows the bibliography."""
    if entry is None or (entry.page, entry.column) != (block.page, block.column):
        return False
    return block.lines[0].top - entry.lines[-1].bottom > 0.8 * block.size
