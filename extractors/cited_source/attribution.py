"""Which cited numbers a value or route was taken from: the narrowest scope around it that holds a citation.

A citation belongs to what stands before it up to the citation before; one that names a work (``Kim et al. [84]``)
belongs to what is told of that work until another work is named. What authors tell of themselves cites nobody.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from corpus.document import Citation
from corpus.patterns import Pattern
from extractors.cited_source.cues import CUES
from extractors.linking.passage import Passage, Span
from extractors.mentions import MaterialKind, SubjectKind

SENTENCES_ON = 3
"""How many sentences what is told of a work may go on before its citation stands."""

MANY = 4
"""So many compounds that the cited sentence, some sentences before, does not name are another subject."""

OPENING = 70
"""Characters at a sentence's beginning in which the authors it tells of are named; behind, they are compared with."""

NEAR = 24
"""So many values and citations on either side of a value are looked at."""

RIGHT_BEHIND = 2
"""Characters between a value and the citation that is its own, whatever its material is cited for."""

LOOK_BACK = 90
"""Characters before a citation that say what it is cited for."""


class Scope(StrEnum):
    """Where the citation of a statement stands, or why it has none."""

    VALUE = "citation behind the value"
    WORK = "work named in the sentence"
    SENTENCE = "citation closing the sentence"
    OWNER = "citation behind the material"
    BEFORE = "citation before the value"
    WORK_BEFORE = "work named before"
    CONTINUED = "citation of the sentence before"
    CLOSING = "citation closing what is told"
    PARAGRAPH = "the only citation of the paragraph, at its end"
    CAPTION_BEHIND = "citation behind in the caption"
    CAPTION_BEFORE = "citation before in the caption"
    COMPARED = "the paper's own value, compared with a cited one"
    OWN = "the paper's own work"
    OWN_FIGURE = "the paper's own figure"
    UNCITED = "work not cited"
    NONE = "no citation"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cited numbers, in order, and the scope they were found in."""

    numbers: tuple[int, ...]
    rule: Scope


def cited_numbers(passage: Passage, start: int, end: int, others: list[Span], owner: Span | None = None) -> Attribution:
    """Sources of the statement at ``[start, end)``; ``others`` are the spans of all values of its sentence, in order.

    ``owner`` is the place of the material it is told of, when that stands in the same passage. Gives no numbers when
    neither the sentence nor the work under discussion names a source.
    """
    statement = _Statement(passage, passage.sentence_index(start), start, end, others, owner)
    if passage.is_caption:
        return _of_caption(statement)
    return _of_sentence(statement) or (_own(Scope.OWN) if statement.is_own else _inherited(statement))


@dataclass(frozen=True)
class _Statement:
    """A value (or route) in its sentence, and the citations of that sentence."""

    passage: Passage
    index: int
    start: int
    end: int
    others: Sequence[Span]
    owner: Span | None

    @cached_property
    def sentence(self) -> Span:
        return self.passage.sentences[self.index]

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        return _citations_of(self.passage, self.index)

    @cached_property
    def following(self) -> Sequence[Span]:
        """The next values behind this one."""
        first = bisect_left(self.others, (self.end, 0))
        return self.others[first : first + NEAR]

    @cached_property
    def is_own(self) -> bool:
        """Whether the authors tell it of themselves: their clause says so, or their paper and nothing else."""
        if self.says_own:
            return True
        if _first(self.passage, CUES.EARLIER_WORK, *self.sentence) < self.start:
            return False
        return self.passage.tells_own(self.start)

    @cached_property
    def says_own(self) -> bool:
        """Whether the clause of the value itself says that it is the authors' own."""
        place = bisect_left(self.others, (self.start, 0))
        clause = self.passage.text[self.others[place - 1][1] if place else self.sentence[0] : self.start]
        return bool(CUES.OWN_CLAUSE.search(clause) and not CUES.EARLIER_WORK.search(clause))

    @cached_property
    def is_told_by_authors(self) -> bool:
        """Whether authors say in their own paper that they found the value: what they cite far behind is no source."""
        return self.says_own and self.passage.tells_own(self.start)

    @cached_property
    def told_to(self) -> int:
        """Where the statement ends: behind the value, or its material there: ``v was found for A [1] and B [2]``."""
        if self.owner is None or self.owner[0] < self.end or not self.citations:
            return self.end
        own = bisect_left(self.citations, self.end, key=lambda citation: citation.position)
        is_cited = own < len(self.citations) and self.citations[own].position <= self.end + RIGHT_BEHIND
        is_next = not self.following or self.owner[1] <= self.following[0][0]
        goes_on = self.citations[-1].position >= self.owner[1]
        return self.owner[1] if is_next and goes_on and not is_cited else self.end

    @cached_property
    def behind(self) -> tuple[Citation, ...]:
        """The citations behind the value, up to where the sentence turns to another work; none of compared works."""
        found = []
        first = bisect_left(self.citations, self.told_to, key=lambda citation: citation.position)
        for citation in self.citations[first : first + NEAR]:
            if self.following and self.following[-1][0] >= citation.position and self._turns_to(citation):
                break
            if not (_is_compared(self.passage, citation) or self._is_of_bracket(citation.position)):
                found.append(citation)
        return tuple(found)

    def _turns_to(self, citation: Citation) -> bool:
        """Whether the sentence turns to the work of a citation, whose values follow."""
        if _is_subject(self.passage, citation):
            return True
        turned = CUES.TURNS_TO.search(self.passage.text, self.told_to, citation.position)
        return bool(turned and is_work(self.passage, citation))

    def _is_of_bracket(self, position: int) -> bool:
        """Whether a citation stands with another value in a bracket behind this one: ``v (later v2 [5]) [4]``."""
        near = bisect_right(self.following, position, key=lambda span: span[0])
        if not near:
            return False
        gap = self.passage.text[self.end : self.following[near - 1][0]]
        behind = self.passage.text[self.following[near - 1][1] : position]
        return gap.rfind("(") > gap.rfind(")") and ")" not in behind

    @cached_property
    def works(self) -> tuple[Citation, ...]:
        """The work named last before the value, with those that are named in one breath with it."""
        last = bisect_right(self.citations, self.start, key=lambda citation: citation.position)
        return _named(self.passage, self.citations[max(0, last - NEAR) : last])

    def is_compared_with(self, position: int) -> bool:
        """Whether the value is only compared with what the citation at ``position`` stands for.

        The values of its own list stand between without being that.
        """
        end = self.end
        for span in self.following:
            if span[0] < position and CUES.VALUE_LIST_GAP.fullmatch(self.passage.text, end, span[0]):
                end = span[1]
        between = any(end <= span[0] < position for span in self.following)
        return bool(between or CUES.COMPARISON.search(self.passage.text, end, position))


