"""Train the weights that choose the material of a value, from gold annotations, in seconds.

usage: python benchmarks/train_linking.py CORPUS_FOLDER GOLD_FOLDER [--write] [--folds]

Logistic ranking: the soft maximum over a value's candidates should lie on those that name the gold's material. The
weights start from the ones a chemist would set (``benchmarks/linking_prior.json``) and are pulled towards them, so that
a few hundred examples suffice. ``--folds`` leaves out one document at a time and prints how often the right candidate
wins on the one left out; ``--write`` writes ``extractors/linking/weights.json``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from corpus.reader import read
from extractors.composition import context_of
from extractors.extract import first_pass
from extractors.linking.discourse import thread_of
from extractors.linking.link import Candidate, rank
from extractors.mentions import QuantityKind
from pipeline.reconcile.agreement import agree_material

HERE = Path(__file__).parent
PRIOR = HERE / "linking_prior.json"
TARGET = HERE.parent / "extractors" / "linking" / "weights.json"
KINDS = {QuantityKind.CONDUCTIVITY: "conductivity", QuantityKind.ENERGY: "activation_energy"}

Example = list[tuple[dict[str, float], bool]]


def examples(text_file: Path, gold_file: Path) -> list[Example]:
    """The candidates of every gold value of a document that a candidate is right for."""
    document = read(text_file)
    gold = [g for g in map(json.loads, gold_file.read_text(encoding="utf-8").splitlines()) if _is_wanted(g)]
    found: list[Example] = []
    for _, reading in first_pass(document, context_of(document)).values():
        passage = reading.passage
        if passage is None:
            continue
        thread = thread_of(passage)
        for value in passage.quantities:
            start, end = reading.block.text.raw_span(value.start, value.end)
            of_kind = (g for g in gold if g["kind"] == KINDS.get(value.kind))
            matching = [g for g in of_kind if g["value_span"][0] < end and start < g["value_span"][1]]
            if matching:
                told = thread.at(passage.sentence_index(value.start))
                found.append(_example(rank(thread, told, value), matching))
    return [example for example in found if any(right for _, right in example)]


def _is_wanted(gold: dict[str, object]) -> bool:
    """Whether a gold tuple is a value of running text on a definite material."""
    return bool(gold.get("value_span")) and gold["context"] != "table" and gold["subject_kind"] == "specific"


def _example(found: list[Candidate], gold: list[dict[str, object]]) -> Example:
    def is_right(candidate: Candidate) -> bool:
        material = candidate.owner.material
        row = {"material": material.name, "formula": material.formula, "material_surface": material.surface}
        return any(agree_material(row, g) for g in gold)

    return [(dict(c.features), is_right(c)) for c in found]


def train(
    data: list[Example], prior: dict[str, float], pull: float = 8.0, rounds: int = 400, step: float = 0.3
) -> dict[str, float]:
    """Gradient ascent on the log-probability of the right candidates, pulled towards the prior."""
    names = list(prior)
    usual = values = np.array([prior[name] for name in names])
    told = [np.array([[features.get(name, 0.0) for name in names] for features, _ in each]) for each in data]
    right = [np.array([is_right for _, is_right in each], dtype=float) for each in data]
    for _ in range(rounds):
        gradient = -pull * (values - usual)
        for features, truth in zip(told, right, strict=True):
            shares = np.exp(features @ values - np.max(features @ values))
            of_right = shares * truth / max(float(shares @ truth), 1e-300)
            gradient = gradient + (of_right - shares / shares.sum()) @ features
        values = values + step / max(len(data), 1) * gradient
    return dict(zip(names, map(float, values), strict=True))


def hits(data: list[Example], weights: dict[str, float]) -> int:
    """How many values have a right candidate on top."""
    right = 0
    for example in data:
        best = max(example, key=lambda item: sum(weights.get(n, 0.0) * s for n, s in item[0].items()))
        right += best[1]
    return right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", action="store_true")
    arguments = parser.parse_args()
    prior = json.loads(PRIOR.read_text())
    data = {
        file.stem: examples(file, arguments.gold / f"{file.stem}.gold.jsonl")
        for file in sorted(arguments.corpus.glob("*.txt"))
        if (arguments.gold / f"{file.stem}.gold.jsonl").exists()
    }
    if arguments.folds:
        for left_out, held in data.items():
            weights = train([e for name, es in data.items() if name != left_out for e in es], prior)
            print(f"{left_out}: prior {hits(held, prior)}, trained on the others {hits(held, weights)} of {len(held)}")
    everything = [example for found in data.values() for example in found]
    weights = train(everything, prior)
    print(f"all: prior {hits(everything, prior)}, trained {hits(everything, weights)} of {len(everything)}")
    if arguments.write:
        TARGET.write_text(json.dumps({k: round(v, 3) for k, v in sorted(weights.items())}, indent=1) + "\n")


if __name__ == "__main__":
    main()
