"""Exponents and degree signs that stand on lines of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.mapped_text import MappedText
from corpus.reader import read_text
from corpus.repair.displaced_scripts import restore_scripts


def restored(raw: str) -> str:
    text = restore_scripts(MappedText.from_raw(raw))[0].text
    return " ".join(text.split())


RAW = (
    "The total ionic conductivity of Na3PS4 was 2.7 × 10\n−1, and the activation energy of the solid electrolyte was\n"
    "0.28 eV. That of Li3PS4 pressed at 60\nC was (~10\n−1) in the same cell.\n\n{first} S·cm\n\n{second} S·cm\n\n◦\n"
)


def test_exponents_below_their_paragraph() -> None:
    told = restored(RAW.format(first="−5", second="−4"))
    assert "2.7 × 10−5 S·cm−1, and" in told and "(~10−4 S·cm−1) in" in told and "at 60 °C was" in told
    assert told.endswith("the same cell.")


def test_no_value_is_read_where_exponents_and_powers_do_not_agree() -> None:
    raw = RAW.format(first="−5", second="−4") + "\n−3 S·cm\n"
    document = read_text(raw)
    assert [problem.code for problem in document.problems if problem.code.startswith("scripts")] == [
        "scripts_displaced"
    ]
    assert not any("10^-" in block.text.text for block in document.blocks)


@pytest.mark.parametrize("above", [True, False])
def test_a_line_of_exponents_beside_its_line(above: bool) -> None:
    line, scripts = (
        "reached 3.5 × 10   S cm   and 2.1 × 10   S cm   in all",
        "           −4       −1          −3       −1",
    )
    raw = f"The cells\n{scripts}\n{line}\nof them." if above else f"The cells\n{line}\n{scripts}\nof them."
    told = restored(raw)
    assert "3.5 × 10−4 S cm−1 and 2.1 × 10−3 S cm−1 in all" in told


def test_what_stands_behind_a_gap_keeps_its_place() -> None:
    raw = "LLZO    2.1 × 10−4 S     4.6 V\n            −1\n        S cm      at     5.1 V\n"
    text = restore_scripts(MappedText.from_raw(raw))[0].text
    assert text.splitlines()[-1] == "        S cm−1    at     5.1 V"


@pytest.mark.parametrize(
    "raw", ["a list\n−4\n−5\nof numbers", "pressed at 60\nC was used", "made of 10\nsamples, −1 V\n−1 V", "−4 S·cm"]
)
def test_other_lines_stay(raw: str) -> None:
    assert restored(raw) == " ".join(raw.replace("−4 S·cm", "").split())


@given(
    st.lists(
        st.sampled_from(["× 10", "\n", "−1", "−4 S·cm", "◦", "60", "C for", "\f", "S cm", "  ", "text"]), max_size=40
    )
)
def test_the_map_stays_within_the_text(pieces: list[str]) -> None:
    raw = "".join(pieces)
    text = restore_scripts(MappedText.from_raw(raw))[0]
    spans = [text.raw_offsets(place) for place in range(len(text))]
    assert spans == sorted(spans) and all(0 <= low <= high <= len(raw) for low, high in spans)
