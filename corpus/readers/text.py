"""Plain text files."""

from __future__ import annotations

from corpus.readers.base import RawDocument
from corpus.readers.encoding import read_decoded


class TextReader:
    """Reads any text; the last resort for a file no other reader claims."""

    name = "text"
    suffixes = frozenset({".txt", ".text", ""})

    def accepts(self, head: bytes, suffix: str) -> float:
        """Sure of its own suffixes, a weak claim on everything else."""
        return 0.5 if suffix.lower() in self.suffixes else 0.1

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """The decoded text; offsets count its characters."""
        return read_decoded(data, name, "text/plain")