def _own(scope: Scope) -> Attribution:
    return Attribution((), scope)


def _of_sentence(statement: _Statement) -> Attribution | None:
    """The source that the statement's own sentence cites; None when it cites none for it."""
    behind, works, following = statement.behind, statement.works, statement.following
    limit = following[0][0] if following else statement.sentence[1] + 2
    right_behind = [c for c in behind if c.position < limit]
    if following and right_behind:
        return _of_citations(statement, right_behind, Scope.VALUE)
    if works and (not behind or following or statement.is_compared_with(behind[0].position)):
        return Attribution(_numbers(works), Scope.WORK)
    if behind:
        return _of_citations(statement, behind, Scope.SENTENCE)
    return _of_owner(statement) or _before(statement)


def _of_citations(statement: _Statement, behind: Sequence[Citation], scope: Scope) -> Attribution:
    """The citations behind a value, unless the authors only compare their own value with what they stand for."""
    if statement.is_own and statement.is_compared_with(behind[0].position):
        return _own(Scope.COMPARED)
    if statement.is_told_by_authors and behind[0].position > statement.told_to + LOOK_BACK:
        return _own(Scope.OWN)
    beside = [c for c in _adjacent(behind) if ")" not in statement.passage.text[behind[0].position : c.position]]
    return Attribution(_numbers(beside), scope)


