"""Find the character offsets of the sample review's gold from its line numbers and surfaces.

Usage: ``python -m benchmarks.gold.annotate`` rewrites ``corpus/sample/sample-review.gold.jsonl``: every tuple with its
number, and a span (half-open, characters of the decoded file) for each surface. It stops at a surface that does not
stand where its line number says.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "corpus" / "sample"
TEXT = FOLDER / "sample-review.txt"
GOLD = FOLDER / "sample-review.gold.jsonl"

SURFACES = {"value": "line", "material": "material_line", "method": "line"}
"""Which field holds the number (from 1) of the line on which a surface stands."""

Gold = dict[str, Any]


def span_of(text: str, line: int, surface: str, nth: int = 1) -> tuple[int, int]:
    """Where the ``nth`` occurrence of a surface stands on a line; raises ValueError when it does not.

    A number is not found inside a longer one, nor a formula inside a longer formula.

    >>> span_of("first\\nLi3YCl6 has 0.5 and 5 mS/cm", 2, "5 mS/cm")
    (26, 33)
    """
    lines = text.split("\n")
    start = sum(len(earlier) + 1 for earlier in lines[: line - 1])
    pattern = re.compile(rf"(?<![\w.{{]){re.escape(surface)}(?![\w}}]|\.[\d₀-₉])")
    found = list(pattern.finditer(lines[line - 1])) if line <= len(lines) else []
    if len(found) < nth:
        raise ValueError(f"line {line} has no {surface!r} (occurrence {nth})")
    return start + found[nth - 1].start(), start + found[nth - 1].end()


def with_spans(gold: Gold, text: str, number: int) -> Gold:
    """A tuple with its id and the spans of its surfaces."""
    kept = {key: value for key, value in gold.items() if key != "id" and not key.endswith("_span")}
    for name, line_field in SURFACES.items():
        surface = kept.get(f"{name}_surface")
        if surface:
            kept[f"{name}_span"] = list(span_of(text, kept[line_field], surface, kept.get(f"{name}_nth", 1)))
    return {"id": f"sample-{number:03d}", **kept}


def annotate(text: str, lines: str) -> str:
    """The gold file's content with numbers and spans filled in anew."""
    tuples = [json.loads(line) for line in lines.splitlines() if line.strip()]
    placed = [with_spans(gold, text, number) for number, gold in enumerate(tuples, start=1)]
    return "".join(json.dumps(gold, ensure_ascii=False) + "\n" for gold in placed)


if __name__ == "__main__":
    GOLD.write_text(
        annotate(TEXT.read_text(encoding="utf-8"), GOLD.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
    )
