"""One value told for several materials: each has it, and nobody else."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract


def owners(text: str) -> list[str]:
    return sorted(record.material or "" for record in extract(read_text(text)) if record.kind == "conductivity")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thiophosphates like Li4SnS4 and Li7P2S8I reach more than 0.1 mS/cm.", ["Li4SnS4", "Li7P2S8I"]),
        ("The conductivity of materials like Li3TmCl6 and Li3LuCl6 is only 0.3 mS/cm.", ["Li3LuCl6", "Li3TmCl6"]),
        ("Oxides (LLZO, LATP, LAGP) exhibit conductivities exceeding 0.1 mS/cm.", ["LAGP", "LATP", "LLZO"]),
        ("Halide conductors (Li3TmCl6, Li3LuCl6) with 0.3 mS/cm are known.", ["Li3LuCl6", "Li3TmCl6"]),
        ("Garnet-type LLZO, NASICON-type LATP, and perovskite-type LLTO show 0.1 mS/cm.", ["LATP", "LLTO", "LLZO"]),
        ("Li3TmBr6 and Li3LuBr6 (both 1.7 mS/cm) are good conductors.", ["Li3LuBr6", "Li3TmBr6"]),
        ("Li2ZrBr6, Li2HfBr6 show a conductivity of 0.01 mS/cm.", ["Li2HfBr6", "Li2ZrBr6"]),
        ("With 0.2 mS/cm, Li3TmCl6 and Li3LuCl6 conduct equally well.", ["Li3LuCl6", "Li3TmCl6"]),
        ("These include Li4SnS4 and Li7P2S8I, whose conductivities exceed 0.1 mS/cm.", ["Li4SnS4", "Li7P2S8I"]),
        ("Electrolytes with conductivities higher than 1 mS/cm are Na3SbSe4 and Na3PSe4.", ["Na3PSe4", "Na3SbSe4"]),
        ("Conductors with more than 1 mS/cm have been found: Na3SbSe4, Na3PSe4.", ["Na3PSe4", "Na3SbSe4"]),
        ("These values are close to those of Li3TmCl6 and Li3LuCl6 (0.5 mS/cm).", ["Li3LuCl6", "Li3TmCl6"]),
        ("Li3TmCl6 and Li3LuCl6 were milled. Their conductivities are as high as 0.5 mS/cm.", ["Li3LuCl6", "Li3TmCl6"]),
        (
            "Li3TmCl6 and Li3LuCl6 were made. The conductivities of these compounds are above 0.3 mS/cm.",
            ["Li3LuCl6", "Li3TmCl6"],
        ),
        ("Na3GdI6 and Na2HfI6 lie at about 0.001 mS/cm.", ["Na2HfI6", "Na3GdI6"]),
        ("Both analogues, Li4SnS4 and Li4GeSe4, stay below 0.1 mS/cm.", ["Li4GeSe4", "Li4SnS4"]),
        (
            "Families such as garnet LLZO oxides, Li9SnP2S12 (LSPS), Li3PSe4 selenides and Li3TmCl6 halides, with "
            "conductivities on the order of 2 mS/cm, were found.",
            ["LLZO", "LSPS", "Li3PSe4", "Li3TmCl6"],
        ),
        (
            "While Na3SbSe4 has been known for long, many were found since, such as garnet LLZO oxides, Li9SnP2S12 "
            "(LSPS), Li3PSe4 selenides and Li3TmCl6 halides, with conductivities on the order of 2 mS/cm.",
            ["LLZO", "LSPS", "Li3PSe4", "Li3TmCl6"],
        ),
        (
            "More than 0.1 mS/cm is reached by selenides (Li9SnP2Se12, Li3PSe4), halides (e.g. Li3TmBr6), "
            "and garnets (LLZNO).",
            ["LLZNO", "Li3PSe4", "Li3TmBr6", "Li9SnP2Se12"],
        ),
        (
            "Conductors with over 2 mS/cm are known: the selenides Li9SnP2Se12 and Li3PSe4, and the bromide Li3TmBr6.",
            ["Li3PSe4", "Li3TmBr6", "Li9SnP2Se12"],
        ),
        (
            "Materials with 2 mS/cm include Li9SnP2S12 (LSPS), argyrodite Li6PSe5Br, and glassy Li3PSe4.",
            ["LSPS", "Li3PSe4", "Li6PSe5Br"],
        ),
        ("Halide electrolytes (> 1 mS/cm; Li3TmBr6, Li3LuBr6) are soft.", ["Li3LuBr6", "Li3TmBr6"]),
        # a name with its kind in the bracket behind it
        ("Cells hold LLZNO (garnet) and LSPS (thio-LISICON) with a conductivity of 1 mS/cm.", ["LLZNO", "LSPS"]),
    ],
)
def test_a_value_for_several_materials_is_that_of_each(text: str, expected: list[str]) -> None:
    assert owners(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Like Li3TmCl6, Li3LuCl6 conducts well, with 0.5 mS/cm.", ["Li3LuCl6"]),
        ("A composite of Li3TmCl6 and Li3LuCl6 has a conductivity of 0.5 mS/cm.", ["Li3TmCl6-Li3LuCl6"]),
        ("The value is close to that of Li3TmCl6 (0.5 mS/cm).", ["Li3TmCl6"]),
        ("Na3SbS4 with 1 mS/cm and Na11Sn2PS12 with 1.4 mS/cm are sulfides.", ["Na11Sn2PS12", "Na3SbS4"]),
        ("Sulfides (e.g., Li4SnS4, Li7P2S8I) have conductivities above 0.1 mS/cm.", ["Sulfides"]),
        ("Li4SnS4 reaches 0.1 mS/cm. Oxides (0.01–0.1 mS/cm) conduct less.", ["Li4SnS4", "Oxides"]),
        (
            "Li6PSe5Br milled from Li2Se, P2Se5 and LiBr between Li3LuI6 and Li3OBr layers showed 1 mS/cm.",
            ["Li6PSe5Br"],
        ),
        ("Compared with Li6PSe5Br, Li3LuI6, and Li3OBr, the conductivity of Li3TmCl6 is 1 mS/cm.", ["Li3TmCl6"]),
        ("Garnet-type LLZO, with a conductivity of 0.3 mS/cm, is stable against lithium.", ["LLZO"]),
        ("0.3 mS/cm were found in Li3TmBr6, whereas Li3LuBr6, Li3ErI6 and Li2HfCl6 are insulating.", ["Li3TmBr6"]),
        (
            "Compared with oxide electrolytes (0.3 mS/cm), sulfides such as Li4SnS4 and Li7P2S8I have 3 mS/cm.",
            ["Li4SnS4", "Li7P2S8I", "oxide electrolytes"],
        ),
        ("0.3 mS/cm were found in Li3TmBr6 and related halides such as Li3LuBr6, Li3ErI6 and Li2HfCl6.", ["Li3TmBr6"]),
        ("Oxide electrolytes (LLZNO: 0.5 mS/cm, LLZTO: 0.7 mS/cm) are hard.", ["LLZNO", "LLZTO"]),
        ("Oxide electrolytes (LLZNO and others) (0.5 mS/cm) are hard.", ["Oxide electrolytes"]),
        ("Sulfides (e.g., Li4SnS4 with values over 0.1 mS/cm) and halides (e.g., Li3TmCl6) are soft.", ["Li4SnS4"]),
        ("Li3TmCl6 reaches 2 mS/cm, exceeding the 0.1 mS/cm of oxides.", ["Li3TmCl6", "oxides"]),
        (
            "Polymers, including polyethylene oxide (PEO) and polyvinylidene fluoride (PVDF), show 0.01 mS/cm.",
            ["PEO", "PVDF"],
        ),
        (
            "Na3PSe4, a cubic selenide, and Na3SbSe4, its antimony analogue, conduct with 0.2 and 1.2 mS/cm.",
            ["Na3PSe4", "Na3SbSe4"],
        ),
        (
            "The conductivity of Li3TmCl6 is 0.5 mS/cm and that of Li3TmBr6 1.7 mS/cm; the former is stable. "
            "The latter reaches 3 mS/cm after annealing.",
            ["Li3TmBr6", "Li3TmBr6", "Li3TmCl6"],
        ),
        (
            "The conductivity of undoped and 5 mol % Ca-doped NaBH4 was 0.2 and 14 mS/cm, respectively.",
            ["5 mol % Ca-doped NaBH4", "NaBH4"],
        ),
        (
            "Li4SnS4 was put at 1 wt% into a polyethylene oxide (PEO) matrix. The composite membrane has 0.1 mS/cm.",
            ["PEO-Li4SnS4"],
        ),
        (
            "A PEO/Li4SnS4 composite was cast. A composite made with 1 wt% Li4SnS4 and 10 wt% SN had 0.2 mS/cm.",
            ["PEO/Li4SnS4/SN"],
        ),
        (
            "It was made a composite electrolyte (LPSCl-PEO3-LiTFSI) (LPSCl:PEO = 97:3), which delivers 1 mS/cm.",
            ["LPSCl-PEO3-LiTFSI"],
        ),
    ],
)
def test_one_owner_keeps_its_value_to_itself(text: str, expected: list[str]) -> None:
    assert owners(text) == expected


def test_each_of_many_has_its_own_source() -> None:
    """Kinds and codes stand between; what a cited sentence does not name is another subject."""
    listed = "garnet LLZNO oxides [2], Li9SnP2S12 (LSPS) [3], Li3PSe4 selenides [4] and Li3TmCl6 halides [5]"
    text = f"Halides were milled before [1]. Others are {listed}, with a conductivity of 2 mS/cm."
    found = {record.material: record.references for record in extract(read_text(text)) if record.kind == "conductivity"}
    assert sorted(found.values()) == [[2], [3], [4], [5]] and found["LSPS"] == [3]
    behind = extract(
        read_text("Conductivities of 1 mS/cm were found in Li3TmBr6 [3], Li3LuBr6, Na3SbSe4 [4] and Na3PSe4 [5].")
    )
    assert [record.references for record in behind] == [[3], [4], [4], [5]]
    at_the_value = extract(read_text("A value of 1 mS/cm [2] was reported for Li3TmBr6 [3] and Na3PSe4 [4]."))
    assert [record.references for record in at_the_value] == [[2], [2]]
    told = "Na3PS4 and Na3SbS4 were milled before [1]. "
    other = extract(
        read_text(
            told
            + "Ions move by way of vacancies. Na3GdI6, Na2HfI6, Na3ErI6 and Na2ZrI6 show a conductivity of 0.01 mS/cm."
        )
    )
    assert len(other) == 4 and not any(record.references for record in other)
    same = extract(read_text(told + "Na3PS4 shows a conductivity of 0.2 mS/cm."))
    assert [record.references for record in same] == [[1]]


def test_what_others_are_made_from_is_no_list_of_samples() -> None:
    made = (
        "Li3ScBr6 is an electrolyte made in two ways. LiBr and ScBr3 are ball-milled and then heated at 400 °C, on "
        "which the conductivity grows from 0.3 mS/cm to 0.9 mS/cm."
    )
    assert owners(made) == ["Li3ScBr6", "Li3ScBr6"]
    assert owners("LiBr and LiI conduct ions with 10^-8 and 10^-7 S/cm, respectively.") == ["LiBr", "LiI"]
