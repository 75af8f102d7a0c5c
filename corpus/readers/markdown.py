"""Markdown files: the same text, whose structure marks the structure layer knows."""

from __future__ import annotations

import re

from corpus.readers.base import RawDocument
from corpus.readers.encoding import read_decoded

_HEADING = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_TABLE_RULE = re.compile(rb"^\|?[ :]*-{3,}[ :]*\|", re.MULTILINE)


class MarkdownReader:
    """Reads markdown as papers are converted to it: ``#`` headings, pipe tables, ``$`` formulas."""

    name = "markdown"
    suffixes = frozenset({".md", ".markdown", ".mmd"})

    def accepts(self, head: bytes, suffix: str) -> float:
        """By suffix, or by headings and table rules in the first bytes of the file."""
        if suffix.lower() in self.suffixes:
            return 0.9
        return 0.6 if len(_HEADING.findall(head)) > 1 and _TABLE_RULE.search(head) else 0.0

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """The decoded text; offsets count its characters."""
        return read_decoded(data, name, "text/markdown")
