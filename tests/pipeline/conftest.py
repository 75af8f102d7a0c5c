"""Records and parts made by hand, so that the pipeline is tested without reading a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.records import PropertyRecord, SynthesisRecord
from pipeline.consolidate.build import consolidate
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.discover import Input

Part = dict[str, Any]


def value(material: str | None, number: float, **fields: Any) -> PropertyRecord:
    """A conductivity in S/cm, or with kind="activation_energy" an energy in eV."""
    kind = fields.pop("kind", "conductivity")
    known: dict[str, Any] = {
        "kind": kind,
        "property": "ionic" if kind == "conductivity" else "activation_energy",
        "material": material,
        "formula": material,
        "value_surface": f"{number:g}",
        "value_low": number,
        "value_high": number,
        "start": 0,
        "end": 5,
        "sentence": f"{material} {number:g} {fields.get('start', 0)}",
        "confidence": 0.9,
    }
    return PropertyRecord(**{**known, **fields})


def route(material: str, method: str = "ball-milling", **fields: Any) -> SynthesisRecord:
    """A synthesis."""
    known: dict[str, Any] = {"material": material, "formula": material, "method": method, "methods": [method]}
    return SynthesisRecord(**{**known, "start": 0, "end": 5, "sentence": f"{material} by {method}", **fields})


def part(document_id: str, records: list[Any], entries: dict[int, str] | None = None, **document: Any) -> Part:
    """The part of a document with these records and bibliography entries."""
    told = {
        "document_id": document_id, "sha256": document_id * 4, "status": "success", "media_type": "text/plain",
        "characters": 100, "blocks": 3, "tables": 0, "title": "", "authors": "", "doi": "", "journal": "",
        "year": None, "licence": "", "pages": None,
    }  # fmt: skip
    bibliography = [
        {"number": number, "text": text, "authors": "", "title": "", "journal": "", "year": None, "doi": ""}
        for number, text in (entries or {}).items()
    ]
    return {
        "document": {**told, **document},
        "records": [record.model_dump(mode="json") for record in records],
        "second_readings": [],
        "problems": [],
        "bibliography": bibliography,
        "limits": None,
    }


Builder = Callable[..., KnowledgeBase]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Builder]:
    """Builds a knowledge base from parts."""
    opened: list[KnowledgeBase] = []

    def make(*parts: Part, name: str = "base.duckdb") -> KnowledgeBase:
        base = KnowledgeBase(tmp_path / name)
        opened.append(base)
        inputs = [Input(Path(p["document"]["document_id"]), p["document"]["document_id"], p["document"]["sha256"]) for p in parts]
        consolidate(base, zip(inputs, parts, strict=True), "rules")
        for table in ("reconciliation", "reconciliation_cases", "reliability"):
            base.replace(table, [])
        return base

    yield make
    for base in opened:
        base.connection.close()
