"""Whether a value was measured or computed: by the words of its sentence, else by what its whole paper does."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from corpus.document import Document
from extractors.cues import CueTable
from extractors.linking import patterns
from extractors.linking.passage import Passage
from extractors.mentions import Quantity

SENTENCE, CLAUSE, BEHIND = 400, 160, 60
"""Characters of sentence and clause before a value, and of the sentence behind it, in which the words stand."""

CALCULATIONS, TIMES = 20, 10
"""A paper that tells of calculations so often, and so many times as often as of samples, computes its own values."""


class Cue(StrEnum):
    """What the words of ``origin_cues.toml`` tell."""

    COMPUTED = "computed"
    MEASURED = "measured"
    SAMPLE_MADE = "sample_made"
    FRAME = "frame"
    AGREES_WITH_THEORY = "agrees_with_theory"
    AGREES_WITH_EXPERIMENT = "agrees_with_experiment"
    EXPECTED = "expected"


CUES = CueTable(Path(__file__).with_name("origin_cues.toml"), Cue)


def computes(document: Document) -> bool:
    """Whether a document tells of calculations and hardly of any sample: a paper on simulations."""
    texts = [block.text.text for block in document.evidence_blocks() if block.table is None]
    calculated, made = (
        sum(1 for text in texts for _ in CUES.all_in(cue, text)) for cue in (Cue.COMPUTED, Cue.SAMPLE_MADE)
    )
    return calculated >= max(CALCULATIONS, TIMES * made)


def origin(passage: Passage, value: Quantity) -> str:
    """``computed`` or ``experimental``.

    The value's sentence decides. Where it says nothing and cites nobody, the authors' own values are computed in a
    paper on simulations, and all others measured.
    """
    index = passage.sentence_index(value.start)
    told = _told_by_sentence(passage, value, index)
    own = passage.tells_own(value.start) and not passage.citations_in(*passage.sentences[index])
    return "computed" if told is Cue.COMPUTED or (told is None and own and passage.computes) else "experimental"


def says_measured(text: str) -> bool:
    """Whether a sentence tells of a measurement and of no calculation."""
    return CUES.matches(Cue.MEASURED, text) and not CUES.matches(Cue.COMPUTED, text)


def _told_by_sentence(passage: Passage, value: Quantity, index: int) -> Cue | None:
    start, end = passage.sentences[index]
    before = passage.text[max(start, value.start - SENTENCE) : value.start]
    clause = patterns.CLAUSE_BREAK.split(before)[-1]
    if _tells(passage, index, Cue.AGREES_WITH_THEORY):
        return Cue.MEASURED
    if CUES.matches(Cue.EXPECTED, clause) and _tells(passage, index, Cue.COMPUTED):
        return Cue.COMPUTED
    if (told := _last(clause[-CLAUSE:])) is not None:
        return told
    if _tells(passage, index, Cue.AGREES_WITH_EXPERIMENT):
        return Cue.COMPUTED
    frame = CUES.entries[Cue.FRAME].pattern.match(passage.text, start, value.start)
    behind = passage.text[value.end : min(end, value.end + BEHIND)]
    told = _only(behind) or (_only(frame[0]) if frame is not None else None)
    return Cue.MEASURED if told is None and says_measured(before) else told


def _tells(passage: Passage, index: int, cue: Cue) -> bool:
    """Whether words stand anywhere in a sentence, looked for once."""
    return passage.once(f"{cue} {index}", lambda: CUES.found_in(cue, passage.text, *passage.sentences[index]))


def _last(text: str) -> Cue | None:
    """Which of the two a text tells last."""
    ends = {
        cue: max((match.end() for match in CUES.all_in(cue, text)), default=0) for cue in (Cue.MEASURED, Cue.COMPUTED)
    }
    last = max(ends, key=lambda cue: ends[cue])
    return last if ends[last] else None


def _only(text: str) -> Cue | None:
    """Which of the two a text tells, when it tells one alone."""
    told = [cue for cue in (Cue.MEASURED, Cue.COMPUTED) if CUES.matches(cue, text)]
    return told[0] if len(told) == 1 else None
