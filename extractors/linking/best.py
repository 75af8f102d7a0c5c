"""``The optimal composition``, ``the pellet with the highest conductivity``: a paper's sample that conducts best."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.patterns import Pattern
from extractors.linking.owner import How, Owner, is_definite
from extractors.linking.passage import Passage
from extractors.linking.samples import Best
from extractors.mentions import Material, Quantity, QuantityKind

_BEARER = (
    r"(?:composition|compound|sample|specimen|pellet|ceramic|membrane|film|glass|electrolyte|material|composite|"
    r"formulation|[CGS]PE)"
)
_HIGHEST = r"(?:highest|best|largest|maximum) (?:[\w-]+ ){0,3}conductivit(?:y|ies)"
BEST = Pattern(
    r"\b(?:[Tt]h(?:e|is)|[Oo]ur) (?:best(?:-\w+)?|optim(?:al|um|i[sz]ed)|champion|most conduct(?:ive|ing)|"
    rf"highest[- ]conduct\w+) (?:[a-z-]+ ){{0,2}}?{_BEARER}\b(?! (?:of|for|range|ratio)\b)"
    rf"|\b[Tt]he (?:[a-z-]+ )?{_BEARER} (?:with|of|showing|having|exhibiting|possessing) the {_HIGHEST}"
)
"""Words that mean one sample by how well it conducts among those of a paper."""

WARM = 323.0
"""K: values of warmer samples are not compared with those near room temperature."""

BESIDE = 25
"""Characters behind a value in which its temperature stands."""


def note_best(passage: Passage, value: Quantity, owner: Owner) -> None:
    """Take in what one of the authors' own values was given to."""
    index = passage.sentence_index(value.start)
    own = passage.tells_own(value.start) and not passage.citations_in(*passage.sentences[index])
    if value.kind is not QuantityKind.CONDUCTIVITY or not own or not is_definite(owner.material):
        return
    if not any(told.low > WARM for told in passage.temperatures_in(value.end, value.end + BESIDE)):
        _best_of(passage).take(value.low, owner.material)
        passage.samples.best.take(value.low, owner.material)


def best_meant(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """The best sample told so far, at the words of ``[start, end)`` that mean it without a name."""
    for match in BEST.finditer(passage.text, start, end):
        named = passage.materials_in(match.start(), match.end() + 2)
        material = None if any(is_definite(m) for m in named) else _best_before(passage, start, end)
        if material is not None:
            yield Owner(match.start(), match.end(), material, passage, How.RANKED)


def _best_before(passage: Passage, start: int, end: int) -> Material | None:
    """The best sample that the section compares with others, unless the sentence tells a higher value: the paper's."""
    is_warm = any(told.low > WARM for told in passage.temperatures_in(start, end))
    values = [] if is_warm else passage.quantities_in(start, end)
    told = max((q.low for q in values if q.kind is QuantityKind.CONDUCTIVITY), default=0.0)
    source: Passage | None = passage
    while source is not None:
        best = _best_of(source)
        if len(best.compared) > 1 and told <= best.value:
            return best.material
        source = source.before
    return passage.samples.best.material


def _best_of(passage: Passage) -> Best:
    """The best sample of one passage."""
    known = passage.memory.setdefault("best", Best())
    if not isinstance(known, Best):
        raise TypeError("the passage's memory of its best sample is none")
    return known
