"""Material names in a clean text.

>>> [(m.name, m.formula) for m in find_materials("Li6.4La3Zr1.4Ta0.6O12 (LLZTO) and 70Li2S-30P2S5 were pressed.")]
[('Li6.4La3Zr1.4Ta0.6O12', 'Li6.4La3Zr1.4Ta0.6O12'), ('LLZTO', None), ('70Li2S-30P2S5', '70Li2S-30P2S5')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from corpus.signs import HYPHENS
from extractors.composition import class_words, patterns
from extractors.composition.balance import is_balanced
from extractors.composition.chains import Chain, balance_brackets, dope, extend, join, split, trim
from extractors.composition.classes import family_of_words, find_classes
from extractors.composition.component_names import with_chemical_names
from extractors.composition.context import NameContext
from extractors.composition.families import family_of, family_of_elements
from extractors.composition.formula import FormulaError
from extractors.composition.ions import conducts
from extractors.composition.joint import join_told_together
from extractors.composition.layers import divide, roles_of
from extractors.composition.members import with_members
from extractors.composition.mixture import Mixture, read_any
from extractors.composition.names import plain
from extractors.composition.phases import phase_of
from extractors.composition.roles import mobile_ion, role_of
from extractors.composition.spoken_names import find_owners_by_position, find_solutions, find_spoken_names
from extractors.composition.tokens import Piece, pieces
from extractors.mentions import Material, MaterialKind, SubjectKind

_NO_CONTEXT = NameContext()
_HYPHEN = re.compile(f"[{''.join(map(re.escape, HYPHENS))}]")
_COMPONENT_ROLES = frozenset({"electrode", "solvent", "salt", "precursor", "filler", "binder", "polymer", "liquid"})
_NEVER_OWNS = frozenset({"electrode", "solvent", "salt", "precursor", "filler", "binder"})
_GLASS_OF = re.compile(r"\bglass(?:es)? (?:of|with) (?:the |a )?(?:nominal )?(?:composition|formula) (?:of )?$")
"""Before a composition that is a glass's."""

MOST_OF_AN_ALLOY = 3
"""Elements of an alloy or a phase diagram; more of them, joined, name a compound whose amounts are not told."""
FORMS_OF_THEIR_OWN = frozenset({"composite", "polymer"})
"""Families that say the form of a sample as well."""

_FORMS = tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), form) for pattern, form in class_words.FORMS)
_SHORT_NAME = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*(?:-[A-Z][a-z]?(?![A-Za-z0-9]))?")
_VALUE_BEHIND = re.compile(
    r"\s?[(,]?\s?(?:where|with|for|at)?\s?(?P<variable>[a-z])\s?=\s?(?P<number>\d++(?:\.\d++)?+)(?:\s?\)|(?=\.?\s|\.?$|;))(?!\s?(?:[,–-]|and|to|or)\s?\d)"
)


def find_materials(text: str, context: NameContext | None = None, at: int | None = None) -> list[Material]:
    """Every material a clean text names, in order, not overlapping.

    ``context`` gives the document's own names (see :func:`extractors.composition.context_of`), ``at`` the raw offset
    of the text, so that a name defined twice means what was said last before it. Never raises.
    """
    told = _find(_HYPHEN.sub("-", text), context or _NO_CONTEXT, at)
    return [m if "-" not in m.surface else replace(m, surface=text[m.start : m.end]) for m in told]


def _find(text: str, context: NameContext, at: int | None) -> list[Material]:
    """The materials of a text in which every dash is a hyphen: papers join the parts of a name by any of them."""
    found = list(_written_names(text, context, at))
    classes = find_classes(text, [material for material in found if material.kind is not MaterialKind.ELEMENT])
    found = _outside(found, classes)  # without the Na of "Na-based electrolytes"
    spoken = [*find_spoken_names(text), *find_owners_by_position(text), *find_solutions(text)]
    within = {place for material in found if spoken for place in range(material.start + 1, material.end)}
    spoken = [named for named in spoken if named.start not in within]  # not the end of "PEO/LiTFSI in PEO"
    named = [*_outside([*found, *classes], spoken), *spoken]  # they hold the Na of "Na β-alumina"
    told = with_chemical_names(text, sorted(named, key=lambda material: material.start), context)
    return join_told_together(text, with_members(text, told, partial(context.series_before, at=at)))


def _written_names(text: str, context: NameContext, at: int | None) -> Iterator[Material]:
    """The materials that formulas, elements and short names tell, not overlapping."""
    end = 0
    for chain in _chains(text, context):
        material = _material(text, chain, context, at)
        if material is not None and material.start >= end:
            yield material
            end = material.end


def _outside(materials: list[Material], holders: list[Material]) -> list[Material]:
    """The materials that do not begin in one of the holders."""
    held = {place for holder in holders for place in range(holder.start, holder.end)}
    return [material for material in materials if material.start not in held]


