"""Signs that were lost or exchanged: inferred from all units and powers of a document, else kept out of numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.mapped_text import MappedText
from corpus.reader import read_text
from corpus.repair import DocumentSigns
from corpus.repair.sign_evidence import CONTEXTS, FIRST_PLACE, Context, contexts_of
from extractors.quantities.finder import find_quantities

SUSPECT, OTHER = chr(FIRST_PLACE), chr(FIRST_PLACE + 1)


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.example)
def test_a_context_fits_its_example_and_not_its_counter(context: Context) -> None:
    def is_told(text: str) -> bool:
        places = re.finditer(SUSPECT, text.replace("?", SUSPECT).replace("!", OTHER))
        return any(context in contexts_of(place) for place in places)

    assert is_told(context.example) and not is_told(context.counter)


RIGHT = (
    "The glass Na3PS4 has an ionic conductivity of 2.7 × 10−5 S cm−1 at 25 °C, a bulk conductivity of 6.1 × 10−5 S cm−1"
    " at 60 °C and a grain boundary conductivity of 3.4 × 10−6 S cm−1. Others reach 10−4 S cm−1, or 1.5 × 10−3 S cm−1."
)
POWERS = [2.7e-5, 6.1e-5, 3.4e-6, 1e-4, 1.5e-3]


def conductivities(raw: str) -> list[float]:
    texts = [block.text.text for block in read_text(raw).evidence_blocks()]
    return [
        quantity.low for text in texts for quantity in find_quantities(text) if quantity.unit and "S" in quantity.unit
    ]


@pytest.mark.parametrize(
    ("minus", "times", "degree"),
    [
        ("\x00", "×", "°"),
        ("\x00", "\x02", "\x0e"),
        ("(cid:0)", "(cid:2)", "(cid:14)"),
        ("(cid:7)", "(cid:31)", "(cid:9)"),
        (" GLYPH<0> ", "GLYPH<2>", "GLYPH<14>"),
        (" /C0 ", "/C2", " /C14 "),
        ("À", "Â", "°"),
        ("Ϫ", "ϫ", "°"),
        ("¹", "©", "8"),
        ("\ufffd", "×", "°"),
        ("−", "9", "°"),
        ("−", "3", "8"),
        ("2", "×", "°"),
        ("2", "3", "°"),
        ("5", "×", "8"),
        (" ", "×", "°"),
    ],
)
def test_signs_are_inferred_from_the_whole_document(minus: str, times: str, degree: str) -> None:
    raw = RIGHT.replace("−", minus).replace("×", times).replace("°", degree)
    assert conductivities(raw) == pytest.approx(POWERS)
    assert minus == "−" or any(problem.code == "signs_inferred" for problem in read_text(raw).problems)


def test_exponents_apart_with_a_digit_for_their_sign() -> None:
    raw = RIGHT.replace("10−", "10 2").replace("cm−1", "cm 21").replace("×", "3")
    assert conductivities(raw) == pytest.approx(POWERS)


@pytest.mark.parametrize(
    ("value", "read"),
    [("0.35 \x05 0.02 eV", True), ("5.2 \x05 0.3 kJ/mol", True), ("0.35 \x05 0.62 eV", False)],
)
def test_a_lost_sign_before_a_small_error_is_plus_or_minus(value: str, read: bool) -> None:
    [block] = read_text(f"{RIGHT} The activation energy of the glass is {value}.").evidence_blocks()
    assert (value.replace("\x05", "±") in block.text.text) is read


def test_all_signs_left_out() -> None:
    raw = RIGHT.replace("−", " ").replace(" ×", "").replace(" 10 4 S", " 7.5 10 4 S")
    assert conductivities(raw) == pytest.approx([*POWERS[:3], 7.5e-4, POWERS[4]])


@pytest.mark.parametrize(
    "power",
    [
        "10−−6",
        "1 × 0 −6",
        "0−4",
        "4.510−5",
        "9.3 × 104",
        "2.9 × 10~5",
        "9.3 × 10?12",
        "2.6 × 10\ufffd4",
        "2.6 \ufffd 10\ufffd4",
    ],
)
def test_where_the_evidence_does_not_suffice_no_value_is_read(power: str) -> None:
    raw = f"The glass Na3PS4 has an ionic conductivity of {power} S cm−1 at 25 °C and one of 0.2 mS cm−1 at 30 °C."
    assert conductivities(raw) == pytest.approx([2e-4])
    assert [problem.code for problem in read_text(raw).problems] == ["signs_lost"]


@pytest.mark.parametrize(
    "raw",
    [
        "Müller and Ångström saw Na3PS4, is it 2 or 3? About ~10 samples of ~5 mm at 25 °C gave 2 mS/cm.",
        "Steps 3 10 and 4 10; a list: 8 C, 9 C. Fig. 1.2 9 runs.",
        "Films of 12 cm 10 mm, S cm 2 and 104 S/cm of graphite, 10 9 8.",
    ],
)
def test_sound_text_stays_as_it_is(raw: str) -> None:
    assert DocumentSigns.of(raw).read(MappedText.from_raw(raw)).text == raw


@given(
    st.lists(
        st.sampled_from([*RIGHT.split(), "\x00", "\x02", "À", "?", "\ufffd", "(cid:3)", "/C0", "104", "10 4"]),
        max_size=40,
    )
)
def test_every_sign_maps_into_the_raw_text(words: list[str]) -> None:
    raw = " ".join(words)
    text = DocumentSigns.of(raw).read(MappedText.from_raw(raw))
    spans = [text.raw_offsets(place) for place in range(len(text))]
    assert spans == sorted(spans) and all(0 <= low <= high <= len(raw) for low, high in spans)
    assert not any("\x00" <= sign < "\x09" or sign >= "\U000f0000" for sign in text.text)


@given(st.integers(0, 2**32), st.sampled_from(["\x00", "À", "?", "\ufffd", "", "2", "~"]))
def test_no_value_is_invented_when_some_signs_are_damaged(seed: int, damage: str) -> None:
    raw = "".join(damage if sign == "−" and (seed >> index % 32) & 1 else sign for index, sign in enumerate(RIGHT))
    assert all(any(value == pytest.approx(right) for right in POWERS) for value in conductivities(raw)), raw
