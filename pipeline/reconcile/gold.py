"""Gold annotation: where it lies, which file it belongs to, and which ranges of the text it covers."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.consolidate.sources import article_id
from pipeline.rules import package_root

GoldTuple = dict[str, Any]
RANGES = "ranges.json"
ANNOTATED = "annotated"


@dataclass(slots=True)
class GoldDocument:
    """The gold of one document. ``sha256`` is empty when it is not known which bytes the offsets count in."""

    document_id: str
    tuples: list[GoldTuple]
    sha256: str = ""
    ranges: list[tuple[int, int]] | None = None  # None: the whole text is annotated
    article_id: str = ""  # the same for another file of the article; empty when neither DOI nor title is known

    def covers(self, offset: int) -> bool:
        """Whether a raw offset lies in an annotated range."""
        return self.ranges is None or any(start <= offset < end for start, end in self.ranges)

    def annotated(self) -> list[GoldTuple]:
        """The tuples inside the annotated ranges."""
        return [gold for gold in self.tuples if (place := span(gold)) is None or self.covers(place[0])]


@dataclass(slots=True)
class GoldSet:
    """The gold documents by id."""

    documents: dict[str, GoldDocument] = field(default_factory=dict)

    def find(self, sha256: str, document_id: str, article: str) -> tuple[GoldDocument, str] | None:
        """The gold of a document and how to match it: ``offsets`` for the annotated file, ``facts`` for another copy.

        A document that merely bears an annotated one's name (or DOI or title) is another copy of it; so is the named
        one where the gold does not say which bytes it counts in, unless nothing speaks against it.
        """
        for gold in self.documents.values():
            if gold.sha256 and gold.sha256 == sha256:
                return gold, "offsets"
        named = self.documents.get(document_id)
        if named is not None:
            return named, "facts" if named.sha256 else "offsets"
        same = (gold for gold in self.documents.values() if gold.article_id and gold.article_id == article)
        return next(((gold, "facts") for gold in same), None)


def span(gold: GoldTuple) -> tuple[int, int] | None:
    """Where a tuple stands: its value, its method's words, else its material; None for facts told without a place."""
    place = gold.get("value_span") or gold.get("method_span") or gold.get("material_span")
    return (int(place[0]), int(place[1])) if place else None


def read_tuples(path: Path) -> list[GoldTuple]:
    """The tuples of one file. Raises OSError, and ValueError for a line that is no JSON object."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def read_ranges(path: Path, name: str = ANNOTATED) -> dict[str, list[tuple[int, int]]]:
    """Annotated ranges by document; empty when there is no such file. Raises KeyError when the name is not in it."""
    if not path.exists():
        return {}
    named = json.loads(path.read_text(encoding="utf-8"))[name]
    return {document: [(int(a), int(b)) for a, b in ranges] for document, ranges in named.items()}


def own_gold() -> GoldSet:
    """The gold the project brings, by its manifest."""
    folder = package_root() / "corpus"
    return from_manifest(folder / "manifest.toml") if (folder / "manifest.toml").exists() else GoldSet()


def from_manifest(path: Path) -> GoldSet:
    """The gold of every document of a manifest; its paths are relative to the manifest's folder."""
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("document", [])
    result = GoldSet()
    for entry in entries:
        file = path.parent / entry["gold"] if entry.get("gold") else None
        if file is None or not file.exists():
            continue
        ranges = read_ranges(file.parent / RANGES).get(entry["id"])
        result.documents[entry["id"]] = GoldDocument(
            entry["id"], read_tuples(file), entry.get("sha256", ""), ranges, article_id({**entry, "document_id": ""})
        )
    return result


def from_files(paths: Sequence[Path], ranges: dict[str, list[tuple[int, int]]] | None = None) -> GoldSet:
    """Gold files, or folders of ``*.gold.jsonl`` with their ``ranges.json``; sha256 from the project's manifest.

    ``ranges`` overrides what stands beside the files.
    """
    known = {document.document_id: document.sha256 for document in own_gold().documents.values()}
    files = [file for path in paths for file in (sorted(path.glob("*.gold.jsonl")) if path.is_dir() else [path])]
    result = GoldSet()
    for file in files:
        name = file.name.removesuffix(".jsonl").removesuffix(".gold")
        beside = read_ranges(file.parent / RANGES) if ranges is None else ranges
        result.documents[name] = GoldDocument(name, read_tuples(file), known.get(name, ""), beside.get(name))
    return result
