"""Families of electrolytes told from their composition (rules in ``families.toml``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from corpus.data import data_of
from extractors.composition.formula import Formula, FormulaError
from extractors.composition.mixture import Mixture, read_any


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
    data = data_of(__file__)
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
        compound = read_any(formula.split("·")[0])
    except FormulaError:
        return None
    if isinstance(compound, Mixture) and (host := _host(compound)) is not None:
        return family_of(str(host))
    if isinstance(compound, Mixture) and not compound.definite and not compound.variables:
        told = (family_of(str(part.body)) for part in compound.parts)
        return _first_outside(told, PLAIN) or family_of_elements(compound.symbols)
    found = [family for elements in _trials(compound) if (family := _family(elements))]
    return _first_outside(found, _GENERAL) or next(iter(found), None)


def _first_outside(families: Iterable[str | None], group: frozenset[str]) -> str | None:
    return next((family for family in families if family and family not in group), None)


def _host(mixture: Mixture) -> Formula | Mixture | None:
    """What the other parts are added to by weight or volume: it keeps its structure and with it its family."""
    hosts = [part.body for part in mixture.parts if part.share is None]
    added = any(part.unit in ("wt", "vol") for part in mixture.parts)
    return hosts[0] if added and len(hosts) == 1 else None


def family_of_elements(symbols: Iterable[str]) -> str | None:
    """The family that elements alone tell, their amounts unknown: Li, La and Cl make a halide."""
    present = dict.fromkeys(symbols, 1.0)
    return next((rule.name for rule in _RULES if not rule.ratios and rule.fits(present)), None)


def _family(elements: Mapping[str, float]) -> str | None:
    return next((rule.name for rule in _RULES if rule.fits(elements)), None)


def _trials(compound: Formula | Mixture) -> Iterator[dict[str, float]]:
    """Element amounts of a compound; of a series those of a few of its members."""
    numbers: list[dict[str, float]] = [{}]
    elements: list[dict[str, str]] = [{}]
    if compound.variables:
        numbers = [dict.fromkeys(compound.variables, value) for value in _TRIAL_VALUES]
    if compound.sites:
        elements = [{site: _SITE_EXAMPLES.get(site, metal) for site in compound.sites} for metal in _TRIAL_METALS]
    for pair in product(numbers, elements):
        values: dict[str, float | str] = {**pair[0], **pair[1]}
        try:
            yield (compound.substitute(values) if values else compound).elements()
        except FormulaError:
            continue


PLAIN: Final = frozenset({"sulfide", "oxide", "phosphate", "borate", "halide", "nitride"})
"""Families of salts and glass formers too."""

_GENERAL = frozenset({"sulfide", "oxide", "phosphate", "borate"})
_TRIAL_VALUES = (0.3, 1, 0.6, 0.1)  # one of them lies inside nearly every solid solution
_TRIAL_METALS = ("Zr", "Ge", "Al")
_SITE_EXAMPLES = {"X": "Cl", "Ch": "S", "A": "Li", "Hal": "Cl", "Ln": "La", "RE": "La", "R": "La"}


_HEAD = """# Families

The family of a material is told from its composition by the first rule that fits; glasses and glass-ceramics keep it
and are told in `form`. A polymer filled with a ceramic is a `composite`, its filler's family stands in `filler_family`.
Sources of the structure types and limits: Famprikis et al., Nat. Mater. 2019, 18, 1278; Bachman et al., Chem. Rev.
2016, 116, 140; Li et al., Energy Environ. Sci. 2020, 13, 1429 (halides); Duchene et al., Energy Storage Mater. 2020,
25, 782 (hydroborates). This page is made from `extractors/composition/families.toml` by
`python -m extractors.composition.families > docs/families.md`; 150 known materials are its test.

| family | holds one of each | holds none of | ratios of amounts |
| --- | --- | --- | --- |
"""


def reference() -> str:
    """The rules as a page in Markdown."""
    return _HEAD + "".join(f"| {' | '.join(_told(rule))} |\n" for rule in _RULES)


def _told(rule: _Rule) -> tuple[str, ...]:
    groups = "; ".join(" or ".join(sorted(group)) for group in rule.all)
    ratios = [
        f"({' + '.join(sorted(a))}) / ({' + '.join(sorted(b))}) {low:g} to {high:g}" for a, b, low, high in rule.ratios
    ]
    return rule.name, groups, ", ".join(sorted(rule.none)) or "–", "; ".join(ratios) or "–"


if __name__ == "__main__":
    print(reference(), end="")
