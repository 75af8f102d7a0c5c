"""Marked-up files become regions that say what they are."""

from __future__ import annotations

import re
from typing import Final

from corpus.readers.base import RawDocument

_XML_HEAD: Final = re.compile(
    rb"^\s*(?:<\?xml|<!DOCTYPE article|<article\b|<TEI\b|<teiCorpus|<full-text-retrieval-response|<pmc-articleset)"
)
_HTML_HEAD: Final = re.compile(
    rb"^\s*(?:<!--.{0,500}?-->\s*)?(?:<!doctype html|<html\b|<head\b|<body\b)", re.IGNORECASE | re.DOTALL
)
_HTML_WITHIN: Final = re.compile(rb"<html\b", re.IGNORECASE)


class XmlReader:
    """Reads JATS, TEI and Elsevier XML."""

    name = "xml"
    suffixes = frozenset({".xml", ".nxml", ".jats", ".tei"})

    def accepts(self, head: bytes, suffix: str) -> float:
        """By its first element, whatever the suffix."""
        text = head.lstrip(b"\xef\xbb\xbf")
        if _XML_HEAD.match(text) and not _HTML_WITHIN.search(text):
            return 0.95
        return 0.7 if suffix.lower() in self.suffixes else 0.0

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """Regions of the article; offsets count characters of the decoded file."""
        from corpus.readers.markup.article import read_article  # loads the parser, which other formats do not need

        return read_article(data, name, "application/xml", is_html=False)


class HtmlReader:
    """Reads pages as a browser saves them."""

    name = "html"
    suffixes = frozenset({".html", ".htm", ".xhtml"})

    def accepts(self, head: bytes, suffix: str) -> float:
        """By its first element, whatever the suffix."""
        text = head.lstrip(b"\xef\xbb\xbf")
        if _HTML_HEAD.match(text) or (text.lstrip().startswith(b"<?xml") and _HTML_WITHIN.search(text)):
            return 0.95
        return 0.7 if suffix.lower() in self.suffixes else 0.0

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """Regions of the article on the page; offsets count characters of the decoded file."""
        from corpus.readers.markup.article import read_article

        return read_article(data, name, "text/html", is_html=True)
