"""Cells and interfaces cut into their layers, and what each piece of a name is in a battery."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.composition import patterns
from extractors.composition.chains import Chain, split
from extractors.composition.context import NameContext
from extractors.composition.formula import FormulaError, parse
from extractors.composition.ions import conducts
from extractors.composition.roles import role_of
from extractors.composition.tokens import Piece

_STACKED = frozenset("|:/")
_COMPOUNDS = frozenset({"formula", "alias"})
_BESIDE = frozenset({"Li", "Na", "K", "C", "S", "In"})
"""Elements that stand beside an electrolyte in a cell or an electrode: what a colon parts from it is no dopant."""

_MIXABLE = frozenset({"polymer", "salt", "filler", "binder", "liquid"})
_DISSOLVED = frozenset({"precursor", "solvent"})
"""What a polymer holds beside its salt: iodides, plasticizers."""


def divide(text: str, chain: Chain, context: NameContext) -> list[Chain]:
    """Cells and interfaces cut into their layers; composites written with a slash kept whole."""
    if not _STACKED & set(chain.connectors) or context.is_alias(text[chain.start : chain.end]):
        return [chain]
    if "|" in chain.connectors:
        parts = split(chain, ("|", "/", ":"))
    elif _holds_a_dopant(chain):
        chain.flags.add("doped")
        parts = [chain]
    elif ":" in chain.connectors:
        parts = split(chain, (":",))
        parts = [chain] if _is_blend(text, parts, context) else parts
    else:
        layers = split(chain, ("/",))
        parts = [chain] if _is_composite(layers, context) else layers
    if len(parts) > 1:
        for part in parts:
            part.flags.add("cell")
    return parts


def _is_composite(layers: list[Chain], context: NameContext) -> bool:
    """Whether what a slash divides is mixed, not stacked: with carbon, a polymer, a filler or one starting material."""
    if [len(layer.pieces) for layer in layers] == [1, 1] and layers[-1].pieces[0].text == "C":
        return True
    roles = [{piece_role(piece, context) for piece in layer.pieces} for layer in layers]
    bare = any(layer.pieces[0].kind == "element" and len(layer.pieces) == 1 for layer in layers)
    mixed = any(r & _MIXABLE for r in roles) or [r for r in roles if r != {"electrolyte"}] == [{"precursor"}]
    return mixed and not bare and not any("electrode" in r for r in roles)


def _is_blend(text: str, parts: list[Chain], context: NameContext) -> bool:
    """Whether what colons part is mixed: compounds with their shares, a polymer with what it holds."""
    if all(piece.share and piece.kind == "formula" for part in parts for piece in part.pieces):
        return True
    roles = {role for part in parts for role in _roles_of_part(text, part, context)}
    return roles - (_DISSOLVED if "polymer" in roles else set()) <= _MIXABLE


def _roles_of_part(text: str, part: Chain, context: NameContext) -> set[str]:
    """The role of a name between colons as a whole, else the roles of its pieces: ``PVDF-HFP``."""
    whole = context.role(text[part.start + len(part.pieces[0].share) : part.end])
    return {whole} if whole is not None else {piece_role(piece, context) for piece in part.pieces}


def _holds_a_dopant(chain: Chain) -> bool:
    """Whether a colon tells what a compound is doped with: ``Ta:LLZO``, ``LLZO:Ta``, ``Li7La3Zr2O12:Al^3+``."""
    if chain.connectors != [":"]:
        return False
    (first, last), part = (piece.kind for piece in chain.pieces), chain.pieces[-1]
    if last == "element":
        return first in _COMPOUNDS and part.text not in _BESIDE
    return last == "ion" or (first == "element" and last in _COMPOUNDS and not part.share)


def roles_of(pieces: Sequence[Piece], context: NameContext) -> list[str]:
    """The roles of the pieces of a name; PC beside another solvent is propylene carbonate, not polycarbonate."""
    roles = [piece_role(piece, context) for piece in pieces]
    mixed = "solvent" in roles
    return ["solvent" if mixed and piece.text == "PC" else role for piece, role in zip(pieces, roles, strict=True)]


def piece_role(piece: Piece, context: NameContext) -> str:
    """The role of a piece: what the document says, else the lexicon, else what its composition suggests."""
    if piece.kind == "polymer":
        return "salt" if piece.text.startswith(("Li(", "Na(")) else "polymer"
    if piece.kind in ("alias", "letters"):
        role = _role_of_word(piece.text, context)
        return "electrolyte" if role == "filler" and _conducts_as_told(piece.text, context) else role
    if piece.kind == "formula":
        known = context.role(piece.text) or role_of(piece.text)
        moves = known in ("filler", "electrode") and piece.formula is not None and conducts(piece.formula, context.ions)
        return "electrolyte" if moves else known
    return piece.kind


def _role_of_word(word: str, context: NameContext) -> str:
    """The role of a short name, or of a code by its series and number."""
    if role := context.role(word) or context.role(word.rstrip("0123456789")):
        return role
    if patterns.CATHODE_CODE.fullmatch(word):
        return "electrode"
    return "filler" if patterns.POROUS_HOST.fullmatch(word) else "unknown"


def _conducts_as_told(name: str, context: NameContext) -> bool:
    """Whether the composition that a document gives to a short name holds an ion that it says moves."""
    formula = context.resolve(name) if context.ions else None
    try:
        return formula is not None and conducts(parse(formula), context.ions) is not None
    except FormulaError:
        return False
