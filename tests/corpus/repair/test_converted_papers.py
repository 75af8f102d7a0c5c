"""Texts of converters that set scripts and citations apart by blanks and leave glyph names. Sentences are our own."""

from __future__ import annotations

import pytest

from corpus.mapped_text import MappedText
from corpus.repair import profile_of, repair_with_citations

HABITS = (
    "Values of 3 × 10 -5 S cm -1, 4 × 10 -4 S cm -1 and 5 × 10 -3 S cm -1 for Li 3 PS 4 and Na 3 PS 4. "
    "In cells. 12 We saw it. In films. 13,14 They did. In glass. 1 -3 This is so. In salts. 4 Now the end. "
)


def lift(raw: str) -> tuple[str, list[tuple[int, ...]]]:
    text, citations = repair_with_citations(MappedText.from_raw(raw), profile_of(HABITS + raw))
    return text.text, [citation.numbers for citation in citations]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "reach 7.1 × 10 -6 , 8.2 × 10 -5 and 9.3 × 10 -4 S cm -1",
            "reach 7.1 × 10^-6, 8.2 × 10^-5 and 9.3 × 10^-4 S cm^-1",
        ),
        ("above 10  - 5  S cm  - 1  or 3×10  - 7 S  cm -  1", "above 10^-5 S cm^-1 or 3 × 10^-7 S cm^-1"),
        ("from 10 -6 to 10 -5 S cm -1", "from 10^-6 to 10^-5 S cm^-1"),
        ("with &gt;15 mS · cm -1 and 31 kJ mol  - 1", "with >15 mS cm^-1 and 31 kJ mol^-1"),
        ("Li 6.4 Ge 0.4 P0.6 S5 I and Li 5.3 PS4.3 Cl1.7", "Li6.4Ge0.4P0.6S5I and Li5.3PS4.3Cl1.7"),
        ("Li 6 -x PS5 -x Br x and Na 3+ x Ge x P1 -x S4 (x = 0.1)", "Li6-xPS5-xBrx and Na3+xGexP1-xS4 (x = 0.1)"),
        ("Li 3 YBr6, Li 3 HoBr6, and Fe 2 O 3 ;", "Li3YBr6, Li3HoBr6, and Fe2O3;"),
        ("Ca(BH 4 ) 2 and Na 2 B 12 H 12", "Ca(BH4)2 and Na2B12H12"),
        ("(1 -x )Na3SbS4 · x Na4SnS4", "(1-x)Na3SbS4-xNa4SnS4"),
        ("Na + ions and Ge 4+ for Sb 5+", "Na^+ ions and Ge^4+ for Sb^5+"),
        ("of 0.21 -0.34 eV at 300 -500 K", "of 0.21–0.34 eV at 300–500 K"),
        ("milled at 30 ° C", "milled at 30 °C"),
    ],
)
def test_scripts_apart(raw: str, expected: str) -> None:
    assert lift(raw) == (expected, [])


@pytest.mark.parametrize(
    "raw",
    [
        "NaCl 5 mg was added to 5 V cells at 3 K",
        "In 2012, it was heated for 2 h at 10–20 nm",
        "Sample A 3 of Fe at 5 MPa",
        "As P 5 h later",
    ],
)
def test_words_and_quantities_stay_apart(raw: str) -> None:
    assert lift(raw) == (raw, [])


