from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reconcile.compare import Count, pair_up
from pipeline.reconcile.gold import GoldDocument, GoldSet, from_files, own_gold, read_ranges
from pipeline.reconcile.report import ALL, Judged, Reconciliation, reconcile, reconcile_file

Row = dict[str, Any]


def gold(material: str, number: float, at: int = 0, **fields: Any) -> Row:
    known = {
        "kind": "conductivity", "context": "text", "value_span": [at, at + 5], "material_span": [at, at + 2],
        "value_surface": str(number), "value_std": number, "comparator": "=", "property": "ionic",
        "subject_kind": "specific", "material": material, "material_full": material, "material_surface": material,
        "temperature_K": None, "refs": [1],
    }  # fmt: skip
    return {**known, **fields}


def found(material: str, number: float, at: int = 0, **fields: Any) -> Row:
    known = {
        "kind": "conductivity", "material": material, "formula": material, "material_surface": material,
        "value_low": number, "value_high": number, "comparator": "=", "property": "ionic", "subject_kind": "specific",
        "temperature_k": None, "references": [1], "start": at, "end": at + 5, "block": "text", "confidence": 0.9,
        "value_surface": str(number), "sentence": "",
    }  # fmt: skip
    return {**known, **fields}


def made(material: str, method: str, at: int, **fields: Any) -> Row:
    return found(material, 0, at, kind="synthesis", method=method, **fields)


def gold_route(material: str, method: str, at: int, **fields: Any) -> Row:
    span = [at, at + 9]
    known = {"kind": "synthesis", "method": method, "methods_all": [method], "method_span": span, "steps": []}
    return gold(material, 0, at, **{**known, **fields})


def compare(rows: list[Row], golds: list[Row], anchor: str = "offsets", ranges: Any = None) -> Reconciliation:
    return reconcile([Judged("d", rows, GoldDocument("d", golds, "", ranges), anchor)])


def count(result: Reconciliation, level: str, kind: str = "conductivity", group: str = "all") -> tuple[int, int, int]:
    (row,) = [
        row
        for row in result.levels
        if (row["document_id"], row["kind"], row["block_group"], row["level"]) == (ALL, kind, group, level)
    ]
    return row["matched"], row["predicted"], row["gold"]


def test_levels_ask_more_and_more() -> None:
    golds = [gold("Li6PS5Cl", 1e-3, at) for at in (0, 100, 200, 300)]
    rows = [
        found("Li6PS5Cl", 1e-3, 0),
        found("Li6PS5Br", 1e-3, 100),  # another material
        found("Li6PS5Cl", 1e-3, 200, temperature_k=300.0),  # a temperature nobody gave
        found("Li6PS5Cl", 2e-3, 300),  # another value
    ]
    result = compare(rows, golds)
    assert [count(result, level) for level in ("value", "pair", "full")] == [(3, 4, 4), (2, 4, 4), (1, 4, 4)]
    outcomes = sorted(case["outcome"] for case in result.cases)
    assert outcomes == ["missed", "spurious", "wrong_material"]


@pytest.mark.parametrize(
    "row, level, agrees",
    [
        (found("Li6PS5Cl", 1.004e-3), "value", True),
        (found("Li6PS5Cl", 1e-3, at=50), "value", False),
        (found("Li6PS5Cl", 1e-3, at=6), "value", True),
        (found("LPSCl", 1e-3, formula="Li6PS5Cl"), "pair", True),
        (found("Li6PS5Cl", 1e-3, comparator="~"), "full", True),
        (found("Li6PS5Cl", 1e-3, comparator=">"), "full", False),
        (found("Li6PS5Cl", 1e-3, property="electronic"), "full", False),
        (found("Li6PS5Cl", 1e-3, property="bulk"), "full", True),
        (found("Li6PS5Cl", 1e-3, references=[1, 2]), "refs", False),
    ],
)
def test_agreement(row: Row, level: str, agrees: bool) -> None:
    assert count(compare([row], [gold("Li6PS5Cl", 1e-3)]), level)[0] == int(agrees)


def test_classes_of_materials_neither_count_nor_cost() -> None:
    golds = [gold("garnets", 1e-4, subject_kind="class"), gold("Li6PS5Cl", 1e-3, 100)]
    rows = [found("garnets", 1e-4), found("Li6PS5Cl", 1e-3, 100), found("sulfides", 5e-4, 300, subject_kind="class")]
    assert count(compare(rows, golds), "pair") == (1, 1, 1)
    assert count(compare([], golds), "pair") == (0, 0, 1)


def test_only_annotated_ranges_count() -> None:
    rows = [found("Li6PS5Cl", 1e-3, 10), found("Li6PS5Cl", 7e-3, 500)]
    golds = [gold("Li6PS5Cl", 1e-3, 10), gold("Li6PS5Cl", 3e-3, 600)]
    assert count(compare(rows, golds, ranges=[(0, 100)]), "pair") == (1, 1, 1)


def test_another_copy_of_the_file_is_matched_by_facts() -> None:
    golds = [gold("Li6PS5Cl", 1e-3, 10), gold("Li3InCl6", 2e-3, 20)]
    rows = [found("Li6PS5Cl", 1e-3, 9000), found("Li3YCl6", 2e-3, 9100)]
    assert count(compare(rows, golds, anchor="facts"), "pair") == (1, 2, 2)
    assert count(compare(rows, golds, anchor="offsets"), "pair") == (0, 2, 2)


