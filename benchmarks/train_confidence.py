"""Fit the calibration of confidence on annotated documents, in seconds.

usage: python benchmarks/train_confidence.py CORPUS:GOLD [CORPUS:GOLD ...] [--write] [--examples FILE]

CORPUS is a folder of documents, GOLD a folder with ``*.gold.jsonl`` (or ``*.facts.jsonl``). Logistic regression of "the
pair is right" on the log-odds of the extractor's own estimate and on the features of ``pipeline/confidence.py``, pulled
towards taking the estimate as it is, by kind of record. Whole papers are left out, in all their forms, and what is
predicted for the one left out is printed as a reliability table; ``--write`` writes ``pipeline/confidence.toml``.
``--examples`` keeps what was read of the documents, so that another fit need not read them again.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from corpus.reader import read
from extractors.extract import extract
from pipeline.checks import check
from pipeline.confidence import Model, document_features, features, log_odds, model_of
from pipeline.reconcile.compare import compare
from pipeline.reconcile.gold import GoldDocument, from_files, span
from pipeline.reconcile.report import KINDS

TARGET = Path(__file__).parent.parent / "pipeline" / "confidence.toml"
FIXED = {
    "confirmed": 0.7, "flag:implausible": -3.0, "flag:value_out_of_range": -2.0, "flag:unit_slip_suspected": -0.5,
    "flag:exponent_suspected": -0.5, "flag:arrhenius_disagrees": -0.3, "flag:composition_unbalanced": -0.3,
    "class": -0.7,
}  # fmt: skip
"""Weights of features too rare to be fitted, set by eye; all others that are seen often enough are fitted."""

USUAL = ("block:text", "kind:conductivity", "kind:synthesis", "reason:same sentence")
"""What most records show: the intercept stands for it."""

OFTEN = 25
"""Records that must show a feature before a weight is fitted to it."""

Example = tuple[float, dict[str, float], bool]


def examples(file: Path, gold: GoldDocument) -> dict[str, list[Example]]:
    """Estimate, features and truth of every record of a document that the gold can judge, by model."""
    document = read(file)
    records = extract(document)
    check(document, records)
    told = document_features(records)
    golds = gold.annotated()
    placed = any(span(each) for each in golds)
    found: dict[str, list[Example]] = {model: [] for model in Model}
    for kind in KINDS:
        chosen = [r for r in records if r.kind == kind and (not placed or gold.covers(r.start))]
        rows: list[dict[str, Any]] = [r.model_dump() | {"features": features(r) | told[model_of(r)]} for r in chosen]
        model = Model.SYNTHESIS if kind == "synthesis" else Model.PROPERTY
        judged = compare(kind, rows, [each for each in golds if each["kind"] == kind], "offsets").judged
        found[model] += [(log_odds(row["confidence"]), row["features"], right) for row, right in judged]
    return found


def predict(weights: dict[str, float], example: Example) -> float:
    """Probability that the record is right."""
    odds, told, _ = example
    total = weights["intercept"] + weights["slope"] * odds
    total += sum(weights.get(name, 0.0) * much for name, much in told.items())
    return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def fit(data: list[Example], pull: float = 4.0, rounds: int = 60) -> dict[str, float]:
    """Weights of the most probable calibration, pulled towards slope 1 and nothing else (Newton's method)."""
    seen = Counter(name for _, told, _ in data for name in told)
    chosen = sorted(name for name, times in seen.items() if times >= OFTEN and name not in FIXED and name not in USUAL)
    prior = np.array([0.0, 1.0] + [0.0] * len(chosen))
    rows = np.array([[1.0, odds] + [told.get(name, 0.0) for name in chosen] for odds, told, _ in data])
    fixed = np.array([sum(FIXED.get(name, 0.0) for name in told) for _, told, _ in data])
    right = np.array([truth for *_, truth in data], dtype=float)
    values = prior.copy()
    for _ in range(rounds):
        stated = 1 / (1 + np.exp(-np.clip(rows @ values + fixed, -30, 30)))
        gradient = rows.T @ (right - stated) - pull * (values - prior)
        curvature = (rows * (stated * (1 - stated))[:, None]).T @ rows + pull * np.eye(len(prior))
        values = values + np.clip(np.linalg.solve(curvature, gradient), -0.5, 0.5)  # steps that cannot overshoot
    return dict(zip(["intercept", "slope", *chosen], map(float, values), strict=True)) | FIXED


def reliability(pairs: list[tuple[float, bool]]) -> None:
    """Print stated and observed shares in ten bins."""
    for low in range(10):
        inside = [(p, right) for p, right in pairs if low / 10 <= p < (low + 1) / 10 or (low == 9 and p >= 1)]
        if inside:
            stated = sum(p for p, _ in inside) / len(inside)
            observed = sum(right for _, right in inside) / len(inside)
            print(
                f"  {low / 10:.1f}-{low / 10 + 0.1:.1f}  {len(inside):5d} records  {stated:.3f} stated, {observed:.3f}"
            )


def write(weights: dict[str, dict[str, float]], counts: dict[str, int]) -> None:
    """The weights file, its comment kept."""
    lines = [TARGET.read_text(encoding="utf-8").split("[property]")[0].rstrip(), ""]
    for model, fitted in weights.items():
        lines += [f"[{model}] # fitted on {counts[model]} records"]
        lines += [f"intercept = {fitted['intercept']:.3f}", f"slope = {fitted['slope']:.3f}", "", f"[{model}.weights]"]
        lines += [f'"{name}" = {value:.3f}' for name, value in fitted.items() if name not in ("intercept", "slope")]
        lines += [""]
    TARGET.write_text("\n".join(lines), encoding="utf-8")
    print(f"written to {TARGET.name}")


def read_examples(pairs: list[str]) -> dict[str, dict[str, list[Example]]]:
    """The examples of every document, by paper: its forms have one name."""
    data: dict[str, dict[str, list[Example]]] = {}
    for pair in pairs:
        corpus, gold = map(Path, pair.split(":"))
        files = sorted(gold.glob("*.gold.jsonl")) or sorted(gold.glob("*.facts.jsonl"))
        known = {name.removesuffix(".facts"): told for name, told in from_files(files).documents.items()}
        for file in sorted(path for path in corpus.iterdir() if path.stem in known):
            paper = file.stem.removesuffix("-pdf").removesuffix("-jats")
            for model, found in examples(file, known[file.stem]).items():
                data.setdefault(paper, {}).setdefault(model, []).extend(found)
    return data


def main() -> None:
    """Read, leave papers out, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", help="CORPUS:GOLD")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--examples", type=Path)
    arguments = parser.parse_args()
    if arguments.examples and arguments.examples.exists():
        data = json.loads(arguments.examples.read_text())
    else:
        data = read_examples(arguments.pairs)
        if arguments.examples:
            arguments.examples.write_text(json.dumps(data))
    weights, counts = {}, {}
    for model in Model:
        told = []
        for left_out, held in data.items():
            others = [e for name, found in data.items() if name != left_out for e in found.get(model, [])]
            told += [(predict(fit(others), example), example[2]) for example in held.get(model, [])]
        print(f"{model}: documents left out")
        reliability(told)
        everything = [example for found in data.values() for example in found.get(model, [])]
        weights[str(model)], counts[str(model)] = fit(everything), len(everything)
    if arguments.write:
        write(weights, counts)


if __name__ == "__main__":
    main()
