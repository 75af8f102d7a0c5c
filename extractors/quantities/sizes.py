"""Sizes of units in the units that records carry, as pint converts them.

pint takes a fifth of a second to load, so the sizes of the units of ``units.toml`` are kept in ``sizes.tsv``,
which ``python -m extractors.quantities.sizes > extractors/quantities/sizes.tsv`` makes anew.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from corpus.data import data_of
from extractors.mentions import QuantityKind

FOLDER = Path(__file__).parent

STANDARD_UNITS = {
    QuantityKind.CONDUCTIVITY: "siemens / centimeter",
    QuantityKind.ENERGY: "electron_volt",
    QuantityKind.TEMPERATURE: "kelvin",
    QuantityKind.DURATION: "hour",
    QuantityKind.PRESSURE: "megapascal",
    QuantityKind.SPEED: "revolution / minute",
    QuantityKind.HEATING_RATE: "kelvin / minute",
    QuantityKind.FRACTION: "dimensionless",
}
"""The unit that values of a kind are given in, as pint names it."""

OWN_UNITS = (
    "mole = 6.02214076e23",  # a plain number: kJ/mol is an energy per particle, and 1 eV is 96.485 kJ/mol
    "milli_electron_volt = 1e-3 * electron_volt",
    "pound_force_per_square_inch = 6894.757 * pascal",
    "kilogram_force_per_square_centimeter = 98066.5 * pascal",
    "ton_force_per_square_centimeter = 98.0665 * megapascal",
)
"""What pint does not have, or as another thing."""


class Size(NamedTuple):
    """A value times ``factor`` by ``divisor`` plus ``offset`` is in the standard unit of its kind.

    Factor or divisor is 1, so that decimal values stay exact.
    """

    factor: float
    divisor: float
    offset: float


@cache
def size_of(pint_name: str, kind: QuantityKind) -> Size:
    """The size of a unit that measures ``kind``; pint is asked for those not kept, and raises for names it lacks."""
    return kept_sizes().get((kind, pint_name)) or convert(pint_name, kind)


@cache
def kept_sizes() -> dict[tuple[QuantityKind, str], Size]:
    """The sizes of ``sizes.tsv``, by kind and name in pint."""
    sizes = {}
    for line in (FOLDER / "sizes.tsv").read_text(encoding="utf-8").splitlines():
        kind, pint_name, *numbers = line.split("\t")
        sizes[QuantityKind(kind), pint_name] = Size(*map(float, numbers))
    return sizes


def convert(pint_name: str, kind: QuantityKind) -> Size:
    """The size of a unit, from pint."""
    registry = _registry()
    target = registry.parse_units(STANDARD_UNITS[kind])
    offset = float(registry.Quantity(0.0, pint_name).to(target).magnitude)
    factor = float(registry.Quantity(1.0, pint_name).to(target).magnitude) - offset
    factor = float(f"{factor:.12g}")
    inverse = float(f"{1 / factor:.12g}")
    return Size(1.0, inverse, offset) if inverse == round(inverse) else Size(factor, 1.0, offset)


@cache
def _registry() -> Any:  # pint's registries are untyped classes made at run time
    import pint

    registry: Any = pint.UnitRegistry(autoconvert_offset_to_baseunit=True, on_redefinition="ignore")
    for definition in OWN_UNITS:
        registry.define(definition)
    return registry


def listed_units() -> set[tuple[QuantityKind, str]]:
    """Kind and name in pint of all units of ``units.toml`` that have a size."""
    units = data_of(__file__, "units.toml")["unit"]
    return {(QuantityKind(entry["kind"]), entry["pint"]) for entry in units if "pint" in entry}


def main() -> None:
    """Write the table of sizes."""
    for kind, pint_name in sorted(listed_units()):
        sys.stdout.write("\t".join([kind, pint_name, *map(repr, convert(pint_name, kind))]) + "\n")


if __name__ == "__main__":
    main()
