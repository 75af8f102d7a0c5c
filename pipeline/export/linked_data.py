"""The measurements as JSON-LD in the terms of schema.org and QUDT, one line a node group, ready for a triple store."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from extractors.properties import PropertySpec, specification
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export.pieces import Piece, Pieces, among, pieces_of
from pipeline.publish import LINKED_DATA
from pipeline.queries import queries

CONTEXT = {
    "@vocab": "https://schema.org/",
    "qudt": "http://qudt.org/schema/qudt/",
    "unit": "http://qudt.org/vocab/unit/",
    "quantitykind": "http://qudt.org/vocab/quantitykind/",
}
AT_ONCE = 64  # pieces
QUERIES = "export/linked_data.sql"


def node(row: dict[str, Any], articles: Iterable[dict[str, Any]], works: Iterable[dict[str, Any]]) -> dict[str, Any]:
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
    found["isBasedOn"] = [{"@type": "ScholarlyArticle", "name": each["name"], **_article(each)} for each in articles]
    citations = [cited for work in works if (cited := _article(work))]
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


def _beside(rows: Iterable[dict[str, Any]]) -> Callable[[int], list[dict[str, Any]]]:
    """Of rows that come by number, those of each number; asked for in the same order."""
    groups = groupby(rows, key=itemgetter("number"))
    first = next(groups, None)

    def of(number: int) -> list[dict[str, Any]]:
        nonlocal first
        if first is None or first[0] != number:
            return []
        found = list(first[1])
        first = next(groups, None)
        return found

    return of


def _made(base: KnowledgeBase, wanted: Sequence[Piece]) -> Iterator[bytes]:
    """The lines of each piece; what is sorted for them is in memory."""
    here = {name: query.format(among=among(wanted)) for name, query in queries(QUERIES).items() if name != "marked"}
    articles, works = (_beside(base.rows(f"{here[name]} ORDER BY number, place")) for name in ("told", "cited"))
    rows = base.rows(f"{here['measured']} ORDER BY number")
    for piece in wanted:
        lines = []
        for row in islice(rows, piece.rows):
            number = row["number"]
            told_of = json.dumps(node(row, articles(number), works(number)), ensure_ascii=False)
            lines.append(f"{',' if number else ''}\n{told_of}")
        yield "".join(lines).encode()


def write_linked_data(base: KnowledgeBase, path: Path, pieces: Pieces | None = None) -> None:
    """Write all measurements as one JSON-LD document, an observation a line."""

    def make(wanted: Sequence[Piece]) -> Iterator[bytes]:
        for begin in range(0, len(wanted), AT_ONCE):
            yield from _made(base, wanted[begin : begin + AT_ONCE])

    head = '{"@context": ' + json.dumps(CONTEXT) + ', "@graph": ['
    whole = {name: query.format(among="true") for name, query in queries(QUERIES).items() if name != "marked"}
    found = pieces_of(base, queries(QUERIES)["marked"].format(**whole))
    (pieces or Pieces()).write(path, LINKED_DATA, found, make, (head.encode(), b"\n]}\n"))
