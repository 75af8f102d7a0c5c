"""Codes of samples that a table lists beside their compositions hold in the whole document."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.composition import context_of
from extractors.extract import extract
from extractors.records import PropertyRecord

TOLD = "## Results\n\nThe solid electrolyte {code} conducts at 0.7 mS cm−1.\n\n"
ROWS = ("Li1.1Ga0.1Ti1.9(PO4)3", "Li1.2Ga0.2Ti1.8(PO4)3", "Li1.3Ga0.3Ti1.7(PO4)3")


def table(head: str, codes: tuple[str, ...], compositions: tuple[str, ...] = ROWS) -> str:
    rows = "".join(f"| {c} | {f} | {n}.2 |\n" for n, (c, f) in enumerate(zip(codes, compositions, strict=True)))
    return f"Table 1. Density of the samples.\n\n| {head} | ρ (g cm−3) |\n|---|---|---|\n{rows}"


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("Sample | Composition", ("QBG-1", "QBG-2", "QBG-3")),
        ("Code | Nominal formula", ("NCS0.1", "NCS0.2", "NCS0.3")),  # no compound of nitrogen, carbon and sulfur
        ("Specimen | Composition", ("LATP-1", "LATP-2", "LATP-3")),
        ("Sample name | Formula", ("GT1", "GT2", "GT3")),
    ],
)
def test_a_value_told_of_a_code_is_one_of_its_composition(head: str, codes: tuple[str, ...]) -> None:
    (record,) = extract(read_text(TOLD.format(code=codes[1]) + table(head, codes)))
    assert isinstance(record, PropertyRecord)
    assert (record.material, record.formula) == (codes[1], ROWS[1])


@pytest.mark.parametrize(
    ("head", "codes", "compositions"),
    [
        ("Sample | Composition", ("QBG-1", "QBG-1", "QBG-2"), ROWS),  # one code of two compositions
        ("Method | Composition", ("SSR1", "SPS2", "HP3"), ROWS),
        ("Sample | Precursor", ("QBG-1", "QBG-2", "QBG-3"), ("TiO2", "Ga2O3", "NH4H2PO4")),
        ("Name | Composition", ("LLZO", "LATP", "LAGP"), ROWS),  # names of the field keep their meaning
    ],
)
def test_what_lists_no_samples(head: str, codes: tuple[str, ...], compositions: tuple[str, ...]) -> None:
    context = context_of(read_text(table(head, codes, compositions)))
    assert not {context.resolve(code) for code in codes} & set(compositions)
