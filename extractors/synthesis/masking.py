"""A sentence in which every material and every method is one sign, so that frames over it stay short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.mapped_text import Edit, MappedText
from extractors.mentions import Material, MaterialKind
from extractors.synthesis.patterns import FIRST_MATERIAL, FIRST_METHOD, MASKING
from extractors.synthesis.vocabulary import NOT_USED, NOTHING_MADE, Mention, Method, find_methods, find_solvents

_GASES = frozenset(("CO2", "H2O", "NH3", "NO2", "O2", "N2", "H2"))  # they leave or surround; nothing is made of them
_ELEMENT_KEPT = (MASKING.FILM_BEHIND, MASKING.PURITY_BEHIND)


@dataclass(frozen=True, slots=True)
class NamedMethod:
    """A method named in a sentence, offsets of the sentence."""

    mention: Mention
    method: Method

    @property
    def is_minor(self) -> bool:
        """A heat treatment or a mere shaping: a step where another route is named, a route only when alone."""
        return self.method.code in ("annealing-only", "other")


@dataclass(frozen=True, slots=True)
class MaskedSentence:
    """A clean sentence, its materials and methods, and its masked form."""

    text: str
    masked: str
    materials: tuple[Material, ...]
    methods: tuple[NamedMethod, ...]
    starts: tuple[int, ...]  # masked offset of each sign
    shifts: tuple[int, ...]  # clean offset minus masked offset behind each sign

    def clean(self, position: int) -> int:
        """The sentence offset of a masked offset."""
        shift = 0
        for start, behind in zip(self.starts, self.shifts, strict=True):
            if start >= position:
                break
            shift = behind
        return position + shift

    def hidden(self, position: int) -> int:
        """The masked offset of a sentence offset; inside a masked word, the offset of its sign."""
        shift = 0
        for start, behind in zip(self.starts, self.shifts, strict=True):
            if start + shift >= position:
                break
            if position < start + 1 + behind:
                return start
            shift = behind
        return position - shift

    def material(self, sign: str) -> Material:
        """The material a sign stands for."""
        return self.materials[ord(sign) - FIRST_MATERIAL]

    def method(self, sign: str) -> NamedMethod:
        """The method a sign stands for."""
        return self.methods[ord(sign) - FIRST_METHOD]


def moved(material: Material, shift: int) -> Material:
    """A material with its span moved: from a sentence's characters to its paragraph's, or back."""
    return replace(material, start=material.start + shift, end=material.end + shift) if shift else material


def mask(text: str, materials: Sequence[Material]) -> MaskedSentence:
    """Mask a sentence; the materials' offsets count its characters."""
    found = find_methods(text)
    words = {(m.start, m.end) for m, _ in found} | {(m.start, m.end) for m in find_solvents(text)}
    kept = _makeable(text, _joined(text, materials), words)
    methods = [
        NamedMethod(mention, method)
        for mention, method in found
        if not any(m.start < mention.end and mention.start < m.end for m in kept)
        and not NOT_USED.search(text, 0, mention.start)
        and not NOTHING_MADE.search(text, 0, mention.start)
    ]
    edits = [Edit(m.start, m.end, chr(FIRST_MATERIAL + i)) for i, m in enumerate(kept)]
    edits.extend(Edit(n.mention.start, n.mention.end, chr(FIRST_METHOD + i)) for i, n in enumerate(methods))
    edits.extend(_suppliers(text, kept, edits))
    edits.sort()
    starts, shifts, shift = [], [], 0
    for edit in edits:
        starts.append(edit.start - shift)
        shift += edit.end - edit.start - 1
        shifts.append(shift)
    masked = MappedText.from_raw(text).edit(edits).text
    return MaskedSentence(text, masked, tuple(kept), tuple(methods), tuple(starts), tuple(shifts))


