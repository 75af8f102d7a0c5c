"""What a quantity of a text measures: which conductivity, activation energy or migration barrier, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.linking.cues import fits
from extractors.linking.meaning_cues import CONDUCTIVITIES, CUES, ENERGIES, MOTIONS
from extractors.linking.origin import origin, says_measured
from extractors.linking.passage import Passage
from extractors.linking.sentence import window
from extractors.mentions import Quantity, QuantityKind

REACH = 240
"""Characters before a value in which what its energy is one of may be told."""

BEHIND, BEHIND_ENERGY = 60, 50
"""Characters behind a value in which words may tell which conductivity, which energy it is."""

HIGHEST = 1.5
"""An energy (eV) without a name is one of moving ions up to this."""

BESIDE_MOTION = 80
"""Characters before such an energy in which the motion stands."""

GONE_ON = 2
"""So many sentences may go on with the conductivity that one has named."""

LEAKAGE, LEAKAGE_GONE_ON = 1e-8, 8
"""Up to this (S/cm) few solid electrolytes conduct ions and most electrons: such a value goes on so many sentences."""

NEAR, LISTED = 45, 60
"""Characters before the word ``conductivity``, or ``conductivities``, in which its kind, or kinds, may be told."""

STRONG = ("electronic", "total", "bulk", "grain")
"""Kinds of conductivity that say more than that it is one of ions, the strongest first."""

SEPARATED = re.compile(r"[,;]|\b(?:and|but|while|with)\b")
PLURAL = re.compile("conductivities", re.IGNORECASE)
COORDINATED = re.compile(r"[,/&]|\b(?:and|or|as well as)\b")

_KINDS = {"total": "total", "bulk": "bulk", "elect": "electronic", "ionic": "ionic", "grain": "grain_boundary"}
_KINDS |= {"inter": "grain_boundary", "intra": "bulk"}
"""Properties by the first letters of the words beside a value."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Property and origin of a value, as in the record contract; ``cue`` is the place of the word that decided."""

    property: str
    origin: str
    cue: int | None = None


def conductivity_meaning(passage: Passage, value: Quantity) -> Meaning | None:
    """Which conductivity a value is (S/cm): ionic when nothing else is said; None for a mere difference of values.

    The nearest word before the value decides, else the first one behind it in the sentence. A list ``ionic and
    electronic conductivities of v1 and v2`` is read in order.
    """
    if is_difference(passage, value) or is_restated(passage, value):
        return None
    start, end = passage.sentences[passage.sentence_index(value.start)]
    beside = _told_beside(passage.text, value, start, end)
    if beside is not None:
        return Meaning(_KINDS[beside["kind"][:5].lower()], origin(passage, value), beside.start())
    name, at = _kind_told(passage, value, start, end)
    if (at is None and _goes_on_with_electrons(passage, value)) or (name == "plain" and _is_leakage(passage, value)):
        name = "electronic"
    if name == "plain" and CUES.DIRECT_CURRENT.search(passage.text, start, end):
        name = "electronic"
    if name == "electrical":
        name = "electronic" if _of_electrons(passage, start, end) else "plain"
    return Meaning({"plain": "ionic", "grain": "grain_boundary"}.get(name, name), origin(passage, value), at)


def _told_beside(text: str, value: Quantity, start: int, end: int) -> re.Match[str] | None:
    """The word right before a value's bracket, or right behind it, that tells which conductivity it is."""
    before = next(CUES.BEFORE_BRACKET.finditer(text, start, value.start), None)
    return before or CUES.RIGHT_BEHIND.match(text, value.end, end)


