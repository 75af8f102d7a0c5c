"""Whether a value was measured or computed: by the words of its sentence, else by what its whole paper does."""

from __future__ import annotations

from enum import StrEnum

from corpus.document import Document
from corpus.patterns import read_patterns
from extractors.linking import patterns
from extractors.linking.passage import Passage
from extractors.mentions import Quantity

SENTENCE, CLAUSE, BEHIND = 400, 160, 60
"""Characters of sentence and clause before a value, and of the sentence behind it, in which the words stand."""

CALCULATIONS, TIMES = 20, 10
"""A paper that tells of calculations so often, and so many times as often as of samples, computes its own values."""

CUES = read_patterns(__file__, "origin_cues.toml")


class Told(StrEnum):
    """What words tell of where a value comes from."""

    MEASURED = "measured"
    COMPUTED = "computed"


_TOLD = {Told.MEASURED: CUES.MEASURED, Told.COMPUTED: CUES.COMPUTED}


def computes(document: Document) -> bool:
    """Whether a document tells of calculations and hardly of any sample: a paper on simulations."""
    texts = [block.text.text for block in document.evidence_blocks() if block.table is None]
    calculated, made = (
        sum(1 for text in texts for _ in cue.finditer(text)) for cue in (CUES.COMPUTED, CUES.SAMPLE_MADE)
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
    return "computed" if told is Told.COMPUTED or (told is None and own and passage.computes) else "experimental"


def says_measured(text: str) -> bool:
    """Whether a sentence tells of a measurement and of no calculation."""
    return bool(CUES.MEASURED.search(text) and not CUES.COMPUTED.search(text))


def _told_by_sentence(passage: Passage, value: Quantity, index: int) -> Told | None:
    start, end = passage.sentences[index]
    before = passage.text[max(start, value.start - SENTENCE) : value.start]
    clause = patterns.CLAUSE_BREAK.split(before)[-1]
    if _tells(passage, index, "AGREES_WITH_THEORY"):
        return Told.MEASURED
    if CUES.EXPECTED.search(clause) and _tells(passage, index, "COMPUTED"):
        return Told.COMPUTED
    if (told := _last(clause[-CLAUSE:])) is not None:
        return told
    if _tells(passage, index, "AGREES_WITH_EXPERIMENT"):
        return Told.COMPUTED
    frame = CUES.FRAME.match(passage.text, start, value.start)
    behind = passage.text[value.end : min(end, value.end + BEHIND)]
    told = _only(behind) or (_only(frame[0]) if frame is not None else None)
    return Told.MEASURED if told is None and says_measured(before) else told


def _tells(passage: Passage, index: int, cue: str) -> bool:
    """Whether words stand anywhere in a sentence, looked for once."""
    found = passage.once(f"{cue} {index}", lambda: CUES[cue].search(passage.text, *passage.sentences[index]))
    return found is not None


def _last(text: str) -> Told | None:
    """Which of the two a text tells last."""
    ends = {name: max((match.end() for match in cue.finditer(text)), default=0) for name, cue in _TOLD.items()}
    last = max(ends, key=ends.__getitem__)
    return last if ends[last] else None


def _only(text: str) -> Told | None:
    """Which of the two a text tells, when it tells one alone."""
    told = [name for name, cue in _TOLD.items() if cue.search(text)]
    return told[0] if len(told) == 1 else None
