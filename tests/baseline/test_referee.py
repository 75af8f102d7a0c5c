"""The project's own comparison with gold counts as the referee beside the project does."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pipeline.convert import process
from pipeline.reconcile.compare import compare
from pipeline.reconcile.report import KINDS
from pipeline.settings import Settings
from tests.baseline.ratchet import ROOT, beside


def referee(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "scoring" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["mixed-polyanion2022", "mixed-polyanion2022-pdf", "nb-llzo-ji2020-jats"])
@pytest.mark.parametrize("kind", KINDS)
def test_figures_are_the_referees(shared: Path, name: str, kind: str) -> None:
    """Of a text with offsets, of a PDF with pages, and of a document with neither."""
    score = referee(shared)
    watched = next(each for each in beside(ROOT.parent / "shared") if each.name == name)
    rows: list[dict[str, Any]] = [
        record.model_dump(mode="json") for record in process(watched.path, Settings()).records
    ]
    rows = [row for row in rows if row["kind"] == kind]
    golds = [gold for gold in watched.gold.annotated() if gold["kind"] == kind]
    theirs = (score.score_synthesis if kind == "synthesis" else score.score_quantities)(rows, golds)[0]
    for level, count in compare(kind, rows, golds, "offsets").levels.items():
        if level != "refs":
            assert (count.matched, count.predicted, count.gold) == tuple(
                theirs[level][word] for word in ("tp", "predicted", "gold")
            )
