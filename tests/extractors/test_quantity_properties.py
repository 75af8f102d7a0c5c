"""What holds for any text: no exception, sound spans, values that survive every notation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language import sentence_spans
from extractors.mentions import QuantityKind
from extractors.quantities import find_quantities, find_unit
from extractors.quantities.cells import parse_cell
from extractors.temperature import SentenceTemperatures, find_temperatures

NUMBERS_AND_SIGNS = (
    *("10^-4", "10-4", "10^", "e-3", "1.2", "0.3", "2", "25", "10", "×", "x", "±", "(", ")"),
    *("–", "-", "~", ",", ";", ".", "/", "^"),
)
UNITS = ("S", "cm^-1", "mS", "mS/cm", "S/cm", "eV", "kJ", "mol^-1", "°C", "K", "h", "min", "%", "RT")
WORDS = (
    *("Li6PS5Cl", "Fig.", "to", "and", "from", "between", "up", "above", "not", "exceeding", "about", "at"),
    *("annealed", "room", "temperature", "the", "same", "et", "al."),
)
SCRAPS = st.sampled_from((*NUMBERS_AND_SIGNS, *UNITS, *WORDS))
NOISY_TEXT = (
    st.lists(SCRAPS, max_size=25).map(" ".join) | st.lists(SCRAPS, max_size=25).map("".join) | st.text(max_size=80)
)
NOTATIONS = (
    "{m} × 10^-{e}", "{m}×10^-{e}", "{m} x 10-{e}", "{m} · 10^-{e}", "{m}e-{e}", "{m} × 10⁻{s}", "{m} × 10−{e}",
)  # fmt: skip
MANTISSAS = st.integers(100, 999).map(lambda n: n / 100)
EXPONENTS = st.integers(1, 12)


@given(NOISY_TEXT)
@settings(max_examples=400, deadline=None)
def test_quantities_of_any_text_have_sound_spans(text: str) -> None:
    found = find_quantities(text)
    position = 0
    for quantity in found:
        assert position <= quantity.start < quantity.number_end <= quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.surface
        assert quantity.low <= quantity.high
        position = quantity.end


@given(NOISY_TEXT)
@settings(max_examples=200, deadline=None)
def test_temperatures_and_cells_of_any_text(text: str) -> None:
    quantities, temperatures = find_quantities(text), find_temperatures(text)
    assert all(text[t.start : t.end] == t.surface and t.low <= t.high for t in temperatures)
    for quantity in quantities:
        chosen = SentenceTemperatures(text, quantities, temperatures).of(quantity.start, quantity.end)
        assert chosen is None or chosen in temperatures
    assert all(0 <= n.start < n.end <= len(text) for n in parse_cell(text))
    find_unit(text)


@given(NOISY_TEXT)
@settings(max_examples=200, deadline=None)
def test_sentences_part_the_text_at_blanks_only(text: str) -> None:
    spans = sentence_spans(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(
    MANTISSAS,
    EXPONENTS,
    st.sampled_from(NOTATIONS),
    st.sampled_from(["S cm^-1", "S/cm", "Scm^-1", "S·cm^-1", "S cm−1", "S cm⁻¹", "Ω^-1 cm^-1"]),
)
@settings(max_examples=300, deadline=None)
def test_a_value_survives_every_notation(mantissa: float, exponent: int, number: str, unit: str) -> None:
    superscript = str(exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    text = f"a conductivity of {number.format(m=mantissa, e=exponent, s=superscript)} {unit} was found"
    (found,) = find_quantities(text)
    assert found.kind is QuantityKind.CONDUCTIVITY
    assert found.low == found.high == pytest.approx(mantissa * 10.0**-exponent, rel=1e-9)


@given(st.lists(MANTISSAS, min_size=2, max_size=6))
@settings(max_examples=100, deadline=None)
def test_lists_of_any_length_share_their_unit(values: list[float]) -> None:
    text = f"showed {', '.join(map(str, values[:-1]))} and {values[-1]} mS cm^-1"
    assert [q.low for q in find_quantities(text)] == [pytest.approx(v / 1000) for v in values]
