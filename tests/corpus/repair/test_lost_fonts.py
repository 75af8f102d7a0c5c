"""Signs of fonts that a converter could not read: places in a symbol font, letters and digits for signs."""

from __future__ import annotations

import pytest

from tests.corpus.repair.cleaned import cleaned

HABIT = "Values of 5 /C2 10 /C0 5 S cm /C0 1 and 6 /C2 10 /C0 6 S cm /C0 1 were seen in Li + and Na + salts. "


def clean(raw: str, habit: str = HABIT) -> str:
    return cleaned(raw, habit)[0].text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("3.1 /C2 10 /C0 6 S cm /C0 1 was read", "3.1 × 10^-6 S cm^-1 was read"),
        ("about /C24 10 /C0 9 S cm /C0 1 .", "about ~ 10^-9 S cm^-1."),
        ("from 10 /C0 8 -10 /C0 6 S cm /C0 1", "from 10^-8–10^-6 S cm^-1"),
        ("melts at 410 /C14 C and /C0 20 /C14 C", "melts at 410 °C and −20 °C"),
        ("heated by 3 /C14 C min /C0 1", "heated by 3 °C min^-1"),
        ("41 kJ mol /C0 1 and 0.3 /C6 0.1 eV", "41 kJ mol^-1 and 0.3 ± 0.1 eV"),
        ("(100 /C0 x )Na2S $ x GeS2 glass", "(100-x)Na2S-xGeS2 glass"),
        ("80Na2S $ 20SnS2 glass", "80Na2S-20SnS2 glass"),
        ("2.5 GLYPH<2> 10 GLYPH<0> 5 S cm GLYPH<0> 1", "2.5 × 10^-5 S cm^-1"),
        ("values GLYPH<24> 2 GLYPH<6> 1 %", "values ~ 2 ± 1 %"),
        ("with x ¼ 0.2 for all", "with x = 0.2 for all"),
        ("a bold \U0001d6fc-phase", "a bold α-phase"),
        ("at 70 ◦ C for a day", "at 70 °C for a day"),
        ("at 480 o C for a day", "at 480 °C for a day"),
    ],
)
def test_signs_by_their_place(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2 3 10 −5 S cm −1 and 7 3 10 −6 S cm −1", "2 × 10^-5 S cm^-1 and 7 × 10^-6 S cm^-1"),
        ("a glass e ceramic of 3 e 9 mm; other glass e ceramics", "a glass-ceramic of 3–9 mm; other glass-ceramics"),
        ("at 40 8 C and 90 8 C", "at 40 °C and 90 °C"),
    ],
)
def test_signs_that_stand_for_others(raw: str, expected: str) -> None:
    assert clean(raw, "") == expected


@pytest.mark.parametrize(
    "raw", ["step 3 10 runs", "vitamin e and more", "disc 8 C and others", "a code /C0A and /CN", "3 × 10 samples"]
)
def test_the_same_characters_elsewhere(raw: str) -> None:
    assert clean(raw, "") == raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("the  fi  rst fl  akes con fi rm", "the first flakes con firm"),
        ("speci fi and refl ux", "speci fi and reflux"),
        ("a roomtemperature run of solidstate cells", "a room-temperature run of solid-state cells"),
        ("a thin film at room fl oor", "a thin film at room floor"),
    ],
)
def test_words_that_were_cut_or_joined(raw: str, expected: str) -> None:
    assert clean(raw, "") == expected


def test_a_lost_ligature_is_not_seen_in_every_short_word() -> None:
    assert clean("signicant at room temperature", "") == "significant at room temperature"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("4 mS.cm⁻¹ at 3 °C.min⁻¹", "4 mS cm^-1 at 3 °C min^-1"),
        ("5.5 × 10⁻⁵S cm⁻¹ or 8 μ S cm⁻¹", "5.5 × 10^-5 S cm^-1 or 8 μS cm^-1"),
        ("6 mS/ cm and 7 Scm⁻¹", "6 mS/cm and 7 S cm^-1"),
        ("code AB-300 °C-30 stays", "code AB-300 °C-30 stays"),
    ],
)
def test_units(raw: str, expected: str) -> None:
    assert clean(raw, "") == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("60Na_{2}S38P_{2}S_{5}2Na_{3}BO_{3}", "60Na2S-38P2S5-2Na3BO3"),
        ("Na₂S–P₂S₅ 3 Na₃BO₃", "Na2S–P2S5-3Na3BO3"),
        ("$2 \\times 10^{-5}$ S in Na_{3}PS_{4}", "2 × 10^-5 S in Na3PS4"),
        ("the Na2SSiS2-NaI system", "the Na2S-SiS2-NaI system"),
        ("60Na2S-40SiS2} glass", "60Na2S-40SiS2 glass"),
        ("60Na2S-(40- x)SiS2", "60Na2S-(40-x)SiS2"),
    ],
)
def test_mixtures(raw: str, expected: str) -> None:
    assert clean(raw, "") == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (r"Li$_3$HoCl$_6$ has 0.7 mS cm$^{-1}$ at 25 $^\circ$C", "Li3HoCl6 has 0.7 mS cm^-1 at 25 °C"),
        ("a melt of TmCl3$0.5NaCl", "a melt of TmCl3-0.5NaCl"),
    ],
)
def test_a_dollar_is_a_middle_dot_only_where_none_opens_mathematics(raw: str, expected: str) -> None:
    assert clean(raw, "") == expected
