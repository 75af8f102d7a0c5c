"""The measurements as JSON-LD in the terms of schema.org and QUDT, one line a node group, ready for a triple store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extractors.properties import PropertySpec, specification
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.store import replacing

CONTEXT = {
    "@vocab": "https://schema.org/",
    "qudt": "http://qudt.org/schema/qudt/",
    "unit": "http://qudt.org/vocab/unit/",
    "quantitykind": "http://qudt.org/vocab/quantitykind/",
}
# Every measurement with the documents that tell it and the works that are cited for it, in the order of each.
MEASURED = """
WITH told AS (
    SELECT measurement_id, document_id, min(place) AS place
    FROM (SELECT measurement_id, unnest(record_ids) AS record_id, generate_subscripts(record_ids, 1) AS place
          FROM measurements), LATERAL (SELECT regexp_replace(record_id, '#[0-9]+$', '') AS document_id)
    GROUP BY measurement_id, document_id
), articles AS (
    SELECT measurement_id, list({'name': document_id, 'title': title, 'doi': doi} ORDER BY place) AS articles
    FROM told LEFT JOIN documents USING (document_id) GROUP BY measurement_id
), cited AS (
    SELECT measurement_id, list({'text': text, 'doi': doi} ORDER BY place) AS works
    FROM (SELECT measurement_id, unnest(source_ids) AS source_id, generate_subscripts(source_ids, 1) AS place
          FROM measurements) JOIN sources USING (source_id) GROUP BY measurement_id
)
SELECT measured.*, articles, works
FROM measurements AS measured LEFT JOIN articles USING (measurement_id) LEFT JOIN cited USING (measurement_id)
ORDER BY measured.rowid
"""


def node(row: dict[str, Any]) -> dict[str, Any]:
    """One measurement as a schema.org Observation of a chemical substance, told by the documents it is based on."""
    spec = specification(row["kind"])
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
        "value": _value(row, spec),
    }
    more = [{"name": "comparator", "value": row["comparator"]}, {"name": "confidence", "value": row["confidence"]}]
    if row["temperature_k"] is not None:
        kelvin = {"name": "temperature", "value": row["temperature_k"], "unitText": "K", "qudt:unit": {"@id": "unit:K"}}
        more.append(kelvin)
    found["additionalProperty"] = [{"@type": "PropertyValue", **each} for each in more]
    found["isBasedOn"] = [
        {"@type": "ScholarlyArticle", "name": each["name"], **_article(each)} for each in row["articles"]
    ]
    citations = [cited for work in row["works"] or () if (cited := _article(work))]
    if citations:
        found["citation"] = [{"@type": "ScholarlyArticle", **cited} for cited in citations]
    return found


def _value(row: dict[str, Any], spec: PropertySpec) -> dict[str, Any]:
    """The number, or the ends that a range or limit has, with its unit."""
    unit = {"qudt:unit": {"@id": spec.qudt_unit}, "unitText": spec.unit}
    value: dict[str, Any] = {"@type": ["QuantitativeValue", "qudt:QuantityValue"], **unit}
    if row["value_low"] == row["value_high"] and row["comparator"] in ("=", "~"):
        return value | {"value": row["value_low"], "qudt:numericValue": row["value_low"]}
    low = row["value_low"] if row["comparator"] not in ("<", "<=") else None
    high = row["value_high"] if row["comparator"] not in (">", ">=") else None
    return value | {name: end for name, end in (("minValue", low), ("maxValue", high)) if end is not None}


def _article(told: dict[str, Any]) -> dict[str, Any]:
    """What is known of an article; empty when nothing is."""
    known = {"text": told.get("text"), "headline": told.get("title")}
    known["@id"] = f"https://doi.org/{told['doi']}" if told.get("doi") else None
    return {name: value for name, value in known.items() if value}


def write_linked_data(base: KnowledgeBase, path: Path) -> None:
    """Write all measurements as one JSON-LD document, an observation a line."""
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8") as stream:
        stream.write('{"@context": ' + json.dumps(CONTEXT) + ', "@graph": [')
        for number, row in enumerate(base.rows(MEASURED)):
            stream.write((",\n" if number else "\n") + json.dumps(node(row), ensure_ascii=False))
        stream.write("\n]}\n")
