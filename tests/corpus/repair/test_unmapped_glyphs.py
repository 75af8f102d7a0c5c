"""Glyphs without a character, ``(cid:N)``: read where the document shows what they are, else kept out of numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.repair.cleaned import cleaned


def lift(raw: str, habit: str = "") -> tuple[str, list[tuple[int, ...]]]:
    text, citations = cleaned(raw, habit)
    return text.text, [citation.numbers for citation in citations]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("4.1 (cid:7) 10(cid:3)6 S cm(cid:3)1", "4.1 × 10^-6 S cm^-1"),
        ("from 10(cid:1)7–10(cid:1)5 S cm(cid:1)1", "from 10^-7–10^-5 S cm^-1"),
        ("at 70 (cid:4)C for 3 h", "at 70 °C for 3 h"),
        ("Na3(cid:2)xSb1(cid:2)xWxS4 and (100 (cid:2) x)Na2S", "Na3-xSb1-xWxS4 and (100-x)Na2S"),
        ("60Na2S(cid:9)40SiS2 glass", "60Na2S-40SiS2 glass"),
        ("0 (cid:5) x (cid:5) 0.4", "0 ≤ x ≤ 0.4"),
        ("a film of 8 (cid:6)m", "a film of 8 μm"),
        ("the conductivity (cid:8) = 3.0 mS cm(cid:2)1", "the conductivity σ = 3.0 mS cm^-1"),
        ("O2(cid:3) and Cl(cid:3) at 10(cid:3)3 S cm(cid:3)1", "O^2- and Cl^- at 10^-3 S cm^-1"),
        ("a con(cid:12)guration of (cid:12)ne grains", "a configuration of fine grains"),
        ("with of (cid:9) 5 nm and by (cid:9) 3 %", "with of ~ 5 nm and by ~ 3 %"),
    ],
)
def test_signs_told_by_what_stands_around_them(raw: str, expected: str) -> None:
    assert lift(raw)[0] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("melted at (cid:2)20 V", "melted at −20 V"),  # read elsewhere in the document
        ("(cid:21)3 mS and 2.1 (cid:6) 0.1 eV", "≥3 mS and 2.1 ± 0.1 eV"),  # by the numbering of the font
    ],
)
def test_signs_told_by_the_rest_of_the_document(raw: str, expected: str) -> None:
    habit = (
        "Of 2 (cid:2) 10(cid:0)4 S cm(cid:0)1. "
        if "21" in raw
        else "Of 2 (cid:5) 10(cid:2)4 S cm(cid:2)1 at 30 (cid:9)C. "
    )
    assert lift(raw, habit)[0] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("cells(cid:2) and 10(cid:4)3 runs", "cells\ufffd and 10\ufffd3 runs"),
        ("a value of 5(cid:4)2", "a value of 5\ufffd2"),
        ("the name Mu(cid:3)oz", "the name Mu\ufffdoz"),
    ],
)
def test_others_are_kept_out_of_numbers_and_words(raw: str, expected: str) -> None:
    assert lift(raw)[0] == expected


def test_a_code_of_two_fonts_has_no_reading_of_its_own() -> None:
    habit = "Of 10(cid:2)4 S cm(cid:2)1. At 30 (cid:2)C, 40 (cid:2)C. "
    assert lift("It is (cid:2)7", habit)[0] == "It is \ufffd7"
    assert lift("of 10(cid:2)6 S at 50 (cid:2)C", habit)[0] == "of 10^-6 S at 50 °C"


def test_a_code_is_no_citation() -> None:
    habit = "In cells.1 In glass.2 In salts.3,4 "
    raw = "the cells(cid:2) and 7 (cid:3) 10(cid:2)5 S cm(cid:2)1.9 Then"
    assert lift(raw, habit)[1] == [(9,)]


@pytest.mark.parametrize("raw", ["acid: 2", "(cid:)", "(cid:x)", "see (2)"])
def test_what_is_no_code(raw: str) -> None:
    assert lift(raw)[0] == raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("(Z2 mS cm−1) and (o10−7 S cm−1) at 45 1C and 90 1C", "(≥2 mS cm^-1) and (<10^-7 S cm^-1) at 45 °C and 90 °C"),
        ("sample B2 at 45 1C and 90 1C", "sample B2 at 45 °C and 90 °C"),
        ("a cell Z2 mS run at 45 °C", "a cell Z2 mS run at 45 °C"),
    ],
)
def test_letters_of_a_lost_mathematical_font(raw: str, expected: str) -> None:
    assert lift(raw)[0] == expected


@given(
    st.lists(st.sampled_from(["(cid:2)", "(cid:31)", "10", "4", " S cm", "x", "C", " ", "of", "fi", "\n"]), max_size=14)
)
def test_every_sign_knows_its_code(pieces: list[str]) -> None:
    raw = "".join(pieces)
    text = cleaned(raw)[0]
    assert "(cid" not in text.text
    for position, sign in enumerate(text.text):
        start, end = text.raw_offsets(position)
        if sign == "\ufffd":
            put_in = start == end and raw[:start].endswith("10")  # a power whose sign is lost: "1010 S cm"
            assert put_in or raw[start:end].startswith("(cid:")
        elif sign.isdigit():
            of_power = raw[:start].endswith("10") and raw[start:end].startswith("(cid:")  # its exponent is one token
            assert raw[start:end] == sign or (of_power and sign in raw[start:end].partition(")")[2])


def test_an_exponent_is_one_with_its_sign() -> None:
    text = cleaned("10x10(cid:2)10")[0]
    assert text.text == "10 × 10^−10" and text.raw_offsets(len(text.text) - 1) == (5, 14)