def _of_owner(statement: _Statement) -> Attribution | None:
    """The citation right behind the name of the value's material."""
    if statement.owner is None or statement.says_own:
        return None
    end = statement.owner[1]
    found = [c for c in statement.citations if end <= c.position and not c.narrative]
    if found and CUES.NAME_ENDS.fullmatch(statement.passage.text, end, found[0].position):
        return Attribution(found[0].numbers, Scope.OWNER)
    return None


def _before(statement: _Statement) -> Attribution | None:
    """The last citation before the value, when the sentence tells of others' work."""
    before = [c for c in statement.citations if c.position <= statement.start and not c.narrative]
    return Attribution(_numbers(before[-1:]), Scope.BEFORE) if before and not statement.is_own else None


def _inherited(statement: _Statement) -> Attribution:
    """The source of the work or subject that the sentences before tell of, when this one goes on with it."""
    passage, index = statement.passage, statement.index
    start, end = passage.sentences[index]
    if (
        _first(passage, CUES.NEW_WORK, start, end) < end
        or _first(passage, CUES.WORK_NAMED, start, end) < start + OPENING
    ):
        later = _later(passage, index)
        return Attribution(_numbers(later), Scope.CLOSING if later else Scope.UNCITED)
    for position in _cited_sentences(passage, index):
        own = _citations_of(passage, position)
        named = _named(passage, own)
        if named:
            return Attribution(_numbers(named), Scope.WORK_BEFORE)
        own = tuple(c for c in own if not c.narrative)
        if own and _continued(passage, position, index):
            return Attribution(_numbers(own[-1:]), Scope.CONTINUED)
        if own:
            break
    later = _later(passage, index)
    if later:
        return Attribution(_numbers(later), Scope.CLOSING)
    return _of_paragraph(passage, index)


def _cited_sentences(passage: Passage, index: int) -> Iterator[int]:
    """The sentences before ``index`` that hold a citation, the nearest first."""
    start = passage.sentences[index][0]
    place = bisect_right(passage.citations, start, key=lambda citation: citation.position)
    last = index
    for citation in reversed(passage.citations[max(0, place - NEAR) : place]):
        position = passage.sentence_index(max(citation.position - 1, 0))
        if citation.position < start and citation.narrative:
            position = passage.sentence_index(citation.position)
        if position < last:
            last = position
            yield position


def _first(passage: Passage, cue: Pattern, start: int, end: int) -> int:
    """Where a cue first stands in ``[start, end)``, found once; beyond any text when it does not."""

    def find() -> int:
        match = cue.search(passage.text[start:end])
        return start + match.start() if match else sys.maxsize

    return passage.once(f"{cue} {start}", find)


def _of_paragraph(passage: Passage, index: int) -> Attribution:
    """The only citation of a paragraph that tells one work, when it closes the paragraph."""
    last = _citations_of(passage, len(passage.sentences) - 1)
    told = _first(passage, CUES.WORK_TOLD, 0, len(passage.text)) < passage.sentences[index][1]
    if told and last and len({c.numbers for c in passage.citations}) == 1 and not last[0].narrative:
        return Attribution(last[0].numbers, Scope.PARAGRAPH)
    return Attribution((), Scope.NONE)


def _later(passage: Passage, index: int) -> Sequence[Citation]:
    """The citation at the end of what the next sentences tell of the same work or subject; () when they do not."""
    for position in range(index + 1, min(index + 1 + SENTENCES_ON, len(passage.sentences))):
        told = passage.sentence_text(position)
        if CUES.NEW_WORK.search(told) or CUES.WORK_NAMED.search(told) or not CUES.TOLD_ON.match(told):
            return ()
        closing = [c for c in _citations_of(passage, position) if not c.narrative]
        if closing:
            return _adjacent(closing[-1:])
    return ()


