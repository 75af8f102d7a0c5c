"""Records and parts made by hand, so that the pipeline is tested without reading a document."""

from __future__ import annotations

from typing import Any

from extractors.records import PropertyRecord, SynthesisRecord

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
        "given_up": None,
    }
