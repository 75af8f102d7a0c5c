"""Units: spellings, sizes, and units named in column heads."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import extractors.quantities
from extractors.mentions import QuantityKind
from extractors.quantities import find_quantities, find_unit, unit_named
from extractors.quantities.sizes import convert, kept_sizes, listed_units, size_of

TABLE = tomllib.loads((Path(extractors.quantities.__file__).parent / "units.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        (entry["name"], spelling)
        for entry in TABLE["unit"]
        for spelling in entry["spellings"]
        if entry["kind"] != "other"
    ],
)
def test_every_spelling_is_read_as_its_unit(name: str, spelling: str) -> None:
    found = find_quantities(f"a value of 50 {spelling} there")
    assert [q.unit for q in found] == [name]


def test_unit_names_are_unique() -> None:
    names = [entry["name"] for entry in TABLE["unit"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "value", "standard"),
    [
        ("mS/cm", 12.0, 0.012), ("uS/cm", 5.0, 5e-6), ("S/m", 1.0, 0.01), ("meV", 250.0, 0.25),
        ("kJ/mol", 96.48533, 1.0),
        ("°C", 25.0, 298.15), ("K", 300.0, 300.0), ("min", 90.0, 1.5), ("GPa", 0.3, 300.0), ("rpm", 500.0, 500.0),
        ("°C/h", 60.0, 1.0), ("wt%", 8.0, 0.08),
    ],
)  # fmt: skip
def test_sizes(name: str, value: float, standard: float) -> None:
    assert unit_named(name).to_standard(value) == pytest.approx(standard, rel=1e-6)


def test_kept_sizes_are_those_of_pint() -> None:
    assert kept_sizes() == {(kind, name): convert(name, kind) for kind, name in listed_units()}


def test_pint_is_asked_for_a_size_that_is_not_kept() -> None:
    assert size_of("kilosiemens / meter", QuantityKind.CONDUCTIVITY) == (10.0, 1.0, 0.0)


def test_decimal_values_stay_decimal() -> None:
    assert [unit_named("mS/cm").to_standard(v) for v in (2.3, 0.0564, 7.13)] == [0.0023, 0.0000564, 0.00713]


def test_unknown_unit_name() -> None:
    with pytest.raises(KeyError):
        unit_named("furlong")


@pytest.mark.parametrize(
    ("head", "unit", "multiplier"),
    [
        ("σ (S·cm–1)", "S/cm", 1.0),
        ("Conductivity / mS cm^-1", "mS/cm", 1.0),
        ("σ_RT [10^-4 S cm^-1]", "S/cm", 1e-4),
        ("Ionic conductivity (× 10^-3 S/cm)", "S/cm", 1e-3),
        ("Ea (eV)", "eV", 1.0),
        ("Ea/kJ mol^-1", "kJ/mol", 1.0),
        ("T (°C)", "°C", 1.0),
        ("σ at 25 °C (mS/cm)", "mS/cm", 1.0),
    ],
)
def test_units_of_column_heads(head: str, unit: str, multiplier: float) -> None:
    found = find_unit(head)
    assert found is not None
    assert (found.unit.name, found.multiplier) == (unit, pytest.approx(multiplier))


@pytest.mark.parametrize("head", ["Composition", "Ref.", "Method", "Structure type", ""])
def test_heads_without_a_unit(head: str) -> None:
    assert find_unit(head) is None


def test_a_unit_that_goes_on_is_another_unit() -> None:
    assert [q.kind for q in find_quantities("2 S cm^-1 K")] == [QuantityKind.CONDUCTIVITY]
    assert [q.kind for q in find_quantities("0.3 K^-1")] == [QuantityKind.OTHER]
