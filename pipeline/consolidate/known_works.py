"""A file of known works with their DOIs, as people keep them: CSV, BibTeX, or JSON saved from Crossref."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.doi import find_doi

Entry = dict[str, Any]
_ENTRY = re.compile(r"@\w{3,20}\s*\{")
_FIELD = re.compile(r"(\w{2,20})\s*=\s*(?:\{((?:[^{}]|\{[^{}]{0,300}\}){0,3000}+)\}|\"([^\"]{0,3000}+)\"|(\d{1,9}))")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# What the formats call the same thing.
_NAMES = {
    "doi": ("doi", "DOI"), "title": ("title", "Title"), "authors": ("authors", "author", "Authors", "Author"),
    "journal": ("journal", "container-title", "Journal", "journaltitle"), "year": ("year", "Year", "date", "issued"),
    "volume": ("volume", "Volume"), "page": ("page", "pages", "Page", "Pages", "article-number", "eid"),
}  # fmt: skip


def known_works(file: Path) -> list[Entry]:
    """The works of the file as entries of a bibliography, those without a DOI left out.

    Raises OSError, and ValueError for a file that is none of the three formats or names no DOI at all.
    """
    text = file.read_text(encoding="utf-8-sig")
    if file.suffix.lower() == ".json":
        told = list(_crossref(json.loads(text)))
    elif file.suffix.lower() in {".bib", ".bibtex"}:
        told = list(_bibtex(text))
    else:
        told = list(csv.DictReader(io.StringIO(text, newline="")))
    entries = [entry for entry in map(_entry, told) if entry["doi"]]
    if not entries:
        raise ValueError(f"{file}: no work with a DOI in it (CSV with a column doi, BibTeX, or JSON from Crossref)")
    return entries


def _crossref(data: Any) -> Iterator[Mapping[str, Any]]:
    """The works of one answer of Crossref, of a list of works, or of a single one."""
    message = data.get("message", data) if isinstance(data, dict) else data
    items = message.get("items", [message]) if isinstance(message, dict) else message
    yield from (item for item in items if isinstance(item, dict))


def _bibtex(text: str) -> Iterator[Mapping[str, Any]]:
    starts = [match.end() for match in _ENTRY.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield {
            name.lower(): braced or quoted or bare for name, braced, quoted, bare in _FIELD.findall(text, start, end)
        }


def _entry(told: Mapping[str, Any]) -> Entry:
    found = {name: next((_plain(told[key]) for key in keys if told.get(key)), "") for name, keys in _NAMES.items()}
    year = _YEAR.search(found["year"])
    dated = year.group() if year else ""
    place = f"{found['journal']} {dated}, {found['volume']}, {found['page']}"
    return {
        "doi": find_doi(found["doi"]).lower(),
        "text": ". ".join(filter(None, (found["authors"], found["title"], place))),
        **{name: found[name] or None for name in ("authors", "title", "journal")},
        "year": int(dated) if dated else None,
    }


def _plain(value: Any) -> str:
    """A field as text: lists joined, a person's family name, Crossref's nested dates, BibTeX' braces gone."""
    if isinstance(value, dict):
        return _plain(value.get("family") or value.get("date-parts") or value.get("name") or "")
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    return re.sub(r"[{}]", "", str(value)).strip()