@lru_cache(maxsize=8)
def _brackets_of_suppliers(text: str) -> tuple[tuple[int, int], ...]:
    """The brackets on suppliers and instruments in a sentence, for all its names."""
    return tuple(match.span() for match in MASKING.SUPPLIER.finditer(text))


def _suppliers(text: str, materials: Sequence[Material], taken: Sequence[Edit]) -> list[Edit]:
    """The brackets on suppliers and instruments as blanks; a formula at their head stays: "zirconia (ZrO2, 99%)"."""
    heads = {m.start: m.end for m in materials}
    found = []
    for opens, closes in _brackets_of_suppliers(text):
        start = heads.get(opens + 1)
        end = closes - (start is not None)
        start = len(text[:opens].rstrip()) if start is None else start
        if start < end and not any(e.start < end and start < e.end for e in taken):
            found.append(Edit(start, end, " "))
    return found


def _joined(text: str, materials: Sequence[Material]) -> list[Material]:
    """Parts of one composite as one material: "M/M composite"."""
    joined: list[Material] = []
    for material in materials:
        last = joined[-1] if joined else None
        if (
            last
            and text[last.end : material.start].strip() == "/"
            and MASKING.COMPOSITE_BEHIND.match(text, material.end)
        ):
            joined[-1] = replace(
                last,
                end=material.end,
                surface=text[last.start : material.end],
                name=f"{last.name}/{material.name}",
                formula=None,
                kind=MaterialKind.COMPOSITE,
                electrolyte=last.electrolyte and material.electrolyte,
            )
            continue
        joined.append(material)
    return joined


def _makeable(text: str, materials: Sequence[Material], words: set[tuple[int, int]]) -> list[Material]:
    """The materials a sentence can be about: no ions, bare elements, solvents or methods, one in a noun phrase."""
    kept: list[Material] = []
    for material in reversed([m for m in materials if _can_be_made(text, m) and (m.start, m.end) not in words]):
        if not (kept and _only_introduces(text, material, kept[-1])):
            kept.append(material)
    kept.reverse()
    return [m for m, last in zip(kept, [None, *kept], strict=False) if not _names_kind_of(text, last, m)]


def _can_be_made(text: str, material: Material) -> bool:
    """Whether a name is that of a thing that is made, or of which things are: no vessel, ion, gas, modifier."""
    if material.kind == "ion" or material.name in _GASES or is_apparatus(text, material):
        return False
    if MASKING.MODIFIER_BEHIND.match(text, material.end):
        return False
    film = any(p.match(text, material.end) for p in _ELEMENT_KEPT) or MASKING.FILM_BEFORE.search(
        text, 0, material.start
    )
    return material.kind != "element" or bool(film)


def _only_introduces(text: str, material: Material, following: Material) -> bool:
    """Whether a name only tells the kind of the one behind it: "the garnet M", "an X-based electrolyte (M)"."""
    if not material.electrolyte and MASKING.BODY_IN_FRONT.fullmatch(text, material.end, following.start):
        return True
    gap = text[material.end : following.start]
    if material.subject_kind != "class" or not MASKING.CLASS_IN_FRONT.fullmatch(gap):
        return False
    return not MASKING.NO_PHRASE.search(gap) or "form" in gap or "compos" in gap


def is_apparatus(text: str, material: Material) -> bool:
    """Whether a name belongs to a vessel, a grinding medium, an instrument in a supplier's bracket."""
    if MASKING.VESSEL_BEHIND.match(text, material.end):
        return True
    first = material.kind is MaterialKind.ALIAS  # a supplier's name taken for one of the reagent
    return any(start + (not first) < material.start < end for start, end in _brackets_of_suppliers(text))


def _names_kind_of(text: str, last: Material | None, material: Material) -> bool:
    """Whether a class only says what kind of thing the material in front of it is: "M glass-ceramic SSEs"."""
    if last is None or material.subject_kind != "class" or last.subject_kind == "class":
        return False
    return MASKING.CLASS_BEHIND.fullmatch(text, last.end, material.start) is not None
