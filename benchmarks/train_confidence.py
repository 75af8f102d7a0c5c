"""Fit the calibration of confidence on annotated documents, in seconds.

usage: python benchmarks/train_confidence.py CORPUS:GOLD [CORPUS:GOLD ...] [--write] [--examples FILE]

CORPUS is a folder of documents, GOLD a folder with ``*.gold.jsonl`` (or ``*.facts.jsonl``). Logistic regression of
"the pair is right" on the log-odds of the own estimate and on the features of ``pipeline/confidence.py``, by
kind of record, pulled towards taking the estimate as it is: as strongly as predicts best what is left out. Whole papers
are left out, in all their forms; what is predicted for the one left out is printed as a reliability table; ``--write``
writes ``pipeline/confidence.toml``.
``--examples`` keeps what was read of the documents, so that another fit need not read them again.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from corpus.reader import read
from extractors.extract import extract
from pipeline.checks import check
from pipeline.confidence import Model, document_features, features, log_odds, model_of
from pipeline.reconcile.compare import compare
from pipeline.reconcile.gold import GoldDocument, from_files, span
from pipeline.reconcile.report import KINDS, reliability

TARGET = Path(__file__).parent.parent / "pipeline" / "confidence.toml"
FIXED = {
    "confirmed": 0.7, "flag:implausible": -3.0, "flag:value_out_of_range": -2.0, "flag:unit_slip_suspected": -0.5,
    "flag:exponent_suspected": -0.5, "flag:arrhenius_disagrees": -0.3, "flag:composition_unbalanced": -0.3,
    "flag:barrier_suspected": -2.0, "class": -0.7,
}  # fmt: skip
"""Weights of features too rare to be fitted, set by eye; all others that are seen often enough are fitted."""

USUAL = ("block:text", "reason:same sentence")
"""What most records show: the intercept stands for it."""

OFTEN = 25
"""Records that must show a feature before a weight is fitted to it."""

PULLS = (2.0, 5.0, 10.0, 20.0, 40.0, 80.0)
"""How strongly weights are drawn to nothing and the slope to one: what is tried (precision of a normal prior)."""

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
        rows: list[dict[str, Any]] = [
            r.model_dump() | {"features": features(r) | told[model_of(r.kind)]} for r in chosen
        ]
        model = model_of(kind)
        judged = compare(kind, rows, [each for each in golds if each["kind"] == kind], "offsets").judged
        found[model] += [(log_odds(row["confidence"]), row["features"], right) for row, right in judged]
    return found


def predict(weights: dict[str, float], example: Example) -> float:
    """Probability that the record is right."""
    odds, told, _ = example
    total = weights["intercept"] + weights["slope"] * odds
    total += sum(weights.get(name, 0.0) * much for name, much in told.items())
    return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def fit(papers: Sequence[Sequence[Example]], pull: float, rounds: int = 60) -> dict[str, float]:
    """Weights of the most probable calibration, pulled towards slope 1 and nothing else (Newton's method)."""
    data = [example for paper in papers for example in paper]
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


def left_out(papers: Sequence[Sequence[Example]], pull: float) -> tuple[float, list[tuple[float, bool]]]:
    """Surprise (mean over papers of the mean log loss of a record) and what is stated of each, its paper left out."""
    told: list[tuple[float, bool]] = []
    surprise = 0.0
    for number, paper in enumerate(papers):
        weights = fit([*papers[:number], *papers[number + 1 :]], pull)
        stated = [(predict(weights, example), example[2]) for example in paper]
        surprise -= float(np.mean([np.log(p if right else 1 - p) for p, right in stated])) / len(papers)
        told += stated
    return surprise, told


def write(weights: dict[str, dict[str, float]], counts: dict[str, int]) -> None:
    """The weights file, its comment kept."""
    lines = [TARGET.read_text(encoding="utf-8").split(f"[{Model.CONDUCTIVITY}]")[0].rstrip(), ""]
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
        papers = [found[model] for found in data.values() if found.get(model)]
        tried = {pull: left_out(papers, pull) for pull in PULLS}
        pull = min(tried, key=lambda each: tried[each][0])
        print(f"{model}: papers left out; pull {pull:g} (surprise {', '.join(f'{tried[p][0]:.3f}' for p in PULLS)})")
        for found in reliability(model, tried[pull][1]):
            span = f"{found['confidence_low']:.1f}-{found['confidence_high']:.1f}  {found['records']:5d} records"
            print(f"  {span}  {found['confidence_mean']:.3f} stated, {found['share_right']:.3f}")
        weights[str(model)], counts[str(model)] = fit(papers, pull), sum(map(len, papers))
    if arguments.write:
        write(weights, counts)


if __name__ == "__main__":
    main()
