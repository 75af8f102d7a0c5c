"""Routes told in one sentence: targets, methods, steps, precursors, roles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block, BlockKind, Citation, Document
from corpus.mapped_text import MappedText
from extractors.composition import NameContext
from extractors.extract import extract, read_block
from extractors.records import SynthesisRecord
from tests.extractors.routes_of_blocks import records, routes_of


def bare_steps(record: SynthesisRecord) -> list[dict[str, Any]]:
    dumped = [step.model_dump(exclude_none=True, exclude={"surface"}) for step in record.steps]
    return [step for step in dumped if len(step) > 1]


def routes(text: str) -> list[tuple[str | None, str]]:
    return [(r.material, r.method) for r in records(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # active voice
        ("Park et al. prepared Li6PS5Br by mechanical milling.", [("Li6PS5Br", "ball-milling")]),
        ("We fabricated Li3ErCl6 via high-energy ball-milling.", [("Li3ErCl6", "ball-milling")]),
        (
            "Ito and co-workers obtained 80Li2O-20B2O3 glasses with a conductivity of 10^-7 S cm^-1 by melt quenching.",
            [("80Li2O-20B2O3", "melt-quenching")],
        ),
        (
            "Sato et al. employed a sol–gel method to synthesize Li1.4Al0.4Ti1.6(PO4)3.",
            [("Li1.4Al0.4Ti1.6(PO4)3", "sol-gel")],
        ),
        ("Lee et al. described a suspension method to produce Li7P3S11.", [("Li7P3S11", "liquid-phase")]),
        # passive voice
        (
            "Li7La3Sn2O12 was synthesized by a conventional solid-state reaction.",
            [("Li7La3Sn2O12", "solid-state-reaction")],
        ),
        ("Na3SbS4 can also be prepared through a wet-chemical route.", [("Na3SbS4", "liquid-phase")]),
        (
            "Li6PS5I with a conductivity of 2 × 10^-4 S cm^-1 was also synthesized using mechanochemical milling.",
            [("Li6PS5I", "ball-milling")],
        ),
        (
            "Li3YBr6 and Li3YCl6 were prepared by ball milling.",
            [("Li3YBr6", "ball-milling"), ("Li3YCl6", "ball-milling")],
        ),
        # the method in front
        ("Ball milling was used to prepare Li3InBr6.", [("Li3InBr6", "ball-milling")]),
        (
            "By spark plasma sintering, Li1.5Al0.5Ge1.5(PO4)3 was fabricated.",
            [("Li1.5Al0.5Ge1.5(PO4)3", "spark-plasma-sintering")],
        ),
        ("Mechanochemically prepared Li3PS4 is amorphous.", [("Li3PS4", "ball-milling")]),
        # participles and nouns
        ("Li3PS4, synthesized using the liquid-phase method, is nanoporous.", [("Li3PS4", "liquid-phase")]),
        ("The Na2Zn2TeO6 sample prepared via SPS is dense.", [("Na2Zn2TeO6", "spark-plasma-sintering")]),
        ("The co-precipitation synthesis of Li7La3Zr2O12 is fast.", [("Li7La3Zr2O12", "co-precipitation")]),
        ("Tape-cast Li7La3Zr2O12 frameworks are porous.", [("Li7La3Zr2O12", "tape-casting")]),
        ("Arrhenius plots of Li2HfCl6 before and after ball milling are shown.", [("Li2HfCl6", "ball-milling")]),
        ("Hot-pressed Li7La3Zr2O12 pellets are translucent.", [("Li7La3Zr2O12", "hot-pressing")]),
        # the operation or the solvent is the method
        ("Ueno et al. reported β-Li3PS4 by annealing γ-Li3PS4 at 290 °C.", [("beta-Li3PS4", "annealing-only")]),
        ("Li6PS5Cl prepared via ethanol is pure.", [("Li6PS5Cl", "liquid-phase")]),
        ("Chen et al. used acetonitrile as a medium to synthesize Li7P3S11.", [("Li7P3S11", "liquid-phase")]),
        # two routes of a sentence, two ways of one thing
        (
            "Li3BO3 was prepared by melt quenching and Ono et al. synthesized Li4SiO4 by a sol-gel route.",
            [("Li3BO3", "melt-quenching"), ("Li4SiO4", "sol-gel")],
        ),
        (
            "Li1.3Al0.3Ti1.7(PO4)3 pellets were produced by SPS and hot pressing.",
            [("Li1.3Al0.3Ti1.7(PO4)3", "spark-plasma-sintering"), ("Li1.3Al0.3Ti1.7(PO4)3", "hot-pressing")],
        ),
        # members of a class told behind the method
        (
            "Many halide electrolytes were prepared by ball milling, such as Li3YCl6 and Li2ZrCl6.",
            [("Li3YCl6", "ball-milling"), ("Li2ZrCl6", "ball-milling")],
        ),
        # a class word beside the name is no second target
        (
            "Kato et al. made new glass-ceramic SSEs of Li10P3S12Br through solid-phase reaction.",
            [("Li10P3S12Br", "solid-state-reaction")],
        ),
        ("Garnet-type Li5La3Ta2O12 was made by a sol-gel method.", [("Li5La3Ta2O12", "sol-gel")]),
    ],
)
def test_target_and_method(text: str, expected: list[tuple[str, str]]) -> None:
    assert routes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ball milling breaks bonds by the impact of the balls.",
        "The melt-quenching method requires high temperatures.",
        "Sintering is expensive and lithium evaporates above 1000 °C.",
        "Li6PS5Cl has a conductivity of 2 mS cm^-1 at 25 °C.",
        "The obtained Li6PS5Cl electrolyte showed 3 mS cm^-1 at room temperature.",
        "Li7La3Zr2O12 was doped with Al.",
        "The Li/Li6PS5Cl/Li cell was cycled at 60 °C for 500 h.",
        "Li3PS4 decomposes above 400 °C.",
        "Kim et al. prepared Li6PS5Cl with a conductivity of 3 mS cm^-1.",
    ],
)
def test_no_route(text: str) -> None:
    assert records(text) == []


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "Li6PS5Cl was prepared by ball milling at 500 rpm for 20 h and annealing at 550 °C for 5 h.",
            [{"op": "mill", "speed_rpm": 500, "duration_h": 20}, {"op": "heat", "temperature_c": 550, "duration_h": 5}],
        ),
        (
            "Li7La3Zr2O12 was made by solid-state reaction, including ball-milling (300 rpm, 5 h), "
            "calcination (900 °C, 10 h), pressing and sintering (1200 °C, 20 h).",
            [
                {"op": "mill", "speed_rpm": 300, "duration_h": 5},
                {"op": "heat", "temperature_c": 900, "duration_h": 10},
                {"op": "heat", "temperature_c": 1200, "duration_h": 20},
            ],
        ),
        (
            "Li3PS4 was synthesized by mechanical milling, followed by heat treatment at 523 K for 90 min.",
            [{"op": "heat", "temperature_c": 249.85, "duration_h": 1.5}],
        ),
        (
            "Na3PS4 was made by ball milling and heated at 270, 300, and 420 °C for 2 h.",
            [{"op": "heat", "temperature_c": [270, 420], "duration_h": 2}],
        ),
        (
            "Na3PS4 was made by ball milling and annealed at 280 °C or 300 °C.",
            [{"op": "heat", "temperature_c": [280, 300]}],
        ),
        (
            "Li4SiO4 was prepared by a solid-state reaction and heated at 5 °C/min to 800 °C for 6 h.",
            [{"op": "heat", "temperature_c": 800, "duration_h": 6, "ramp_k_min": 5}],
        ),
        (
            "Li2.2B0.8O2.3 glass was made by melt-quenching; it was melted at 1100 °C for 1 h and annealed at "
            "300 °C for 2 h "
            "and at 450 °C for 12 h.",
            [
                {"op": "melt", "temperature_c": 1100, "duration_h": 1},
                {"op": "heat", "temperature_c": 300, "duration_h": 2},
                {"op": "heat", "temperature_c": 450, "duration_h": 12},
            ],
        ),
        (
            "Li7La3Zr2O12 pellets were hot-pressed at 1050 °C and 60 MPa for 1 h in an argon atmosphere.",
            [{"op": "press", "temperature_c": 1050, "pressure_mpa": 60, "duration_h": 1, "atmosphere": "Ar"}],
        ),
        # a measuring temperature is no treatment
        ("Li6PS5Cl was prepared by ball milling and its conductivity at 60 °C was 9 mS cm^-1.", []),
        ("Li6PS5Cl with 2 mS cm^-1 at room temperature was prepared by ball milling.", []),
        ("Li6PS5Cl was prepared by the ball-milling method with a conductivity of 2.1 × 10^-3 S cm^-1 at 30 °C.", []),
    ],
)
def test_steps(text: str, steps: list[dict[str, Any]]) -> None:
    (record,) = records(text)
    assert bare_steps(record) == steps


@pytest.mark.parametrize(
    ("text", "precursors", "reaction"),
    [
        (
            "Li6PS5Br was obtained by annealing Li2S, P2S5 and LiBr at 550 °C for 10 h.",
            ["Li2S", "P2S5", "LiBr"],
            "2.5 Li2S + 0.5 P2S5 + LiBr -> Li6PS5Br",
        ),
        (
            "Li3ErCl6 was prepared from LiCl and ErCl3 by ball milling.",
            ["LiCl", "ErCl3"],
            "3 LiCl + ErCl3 -> Li3ErCl6",
        ),
        ("Li6PS5Cl was made by ball milling a mixture of Li2S and P2S5.", ["Li2S", "P2S5"], None),
    ],
)
def test_precursors_and_reaction(text: str, precursors: list[str], reaction: str | None) -> None:
    (record,) = records(text)
    assert record.precursors == precursors
    assert record.reaction == reaction
    assert ("reaction_not_balanced" in record.flags) == (reaction is None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Li6PS5Cl was prepared by ball milling.", "electrolyte"),
        ("A LiNbO3 coating on LiCoO2 particles was prepared by a sol-gel method.", "coating"),
        ("Ito et al. sputtered a Ge film on Li1.5Al0.5Ge1.5(PO4)3.", "coating"),
        ("A Li3N interlayer was deposited by sputtering.", "interlayer"),
        ("A LiFePO4-Li6PS5Cl composite cathode was prepared by ball milling.", "electrode"),
    ],
)
def test_role(text: str, role: str) -> None:
    assert role in {r.role for r in records(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sulfide electrolytes are mainly prepared by ball milling.", "class"),
        ("The Li2S-P2S5 system is prepared by ball milling.", "class"),
        ("Li7-xLa3Zr2-xTaxO12 was prepared by a sol-gel route.", "class"),
        ("Li7-xLa3Zr2-xTaxO12 (x = 0.2, 0.4) was prepared by a sol-gel route.", "specific"),
        ("Li7La3Zr2O12 was prepared by a sol-gel route.", "specific"),
    ],
)
def test_subject_kind(text: str, kind: str) -> None:
    (record,) = records(text)
    assert record.subject_kind == kind


def test_solvents_tried_are_routes_of_their_own() -> None:
    found = records("Li7P3S11 was prepared in THF, acetonitrile (ACN) and DME.")
    assert [[s.solvent for s in r.steps] for r in found] == [["THF"], ["acetonitrile (ACN)"], ["DME"]]
    (mixed,) = records("Li6PS5Cl was synthesized by using a THF and ethanol solution.")
    assert mixed.method == "liquid-phase"


def test_amounts_that_share_a_name() -> None:
    found = routes("The 1 and 3 wt% CuO-Li7La3Zr2O12 pellets sintered at 1100 °C for 6 h are dense.")
    assert [name for name, _ in found] == ["1 wt% CuO-Li7La3Zr2O12", "3 wt% CuO-Li7La3Zr2O12"]


def test_evidence_is_the_words_of_the_method() -> None:
    text = "Li6PS5Br was prepared by mechanical milling for 10 h."
    (record,) = records(text)
    assert text[record.start : record.end] == record.method_surface == "mechanical milling"
    assert record.material_start is not None
    assert text[record.material_start : record.material_end] == "Li6PS5Br"
    assert record.block == "text"
    assert records(text, kind=BlockKind.CAPTION)[0].block == "caption"


def test_only_prose_is_read() -> None:
    text = "Li6PS5Br was prepared by mechanical milling."
    for kind in (BlockKind.REFERENCE, BlockKind.HEADING, BlockKind.TITLE):
        block = Block(kind, MappedText.from_raw(text))
        assert extract(Document("test", None, "", "text/plain", text, blocks=[block])) == []
    assert len(records(text)) == 1


@given(st.text(alphabet="Li6PS5Cl wasmilledby()°C1,.;-–h", max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    for record in records(text):
        assert 0 <= record.start <= record.end <= len(text)


def test_words_of_the_same_method_are_the_evidence() -> None:
    text = "Li6PS5Br was prepared by ball milling. Li6PS5I was synthesized using the same method."
    assert [r.method_surface for r in records(text)] == ["ball milling", "the same method"]


def test_mere_pressing_is_flagged() -> None:
    (record,) = records("Li6PS5Cl pellets were obtained by cold pressing at 300 MPa.")
    assert (record.method, record.flags) == ("other", ["sample_treatment_only"])


def test_generic_electrolytes_give_no_record() -> None:
    assert records("Solid electrolytes are prepared by ball milling.") == []


def test_citations_of_the_work_are_the_references() -> None:
    text = "Kim et al. prepared Li6PS5Br by ball milling. It was annealed at 500 °C for 5 h."
    citation = Citation(10, (12,), "[12]", 10, 10, narrative=True)
    block = Block(BlockKind.PARAGRAPH, MappedText.from_raw(text), citations=(citation,))
    (record,) = routes_of(block, Document("test", None, "", "text/plain", text, blocks=[block]))
    assert record.references == [12]


def test_component_adds_its_records_to_the_reading() -> None:
    text = "Li6PS5Br was prepared by mechanical milling."
    block = Block(BlockKind.PARAGRAPH, MappedText.from_raw(text))
    document = Document("test", None, "", "text/plain", text, blocks=[block])
    found = [r for r in read_block(block, document, NameContext()).records if isinstance(r, SynthesisRecord)]
    assert [(r.material, r.method) for r in found] == [("Li6PS5Br", "ball-milling")]