def _kind_told(passage: Passage, value: Quantity, start: int, end: int) -> tuple[str, int | None]:
    """The word of a sentence that tells which conductivity a value is, with its place: plain when there is none."""
    summed = [match.span() for match in CUES.SUMMED.finditer(passage.text, start, end)]
    told = [one for one in _kinds(passage, start, end) if not any(low < one[1] < high for low, high in summed)]
    before = [(name, at) for name, at in told if at < value.start]
    if (listed := _listed_properties(before, value, passage)) is not None:
        return listed
    if before:
        return _named(before, passage.text)
    behind = next(((name, at) for name, at in told if value.end <= at < value.end + BEHIND), None)
    return behind if behind is not None and not _is_of_next(passage, value, behind[1], end) else ("plain", None)


def _goes_on_with_electrons(passage: Passage, value: Quantity) -> bool:
    """Whether a sentence that names no conductivity goes on with the one before, or that before it, on electrons alone.

    ``Its electronic conductivity is low. Before the treatment it was v1. After it, v2 was found.``
    """
    index = passage.sentence_index(value.start)
    for position in range(index, max(index - 1 - GONE_ON, -1), -1):
        start, end = passage.sentences[position]
        told = {kind for kind, _ in _kinds(passage, start, end)}
        if told:
            return position < index and told <= {"electronic", "plain"} and "electronic" in told
        if position < index and not passage.values_in_sentence(position, value.kind):
            return False
        if not CUES.GOES_ON_WITH_VALUE.search(passage.text, start, end):
            return False
    return False


def _is_leakage(passage: Passage, value: Quantity) -> bool:
    """Whether a very low value stands behind sentences, the last to name a conductivity of which names electrons'.

    ``Its electronic conductivity is a concern. Pellets were polarised for 10 h. v was read from the last hour.``
    """
    if value.high > LEAKAGE:
        return False
    index = passage.sentence_index(value.start)
    before = range(index - 1, max(index - 1 - LEAKAGE_GONE_ON, -1), -1)
    told = (name for at in before for name, _ in reversed(_kinds(passage, *passage.sentences[at])) if name != "plain")
    return next(told, None) == "electronic"


def _is_of_next(passage: Passage, value: Quantity, cue: int, end: int) -> bool:
    """Whether a word behind a value tells the next one: ``v1, an electronic conductivity below v2``.

    What opens a sentence to be compared with (``Compared to A (v1), B has a higher one (v2)``) shares the word.
    """
    if not any(q.kind is value.kind for q in passage.quantities_in(cue, end)):
        return False
    start, _ = passage.sentences[passage.sentence_index(value.start)]
    compared = fits("fronted_comparison", passage.text[start : value.start])
    return SEPARATED.search(passage.text, value.end, cue) is not None and not compared


def _kinds(passage: Passage, start: int, end: int) -> list[tuple[str, int]]:
    """The words of a sentence that tell which conductivity is meant, with their places; found once a sentence."""

    def found() -> list[tuple[str, int]]:
        told = {(m.start(), kind) for kind, cue in CONDUCTIVITIES for m in cue.finditer(passage.text, start, end)}
        return [(kind, at) for at, kind in sorted(told)]

    return passage.once(f"conductivities {start}", found)


def _of_electrons(passage: Passage, start: int, end: int) -> bool:
    """Whether the ``electrical`` conductivity of a sentence is told of electrons, or of an electrode."""
    told = CUES.ELECTRONS.search(passage.text, start, end)
    return bool(told or any("electrode" in material.flags for material in passage.materials_in(start, end)))


def _named(before: list[tuple[str, int]], text: str) -> tuple[str, int]:
    """The last cue; a plain ``conductivity`` takes the kind right before it, no other that ``and`` sets beside that."""
    name, at = before[-1]
    near = [(n, p) for n, p in before if at - p < NEAR and n != "plain"] if name == "plain" else []
    return (_strongest(_coordinated(near, text)[-1]) if near else name), at


