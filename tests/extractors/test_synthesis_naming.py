"""Targets that the sentence on their making does not name, and things told by what they are for or made of."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import SynthesisRecord
from tests.extractors.routes_of_blocks import records


def routes(text: str) -> list[tuple[str | None, str]]:
    return [(r.material, r.method) for r in records(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mori et al. prepared the mother glass by melt quenching. The powder was pressed at 90 MPa and heated at "
            "250 °C for 3 h. The prepared 67Li2S-33P2S5 sample had a conductivity of 1 mS cm^-1.",
            [("67Li2S-33P2S5", "melt-quenching")],
        ),
        (
            "Lin et al. studied ball-milled electrolytes. The conductivity of Li3ScCl6 reached 0.5 mS cm^-1.",
            [("Li3ScCl6", "ball-milling")],
        ),
        (
            "Oda et al. developed a solid electrolyte using a gas-solid reaction by controlling the "
            "flow of B2H6 to form a Li2B12H12 shell. "
            "The ratio of 1 : 2 results in LiBH4@Li2B12H12 with a conductivity of 0.01 mS cm^-1.",
            [("LiBH4@Li2B12H12", "gas-solid")],
        ),
        (
            "Abe et al. studied pellets of Li1.4Al0.4Ti1.6(PO4)3. They used a 3D printing process.",
            [("Li1.4Al0.4Ti1.6(PO4)3", "3d-printing")],
        ),
        (
            "Sun et al. coated Li6PS5Br electrolyte and prepared a free-standing electrolyte film by tape casting.",
            [("Li6PS5Br", "tape-casting")],
        ),
    ],
)
def test_target_named_elsewhere(text: str, expected: list[tuple[str, str]]) -> None:
    assert routes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # another sample, one it is compared with, several, a part of a composite, another work
        "Lin et al. studied ball-milled electrolytes. The pristine Li3ScCl6 had 0.5 mS cm^-1.",
        "Lin et al. studied ball-milled electrolytes. The conductivity was higher than that of Li3ScCl6.",
        "Lin et al. studied ball-milled electrolytes. Li3ScCl6 and Li2ZrCl6 had 0.5 mS cm^-1.",
        "Lin et al. made a composite electrolyte by tape casting. The conductivity of Li6PS5Cl was 1 mS cm^-1.",
        "Lin et al. studied ball-milled electrolytes. Kato et al. showed 0.5 mS cm^-1 for Li3ScCl6.",
        "Electrolytes are often ball-milled. The conductivity of Li3ScCl6 reached 0.5 mS cm^-1.",
    ],
)
def test_not_named_elsewhere(text: str) -> None:
    assert [r for r in routes(text) if r[0] in ("Li3ScCl6", "Li2ZrCl6", "Li6PS5Cl")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a method or starting materials yield
        ("Mechanochemical synthesis yields Li2HfCl6 of low cost.", [("Li2HfCl6", "ball-milling")]),
        ("Mechanical milling of LiBr and YBr3 produced Li3YBr6.", [("Li3YBr6", "ball-milling")]),
        (
            "The reaction between LiBr and ErBr3 at 500 °C for 24 h gave Li3ErBr6.",
            [("Li3ErBr6", "solid-state-reaction")],
        ),
        ("Ball milling and subsequent annealing at 400 °C led to Li3ErBr6.", [("Li3ErBr6", "ball-milling")]),
        # adjectives and media
        ("Sol-gel derived Li1.4Al0.4Ti1.6(PO4)3 is dense.", [("Li1.4Al0.4Ti1.6(PO4)3", "sol-gel")]),
        ("Li6PS5Br obtained from the liquid phase is porous.", [("Li6PS5Br", "liquid-phase")]),
        (
            "Li3HoBr6 with a conductivity of 1 mS cm^-1 was prepared in an aqueous solution.",
            [("Li3HoBr6", "liquid-phase")],
        ),
        ("A PEO-LiFSI electrolyte was cast from acetonitrile.", [("PEO-LiFSI", "solution-casting")]),
        (
            "Using spark plasma sintering, Ono et al. densified Li7La3Sn2O12.",
            [("Li7La3Sn2O12", "spark-plasma-sintering")],
        ),
        ("A scheme of the synthesis mechanism of Li6PS5I via ethanol is shown.", [("Li6PS5I", "liquid-phase")]),
        # a class made by mixing a named composite
        ("The polymer electrolyte was prepared by mixing PEO/LiFSI.", [("PEO/LiFSI", "other")]),
        # the subject of "form"
        (
            "Na3NH2B12H12 and Na3BH4B12H12 form during heat treatment of ball-milled mixtures of NaBH4 and Na2B12H12.",
            [("Na3NH2B12H12", "ball-milling"), ("Na3BH4B12H12", "ball-milling")],
        ),
        # two whole ways of one thing
        (
            "Li3HoCl6 and Li3ErCl6 were prepared using solvent-assisted and solid-state reactions.",
            [
                ("Li3HoCl6", "liquid-phase"),
                ("Li3ErCl6", "liquid-phase"),
                ("Li3HoCl6", "solid-state-reaction"),
                ("Li3ErCl6", "solid-state-reaction"),
            ],
        ),
        (
            "Li3BO3 can be prepared by a sol-gel route as well as by ball milling.",
            [("Li3BO3", "sol-gel"), ("Li3BO3", "ball-milling")],
        ),
        (
            "Li4SiO4 was prepared by ball milling. It can also be prepared by a sol-gel route.",
            [("Li4SiO4", "ball-milling"), ("Li4SiO4", "sol-gel")],
        ),
    ],
)
def test_target_and_method(text: str, expected: list[tuple[str, str]]) -> None:
    assert routes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The conductivities of Na2B12H12 and NaCB11H12 obtained by Sato et al. are compared. Ball milling helps.",
        "Images of Li3HoCl6 as synthesized are shown.",
        "Several sintered electrolytes such as Li3BO3 are brittle.",
        "The problem was solved by doping Li3BO3 by ball milling.",
    ],
)
def test_nothing_made(text: str) -> None:
    assert routes(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Li6PS5Br was ball-milled.", "electrolyte"),
        ("The Li6PS5Br infiltrated into porous battery electrodes fills them.", "electrode"),
        ("PEO was spin coated on lithium at 60 °C to form an interfacial layer.", "interlayer"),
    ],
)
def test_role_by_purpose(text: str, role: str) -> None:
    assert [r.role for r in records(text)] == [role]


def test_elements_with_a_purity_are_starting_materials() -> None:
    (record,) = records(
        "Stoichiometric amounts of Li2S (99.9%), Sb2S3 (99.5%), Si (99%) and LiI (99.99%) were mixed. Li6+xSixSb1-xS5I "
        "(x = 0.5) was heated to 500 °C for 50 h."
    )
    assert (record.method, record.precursors) == ("solid-state-reaction", ["Li2S", "Sb2S3", "Si", "LiI"])


def test_best_conditions_complete_a_route() -> None:
    (record,) = records(
        "Hara et al. reported the synthesis of Li6PS5I using ethyl propionate. Adjusting the evaporation temperature "
        "(90 to 140 °C) results in small particles and a high conductivity at 60 °C."
    )
    assert [(s.op, s.temperature_c) for s in record.steps if s.temperature_c] == [("evaporate", [90, 140])]


def test_body_named_after_its_main_part() -> None:
    (record,) = records("The PEO-based polymer electrolyte was made by in situ polymerization.")
    assert (record.subject_kind, record.material_surface) == ("specific", "PEO-based polymer electrolyte")


OF_ONE_SOURCE = """1 Polymers

