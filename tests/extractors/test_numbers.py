"""The grammar of numbers: every accepted spelling is read back, a damaged one gives no number or the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.quantities import find_quantities
from extractors.quantities.numbers import find_numbers

POWERS = (
    *("{m} × 10^-{e}", "{m}×10^{{-{e}}}", "{m} x 10-{e}", "{m} · 10^-{e}", "{m}e-{e}", "{m} 10^-{e}", "{m}*10**-{e}"),
    *("{m} x 10(-{e})", "{m} 9 10^-{e}", "{m} × 10E-{e}", "{m} × 10^(-{e}}}", "({m} ± 0.01) × 10^-{e}"),
)
PLAIN = ("{m}", "{m} ± 0.1", "{m}(2)", "{m} +/- 0.1", "({m} ± 0.1)")
HUNDREDTHS = st.integers(101, 999).map(lambda n: f"{n // 100}.{n % 100:02d}")
EXPONENTS = st.integers(1, 12)


@given(HUNDREDTHS, EXPONENTS, st.sampled_from(POWERS))
@settings(max_examples=300, deadline=None)
def test_every_spelling_of_a_power_is_read_back(mantissa: str, exponent: int, spelling: str) -> None:
    (number,) = find_numbers(spelling.format(m=mantissa, e=exponent) + " S cm^-1")
    assert number.low == number.high == pytest.approx(float(mantissa) * 10.0**-exponent)


@given(HUNDREDTHS, st.sampled_from(PLAIN))
@settings(max_examples=100, deadline=None)
def test_every_spelling_without_a_power_is_read_back(mantissa: str, spelling: str) -> None:
    (number,) = find_numbers(spelling.format(m=mantissa) + " mS")
    assert number.low == number.high == float(mantissa)


@given(HUNDREDTHS, EXPONENTS, st.sampled_from(POWERS), st.data())
@settings(max_examples=400, deadline=None)
def test_a_lost_sign_gives_no_value_or_the_same(
    mantissa: str, exponent: int, spelling: str, data: st.DataObject
) -> None:
    """Every sign of the number but blanks may be lost: to a mark of loss or a question mark."""
    number = spelling.format(m=mantissa, e=exponent)
    place = data.draw(st.sampled_from([i for i, sign in enumerate(number) if sign in "×x·*^-−"] or [0]))
    lost = data.draw(st.sampled_from(["\ufffd", "\x00", "\x01", "?", "\ue0ab"]))
    damaged = f"shows {number[:place]}{lost}{number[place + 1 :]} S cm^-1 here"
    value = float(mantissa) * 10.0**-exponent
    assert all(q.low == q.high == pytest.approx(value) for q in find_quantities(damaged))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("6. 21 × 10^-4 S cm^-1", 6.21e-4, 6.21e-4),
        ("12 .5 mS cm^-1", 0.0125, 0.0125),
        ("3,4 mS cm^-1", 0.0034, 0.0034),
        ("0·42 mS cm^-1", 0.00042, 0.00042),
        ("2 300 μS/cm", 0.0023, 0.0023),
        ("2.10-5 S cm^-1", 2e-5, 2e-5),
        ("10^-3.5 S/cm", 10**-3.5, 10**-3.5),
        ("15–30 mS/cm", 0.015, 0.03),
        ("between 700 μS/cm and 2.1 mS/cm", 0.0007, 0.0021),
        ("showing2.4×10^-3 S/cm", 0.0024, 0.0024),
        ("1~3 mS/cm", 0.001, 0.003),
        ("2.4 × 10^-4 s cm^-1", 2.4e-4, 2.4e-4),
        ("2.4 mS-cm-1", 0.0024, 0.0024),
    ],
)
def test_odd_spellings(text: str, low: float, high: float) -> None:
    (found,) = find_quantities(text)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    "text",
    [
        *("10--5 S/cm", "2 × 0 -5 S cm^-1", "0-5 S cm^-1", "3.1 × 10~4 S/cm", "3.1 × 10?4 S/cm", "3.1 × 104 S/cm"),
        *("3.110-4 S/cm", "0442 eV", "-3 S/cm", "0 S/cm", "-0.2 eV", "0 eV", "10~4 mS/cm", "0-.4 mS/cm"),
        *("Figure 2 S/cm", "grant No. 4711 mS/cm", "3.1 × 10 4 S cm 1", "3.1 \ufffd 10\ufffd4 S cm\ufffd1"),
    ],
)
def test_what_is_damaged_or_labels_something_is_no_value(text: str) -> None:
    assert find_quantities(f"It shows {text} here.") == []


def test_a_negative_temperature_in_words() -> None:
    assert [q.low for q in find_quantities("at minus 30 °C")] == [243.15]
