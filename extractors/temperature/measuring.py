"""The temperature a value was measured at, chosen among the temperatures of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from extractors.mentions import Quantity, QuantityKind, Temperature
from extractors.temperature.patterns import (
    CELL_TEST,
    CLAUSE_BREAK,
    COMPARED_VALUE,
    CONDUCTIVITY_BEHIND,
    HOT_PROCESS,
    LIST_GAP,
    MEASUREMENT,
    MILD_TEMPERATURE_K,
    OTHER_STATEMENT,
    SAME_TEMPERATURE,
    SAMPLE_LABEL_BEFORE,
    TRANSITION,
    TREATMENT,
    TREATMENT_AFTER,
    TREATMENT_TIGHT_GAP,
    WARM_K,
)

Mention = TypeVar("Mention", Quantity, Temperature)

WINDOW = 90
"""Characters before a temperature that are searched for the word that governs it."""


def measuring_temperature(
    sentence: str,
    value_start: int,
    value_end: int,
    quantities: Sequence[Quantity],
    temperatures: Sequence[Temperature],
    carried: Temperature | None = None,
) -> Temperature | None:
    """The temperature at which the value ``sentence[value_start:value_end]`` holds; None when the sentence gives none.

    ``quantities`` and ``temperatures`` are those of the sentence, offsets counted from its start. ``carried`` is the
    measuring temperature of the value before, for "at the same temperature" in a new sentence. In order of preference:
    the temperature right behind the value; one named before it in the sentence; one behind a list of values that covers
    them all; that of an earlier value it is compared with. Temperatures of a treatment, a transition or a test of a
    cell, and temperature ranges, are never chosen. Activation energies hold over a range of temperatures: None.

    >>> from extractors.quantities import find_quantities
    >>> from extractors.temperature import find_temperatures
    >>> text = "Pellets sintered at 1100 °C reached 0.4 mS cm^-1 at 30 °C."
    >>> quantities = find_quantities(text)
    >>> measuring_temperature(text, 36, 48, quantities, find_temperatures(text)).surface
    '30 °C'
    """
    own = next((q for q in quantities if q.start < value_end and value_start < q.end), None)
    if own is not None and own.kind is QuantityKind.ENERGY:
        return None
    usable = [t for t in temperatures if t.low == t.high and not is_treatment(sentence, t, quantities)]
    values = [q for q in quantities if q.kind is QuantityKind.CONDUCTIVITY]
    paired = _paired(sentence, own, values, usable)
    behind = paired or _right_behind(sentence, value_end, values, usable)
    if behind is not None:
        return _adjective_room(sentence, value_start, behind, values, usable) or behind
    before = [t for t in usable if t.end <= value_start]
    same = SAME_TEMPERATURE.search(sentence, value_end)
    if same is not None and not any(value_end <= q.start < same.start() for q in values):
        return before[-1] if before else carried
    free = [t for t in before if not _belongs_to_earlier(sentence, t, values, usable)]
    if free:
        return free[-1]
    covering = _behind_list(sentence, value_end, values, usable)
    return covering or (_compared_at(sentence, value_start, before[-1]) if before else None)


def is_treatment(sentence: str, temperature: Temperature, quantities: Sequence[Quantity]) -> bool:
    """Whether a temperature is one of a treatment, a transition, a cell test or a sample's label.

    >>> from extractors.temperature import find_temperatures
    >>> text = "The powder was annealed at 550 °C."
    >>> is_treatment(text, find_temperatures(text)[0], [])
    True
    """
    if TREATMENT_AFTER.match(sentence, temperature.end):
        return True
    if not temperature.room and SAMPLE_LABEL_BEFORE.search(sentence, max(0, temperature.start - 30), temperature.start):
        return True
    floor = max(0, temperature.start - WINDOW)
    floor = max(
        [floor, *(q.end for q in quantities if q.kind is QuantityKind.CONDUCTIVITY and q.end <= temperature.start)]
    )
    window = sentence[floor : temperature.start]
    breaks = [m.end() for m in CLAUSE_BREAK.finditer(window)]
    window = window[breaks[-1] :] if breaks else window
    governing = list(TREATMENT.finditer(window))
    if not governing:
        return False
    last = governing[-1]
    if any(m.start() > last.start() for m in MEASUREMENT.finditer(window)):
        return False
    if temperature.high > MILD_TEMPERATURE_K or (TRANSITION.match(last.group()) and not temperature.room):
        return True
    if temperature.high <= WARM_K and HOT_PROCESS.match(last.group()):
        return False
    return TREATMENT_TIGHT_GAP.fullmatch(window, last.end()) is not None


def _adjective_room(
    sentence: str, value_start: int, behind: Temperature, values: Sequence[Quantity], usable: Sequence[Temperature]
) -> Temperature | None:
    """``The RT ionic conductivity of v is obtained at 500 °C``: a hot temperature behind is that of the preparation."""
    if behind.high <= MILD_TEMPERATURE_K:
        return None
    for room in (t for t in usable if t.room and t.end <= value_start):
        if CONDUCTIVITY_BEHIND.match(sentence, room.end) and not any(room.end <= q.start < value_start for q in values):
            return room
    return None


def _paired(
    sentence: str, own: Quantity | None, values: Sequence[Quantity], usable: Sequence[Temperature]
) -> Temperature | None:
    """The temperature at the value's place in a list as long as its own: ``1 and 2 mS cm^-1 at 30 and 60 °C``."""
    if own is None or len(usable) < 2:
        return None
    group = next((run for run in _runs(sentence, values) if own in run), [])
    for run in _runs(sentence, usable):
        if len(run) != len(group) or len(run) < 2:
            continue
        first, second = sorted(((group[0].start, group[-1].end), (run[0].start, run[-1].end)))
        if first[1] <= second[0] and not CLAUSE_BREAK.search(sentence, first[1], second[0]):
            return run[group.index(own)]
    return None


