"""``ionmine compare``: what one form of a paper gave and the other did not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows.commands.record_table import record_tables
from flows.console import OK, SOME_FAILED, complain, output
from pipeline.materials import same_material
from pipeline.pool import WorkerPool, job_of
from pipeline.settings import Settings

Record = dict[str, Any]
NEAR = 0.01  # relative; values of two forms of one table differ by rounding only


def compare(one: str, other: str, settings: Settings) -> int:
    """Read both files, print the facts of each that the other does not have, and how many they share; the exit code."""
    jobs = [job_of(number, Path(file), settings) for number, file in enumerate((one, other))]
    found: dict[int, list[Record]] = {}
    with WorkerPool(settings, min(settings.workers, 2)) as pool:
        for outcome in pool.run(jobs):
            if outcome.code:
                complain(str(outcome.job["name"]), outcome.message)
            found[outcome.job["job"]] = outcome.part.get("records", [])
    only, shared = differences(found.get(0, []), found.get(1, []))
    for file, records in zip((one, other), only, strict=True):
        output().print(f"only in {file}: {len(records)}")
        for table in record_tables(records, output().width):
            output().print(table)
    output().print(f"in both: {shared}")
    return OK if len(found) == len(jobs) and all(found.values()) else SOME_FAILED


def differences(one: Sequence[Record], other: Sequence[Record]) -> tuple[tuple[list[Record], list[Record]], int]:
    """The records of each side without a partner on the other, and how many have one; each is partner of one only."""
    left = list(other)
    alone = []
    for record in one:
        partner = next((each for each in left if same_fact(record, each)), None)
        if partner is None:
            alone.append(record)
        else:
            left.remove(partner)
    return (alone, left), len(one) - len(alone)


def same_fact(one: Record, other: Record) -> bool:
    """Whether two records tell the same value of the same material, or the same method."""
    if one["kind"] != other["kind"]:
        return False
    named = same_material((one["material"], one["formula"]), (other["material"], other["formula"]))
    if one["kind"] == "synthesis":
        return named and one["method"] == other["method"]
    ends = ("value_low", "value_high")
    same = all(math.isclose(one[end], other[end], rel_tol=NEAR) for end in ends)
    return same and (named or not (one["material"] and other["material"]))
