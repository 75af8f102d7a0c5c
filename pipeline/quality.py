"""How well a document is read: what in its records and problems tells of a text whose facts are not to be trusted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus.data import data_of
from pipeline.checks.composition import FLAG as UNBALANCED
from pipeline.checks.plausibility import FLAG as OUT_OF_RANGE
from pipeline.checks.plausibility import IMPLAUSIBLE

TABLE_CODES = ("unreadable_table", "table_row")
TOLD = 0.005  # share of a fault from which on it is told
WORST = 10  # documents named at a run's end
_PLACES = re.compile(r"(\d+) places")


@dataclass(frozen=True, slots=True)
class Quality:
    """``score`` from 0 to 1; ``faults`` tell what speaks against it, the worst first, ``remedy`` what would help."""

    score: float
    faults: tuple[str, ...] = ()
    remedy: str | None = None


@cache
def rules() -> dict[str, Any]:
    """Weights, words and the least quality; their meaning is told in the file."""
    return data_of(__file__)


def least_quality() -> float:
    """Below it a document is read badly."""
    return float(rules()["least"])


def reading_quality(part: Mapping[str, Any]) -> Quality:
    """How well the document of a part is read."""
    few = rules()["few"]
    score, found = 1.0, []
    for name, (count, total) in _counts(part).items():
        fault = rules()["faults"][name]
        share = count / (total + few)
        score *= max(0.0, 1 - fault["weight"] * share)
        if count >= TOLD * total and count:
            found.append((fault["weight"] * share, fault["says"].format(share=count / total), fault["help"]))
    found.sort(key=lambda each: -each[0])
    return Quality(round(score, 3), tuple(says for _, says, _ in found), found[0][2] if found else None)


def _counts(part: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Of each fault how often it is there, of how many."""
    values = [record for record in part["records"] if record["kind"] != "synthesis"]
    flags = Counter(flag for record in values for flag in set(record["flags"]))
    codes = Counter(problem["code"] for problem in part["problems"])
    told = " ".join(problem["message"] for problem in part["problems"] if problem["code"] == "signs_lost")
    lost = sum(map(int, _PLACES.findall(told)))
    unread = sum(codes[code] for code in TABLE_CODES)
    named = [record for record in values if record["material"]]
    return {
        "signs": (lost, lost + len(values)),
        "range": (len([r for r in values if {OUT_OF_RANGE, IMPLAUSIBLE} & set(r["flags"])]), len(values)),
        "formulas": (flags[UNBALANCED], len(values)),
        "tables": (unread, max(unread, part["document"]["tables"])),
        "names": (sum(not record["formula"] for record in named), len(values)),
        "nameless": (len(values) - len(named), len(values)),
    }
