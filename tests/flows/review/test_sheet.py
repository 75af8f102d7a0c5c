"""The queue as a sheet, and gold from what was looked at: through the commands."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
from typer.testing import CliRunner

from flows.cli import app
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections.decision import Action
from pipeline.publish import KNOWLEDGE_BASE, SUMMARY
from pipeline.run import run_corpus
from pipeline.settings import Settings
from tests.flows.review.run import decisions, log_of

Lines = list[dict[str, str]]


def ionmine(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(each) for each in arguments])
    return result.exit_code, result.output


def lines_of(path: Path) -> Lines:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def save(path: Path, lines: Lines) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        sheet = csv.DictWriter(stream, list(lines[0]))
        sheet.writeheader()
        sheet.writerows(lines)


def line(lines: Lines, material: str, kind: str) -> dict[str, str]:
    return next(each for each in lines if (each["material"], each["kind"]) == (material, kind))


def test_a_sheet_is_written_edited_and_read_back_once(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "queue.csv"
    assert ionmine("review", "--table", path, "-o", settings.outputs)[0] == 0
    lines = lines_of(path)
    line(lines, "Li3ErCl6", "conductivity")["decision"] = "accept"
    line(lines, "Li6PS5Br", "conductivity")["decision"] = "Reject"
    line(lines, "Li3ErCl6", "activation_energy").update(value="0.44", note="a typo")
    save(path, lines)
    code, told = ionmine("review", "--table", path, "-o", settings.outputs, "--by", "Grace")
    assert code == 0 and "3 decisions" in told
    by_action = {each.action: each for each in decisions(settings)}
    assert set(by_action) == {Action.ACCEPT, Action.REJECT, Action.CHANGE}
    changed = by_action[Action.CHANGE]
    assert changed.right == {"value_low": 0.44, "value_high": 0.44}
    assert (changed.note, changed.by) == ("a typo", "Grace")
    assert "0 decisions" in ionmine("review", "--table", path, "-o", settings.outputs)[1]


def test_a_bad_cell_is_told_by_row_and_column_and_nothing_is_half_applied(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "queue.csv"
    ionmine("review", "--table", path, "-o", settings.outputs)
    lines = lines_of(path)
    line(lines, "Li3ErCl6", "conductivity")["decision"] = "accept"
    line(lines, "Li3ErCl6", "activation_energy")["decision"] = "perhaps"
    line(lines, "Li6PS5Br", "conductivity")["temperature"] = "warm"
    line(lines, "Na3SbS4", "synthesis")["key"] = "note#9999"
    save(path, lines)
    code, told = ionmine("review", "--table", path, "-o", settings.outputs)
    assert code == 1
    told = told.replace("\n", " ")
    for material, kind, column in (
        ("Li6PS5Br", "conductivity", "temperature:"),
        ("Li3ErCl6", "activation_energy", "decision: perhaps"),
        ("Na3SbS4", "synthesis", "key: note#9999"),
    ):
        assert f"row {lines.index(line(lines, material, kind)) + 2}, column {column}" in told
    assert decisions(settings) == []


def test_a_row_whose_number_became_anothers_is_not_taken_for_it(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "queue.csv"
    ionmine("review", "--table", path, "-o", settings.outputs)
    lines = lines_of(path)
    lines[0] |= {"decision": "accept", "read": "Na3PS4 · 1 · S/cm"}
    save(path, lines)
    assert ionmine("review", "--table", path, "-o", settings.outputs)[0] == 1
    assert decisions(settings) == []


def test_an_edited_file_keeps_what_was_decided_on_it(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "queue.csv"
    ionmine("review", "--table", path, "-o", settings.outputs)
    lines = lines_of(path)
    lines[0]["decision"] = "accept"
    save(path, lines)
    ionmine("review", "--table", path, "-o", settings.outputs)
    (decided,) = decisions(settings)
    assert decided.document is not None
    log = log_of(settings)
    log.write_text(log.read_text(encoding="utf-8").replace(decided.document.sha256, "0" * 64), encoding="utf-8")
    path.unlink()
    ionmine("review", "--table", path, "-o", settings.outputs)
    assert [each["key"] for each in lines_of(path) if each["decision"] == "accept"] == [lines[0]["key"]]


def test_an_audit_is_drawn_judged_and_told(settings: Settings, tmp_path: Path) -> None:
    code, told = ionmine("audit", settings.outputs, "--sample", 3, "--seed", 5)
    sheet, page = settings.outputs / "audit-5.csv", settings.outputs / "audit-5.html"
    assert code == 0 and str(sheet) in told.replace("\n", "")
    lines = lines_of(sheet)
    rows = [each for each in lines if not each["key"].startswith("place ")]
    places = [each for each in lines if each["key"].startswith("place ")]
    assert len(rows) >= 3 and places, "rows and places where nothing was read"
    shown = page.read_text(encoding="utf-8")
    assert rows[0]["key"] in shown and "<script>alert" not in shown
    for each in rows:
        each["decision"] = "accept"
    rows[0]["decision"] = "reject"
    for each in places:
        each["decision"] = "nothing"
    save(sheet, lines)
    code, told = ionmine("audit", settings.outputs, "--sample", 3, "--seed", 5, "--judged", sheet)
    assert code == 0 and "Verified by people" in told
    run_corpus([log_of(settings).parent], settings)
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE, read_only=True) as base:
        condition = "document_id = 'VERIFIED' AND block_group = 'all'"
        verified = list(base.rows(f"SELECT * FROM reconciliation WHERE {condition}"))
    assert sum(row["predicted"] for row in verified) == len(rows)
    assert sum(row["matched"] for row in verified) == len(rows) - 1
    assert all(row["precision_low"] <= row["precision"] <= row["precision_high"] for row in verified)
    assert {row["gold"] for row in verified if row["kind"] != "synthesis"} == {len(places)}
    report = (settings.outputs / "report.html").read_text(encoding="utf-8")
    assert "What people verified of this corpus" in report


def test_what_was_looked_at_is_gold_that_reconciles(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "queue.csv"
    ionmine("review", "--table", path, "-o", settings.outputs)
    lines = lines_of(path)
    for each in lines:
        each["decision"] = "accept"
    line(lines, "Li6PS5Br", "conductivity")["decision"] = "reject"
    save(path, lines)
    ionmine("review", "--table", path, "-o", settings.outputs)
    gold = tmp_path / "gold"
    assert ionmine("gold", "export", gold, "-o", settings.outputs)[0] == 0
    tuples = [json.loads(each) for each in (gold / "note.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(tuples) == len(lines) - 1
    assert json.loads((gold / "ranges.json").read_text())["annotated"]["note"]
    code, told = ionmine("reconcile", "--gold", gold, "-o", settings.outputs)
    assert code == 0
    assert "1/2/1" in told.replace(" ", ""), "the rejected row counts as wrong, as long as the rules read it"


def test_without_a_run_there_is_nothing_to_judge(tmp_path: Path) -> None:
    for command in (["review"], ["verify"], ["gold", "export", tmp_path / "g"]):
        code, told = ionmine(*command, "-o", tmp_path)
        assert code == 1 and "run `ionmine run` first" in told.replace("\n", " ")


def test_tables_of_an_earlier_version_are_told_in_a_line(settings: Settings, tmp_path: Path) -> None:
    for name in (KNOWLEDGE_BASE, SUMMARY):
        (tmp_path / name).write_bytes((settings.outputs / name).read_bytes())
    with duckdb.connect(str(tmp_path / KNOWLEDGE_BASE)) as base:
        base.execute("DROP TABLE documents")
    for command in (["reconcile"], ["review"], ["verify"], ["gold", "export", tmp_path / "g"]):
        code, told = ionmine(*command, "-o", tmp_path)
        assert code == 1 and "is of an earlier version; run `ionmine run` again" in " ".join(told.split())
