"""Blanks lost between words and before quantities, and line ends that became blanks. Sentences are our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.mapped_text import MappedText
from corpus.repair import Profile, profile_of, repair_with_citations
from corpus.repair.lost_blanks import set_blanks
from tests.corpus.repair.cleaned import repair

LOST = "The conductivityof glass, andthe glasses exhibitedthe phase ofthe ceramic. "
APART = "The conduc- tivity and struc- ture of electro- lytes. The conductivity, structure and electrolytes. "


def clean(raw: str, habit: str = "") -> str:
    return repair(MappedText.from_raw(raw), profile_of(habit + raw)).text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a value of2.6 × 10−5 S cm−1", "a value of 2.6 × 10^-5 S cm^-1"),
        ("it reached4.4 mS cm−1 at40 °C", "it reached 4.4 mS cm^-1 at 40 °C"),
        ("barriers from0.21 eV to0.35 eV", "barriers from 0.21 eV to 0.35 eV"),
        ("of10-6 S cm-1is low", "of 10^-6 S cm^-1 is low"),
        ("above 10-5 Scm-1", "above 10^-5 S cm^-1"),
    ],
)
def test_quantities_glued_to_a_word(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    "raw",
    ["UVis3 nm light", "sample2 h later", "the of12 series", "Vis1.2 eV", "x0.5 mol", "grade A-at5 K", "cm^-1isolated"],
)
def test_names_with_numbers_stay(raw: str) -> None:
    assert clean(raw) == raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a highionic conductivity", "a high ionic conductivity"),
        ("thesodium and roomtemperature", "the sodium and room-temperature"),
        ("anelectrochemical window", "an electrochemical window"),
        ("ahigh conductivity isobtained", "a high conductivity is obtained"),
        ("solidelectrolytesinthecomposition", "solid electrolytes in the composition"),
        ("Amongthe sulfideglasses", "Among the sulfide glasses"),
        ("Na3PS4glass andNa2S", "Na3PS4 glass and Na2S"),
        ("theβ-Na3PS4 phase", "the β-Na3PS4 phase"),
        ("high conductivities(>10−4 S cm−1)", "high conductivities (>10^-4 S cm^-1)"),
        ("demonstratingthe trend", "demonstrating the trend"),
    ],
)
def test_words_are_cut_where_blanks_are_lost(raw: str, expected: str) -> None:
    assert clean(raw, LOST) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "anionic and anions without inorganic or isotropic parts within another island",
        "therefore the theory of thermal withstanding, understanding and formation",
        "Fe(II) salts, semiconductors and superionics; the sandwich breathes",
        "considerations of transformations and combinations, electrolysis and synthesis",
    ],
)
def test_words_that_look_like_two_stay(raw: str) -> None:
    assert clean(raw, LOST) == raw


def test_nothing_is_cut_in_a_text_that_keeps_its_blanks() -> None:
    raw = "a highionic glass of thesodium kind"
    assert clean(raw, "The conductivity of the glass and the phase. ") == raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("high conduc- tivity and struc- ture", "high conductivity and structure"),
        ("pre- and post-treatment, low- to high-energy", "pre- and post-treatment, low- to high-energy"),
    ],
)
def test_line_ends_that_became_blanks(raw: str, expected: str) -> None:
    assert clean(raw, APART) == expected


def test_a_hyphen_before_a_blank_stays_without_the_habit() -> None:
    assert clean("a semi- conducting layer") == "a semi- conducting layer"


@pytest.mark.parametrize(
    ("raw", "text", "numbers"),
    [
        ("of S^{2-,14} and more", "of S^2- and more", [(14,)]),
        ("of $Na^{+, 3–5}$ here", "of Na^+ here", [(3, 4, 5)]),
        ("of O^{2-} and PO_4^{3-}", "of O^2- and PO4^3-", []),
    ],
)
def test_a_citation_behind_a_charge(raw: str, text: str, numbers: list[tuple[int, ...]]) -> None:
    found, citations = repair_with_citations(MappedText.from_raw(raw), Profile())
    assert (found.text, [citation.numbers for citation in citations]) == (text, numbers)


@given(st.lists(st.sampled_from(["the", "solid", "glass", "of", "1.2 eV", "10-3 S cm-1", "y", " "]), max_size=12))
def test_only_blanks_are_set(pieces: list[str]) -> None:
    raw = "".join(pieces)
    text = set_blanks(MappedText.from_raw(raw), profile_of(LOST + raw))
    assert text.text.replace(" ", "") == raw.replace(" ", "")
    for position, character in enumerate(text.text):
        start, end = text.raw_offsets(position)
        assert raw[start:end] == character or (character == " " and start == end)
