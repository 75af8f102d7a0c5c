"""Decisions in a run: the rows, the problems, what reconciliation sees, and when a run has nothing to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections import log
from pipeline.corrections.anchoring import Records
from pipeline.corrections.decision import Action, Decision, DocumentName, new_id, now
from pipeline.discover import digest_of
from pipeline.extraction import parts
from pipeline.publish import KNOWLEDGE_BASE
from pipeline.reconcile.gold import GoldDocument, GoldSet
from pipeline.reconcile.report import annotated_documents
from pipeline.run import discover_documents, run_corpus
from pipeline.settings import Settings

TEXT = (
    "The halide Li3ErCl6 reached an ionic conductivity of 0.33 mS cm^-1 at 25 °C. "
    "The argyrodite Li6PS5Br showed a conductivity of 1.1 mS cm^-1 at room temperature. "
    "The activation energy of the solid electrolyte Li3ErCl6 was 0.41 eV."
)


def rows(settings: Settings, table: str) -> list[dict[str, Any]]:
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE, read_only=True) as base:
        return base.table(table)


def judged(settings: Settings, file: Path, action: Action, index: int, **more: Any) -> Decision:
    """A decision on a record that the last run read."""
    ((item, part),) = parts(discover_documents([file.parent], settings).inputs, settings)
    name = DocumentName(sha256=item.sha256, document_id=item.document_id)
    read, anchor = part["records"][index], Records(part["records"]).anchor(index)
    return Decision(
        id=new_id(), action=action, document=name, anchor=anchor, read=read, by="Ada", at=now(), rules="r", **more
    )


def test_decisions_stay_through_runs_and_leave_the_rules_own_figures_alone(tmp_path: Path) -> None:
    note = tmp_path / "corpus" / "note.txt"
    note.parent.mkdir()
    note.write_text(TEXT, encoding="utf-8")
    settings = Settings(outputs=tmp_path / "out", workers=1, second_reader=False)
    run_corpus([note.parent], settings)
    path = log.beside([note.parent])
    assert path == note.parent / "corrections.jsonl"
    changed = judged(settings, note, Action.CHANGE, 0, right={"value_low": 3.3e-3, "value_high": 3.3e-3})
    log.append(path, [changed, judged(settings, note, Action.REJECT, 1, note="a typo")])
    summary = run_corpus([note.parent], settings)
    assert summary.extracted == 0 and summary.records["conductivity"] == 1, "the same parts, and yet another outcome"
    (row,) = rows(settings, "conductivity")
    assert (row["value_low"], row["extracted_value_low"], row["curated_by"]) == (3.3e-3, 3.3e-4, "Ada")
    (energy,) = rows(settings, "activation_energy")
    assert energy["curated_by"] is None
    (problem,) = [row for row in rows(settings, "problems") if row["code"] == "rejected"]
    assert "a typo" in problem["message"] and problem["document_id"] == "note"
    assert [row["outcome"] for row in rows(settings, "corrections")] == ["applied", "applied"]

    gold = GoldSet({"note": GoldDocument("note", [], digest_of(note))})
    with KnowledgeBase(settings.outputs / KNOWLEDGE_BASE, read_only=True) as base:
        (document,) = annotated_documents(base, gold)
    values = sorted(row["value_low"] for row in document.rows if row["kind"] == "conductivity")
    assert values == [3.3e-4, 1.1e-3], "reconciliation sees what the rules read"

    before = (settings.outputs / KNOWLEDGE_BASE).resolve()
    run_corpus([note.parent], settings)
    assert (settings.outputs / KNOWLEDGE_BASE).resolve() == before, "no new decision, nothing to do"
    away = tmp_path / "away"
    note.parent.rename(away)
    note.parent.mkdir()
    (note.parent / "other.txt").write_text(TEXT.replace("0.33", "0.44"), encoding="utf-8")
    path.write_bytes((away / path.name).read_bytes() + b"no decision\n")
    told = run_corpus([note.parent], settings.model_copy(update={"accept_loss": True})).notices
    assert [notice["message"] for notice in told if "corrections" in notice["file"]] == [
        "has decisions on note, which this run does not read",
        "line 3: Expecting value: line 1 column 1 (char 0)",
    ]
