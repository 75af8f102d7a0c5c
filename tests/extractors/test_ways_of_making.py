"""The ways in which a text tells how something was made, through the whole chain: cases in ``ways_of_making.toml``."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Block, BlockKind, Document, Metadata
from corpus.mapped_text import MappedText
from extractors.extract import extract
from extractors.records import SynthesisRecord, SynthesisStep

WAYS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("ways_of_making.toml").read_text("utf-8"))["way"]
FIELDS = {"C": "temperature_c", "h": "duration_h", "rpm": "speed_rpm", "MPa": "pressure_mpa"}
OWN = "In this work, we measured the conductivity of the samples that we prepared."
CONDITION = re.compile(r"([\d.]+)(?:-([\d.]+))?([A-Za-z]+)")

Condition = tuple[str, str, float]


def document(way: dict[str, Any]) -> Document:
    """The document of a case; its last block is the text in question."""
    before = [*([("Experimental", OWN)] if way.get("own") else []), *way.get("before", [])]
    blocks = [Block(BlockKind.PARAGRAPH, MappedText.from_raw(text), section=section) for section, text in before]
    kind = BlockKind.CAPTION if way.get("caption") else BlockKind.PARAGRAPH
    blocks.append(Block(kind, MappedText.from_raw(way["text"]), section=way.get("section", "")))
    title = Metadata(title=way.get("title", ""))
    return Document("test", None, "", "text/plain", way["text"], metadata=title, blocks=blocks)


def given(steps: list[SynthesisStep]) -> set[Condition]:
    """The conditions of steps, each with its operation and unit."""
    told = ((step.op, unit, getattr(step, name)) for step in steps for unit, name in FIELDS.items())
    return {
        (op, unit, round(v, 2))
        for op, unit, value in told
        for v in (value if isinstance(value, list) else [value])
        if round(v or 0.0, 2)
    }


def expected(steps: str) -> set[Condition]:
    """The same of a case's "mill 500rpm 20h; heat 240-260C"."""
    return {
        (step.split()[0], m[3], round(float(value), 2))
        for step in filter(str.strip, steps.split(";"))
        for m in CONDITION.finditer(step)
        for value in filter(None, (m[1], m[2]))
    }


@pytest.mark.parametrize("way", WAYS, ids=[way["id"] for way in WAYS])
def test_way_of_making(way: dict[str, Any]) -> None:
    records = [r for r in extract(document(way)) if isinstance(r, SynthesisRecord) and r.sentence in way["text"]]
    for route in way["routes"]:
        names, methods, steps = map(str.strip, route.split("|"))
        right = [
            r for r in records if {r.material, r.formula} & set(names.split(",")) and r.method in methods.split(",")
        ]
        assert right, f"{route} is not told"
        assert given(right[0].steps) == expected(steps)
        records.remove(right[0])
    assert not [r.material for r in records if r.role == "electrolyte" and r.subject_kind == "specific"]
