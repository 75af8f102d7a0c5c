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


class _MarkupReader:
    name: str
    suffixes: frozenset[str]
    media_type: str
    is_html: bool

    def accepts(self, head: bytes, suffix: str) -> float:
        """By its first element, whatever the suffix."""
        if self._begins(head.lstrip(b"\xef\xbb\xbf")):
            return 0.95
        return 0.7 if suffix.lower() in self.suffixes else 0.0

    def _begins(self, text: bytes) -> bool:
        raise NotImplementedError

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """Regions of the article; offsets count characters of the decoded file."""
        from corpus.readers.markup.article import read_article  # loads the parser, which other formats do not need

        return read_article(data, name, self.media_type, self.is_html)


class XmlReader(_MarkupReader):
    """Reads JATS, TEI and Elsevier XML."""

    name, media_type, is_html = "xml", "application/xml", False
    suffixes = frozenset({".xml", ".nxml", ".jats", ".tei"})

    def _begins(self, text: bytes) -> bool:
        return _XML_HEAD.match(text) is not None and not _HTML_WITHIN.search(text)


class HtmlReader(_MarkupReader):
    """Reads pages as a browser saves them."""

    name, media_type, is_html = "html", "text/html", True
    suffixes = frozenset({".html", ".htm", ".xhtml"})

    def _begins(self, text: bytes) -> bool:
        return bool(_HTML_HEAD.match(text) or (text.lstrip().startswith(b"<?xml") and _HTML_WITHIN.search(text)))
