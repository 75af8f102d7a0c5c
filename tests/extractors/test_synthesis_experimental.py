"""Single experimental paragraphs with many steps: the target, the method, and every condition at its operation."""

from __future__ import annotations

import pytest

from corpus.document import Block, BlockKind, Document
from corpus.mapped_text import MappedText
from tests.extractors.routes_of_blocks import Step, records, routes_of, told

PARAGRAPHS = [
    pytest.param(
        "Experimental section",
        "Synthesis of Na3.2Zr2Si2.2P0.8O12: Na2CO3, ZrO2, SiO2 and NH4H2PO4 were weighed in stoichiometric "
        "ratio and ball milled in ethanol at 400 rpm for 24 h. The dried mixture was heated at 900 °C for 12 "
        "h with a heating rate of 5 °C min^-1. The obtained powder was ground, uniaxially pressed at 100 MPa "
        "and sintered at 1250 °C for 6 h. Ionic conductivities were measured from 25 to 100 °C.",
        ("Na3.2Zr2Si2.2P0.8O12", "solid-state-reaction"),
        [
            ("mill", {"duration_h": 24, "speed_rpm": 400}),
            ("heat", {"temperature_c": 900, "duration_h": 12, "ramp_k_min": 5}),
            ("press", {"pressure_mpa": 100}),
            ("heat", {"temperature_c": 1250, "duration_h": 6}),
        ],
        id="nasicon",
    ),
    pytest.param(
        "Methods",
        "Preparation of Li6PS5Br. Stoichiometric amounts of Li2S, P2S5 and LiBr were dissolved in anhydrous "
        "ethanol under stirring for 24 h at room temperature. The solvent was evaporated under vacuum at 90 "
        "°C for 12 h. The resulting white powder was heat treated at 500 °C for 5 h in a sealed quartz tube. "
        "The pellets for impedance measurements were pressed at 360 MPa.",
        ("Li6PS5Br", "liquid-phase"),
        [
            ("stir", {"temperature_c": 25, "duration_h": 24}),
            ("evaporate", {"temperature_c": 90, "duration_h": 12}),
            ("heat", {"temperature_c": 500, "duration_h": 5}),
        ],
        id="argyrodite by solution",
    ),
    pytest.param(
        "Experimental",
        "LiCl (Alfa Aesar, 99.9%) and YbCl3 (99.99%) were used as starting materials for Li3YbCl6. The "
        "mixture was placed in a ZrO2 jar (50 mL) with 20 ZrO2 balls (10 mm in diameter) and milled at 500 "
        "rpm for 40 h in a planetary ball mill (Pulverisette 7, Fritsch). Subsequent annealing was carried "
        "out at 400 °C for 1 h under Ar. All procedures were conducted in an Ar-filled glove box (H2O < 0.1 "
        "ppm).",
        ("Li3YbCl6", "ball-milling"),
        [
            ("mill", {"duration_h": 40, "speed_rpm": 500}),
            ("heat", {"temperature_c": 400, "duration_h": 1}),
        ],
        id="halide by milling",
    ),
    pytest.param(
        "Methods",
        "Li4(CB11H12)2(B12H12) was obtained by ion exchange. K2B12H12 was dissolved in water and passed "
        "through a cation-exchange column in its H^+ form. The resulting acid was neutralized with LiOH until "
        "pH 7. The solvent was removed with a rotary evaporator at 60 °C, and the hydrate was dried under "
        "vacuum at 180 °C for 16 h.",
        ("Li4(CB11H12)2(B12H12)", "ion-exchange"),
        [
            ("evaporate", {"temperature_c": 60}),
            ("dry", {"temperature_c": 180, "duration_h": 16}),
        ],
        id="hydroborate by ion exchange",
    ),
    pytest.param(
        "Methods",
        "Na2B12H12 and NaCB11H12 were purchased from Katchem and dried at 150 °C under vacuum for 12 h. The "
        "compounds were mixed in an equimolar ratio and ball milled in a Spex 8000M shaker mill for 3 times "
        "of 20 min with breaks of 5 min. The milled powder was heated at 250 °C for 10 h to yield "
        "Na3(CB11H12)(B12H12).",
        ("Na3(CB11H12)(B12H12)", "ball-milling"),
        [
            ("dry", {"temperature_c": 150, "duration_h": 12}),
            ("mill", {"duration_h": 1}),
            ("heat", {"temperature_c": 250, "duration_h": 10}),
        ],
        id="hydroborate mixture, bought parts",
    ),
    pytest.param(
        "Experimental",
        "Preparation of PEO-LiTFSI membranes: PEO (Mw = 600000) and LiTFSI were dissolved in anhydrous "
        "acetonitrile with an EO/Li ratio of 18 and stirred at 50 °C for 24 h. The solution was cast onto a "
        "PTFE dish, and the solvent was evaporated at room temperature for 24 h. The membrane was dried in a "
        "vacuum oven at 60 °C for 48 h and hot-pressed at 100 °C under 5 MPa.",
        ("PEO-LiTFSI", "solution-casting"),
        [
            ("stir", {"temperature_c": 50, "duration_h": 24}),
            ("evaporate", {"temperature_c": 25, "duration_h": 24}),
            ("dry", {"temperature_c": 60, "duration_h": 48}),
            ("press", {"temperature_c": 100, "pressure_mpa": 5}),
        ],
        id="polymer by casting",
    ),
    pytest.param(
        "Methods",
        "The glass 75Na2S-25P2S5 was prepared by mechanical milling. Na2S (>99%) and P2S5 (99%) were hand- "
        "ground in an agate mortar. The mechanical milling was conducted for 15 h at a rotation speed of 480 "
        "rpm. The prepared glass was then heated at 250 °C for 2 h in an electric furnace to obtain the "
        "glass-ceramic.",
        ("75Na2S-25P2S5", "ball-milling"),
        [
            ("mill", {"duration_h": 15, "speed_rpm": 480}),
            ("heat", {"temperature_c": 250, "duration_h": 2}),
        ],
        id="glass, conditions told later",
    ),
    pytest.param(
        "Methods",
        "A mixture of Li2S, P2S5 and SnS2 with the composition Li10SnP2S12 was milled for 20 h. The rotation "
        "speed was 380 rpm. The milled powder was pelletized at 300 MPa, sealed in an evacuated quartz "
        "ampoule and annealed at 600 °C for 8 h.",
        ("Li10SnP2S12", "ball-milling"),
        [
            ("mill", {"duration_h": 20, "speed_rpm": 380}),
            ("press", {"pressure_mpa": 300}),
            ("heat", {"temperature_c": 600, "duration_h": 8}),
        ],
        id="rotation speed in its own sentence",
    ),
    pytest.param(
        "Methods",
        "For the synthesis of Li1.4Al0.4Ge1.6(PO4)3, Li2CO3, Al2O3, GeO2 and NH4H2PO4 were mixed in an agate "
        "mortar, heated to 700 °C for 2 h to release gases, and then melted at 1450 °C for 2 h in a platinum "
        "crucible. The melt was quenched on a stainless-steel plate preheated at 400 °C. The glass was "
        "annealed at 500 °C for 2 h and crystallized at 825 °C for 6 h.",
        ("Li1.4Al0.4Ge1.6(PO4)3", "melt-quenching"),
        [
            ("heat", {"temperature_c": 700, "duration_h": 2}),
            ("melt", {"temperature_c": 1450, "duration_h": 2}),
            ("heat", {"temperature_c": 500, "duration_h": 2}),
            ("heat", {"temperature_c": 825, "duration_h": 6}),
        ],
        id="glass-ceramic by melt quenching",
    ),
    pytest.param(
        "Methods",
        "Li0.34La0.56TiO3 was synthesized by a sol-gel method. LiNO3, La(NO3)3·6H2O and titanium isopropoxide "
        "were dissolved in ethanol, and citric acid was added. The solution was stirred at 80 °C for 5 h to "
        "form a gel, which was dried at 120 °C for 12 h and pre-fired at 400 °C for 4 h. The powder was then "
        "calcined at 900 °C for 6 h, cold-pressed at 200 MPa and sintered at 1250 °C for 6 h in air.",
        ("Li0.34La0.56TiO3", "sol-gel"),
        [
            ("stir", {"temperature_c": 80, "duration_h": 5}),
            ("dry", {"temperature_c": 120, "duration_h": 12}),
            ("heat", {"temperature_c": 400, "duration_h": 4}),
            ("heat", {"temperature_c": 900, "duration_h": 6}),
            ("press", {"pressure_mpa": 200}),
            ("heat", {"temperature_c": 1250, "duration_h": 6}),
        ],
        id="sol-gel perovskite",
    ),
    pytest.param(
        "Methods",
        "Densification of the Li6.5La3Zr1.5Ta0.5O12 powder was done by spark plasma sintering at 1000 °C for "
        "10 min under a uniaxial pressure of 50 MPa in vacuum with a heating rate of 100 °C/min. The SPS "
        "pellets were then annealed at 900 °C for 2 h in air to remove carbon.",
        ("Li6.5La3Zr1.5Ta0.5O12", "spark-plasma-sintering"),
        [
            ("heat", {"temperature_c": 1000, "duration_h": 0.166667, "pressure_mpa": 50, "ramp_k_min": 100}),
            ("heat", {"temperature_c": 900, "duration_h": 2}),
        ],
        id="spark plasma sintering",
    ),
    pytest.param(
        "Methods",
        "Li7P3S11 was prepared in a wet-chemical route. 2.1 g of Li2S and P2S5 in a molar ratio of 7:3 were "
        "added into 20 mL acetonitrile and stirred at 50 °C for 24 h. The suspension was centrifuged and "
        "washed with acetonitrile three times. The precipitate was dried under vacuum at 80 °C for 6 h "
        "followed by heat treatment at 260 °C for 1 h.",
        ("Li7P3S11", "liquid-phase"),
        [
            ("stir", {"temperature_c": 50, "duration_h": 24}),
            ("dry", {"temperature_c": 80, "duration_h": 6}),
            ("heat", {"temperature_c": 260, "duration_h": 1}),
        ],
        id="suspension in acetonitrile",
    ),
    pytest.param(
        "Methods",
        "Ball milling (Pulverisette 5, Fritsch, ZrO2 jar, 20 balls) of Li2S, P2S5 and LiI was used to prepare "
        "Li7P2S8I; milling times were 5, 10 and 20 h at 370 rpm. Milling was interrupted for 15 min every 30 "
        "min.",
        ("Li7P2S8I", "ball-milling"),
        [
            ("mill", {"duration_h": [5, 20], "speed_rpm": 370}),
        ],
        id="milling interrupted by rests",
    ),
    pytest.param(
        "4.1 Synthesis",
        "Ta-doped LLZO (Li6.4La3Zr1.4Ta0.6O12) was prepared through a solid-state reaction route. In a "
        "typical synthesis, LiOH (98%), La2O3 (99.95%), ZrO2 (99%) and Ta2O5 (99.99%) powders were thoroughly "
        "mixed by wet milling in isopropanol at 250 rpm for 12 h. After drying, the mixture was transferred "
        "into an alumina crucible and calcined at 950 °C for 6 h, then ground and calcined again at 950 °C "
        "for 6 h. The as-calcined powder was attrition milled for 2 h, pressed into green pellets (diameter "
        "12 mm) at 10 MPa, followed by cold isostatic pressing at 250 MPa. Sintering was performed at 1250 °C "
        "for 10 min in a MgO crucible under air. The relative density was 96%.",
        ("Ta-doped LLZO", "solid-state-reaction"),
        [
            ("mill", {"speed_rpm": 250, "duration_h": 12}),
            ("heat", {"temperature_c": 950, "duration_h": 6}),
            ("heat", {"temperature_c": 950, "duration_h": 6}),
            ("mill", {"duration_h": 2}),
            ("press", {"pressure_mpa": 10}),
            ("press", {"pressure_mpa": 250}),
            ("heat", {"temperature_c": 1250, "duration_h": 0.166667}),
        ],
        id="garnet milled wet, sintering as a noun",
    ),
    pytest.param(
        "Experimental Procedures",
        "Li5.5PS4.5Cl1.5 was synthesized by solid-state sintering. Li2S (Alfa Aesar, 99.9%), P2S5 (Sigma- "
        "Aldrich, 99%), and LiCl (Alfa Aesar, 99%) were weighed according to the stoichiometric ratio and "
        "milled at 110 rpm for 1 h. Then, the mixture was sealed in a quartz tube and heated to 510 °C at 1 "
        "°C min^-1 and kept for 12 h. All processes were performed under Ar protection.",
        ("Li5.5PS4.5Cl1.5", "solid-state-reaction"),
        [
            ("mill", {"speed_rpm": 110, "duration_h": 1}),
            ("heat", {"temperature_c": 510, "duration_h": 12, "ramp_k_min": 1}),
        ],
        id="sealed tube, heating rate",
    ),
    pytest.param(
        "Methods",
        "Na3PS4 was prepared by high-energy ball milling and a second step, heat treatment. Na2S and P2S5 were "
        "loaded into a 45 ml ZrO2 pot with 15 ZrO2 balls (10 mm diameter). The pot was sealed under Ar and "
        "rotated at 500 rpm for 20 h (30 min milling and 15 min rest). The as-milled powder was then annealed "
        "at 270 °C for 2 h in vacuum-sealed quartz tubes.",
        ("Na3PS4", "ball-milling"),
        [
            ("mill", {"speed_rpm": 500, "duration_h": 20}),
            ("heat", {"temperature_c": 270, "duration_h": 2}),
        ],
        id="rests in brackets",
    ),
    pytest.param(
        "Methods",
        "To synthesize Li3YCl6, stoichiometric LiCl and YCl3 were mechanochemically treated at 500 rpm for 49 "
        "h (Pulverisette 7, Fritsch). The milled powder was annealed at 550 °C for 1 h in an evacuated glass "
        "tube to afford crystalline Li3YCl6.",
        ("Li3YCl6", "ball-milling"),
        [
            ("mill", {"speed_rpm": 500, "duration_h": 49}),
            ("heat", {"temperature_c": 550, "duration_h": 1}),
        ],
        id="to synthesize, ... to afford",
    ),
    pytest.param(
        "Synthesis of Na11Sn2PS12",
        "Na2S, SnS2 and P2S5 were ground in an agate mortar for 15 min. The mixture was pressed into pellets "
        "and sealed in quartz ampoules under vacuum. The ampoules were heated at 30 °C/h to 700 °C, kept for "
        "8 h, and cooled to 350 °C within 72 h.",
        ("Na11Sn2PS12", "solid-state-reaction"),
        [
            ("mix", {"duration_h": 0.25}),
            ("heat", {"temperature_c": 700, "duration_h": 8, "ramp_k_min": 0.5}),
        ],
        id="slow cooling is no heating",
    ),
    pytest.param(
        "Experimental section",
        "Na2.25Y0.25Zr0.75Cl6 was obtained by mechanochemical mixing of NaCl, YCl3 and ZrCl4 for 2 h at 400 "
        "rpm. The powder was flame sealed in a quartz tube and heat-treated at 500 °C for 24 h, with ramp "
        "rates of 1 °C/min. The final powder was ball milled at 350 rpm for 1 h.",
        ("Na2.25Y0.25Zr0.75Cl6", "ball-milling"),
        [
            ("mill", {"speed_rpm": 400, "duration_h": 2}),
            ("heat", {"temperature_c": 500, "duration_h": 24, "ramp_k_min": 1}),
            ("mill", {"speed_rpm": 350, "duration_h": 1}),
        ],
        id="mechanochemical mixing",
    ),
    pytest.param(
        "Methods",
        "LATP thin films were grown by pulsed laser deposition on Pt/Si substrates at 500 °C in 10 Pa oxygen. "
        "The laser energy was 200 mJ. The films were post-annealed at 800 °C for 1 h in O2.",
        ("LATP", "vapor-deposition"),
        [
            ("deposit", {"temperature_c": 500, "pressure_mpa": 1e-05}),
            ("heat", {"temperature_c": 800, "duration_h": 1}),
        ],
        id="laser deposition",
    ),
    pytest.param(
        "Materials and Methods",
        "The Li7P2S8I electrolyte was prepared as follows. First, Li2S and P2S5 were added to acetonitrile "
        "and stirred at 70 °C for 12 h. Second, LiI was dissolved in the suspension, which was stirred for "
        "another 12 h. Third, the solvent was removed at 80 °C under vacuum. Finally, the powder was heated "
        "at 200 °C for 2 h under Ar. The powder (100 mg) was pressed at 370 MPa to a pellet, and stainless "
        "steel electrodes were attached for the conductivity test.",
        ("Li7P2S8I", "liquid-phase"),
        [
            ("stir", {"temperature_c": 70, "duration_h": 12}),
            ("stir", {"duration_h": 12}),
            ("evaporate", {"temperature_c": 80}),
            ("heat", {"temperature_c": 200, "duration_h": 2}),
        ],
        id="first, second, third",
    ),
]


