"""``ionmine reconcile``: how the records of the last run, or of a file, compare with gold."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text

from flows.commands.outputs import published_base
from flows.commands.summary_view import documents_table, reconciliation_table
from flows.console import OK, SOME_FAILED, USAGE, complain, fail, output, table
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.reconcile.gold import GoldSet, from_files, own_gold, read_ranges
from pipeline.reconcile.report import ALL, KINDS, Reconciliation, reconcile_base, reconcile_file
from pipeline.settings import Settings

OUTCOMES = {"missed": "red", "spurious": "yellow", "wrong_material": "magenta"}


def reconcile(
    records: Path | None, gold: list[Path] | None, ranges: str | None, settings: Settings, *, full: bool, cases: int
) -> int:
    """Print precision, recall and F1; ``full`` for every document and block; ``cases`` differences."""
    chosen = _gold(gold or [], ranges)
    try:
        if records is not None:
            result = reconcile_file(records, chosen, every=bool(gold))
        else:
            with published_base(settings) as base, KnowledgeBase(base, read_only=True) as opened:
                result = reconcile_base(opened, chosen)
    except (OSError, ValueError, KeyError) as error:
        fail(f"{records}: {error}")
    _print(result, full=full, cases=cases)
    if not {row["document_id"] for row in result.levels} - {ALL}:
        complain(str(records or settings.outputs), "none of the documents is annotated")
        return SOME_FAILED
    return OK


def _gold(paths: list[Path], ranges: str | None) -> GoldSet:
    if not paths:
        return own_gold()
    for path in paths:
        if not path.exists():
            fail(f"{path}: no such file", USAGE)
    if ranges is None:
        return from_files(paths)
    file, _, name = ranges.rpartition(":")
    try:
        return from_files(paths, read_ranges(Path(file), name))
    except (KeyError, ValueError):
        fail(f"{ranges}: give FILE:NAME, with NAME one of the file's", USAGE)


def _print(result: Reconciliation, *, full: bool, cases: int) -> None:
    rows = [row for row in result.levels if row["document_id"] == ALL and row["block_group"] == "all"]
    output().print(reconciliation_table(rows))
    if full:
        for kind in KINDS:
            output().print(documents_table(kind, result.levels))
        bins = ((r["kind"], f"{r['confidence_mean']:.2f}", f"{r['share_right']:.2f}", r["records"])
                for r in result.reliability)  # fmt: skip
        heads = ("kind", "claimed", "right", "records")
        output().print(table("Reliability of the confidence", heads, bins, left=("kind",)))
    for case in result.cases[:cases]:
        told = Text(f"{case['outcome']:<15}", style=OUTCOMES[case["outcome"]])
        told.append(f"{case['document_id']} [{case.get('start')}:{case.get('end')}] {case['kind']} ")
        told.append(" / ".join(f"{word} {case[name]}" for word, name in (
            ("gold", "gold_material"), ("found", "material"), ("value", "gold_value"), ("value", "value_surface"),
        ) if case.get(name)))  # fmt: skip
        output().print(told)
