"""Fit the weights of links and routes of synthesis on annotated documents, in minutes.

usage: python benchmarks/train_synthesis.py CORPUS:GOLD [CORPUS:GOLD ...] [--write]

CORPUS is a folder of documents, GOLD a folder with ``*.gold.jsonl`` and ``ranges.json``. Logistic regression of "this
process was done to this material" on the features of ``extractors/synthesis/links.py``, one model a level of process;
then of "the route is right" on the traces of routes (``extractors/synthesis/trace.py``) in documents that the weights
of links had not seen. The sentences of ``tests/extractors/synthesis_sentences.json`` are examples too. What is found in
the documents left out is printed; ``--write`` writes ``extractors/synthesis/weights.toml``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np

from corpus.document import Document
from corpus.reader import read, read_text
from extractors.composition import context_of
from extractors.extract import read_block
from extractors.mentions import Material
from extractors.synthesis import extractor, links
from extractors.synthesis.processes import Level, Process
from pipeline.reconcile.agreement import agree_material
from pipeline.reconcile.compare import compare_routes
from pipeline.reconcile.gold import GoldDocument, from_files

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "extractors" / "synthesis" / "weights.toml"
SENTENCES = ROOT / "tests" / "extractors" / "synthesis_sentences.json"
PULL = 3.0  # pull of every weight towards none
LEAST = 0.05  # smaller weights are not written
RARE = 4  # examples below which a feature gets no weight
FOLDS = 5
OTHER_REASONS = ("source:", "reaction:")  # what a record tells beside the trace of its route
NEAR, STEP_BEFORE, STEP_AFTER = 400, 250, 700  # characters between a process and the gold it belongs to
HEAD = (
    "# Weights of the features of links and routes (links.py, trace.py): logistic regression on annotated documents\n"
    "# by benchmarks/train_synthesis.py. `route` is fitted on routes of documents that the link weights had not seen.\n"
)

Weights = dict[str, dict[str, float]]


class Example(NamedTuple):
    """Features of a pair or a route of a document, and whether it is right."""

    document: str
    part: str  # a level of process, or "route"
    features: Sequence[str]
    right: bool


class Source(NamedTuple):
    """A document to learn from: its passages as read, and its gold."""

    name: str
    document: Document
    gold: GoldDocument


def fit(examples: Sequence[Example], rounds: int = 12) -> dict[str, float]:
    """Weights by Newton's method, each pulled towards zero."""
    counts = Counter(name for example in examples for name in {*example.features})
    names = [name for name, count in counts.items() if count >= RARE]
    columns = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(examples), len(names) + 1))
    rows[:, -1] = 1.0
    for i, example in enumerate(examples):
        rows[i, [columns[name] for name in {*example.features} if name in columns]] = 1.0
    right = np.array([float(example.right) for example in examples])
    values, pull = np.zeros(rows.shape[1]), np.append(np.full(len(names), PULL), 1e-3)
    for _ in range(rounds):
        stated = 1 / (1 + np.exp(-np.clip(rows @ values, -30, 30)))
        spread = np.maximum(stated * (1 - stated), 1e-6)
        curvature = (rows * spread[:, None]).T @ rows + np.diag(pull)
        values -= np.linalg.solve(curvature, rows.T @ (stated - right) + pull * values)
    return {name: float(values[i]) for name, i in columns.items()} | {"intercept": float(values[-1])}


def fit_parts(examples: Sequence[Example]) -> Weights:
    """The weights of every level of process."""
    return {str(level): fit([e for e in examples if e.part == level]) for level in Level}


def is_step_of(process: Process, gold: dict[str, Any]) -> bool:
    """Whether a process is the method of a tuple or one of its operations."""
    if process.code in {gold["method"], *(gold.get("methods_all") or [])} and process.level is not Level.OPERATION:
        return True
    ops = {step["op"] for step in gold.get("steps") or []}
    return process.level is not Level.METHOD and (process.op in ops or process.level is Level.SAME)


def is_near(span: tuple[int, int], process: Process, gold: dict[str, Any]) -> bool:
    """Whether a process at a raw span stands where a tuple tells of it; without spans anywhere in the document."""
    places = [gold[name] for name in ("method_span", "material_span") if gold.get(name)]
    before, after = (NEAR, NEAR) if process.level is Level.METHOD else (STEP_BEFORE, STEP_AFTER)
    return not places or any(low - before <= span[1] and span[0] <= high + after for low, high in places)