@pytest.mark.parametrize(("section", "text", "route", "steps"), PARAGRAPHS)
def test_experimental_paragraph(section: str, text: str, route: tuple[str, str], steps: list[Step]) -> None:
    (record,) = records(text, section)
    assert (record.material, record.method) == route
    assert [told(step) for step in record.steps if told(step)[1]] == [
        (op, {name: pytest.approx(value, abs=1e-4) for name, value in conditions.items()}) for op, conditions in steps
    ]


def test_similar_procedures_give_each_target_the_steps() -> None:
    found = records(
        "Li3DyCl6 was synthesized by an ammonium-assisted wet-chemical method. LiCl, NH4Cl and DyCl3·6H2O were "
        "dissolved in deionized water. The solution was dried at 100 °C under vacuum for 12 h, and the powder was "
        "annealed at 450 °C for 5 h. Similar procedures were used for Li3HoCl6 and Li3TmCl6.",
        "Methods",
    )
    assert [r.material for r in found] == ["Li3DyCl6", "Li3HoCl6", "Li3TmCl6"]
    assert {r.method for r in found} == {"liquid-phase"}
    assert all(
        [told(s) for s in r.steps if told(s)[1]]
        == [
            ("dry", {"temperature_c": 100, "duration_h": 12}),
            ("heat", {"temperature_c": 450, "duration_h": 5}),
        ]
        for r in found
    )


