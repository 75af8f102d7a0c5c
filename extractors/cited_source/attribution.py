"""Which cited numbers a value or route was taken from.

A citation belongs to what stands before it up to the citation before; one that names a work (``Kim et al. [84]``)
belongs to everything told of that work until another work is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Citation
from extractors.cited_source.patterns import COMPARED_WORK, GOES_ON, PICTURE_CREDIT
from extractors.linking.passage import Passage


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cited numbers, in order, and the rule that found them."""

    numbers: tuple[int, ...]
    rule: str


def cited_numbers(passage: Passage, start: int, end: int, others: list[tuple[int, int]]) -> Attribution:
    """Sources of the statement at ``[start, end)``; ``others`` are the spans of all values of its sentence, in order.

    Gives no numbers when neither the sentence nor the work under discussion names a source.
    """
    if passage.is_caption:
        return _of_caption(passage, start, end)
    index = passage.sentence_index(start)
    own = _of_sentence(passage, index)
    chosen = _choose(passage, index, own, start, end, others) if own else None
    if chosen is not None and chosen.numbers:
        return chosen
    if passage.own_work:
        return Attribution((), "the paper's own work")
    return _inherited(passage, index)


def is_work(passage: Passage, citation: Citation) -> bool:
    """Whether a citation names the work that is told of: no comparison and no credit of a picture."""
    left = passage.text[max(0, citation.position - 90) : citation.position]
    return citation.narrative and not _is_compared(passage, citation) and not PICTURE_CREDIT.search(left)


def _is_compared(passage: Passage, citation: Citation) -> bool:
    start, _ = passage.sentences[passage.sentence_index(citation.position)]
    left = passage.text[max(start, citation.position - 90) : citation.position]
    return citation.narrative and bool(COMPARED_WORK.search(left))


def _of_sentence(passage: Passage, index: int) -> list[Citation]:
    start, _ = passage.sentences[index]
    next_start = passage.sentences[index + 1][0] if index + 1 < len(passage.sentences) else len(passage.text) + 1
    return [
        c
        for c in passage.citations
        if (start < c.position < next_start) or (c.position == start and c.narrative) or (c.position == start == 0)
    ]


def _numbers(citations: list[Citation]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for citation in citations for number in citation.numbers))


def _choose(
    passage: Passage, index: int, own: list[Citation], start: int, end: int, others: list[tuple[int, int]]
) -> Attribution:
    following = [span for span in others if span[0] >= end]
    limit = following[0][0] if following else passage.sentences[index][1] + 2
    right_behind = [c for c in own if end <= c.position < limit]
    if following and right_behind:
        return Attribution(_numbers(_adjacent(right_behind)), "citation behind the value")
    named = [c for c in own if c.position <= start and is_work(passage, c)]
    behind = [c for c in own if c.position >= end and not _is_compared(passage, c)]
    before = [c for c in own if c.position <= start and not c.narrative]
    if named and (not behind or following):
        return Attribution(_numbers(named[-1:]), "work named in the sentence")
    if behind and following and passage.own_work:
        return Attribution((), "the paper's own value, compared with a cited one")
    if behind:
        return Attribution(_numbers(_adjacent(behind)), "citation closing the sentence")
    if named:
        return Attribution(_numbers(named[-1:]), "work named in the sentence")
    if passage.own_work:
        return Attribution((), "the paper's own work")
    return Attribution(_numbers(before[-1:]), "citation before the value")


def _adjacent(citations: list[Citation]) -> list[Citation]:
    """The first citation and those that stand at the same place."""
    return [c for c in citations if c.position - citations[0].position <= 3]


def _inherited(passage: Passage, index: int) -> Attribution:
    position = index - 1
    while position >= 0:
        own = _of_sentence(passage, position)
        named = [c for c in own if is_work(passage, c)]
        if named:
            return Attribution(_numbers(named[-1:]), "work named before")
        own = [c for c in own if not c.narrative]
        if own and (GOES_ON.match(passage.sentence_text(index)) or position == index - 1 or position == 0):
            return Attribution(_numbers(own[-1:]), "citation of the sentence before")
        position -= 1
    end = passage.sentences[index][1]
    later = [c for c in passage.citations if c.position > end]
    if later and len({c.numbers for c in later}) == 1:
        return Attribution(later[0].numbers, "the only citation of the paragraph")
    return Attribution((), "no citation")


def _of_caption(passage: Passage, start: int, end: int) -> Attribution:
    if passage.own_work:
        return Attribution((), "the paper's own figure")
    behind = [c for c in passage.citations if c.position >= end]
    before = [c for c in passage.citations if c.position <= start]
    if behind:
        return Attribution(_numbers(behind[:1]), "citation behind in the caption")
    return Attribution(_numbers(before[-1:]), "citation before in the caption")