@pytest.mark.parametrize(
    ("raw", "text", "numbers"),
    [
        ("Power is needed. 1 -3 This asks for solids. 4,5 For now", "Power is needed. This asks for solids. For now",
         [(1, 2, 3), (4, 5)]),
        ("Li 6 -x PS5 -x Br x , 14,15 and Na3SbS4 , 16 and so", "Li6-xPS5-xBrx, and Na3SbS4, and so",
         [(14, 15), (16,)]),
        ("Roe et al. 27 We, and Doe et al. 18,19 was", "Roe et al. We, and Doe et al. was", [(27,), (18, 19)]),
        ("for single houses 1-4 . Now glasses 6-8 .", "for single houses. Now glasses.", [(1, 2, 3, 4), (6, 7, 8)]),
        ("such as Li3YBr6 20 and others", "such as Li3YBr6 and others", [(20,)]),
        ("with Na3.4Sn0.4P0.6S4 12 in 2015 8 , later", "with Na3.4Sn0.4P0.6S4 12 in 2015, later", [(8,)]),
        ("Na3.4Sn0.4P0.6S4 12 with K2Sn(PO4)3 25 , and", "Na3.4Sn0.4P0.6S4 with K2Sn(PO4)3, and", [(12,), (25,)]),
        ("glass (NBSI) 31 and Na11Sb2PSe12 8,9 and spinel 24 show", "glass (NBSI) and Na11Sb2PSe12 and spinel show",
         [(31,), (8, 9), (24,)]),
        ("as glass (0.3 mS cm -1 ); 31 and K3YCl6 by milling, 9 or melts; they reported 24 the salt",
         "as glass (0.3 mS cm^-1); and K3YCl6 by milling, or melts; they reported the salt", [(31,), (9,), (24,)]),
        ("of (0.3 mS cm -1 ) 31 was; at ten, 25 or 30 h; we found 24 grains",
         "of (0.3 mS cm^-1) was; at ten, 25 or 30 h; we found 24 grains", [(31,)]),
        ("a mean of (25) 12 and sample 24 and 300 K", "a mean of (25) 12 and sample 24 and 300 K", []),
        ("See Fig. 3 With x = 1, 2 and 3", "See Fig. 3 With x = 1, 2 and 3", []),
    ],
)  # fmt: skip
def test_citations_apart(raw: str, text: str, numbers: list[tuple[int, ...]]) -> None:
    assert lift(raw) == (text, numbers)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a sul /uniFB01 de of /uniFB01 ne grains", "a sulfide of fine grains"),
        ("we a /uniFB00 ord di /uniFB00 erent e /uniFB00 orts", "we afford different efforts"),
        ("the /uniFB01 rst con /uniFB01 guration", "the first configuration"),
        ("in /uniFB02 uence of the Wycko /uniFB00 4 b site", "influence of the Wyckoff 4 b site"),
        ("non /uniFB02 ammable", "nonflammable"),
        ("a cuto /uniFB00 of 3 V", "a cutoff of 3 V"),
        ("classi /uniFB01 ed into /uniFB01 ve", "classified into five"),
        ("/uniFB02owing", "flowing"),
    ],
)
def test_names_of_ligatures(raw: str, expected: str) -> None:
    assert lift(raw)[0] == expected


def test_comments_of_the_converter_go() -> None:
    assert lift("given by <!-- formula-not-decoded --> where")[0] == "given by where"


def test_blanks_mean_what_they_say_elsewhere() -> None:
    raw = "Ten runs of 10 -20 kV and Na 3 times, see 12 We."
    assert repair_with_citations(MappedText.from_raw(raw), profile_of(raw))[0].text == raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("(B 8 H 8 2 -) anions and BH 4 -anions", "(B8H8^2-) anions and BH4^- anions"),
        ("[CB7H8] -and F -ions", "[CB7H8]^- and F^- ions"),
        ("(Li 6 PS 5 Br) and (Na 2 S, NaI)", "(Li6PS5Br) and (Na2S, NaI)"),
        ("a Na 2 Zr 3 Si 2 PO12  NASICON film", "a Na2Zr3Si2PO12 NASICON film"),
        ("t-Na 3SbS4 and K 2S", "t-Na3SbS4 and K2S"),
        ("Li5+  x  -y M x P1 -x Ch5 -y X y in D 2 O", "Li5+x-yMxP1-xCh5-yXy in D2O"),
        ("Na1+ x GexTi2 -x (PO4)3", "Na1+xGexTi2-x(PO4)3"),
        ("Na2.5Zr0.5In0.5Cl6 SE, too", "Na2.5Zr0.5In0.5Cl6 SE, too"),
        ("glass -ceramic, Na -Na pair, Na3SbS4 -based", "glass-ceramic, Na-Na pair, Na3SbS4-based"),
        ("below 10 -2 mbar, above 10 8 Hz", "below 10^-2 mbar, above 10^8 Hz"),
        ("from 10 -8 -10 -6 S cm -1", "from 10^-8–10^-6 S cm^-1"),
        ("β -alumina, β ″ -Al2O3", "β-alumina, β″-Al2O3"),
    ],
)
def test_more_scripts_apart(raw: str, expected: str) -> None:
    assert lift(raw) == (expected, [])


@pytest.mark.parametrize(
    ("raw", "text", "numbers"),
    [
        ("for glasses 7-9 that conduct", "for glasses that conduct", [(7, 8, 9)]),
        ("cubic garnets 14 and spinels (made by Roe) 15 have it", "cubic garnets and spinels (made by Roe) have it",
         [(14,), (15,)]),
        ("of 3 mS cm -1 , 4 which is much", "of 3 mS cm^-1, which is much", [(4,)]),
        ("of 5 mS cm -1 . 20,31 -33 Yet", "of 5 mS cm^-1. Yet", [(20, 31, 32, 33)]),
        ("at x near 0.06. 18,19 Work", "at x near 0.06. Work", [(18, 19)]),
        ("0.59 16", "0.59", [(16,)]),
        ("in steps 2 and 3 of about 12 and more", "in steps 2 and 3 of about 12 and more", []),
        ("up to 20 and then by 14 and so", "up to 20 and then by 14 and so", []),
        ("a rate above >10 8 Hz", "a rate above >10^8 Hz", []),
    ],
)  # fmt: skip
def test_citations_behind_words(raw: str, text: str, numbers: list[tuple[int, ...]]) -> None:
    assert lift(raw) == (text, numbers)


