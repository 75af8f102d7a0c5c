"""Every clean character knows the raw characters it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.mapped_text import Edit, MappedText
from corpus.repair import Profile, profile_of, repair_with_citations
from tests.corpus.repair.cleaned import repair

PIECES = [
    "Li", "Na", "PS", "La", "Zr", "O", "(PO", ")", "S cm", "mS cm", "10", "7", "0.5", "x", " and ", " ", ". ",
    ", ", "\n", "-\n", "\n\n", "₂", "₃", "₁₂", "⁻¹", "⁻⁴", "⁺", "^{-1}", "^{-4}", "_{1.5}", "_3", "_{6,4}",
    r"\text{Li}", r"\times", r"\cdot", "$", "{", "}", "^", "_", "\\", "[12]", "[3–5]", "conductivity", "glass",
    "cells.12", "−", "–", "-", "·", "×", "°C", "° C", "\times 10", " imes", "\ue103", "ﬁ", "/uniFB01",
    " GLYPH<0> ", "*et al.*", "eV", "~", "∼", "≤", "#", "\ue09d", "é", "\t",
    "(cid:2)", "(cid:14)", "conductivityof", "andthe", "exhibitedthe", "of1.2 eV", "conduc- tivity", "(2 of 30)",
    "© 2019 WILEY-VCH", "1900123 (2 of 30)", "^{2-,14}",
]  # fmt: skip
RAW = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(RAW)
def test_every_clean_character_maps_into_the_raw_text(raw: str) -> None:
    text, citations = repair_with_citations(MappedText.from_raw(raw), profile_of(raw))
    previous = 0
    for position in range(len(text)):
        start, end = text.raw_offsets(position)
        assert 0 <= start <= end <= len(raw)
        assert start >= previous or start == end
        previous = max(previous, start)
    for citation in citations:
        assert 0 <= citation.position <= len(text)
        assert 0 <= citation.raw_start < citation.raw_end <= len(raw)


@given(RAW)
def test_raw_spans_are_ordered_and_cover_their_characters(raw: str) -> None:
    text = repair(MappedText.from_raw(raw), Profile())
    for cut in range(len(text)):
        low, high = text.raw_span(0, cut), text.raw_span(cut, len(text))
        assert low[0] <= high[1]
        assert text.raw_span(cut, cut + 1) == text.raw_offsets(cut)


@given(RAW)
def test_unchanged_characters_map_to_themselves(raw: str) -> None:
    text = repair(MappedText.from_raw(raw), Profile())
    for position, character in enumerate(text.text):
        start, end = text.raw_offsets(position)
        if character.isalpha() and character.isascii() and end - start == 1 and raw[start].isascii():
            assert raw[start] in (character, "\t", "\\")


@given(RAW)
def test_clean_text_has_no_marks_and_single_spaces(raw: str) -> None:
    clean = repair(MappedText.from_raw(raw), Profile()).text
    assert not {"\x02", "\x03", "\n", "\t", "₂", "⁻", "\ue103"} & set(clean)
    assert "  " not in clean
    assert clean == clean.strip()


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x3000), max_size=80))
def test_no_text_breaks_repair(raw: str) -> None:
    text = repair(MappedText.from_raw(raw), profile_of(raw))
    assert all(text.raw_offsets(i)[1] <= len(raw) for i in range(len(text)))


@given(st.text("ab c", max_size=30), st.data())
def test_edits_keep_the_map_of_what_they_leave(raw: str, data: st.DataObject) -> None:
    cuts = sorted(
        data.draw(st.lists(st.integers(0, len(raw)), min_size=2, max_size=6).filter(lambda c: len(c) % 2 == 0))
    )
    edits = [
        Edit(a, b, data.draw(st.sampled_from(["", "X", "YZ"]))) for a, b in zip(cuts[::2], cuts[1::2], strict=True)
    ]
    text = MappedText.from_raw(raw).edit(edits)
    expected, position = "", 0
    for edit in edits:
        expected += raw[position : edit.start] + edit.replacement
        position = edit.end
    assert text.text == expected + raw[position:]
    for index, character in enumerate(text.text):
        if character not in "XYZ":
            start, end = text.raw_offsets(index)
            assert character in raw[start:end]


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        MappedText.from_raw("abcdef").edit([Edit(0, 3, ""), Edit(2, 4, "")])


def test_joined_parts_keep_their_own_places() -> None:
    raw = "left half|right half"
    joined = MappedText.join([MappedText.from_raw(raw, 0, 4), " ", MappedText.from_raw(raw, 10, 15)])
    assert joined.text == "left right"
    assert joined.raw_span(5, 10) == (10, 15)
    assert joined.raw_span(4, 5) == (4, 4)


def test_the_raw_span_of_a_repaired_value_is_its_raw_surface() -> None:
    raw = r"It had $2.6 \times 10^{-5} \text{ S cm}^{-1}$ at RT."
    text = repair(MappedText.from_raw(raw), Profile())
    start = text.text.index("2.6")
    low, high = text.raw_span(start, text.text.index(" at RT"))
    assert raw[low:high] == r"2.6 \times 10^{-5} \text{ S cm}^{-1}$"[:-1] or raw[low:high].startswith("2.6")
    assert raw[low:].startswith("2.6")
