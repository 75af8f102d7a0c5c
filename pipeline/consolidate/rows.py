"""One part of the store as rows of the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractors.composition.families import family_of
from extractors.properties import specifications
from pipeline.checks.plausibility import IMPLAUSIBLE
from pipeline.consolidate.conflicts import neighbour
from pipeline.consolidate.density import relative_density
from pipeline.consolidate.identity import COMPOSITE, identity
from pipeline.consolidate.measurements import rounding, uncertainty
from pipeline.consolidate.sources import article_id, traits
from pipeline.consolidate.space_groups import crystal_system
from pipeline.consolidate.trust import is_trusted
from pipeline.corrections.apply import REJECTED
from pipeline.discover import Input
from pipeline.materials import material_key
from pipeline.names import shown
from pipeline.quality import reading_quality
from pipeline.samples import own_sample
from pipeline.store import Part

Rows = dict[str, list[dict[str, Any]]]
STEP_RANGES = {
    "temperature_c": ("temperature_low_c", "temperature_high_c"),
    "duration_h": ("duration_low_h", "duration_high_h"),
    "pressure_mpa": ("pressure_low_mpa", "pressure_high_mpa"),
    "speed_rpm": ("speed_low_rpm", "speed_high_rpm"),
    "ramp_k_min": ("ramp_low_k_min", "ramp_high_k_min"),
    "ball_ratio": ("ball_ratio_low", "ball_ratio_high"),
}
# What the manifest tells of a file goes before what is read in it: it was written by a person.
IN_WORDS = frozenset({"polymer", "composite", "fluorite"})  # families that composition does not tell
FROM_MANIFEST = ("title", "journal", "doi", "licence", "year", "authors")


@dataclass(slots=True)
class PartRows:
    """Rows of one document by table."""

    rows: Rows = field(default_factory=dict)

    def add(self, table: str, row: dict[str, Any]) -> None:
        """Append one row to a table; what is empty is null."""
        self.rows.setdefault(table, []).append({name: None if value == "" else value for name, value in row.items()})


def rows_of(item: Input, part: Part, rules: str) -> Rows:
    """All rows that come from one document."""
    result = PartRows()
    document = _document_row(item, part, rules)
    result.add("documents", document)
    for entry in sorted(part["bibliography"], key=lambda entry: entry["number"]):
        named = {"source_id": f"{item.document_id}[{entry['number']}]", "document_id": item.document_id}
        result.add("cited", entry | named | traits(entry).columns())
    for index, record in enumerate(part["records"], start=1):
        code = left_out(record)
        if code is not None:
            result.add("problems", _left_out_row(item, record, code))
            continue
        row = dict(record)
        row["document_id"] = item.document_id
        row["record_id"] = f"{item.document_id}#{index:04d}"
        row["article_id"], row["reading_quality"] = document["article_id"], document["reading_quality"]
        if row["block"] == "table":
            row["phase"] = record["phase"] or crystal_system(record["sentence"])
        row["relative_density"] = relative_density(record["sentence"])
        row["family"] = _family(record)
        row["sample_id"] = own_sample(item.document_id, record["sample_id"])
        row["material_id"] = _material_id(record)
        row["source_ids"] = [f"{item.document_id}[{number}]" for number in record["references"]]
        if record["kind"] == "synthesis":
            steps = row.pop("steps")
            row["step_count"] = len(steps)
            for step in _step_rows(row, steps):
                result.add("synthesis_steps", step)
        else:
            row |= _judged(row)
        result.add(record["kind"], row)
    for reading in part["second_readings"]:
        told = {**reading, "document_id": item.document_id, "material": "; ".join(reading["names"])}
        result.add("second_readings", told)
    for problem in problem_rows(item, part):
        result.add("problems", problem)
    return result.rows


def _judged(row: Mapping[str, Any]) -> dict[str, Any]:
    """What joining and comparing needs to know of a value besides its columns."""
    offered = neighbour(row)
    return {
        "trusted": is_trusted(row), "value_uncertainty": uncertainty(row), "value_rounding": rounding(row),
        "offered": offered, "offered_id": material_key(offered) if offered else None,
    }  # fmt: skip


def _document_row(item: Input, part: Part, rules: str) -> dict[str, Any]:
    row = dict(part["document"])
    row["document_id"] = item.document_id
    row["file"], row["is_sample"] = shown(item.path), item.is_sample
    for name in FROM_MANIFEST:
        if item.manifest.get(name):
            row[name] = item.manifest[name]
    kinds = [record["kind"] for record in part["records"] if left_out(record) is None]
    row |= {spec.count: kinds.count(kind) for kind, spec in specifications().items()}
    row["syntheses"] = kinds.count("synthesis")
    row["problem_count"] = len(part["problems"]) + len(part["records"]) - len(kinds)
    row["rules_version"] = rules
    quality = reading_quality({**part, "records": part.get("as_read", part["records"])})
    row |= {"reading_quality": quality.score, "reading_faults": list(quality.faults), "remedy": quality.remedy}
    row["article_id"] = article_id(row)
    return row


def _family(record: Mapping[str, Any]) -> str | None:
    """The family of a record's material: a filled polymer is a composite, else the composition tells, else the text."""
    if record["material"] and identity(record["material"], record["formula"]).filler_family:
        return COMPOSITE
    told: str | None = record["family"]
    return told if told in IN_WORDS else family_of(record["formula"] or record["material"] or "") or told


def _material_id(record: Mapping[str, Any]) -> str | None:
    """What a definite material is told apart by; None for a class and for no material."""
    definite = record["material"] and record["subject_kind"] == "specific"
    return material_key(record["material"], record["formula"]) if definite else None


def left_out(record: Mapping[str, Any]) -> str | None:
    """Why a record is in no table: no material can have its value, or a person rejected it; None when it is in one."""
    return next((code for code in (IMPLAUSIBLE, REJECTED) if code in record["flags"]), None)


def _left_out_row(item: Input, record: Mapping[str, Any], code: str) -> dict[str, Any]:
    """What is told of a record that is a row of no other table."""
    why = next(reason for reason in record["reasons"] if reason.startswith(code))
    what = record.get("value_surface") or record["method"]
    return {
        "document_id": item.document_id,
        "file": shown(item.path),
        "code": code,
        "message": f"{record['material'] or 'no material'}: {what} left out, {why}",
        "page": record["page"],
        "start": record["start"],
        "end": record["end"],
        "sentence": record["sentence"],
    }


def _step_rows(record: dict[str, Any], steps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for number, step in enumerate(steps, start=1):
        row = {name: record[name] for name in ("record_id", "document_id", "material")}
        row |= {"step": number, "op": step["op"], "surface": step["surface"]}
        row |= {"atmosphere": step["atmosphere"], "solvent": step["solvent"]}
        for name, (low, high) in STEP_RANGES.items():
            value = step.get(name)
            row[low], row[high] = (value[0], value[-1]) if isinstance(value, list) else (value, value)
        yield row


def problem_rows(item: Input, part: Part) -> Iterator[dict[str, Any]]:
    """The document's problems."""
    for problem in part["problems"]:
        yield {
            "document_id": item.document_id,
            "file": shown(item.path),
            "code": problem["code"],
            "message": problem["message"],
            "page": problem["page"],
            "start": problem["raw_start"],
        }
