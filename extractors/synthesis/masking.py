"""A sentence in which every material and every method is one sign, so that frames over it stay short."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.mapped_text import Edit, MappedText
from extractors.mentions import Material, MaterialKind
from extractors.synthesis.vocabulary import NOT_USED, NOTHING_MADE, Mention, Method, find_methods, find_solvents

# private use plane: no text holds these signs once it is clean
_FIRST_MATERIAL = 0xF0000
_FIRST_METHOD = 0xF8000
MATERIAL = f"[{chr(_FIRST_MATERIAL)}-{chr(_FIRST_METHOD - 1)}]"
METHOD = f"[{chr(_FIRST_METHOD)}-{chr(0xFFFF0)}]"

# a family's name beside a definite material is part of the same noun phrase: "M glass-ceramic SSEs", "garnet-type M",
# "electrolytes of M", "a sulfide-type solid electrolyte (M)"
_AS_KIND = (
    r"(?:(?:\s{1,3}thin)?\s{1,3}(?:films?|powders?|membranes?|pellets?|ceramics?|glass(?:es)?))?"
    r"\s{1,3}as\s{1,3}(?:an?\s{1,3})?(?:[\w-]+\s{1,3}){0,2}?"
)
_CLASS_BEHIND = re.compile(rf"(?:\s{{0,3}}\([^()]*\))?\)?(?:[\s-]*(?:based[\s-]+|type[\s-]+)?|{_AS_KIND})")
_CLASS_IN_FRONT = re.compile(
    r"(?:[\s-]*(?:type|structured|based|like)?[\s-]+(?:[\w-]+\s{1,3}){0,2}\(?|\s{1,3}of\s{1,3}(?:the\s{1,3})?|\s{0,3}\(|\s{1,3}in\s{1,3}the\s{1,3}form\s{1,3}(?:of\s{1,3})?\(?|\s{1,3}with\s{1,3}(?:the\s{1,3})?"
    r"(?:\w+\s{1,3})?(?:formulas?|formulae|compositions?)\s{1,3}(?:of\s{1,3})?)"
)
# "an X-based electrolyte (M)": X only tells what M is based on
_BODY_IN_FRONT = re.compile(r"[\s-]based\s{1,3}(?:[\w-]+\s{1,3}){0,3}\(")
_NO_PHRASE = re.compile(r"\b(?:and|or|in|on|by|via|with|the|to|is|are|was|were|using|for|from|at)\b")
_COMPOSITE_BEHIND = re.compile(
    r"(?:\s{0,3}/\s{0,3}[\w@.()-]+)*\s{0,3}(?:[\w-]+\s{1,3})?(?:composites?|hybrids?|blends?|membranes?|nanocomposites?|electrodes?|cathodes?|anodes?|mixtures?)\b"
)
_FILM_BEHIND = re.compile(
    r"\s{0,3}(?:\([^()]*\)\s{0,3})?(?:[\w-]+\s{1,3}){0,2}?(?:films?|layers?|coatings?|interlayers?)\b"
)
# a reagent with its purity: "Si (99.9%)", "S powder (Supplier, 99.5%)"
_PURITY_BEHIND = re.compile(r"\s{0,3}(?:powders?\s{0,3})?\((?:[^()]{0,40}\s)?[>≥]?\s?\d\d(?:\.\d+)?\s?%")
# behind the name of what an apparatus is made of: "ZrO2 balls", "YSZ (5 mm) and isopropanol as the grinding medium",
# "zirconia (YSZ, 5 mm) and isopropanol were used as the grinding medium"
_VESSELS = (
    "balls?|beads?|jars?|vials?|vessels?|bowls?|pots?|crucibles?|boats?|medium|media|tubes?|ampoules?|cylinders?|dies?|"
    "mou?lds?|foils?|containers?|lasers?|excimer lasers?|plates?"
)
_VESSEL_GAP = (
    r"(?:(?:,[^()]{0,40})?\)|\s{0,3}\([^()]{0,60}\))?(?:\s(?:and|or)\s[\w-]{1,20}(?:\s{0,3}\([^()]{0,40}\))?)?[\s-]{1,3}"
    r"(?:(?:was|were|is)\s{1,3}used\s{1,3})?(?:as\s{1,3}(?:the\s{1,3})?)?"
)
_VESSEL_BEHIND = re.compile(
    rf"{_VESSEL_GAP}(?:(?:ball-?|milling|grinding|wet|autoclave|reaction)[\s-]{{1,3}}){{0,2}}(?:{_VESSELS})\b"
)
# behind what another thing is modified with: "PEG-functionalized M"
_MODIFIER_BEHIND = re.compile(
    r"-(?:functionali[sz]ed|modified|grafted|stabili[sz]ed|treated|capped|decorated|reinforced)\s"
)
# where a reagent was bought or an instrument made: "(99.9%, Supplier)", "(furnace type, Company, Country)"
_SUPPLIER = re.compile(
    r"\((?=[^()]{0,200}(?:\d\s?%|\bCo\.|\bLtd|\bInc\b|\bCorp|GmbH|Aldrich|Alfa|Aesar|Aladdin|Macklin|Merck|Sinopharm|Fluka|Acros|"
    r"\bUSA\b|\bU\.S\.A|\bUK\b|China|Japan|Germany|France|Korea|Switzerland|\bpurity|reagent grade))[^()]{2,200}\)"
)
_GASES = frozenset(("CO2", "H2O", "NH3", "NO2", "O2", "N2", "H2"))  # they leave or surround; nothing is made of them
_ELEMENT_KEPT = (_FILM_BEHIND, _PURITY_BEHIND)
_FILM_BEFORE = re.compile(r"\b(?:films?|layers?|coatings?|interlayers?)\s{1,3}(?:of\s{1,3})?(?:[\w-]+\s{1,3})?\(?$")


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
        return self.materials[ord(sign) - _FIRST_MATERIAL]

    def method(self, sign: str) -> NamedMethod:
        """The method a sign stands for."""
        return self.methods[ord(sign) - _FIRST_METHOD]


def moved(material: Material, shift: int) -> Material:
    """A material with its span moved: from a sentence's characters to its paragraph's, or back."""
    return replace(material, start=material.start + shift, end=material.end + shift)


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
    edits = [Edit(m.start, m.end, chr(_FIRST_MATERIAL + i)) for i, m in enumerate(kept)]
    edits.extend(Edit(n.mention.start, n.mention.end, chr(_FIRST_METHOD + i)) for i, n in enumerate(methods))
    edits.extend(_suppliers(text, kept, edits))
    edits.sort()
    starts, shifts, shift = [], [], 0
    for edit in edits:
        starts.append(edit.start - shift)
        shift += edit.end - edit.start - 1
        shifts.append(shift)
    masked = MappedText.from_raw(text).edit(edits).text
    return MaskedSentence(text, masked, tuple(kept), tuple(methods), tuple(starts), tuple(shifts))


def _suppliers(text: str, materials: Sequence[Material], taken: Sequence[Edit]) -> list[Edit]:
    """The brackets on suppliers and instruments as blanks; a formula at their head stays: "zirconia (ZrO2, 99%)"."""
    heads = {m.start: m.end for m in materials}
    found = []
    for bracket in _SUPPLIER.finditer(text):
        start = heads.get(bracket.start() + 1)
        end = bracket.end() - (start is not None)
        start = len(text[: bracket.start()].rstrip()) if start is None else start
        if start < end and not any(e.start < end and start < e.end for e in taken):
            found.append(Edit(start, end, " "))
    return found


def _joined(text: str, materials: Sequence[Material]) -> list[Material]:
    """Parts of one composite as one material: "M/M composite"."""
    joined: list[Material] = []
    for material in materials:
        last = joined[-1] if joined else None
        if last and text[last.end : material.start].strip() == "/" and _COMPOSITE_BEHIND.match(text, material.end):
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
    if _MODIFIER_BEHIND.match(text, material.end):
        return False
    film = any(p.match(text, material.end) for p in _ELEMENT_KEPT) or _FILM_BEFORE.search(text, 0, material.start)
    return material.kind != "element" or bool(film)


def _only_introduces(text: str, material: Material, following: Material) -> bool:
    """Whether a name only tells the kind of the one behind it: "the garnet M", "an X-based electrolyte (M)"."""
    if not material.electrolyte and _BODY_IN_FRONT.fullmatch(text, material.end, following.start):
        return True
    gap = text[material.end : following.start]
    if material.subject_kind != "class" or not _CLASS_IN_FRONT.fullmatch(gap):
        return False
    return not _NO_PHRASE.search(gap) or "form" in gap or "compos" in gap


def is_apparatus(text: str, material: Material) -> bool:
    """Whether a name belongs to a vessel, a grinding medium, an instrument in a supplier's bracket."""
    if _VESSEL_BEHIND.match(text, material.end):
        return True
    first = material.kind is MaterialKind.ALIAS  # a supplier's name taken for one of the reagent
    return any(b.start() + (not first) < material.start < b.end() for b in _SUPPLIER.finditer(text))


def _names_kind_of(text: str, last: Material | None, material: Material) -> bool:
    """Whether a class only says what kind of thing the material in front of it is: "M glass-ceramic SSEs"."""
    if last is None or material.subject_kind != "class" or last.subject_kind == "class":
        return False
    return _CLASS_BEHIND.fullmatch(text, last.end, material.start) is not None
