"""What a made thing is for: the electrolyte itself, a coating on particles, a layer in between, an electrode."""

from __future__ import annotations

from typing import Literal

from extractors.composition.formula import FormulaError, parse
from extractors.mentions import Material
from extractors.synthesis import role_patterns as patterns

Role = Literal["electrolyte", "coating", "electrode", "interlayer", "other"]
# framework and electrode chemistry: Goodenough and Kim, Chem. Mater. 22 (2010) 587
_REDOX = frozenset({"V", "Cr", "Mn", "Fe", "Co", "Ni"})
_MOBILE = frozenset({"Li", "Na", "K"})
_ANIONS = frozenset({"O", "P", "F", "S", "Cl", "Si", "B", "C", "H"})
_NEAR = 45  # characters around the target in which a word tells its role


def is_electrode_compound(formula: str) -> bool:
    """Whether most of a compound's cations besides the mobile one are metals that give and take electrons.

    >>> is_electrode_compound("NaCrO2"), is_electrode_compound("Li1.5Al0.4Cr0.1Ge1.5(PO4)3")
    (True, False)
    """
    try:
        amounts = dict(parse(formula).elements())
    except FormulaError:
        return False
    framework = {e: n for e, n in amounts.items() if e not in _MOBILE | _ANIONS}
    redox = sum(n for e, n in framework.items() if e in _REDOX)
    return bool(amounts.keys() & _MOBILE) and "O" in amounts and 2 * redox > sum(framework.values())


def role_of(target: Material, sentence: str, start: int, end: int, leading_method: str) -> Role:
    """The role of a target at ``[start, end)`` of its sentence."""
    before = sentence[max(0, start - _NEAR) : start]
    behind = sentence[end : end + _NEAR]
    if patterns.ELECTRODE_HEAD.match(behind) or patterns.ELECTRODE_BEFORE.search(before):
        return "electrode"
    if patterns.WITH_CARBON.match(behind) or patterns.WITH_CARBON.search(target.name):
        return "electrode"
    if patterns.INTO_ELECTRODE.match(sentence, end) or patterns.FOR_ELECTRODE.match(sentence, end):
        return "electrode"
    if patterns.FOR_INTERLAYER.match(sentence, end):
        return "interlayer"
    if patterns.COATED_BODY.match(behind):
        return "coating"
    if patterns.INTERLAYER_HEAD.match(behind) or patterns.INTERLAYER_BEFORE.search(before):
        return "interlayer"
    if patterns.COATING_HEAD.match(behind) or patterns.COATING_BEFORE.search(before):
        return "coating"
    on_substrate = patterns.SUBSTRATE.search(behind) is not None
    if leading_method == "vapor-deposition" and patterns.ONTO.match(behind) and not on_substrate:
        return "coating"
    if patterns.METAL_CORE.search(before):
        return "interlayer"
    formed_on = patterns.FORMED_ON.match(behind) and not on_substrate
    if patterns.COATED_IN_FRONT.search(before) or formed_on or " coated " in target.name:
        return "coating"
    if patterns.COMPOSITE_ELECTRODE.search(sentence, max(0, start - 240), start) and "+" in target.name.replace(
        "-", "+"
    ):
        return "electrode"
    if is_electrode_compound(target.formula or target.name):
        return "electrode"
    called_so = patterns.ELECTROLYTE_BEFORE.search(before) or patterns.ELECTROLYTE_BEHIND.match(behind)
    return "electrolyte" if target.electrolyte or called_so else "other"
