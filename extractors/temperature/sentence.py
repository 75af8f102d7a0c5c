"""The temperatures of one sentence, and which of them each of its values was measured at.

Everything that a choice needs is computed once a sentence, so that a list of any length takes linear time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from corpus.patterns import Pattern
from extractors.mentions import Quantity, QuantityKind, Temperature
from extractors.temperature.cues import CUES

Mention = TypeVar("Mention", Quantity, Temperature)

WINDOW = 90
"""Characters before a temperature that are searched for the word that governs it."""

FAR = 300
"""Characters before a temperature in which a sentence may say that a process was tried at several."""

MILD_TEMPERATURE_K = 373.15
"""Up to here conductivities are commonly measured: a process word makes a treatment only right before ("dried at")."""

WARM_K = 310.0
"""A hot process (``hot_process``) cannot run at or below this: the temperature behind it is one of a measurement."""

NEAR_ROOM_K = 313.15
"""Up to here a temperature is that of a whole comparison; a higher one was set for its own value."""

POSSIBLE_K = (1.0, 2000.0)
"""Between these conductivities of solids are measured."""


def is_treatment(sentence: str, temperature: Temperature, quantities: Sequence[Quantity]) -> bool:
    """Whether a temperature is one of a treatment, a transition, a cell test or a sample's label.

    >>> from extractors.temperature import find_temperatures
    >>> text = "The powder was annealed at 550 °C."
    >>> is_treatment(text, find_temperatures(text)[0], [])
    True
    """
    ends = [q.end for q in quantities if q.kind is QuantityKind.CONDUCTIVITY]
    return _is_treatment(sentence, temperature, ends)


def _is_treatment(sentence: str, temperature: Temperature, ends: Sequence[int]) -> bool:
    """The same, with the ends of the sentence's conductivities: no word before one governs what stands behind it."""
    start = temperature.start
    if _is_labelled(sentence, temperature):
        return True
    earlier = bisect_right(ends, start)
    while earlier and sentence.startswith(")", ends[earlier - 1]):
        earlier -= 1  # what a bracket says of a material ends no clause: "crystallising A (v) at 240 °C yields B"
    value = ends[earlier - 1] if earlier else 0
    window = sentence[max(start - WINDOW, value, 0) : start]
    if earlier and value >= start - WINDOW and CUES.HEATED.search(window):
        return False
    if CUES.REACHED.match(sentence, temperature.end) or CUES.RAISED.search(window):
        return False
    return _is_governed(_clause_of(window), temperature)


def _clause_of(window: str) -> str:
    """What stands of the clause at the end of a text."""
    breaks = [match.end() for match in CUES.CLAUSE_BREAK.finditer(window)]
    return window[breaks[-1] :] if breaks else window


def _is_labelled(sentence: str, temperature: Temperature) -> bool:
    """Whether words right beside a temperature say what it is: of a treatment, of a sample's label, varied."""
    start = temperature.start
    return bool(
        CUES.TREATMENT_BEHIND.match(sentence, temperature.end)
        or CUES.TREATMENT_BEFORE.search(sentence, max(0, start - 30), start)
        or (not temperature.room and CUES.SAMPLE_LABEL.search(sentence, max(0, start - 30), start))
        or (temperature.low > MILD_TEMPERATURE_K and CUES.VARIED.search(sentence[max(0, start - FAR) : start]))
    )


def _is_governed(window: str, temperature: Temperature) -> bool:
    """Whether the last word of treatment or measuring in the clause before a temperature is one of treatment."""
    governing = list(CUES.TREATMENT.finditer(window))
    if not governing:
        return False
    last = governing[-1]
    if any(m.start() > last.start() for m in CUES.MEASUREMENT.finditer(window)):
        return False
    if temperature.high > MILD_TEMPERATURE_K or (CUES.TRANSITION.match(last.group()) and not temperature.room):
        return True
    if temperature.high <= WARM_K and CUES.HOT_PROCESS.match(last.group()):
        return False
    return bool(CUES.TREATMENT_GAP.fullmatch(window, last.end(), len(window)))


