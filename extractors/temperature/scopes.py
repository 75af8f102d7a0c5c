"""The temperature a value was measured at: its sentence's, else that of the narrowest scope around that tells one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from extractors.linking.passage import Passage
from extractors.mentions import ZERO_CELSIUS_K, Quantity, QuantityKind, Temperature
from extractors.temperature.cues import CUES
from extractors.temperature.finder import SIGMA_INDEX
from extractors.temperature.sentence import NEAR_ROOM_K, SentenceTemperatures, is_treatment

USUAL_K = (283.15, 373.15)
"""Temperatures at which conductivities are compared (10 to 100 °C); others are set for one purpose and one value."""

HOT_K, HOT_STEP = 573.15, 100.0
"""From here a temperature may be one of those at which samples were made, which differ by steps up to this."""

TREATED_BEFORE = 2
"""So many sentences before tell how the samples were made."""

MEASURED_BEFORE = 24
"""Characters before a temperature in which a word says that something was measured there."""

EXAMPLES = 2
"""So many sentences behind a statement may be examples of it, the first of which says so."""

LONGEST_CHAIN = 6
"""So many values may each point back to the one before."""

NEAR = 12
"""So many values on either side may share their temperature with one."""

RIGHT_BEHIND = 60
"""Characters behind a value in which its own pointing back stands."""

SAME_WINDOW = 200
"""Characters on either side of a value, or at a sentence's beginning, in which the text points back."""

HIGHEST_INDEX_C = 200
"""An index of σ above this is in K, else in °C."""


class Scope(StrEnum):
    """Where the measuring temperature of a value stands."""

    SENTENCE = "sentence"
    INDEX = "index of the conductivity"
    LIST = "another value of the sentence"
    BEFORE = "the value before"
    NEXT = "the next sentence"
    ANNOUNCED = "an earlier sentence"


@dataclass(frozen=True, slots=True)
class Measured:
    """A measuring temperature and the scope it was found in."""

    temperature: Temperature
    scope: Scope


def measured_at(passage: Passage, value: Quantity) -> Measured | None:
    """The temperature a value of a passage was measured at; None when nothing tells it.

    In order: its own sentence, the index of its σ, the other values of the sentence when they share one temperature
    and come from the same measurement, the value before when the text points back to it, the next sentence when that
    goes on with the value, and an earlier sentence that announces it.
    """
    first = value
    for _ in range(LONGEST_CHAIN):
        before = None
        found = _told(passage, value) or _named_before(passage, value)
        if found is None:
            before = _pointed_back_to(passage, value)
        if before is None:
            found = found or _around(passage, value)
            return found if found is None or value is first else replace(found, scope=Scope.BEFORE)
        value = before
    return None


def _told(passage: Passage, value: Quantity) -> Measured | None:
    """The temperature that the value's own sentence gives it, or that the other values of the sentence share."""
    index = passage.sentence_index(value.start)
    values = passage.values_in_sentence(index, value.kind)
    own = _own(passage, index, values)
    if value.start in own or not own:
        return own.get(value.start)
    start, end = passage.sentences[index]
    behind = min(end, value.end + RIGHT_BEHIND)
    if CUES.PASSED.search(passage.text, start, value.start) or CUES.SAME.search(passage.text, value.end, behind):
        return None
    place = bisect_left(values, value.start, key=lambda q: q.start)
    near = values[max(0, place - NEAR) : place + NEAR + 1]
    told = [own[q.start].temperature for q in near if q.start in own and not _apart(passage, q, value)]
    shared = len({(t.low, t.high) for t in told}) == 1 and _is_near_room(told[0])
    return Measured(told[0], Scope.LIST) if shared else None


