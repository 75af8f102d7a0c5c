"""Fit the calibration of confidence on annotated documents, in seconds.

usage: python benchmarks/train_confidence.py CORPUS:GOLD [CORPUS:GOLD ...] [--write] [--folds]

CORPUS is a folder of documents, GOLD a folder with ``*.gold.jsonl`` and ``ranges.json``. Logistic regression of "the
pair is right" on the log-odds of the extractor's own estimate and on the features of ``pipeline/confidence.py``, pulled
towards taking the estimate as it is. ``--folds`` leaves out one document at a time and prints the reliability table of
what is predicted for the one left out; ``--write`` writes ``pipeline/confidence.toml``.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import Any

import numpy as np

from corpus.reader import read
from extractors.extract import extract
from pipeline.checks import check
from pipeline.confidence import features, log_odds
from pipeline.reconcile.compare import compare
from pipeline.reconcile.gold import GoldDocument, from_files

TARGET = Path(__file__).parent.parent / "pipeline" / "confidence.toml"
FIXED = {"confirmed": 0.7, "flag:value_out_of_range": -2.0, "flag:unit_slip_suspected": -0.5}
FIXED |= {
    "flag:exponent_suspected": -0.5,
    "flag:arrhenius_disagrees": -0.3,
    "flag:composition_unbalanced": -0.3,
    "class": -0.7,
}
FITTED = (
    "block:table", "block:caption", "kind:activation_energy", "kind:synthesis", "flag:named_by_topic", "flag:repeated",
    "flag:values_disagree",
)  # fmt: skip
"""Weights of features too rare to be fitted stand as set by eye; these have examples enough."""

Example = tuple[float, list[str], bool]


def examples(file: Path, gold: GoldDocument) -> list[Example]:
    """Estimate, features and truth of every record of a document that the gold can judge."""
    document = read(file)
    records = extract(document)
    check(document, records)
    found: list[Example] = []
    for kind in ("conductivity", "activation_energy", "synthesis"):
        chosen = [r for r in records if r.kind == kind and gold.covers(r.start)]
        rows: list[dict[str, Any]] = [r.model_dump() | {"features": features(r)} for r in chosen]
        judged = compare(kind, rows, [g for g in gold.annotated() if g["kind"] == kind], "offsets").judged
        found += [(log_odds(row["confidence"]), row["features"], right) for row, right in judged]
    return found


def predict(weights: dict[str, float], example: Example) -> float:
    odds, names, _ = example
    total = weights["intercept"] + weights["slope"] * odds + sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def fit(data: list[Example], pull: float = 1.0, rounds: int = 30) -> dict[str, float]:
    """Weights of the most probable calibration, pulled towards slope 1 and nothing else (Newton's method)."""
    names = ["intercept", "slope", *FITTED]
    prior = np.array([0.0, 1.0] + [0.0] * len(FITTED))
    rows = np.array([[1.0, odds] + [float(name in found) for name in FITTED] for odds, found, _ in data])
    fixed = np.array([sum(FIXED.get(name, 0.0) for name in found) for _, found, _ in data])
    right = np.array([truth for *_, truth in data], dtype=float)
    values = prior.copy()
    for _ in range(rounds):
        stated = 1 / (1 + np.exp(-(rows @ values + fixed)))
        gradient = rows.T @ (right - stated) - pull * (values - prior)
        curvature = (rows * (stated * (1 - stated))[:, None]).T @ rows + pull * np.eye(len(names))
        values = values + np.linalg.solve(curvature, gradient)
    return dict(zip(names, map(float, values), strict=True)) | FIXED


def reliability(pairs: list[tuple[float, bool]]) -> None:
    """Print stated and observed shares in ten bins."""
    for low in range(10):
        inside = [(p, right) for p, right in pairs if low / 10 <= p < (low + 1) / 10 or (low == 9 and p >= 1)]
        if inside:
            stated = sum(p for p, _ in inside) / len(inside)
            observed = sum(right for _, right in inside) / len(inside)
            print(
                f"  {low / 10:.1f}-{low / 10 + 0.1:.1f}  {len(inside):4d} records  {stated:.3f} stated, {observed:.3f}"
            )


def write(weights: dict[str, float], count: int) -> None:
    """The weights file, its comment kept."""
    head = TARGET.read_text(encoding="utf-8").split("intercept =")[0]
    lines = [f"intercept = {weights['intercept']:.3f}", f"slope = {weights['slope']:.3f}", "", "[weights]"]
    lines += [f'"{name}" = {weights[name]:.3f}' for name in (*FITTED, *FIXED)]
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"fitted on {count} records, written to {TARGET.name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", help="CORPUS:GOLD")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", action="store_true")
    arguments = parser.parse_args()
    data: dict[str, list[Example]] = {}
    for pair in arguments.pairs:
        corpus, gold = map(Path, pair.split(":"))
        known = from_files([gold]).documents
        for file in sorted(path for path in corpus.iterdir() if path.stem in known):
            if file.suffix in (".txt", ".md") and (found := examples(file, known[file.stem])):
                data.setdefault(file.stem, []).extend(found)
    if arguments.folds:
        told = []
        for left_out, held in data.items():
            weights = fit([e for name, found in data.items() if name != left_out for e in found])
            told += [(predict(weights, example), example[2]) for example in held]
        reliability(told)
    everything = [example for found in data.values() for example in found]
    weights = fit(everything)
    print({name: round(value, 2) for name, value in weights.items()})
    reliability([(predict(weights, example), example[2]) for example in everything])
    if arguments.write:
        write(weights, len(everything))


if __name__ == "__main__":
    main()