def _runs(sentence: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions in groups that stand as one list, with nothing but commas and "and" between."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and LIST_GAP.fullmatch(sentence, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _right_behind(
    sentence: str, value_end: int, values: Sequence[Quantity], usable: Sequence[Temperature]
) -> Temperature | None:
    """The temperature that follows the value in its own clause, with no other value between."""
    following = next((t for t in usable if t.start >= value_end), None)
    if following is None or any(value_end <= q.start < following.start for q in values):
        return None
    gap = sentence[value_end : following.start]
    return None if len(gap) > WINDOW or CLAUSE_BREAK.search(gap) or CELL_TEST.search(gap) else following


def _belongs_to_earlier(
    sentence: str, temperature: Temperature, values: Sequence[Quantity], usable: Sequence[Temperature]
) -> bool:
    """Whether a temperature stands right behind another value and so speaks of that one."""
    earlier = [q for q in values if q.end <= temperature.start]
    return bool(earlier) and _right_behind(sentence, earlier[-1].end, values, usable) is temperature


def _compared_at(sentence: str, value_start: int, temperature: Temperature) -> Temperature | None:
    """The temperature of an earlier value when this one is compared with it or is what it changes to."""
    gap = sentence[temperature.end : value_start]
    return temperature if COMPARED_VALUE.search(gap) and not OTHER_STATEMENT.search(gap) else None


def _behind_list(
    sentence: str, value_end: int, values: Sequence[Quantity], usable: Sequence[Temperature]
) -> Temperature | None:
    """The temperature behind the last value of a list, which covers the values before it too."""
    for temperature in usable:
        if temperature.start < value_end:
            continue
        covered = [q for q in values if value_end <= q.start and q.end <= temperature.start]
        gap = sentence[value_end : temperature.start]
        if not covered or CLAUSE_BREAK.search(gap):
            return None
        return temperature if _right_behind(sentence, covered[-1].end, values, usable) is temperature else None
    return None