def agrees(materials: Sequence[Material], gold: dict[str, Any]) -> bool:
    """Whether one of the materials is that of a tuple."""
    return any(agree_material({"material": m.name, "formula": m.formula}, gold) for m in materials)


def links_of(source: Source) -> list[Example]:
    """Every pair of process and candidate in the annotated passages of a document."""
    names, found = context_of(source.document), []
    golds = [g for g in source.gold.annotated() if g["kind"] == "synthesis" and g["context"] != "table"]
    for block in source.document.evidence_blocks():
        if block.table is not None:
            continue
        passage = read_block(block, source.document, names).passage
        teller = extractor.teller(passage, block, source.document, names) if passage is not None else None
        if teller is None:
            continue
        teller.tell()
        for sentence, process, target, features in teller.trace:
            span = block.text.raw_span(process.start + sentence.start, process.end + sentence.start)
            if source.gold.covers(span[0]):
                right = any(
                    is_near(span, process, g) and is_step_of(process, g) and agrees(target.materials, g) for g in golds
                )
                found.append(Example(source.name, str(process.level), features, right))
    return found


def routes_of(source: Source) -> list[Example]:
    """The routes told of a document that its gold can judge."""
    names, rows = context_of(source.document), []
    for block in source.document.evidence_blocks():
        passage = read_block(block, source.document, names).passage if block.table is None else None
        if passage is not None:
            rows += extractor.synthesis_records(passage, block, source.document, names, least=0.0)
    golds = [g for g in source.gold.annotated() if g["kind"] == "synthesis" and g["context"] != "table"]
    dumped = [row.model_dump() for row in rows if source.gold.covers(row.start)]
    judged = compare_routes(dumped, golds, "offsets").judged
    traced = [([r for r in row["reasons"] if not r.startswith(OTHER_REASONS)], right) for row, right in judged]
    return [Example(source.name, "route", features, right) for features, right in traced]


def sentences() -> list[Source]:
    """Our own sentences as documents of one paragraph."""
    found = []
    for i, told in enumerate(json.loads(SENTENCES.read_text(encoding="utf-8"))):
        lead = "The ionic conductivity of solid electrolytes depends on how they are made."
        gold = [
            {"kind": "synthesis", "context": "text", "subject_kind": "specific", "role": "electrolyte"}
            | {
                "material": material,
                "method": method,
                "methods_all": [method],
                "steps": [{"op": o} for o in OPERATIONS],
            }
            | {"material_span": [0, len(told["text"]) + len(lead)]}
            for material, method in told["routes"]
        ]
        head = f"{lead}\n\n{told['section']}\n\n" if told.get("section") else f"{lead} "
        found.append(Source(f"sentence {i}", read_text(head + told["text"]), GoldDocument(f"sentence {i}", gold)))
    return found


OPERATIONS = ("mix", "mill", "press", "melt", "quench", "heat", "dry", "dissolve", "stir", "cast", "evaporate", "wash")


def write(weights: Weights) -> None:
    """The weights file; weights too small to matter are left out."""
    parts = []
    for part, found in weights.items():
        kept = sorted((name, value) for name, value in found.items() if abs(value) >= LEAST)
        parts.append("\n".join([f"[{part}]", *(f"{json.dumps(n, ensure_ascii=False)} = {v:.2f}" for n, v in kept), ""]))
    TARGET.write_text(HEAD + "\n" + "\n".join(parts), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", help="CORPUS:GOLD")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    sources = []
    for pair in arguments.pairs:
        corpus, gold = map(Path, pair.split(":"))
        known = from_files([gold]).documents
        files = sorted(path for path in corpus.iterdir() if path.stem in known)
        sources += [Source(file.stem, read(file), known[file.stem]) for file in files]
    taught = [example for source in sentences() for example in links_of(source)]
    found = [example for source in sources for example in links_of(source)]
    fold = {source.name: i % FOLDS for i, source in enumerate(sources)}
    routes: list[Example] = []
    for i in range(FOLDS):
        weights = fit_parts([*taught, *(e for e in found if fold[e.document] != i)]) | {"route": {}}
        with patch.object(links, "weights", return_value=weights):
            routes += [e for source in sources if fold[source.name] == i for e in routes_of(source)]
    print(f"{len(found)} links; {sum(e.right for e in routes)} of {len(routes)} routes right in documents left out")
    if arguments.write:
        write(fit_parts([*taught, *found]) | {"route": fit(routes)})


if __name__ == "__main__":
    main()