PARENTHESES = "All is known for oxides ( 1, 2 ) and salts ( 4 ), for foils ( 5 – 7 ) and inks ( 9 ). "


@pytest.mark.parametrize(
    ("raw", "text", "numbers"),
    [
        ("in cells ( 11, 12 ). Roe et al. ( 8 ) saw", "in cells. Roe et al. saw", [(11, 12), (8,)]),
        ("a barrier of 0.304(5) eV", "a barrier of 0.304(5) eV", []),
        ("see eqs. ( 3 ) and step ( 2 )", "see eqs. ( 3) and step ( 2)", []),
    ],
)
def test_citations_in_parentheses(raw: str, text: str, numbers: list[tuple[int, ...]]) -> None:
    clean, citations = repair_with_citations(MappedText.from_raw(raw), profile_of(PARENTHESES + raw))
    assert (clean.text, [citation.numbers for citation in citations]) == (text, numbers)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("as low as 4.7 × 10−11 S cm−1, in oxides.12 We", "as low as 4.7 × 10^-11 S cm^-1, in oxides. We"),
        ("down to 10⁻¹² S cm⁻¹ for it", "down to 10^-12 S cm^-1 for it"),
    ],
)  # fmt: skip
def test_an_exponent_is_never_cut(raw: str, text: str) -> None:
    habit = "In cells.1 It is.2 In salts.3,4 We"
    assert repair_with_citations(MappedText.from_raw(raw), profile_of(habit + raw))[0].text == text


@pytest.mark.parametrize(
    ("raw", "text", "numbers"),
    [
        (
            "Some , as told , of &gt; 10 -3 S cm -1 and 0 . 53 eV ( 36 ) , e . g . Na 4 ( B12 H 12 )( B10 H 10 ) .",
            "Some, as told, of > 10^-3 S cm^-1 and 0.53 eV, e.g. Na4(B12H12)(B10H10).",
            [(36,)],
        ),
        (
            "Li ( CB9 H 10 ) 0 . 6 ( CB11 H 12 ) 0 . 4 , by Sato et al . , has 5 × 10 -3 S cm -1 , a lot ( 7 , 8 ).",
            "Li(CB9H10)0.6(CB11H12)0.4, by Sato et al., has 5 × 10^-3 S cm^-1, a lot.",
            [(7, 8)],
        ),
    ],
)
def test_punctuation_apart(raw: str, text: str, numbers: list[tuple[int, ...]]) -> None:
    scripts = "Li 3 PS 4 had 2 × 10 -4 S cm -1 , Na 3 PS 4 less . "
    cited = scripts + "Films ( 1 ) , salts ( 2 , 3 ) , glass ( 4 ) , cells ( 5 ) , and more ( 6 ) , are made . "
    lifted, citations = repair_with_citations(MappedText.from_raw(raw), profile_of(cited * 3 + raw))
    assert lifted.text == text
    assert [citation.numbers for citation in citations] == numbers


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("reached 5,21x10-4 S cm-1", "reached 5.21 × 10^-4 S cm^-1"),
        ("of 1,02 × 10−4 Scm−1", "of 1.02 × 10^-4 S cm^-1"),
        ("for x = 1, 2 × 10−4 S cm−1", "for x = 1, 2 × 10^-4 S cm^-1"),
        ("Li4+x(Ge1-xGax) S4 (no S8)", "Li4+x(Ge1-xGax)S4 (no S8)"),
        ("glass (70 mol%) S8", "glass (70 mol%) S8"),
        ("a conductor, cubic Na 3 SbSe 4 . It has 3 V", "a conductor, cubic Na3SbSe4. It has 3 V"),
        ("of Li 3 and Na 2 cells", "of Li 3 and Na 2 cells"),
        ("an energy of 0.3 eV.Garnet-type films", "an energy of 0.3 eV. Garnet-type films"),
    ],
)
def test_decimal_commas_and_brackets(raw: str, expected: str) -> None:
    assert repair_with_citations(MappedText.from_raw(raw), profile_of(raw))[0].text == expected
