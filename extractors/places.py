"""From clean offsets back to the raw document: surfaces as they stand there, page and box."""

from __future__ import annotations

import html
import re

from corpus.document import Box, Document
from corpus.mapped_text import MappedText

CLOSERS = {"}": "{", ")": "(", "]": "["}
MARKED_UP = frozenset({"application/xml", "text/html"})
"""Media types whose raw text holds tags and entities."""

_TAG = re.compile(r"<[^<>]*>")


def raw_span(text: MappedText, raw: str, start: int, end: int) -> tuple[int, int]:
    """Raw span of a clean span, grown over the braces that markup closes right behind it (``10^{-4}``)."""
    low, high = text.raw_span(start, end)
    stretch = raw[low:high]
    for closer in re.findall(r"[})\]]", raw[high : high + 3]):
        if raw[high] != closer or stretch.count(CLOSERS[closer]) <= stretch.count(closer):
            break
        high += 1
        stretch = raw[low:high]
    return low, high


def surface_of(document: Document, start: int, end: int) -> str:
    """What stands at a raw span, line ends and runs of blanks as one blank, without the tags of a marked-up file."""
    surface = document.raw[start:end]
    if document.media_type in MARKED_UP:
        surface = html.unescape(_TAG.sub("", surface))
    return re.sub(r"\s+", " ", surface).strip()


def page_and_box(document: Document, start: int, end: int) -> tuple[int | None, Box | None]:
    """PDF page (from 1) and box (points from the top left) around a raw span; (None, None) for a text."""
    if document.layout is None:
        return None, None
    place = document.layout.place(start, end)
    return place if place is not None else (None, None)
