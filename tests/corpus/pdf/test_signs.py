"""Signs of mathematics fonts: by the glyphs' names, by the fonts' families, by nothing but what the engine knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.reader import read_bytes
from corpus.readers.pdf import PdfReader
from corpus.readers.pdf.signs import encoding_of, named, sign_of
from extractors.extract import extract
from tests.corpus.pdf.conftest import OwnFont


@pytest.mark.parametrize(
    ("code", "font", "text"),
    [
        (0xFB01, "Times-Roman", "fi"),
        (0xFB04, "Times-Roman", "ffl"),
        (0xF057, "Symbol", "Ω"),
        (0xF0B4, "SymbolMT", "×"),
        (ord("m"), "Symbol", "μ"),
        (0x1B, "SFRM1000", "ff"),
        (0x0C, "CMR10", "fi"),
        (0x00, "CMSY10", "−"),
        (0x02, "CMSY8", "×"),
        (0x0B, "CMMI10", "α"),
        (0x1C, "", "fi"),
        (0x0D, "", "fl"),
        (0xE103, "AdvP4C4E74", "fi"),
        (0x2010, "Times-Roman", "-"),
        (0x0D48, "CambriaMath", "×"),
        (0x200B, "Times-Roman", ""),
        (ord("a"), "Times-Roman", "a"),
        (0x2212, "Times-Roman", "−"),
    ],
)
def test_codes_of_symbol_fonts_and_ligatures(code: int, font: str, text: str) -> None:
    assert sign_of(code, encoding_of(font), mapped=code >= 0x20) == text


@pytest.mark.parametrize("code", [0x1B, 0xF8F0, 0xFFFD, 0xD800])
def test_unknown_codes_are_marked_not_dropped(code: int) -> None:
    assert sign_of(code) is None


@pytest.mark.parametrize(
    ("name", "encoding", "sign"),
    [
        ("C0", "signs", "−"),
        ("C2", "signs", "×"),
        ("C14", "signs", "◦"),
        ("C138", "signs", "]"),
        ("C22", "text", "¯"),
        ("C18", "big", "("),
        ("C176", "symbol", "°"),
        ("C0", "", "−"),
        ("H11002", "", "−"),
        ("H11003", "", "×"),
        ("H11034", "", "°"),
        ("H9268", "", "σ"),
        ("H9262", "", "μ"),
        ("H9024", "", "Ω"),
        ("uni2212", "", "−"),
        ("u1D70E", "", "\U0001d70e"),
        ("Delta1", "", "Δ"),
        ("minus", "", "−"),
        ("multiply.alt", "", "×"),
        ("parenleftBig", "", "("),
        ("summationdisplay", "", "∑"),
        ("g27", "", None),
        ("glyph12", "signs", None),
        (".notdef", "", None),
    ],
)
def test_names_of_glyphs(name: str, encoding: str, sign: str | None) -> None:
    assert named(name, encoding) == sign


@pytest.mark.parametrize(
    ("font", "key", "sign"),
    [
        ("AdvPi1", "8", "°"),
        ("AdvPS7DA6", "2", "−"),
        ("AdvPS4721B4", "s", "σ"),
        ("AdvP4C4E74", "¼", "="),
        ("AdvP4C4E51", "=", "/"),
        ("MTSY", "C", "+"),
        ("AdvOT999035f4", "8", "8"),
        ("CMSY10", "A", "A"),
    ],
)
def test_keys_of_pi_fonts(font: str, key: str, sign: str) -> None:
    assert sign_of(ord(key), encoding_of(font)) == sign


def _sentence(times: str, minus: str, ring: str, equals: str) -> str:
    """A sentence whose four signs are set in another font than its words."""

    def other(code: str, size: float = 10, rise: float = 0) -> str:
        return f"/F1 {size} Tf {rise} Ts ({code}) Tj /F0 {size} Tf "

    return (
        "BT /F0 10 Tf 50 700 Td (of samples with x ) Tj " + other(equals) + "( 0.2 a conductivity of 3.1 ) Tj "
        + other(times) + "( 10) Tj " + other(minus, 7, 3.5) + "(4) Tj /F0 10 Tf 0 Ts ( S cm) Tj " + other(minus, 7, 3.5)
        + "(1) Tj /F0 10 Tf 0 Ts ( was found at 30 ) Tj " + other(ring, 7, 3.5) + "/F0 10 Tf 0 Ts (C) Tj ET"
    )  # fmt: skip


@pytest.mark.parametrize("differences", [True, False])
@pytest.mark.parametrize(
    ("font", "glyphs"),
    [
        ("AdvP4C4E74", {1: "C2", 3: "C0", 4: "C14", 188: "onequarter"}),
        ("Universal-GreekwithMathPi", {1: "H11003", 2: "H11002", 3: "H11034", 4: "H11005"}),
        ("MathematicalPi-Four", {1: "H11003", 200: "H11002", 201: "H11034", 202: "H11005"}),
        ("OwnSigns", {1: "uni00D7", 5: "uni2212", 6: "uni00B0", 7: "uni003D"}),
        ("CMSY10", {2: "multiply", 161: "minus", 14: "openbullet", 61: "equal"}),
        ("AdvP7DA6", {51: "three", 50: "two", 56: "eight", 53: "five"}),
        ("AdvPSSym", {180: "C180", 45: "C45", 176: "C176", 61: "C61"}),
    ],
)
def test_a_value_keeps_the_signs_of_another_font(
    typeset: Callable[..., bytes], font: str, glyphs: dict[int, str], differences: bool
) -> None:
    times, minus, ring, equals = (f"\\{code:03o}" for code in glyphs)
    data = typeset(_sentence(times, minus, ring, equals), OwnFont(font, glyphs, differences))
    document = PdfReader().read(data, "test.pdf")
    assert document.raw.strip() == (
        "of samples with x = 0.2 a conductivity of 3.1 × 10^{−4} S cm^{−1} was found at 30 °C"
    )
    assert not document.problems


def test_a_sign_without_a_meaning_stays_marked(typeset: Callable[..., bytes]) -> None:
    font = OwnFont("OwnSigns", {1: "g31", 2: "g32", 3: "g33", 4: "g34"})
    document = PdfReader().read(typeset(_sentence("\\001", "\\002", "\\003", "\\004"), font), "test.pdf")
    assert "3.1 \ufffd 10^{\ufffd4} S cm^{\ufffd1}" in document.raw
    assert [problem.code for problem in document.problems] == ["unmapped_characters"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lost=st.sets(st.sampled_from(["times", "minus", "ring", "equals"]), min_size=1))
def test_no_value_touches_a_lost_sign(typeset: Callable[..., bytes], lost: set[str]) -> None:
    """Whichever signs have no meaning: the value is read as it is, or not at all."""
    names = {"times": "multiply", "minus": "minus", "ring": "degree", "equals": "equal"}
    glyphs = {
        code: f"g{code}" if sign in lost else names[sign]
        for code, sign in enumerate(("times", "minus", "ring", "equals"), start=1)
    }
    content = _sentence("\\001", "\\002", "\\003", "\\004").replace("a conductivity", "an ionic conductivity")
    content = content.replace("of samples with x", "For pellets of Li6PS5Cl with x")
    records = extract(read_bytes(typeset(content, OwnFont("OwnSigns", glyphs)), "test.pdf"))
    values = [record.value_low for record in records if record.kind == "conductivity"]
    assert values in ([], [pytest.approx(3.1e-4)])
    if not lost & {"times", "minus"}:
        assert values