def _chains(text: str, context: NameContext) -> list[Chain]:
    atoms = pieces(text, context.is_alias)
    known = context.is_alias
    singles: list[Chain] = []
    for chain in join(text, atoms):
        for part in divide(text, chain, context):
            balanced = balance_brackets(text, part)
            for whole in [balanced] if balanced is not None else split(part, ("-", "+", "wt", "b")):
                singles.extend(trim(whole, known, text))
    extended = [extend(text, chain) for chain in singles]
    return dope(text, extended)


def _material(text: str, chain: Chain, context: NameContext, at: int | None) -> Material | None:
    surface = text[chain.start : chain.end]
    name = plain(_written(text, chain))
    first = chain.pieces[0]
    if len(chain.pieces) == 1 and chain.base is None and first.kind in ("element", "ion"):
        return _element_or_ion(chain, surface, name)
    if len(chain.pieces) == 1 and (first.kind == "run"):
        return None
    if behind := _is_of_a_structure(text, chain) or class_words.TYPE_SUFFIX.match(text, chain.end):
        return _class(text, chain, behind.end())
    return _sample(text, chain, surface, name, context, at)


def _sample(text: str, chain: Chain, surface: str, name: str, context: NameContext, at: int | None) -> Material:
    """The material that a chain names, which is neither an element nor named as the prototype of a class."""
    roles = roles_of(chain.core.pieces, context)
    formula = _formula(chain, name, context, None if at is None else at + chain.end)
    kind = _kind(chain, name, formula)
    open_in = name if kind in (MaterialKind.FORMULA, MaterialKind.MIXTURE) else formula if chain.base else None
    variables, sites = _open_parts(open_in) if open_in is not None else ((), ())
    flags = _flags(chain, roles, context, name)
    subject = SubjectKind.CLASS if _names_class(text, chain, formula, sites) else SubjectKind.SPECIFIC
    if kind is MaterialKind.COMPOSITE:
        name = _with_share(text, chain, name)
    if variables and kind is not MaterialKind.MIXTURE:
        kind = MaterialKind.SERIES
    family = _family(chain, name, formula, roles, context)
    return Material(
        chain.start, chain.end, surface, name, formula, subject, kind,
        family=family, mobile_ion=_ion(chain, formula, name, context),
        form=_form(text, chain) or (family if family in FORMS_OF_THEIR_OWN else None),
        phase=phase_of(text, chain.start, chain.end, chain.prefix),
        variables=(*variables, *sites), electrolyte=_can_conduct(chain, roles, flags, formula),
        flags=tuple(sorted(flags)),
    )  # fmt: skip


def _written(text: str, chain: Chain) -> str:
    """What a chain is meant to say: its text with the blanks in its formulas mended."""
    written, position = "", chain.start
    for piece in chain.pieces:
        if piece.mended and piece.start >= position:
            written, position = written + text[position : piece.start] + piece.text, piece.end
    if chain.base is not None and chain.base.start >= chain.end:  # the host stands behind another dopant
        dopant = re.sub(r"[-–]$", "-doped", text[position : chain.end])  # the Al of "Al- and Ga-doped"
        return f"{written}{dopant} {_written(text, chain.base)}"
    return written + text[position : chain.end]


def _is_of_a_structure(text: str, chain: Chain) -> re.Match[str] | None:
    """The word behind anions that makes them a part of structures, not a compound: ``PO4 units``."""
    anions = all(piece.formula for piece in chain.pieces) and _elements(chain.pieces) <= patterns.ANION_FORMERS
    return patterns.STRUCTURE_PART.match(text, chain.end) if anions else None


def _elements(pieces: Sequence[Piece]) -> set[str]:
    """The symbols in the formulas of a name's pieces."""
    return {symbol for piece in pieces if piece.formula for symbol in piece.formula.symbols}


def _class(text: str, chain: Chain, end: int) -> Material:
    """A class named after its prototype: ``UCl3-type SSEs``, ``LGPS-type``."""
    surface = text[chain.start : end]
    return Material(
        chain.start,
        end,
        surface,
        plain(surface),
        subject_kind=SubjectKind.CLASS,
        kind=MaterialKind.CLASS,
        family=family_of_words(surface) or family_of(chain.pieces[0].text),
    )


def _names_class(text: str, chain: Chain, formula: str | None, sites: tuple[str, ...]) -> bool:
    """Whether a name stands for a family: open sites that the text does not settle, or "X-based" and a plural."""
    if (len(chain.pieces) == 1 and class_words.BASED_SUFFIX.match(text, chain.end)) or (
        formula is None and _is_plural(chain)
    ):
        return True
    if not sites and formula is not None and len(chain.pieces) == 1:
        sites = _open_parts(formula)[1]
    return bool(sites) and not any(re.search(rf"(?<![A-Za-z]){site}\s?=", text) for site in sites)


