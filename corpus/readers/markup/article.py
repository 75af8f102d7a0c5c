"""A marked-up file becomes regions that say what they are."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from corpus.document import Metadata, Problem, Status
from corpus.readers.base import RawDocument
from corpus.readers.encoding import read_decoded
from corpus.readers.markup.dialects import HTML, dialect_of, local_name
from corpus.readers.markup.references import References
from corpus.readers.markup.source import Source, parse
from corpus.readers.markup.walk import Walk

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MAIN: Final = ("article", "main")
_PARTS: Final = {
    "article-title": "title", "title": "title", "doi": "doi", "journal-title": "journal", "publicationname": "journal",
    "pub-date": "year", "coverdate": "year", "date": "year",
}  # fmt: skip
"""What the elements of a head say, by their local names."""
_BLANKS: Final = re.compile(r"\s+")


def read_article(data: bytes, name: str, media_type: str, is_html: bool) -> RawDocument:
    """Regions, bibliography and metadata of a file; a failure with its problem when it holds no article."""
    document = read_decoded(data, name, media_type)
    if document.status is Status.FAILURE:
        return document
    root = parse(document.raw, is_html)
    dialect = dialect_of(root, is_html) if root is not None else None
    if root is None or dialect is None:
        document.problems.append(Problem("unreadable_markup", f"{name} is no marked-up article of a known kind"))
        document.status = Status.FAILURE
        return document
    walk = Walk(dialect, Source(document.raw), References.of(root, dialect))
    walk.run(_article(root) if dialect is HTML else root)
    document.regions, document.bibliography = walk.regions, walk.bibliography
    document.metadata = _page_metadata(root) if dialect is HTML else _metadata(root)
    if walk.source.lost:
        told = f"marks are broken: {walk.source.lost} pieces of text have no certain place in the file; not read"
        document.problems.append(Problem("broken_markup", told))
    if not walk.regions:
        document.problems.append(Problem("empty", "the file is marked up and holds no text"))
    return document


def _article(root: etree._Element) -> etree._Element:
    """The element of a page that holds the article: the one of its kind with most of the page's text."""
    whole = len(_text(root.find("body") if root.find("body") is not None else root))
    for tag in _MAIN:
        found = max(root.iter(tag), key=lambda element: len(_text(element)), default=None)
        if found is not None and len(_text(found)) > 0.5 * whole:
            return found
    return root


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext() if part.strip())


def _metadata(root: etree._Element) -> Metadata:
    """What the head of an XML article says."""
    head = next((e for e in root.iter(tag=etree.Element) if local_name(e) in ("front", "teiheader", "coredata")), root)
    told: dict[str, str] = {}
    for element in head.iter(tag=etree.Element):
        is_doi = (element.get("pub-id-type") or element.get("type") or "").lower() == "doi"
        part = _PARTS.get(local_name(element), "doi" if is_doi else "")
        value = _BLANKS.sub(" ", "".join(element.itertext())).strip()
        if part == "year":
            year = _YEAR.search(element.get("when") or value)
            value = year.group() if year else ""
        if value:
            told.setdefault(part, value)
    return Metadata(
        title=told.get("title", ""),
        doi=told.get("doi", "").removeprefix("doi:"),
        journal=told.get("journal", ""),
        year=int(told["year"]) if "year" in told else None,
    )


def _page_metadata(root: etree._Element) -> Metadata:
    """What the head of a page says to those who index it."""
    told: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        key = (element.get("name") or element.get("property") or "").lower().replace("dc.", "citation_")
        told.setdefault(key, []).append(element.get("content") or "")
    first = {key: values[0] for key, values in told.items()}
    year = _YEAR.search(first.get("citation_publication_date", "") or first.get("citation_date", ""))
    return Metadata(
        title=first.get("citation_title", ""),
        authors="; ".join(told.get("citation_author", [])),
        doi=first.get("citation_doi", "").removeprefix("doi:"),
        journal=first.get("citation_journal_title", ""),
        year=int(year.group()) if year else None,
    )