def _named_before(passage: Passage, value: Quantity) -> Measured | None:
    """The temperature that ``at this temperature`` points back to, when the sentence that names it tells no value."""
    index = passage.sentence_index(value.start)
    start, end = passage.sentences[index]
    near = max(start, value.start - SAME_WINDOW), min(end, value.end + RIGHT_BEHIND)
    if not CUES.SAME.search(passage.text, *near):
        return None
    position = next(_sentences_with_temperatures(passage, index), None)
    if position is None or passage.values_in_sentence(position, value.kind):
        return None
    told = _temperatures(passage, position)
    return Measured(told[0], Scope.BEFORE) if len(told) == 1 else None


def _pointed_back_to(passage: Passage, value: Quantity) -> Quantity | None:
    """The value before, when the text says that this one was measured under the same conditions."""
    start, end = passage.sentences[passage.sentence_index(value.start)]
    behind = min(end, value.end + SAME_WINDOW)
    before = max(start, value.start - SAME_WINDOW)
    if not CUES.SAME.search(passage.text, before, behind) and not CUES.CHANGES_ON.match(
        passage.text[start : start + SAME_WINDOW]
    ):
        return None
    place = bisect_left(passage.quantities, value.start, key=lambda q: q.start)
    return next((q for q in reversed(passage.quantities[max(0, place - NEAR) : place]) if q.kind is value.kind), None)


def _around(passage: Passage, value: Quantity) -> Measured | None:
    """The temperature that the next sentence or an earlier one gives a value."""
    index = passage.sentence_index(value.start)
    told = _from_next(passage, index, value) or _announced(passage, index) or _parallel(passage, index, value)
    return told or _of_all(passage, index)


def _of_all(passage: Passage, index: int) -> Measured | None:
    """The temperature that a sentence of the passage tells for all values before it; looked for once a passage."""

    def find() -> list[tuple[int, Temperature]]:
        opened = (i for i, (start, _) in enumerate(passage.sentences) if CUES.ALL_AT.match(passage.text, start))
        return [(i, told[0]) for i in opened if len(told := _temperatures(passage, i)) == 1]

    kept = passage.once("temperature of all", find)
    return next((Measured(told, Scope.NEXT) for place, told in kept if place > index), None)


def _parallel(passage: Passage, index: int, value: Quantity) -> Measured | None:
    """The usual temperature of the values of the sentence before, which this one sets its own beside.

    Neither cites a work, nothing in between was treated or computed, both are on one kind of conductivity; of the
    authors' own values only where the temperature opens the sentence before, as that of what follows (``At 30 °C, A
    shows v1. B shows v2``).
    """
    if index == 0 or _temperatures(passage, index):
        return None
    before = _own(passage, index - 1, passage.values_in_sentence(index - 1, value.kind))
    told = {(m.temperature.low, m.temperature.high): m for m in before.values()}
    start, end = passage.sentences[index - 1][0], passage.sentences[index][1]
    if len(told) != 1 or passage.citations_in(start, end) or CUES.COMPUTED.search(passage.text, start, end):
        return None
    temperature = next(iter(told.values())).temperature
    opening = passage.text[start : start + temperature.start].strip()
    if passage.tells_own(value.start) and opening not in ("At", "at"):
        return None
    near = _is_near_room(temperature) and _is_alike(passage, index - 1, index)
    return Measured(temperature, Scope.BEFORE) if near else None


def _is_alike(passage: Passage, one: int, other: int) -> bool:
    """Whether two sentences are on one kind of conductivity, that of ions or that of electrons."""
    told = [bool(CUES.ELECTRONIC.search(passage.text, *passage.sentences[index])) for index in (one, other)]
    return told[0] == told[1]


def _own(passage: Passage, index: int, values: Sequence[Quantity]) -> dict[int, Measured]:
    """For the start of each value of a sentence the temperature that the sentence gives it; found once a sentence."""
    kind = values[0].kind if values else ""
    return passage.once(f"measured {kind} {index}", lambda: _told_of_own(passage, index, values))