def _is_plural(chain: Chain) -> bool:
    """``SSCs``: an abbreviation in the plural names many."""
    return len(chain.pieces) == 1 and re.fullmatch(r"[A-Z]{2,}s", chain.pieces[0].text) is not None


def _element_or_ion(chain: Chain, surface: str, name: str) -> Material | None:
    piece = chain.pieces[0]
    if piece.kind == "element" and (len(piece.text) == 1 or piece.text in patterns.NOT_ELEMENTS or piece.share):
        return None
    kind = MaterialKind(piece.kind)
    return Material(chain.start, chain.end, surface, name, None, kind=kind, electrolyte=False, flags=(piece.kind,))


def _kind(chain: Chain, name: str, formula: str | None) -> MaterialKind:
    if "composite" in chain.flags:
        return MaterialKind.COMPOSITE
    if chain.base is not None or "doped" in chain.flags:
        return MaterialKind.ALIAS
    kinds = {piece.kind for piece in chain.pieces}
    if kinds == {"formula"} and not {"@", "/"} & set(chain.connectors):
        return MaterialKind.MIXTURE if len(chain.pieces) > 1 or _is_mixture(name) else MaterialKind.FORMULA
    if len(chain.pieces) == 1:
        return MaterialKind.NAME if kinds == {"polymer"} else MaterialKind.ALIAS
    if kinds <= {"element", "run"}:
        return MaterialKind.NAME
    if kinds <= {"element", "alias", "letters"} and any(piece.kind == "element" for piece in chain.pieces):
        return MaterialKind.ALIAS
    return MaterialKind.COMPOSITE


def _is_mixture(name: str) -> bool:
    try:
        return isinstance(read_any(name), Mixture)
    except FormulaError:
        return False


def _open_parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    try:
        compound = read_any(patterns.CRYSTAL_WATER.sub("", _without_prefix(name)))
    except FormulaError:
        return (), ()
    return tuple(v for v in compound.variables if v != patterns.DEFICIENCY), compound.sites  # "O3-δ" is none


def _without_prefix(name: str) -> str:
    return patterns.POLYMORPH_NAME.sub("", name)


def _formula(chain: Chain, name: str, context: NameContext, at: int | None) -> str | None:
    bare = patterns.ISOTOPE.sub("[", _without_prefix(name))
    resolved = context.resolve(name, at) or context.resolve(bare, at)
    if resolved is not None:
        return resolved
    if chain.base is not None:
        return _doped(chain, context, at)
    if "composite" in chain.flags:
        return None
    if chain.flags & {"sample"}:
        return context.resolve(chain.pieces[-1].text, at) if len(chain.pieces) == 1 else None
    if "/" in chain.connectors or "@" in chain.connectors:
        return None
    if all(piece.kind == "formula" for piece in chain.pieces) or _plain_salt(chain):
        return bare if _reads(bare) else None
    return _expanded(chain, bare, context, at)


def _reads(name: str) -> bool:
    try:
        read_any(name)
    except FormulaError:
        return False
    return True


def _plain_salt(chain: Chain) -> bool:
    """Whether a known short name is a formula too: LiClO4, LiPF6."""
    return len(chain.pieces) == 1 and bool(
        re.fullmatch(r"(?:Li|Na|K)[A-Z][A-Za-z]*\d[A-Za-z0-9]*", chain.pieces[0].text)
    )


def _doped(chain: Chain, context: NameContext, at: int | None) -> str | None:
    """The composition of a doped material where its base's formula already holds the dopant."""
    if chain.base is None or len(chain.base.pieces) != 1 or chain.base.pieces[0].formula is None:
        return None
    dopants = _elements(chain.pieces[: -len(chain.base.pieces)])
    return plain(chain.base.pieces[0].text) if dopants and dopants <= _elements(chain.base.pieces) else None


def _expanded(chain: Chain, name: str, context: NameContext, at: int | None) -> str | None:
    """A mixture's name with its short names written out: ``LGPS-3 wt% Al2O3``; None when one is not known."""
    kinds = {piece.kind for piece in chain.pieces}
    if len(chain.pieces) < 2 or "polymer" in kinds or ("element" in kinds and "[" not in name):
        return None

    def written_out(match: re.Match[str]) -> str:
        word = match.group()
        if (formula := context.resolve(word, at)) is not None:
            return formula
        head, dash, tail = word.rpartition("-")
        formula = context.resolve(head, at) if dash else None
        return f"{formula}-{tail}" if formula is not None else word

    text = _SHORT_NAME.sub(written_out, name)
    return text if text != name and _reads(text) and not _open_parts(text)[1] else None


