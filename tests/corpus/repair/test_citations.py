"""Citations in every style, and numbers that are none. Sentences are our own."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from corpus.mapped_text import MappedText
from corpus.repair import Profile, profile_of, repair_with_citations
from corpus.repair.citations import numbers_of
from corpus.repair.spaced_citations import words

WORDS = tomllib.loads((files("corpus.repair") / "spaced_citations.toml").read_text("utf-8"))

GLUED = (
    "Cells age.1–4 Films crack.5,6 Glasses flow.7 Grains grow,8 ions hop.9 Others agree.10–12 "
    "Garnet melts. LiNbO3 Li3YCl6 "
)


def lift(raw: str, profile: Profile) -> tuple[str, list[tuple[int, ...]]]:
    text, citations = repair_with_citations(MappedText.from_raw(raw), profile)
    return text.text, [citation.numbers for citation in citations]


@pytest.mark.parametrize(
    ("raw", "text", "numbers"),
    [
        ("It reached 4 mS/cm [51,52].", "It reached 4 mS/cm.", [(51, 52)]),
        ("as known [10–12], and [8, 9]", "as known, and", [(10, 11, 12), (8, 9)]),
        ("in glasses^[7] and films^[3,5-7].", "in glasses and films.", [(7,), (3, 5, 6, 7)]),
        ("in glasses^{[16]}.", "in glasses.", [(16,)]),
        ("Baker *et al.*^[14] milled", "Baker et al. milled", [(14,)]),
        ("the electrolyte⁴⁶ conducts", "the electrolyte conducts", [(46,)]),
        ("in cells⁵⁴, ⁵⁵. Then", "in cells. Then", [(54, 55)]),
        ("in cells^{20–22}, too", "in cells, too", [(20, 21, 22)]),
        ("3 × 10⁻² S cm⁻¹⁶⁶", "3 × 10^-2 S cm^-1", [(66,)]),
        ("about 10⁻³ Scm^{-1.49} Further", "about 10^-3 S cm^-1 Further", [(49,)]),
        ("of 25 mScm^{-1 (50)}. Next", "of 25 mS cm^-1. Next", [(50,)]),
        ("Redrawn from Ref.⁴³. Rights", "Redrawn from reference. Rights", [(43,)]),
        ("as in ref. 12 and 15", "as in references", [(12, 15)]),
        ("a sulfide, Na3PS4⁵⁹ here", "a sulfide, Na3PS4 here", [(59,)]),
        ("ions⁽⁵⁰⁾ move", "ions move", [(50,)]),
        ("part of the Se^{2-,47} In addition", "part of the Se^2-. In addition", [(47,)]),
        ("of I^{-} and Se^{2-, 9} as", "of I^- and Se^2- as", [(9,)]),
        ("in cells.(12) The", "in cells. The", [(12,)]),
        ("in electrolytes(5−7) with", "in electrolytes with", [(5, 6, 7)]),
        ("It conducts well.^1,2 Others", "It conducts well. Others", [(1, 2)]),
        ("of the two schools,^8–10 fast", "of the two schools, fast", [(8, 9, 10)]),
        ("2 mS cm^-1 at 25 °C^4), yet", "2 mS cm^-1 at 25 °C), yet", [(4,)]),
        ("the 2 mS cm^-1^13 and", "the 2 mS cm^-1 and", [(13,)]),
        ("by Baker et al. [ [7]] and others [ [8,9]].", "by Baker et al. and others.", [(7,), (8, 9)]),
    ],
)
def test_marked_styles(raw: str, text: str, numbers: list[tuple[int, ...]]) -> None:
    assert lift(raw, Profile()) == (text, numbers)


@pytest.mark.parametrize(
    ("raw", "text", "numbers"),
    [
        ("It conducts well.88 The rest", "It conducts well. The rest", [(88,)]),
        ("in batteries.1–4 More", "in batteries. More", [(1, 2, 3, 4)]),
        ("Garnet,34–38 glass,39,41 and", "Garnet, glass, and", [(34, 35, 36, 37, 38), (39, 41)]),
        ("Ma et al.81 used", "Ma et al. used", [(81,)]),
        ("Ma et al.,81 Lu et al.,9 and", "Ma et al., Lu et al., and", [(81,), (9,)]),
        ("LiNbO3,42,103 and Li3YCl6.57 The", "LiNbO3, and Li3YCl6. The", [(42, 103), (57,)]),
        ("of 2 × 10−3 S cm−1 66 was", "of 2 × 10^-3 S cm^-1 was", [(66,)]),
        ("of 3 mS cm−1.88 The", "of 3 mS cm^-1. The", [(88,)]),
        ("Ge(IV).140 It", "Ge(IV). It", [(140,)]),
        ("of Na3PS4 (NPS)13,14 at", "of Na3PS4 (NPS) at", [(13, 14)]),
        ("made in 2007.128 It", "made in 2007. It", [(128,)]),
    ],
)
def test_glued_style_of_raw_pdf_text(raw: str, text: str, numbers: list[tuple[int, ...]]) -> None:
    assert lift(raw, profile_of(GLUED + raw)) == (text, numbers)


@pytest.mark.parametrize(
    "raw",
    [
        "Li10GeP2S12 and Cl0.5 with x = 0.7,",
        "at 0.25 eV, 3.5 V and 12.5 mS",
        "Fig. 3 and Table 2 show Nb-LLZO",
        "Li6PS5F0.5Cl0.5 is stable",
        "10 S cm^-1 25 °C",
        "sample Mg-NZSP-0.128 is dense",
        "For CSP-3.5 GPa-4 min, 3 GPa and the labels CSP-3.5-200-4 and CSP-3-200-4",
        "Na3Zr2(SiO4)2(PO4) and Ca(OH)2, Figure(2)",
    ],
)
def test_numbers_that_are_no_citations_stay_in_a_document_of_glued_citations(raw: str) -> None:
    assert lift(raw, profile_of(GLUED + raw)) == (raw, [])


@pytest.mark.parametrize(
    "raw",
    [
        "an area of 2 cm^2 and R^2 = 0.99",
        "10^5 cycles at 10^12 Hz",
        "a ^7Li NMR line and ^31P shifts",
        "Ti^4+ and PO4^3- ions",
        "sp^3 hybrids in 5 m^3",
        "along the [100] direction",
        "[001]-oriented films",
    ],
)
def test_powers_isotopes_charges_and_directions_stay(raw: str) -> None:
    assert lift(raw, Profile()) == (raw, [])


def test_numbers_beyond_the_bibliography_are_no_citations() -> None:
    assert lift("a dose [300] in electrolyte⁹⁹", Profile(reference_count=50))[1] == []


def test_superscripts_are_no_citations_where_brackets_are() -> None:
    profile = profile_of("It is so [1]. It was so [2,3]. It will be so [4].")
    assert lift("a density of 3 electrons⁴⁰ [5]", profile)[1] == [(5,)]


@pytest.mark.parametrize(
    ("raw", "narrative"),
    [("Kim et al. [84] prepared it.", True), ("It was prepared [84].", False), ("as shown in ref. 84", True)],
)
def test_narrative_citations_are_told(raw: str, narrative: bool) -> None:
    _, citations = repair_with_citations(MappedText.from_raw(raw), Profile())
    assert [citation.narrative for citation in citations] == [narrative]


def test_a_citation_knows_its_clean_position_and_raw_place() -> None:
    raw = r"The $\text{Na}_3\text{PS}_4$ glass [12] flows [13]."
    text, citations = repair_with_citations(MappedText.from_raw(raw), Profile())
    assert text.text == "The Na3PS4 glass flows."
    assert [text.text[: citation.position] for citation in citations] == ["The Na3PS4 glass", "The Na3PS4 glass flows"]
    assert [raw[citation.raw_start : citation.raw_end].strip() for citation in citations] == ["[12]", "[13]"]


@pytest.mark.parametrize(
    ("surface", "numbers"),
    [("7", (7,)), ("1,3", (1, 3)), ("2–4, 9", (2, 3, 4, 9)), ("12 and 15", (12, 15)), ("9-2", ()), ("1–900", ())],
)
def test_lists_of_numbers(surface: str, numbers: tuple[int, ...]) -> None:
    assert numbers_of(surface) == numbers


@pytest.mark.parametrize("kind", WORDS)
def test_words_beside_numbers_have_their_example_and_not_the_other(kind: str) -> None:
    assert WORDS[kind]["matches"] in words(kind) and WORDS[kind]["not"] not in words(kind)
