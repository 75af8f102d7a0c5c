from __future__ import annotations

import pytest
from spacy.tokens import Doc

from corpus.reader import read_text
from extractors import extract as module
from extractors.extract import extract
from extractors.reading import Reading

TEXT = (
    "1. Sulfides\n\nLi6PS5Br shows a conductivity of 1.3 mS cm^-1 at 25 °C.\n\n"
    "2. Halides\n\nLi3YBr6 shows a conductivity of 1.7 mS cm^-1 at 25 °C.\n"
)


def test_offsets_point_at_the_value_and_the_material():
    document = read_text(TEXT, "text")
    for record in extract(document):
        assert document.raw[record.start : record.end] == record.value_surface
        assert document.raw[record.material_start : record.material_end] == record.material_surface


OF_THE_PAPER = (
    "# Superionic conduction in Li6PS5Cl argyrodite\n\n## Abstract\n\nWe prepared Li6PS5Cl pellets by milling, and "
    "we studied how ions of lithium move in dense Li6PS5Cl over a wide range of temperatures.\n\n## Results\n\n"
    "Microscopy shows dense grains.\n\nThe sintered pellet has 4.2 mS cm^-1 at 25 °C.\n"
)


def test_a_material_named_in_another_text_has_no_place_in_this_one():
    document = read_text(OF_THE_PAPER, "text")
    record = next(r for r in extract(document) if r.kind == "conductivity")
    assert (record.material, record.material_surface) == ("Li6PS5Cl", "Li6PS5Cl")
    assert record.material_start is None and record.material_end is None


def test_records_keep_section_sentence_and_document():
    first, second = extract(read_text(TEXT, "text"))
    assert (first.document_id, first.block) == ("text", "text")
    assert first.sentence.startswith("Li6PS5Br") and second.sentence.startswith("Li3YBr6")


def test_a_block_that_fails_costs_only_itself(monkeypatch: pytest.MonkeyPatch):
    real = module._doc_of

    def failing(reading: Reading) -> Doc:
        if "Li6PS5Br" in reading.block.text.text:
            raise RuntimeError("made to fail")
        return real(reading)

    monkeypatch.setattr(module, "_doc_of", failing)
    document = read_text(TEXT, "text")
    assert [r.formula for r in extract(document)] == ["Li3YBr6"]
    assert [(p.code, "made to fail" in p.message) for p in document.problems] == [("extractor_error", True)]


def test_the_same_text_gives_the_same_records():
    assert extract(read_text(TEXT, "text")) == extract(read_text(TEXT, "text"))


@pytest.mark.parametrize("glued", ["Li2S-", "Li9.54Si1.74P1.44", "70Li2S-(30P2S5)", "x+(Li3PS4", "(1 mS cm-1) "])
def test_long_runs_of_glued_formulas_and_values_come_to_an_end(glued: str) -> None:
    """Each was once tried in all the ways in which it could be read: twice as many for every repetition."""
    told = "The conductivity of Li3YBr6 is 1.7 mS cm^-1. " + glued * 80 + " and so on."
    assert [r.material for r in extract(read_text(told, "glued"))][:1] == ["Li3YBr6"]
