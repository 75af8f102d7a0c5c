"""Whether a document tells its authors' own measurements (a research paper) or those of others (a review)."""

from __future__ import annotations

from corpus.document import BlockKind, Document
from extractors.cited_source.cues import CUES

OPENING = 6000
"""Characters of running text that are taken for title, abstract and introduction."""

OWN_STATEMENTS = 2
"""So many statements of own work in the opening make a research paper."""


def tells_own_work(document: Document) -> bool:
    """True for a research paper, False for a review; a text that says neither is taken for a review."""
    if _is_review(document):
        return False
    headings = {b.text.text for b in document.blocks if b.kind is BlockKind.HEADING}
    if any(CUES.OWN_SECTION.match(heading) for heading in headings):
        return True
    opening = _opening(document)
    return bool(CUES.OWN_STUDY.search(opening) or sum(1 for _ in CUES.OWN_WORK.finditer(opening)) >= OWN_STATEMENTS)


def _is_review(document: Document) -> bool:
    """Whether title, abstract or a label above them say so."""
    titles = " ".join(b.text.text for b in document.blocks if b.kind is BlockKind.TITLE) + " " + document.metadata.title
    labels = (b.text.text for b in document.blocks if b.kind is BlockKind.FRONT_MATTER)
    return bool(
        CUES.REVIEW_TITLE.search(titles)
        or CUES.REVIEW_ABSTRACT.search(_opening(document)[: OPENING // 3])
        or any(CUES.REVIEW_LABEL.match(label) for label in labels)
    )


def _opening(document: Document) -> str:
    """The first running text, to the end of the block in which it is long enough."""
    opening = ""
    for block in document.evidence_blocks():
        if block.table is None:
            opening += block.text.text + "\n"
        if len(opening) > OPENING:
            break
    return opening
