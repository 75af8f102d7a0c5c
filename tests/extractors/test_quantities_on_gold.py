"""Every value of the gold of the supplied reviews' running text is found where it stands, and so is its temperature."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpus.reader import read
from extractors.language import sentence_spans
from extractors.mentions import Quantity, QuantityKind, Temperature
from extractors.quantities import find_quantities
from extractors.temperature import SentenceTemperatures, find_temperatures

KINDS = {"conductivity": QuantityKind.CONDUCTIVITY, "activation_energy": QuantityKind.ENERGY}


class Found(NamedTuple):
    raw_start: int
    raw_end: int
    quantity: Quantity
    temperature: Temperature | None


def found_in(path: Path) -> Iterator[Found]:
    for block in read(path).blocks:
        if not block.kind.is_evidence or block.table is not None:
            continue
        before: Temperature | None = None
        for start, end in sentence_spans(block.text.text):
            sentence = block.text.text[start:end]
            quantities = find_quantities(sentence)
            told = SentenceTemperatures(sentence, quantities, find_temperatures(sentence, quantities))
            for quantity in quantities:
                chosen = told.of(quantity.start, quantity.end, before)
                before = chosen if quantity.kind is QuantityKind.CONDUCTIVITY else before
                yield Found(*block.text.raw_span(start + quantity.start, start + quantity.end), quantity, chosen)


def is_of(found: Found, gold: dict[str, Any]) -> bool:
    values = gold["value_std"] if isinstance(gold["value_std"], list) else [gold["value_std"]] * 2
    start, end = gold["value_span"]
    return (
        found.quantity.kind is KINDS[gold["kind"]]
        and (found.raw_start < end and start < found.raw_end)
        and [found.quantity.low, found.quantity.high] == pytest.approx(values, rel=0.01)
    )


def same_temperature(found: Found, gold: dict[str, Any]) -> bool:
    kelvin = gold["temperature_K"]
    if found.temperature is None or kelvin is None:
        return found.temperature is None and kelvin is None
    return abs(found.temperature.low - kelvin) <= 1


@pytest.fixture(scope="module")
def matches(shared: Path) -> list[tuple[dict[str, Any], Found | None]]:
    pairs: list[tuple[dict[str, Any], Found | None]] = []
    for path in sorted((shared / "corpus").glob("*.txt")):
        found = list(found_in(path))
        lines = (shared / "gold" / f"{path.stem}.gold.jsonl").read_text(encoding="utf-8").splitlines()
        tuples = [json.loads(line) for line in lines if line.strip()]
        wanted = [g for g in tuples if g["kind"] in KINDS and g["context"] != "table"]
        pairs += [(g, next((f for f in found if is_of(f, g)), None)) for g in wanted]
    return pairs


def test_values(matches: list[tuple[dict[str, Any], Found | None]]) -> None:
    missed = [g["id"] for g, f in matches if f is None or f.quantity.comparator != g["comparator"]]
    assert len(missed) <= 0.02 * len(matches), missed


def test_measuring_temperatures(matches: list[tuple[dict[str, Any], Found | None]]) -> None:
    read_ones = [(g, f) for g, f in matches if f is not None]
    wrong = [g["id"] for g, f in read_ones if not same_temperature(f, g)]
    assert len(wrong) <= 0.03 * len(read_ones), wrong
