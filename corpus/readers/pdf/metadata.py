"""Title, authors, DOI and the like: from the file's properties, its XMP packet and the pages' own text."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from corpus.document import BlockKind, Metadata
from corpus.patterns import Pattern
from corpus.readers.pdf.blocks import BlockDraft
from corpus.readers.pdf.patterns import LINES

_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_MARKS = re.compile(r"[_^]\{([^}]*)\}")
_FILE_NAME = re.compile(
    r"\.(?:pdf|docx?|tex|indd|qxd|dvi)\b|^(?:microsoft word|untitled|pii)|^\W*$|^[\w-]{1,24}$", re.I
)
_LICENCE = re.compile(r"(?:Creative Commons[\w\s-]{0,60}|CC[ -]BY(?:[- ](?:NC|SA|ND))*(?:[ -]?\d\.\d)?)", re.I)


def _xmp_values(xmp: str, name: str) -> list[str]:
    """The values of an XMP property, whether written as element, list or attribute."""
    found = re.search(rf"<{name}(?:\s[^>]*)?>(.*?)</{name}>", xmp, re.DOTALL)
    if found:
        items = re.findall(r"<rdf:li[^>]*>(.*?)</rdf:li>", found.group(1), re.DOTALL) or [found.group(1)]
    else:
        attribute = re.search(rf'\s{name}="([^"]*)"', xmp)
        items = [attribute.group(1)] if attribute else []
    return [text for text in (html.unescape(re.sub(r"<[^>]+>|\s+", " ", item)).strip() for item in items) if text]


def read_metadata(data: bytes, properties: Mapping[str, str], blocks: Sequence[BlockDraft], pages: int) -> Metadata:
    """Metadata of an article; the pages' own words go before the file's properties, often left from a draft."""
    packet = _XMP.search(data)
    xmp = packet.group().decode("utf-8", "replace") if packet else ""

    def told(*names: str) -> list[str]:
        return [value for name in names for value in _xmp_values(xmp, name)]

    first = [block for block in blocks if block.page == blocks[0].page]
    printed = " ".join(_plain(block.text) for block in first)
    printed_title = next((_plain(block.text) for block in first if block.kind is BlockKind.TITLE), "")
    titles = [*told("dc:title"), properties.get("Title", "")]
    given_title = next((title for title in titles if not _FILE_NAME.search(title)), "")
    authors = told("dc:creator") or [properties.get("Author", "")]
    identifiers = " ".join(told("prism:doi", "dc:identifier", "pdfx:doi"))
    dates = " ".join(told("prism:coverDate", "prism:publicationDate"))
    year = _first(
        LINES.YEAR, dates, " ".join(block.text for block in first if block.kind is BlockKind.RUNNING_HEAD), printed
    )
    return Metadata(
        title=_whole(printed_title, given_title),
        authors=", ".join(filter(None, authors)),
        doi=_first(LINES.DOI, identifiers, properties.get("Subject", ""), printed).rstrip("."),
        journal=next(iter(told("prism:publicationName")), ""),
        year=int(year) if year else None,
        licence=" ".join(_first(_LICENCE, printed).split()),
        pages=pages,
    )


def _first(pattern: re.Pattern[str] | Pattern, *texts: str) -> str:
    """What a pattern finds in the first text that has it."""
    return next((found.group() for text in texts if (found := pattern.search(text))), "")


def _whole(printed: str, given: str) -> str:
    """The printed title, or the file's own where it goes on: a short last line stands among the notes beside it."""
    return given if _letters(given).startswith(_letters(printed)) else printed


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _plain(text: str) -> str:
    return _MARKS.sub(r"\1", text)
