"""The temperature that an earlier sentence of the paragraph sets for the values that follow."""

from __future__ import annotations

from dataclasses import replace

from extractors.linking.passage import Passage
from extractors.mentions import QuantityKind, Temperature
from extractors.temperature.measuring import is_treatment
from extractors.temperature.patterns import ANNOUNCED, CONDUCTION, EXAMPLE, USUAL_K


def announced_temperature(passage: Passage, index: int) -> Temperature | None:
    """The temperature at which sentence ``index`` goes on reporting, when it names none itself.

    Set by a sentence before it that tells of a measurement or shows results at one temperature without giving a value
    (``Impedance was measured at room temperature``), or that it gives an example of. Another temperature ends it.
    """
    if _temperatures(passage, index):
        return None
    for position in range(index - 1, -1, -1):
        found = _temperatures(passage, position)
        if not found:
            continue
        sentence = passage.sentence_text(position)
        start, end = passage.sentences[position]
        valued = any(q.kind is QuantityKind.CONDUCTIVITY for q in passage.quantities_in(start, end))
        if valued or len(found) > 1 or not USUAL_K[0] <= found[0].low == found[0].high <= USUAL_K[1]:
            return None
        if not CONDUCTION.search(sentence):
            return None
        if ANNOUNCED.search(sentence) or (position == index - 1 and EXAMPLE.match(passage.sentence_text(index))):
            return found[0]
        return None
    return None


def _temperatures(passage: Passage, index: int) -> list[Temperature]:
    """The temperatures of a sentence that are those of no treatment."""
    start, end = passage.sentences[index]
    inside = [t for t in passage.temperatures if start <= t.start < end]
    if not inside:
        return []
    sentence = passage.text[start:end]
    return [t for t in inside if not is_treatment(sentence, _moved(t, start), [])]


def _moved(temperature: Temperature, start: int) -> Temperature:
    return replace(temperature, start=temperature.start - start, end=temperature.end - start)
