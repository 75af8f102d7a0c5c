"""Ways in which converters and typesetters write powers, units and formulas: all are read as one."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from tests.corpus.repair.cleaned import cleaned

WAYS = [
    r"\SI{4.3e-3}{\siemens\per\centi\meter}",
    r"\SI[per-mode=power]{4.3e-3}{S\,cm^{-1}}",
    r"\qty{4.3e-3}{\siemens\per\cm}",
    r"\num{4.3e-3} \unit{\siemens\per\centi\metre}",
    r"$4.3 \times 10^(-3} \text{ S cm}^{-1}$",
    "4.3 × 10^−3^ S cm^−1^",
    "4.3 × 10<sup>-3</sup> S<br>cm<sup>-1</sup>",
    r"\( 4.3 \times 10^{-3} \) S cm\(^{-1}\)",
    "4.3 × 10^{- 3} S cm^{- 1}",
    r"$4 . 3 \times 1 0 ^ { - 3 } \mathrm { ~ S ~ c m } ^ { - 1 }$",
    r"$4.3 \times 10^{-3}~\mathrm{S~cm^{-1}}$",
    r"$4. 3 \times 1 0 ^ {- 3} \mathrm {S c m} ^ {- 1}$",
    r"$ 4.3 \times 10^{-3} \mathrm{S\,cm}^{-1} $",
    r"\( 4. 3 \times 1 0 ^ {- 3} ~ \mathrm {S} ~ \mathrm {c m} ^ {- 1} \)",
    "4.3 × 10–³ S cm–¹",
    "4.3*10**-3 S cm-1",
    "4.3 &times; 10&#8722;3 S cm&#8722;1",
    r"4.3 \times 10\textsuperscript{-3} S\,cm\textsuperscript{-1}",
    "4.3 × 10−3 S\u202fcm−1",
    "![fig](a_4.3.png)4.3 × 10-3 S cm-1",
]


@pytest.mark.parametrize("way", WAYS)
def test_a_conductivity_is_read_whatever_wrote_it(way: str) -> None:
    document = read_text(f"The glass Na3PS4 has an ionic conductivity of {way} at 25 °C.")
    assert document.blocks[0].text.text == "The glass Na3PS4 has an ionic conductivity of 4.3 × 10^-3 S cm^-1 at 25 °C."


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (r"\qtyrange{20}{60}{\celsius} and \SI{3}{\milli\gram\per\square\centi\meter}", "20–60 °C and 3 mg cm^-2"),
        ("Na~3~PS~4~ and $\\mathrm { N a _ { 3 } P S _ { 4 } }$", "Na3PS4 and Na3PS4"),
        (r"$\mathrm {N a} _ {3} \mathrm {P S} _ {4}$ at $2 5 ^ {\circ} \mathrm {C}$", "Na3PS4 at 25 °C"),
        ("of $ 5 a day, $ 10 a week", "of $ 5 a day, $ 10 a week"),
        ("read [here](https://a.b/c) and [there](#d)", "read here and there"),
        ("about ~5 % to ~7 %", "about ~5 % to ~7 %"),
        ("**bold** words", "bold words"),
    ],
)
def test_other_marks(raw: str, expected: str) -> None:
    assert cleaned(raw)[0].text == expected


def test_a_link_on_a_number_still_cites() -> None:
    assert [citation.numbers for citation in cleaned("It flows [12](#ref12).")[1]] == [(12,)]