def _listed_properties(before: list[tuple[str, int]], value: Quantity, passage: Passage) -> tuple[str, int] | None:
    """``bulk and grain-boundary conductivities of v1 and v2``: the property at the value's place in the list."""
    plain = [at for name, at in before if name == "plain"]
    plural = next((at for at in reversed(plain) if PLURAL.match(passage.text, at)), None)
    if plural is None:
        return None
    since = max((at for at in plain if at < plural), default=-1)
    told = [(name, at) for name, at in before if name != "plain" and since < at and 0 < plural - at < LISTED]
    kinds = _coordinated(told, passage.text)
    values = _values_of_list(passage, plural)
    if len(kinds) < 2 or value not in values or len(values) % len(kinds):
        return None
    return _strongest(kinds[values.index(value) % len(kinds)]), plural


def _coordinated(told: list[tuple[str, int]], text: str) -> list[list[str]]:
    """Words for kinds with those that stand beside them: ``total ionic`` is one kind, ``bulk and total`` are two."""
    kinds: list[list[str]] = []
    for place, (name, at) in enumerate(told):
        if place and not COORDINATED.search(text, told[place - 1][1], at):
            kinds[-1].append(name)
        else:
            kinds.append([name])
    return kinds


def _strongest(kinds: list[str]) -> str:
    """Of the kinds that one conductivity is called the one that says most: the total one of ions is ``total``."""
    return next((name for name in STRONG if name in kinds), kinds[-1])


def _values_of_list(passage: Passage, plural: int) -> list[Quantity]:
    """The conductivities of a sentence behind the word ``conductivities``, up to another such word behind it."""
    _, end = passage.sentences[passage.sentence_index(plural)]
    other = passage.text.find(" conductivit", plural + len("conductivities"), end)
    told = passage.quantities_in(plural, end if other < 0 else other)  # no v3 of ", giving a total conductivity of v3"
    return [q for q in told if q.kind is QuantityKind.CONDUCTIVITY]


def energy_meaning(passage: Passage, value: Quantity) -> Meaning | None:
    """Activation energy or migration barrier (eV); None for every other energy (band gap, formation energy ...).

    A sentence with no cue of its own inherits that of the sentence before, when its values stand in brackets behind
    materials (``Examples include A (0.32 eV)``) or it has no other energy cue at all.
    """
    if is_difference(passage, value) or is_restated(passage, value):
        return None
    start, end = passage.sentences[passage.sentence_index(value.start)]
    text = passage.text
    name, at = _told_once(passage, value) or ("other", start)
    if name == "other" or _is_of_something_else(text, max(start, value.start - REACH), value, min(end, value.end + 60)):
        return None
    if name == "activation" and CUES.BARRIER_RENAMED.search(text, max(start, at - 30), at - len("Ea")):
        name = "barrier"
    if name == "barrier":
        return Meaning("migration_barrier", "experimental" if says_measured(text[start:end]) else "computed", at)
    return Meaning("activation_energy", origin(passage, value), at)


def _energy_told(passage: Passage, value: Quantity) -> tuple[str, int] | None:
    """The words that tell which energy a value is: of its sentence, of the one before, or a conductivity beside it."""
    index = passage.sentence_index(value.start)
    start, end = passage.sentences[index]
    text = passage.text
    bracketed = re.search(r"\([^()]*$", text[start : value.start]) is not None
    found = _energy_cue(text, start, value.start, nearest_end=True) or _energy_cue(
        text, value.end, min(end, value.end + BEHIND_ENERGY), nearest_end=False
    )
    if found is None:
        found = _energy_of_motion(text, value, start, end) or _of_energy_before(passage, value, start)
    if found is None:
        found = _energy_cue(text, value.end, end, nearest_end=False)
    if found is None and passage.is_caption:
        found = _energy_cue(text, 0, start, nearest_end=True)
    if found is None and index > 0 and (bracketed or _energy_cue(text, start, end, nearest_end=True) is None):
        found = _energy_cue(text, *passage.sentences[index - 1], nearest_end=True)
    return ("activation", value.start) if found is None and _is_beside_conductivity(passage, value) else found


