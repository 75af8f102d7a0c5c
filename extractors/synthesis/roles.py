"""What a made thing is for: the electrolyte itself, a coating on particles, a layer in between, an electrode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from corpus.patterns import Pattern
from extractors.composition.formula import FormulaError, parse
from extractors.mentions import Material
from extractors.synthesis.patterns import ROLES

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


def is_host(material: Material) -> bool:
    """Whether something can only be what an electrolyte was filled into: an electrode's compound, its binder."""
    electrode = material.formula is not None and is_electrode_compound(material.formula)
    return electrode or not material.electrolyte or "polymer" in material.flags


@dataclass(frozen=True, slots=True)
class _Place:
    """A target in its sentence: the words near it on both sides."""

    target: Material
    sentence: str
    start: int
    end: int
    by_vapour: bool

    @property
    def before(self) -> str:
        return self.sentence[max(0, self.start - _NEAR) : self.start]

    @property
    def behind(self) -> str:
        return self.sentence[self.end : self.end + _NEAR]

    def is_between(self, before: Pattern, behind: Pattern) -> bool:
        """Whether words of one kind stand on either side."""
        return bool(behind.match(self.behind) or before.search(self.before))

    def is_for(self, purpose: Pattern) -> bool:
        """Whether the sentence says further on what it was made for."""
        return purpose.match(self.sentence, self.end) is not None

    @property
    def conducts_electrons(self) -> bool:
        """Whether carbon is mixed in."""
        return bool(ROLES.WITH_CARBON.match(self.behind) or ROLES.WITH_CARBON.search(self.target.name))

    @property
    def is_put_on(self) -> bool:
        """Whether it was put on something that is no substrate of a film alone."""
        onto = self.by_vapour and ROLES.ONTO.match(self.behind)
        return bool(onto or ROLES.FORMED_ON.match(self.behind)) and not ROLES.SUBSTRATE.search(self.behind)

    @property
    def is_coated_on(self) -> bool:
        """Whether it is said to coat what stands in front of it."""
        return bool(ROLES.COATED_IN_FRONT.search(self.before)) or " coated " in self.target.name

    @property
    def is_mixed_electrode(self) -> bool:
        """Whether it is the mixture of a composite electrode named in front."""
        told = ROLES.COMPOSITE_ELECTRODE.search(self.sentence, max(0, self.start - 240), self.start)
        return told is not None and "+" in self.target.name.replace("-", "+")

    @property
    def only_supports(self) -> bool:
        """Whether it is a polymer without salt that holds an electrolyte: "an electrospun M scaffold"."""
        alone = self.target.family == "polymer" and self.target.kind != "composite"
        return alone and ROLES.SUPPORT_BEHIND.match(self.behind) is not None

    @property
    def is_electrolyte(self) -> bool:
        """Whether it is one, or called one."""
        called = self.is_between(ROLES.ELECTROLYTE_BEFORE, ROLES.ELECTROLYTE_BEHIND)
        return self.target.electrolyte or called


# what tells a role, the first that holds
_RULES: tuple[tuple[Callable[[_Place], bool], Role], ...] = (
    (lambda p: p.is_between(ROLES.ELECTRODE_BEFORE, ROLES.ELECTRODE_HEAD), "electrode"),
    (lambda p: p.conducts_electrons, "electrode"),
    (lambda p: p.is_for(ROLES.INTO_ELECTRODE) or p.is_for(ROLES.FOR_ELECTRODE), "electrode"),
    (lambda p: p.is_for(ROLES.FOR_INTERLAYER), "interlayer"),
    (lambda p: ROLES.COATED_BODY.match(p.behind) is not None, "coating"),
    (lambda p: p.is_between(ROLES.INTERLAYER_BEFORE, ROLES.INTERLAYER_HEAD), "interlayer"),
    (lambda p: p.is_between(ROLES.COATING_BEFORE, ROLES.COATING_HEAD), "coating"),
    (lambda p: p.by_vapour and p.is_put_on, "coating"),
    (lambda p: ROLES.METAL_CORE.search(p.before) is not None, "interlayer"),
    (lambda p: p.is_coated_on or p.is_put_on, "coating"),
    (lambda p: p.is_mixed_electrode or is_electrode_compound(p.target.formula or p.target.name), "electrode"),
    (lambda p: p.only_supports, "other"),
    (lambda p: p.is_electrolyte, "electrolyte"),
)


def role_of(target: Material, sentence: str, start: int, end: int, leading_method: str) -> Role:
    """The role of a target at ``[start, end)`` of its sentence."""
    place = _Place(target, sentence, start, end, leading_method == "vapor-deposition")
    return next((role for holds, role in _RULES if holds(place)), "other")
