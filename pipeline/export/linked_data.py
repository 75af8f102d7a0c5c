"""The measurements as JSON-LD in the terms of schema.org and QUDT, one line a node group, ready for a triple store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractors.properties import specification
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.store import replacing

CONTEXT = {
    "@vocab": "https://schema.org/",
    "qudt": "http://qudt.org/schema/qudt/",
    "unit": "http://qudt.org/vocab/unit/",
    "quantitykind": "http://qudt.org/vocab/quantitykind/",
}


def node(row: dict[str, Any], sources: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """One measurement as a schema.org Observation of a chemical substance."""
    spec = specification(row["kind"])
    measured: dict[str, Any] = {
        "@type": ["QuantitativeValue", "qudt:QuantityValue"], "qudt:unit": {"@id": spec.qudt_unit},
        "unitText": spec.unit,
    }  # fmt: skip
    if row["value_low"] == row["value_high"] and row["comparator"] in ("=", "~"):
        measured |= {"value": row["value_low"], "qudt:numericValue": row["value_low"]}
    else:
        low = row["value_low"] if row["comparator"] not in ("<", "<=") else None
        high = row["value_high"] if row["comparator"] not in (">", ">=") else None
        measured |= {name: end for name, end in (("minValue", low), ("maxValue", high)) if end is not None}
    substance: dict[str, Any] = {"@type": "ChemicalSubstance", "name": row["material"]}
    if row["formula"]:
        substance["chemicalComposition"] = row["formula"]
    found: dict[str, Any] = {
        "@id": f"urn:ionmine:{row['measurement_id']}",
        "@type": "Observation",
        "observationAbout": substance,
        "measuredProperty": {
            "@type": "Property",
            "name": spec.varieties[row["property"]].label,
            "qudt:hasQuantityKind": {"@id": spec.qudt_quantity},
        },
        "measurementMethod": row["origin"],
        "value": measured,
    }
    if row["temperature_k"] is not None:
        found["additionalProperty"] = {
            "@type": "PropertyValue", "name": "temperature", "value": row["temperature_k"], "unitText": "K",
            "qudt:unit": {"@id": "unit:K"},
        }  # fmt: skip
    citations = [_citation(sources[name]) for name in row["source_ids"] if name in sources]
    if citations:
        found["citation"] = citations
    return found


def _citation(source: dict[str, Any]) -> dict[str, Any]:
    cited = {"@type": "ScholarlyArticle", "text": source["text"]}
    if source["doi"]:
        cited["@id"] = f"https://doi.org/{source['doi']}"
    return {name: value for name, value in cited.items() if value}


def _nodes(base: KnowledgeBase) -> Iterator[dict[str, Any]]:
    sources = {row["source_id"]: row for row in base.rows("SELECT source_id, text, doi FROM sources")}
    for row in base.rows("SELECT * FROM measurements"):
        yield node(row, sources)


def write_linked_data(base: KnowledgeBase, path: Path) -> None:
    """Write all measurements as one JSON-LD document, an observation a line."""
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8") as stream:
        stream.write('{"@context": ' + json.dumps(CONTEXT) + ', "@graph": [')
        for number, found in enumerate(_nodes(base)):
            stream.write((",\n" if number else "\n") + json.dumps(found, ensure_ascii=False))
        stream.write("\n]}\n")
