"""Which cited numbers a value or route was taken from.

A citation belongs to what stands before it up to the citation before; one that names a work (``Kim et al. [84]``)
belongs to everything told of that work until another work is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Citation
from extractors.cited_source.patterns import (
    ANOTHER_NAME,
    COMPARED_WORK,
    COMPARISON,
    GOES_ON,
    NAME_ENDS,
    NEW_WORK,
    PICTURE_CREDIT,
    REPORTED,
    TOLD_ON,
    VALUE_LIST_GAP,
    WORK_NAMED,
    WORK_TOLD,
)
from extractors.linking.passage import Passage, Span

SENTENCES_ON = 3
"""How many sentences what is told of a work may go on before its citation stands."""


OPENING = 70
"""Characters at a sentence's beginning in which the authors it tells of are named; behind, they are compared with."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cited numbers, in order, and the rule that found them."""

    numbers: tuple[int, ...]
    rule: str


def cited_numbers(passage: Passage, start: int, end: int, others: list[Span], owner: Span | None = None) -> Attribution:
    """Sources of the statement at ``[start, end)``; ``others`` are the spans of all values of its sentence, in order.

    ``owner`` is the place of the material it is told of, when that stands in the same passage. Gives no numbers when
    neither the sentence nor the work under discussion names a source.
    """
    if passage.is_caption:
        return _of_caption(passage, start, end)
    index = passage.sentence_index(start)
    own = _of_sentence(passage, index)
    chosen = _choose(passage, index, own, (start, end), others, owner) if own else None
    if chosen is not None and (chosen.numbers or passage.own_work):
        return chosen
    if passage.own_work:
        return Attribution((), "the paper's own work")
    return _inherited(passage, index)


def is_work(passage: Passage, citation: Citation) -> bool:
    """Whether a citation names the work that is told of: no comparison, no aside, and no credit of a picture."""
    left = passage.text[max(0, citation.position - 90) : citation.position]
    aside = left.rstrip().endswith(("(", "(reference", "(references"))
    return citation.narrative and not aside and not _is_compared(passage, citation) and not PICTURE_CREDIT.search(left)


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
    passage: Passage, index: int, own: list[Citation], value: Span, others: list[Span], owner: Span | None
) -> Attribution:
    start, end = value
    following = [span for span in others if span[0] >= end]
    limit = following[0][0] if following else passage.sentences[index][1] + 2
    right_behind = [c for c in own if end <= c.position < limit]
    if following and right_behind:
        return Attribution(_numbers(_adjacent(right_behind)), "citation behind the value")
    named = _named(passage, [c for c in own if c.position <= start])
    behind = [c for c in own if c.position >= end and not _is_compared(passage, c)]
    before = [c for c in own if c.position <= start and not c.narrative]
    if named and (not behind or following):
        return Attribution(_numbers(named), "work named in the sentence")
    if behind and passage.own_work and _is_own(passage, index, value, behind[0].position, following):
        return Attribution((), "the paper's own value, compared with a cited one")
    if behind:
        return Attribution(_numbers(_adjacent(behind)), "citation closing the sentence")
    if named:
        return Attribution(_numbers(named), "work named in the sentence")
    of_owner = [c for c in own if owner is not None and owner[1] <= c.position and not c.narrative]
    if owner is not None and of_owner and NAME_ENDS.fullmatch(passage.text, owner[1], of_owner[0].position):
        return Attribution(of_owner[0].numbers, "citation behind the material")
    if passage.own_work:
        return Attribution((), "the paper's own work")
    return Attribution(_numbers(before[-1:]), "citation before the value")


def _is_own(passage: Passage, index: int, value: Span, position: int, following: list[Span]) -> bool:
    """Whether a paper's value is its own, only compared with what the citation at ``position`` stands for.

    The values of its own list stand between without being that.
    """
    start, end = value
    if REPORTED.search(passage.text, passage.sentences[index][0], start):
        return False
    for span in following:
        if span[0] < position and VALUE_LIST_GAP.fullmatch(passage.text, end, span[0]):
            end = span[1]
    return COMPARISON.search(passage.text, end, position) is not None or any(end <= s[0] < position for s in following)


def _named(passage: Passage, citations: list[Citation]) -> list[Citation]:
    """The work named last, with those that are named in one breath with it."""
    works = [c for c in citations if is_work(passage, c)]
    together = works[-1:]
    for work in reversed(works[:-1]):
        if not ANOTHER_NAME.fullmatch(passage.text, work.position, together[0].position):
            break
        together.insert(0, work)
    return together


def _adjacent(citations: list[Citation]) -> list[Citation]:
    """The first citation and those that stand at the same place."""
    return [c for c in citations if c.position - citations[0].position <= 3]


def _inherited(passage: Passage, index: int) -> Attribution:
    """The source of the work or subject that the sentences before tell of, when this one goes on with it."""
    told = passage.sentence_text(index)
    if NEW_WORK.search(told) or WORK_NAMED.search(told[:OPENING]):
        later = _later(passage, index)
        return Attribution(_numbers(later), "citation closing what is told of the work" if later else "work not cited")
    for position in range(index - 1, -1, -1):
        own = _of_sentence(passage, position)
        named = _named(passage, own)
        if named:
            return Attribution(_numbers(named), "work named before")
        own = [c for c in own if not c.narrative]
        if own and _continued(passage, position, index):
            return Attribution(_numbers(own[-1:]), "citation of the sentence before")
        if own:
            break
    later = _later(passage, index)
    if later:
        return Attribution(_numbers(later), "citation closing what is told")
    end = passage.sentences[index][1]
    if len({c.numbers for c in passage.citations}) == 1 and passage.citations[0].position > end:
        return Attribution(passage.citations[0].numbers, "the only citation of the paragraph")
    return Attribution((), "no citation")


def _later(passage: Passage, index: int) -> list[Citation]:
    """The citation at the end of what the next sentences tell of the same work or subject; [] when they do not."""
    for position in range(index + 1, min(index + 1 + SENTENCES_ON, len(passage.sentences))):
        told = passage.sentence_text(position)
        if NEW_WORK.search(told) or WORK_NAMED.search(told) or not TOLD_ON.match(told):
            return []
        closing = [c for c in _of_sentence(passage, position) if not c.narrative]
        if closing:
            return _adjacent(closing[-1:])
    return []


def _continued(passage: Passage, cited: int, index: int) -> bool:
    """Whether a sentence goes on with the work or the subject of an earlier one that cites its source."""
    if WORK_TOLD.search(passage.sentence_text(cited)) or GOES_ON.match(passage.sentence_text(index)):
        return True
    told = {m.name for m in passage.materials_in(*passage.sentences[cited])}
    here = {m.name for m in passage.materials_in(*passage.sentences[index]) if m.subject_kind != "class"}
    return not here or not told.isdisjoint(here)


def _of_caption(passage: Passage, start: int, end: int) -> Attribution:
    if passage.own_work:
        return Attribution((), "the paper's own figure")
    behind = [c for c in passage.citations if c.position >= end]
    before = [c for c in passage.citations if c.position <= start]
    if behind:
        return Attribution(_numbers(behind[:1]), "citation behind in the caption")
    return Attribution(_numbers(before[-1:]), "citation before in the caption")
