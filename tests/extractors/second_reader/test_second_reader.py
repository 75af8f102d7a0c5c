"""ChemDataExtractor2 reading a document again: what it finds, where, and that nothing depends on it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from corpus.mapped_text import MappedText
from corpus.reader import read_text
from extractors.records import AnyRecord, PropertyRecord, SynthesisRecord
from extractors.second_reader import SecondReaderMissingError, confirm, match, offline, read_again
from extractors.second_reader.reader import SecondReading, rewritten

NAME = "chemdataextractor2"


def found(text: str) -> set[tuple[str, str, float]]:
    return {
        (reading.kind, name, float(f"{reading.value_low:.3g}"))
        for reading in read_again(read_text(text))
        for name in reading.names
    }


def record(text: str, surface: str, material: str, value: float, kind: str = "conductivity") -> PropertyRecord:
    start = text.index(surface)
    return PropertyRecord(
        kind=kind,  # type: ignore[arg-type]
        property="ionic" if kind == "conductivity" else "activation_energy",
        material=material,
        value_surface=surface,
        value_low=value,
        value_high=value,
        start=start,
        end=start + len(surface),
    )


@pytest.mark.parametrize(
    ("clean", "expected"),
    [
        ("10^-4 S cm^-1", "1 × 10-4 S cm-1"),
        ("3.2 × 10^-4 S cm^-1", "3.2 × 10-4 S cm-1"),
        ("4.3(4) × 10^-3 S cm^-1", "4.3 × 10-3 S cm-1"),
        ("2×10^-5 Ω^-1 cm^-1", "2×10-5 S cm-1"),
        ("3mS cm^-1", "3 mS cm-1"),
        ("1.5 × 10−6 S cm−1", "1.5 × 10−6 S cm−1"),
        ("0.42eV", "0.42 eV"),
        ("60Li2S-40SiS2 at 5mS cm^-1", "60Li2S-40SiS2 at 5 mS cm-1"),
        ("Li1.4Al0.4Ge1.6(PO4)3", "Li1.4Al0.4Ge1.6(PO4)3"),
        ("Fig. 10 shows 10 samples", "Fig. 10 shows 10 samples"),
    ],
)
def test_numbers_are_put_into_a_form_it_can_read(clean: str, expected: str) -> None:
    assert rewritten(MappedText.from_raw(clean)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Li3ErCl6 exhibited an ionic conductivity of 3.1 × 10^-4 S cm^-1 at room temperature.",
            {("conductivity", "Li3ErCl6", 3.1e-4)},
        ),
        (
            "Na3SbS4 and Na3PSe4 showed conductivities of 1.1 × 10^-3 and 1.2 × 10^-3 S cm^-1, respectively.",
            {("conductivity", "Na3SbS4", 1.1e-3), ("conductivity", "Na3PSe4", 1.2e-3)},
        ),
        ("Li4SnS4 has an activation energy of 0.41 eV.", {("activation_energy", "Li4SnS4", 0.41)}),
        ("Li4SnS4 has an activation energy of 39.6 kJ mol^-1.", {("activation_energy", "Li4SnS4", 0.41)}),
        ("The ionic conductivity of Li3BO3 is 2 mS cm^-1.", {("conductivity", "Li3BO3", 2e-3)}),
        ("The ionic conductivity of Li3BO3 is 0.0 mS cm^-1.", set()),
        ("A conductivity of 2 mS cm^-1 would be desirable for every cell.", set()),
        ("Li4SnS4 was heated at 450 °C for 8 h and cooled to room temperature.", set()),
    ],
)
def test_it_reads_sentences(text: str, expected: set[tuple[str, str, float]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In Na3SbS4 and Na3PSe4 the conductivity was found to be 1.1 and 1.2 mS cm-1, respectively.",
        "A value of 2 mS cm-1 associated with the total conductivity of Li3BO3 was seen, and Li4SnS4 had none.",
        "(Li3ErCl6) of a high ionic conductivity (3.1 × 10-4 S cm-1) and an activation energy of 0.4 eV",
    ],
)
def test_a_grammar_tried_where_it_can_begin_finds_what_it_finds_everywhere(text: str) -> None:
    read_again(read_text(text))  # gives the library our tokens
    from chemdataextractor.doc.text import Sentence

    from extractors.second_reader.grammar import MODELS, plain
    from extractors.second_reader.tokens import TAGGER

    def told(results: Iterable[Any]) -> list[Any]:
        return [(*each.token_range, each.raw_value, each.compound and each.compound.names) for each in results]

    TAGGER.find_names = lambda words: [match.span() for match in re.finditer(r"\b(?:Li|Na)\w+", words)]
    try:
        sentence = Sentence(text)
        parsers = [parser for model in MODELS.values() for parser in model.parsers if not parser.of_cells]
        found_here = [told(parser.read(plain(sentence))) for parser in parsers]
        assert found_here == [told(parser.parse_sentence(sentence)) for parser in parsers]
        assert any(found_here)
    finally:
        TAGGER.find_names = lambda words: ()


def test_it_reads_tables() -> None:
    table = "\n".join(
        [
            "Table 1. Solid electrolytes and their properties.",
            "",
            "| Material | Method | Conductivity (S cm^-1) | Ea (eV) |",
            "| --- | --- | --- | --- |",
            "| Li3ScCl6 | melting | 3.0 × 10^-3 | 0.37 |",
            "| Li2ZrCl6 | milling | 8.1 × 10^-4 | 0.35 |",
        ]
    )
    assert found(table) == {
        ("conductivity", "Li3ScCl6", 3.0e-3),
        ("conductivity", "Li2ZrCl6", 8.1e-4),
        ("activation_energy", "Li3ScCl6", 0.37),
        ("activation_energy", "Li2ZrCl6", 0.35),
    }


def test_its_readings_cite_their_place_in_the_raw_text() -> None:
    raw = "Intro. Li_{3}ErCl_{6} exhibited an ionic conductivity of $3.1 \\times 10^{-4} \\text{ S cm}^{-1}$ [7]."
    [reading] = read_again(read_text(raw))
    assert raw[reading.start : reading.end].startswith("3.1 \\times 10^{-4")


def test_it_confirms_what_both_found_and_returns_the_rest() -> None:
    text = (
        "Li3ErCl6 exhibited an ionic conductivity of 3.1 × 10^-4 S cm^-1. "
        "Li3BO3 exhibited an ionic conductivity of 2.5 × 10^-6 S cm^-1."
    )
    same = record(text, "3.1 × 10^-4", "Li3ErCl6", 3.1e-4)
    other_material = record(text, "2.5 × 10^-6", "Li4SiO4", 2.5e-6)
    untouched = [same.model_copy(deep=True), other_material.model_copy(deep=True)]
    alone = confirm(read_text(text), [same, other_material])
    assert same.confirmed_by == [NAME]
    assert other_material.confirmed_by == []
    assert [reading.names for reading in alone] == [("Li3BO3",)]
    same.confirmed_by = []
    assert [same, other_material] == untouched


def test_a_short_name_and_its_composition_are_the_same_material() -> None:
    text = "The compound Li3ErCl6 (LEC) was studied. LEC exhibited an ionic conductivity of 3.1 × 10^-4 S cm^-1."
    mine = record(text, "3.1 × 10^-4", "Li3ErCl6", 3.1e-4)
    assert confirm(read_text(text), [mine]) == []
    assert mine.confirmed_by == [NAME]


@pytest.mark.parametrize(
    ("kind", "low", "start", "agrees"),
    [
        ("conductivity", 1.005e-3, 10, True),
        ("conductivity", 1.02e-3, 10, False),
        ("conductivity", 1e-3, 30, False),
        ("activation_energy", 1e-3, 10, False),
    ],
)
def test_agreement_needs_kind_value_and_place(kind: str, low: float, start: int, agrees: bool) -> None:
    reading = SecondReading(kind, ("LLZO",), low, low, "1", start, start + 4, "")
    mine = record("the value 1 mS cm-1", "1 mS", "LLZO", 1e-3)
    assert (match([mine], [reading]) == []) is agrees
    assert bool(mine.confirmed_by) is agrees


def test_confirming_twice_counts_once_and_leaves_syntheses_alone() -> None:
    reading = SecondReading("conductivity", ("LLZO",), 1e-3, 1e-3, "1", 10, 14, "")
    mine = record("the value 1 mS cm-1", "1 mS", "LLZO", 1e-3)
    route = SynthesisRecord(method="sol-gel", material="LLZO", start=10, end=14)
    records: list[AnyRecord] = [mine, route]
    match(records, [reading, reading])
    assert mine.confirmed_by == [NAME]
    assert route.confirmed_by == []


def test_one_document_leaves_no_trace_in_the_next() -> None:
    first = "A solid electrolyte, lithium erbium chloride (LEC), conducts. LEC has an ionic conductivity of 2 mS cm^-1."
    second = "Li3BO3 exhibited an ionic conductivity of 2.5 × 10^-6 S cm^-1, as LEC did."
    alone = read_again(read_text(second))
    read_again(read_text(first))
    assert read_again(read_text(second)) == alone != []


def test_the_sample_review_is_largely_read_again(sample_path: Path, sample_gold: list[dict[str, object]]) -> None:
    from corpus.reader import read

    readings = read_again(read(sample_path))
    values = {tuple(gold["value_span"]) for gold in sample_gold if gold.get("value_span")}  # type: ignore[arg-type]
    hits = [r for r in readings if any(r.start < end and start < r.end for start, end in values)]
    assert len(hits) >= 0.9 * len(readings)
    assert len(hits) >= 0.35 * len(values)


def test_a_missing_installation_is_said_in_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "is_available", lambda: False)
    offline.load.cache_clear()
    with pytest.raises(SecondReaderMissingError, match=r"needs ChemDataExtractor2.*make setup"):
        offline.load()


def test_loading_it_leaves_folder_logging_and_environment_alone(tmp_path: Path) -> None:
    script = (
        "import logging, os, sys\n"
        "before = (dict(os.environ), logging.root.level, list(logging.root.handlers))\n"
        "from extractors.second_reader.offline import load\n"
        "load()\n"
        "import chemdataextractor.doc\n"
        "assert (dict(os.environ), logging.root.level, list(logging.root.handlers)) == before\n"
        "assert 'torch' not in sys.modules and 'transformers' not in sys.modules\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_extraction_never_loads_it() -> None:
    script = (
        "import sys\n"
        "from corpus.reader import read_text\n"
        "from extractors.extract import extract\n"
        "extract(read_text('Li3ErCl6 exhibited an ionic conductivity of 3.1 × 10^-4 S cm^-1.'))\n"
        "assert not [name for name in sys.modules if name.startswith('chemdataextractor')]\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