def _told_of_own(passage: Passage, index: int, values: Sequence[Quantity]) -> dict[int, Measured]:
    """The same, sought."""
    start, end = passage.sentences[index]
    told = [t for t in passage.temperatures_in(start, end) if not _is_among_treatments(passage, index, t)]
    moved = [replace(t, start=t.start - start, end=t.end - start) for t in told]
    quantities = passage.quantities_in(start, end) if moved else []
    own = SentenceTemperatures(
        passage.text[start:end], [replace(q, start=q.start - start, end=q.end - start) for q in quantities], moved
    )
    found: dict[int, Measured] = {}
    indices = list(SIGMA_INDEX.finditer(passage.text, start, end))
    for value in values:
        temperature = own.of(value.start - start, value.end - start)
        if temperature is not None:
            found[value.start] = Measured(temperature, Scope.SENTENCE)
        elif indices and (temperature := _index(passage, value, indices)) is not None:
            found[value.start] = Measured(temperature, Scope.INDEX)
    return found


def _is_among_treatments(passage: Passage, index: int, temperature: Temperature) -> bool:
    """Whether a hot temperature is one of those at which the sentences before say that samples were made."""
    if temperature.low < HOT_K or not index:
        return False
    near = passage.text[max(0, temperature.start - MEASURED_BEFORE) : temperature.start]
    made = _treatments_before(passage, index)
    among = any(t.low - HOT_STEP <= temperature.low <= t.high + HOT_STEP for t in made)
    return among and not CUES.MEASUREMENT.search(near)


def _treatments_before(passage: Passage, index: int) -> list[Temperature]:
    """The hot temperatures at which the sentences before one say that samples were made, looked for once."""

    def find() -> list[Temperature]:
        start, end = passage.sentences[max(0, index - TREATED_BEFORE)][0], passage.sentences[index - 1][1]
        hot = (t for t in passage.temperatures_in(start, end) if t.low >= HOT_K)
        return [t for t in hot if _is_of_treatment(passage, t, start, end)]

    return passage.once(f"treatments before {index}", find)


def _is_of_treatment(passage: Passage, temperature: Temperature, start: int, end: int) -> bool:
    """Whether a temperature is one of a treatment by the words of ``[start, end)``."""
    placed = replace(temperature, start=temperature.start - start, end=temperature.end - start)
    return is_treatment(passage.text[start:end], placed, [])


def _index(passage: Passage, value: Quantity, indices: Sequence[re.Match[str]]) -> Temperature | None:
    before = [match for match in indices if match.end() <= value.start]
    if not before or any(q.kind is value.kind for q in passage.quantities_in(before[-1].end(), value.start)):
        return None
    degrees = float(before[-1]["degrees"])
    kelvin = degrees if degrees > HIGHEST_INDEX_C else degrees + ZERO_CELSIUS_K
    return Temperature(*before[-1].span("degrees"), kelvin, kelvin, before[-1]["degrees"])


def _apart(passage: Passage, one: Quantity, other: Quantity) -> bool:
    """Whether two values are of different measurements: another work, or electrons, or a calculation between."""
    first, second = sorted((one, other), key=lambda q: q.start)
    if passage.citations_in(first.end, second.start):
        return True
    between = passage.text[first.end : second.start]
    if CUES.OTHER_WORK.search(between) or CUES.ELECTRONIC.search(between):
        return True
    before = passage.text[max(0, first.start - 60) : first.start]
    return any(
        here.search(before) and there.search(between)
        for here, there in ((CUES.COMPUTED, CUES.MEASURED), (CUES.MEASURED, CUES.COMPUTED))
    )


def _from_next(passage: Passage, index: int, value: Quantity) -> Measured | None:
    """The usual temperature of the next sentence, when that goes on with the value."""
    if index + 1 >= len(passage.sentences):
        return None
    following = passage.values_in_sentence(index + 1, value.kind)
    told = _temperatures(passage, index + 1)
    if len(told) != 1 or not _is_usual(told[0]) or following:
        return None
    last = passage.values_in_sentence(index, value.kind)[-1]
    if last.start != value.start or not CUES.NEXT_TELLS.match(passage.sentence_text(index + 1)):
        return None
    return Measured(told[0], Scope.NEXT)


