"""Texts typeset as two-column articles and read back: the records stay what they were."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.typesetting.typeset import PageStyle, typeset
from corpus.document import BlockKind, Document
from corpus.reader import read, read_bytes
from extractors.extract import extract
from pipeline.reconcile.compare import compare

REVIEWS = ["000", "001", "002", "003", "004"]
VALUES = ("conductivity", "activation_energy")


def f1(document: Document, gold: list[dict[str, Any]]) -> dict[str, float]:
    """*pair* against gold by facts (no offsets) of each kind: value and material; 1 where there is nothing to find."""
    rows = [record.model_dump() for record in extract(document)]
    found = {}
    for kind in VALUES:
        of_kind = [row for row in rows if row["kind"] == kind], [g for g in gold if g["kind"] == kind]
        result = compare(kind, *of_kind, "facts").levels["pair"].f1
        found[kind] = 1.0 if result is None else result
    return found


def words(document: Document) -> list[str]:
    return [word for block in document.blocks if block.kind is BlockKind.PARAGRAPH for word in block.text.text.split()]


def test_sample_pdf_is_of_the_sample_text(root: Path, sample_document: Document) -> None:
    pdf = read(root / "corpus" / "sample" / "sample-review.pdf")
    assert words(pdf) == words(sample_document)
    assert pdf.metadata.title == sample_document.metadata.title
    assert (root / "corpus" / "sample" / "sample-review.pdf").stat().st_size < 1_000_000


def test_records_of_the_sample_pdf_equal_those_of_its_text(root: Path, sample_document: Document) -> None:
    def facts(document: Document) -> Counter[tuple[Any, ...]]:
        return Counter(
            (r.kind, r.material, r.value_low, r.value_high, r.temperature_k, tuple(r.references))
            for r in extract(document)
            if r.kind != "synthesis"
        )

    pdf = facts(read(root / "corpus" / "sample" / "sample-review.pdf"))
    text = facts(sample_document)
    assert sum((pdf & text).values()) >= 0.97 * max(sum(text.values()), sum(pdf.values()))


def test_sample_pdf_agrees_with_the_gold_as_its_text_does(
    root: Path, sample_document: Document, sample_gold: list[dict[str, Any]]
) -> None:
    pdf = f1(read(root / "corpus" / "sample" / "sample-review.pdf"), sample_gold)
    text = f1(sample_document, sample_gold)
    assert all(pdf[kind] >= min(0.97, text[kind]) for kind in VALUES)


@pytest.mark.parametrize(
    "style", [PageStyle(columns=1), PageStyle(columns=3, size=8, leading=9.6), PageStyle(rules="grid")]
)
def test_other_layouts_of_the_sample_read_the_same(sample_document: Document, style: PageStyle) -> None:
    pdf = read_bytes(typeset(sample_document, style), "sample.pdf")
    assert words(pdf) == words(sample_document)
    cells = [[(c.row, c.column, c.text.text) for c in table.cells] for table in sample_document.tables()]
    assert [[(c.row, c.column, c.text.text) for c in table.cells] for table in pdf.tables()] == cells


@pytest.mark.parametrize("number", REVIEWS)
def test_supplied_reviews_in_two_columns_give_the_records_of_their_text(shared: Path, number: str) -> None:
    [path] = (shared / "corpus").glob(f"{number}_*.txt")
    gold = [json.loads(line) for line in (shared / "gold" / f"{path.stem}.gold.jsonl").read_text("utf-8").splitlines()]
    text = read(path)
    pdf = read_bytes(typeset(text), f"{path.stem}.pdf")
    of_pdf, of_text = f1(pdf, gold), f1(text, gold)
    assert all(of_pdf[kind] >= of_text[kind] - 0.03 for kind in VALUES)