def _told_once(passage: Passage, value: Quantity) -> tuple[str, int] | None:
    """The same, sought once a value: the next energy of the sentence may be of the same kind."""
    return passage.once(f"energy {value.start}", lambda: _energy_told(passage, value))


def _of_energy_before(passage: Passage, value: Quantity, start: int) -> tuple[str, int] | None:
    """What the energy right before it in the sentence is: ``hops cost e1 and e2``, ``v1 and v2, with e1 and e2``."""
    near = passage.quantities_in(max(start, value.start - REACH), value.start)
    before = next((q for q in reversed(near) if q.kind is value.kind), None)
    return _told_once(passage, before) if before is not None else None


def _energy_of_motion(text: str, value: Quantity, start: int, end: int) -> tuple[str, int] | None:
    """An energy without a name in a sentence on moving ions: ``e was deduced from NMR``, ``ions hop with e``."""
    near = max(start, value.start - BESIDE_MOTION), min(end, value.end + BEHIND_ENERGY)
    seen = (energy for energy, cue in MOTIONS.items() if value.high <= HIGHEST and cue.search(text, *near))
    return next(((energy, value.start) for energy in seen), None)


def _is_beside_conductivity(passage: Passage, value: Quantity) -> bool:
    """``a conductivity of v with 0.37 eV``, ``(v, 0.37 eV)``: of all energies the one of its activation is told so."""
    near = [q for q in passage.quantities_in(max(0, value.start - 80), value.start) if q.end <= value.start]
    conducts = [q for q in near if q.kind is QuantityKind.CONDUCTIVITY]
    between = passage.text[conducts[-1].end : value.start] if conducts else "-"
    return bool(CUES.ENERGY_BESIDE.fullmatch(between, 0, len(between)))


def plain_meaning(passage: Passage, value: Quantity, name: str) -> Meaning | None:
    """A value of a property with one variety, which its own cue has told."""
    if is_difference(passage, value) or is_restated(passage, value):
        return None
    return Meaning(name, origin(passage, value))


def _is_of_something_else(text: str, start: int, value: Quantity, end: int) -> bool:
    """Whether the energy named last is none of conduction: ``energies for crystallization, from v1 over v2 to v3``."""
    if CUES.CALORIMETRY.search(text, start, end) or CUES.ERROR_OF.search(text, start, value.start):
        return True
    others = [match.end() for match in CUES.NOT_OF_CONDUCTION.finditer(text, start, end)]
    return bool(others) and _energy_cue(text, others[-1], value.start, nearest_end=True) is None


def _energy_cue(text: str, start: int, end: int, *, nearest_end: bool) -> tuple[str, int] | None:
    """Which energy ``[start, end)`` of a text tells last (``nearest_end``) or first, with the place of its words."""
    hits = [
        (match.end() if nearest_end else match.start(), -rank if nearest_end else rank, energy)
        for rank, (energy, cue) in enumerate(ENERGIES.items())
        for match in cue.finditer(text, start, end)
    ]
    if not hits:
        return None
    at, _, name = max(hits) if nearest_end else min(hits)
    return name, at


def is_difference(passage: Passage, value: Quantity) -> bool:
    """Whether the value tells how far two values are apart (``lower by 0.1 eV``)."""
    start, _ = passage.sentences[passage.sentence_index(value.start)]
    return fits("difference", window(passage.text, max(start, value.start - 120), value.start))


def is_restated(passage: Passage, value: Quantity) -> bool:
    """Whether the value only repeats the one right before it in a bracket: ``less than 0.5 eV (<0.5 eV)``."""
    near = passage.quantities_in(max(0, value.start - 120), value.start)
    before = [q for q in near if q.kind is value.kind and q.end <= value.start]
    return bool(
        before
        and (before[-1].low, before[-1].high) == (value.low, value.high)
        and re.fullmatch(r"\s*\([<>~≈=≤≥\s]*", passage.text[before[-1].end : value.start])
    )
