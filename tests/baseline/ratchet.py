"""What ionmine reads today from documents with gold, kept as a baseline that no change may fall behind.

A baseline file holds, for one document: the referee's figures by kind and block, the gold tuples that were found right,
and every record in short (offsets, value, names; no sentences). ``make baseline`` writes them anew and puts what was
lost into ``changes.toml``, where a person says why.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from pipeline.convert import process
from pipeline.reconcile.compare import Comparison, compare
from pipeline.reconcile.gold import GoldDocument, from_files, from_manifest, read_ranges, span
from pipeline.reconcile.report import BLOCK_GROUPS, KINDS, in_group
from pipeline.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent / "documents"
CHANGES = Path(__file__).resolve().parent / "changes.toml"
TOLERANCE = 0.005
"""A figure may fall by so much: one record of two hundred."""

LIBRARY_FORMS = (("text", ".txt"), ("xml", ".xml"), ("pdf", ".pdf"))


@dataclass(frozen=True, slots=True)
class Watched:
    """A document with gold."""

    path: Path
    gold: GoldDocument

    @property
    def name(self) -> str:
        """Its id, which names its baseline file."""
        return self.gold.document_id


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was read of one document: figures by "kind block level", right gold tuples by kind, records in short."""

    figures: dict[str, float] = field(default_factory=dict)
    right: dict[str, list[int]] = field(default_factory=dict)
    records: list[list[Any]] = field(default_factory=list)

    def losses(self, now: Baseline) -> dict[str, list[int]]:
        """By kind, the gold tuples (their place in the gold file, from 0) that were right and are not any more."""
        lost = {kind: sorted(set(places) - set(now.right.get(kind, ()))) for kind, places in self.right.items()}
        return {kind: places for kind, places in lost.items() if places}

    def falls(self, now: Baseline) -> dict[str, tuple[float, float]]:
        """The figures that fell by more than the tolerance: then and now."""
        return {
            name: (figure, now.figures.get(name, 0.0))
            for name, figure in self.figures.items()
            if now.figures.get(name, 0.0) < figure - TOLERANCE
        }


def sample() -> list[Watched]:
    """The project's own review, as text."""
    gold = from_manifest(ROOT / "corpus" / "manifest.toml").documents["sample-review"]
    return [Watched(ROOT / "corpus" / "sample" / "sample-review.txt", gold)]


def beside(shared: Path) -> list[Watched]:
    """The supplied reviews and the library, where they lie beside the project."""
    reviews = from_files([shared / "gold"]).documents
    found = [Watched(shared / "corpus" / f"{name}.txt", gold) for name, gold in reviews.items()]
    library = shared / "library"
    golds = from_files([library / "gold"], read_ranges(library / "ranges.json")).documents
    for name, gold in golds.items():
        files = (library / folder / f"{name}{suffix}" for folder, suffix in LIBRARY_FORMS)
        found += [Watched(file, gold) for file in files if file.exists()]
    return sorted(found, key=lambda watched: watched.name)


def read(watched: Watched) -> Baseline:
    """Read a document the way the command line does and compare it with its gold."""
    records = [record.model_dump(mode="json") for record in process(watched.path, Settings()).records]
    placed = any(span(gold) for gold in watched.gold.tuples)
    rows = [row for row in records if not placed or watched.gold.covers(row["start"])]
    places = {id(gold): place for place, gold in enumerate(watched.gold.tuples)}
    figures: dict[str, float] = {}
    right: dict[str, list[int]] = {}
    for kind, group in product(KINDS, BLOCK_GROUPS[1:]):
        if (comparison := _compared(watched.gold, rows, kind, group)) is not None:
            levels = {level: count.f1 for level, count in comparison.levels.items()}
            figures |= {f"{kind} {group} {level}": round(f1, 4) for level, f1 in levels.items() if f1 is not None}
            right.setdefault(kind, []).extend(places[id(gold)] for _, gold in comparison.right)
    return Baseline(
        figures, {kind: sorted(found) for kind, found in right.items()}, sorted(map(_short, records), key=str)
    )


def _compared(gold: GoldDocument, rows: Sequence[dict[str, Any]], kind: str, group: str) -> Comparison | None:
    """Records of one kind in text or tables beside their gold; None without any gold."""
    mine = [row for row in rows if row["kind"] == kind and in_group(row["block"] == "table", group)]
    theirs = [g for g in gold.annotated() if g["kind"] == kind and in_group(g["context"] == "table", group)]
    return compare(kind, mine, theirs, "offsets") if theirs else None


def _short(row: dict[str, Any]) -> list[Any]:
    """A record without its sentence: kind, start, end, what it says, of which material, at which K, cited as."""
    value = row["method"] if row["kind"] == "synthesis" else [row["value_low"], row["value_high"]]
    name = (row["formula"] or row["material"] or "")[:60]
    return [row["kind"], row["start"], row["end"], value, name, row.get("temperature_k"), row["references"]]


def stored(name: str) -> Baseline | None:
    """The baseline of a document; None when it has none yet."""
    file = FOLDER / f"{name}.json"
    return Baseline(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None


def store(name: str, baseline: Baseline) -> None:
    """Write the baseline of a document, one record a line."""
    FOLDER.mkdir(exist_ok=True)
    records = ",\n".join(json.dumps(record, ensure_ascii=False) for record in baseline.records)
    head = json.dumps({"figures": baseline.figures, "right": baseline.right}, indent=1, ensure_ascii=False)
    (FOLDER / f"{name}.json").write_text(f'{head[:-2]},\n "records": [\n{records}\n]}}\n', encoding="utf-8")


def told_losses() -> Iterator[tuple[str, str, int]]:
    """The losses that the change list gives a reason for: document, kind, place in its gold file."""
    for entry in changes():
        if entry["why"].strip():
            yield from ((entry["document"], entry["kind"], place) for place in entry["gold"])


def changes() -> list[dict[str, Any]]:
    """The entries of the change list: document, kind, gold (places in the gold file), why."""
    return list(tomllib.loads(CHANGES.read_text(encoding="utf-8")).get("lost", []))