def _continued(passage: Passage, cited: int, index: int) -> bool:
    """Whether a sentence goes on with the work or the subject of an earlier one that cites its source."""
    if index - cited > 1 and _turns_away(passage, cited, index):
        return False
    if CUES.WORK_TOLD.search(passage.sentence_text(cited)):
        return True
    if cited == index - 1 and CUES.GOES_ON.match(passage.sentence_text(index)):
        return True
    told = {m.name for m in passage.materials_in(*passage.sentences[cited])}
    since = passage.materials_in(passage.sentences[cited][1], passage.sentences[index][1])
    here = {m.name for m in since if m.start >= passage.sentences[index][0] and m.subject_kind != "class"}
    others = {m.name for m in since if m.subject_kind != "class"} - told
    return not told.isdisjoint(here) or not others


def _turns_away(passage: Passage, cited: int, index: int) -> bool:
    """Whether a sentence is on many compounds that the cited one does not tell of, found once."""

    def find() -> bool:
        told = {m.name for m in passage.materials_in(*passage.sentences[cited])}
        here = [m for m in passage.materials_in(*passage.sentences[index]) if m.subject_kind != SubjectKind.CLASS]
        compounds = {m.name for m in here if m.kind not in (MaterialKind.ELEMENT, MaterialKind.ION)}
        return len(compounds) >= MANY and told.isdisjoint(compounds)

    return passage.once(f"turns away {cited} {index}", find)


def _of_caption(statement: _Statement) -> Attribution:
    if statement.passage.tells_own(0) and not statement.behind:
        return _own(Scope.OWN_FIGURE)
    behind = [c for c in statement.passage.citations if c.position >= statement.end]
    before = [c for c in statement.passage.citations if c.position <= statement.start]
    if behind:
        return Attribution(_numbers(behind[:1]), Scope.CAPTION_BEHIND)
    return Attribution(_numbers(before[-1:]), Scope.CAPTION_BEFORE)


# --- citations ------------------------------------------------------------------------------------------------------


def _citations_of(passage: Passage, index: int) -> tuple[Citation, ...]:
    start, _ = passage.sentences[index]
    next_start = passage.sentences[index + 1][0] if index + 1 < len(passage.sentences) else len(passage.text) + 1
    return tuple(c for c in passage.citations_in(start, next_start) if c.position > start or c.narrative or start == 0)


def is_work(passage: Passage, citation: Citation) -> bool:
    """Whether a citation names the work that is told of: no comparison, no aside, and no credit of a picture."""
    left = passage.text[max(0, citation.position - LOOK_BACK) : citation.position]
    aside = left.rstrip().endswith(("(", "(reference", "(references"))
    return (
        citation.narrative
        and not aside
        and not _is_compared(passage, citation)
        and not CUES.PICTURE_CREDIT.search(left)
    )


def _is_subject(passage: Passage, citation: Citation) -> bool:
    """Whether a citation names a work as the subject of its clause: ``and Li et al. [4] found``, not ``by Li [4]``."""
    left = passage.text[max(0, citation.position - LOOK_BACK) : citation.position]
    return is_work(passage, citation) and not CUES.AGENT.search(left)


def _is_compared(passage: Passage, citation: Citation) -> bool:
    if not citation.narrative:
        return False
    start, _ = passage.sentences[passage.sentence_index(citation.position)]
    return bool(CUES.COMPARED_WORK.search(passage.text[max(start, citation.position - LOOK_BACK) : citation.position]))


def _named(passage: Passage, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The work named last, with those that are named in one breath with it."""
    works = [c for c in citations if is_work(passage, c)]
    together = works[-1:]
    for work in reversed(works[:-1]):
        if not CUES.ANOTHER_NAME.fullmatch(passage.text, work.position, together[0].position):
            break
        together.insert(0, work)
    return tuple(together)


def _numbers(citations: Sequence[Citation]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for citation in citations for number in citation.numbers))


def _adjacent(citations: Sequence[Citation]) -> list[Citation]:
    """The first citation and those that stand at the same place."""
    return [c for c in citations if c.position - citations[0].position <= 3]