def _announced(passage: Passage, index: int) -> Measured | None:
    """The temperature at which sentence ``index`` goes on reporting, when it names none itself.

    Set by a sentence before it that tells of a measurement or shows results at one temperature without giving a value
    (``Impedance was measured at room temperature``), that is followed by an example of it, or that defines what the
    authors go on with (``the conductivity at 25 °C rises from v1 to v2``). Another temperature ends it.
    """
    if _temperatures(passage, index):
        return None
    before = (at for at in _sentences_with_temperatures(passage, index) if _temperatures(passage, at))
    if (position := next(before, None)) is None:
        return None
    found = _temperatures(passage, position)
    told = len(found) == 1 and _is_alike(passage, position, index) and _announces(passage, index, position, found[0])
    return Measured(found[0], Scope.ANNOUNCED) if told else None


def _announces(passage: Passage, index: int, position: int, temperature: Temperature) -> bool:
    """Whether a sentence sets its one temperature for what sentence ``index`` tells."""
    if passage.values_in_sentence(position, QuantityKind.CONDUCTIVITY):
        return _is_defined(passage, index, position, temperature)
    spectra = _are_spectra_at(passage, position, temperature)
    if not _is_usual(temperature) and not spectra:
        return False
    sentence = passage.sentence_text(position)
    example = index - position <= EXAMPLES and CUES.EXAMPLE.match(passage.sentence_text(position + 1))
    opens = passage.text[passage.sentences[position][0] : temperature.start].strip() == "At"
    shown = opens or spectra or CUES.ANNOUNCED.search(sentence)
    return bool((example and CUES.CONDUCTS.search(sentence)) or (shown and CUES.CONDUCTION.search(sentence)))


def _is_defined(passage: Passage, index: int, position: int, temperature: Temperature) -> bool:
    """Whether a sentence tells the temperature of the conductivity that the authors go on with, not that of a value.

    Neither is calculated, the second cites no work.
    """
    (opened, _), (start, end) = passage.sentences[position], passage.sentences[index]
    if not passage.tells_own(start) or passage.citations_in(start, end) or not _is_near_room(temperature):
        return False
    if CUES.COMPUTED.search(passage.text, opened, end):
        return False
    before = passage.text[opened : temperature.start]
    return bool(CUES.CONDUCTIVITY_AT.search(before) or CUES.ADJECTIVE.match(passage.text, temperature.end))


def _are_spectra_at(passage: Passage, index: int, temperature: Temperature) -> bool:
    """Whether a sentence tells of spectra at one temperature: what is read from them holds there."""
    start = passage.sentences[index][0]
    return bool(CUES.SPECTRA_AT.search(passage.text[max(start, temperature.start - SAME_WINDOW) : temperature.start]))


def _sentences_with_temperatures(passage: Passage, index: int) -> Iterator[int]:
    """The sentences before ``index`` that name a temperature, the nearest first."""
    place = bisect_left(passage.temperatures, passage.sentences[index][0], key=lambda t: t.start)
    last = index
    for temperature in reversed(passage.temperatures[max(0, place - NEAR) : place]):
        position = passage.sentence_index(temperature.start)
        if position < last:
            last = position
            yield position


def _is_near_room(temperature: Temperature) -> bool:
    """Whether a temperature is that of a whole comparison; a higher one is set for its own value."""
    return USUAL_K[0] <= temperature.low <= NEAR_ROOM_K


def _is_usual(temperature: Temperature) -> bool:
    return USUAL_K[0] <= temperature.low == temperature.high <= USUAL_K[1]


def _temperatures(passage: Passage, index: int) -> list[Temperature]:
    """The temperatures of a sentence that are those of no treatment, each where it stands first, found once."""

    def find() -> list[Temperature]:
        span = passage.sentences[index]
        told = (t for t in reversed(passage.temperatures_in(*span)) if not _is_of_treatment(passage, t, *span))
        return sorted({(t.low, t.high): t for t in told}.values(), key=lambda t: t.start)

    return passage.once(f"temperatures {index}", find)
