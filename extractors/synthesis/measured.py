"""Routes that a value tells of: how the sample was made whose conductivity or barrier stands beside the method.

"M, milled for 20 h, reaches 1 mS/cm", "1 mS/cm was found for M after milling", "quenching gave M glasses of 1 mS/cm":
whatever the syntax, the method is that of the sample which linking gives the value to. A heat treatment alone tells no
route: it may be any finished sample's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.linking.link import link
from extractors.linking.meaning import conductivity_meaning, energy_meaning
from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind, Quantity, QuantityKind
from extractors.synthesis.method_choice import MINOR, choose_methods
from extractors.synthesis.naming import is_definite
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.route import Route
from extractors.synthesis.sameness import same
from extractors.synthesis.signs import Sign, signs_in
from extractors.synthesis.vocabulary import find_methods

_MEANINGS = {QuantityKind.CONDUCTIVITY: conductivity_meaning, QuantityKind.ENERGY: energy_meaning}


@dataclass(slots=True)
class _Sample:
    """A sample with a value, where its last value ends, and the signs of making told with it."""

    material: Material
    end: int
    text: str  # of its sentence
    signs: list[Sign] = field(default_factory=list)

    @property
    def named(self) -> list[str]:
        """The methods told that are no mere treatments; what only a solvent tells where there is no other."""
        major = [sign for sign in self.signs if not sign.is_minor]
        worded = [sign for sign in major if not sign.by_solvent]
        told = [sign.code for sign in worded if not sign.is_operation] or self._amounts_to()
        return list(dict.fromkeys(told or [sign.code for sign in worded or major]))

    def _amounts_to(self) -> list[str]:
        """The way that operations amount to where no words name it: what is dissolved and cast is solution-cast."""
        steps = [sign.step.to_step(self.text) for sign in self.signs if sign.step is not None]
        return [code for code in choose_methods([], steps, []) if code not in MINOR]

    @property
    def told_at(self) -> tuple[int, int]:
        """The words of its first method."""
        first = next(sign for sign in self.signs if not sign.is_minor)
        return first.start, first.end


def routes_of_values(passage: Passage, told: Sequence[Route]) -> list[Route]:
    """One route for each sample with a value and a way of making beside it that ``told`` does not tell.

    A route told of the same sample in the sentence by nothing but a heat treatment takes the method beside it.
    """
    found: list[Route] = []
    for index, (start, end) in enumerate(passage.sentences):
        values = _values(passage, index)
        if values and not PROCEDURES.NOT_DONE_IN_LAB.search(passage.text, start, end):
            of_classes = [r for r in told if r.sentence == index and r.is_told and _is_open(r)]
            taken = [span for route in of_classes for span in route.spans]
            signs = [s for s in signs_in(passage, start, end) if not any(a <= s.start < b for a, b in taken)]
            for sample in _samples(passage, index, values, signs):
                found.extend(_routes(passage, index, sample, [*told, *found]))
    return found


def _values(passage: Passage, index: int) -> list[tuple[Quantity, Material]]:
    """The values of a sentence that belong to one definite electrolyte, in text order."""
    found = []
    for kind, meaning in _MEANINGS.items():
        for value in passage.values_in_sentence(index, kind):
            owners = [(d.material, d.passage) for d in link(passage, value) if d.material is not None]
            if len(owners) == 1 and meaning(passage, value) is not None and _is_sample(owners[0][0]):
                material, source = owners[0]
                found.append((value, material if source is passage else replace(material, start=0, end=0)))
    return sorted(found, key=lambda pair: pair[0].start)


def _is_sample(material: Material) -> bool:
    """Whether a value's owner is a solid that was made.

    Not a liquid, a polymer without its salt, nor a treatment read as a name ("SPS-900 °C").
    """
    bare = "polymer" in material.flags and material.kind is not MaterialKind.COMPOSITE
    return is_definite(material) and not (bare or material.family == "liquid" or find_methods(material.name))


def _is_open(route: Route) -> bool:
    """Whether a route is told of a class or a series: its members are not told again."""
    return all(m.subject_kind == "class" or m.variables or FRAMES.VARIABLE.search(m.name) for m in route.targets)


def _samples(
    passage: Passage, index: int, values: Sequence[tuple[Quantity, Material]], signs: Sequence[Sign]
) -> Iterator[_Sample]:
    """The samples of a sentence with the signs that are theirs: those up to the value, or linked behind it."""
    samples: list[_Sample] = []
    text = passage.sentence_text(index)
    for value, material in values:
        if samples and samples[-1].material.name == material.name:
            samples[-1].end = value.end
        else:
            samples.append(_Sample(material, value.end, text))
    for sign in signs:
        later = next((i for i, sample in enumerate(samples) if sign.start < sample.end), len(samples))
        before = samples[later - 1] if later else None
        if before is not None and PROCEDURES.TREATED_FOR_IT.fullmatch(passage.text, before.end, sign.start):
            before.signs.append(sign)
        elif later < len(samples) and not _is_of_another(passage.text, sign, samples[later].material):
            samples[later].signs.append(sign)
    return (sample for sample in samples if sample.named)


def _is_of_another(text: str, sign: Sign, material: Material) -> bool:
    """Whether a verb of making gives a method to its own subject, and the sample is named behind it."""
    return material.start >= sign.end and PROCEDURES.MADE_SO.search(text, 0, sign.start) is not None


def _routes(passage: Passage, index: int, sample: _Sample, told: Sequence[Route]) -> Iterator[Route]:
    """The route of a sample, unless it is told."""
    known = [r for r in told if r.is_told and same(r.targets, [sample.material])]
    if _is_known(sample, index, known, told):
        return
    named = sample.named
    treated = [r for r in known if r.sentence == index and set(r.methods) <= set(MINOR)]
    for route in treated:
        route.named[:0] = named
    if not treated:
        route = Route([sample.material], index, "measured", named=named, spans=[sample.told_at])
        route.add([sign.step for sign in sample.signs if sign.step is not None], passage.sentence_text(index))
        yield route


def _is_known(sample: _Sample, index: int, known: Sequence[Route], told: Sequence[Route]) -> bool:
    """Whether ``known`` routes of a sample have its methods, or those of its parts in the sentence."""
    of_parts = [r for r in told if r.is_told and r.sentence == index and _are_parts(r.targets, sample.material)]
    return any(set(sample.named) & set(route.methods) for route in (*known, *of_parts))


def _are_parts(materials: Sequence[Material], sample: Material) -> bool:
    """Whether materials are parts that a composite's name is joined of: how a filler was made is not its route."""
    return all(f"-{m.name}-" in f"-{sample.name.replace('/', '-')}-" for m in materials)
