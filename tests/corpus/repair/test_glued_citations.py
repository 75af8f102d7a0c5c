"""Numbers whose superscript was lost, glued to a unit, a bracket, a formula. Sentences are our own."""

from __future__ import annotations

import pytest

from corpus.mapped_text import MappedText
from corpus.reader import read_text
from corpus.repair.glued_citations import Place, place_of, places

ENTRIES = "".join(f"{n}. A. Bauer, C. Dorn, J. Ions {n}, 1 (2020).\n" for n in range(1, 61))
HEAD = "# Solid electrolytes: a review\n\nThe ionic conductivity of solid electrolytes is told.\n\n## Introduction\n\n"
STYLE = "Films crack badly.1,2 Glasses flow at last.3 Grains grow fast.4 "


def cited(sentence: str) -> tuple[str, list[tuple[int, ...]]]:
    document = read_text(f"{HEAD}{STYLE}{sentence}\n\nReferences\n\n{ENTRIES}")
    block = list(document.evidence_blocks())[-1]
    start = len("Films crack badly. Glasses flow at last. Grains grow fast. ")
    return block.text.text[start:], [c.numbers for c in block.citations if c.position >= start]


@pytest.mark.parametrize("place", places(), ids=lambda place: place.name)
def test_every_place_fits_its_example_and_not_its_counter(place: Place) -> None:
    found = place_of(f"{place.example}12", len(place.example))
    assert found is not None and found.name == place.name
    assert place_of(f"{place.counter}12", len(place.counter)) is not place


@pytest.mark.parametrize(
    ("sentence", "text", "numbers"),
    [
        ("It has 3.1 mS cm−1 at RT17. It lasts.", "It has 3.1 mS cm^-1 at RT. It lasts.", [(17,)]),
        (
            "It has 3.1 mS cm−1 at 323 K17,19–21. It lasts.",
            "It has 3.1 mS cm^-1 at 323 K. It lasts.",
            [(17, 19, 20, 21)],
        ),
        ("It was fired at 800 °C38 for long.", "It was fired at 800 °C for long.", [(38,)]),
        ("The barrier is 0.44 eV55. It falls.", "The barrier is 0.44 eV. It falls.", [(55,)]),
        ("A pellet (3.1 mS cm−1)26 and more.", "A pellet (3.1 mS cm^-1) and more.", [(26,)]),
        ("A pellet (0.3 S/cm)26 and more.", "A pellet (0.3 S/cm) and more.", [(26,)]),
        ("It is fast. Adams and Ott17 told it.", "It is fast. Adams and Ott told it.", [(17,)]),
        ("It has 3.1 mS cm−1 44. It lasts.", "It has 3.1 mS cm^-1. It lasts.", [(44,)]),
        ("It has 3.1 mS cm−1 44 at 25 °C.", "It has 3.1 mS cm^-1 at 25 °C.", [(44,)]),
        ("Both Na3PS4 and Na3PS427 conduct.", "Both Na3PS4 and Na3PS4 conduct.", [(27,)]),
        ("The best pellet has x = 211. It lasts.", "The best pellet has x = 2. It lasts.", [(11,)]),
    ],
)
def test_citations_glued_to_units_brackets_and_formulas(
    sentence: str, text: str, numbers: list[tuple[int, ...]]
) -> None:
    assert cited(sentence) == (text, numbers)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was held at 3.1 mS cm^-1 12 h long.",
        "The series Na3Hf2(SiO4)2(PO4)1 is known.",
        "Of Li2S and Li2S8 only one is solid.",
        "The anode Ni3K12 was new.",
        "It has 3.1 mS cm^-1 at RT99. It lasts.",  # the list of references is shorter
    ],
)
def test_numbers_that_are_none(sentence: str) -> None:
    assert cited(sentence) == (sentence, [])


def test_author_and_year() -> None:
    entries = (
        "Roe, B., Doe, A., 2018. Fast ions. J. Ions 1, 2.\n\nRoe, B., 2019a. Slow ions. J. Ions 2, 2.\n\n"
        "Roe, B., 2019b. Ions. J. Ions 3, 2.\n\nWölk, T., Kim, S., Lee, J., 2020. More ions. J. Ions 4, 2.\n"
    )
    body = (
        "Roe and Doe (2018) milled glasses. They conduct (Wolk et al., 2020; Roe, 2019a). Ions hop (Roe 2019b). "
        "Others (Moe, 1999) disagree, in 2020."
    )
    document = read_text(f"{HEAD}{body}\n\nReferences\n\n{entries}")
    block = list(document.evidence_blocks())[-1]
    assert block.text.text == (
        "Roe and Doe milled glasses. They conduct. Ions hop. Others (Moe, 1999) disagree, in 2020."
    )
    assert [(c.numbers, c.narrative) for c in block.citations] == [((1,), True), ((4, 2), False), ((3,), False)]


def test_footnotes_are_a_bibliography() -> None:
    notes = "".join(f"[^{n}]: A. Bauer, C. Dorn, J. Ions {n}, 1 (2020).\n\n" for n in range(1, 4))
    document = read_text(f"{HEAD}Glasses conduct well [^2]. Films do not.[^3]\n\n## References\n\n{notes}")
    block = list(document.evidence_blocks())[-1]
    assert [c.numbers for c in block.citations] == [(2,), (3,)]
    assert sorted(document.bibliography) == [1, 2, 3]


def test_numbers_in_round_brackets() -> None:
    document = read_text(
        f"{HEAD}Glasses conduct well (1–3). Films (see Figure 2) do not (2).\n\nReferences\n\n{ENTRIES}"
    )
    block = list(document.evidence_blocks())[-1]
    assert [c.numbers for c in block.citations] == [(1, 2, 3), (2,)]


def test_offsets_of_what_stands_around_a_citation_are_kept() -> None:
    raw = f"{HEAD}{STYLE}It has 3.1 mS cm−1 at RT17. It lasts.\n\nReferences\n\n{ENTRIES}"
    text: MappedText = list(read_text(raw).evidence_blocks())[-1].text
    at = text.text.index("It lasts")
    assert text.raw_span(at, at + 8) == (raw.index("It lasts"), raw.index("It lasts") + 8)


def test_amounts_printed_apart_from_their_element_are_no_citations() -> None:
    assert cited("The phases Na 5 Y 2 P 5 O 18 and NaTiPO 5 conduct.")[1] == []


def test_a_raised_number_behind_a_decimal_is_a_citation_and_behind_a_ten_a_power() -> None:
    assert cited("It has 0.7^{12} mS cm−1 and 4 × 10^{12} sites in 0.5^{2} m.") == (
        "It has 0.7 mS cm^-1 and 4 × 10^12 sites in 0.5^2 m.", [(12,)]
    )  # fmt: skip
