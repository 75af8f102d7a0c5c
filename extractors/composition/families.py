"""Families of electrolytes told from their composition (rules in ``families.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from extractors.composition.formula import Formula, FormulaError
from extractors.composition.mixture import Mixture, read_any

_TRIAL_VALUE = "0.3"  # put in for free variables: a composition inside nearly every solid solution


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    all: tuple[frozenset[str], ...]
    none: frozenset[str]
    ratios: tuple[tuple[frozenset[str], frozenset[str], float, float], ...]

    def fits(self, elements: Mapping[str, float]) -> bool:
        present = elements.keys()
        if self.none & present or not all(group & present for group in self.all):
            return False
        return all(self._in_limits(elements, *ratio) for ratio in self.ratios)

    @staticmethod
    def _in_limits(
        elements: Mapping[str, float], upper: frozenset[str], lower: frozenset[str], low: float, high: float
    ) -> bool:
        below = sum(elements.get(symbol, 0.0) for symbol in lower)
        return below > 0 and low <= sum(elements.get(symbol, 0.0) for symbol in upper) / below <= high


def _read() -> tuple[_Rule, ...]:
    data = tomllib.loads(files(__package__).joinpath("families.toml").read_text(encoding="utf-8"))
    return tuple(
        _Rule(
            entry["name"],
            tuple(frozenset(group.split("|")) for group in entry["all"]),
            frozenset(entry.get("none", ())),
            tuple(
                (frozenset(a.split("+")), frozenset(b.split("+")), low, high)
                for a, b, low, high in entry.get("ratios", ())
            ),
        )
        for entry in data["family"]
    )


_RULES = _read()


@lru_cache(maxsize=10_000)
def family_of(formula: str) -> str | None:
    """The family of a plain formula or mixture; None when no rule fits.

    >>> family_of("Li6.4La3Zr1.4Ta0.6O12"), family_of("Li6PS5Cl"), family_of("Na3Zr2Si2PO12")
    ('garnet', 'argyrodite', 'NASICON')
    """
    try:
        compound = read_any(formula)
        if isinstance(compound, Mixture) and not compound.definite:
            elements = dict.fromkeys(compound.symbols, 1.0)
            return next((rule.name for rule in _RULES if not rule.ratios and rule.fits(elements)), None)
        elements = _definite(compound).elements()
    except FormulaError:
        return None
    return next((rule.name for rule in _RULES if rule.fits(elements)), None)


def _definite(compound: Formula | Mixture) -> Formula | Mixture:
    values: dict[str, float | str] = {name: float(_TRIAL_VALUE) for name in compound.variables}
    values.update({site: _SITE_EXAMPLES.get(site, "Zr") for site in compound.sites})
    return compound.substitute(values) if values else compound


_SITE_EXAMPLES = {"X": "Cl", "Ch": "S", "A": "Li", "Hal": "Cl", "Ln": "La", "RE": "La", "R": "La"}