def test_starting_materials_told_once_for_several_targets() -> None:
    found = records(
        "Stoichiometric amounts of Na2S, P2S5, SnS2 and Sb2S3 were ground together in a mortar and pelletized. "
        "Na11Sn2PS12 was heated at 600 °C for 24 h. Na11Sn2SbS12 was heated at 550 °C for 48 h.",
        "2.1 Synthesis",
    )
    assert [(r.material, r.method) for r in found] == [
        ("Na11Sn2PS12", "solid-state-reaction"),
        ("Na11Sn2SbS12", "solid-state-reaction"),
    ]
    assert told(found[1].steps[-1]) == ("heat", {"temperature_c": 550, "duration_h": 48})


def test_target_of_a_wider_numbered_heading() -> None:
    heading = Block(BlockKind.HEADING, MappedText.from_raw("3 A fast conductor: Li3.2Ge0.2P0.8S4"))
    text = "Li2S, P2S5 and GeS2 were mixed in a mortar. The mixture was pelletized and heated at 650 °C for 20 h."
    block = Block(BlockKind.PARAGRAPH, MappedText.from_raw(text), section="3.2.1 Material synthesis")
    (record,) = routes_of(block, Document("test", None, "", "text/plain", text, blocks=[heading, block]))
    assert (record.material, record.method) == ("Li3.2Ge0.2P0.8S4", "solid-state-reaction")


@pytest.mark.parametrize(
    "text",
    [
        "Upon heating, Na3SbS4 transforms from the tetragonal to the cubic phase at 150 °C.",
        "The mixed-anion compound Li3(BH4)I2 shows a conductivity of 10^-5 S cm^-1 at room temperature.",
        "Crystallization of Na3SbS4 glass. The DTA curve of the glass shows two peaks at 180 and 320 °C.",
        "Disorder of Na2B10H10 was reached at 30 °C without the need for mechanical milling.",
    ],
)
def test_nothing_is_made(text: str) -> None:
    assert records(text, "Results") == []
