"""The gold: its offsets point at what it says, and it holds nothing of other people's texts but short surfaces."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gold.annotate import annotate, span_of
from benchmarks.gold.stand_off import LONGEST_NAME, LONGEST_STEP_SURFACE, TREATMENT_ONLY, reduce_tuple

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
MANIFEST = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))["document"]
GOLD_FILES = sorted((CORPUS / "gold").glob("*.gold.jsonl"))


def tuples(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in strings(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in strings(item))


def test_manifest_names_every_gold_file_and_each_has_an_entry() -> None:
    named = {CORPUS / entry["gold"] for entry in MANIFEST if "gold" in entry}
    assert named == {*GOLD_FILES, CORPUS / "sample" / "sample-review.gold.jsonl"}


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["id"])
def test_manifest_tells_what_a_reader_must_know(entry: dict[str, Any]) -> None:
    assert {"id", "title", "doi", "licence", "form", "sha256"} <= entry.keys()
    assert len(entry["sha256"]) == 64


@pytest.mark.parametrize("entry", [entry for entry in MANIFEST if "path" in entry], ids=lambda entry: entry["id"])
def test_manifest_knows_the_files_kept_here(entry: dict[str, Any]) -> None:
    assert hashlib.sha256((CORPUS / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]


@pytest.mark.parametrize("entry", [entry for entry in MANIFEST if "path" not in entry], ids=lambda entry: entry["id"])
def test_offsets_point_at_the_surfaces_of_the_supplied_reviews(entry: dict[str, Any], shared: Path) -> None:
    data = (shared / "corpus" / f"{entry['id']}.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == entry["sha256"]
    text = data.decode("utf-8")
    for gold in tuples(CORPUS / entry["gold"]):
        for name in ("value", "material", "method"):
            surface = gold.get(f"{name}_surface")
            if surface and gold.get(f"{name}_span"):
                assert text[slice(*gold[f"{name}_span"])].split() == surface.split(), gold["id"]


@pytest.mark.parametrize("file", GOLD_FILES, ids=lambda file: file.stem)
def test_no_sentence_is_kept(file: Path) -> None:
    for gold in tuples(file):
        assert gold.get("note") in (None, TREATMENT_ONLY)
        assert max(map(len, strings(gold))) <= LONGEST_NAME
        assert all(len(step["surface"]) <= LONGEST_STEP_SURFACE for step in gold.get("steps", []))


def test_stand_off_drops_phrases_but_no_condition() -> None:
    step = {
        "op": "heat",
        "surface": "kept for a long while in a furnace under gas",
        "temperature_C": 0,
        "solvent": None,
    }
    gold = {"id": "x-1", "method_surface": "m" * 61, "material": "LLZO", "steps": [step], "refs": []}
    assert reduce_tuple(gold) == {
        "id": "x-1",
        "method_surface": None,
        "material": "LLZO",
        "steps": [{"op": "heat", "surface": "", "temperature_C": 0}],
        "refs": [],
    }


def test_stand_off_refuses_a_sentence_for_a_name() -> None:
    with pytest.raises(ValueError, match="is no name"):
        reduce_tuple({"id": "x-1", "material": "an electrolyte " * 10})


def test_sample_gold_is_in_step_with_its_text(sample_path: Path) -> None:
    lines = sample_path.with_suffix(".gold.jsonl").read_text(encoding="utf-8")
    assert annotate(sample_path.read_text(encoding="utf-8"), lines) == lines


def test_sample_gold_covers_every_kind_and_context(sample_gold: list[dict[str, Any]]) -> None:
    assert {gold["kind"] for gold in sample_gold} == {"conductivity", "activation_energy", "synthesis"}
    assert {gold["context"] for gold in sample_gold} == {"text", "table", "caption"}
    assert {gold["subject_kind"] for gold in sample_gold} == {"specific", "class"}
    assert {"ionic", "total", "bulk", "grain_boundary", "electronic"} <= {gold.get("property") for gold in sample_gold}


@pytest.mark.parametrize(
    ("surface", "nth", "expected"),
    [("5 mS/cm", 1, "at 25 °C, "), ("Li3PS4", 1, "Li3PS4Cl and "), ("5 mS/cm", 2, "at 25 °C, 5 mS/cm or ")],
)
def test_a_surface_is_not_found_inside_a_longer_one(surface: str, nth: int, expected: str) -> None:
    line = {"5 mS/cm": "at 25 °C, 5 mS/cm or 5 mS/cm, not 1.5 mS/cm", "Li3PS4": "Li3PS4Cl and Li3PS4"}[surface]
    assert span_of(line, 1, surface, nth) == (len(expected), len(expected) + len(surface))


def test_a_surface_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1 has no"):
        span_of("25 mS/cm", 1, "5 mS/cm")