Ito et al. [4] made {made}. Lind et al. [5] studied the PAN-PVA electrolyte and reached {reached} at 30 °C.

{further}
"""


def named_by_source(made: str, further: str = "") -> list[str | None]:
    value = "A conductivity of 0.3 mS/cm was reached for PEO-LiFSI [4]."
    text = OF_ONE_SOURCE.format(made=made, reached="0.8 mS/cm", further=f"{value} {further}")
    found = extract(read_text(text, "review"))
    return [r.material for r in found if isinstance(r, SynthesisRecord)]


def test_a_kind_is_named_by_the_only_sample_of_its_source() -> None:
    assert named_by_source("a polymer electrolyte by solution casting") == ["PEO-LiFSI"]


@pytest.mark.parametrize(
    ("made", "further", "named"),
    [
        ("a polymer electrolyte by solution casting", "PAN-LiFSI reached 0.2 mS/cm [4].", "polymer electrolyte"),
        ("a garnet electrolyte by tape casting", "", "garnet electrolyte"),  # another family
        ("the series Li7-xLa3Zr2-xTaxO12 by tape casting", "", "Li7-xLa3Zr2-xTaxO12"),
    ],
)
def test_a_kind_keeps_its_name_where_its_source_tells_several_or_others(made: str, further: str, named: str) -> None:
    assert named_by_source(made, further) == [named]