def test_routes_and_their_conditions() -> None:
    steps = [{"op": "heat", "temperature_C": [500, 550], "duration_h": 10}]
    golds = [
        gold_route("Li6PS5Cl", "ball-milling", 0, steps=steps),
        gold_route("LiNbO3", "sol-gel", 900, role="coating"),
    ]
    mine = [{"op": "heat", "temperature_c": [500, 550], "duration_h": 12}]
    rows = [
        made("Li6PS5Cl", "ball-milling", 300, steps=mine),
        made("LiNbO3", "sol-gel", 900),  # a coating: neutral
        made("Li3InCl6", "sol-gel", 2000),
    ]
    result = compare(rows, golds)
    assert count(result, "pair", "synthesis") == (1, 2, 1)
    assert count(result, "steps", "synthesis") == (2, 3, 3)


def test_reliability_has_ten_bins() -> None:
    rows = [found("Li6PS5Cl", 1e-3, at, confidence=sure) for at, sure in ((0, 0.95), (100, 1.0), (200, 0.12))]
    result = compare(rows, [gold("Li6PS5Cl", 1e-3, 0), gold("Li6PS5Cl", 1e-3, 200)])
    bins = {row["bin"]: (row["records"], row["share_right"]) for row in result.reliability}
    assert bins == {10: (2, 0.5), 2: (1, 1.0)}


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_pairs_are_one_to_one(rows: list[int], golds: list[int]) -> None:
    pairs = pair_up([{"v": r} for r in rows], [{"v": g} for g in golds], lambda r, g: int(r["v"] == g["v"]))
    assert len(set(pairs.values())) == len(pairs)
    assert len(pairs) == sum(min(rows.count(v), golds.count(v)) for v in set(rows))


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_f1_lies_between_precision_and_recall(matched: int, more: int, missed: int) -> None:
    total = Count(matched, matched + more, matched + missed)
    if total.precision is not None and total.recall is not None and total.f1 is not None:
        assert min(total.precision, total.recall) - 1e-9 <= total.f1 <= max(total.precision, total.recall) + 1e-9


def test_gold_is_found_by_bytes_then_by_name_then_by_article() -> None:
    known = GoldDocument("review", [], "abc", article_id="doi:10.1/x")
    golds = GoldSet({"review": known, "other": GoldDocument("other", [])})
    assert golds.find("abc", "copy", "") == (known, "offsets")
    assert golds.find("def", "review", "") == (known, "facts")
    assert golds.find("def", "review.pdf", "doi:10.1/x") == (known, "facts")
    assert golds.find("def", "other", "") == (golds.documents["other"], "offsets")
    assert golds.find("def", "new", "") is None


def test_a_copy_does_not_count_twice() -> None:
    document = GoldDocument("d", [gold("Li6PS5Cl", 1e-3)], "abc")
    rows = [found("Li6PS5Cl", 1e-3)]
    result = reconcile([Judged("d", rows, document, "offsets"), Judged("d.pdf", rows, document, "facts")])
    assert count(result, "pair") == (1, 1, 1)
    assert {row["document_id"] for row in result.levels} == {"d", "d.pdf", ALL}


def test_the_project_brings_gold() -> None:
    documents = own_gold().documents
    assert "sample-review" in documents
    assert all(document.sha256 and document.tuples for document in documents.values())


def _predictions(golds: dict[str, GoldDocument], chance: random.Random) -> list[Row]:
    """Records as an imperfect reader would give them: gold with parts dropped and changed."""
    rows = []
    for name, document in golds.items():
        for tuple_ in document.tuples:
            if chance.random() < 0.15:
                continue
            start, end = tuple_.get("value_span") or tuple_.get("method_span") or tuple_["material_span"]
            row = {
                "document_id": name, "kind": tuple_["kind"], "start": start, "end": end, "block": tuple_["context"],
                "material": tuple_["material"] if chance.random() > 0.1 else "Li9Xx", "formula": None,
                "material_surface": None, "subject_kind": tuple_["subject_kind"], "references": tuple_["refs"],
                "property": tuple_.get("property"), "comparator": tuple_.get("comparator"),
                "role": tuple_.get("role", "electrolyte"), "method": tuple_.get("method"),
                "steps": [step for step in tuple_.get("steps") or [] if chance.random() > 0.2],
                "temperature_k": tuple_.get("temperature_K") if chance.random() > 0.1 else 333.0, "confidence": 0.5,
            }  # fmt: skip
            if "value_std" in tuple_:
                ends = tuple_["value_std"] if isinstance(tuple_["value_std"], list) else [tuple_["value_std"]] * 2
                row |= {"value_low": ends[0], "value_high": ends[1] * (1 if chance.random() > 0.1 else 2)}
            rows.append(row)
            if chance.random() < 0.05:
                rows.append({**row, "start": start + 5000, "end": end + 5000})
    return rows


def test_the_referee_counts_the_same(shared: Path, tmp_path: Path) -> None:
    ranges = read_ranges(shared / "gold" / "ranges.json")
    golds = from_files([shared / "gold"], ranges)
    file = tmp_path / "records.jsonl"
    file.write_text("\n".join(map(json.dumps, _predictions(golds.documents, random.Random(7)))), encoding="utf-8")
    command = [
        sys.executable,
        shared / "scoring" / "score.py",
        file,
        *sorted((shared / "gold").glob("*.jsonl")),
        "--json",
    ]
    told = subprocess.run(
        [*map(str, command), "--ranges", f"{shared / 'gold' / 'ranges.json'}:annotated"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    referee = json.loads(told.stdout)
    result = reconcile_file(file, golds, every=True)
    for kind, report in referee.items():
        for level, figures in report["total"].items():
            if level != "refs":
                assert count(result, level, kind) == (figures["tp"], figures["predicted"], figures["gold"]), (
                    kind,
                    level,
                )