def _with_share(text: str, chain: Chain, name: str) -> str:
    """A composite with the share that stands right behind it put in: ``xLATP/PAN, where x = 2`` is ``2LATP/PAN``."""
    match = _VALUE_BEHIND.match(text, chain.end)
    if match is None or not re.match(rf"{match['variable']}(?=[A-Z(\[])", name):
        return name
    return match["number"] + name[1:]


def _flags(chain: Chain, roles: list[str], context: NameContext, name: str) -> set[str]:
    flags = set(chain.flags)
    if len(roles) == 1 and "share" not in flags:  # with a share it stands for what it fills
        flags |= {roles[0]} & _COMPONENT_ROLES
    elif "electrode" in roles or set(roles) == {"solvent"}:
        flags.add("electrode" if "electrode" in roles else "solvent")
    elif (whole := context.role(name)) in ("polymer", "liquid"):  # "PVDF-HFP", "EMIM-TFSI"
        flags.add(whole)
    if len(roles) == 1 and chain.pieces[0].kind == "letters" and context.role(name) is None:
        flags.add("unknown_name")
    if any(piece.misread for piece in chain.pieces):
        flags.add("misread_sign")
    if len(roles) == 1 and _is_compound(chain.pieces[0]) and is_balanced(chain.pieces[0].text) is False:
        flags.add("unbalanced")
    return flags


def _is_compound(piece: Piece) -> bool:
    return piece.kind == "formula" and piece.formula is not None and len(piece.formula.symbols) > 1


def _can_conduct(chain: Chain, roles: list[str], flags: set[str], formula: str | None) -> bool:
    if "electrode" in flags:
        return False
    written_out = any(piece.kind == "alias" for piece in chain.pieces) and len(chain.pieces) > 1 and formula is not None
    if written_out and role_of(formula or "") == "electrolyte":
        return True  # ``HCF-Sm`` is what the document says it is, whatever its parts mean elsewhere
    if len(roles) == 1 and chain.base is None:
        return roles[0] not in _NEVER_OWNS or "share" in flags
    if set(roles) == {"element"} and len(roles) > MOST_OF_AN_ALLOY:  # "Li-Si-P-O-N"
        return role_of("".join(piece.text for piece in chain.pieces)) == "electrolyte"
    return not roles or not set(roles) <= {"electrode", "solvent", "binder", "filler", "element", "ion"}


def _family(chain: Chain, name: str, formula: str | None, roles: list[str], context: NameContext) -> str | None:
    if len(roles) > 1 and "polymer" in roles:
        return "composite" if "electrolyte" in roles else "polymer"
    kinds = {piece.kind for piece in chain.pieces}
    total = family_of(formula) if formula is not None else None
    if total and kinds == {"formula"} and "electrolyte" not in roles[:1]:
        return total
    told = filter(None, (_family_of_piece(piece, context) for piece in chain.core.pieces))
    if family := next(told, total):
        return family
    if kinds <= {"element", "run"}:
        return family_of_elements(_elements(chain.pieces))
    return "polymer" if "polymer" in roles else family_of_words(name)


def _family_of_piece(piece: Piece, context: NameContext) -> str | None:
    return context.family(piece.text) or (family_of(piece.text) if piece.kind == "formula" else None)


def _ion(chain: Chain, formula: str | None, name: str, context: NameContext) -> str | None:
    """The ion that moves: that of the first part that conducts, else what the name's letters say."""
    texts = [context.resolve(piece.text) or piece.text for piece in chain.core.pieces]
    for text in (*texts, formula or ""):
        try:
            ion = mobile_ion(read_any(text).symbols)
        except FormulaError:
            continue
        if ion is not None:
            return ion
    for piece in chain.core.pieces:
        if piece.formula is not None and (ion := conducts(piece.formula, context.ions)) is not None:
            return ion
    if match := re.search(r"(?:^|[-/:\d)])(Li|Na|K)(?=[-A-Z(])", name):
        return patterns.MOBILE_IONS[match.group(1)]
    return next((ion for piece in chain.core.pieces if (ion := _ion_of_letters(piece.text))), None)


def _ion_of_letters(word: str) -> str | None:
    return {"L": "Li+", "N": "Na+"}.get(word[:1]) if patterns.ELECTROLYTE_LIKE.match(word) else None


def _form(text: str, chain: Chain) -> str | None:
    """What the words right before the name, and right behind it and its bracket, say of the sample's form."""
    if _GLASS_OF.search(text, max(chain.start - 48, 0), chain.start):
        return "glass"
    before = re.search(r"(?:[\w-]+\s){1,2}$", text[max(chain.start - 24, 0) : chain.start])
    behind = re.match(r"(?:\s?\([^()]{1,20}\))?(\s(?:[\w-]+\s?){1,2})", text[chain.end : chain.end + 46])
    for words in (behind[1] if behind else "", before.group() if before else ""):
        for pattern, form in _FORMS:
            if pattern.search(words):
                return form
    return None