class SentenceTemperatures:
    """The temperatures at which the values of one sentence hold; offsets count from its start."""

    def __init__(self, sentence: str, quantities: Sequence[Quantity], temperatures: Sequence[Temperature]) -> None:
        self.sentence = sentence
        self.quantities = quantities
        self.values = [q for q in quantities if q.kind is QuantityKind.CONDUCTIVITY]
        self._value_starts = [q.start for q in self.values]
        self._value_ends = [q.end for q in self.values]
        self.usable = [
            t
            for t in temperatures
            if t.low == t.high
            and POSSIBLE_K[0] <= t.low <= POSSIBLE_K[1]
            and not _is_treatment(sentence, t, self._value_ends)
        ]
        self._places: dict[Pattern, list[tuple[int, int]]] = {}  # where a cue stands, found once
        self._starts = [t.start for t in self.usable]
        self._all_starts = [t.start for t in temperatures]
        self._ranges = [t for t in temperatures if t.low < t.high and POSSIBLE_K[0] <= t.low]

    def of(self, start: int, end: int, carried: Temperature | None = None) -> Temperature | None:
        """The temperature at which the value at ``[start, end)`` holds; None when the sentence gives none.

        ``carried``: that of the value before, for "at the same temperature" in a new sentence. In order of preference:
        the temperature at the value's place of a list; that right behind the value; one named before it in the
        sentence; one behind a list of values that covers them all; that of an earlier value it is compared with.
        Temperatures of a treatment, a transition or a test of a cell, and temperature ranges, are never chosen.
        Activation energies hold over a range of temperatures: None.

        >>> from extractors.quantities import find_quantities
        >>> from extractors.temperature import find_temperatures
        >>> text = "Pellets sintered at 1100 °C reached 0.4 mS cm^-1 at 30 °C."
        >>> SentenceTemperatures(text, find_quantities(text), find_temperatures(text)).of(36, 48).surface
        '30 °C'
        """
        if not self.usable and not self._ranges and carried is None:
            return None
        own = self._own(start, end)
        if own is not None and own.kind is QuantityKind.ENERGY:
            return None
        if (end_of_range := self._end_of_range(own)) is not None or (not self.usable and carried is None):
            return end_of_range
        behind = self._paired(own) or self._right_behind(end) or self._behind_own_list(own)
        if behind is not None:
            return self._of_clause(start, end, behind) or self._adjective(start, behind) or behind
        return self._before(start, end, carried)

    def _before(self, start: int, end: int, carried: Temperature | None) -> Temperature | None:
        """The temperature before a value that none follows, or that of the list or comparison it stands in."""
        before = bisect_right(self._starts, start)
        before -= before > 0 and self.usable[before - 1].end > start
        last = self.usable[before - 1] if before else None
        group, place = self._value_runs.get(start, ([], 0))
        same = self._next(CUES.SAME, group[-1].end if group else end, len(self.sentence))
        if same is not None and not self._valued(group[-1].end if group else end, same):
            pointed = (
                self.usable[max(0, before - len(group)) : before] if CUES.SAME_ONES.match(self.sentence, same) else []
            )
            return pointed[place] if len(pointed) == len(group) > 1 else last or carried
        free = self._free_before[before]
        if free is not None:
            return self._adjective(start, free) or free
        return self._behind_list(end) or (self._compared_at(start, last) if last is not None else None)

    # --- what is computed once ------------------------------------------------------------------------------------

    def _next(self, cue: Pattern, start: int, end: int) -> int | None:
        """Where the first place of a cue in ``[start, end)`` begins."""
        if cue not in self._places:
            self._places[cue] = [match.span() for match in cue.finditer(self.sentence)]
        places = self._places[cue]
        index = bisect_left(places, (start, 0))
        return places[index][0] if index < len(places) and places[index][1] <= end else None

    def _within(self, cue: Pattern, start: int, end: int) -> bool:
        return self._next(cue, start, end) is not None

    @cached_property
    def _free_before(self) -> list[Temperature | None]:
        """For each count of temperatures the last of them that does not stand right behind a value."""
        free: list[Temperature | None] = [None]
        for temperature in self.usable:
            earlier = bisect_right(self._value_ends, temperature.start)
            of_value = earlier > 0 and self._right_behind(self._value_ends[earlier - 1]) is temperature
            free.append(free[-1] if of_value or not self._is_measuring(temperature) else temperature)
        return free

    def _is_measuring(self, temperature: Temperature) -> bool:
        """Whether a temperature before a value is one at which something is measured.

        A mild one is, of those that no process governs; a hot one is where its clause tells of measuring or opens with
        it: things are made in more ways hot than can be listed.
        """
        if temperature.high <= MILD_TEMPERATURE_K or self._opens_bracket(temperature):
            return True
        if any(cue.match(self.sentence, temperature.end) for cue in (CUES.ADJECTIVE, CUES.REACHED)):
            return True
        earlier = bisect_right(self._value_ends, temperature.start)
        value = self._value_ends[earlier - 1] if earlier else 0
        window = _clause_of(self.sentence[max(temperature.start - WINDOW, value) : temperature.start])
        cues = (CUES.MEASUREMENT, CUES.OPENS_AT, CUES.RAISED, CUES.HEATED)
        return any(cue.search(window) for cue in cues)

    @cached_property
    def _adjectives(self) -> list[Temperature]:
        """The temperatures that stand before the word conductivity as its adjective."""
        return [t for t in self.usable if CUES.ADJECTIVE.match(self.sentence, t.end)]

    @cached_property
    def _value_runs(self) -> dict[int, tuple[list[Quantity], int]]:
        """For the start of each value its list and its place in it."""
        return {
            value.start: (run, place) for run in _runs(self.sentence, self.values) for place, value in enumerate(run)
        }

    @cached_property
    def _temperature_runs(self) -> list[list[Temperature]]:
        return [run for run in _runs(self.sentence, self.usable) if len(run) > 1]

    # --- the choices ----------------------------------------------------------------------------------------------

    def _own(self, start: int, end: int) -> Quantity | None:
        index = max(bisect_right(self.quantities, start, key=lambda q: q.start) - 1, 0)
        near = self.quantities[index : index + 2]
        return next((q for q in near if q.start < end and start < q.end), None)

    def _valued(self, start: int, end: int) -> bool:
        """Whether a value begins in ``[start, end)``."""
        return bisect_left(self._value_starts, start) < bisect_left(self._value_starts, end)

    def _adjective(self, start: int, other: Temperature) -> Temperature | None:
        """``The RT ionic conductivity of v is obtained at 500 °C``: a hot temperature is that of the preparation.

        So is one that stands before the value, but farther from the conductivity.
        """
        if other.start >= start and other.high <= MILD_TEMPERATURE_K:
            return None
        index = bisect_right(self._adjectives, start, key=lambda t: t.end) - 1
        if index < 0:
            return None
        adjective = self._adjectives[index]
        takes = adjective.room or other.start < start
        return adjective if takes and not self._valued(adjective.end, start) else None

    def _paired(self, own: Quantity | None) -> Temperature | None:
        """The temperature at the value's place in a list as long as its own: ``1 and 2 mS cm^-1 at 30 and 60 °C``."""
        if own is None or own.start not in self._value_runs:
            return None
        group, place = self._value_runs[own.start]
        index = bisect_left(self._temperature_runs, group[0].start, key=lambda run: run[0].start)
        for run in self._temperature_runs[max(index - 1, 0) : index + 1]:
            if len(run) != len(group):
                continue
            first, second = sorted(((group[0].start, group[-1].end), (run[0].start, run[-1].end)))
            if first[1] <= second[0] and not self._within(CUES.CLAUSE_BREAK, first[1], second[0]):
                return run[place]
        return None

    def _end_of_range(self, own: Quantity | None) -> Temperature | None:
        """``between 25 and 80 °C it increases from v1 to v2``: the lower value is that of the lower temperature."""
        if own is None or own.start not in self._value_runs or len(self._ranges) != 1:
            return None
        group, place = self._value_runs[own.start]
        if len(group) != 2 or not CUES.CHANGES_FROM.search(self.sentence[: group[0].start]):
            return None
        told = self._ranges[0]
        kelvin = told.low if (own.low < group[1 - place].low) else told.high
        return replace(told, low=kelvin, high=kelvin)

    def _right_behind(self, end: int) -> Temperature | None:
        """The temperature that follows the value in its own clause, with no other value between."""
        index = bisect_left(self._starts, end)
        if index == len(self.usable):
            return None
        following = self.usable[index]
        if following.start - end > WINDOW or self._valued(end, following.start):
            return None
        if self._opens_bracket(following) or self._opens_next(end, following):
            return None
        gap = self.sentence[end : following.start]
        return None if CUES.CLAUSE_BREAK.search(gap) or CUES.CELL_TEST.search(gap) else following

    def _behind_own_list(self, own: Quantity | None) -> Temperature | None:
        """That behind the list of a value, said to hold for each: ``v1 and v2, respectively, at 30 °C``."""
        group, place = self._value_runs.get(own.start if own is not None else -1, ([], 0))
        if place >= len(group) - 1 or not CUES.FOR_EACH.match(self.sentence, group[-1].end):
            return None
        return self._right_behind(group[-1].end)

    def _of_clause(self, start: int, end: int, behind: Temperature) -> Temperature | None:
        """The one before a value in its own clause, when that behind is one of what the value is compared with.

        ``At 40 °C A conducts with v, as well as B at 25 °C``.
        """
        group, _ = self._value_runs.get(start, ([], 0))
        first = group[0].start if group else start
        place = bisect_right(self._starts, first) - 1
        if place < 0 or behind.start < end or not self._within(CUES.LIKENED, end, behind.start):
            return None
        before = self.usable[place]
        return None if self._valued(before.end, first) or first - before.end > WINDOW else before

    def _opens_next(self, end: int, temperature: Temperature) -> bool:
        """Whether a temperature behind a value begins what is told of the next one: ``v1, and at 60 °C it has v2``."""
        if not CUES.GOES_ON_AT.fullmatch(self.sentence, end, temperature.start):
            return False
        place = bisect_left(self._value_starts, temperature.end)
        return place < len(self._value_starts) and not self._within(
            CUES.CLAUSE_BREAK, temperature.end, self._value_starts[place]
        )

    def _opens_bracket(self, temperature: Temperature) -> bool:
        """Whether the value in the bracket behind it was measured at a temperature: ``than X at 529 K (v)``."""
        place = bisect_left(self._value_starts, temperature.end)
        if place == len(self._value_starts):
            return False
        return bool(CUES.BRACKET_OPENS.fullmatch(self.sentence, temperature.end, self._value_starts[place]))

    def _behind_list(self, end: int) -> Temperature | None:
        """The temperature behind the last value of a list, which covers the values before it too."""
        index = bisect_left(self._starts, end)
        if index == len(self.usable):
            return None
        temperature = self.usable[index]
        covered = bisect_right(self._value_ends, temperature.start) - 1
        if covered < 0 or self._value_starts[covered] < end or self._within(CUES.CLAUSE_BREAK, end, temperature.start):
            return None
        told_between = bisect_left(self._all_starts, end) < bisect_left(self._all_starts, self._value_starts[covered])
        if told_between or CUES.OTHER_WORK.search(self.sentence, end, temperature.start):
            return None
        if temperature.low > NEAR_ROOM_K and CUES.CHANGING.search(self.sentence, end, self._value_starts[covered]):
            return None  # the value rises with the temperature: "has v1, rising to v2 at T"
        return temperature if self._right_behind(self._value_ends[covered]) is temperature else None

    def _compared_at(self, start: int, temperature: Temperature) -> Temperature | None:
        """The temperature of an earlier value when this one is compared with it or is what it changes to."""
        compared = self._within(CUES.COMPARED, temperature.end, start)
        return temperature if compared and not self._within(CUES.OTHER_STATEMENT, temperature.end, start) else None


def _runs(sentence: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions in groups that stand as one list, with nothing but commas and "and" between."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and CUES.LIST_GAP.fullmatch(sentence, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs
