"""Columns that a converter kept side by side are read one after the other; tables and single columns stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import BlockKind
from corpus.reader import read_text
from corpus.structure.printed_columns import in_reading_order
from extractors.extract import extract

LEFT = [
    "The salt was milled for ten hours in",
    "a jar and pressed into a pellet that",
    "was heated at 300 °C for 5 h. The",
    "ionic conductivity of the glass Na3PS4",
    "is 0.2 mS cm−1 at 25 °C, while that of",
    "the pure crystal is lower by a half of",
    "what was told before. Solid electrolytes",
    "of this kind are easily made by hand",
    "and kept in a dry room for a year.",
]
RIGHT = [
    "In the next part we look at Na3SbS4,",
    "a solid electrolyte with a cage that",
    "is wider than all others. It reaches a",
    "conductivity of 1.1 mS cm−1 in summer.",
    "Its activation energy is 0.22 eV since",
    "the ions find more room to move along",
    "the walls of the cage and between them,",
    "where no other ions stand in their way",
    "and where the sulfur is soft and large.",
]


def printed(left: list[str], right: list[str]) -> str:
    return "\n".join(f"{one:<46}{other}" for one, other in zip(left, right, strict=True))


def test_two_columns_are_read_one_after_the_other() -> None:
    title = "A word on two salts of sodium over the whole width of the page, as a running head prints it"
    raw = f"{title}\n{printed(LEFT, RIGHT)}\n\f{printed(RIGHT, LEFT)}\n"
    read = in_reading_order(raw)
    assert [line for line in read.text.splitlines() if line][1:19] == [*LEFT, *RIGHT]
    start = read.text.index("1.1 mS")
    assert raw[slice(*read.raw_span(start, start + 6))] == "1.1 mS"
    found = {(each.material, each.kind) for each in extract(read_text(raw))}
    assert {("Na3PS4", "conductivity"), ("Na3SbS4", "conductivity"), ("Na3SbS4", "activation_energy")} <= found


def test_a_table_and_a_single_column_stay_as_they_are() -> None:
    rows = [f"Na{n}PS4 glass           ball milling              0.{n} mS/cm            25 °C" for n in range(1, 15)]
    single = [f"{one} {other}" for one, other in zip(LEFT, RIGHT, strict=True)]
    for lines in (rows, single):
        raw = "\n".join(lines)
        assert in_reading_order(raw).text == raw


def test_headings_of_the_right_column_are_found() -> None:
    raw = printed(["Results", *LEFT], ["Methods", *RIGHT]) + "\n"
    headings = [block.text.text for block in read_text(raw).blocks if block.kind is BlockKind.HEADING]
    assert headings == ["Results", "Methods"]


@given(st.lists(st.tuples(st.sampled_from(LEFT), st.sampled_from(RIGHT), st.booleans()), max_size=30))
def test_no_word_is_lost(rows: list[tuple[str, str, bool]]) -> None:
    raw = "\n".join(f"{one} and {other}" if wide else f"{one:<46}{other}" for one, other, wide in rows)
    assert sorted(in_reading_order(raw).text.split()) == sorted(raw.split())


ACROSS = [
    f"{'Sample':<12}{'Sintered at (°C)':<22}{'Time (h)':<12}{'Density (%)':<18}{'σ (mS cm−1)':<16}Ea (eV)",
    *(
        f"{name:<12}{heat:<22}{hours:<12}{dense:<18}{value:<16}{energy}"
        for name, heat, hours, dense, value, energy in (
            ("Na3PS4", "270", "4", "84.1", "0.31", "0.29"),
            ("Na3PSe4", "280", "4", "88.7", "1.16", "0.21"),
            ("Na3SbSe4", "300", "8", "90.2", "0.85", "0.19"),
            ("Na4SnS4", "550", "8", "92.6", "0.012", "0.53"),
        )
    ),
]


def test_a_table_over_both_columns_is_not_parted() -> None:
    caption = "Table 1. How the pellets were made and what they conduct, over the whole width of the page"
    raw = "\n".join([caption, *ACROSS, "", printed(LEFT, RIGHT), printed(RIGHT, LEFT)])
    read = in_reading_order(raw).text
    assert all(row in read for row in ACROSS)
    assert "\n".join(LEFT) in read
    found = {(each.material, each.value_low) for each in extract(read_text(raw)) if each.kind == "conductivity"}
    assert {("Na3PSe4", 0.00116), ("Na4SnS4", 0.000012)} <= found


def test_a_table_in_one_column_is_parted_from_the_text_beside_it() -> None:
    rows = ["Salt          σ (mS cm−1)   Ea (eV)", *(f"Na{n}SbS4        1.{n}           0.2{n}" for n in range(1, 6))]
    raw = "\n".join([printed(rows, RIGHT[:6]), printed(LEFT, RIGHT), printed(RIGHT, LEFT)])
    assert "\n".join(RIGHT[:6]) in in_reading_order(raw).text
