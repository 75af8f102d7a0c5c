"""Which source a statement cites."""

from extractors.cited_source.attribution import Attribution, cited_numbers

__all__ = ["Attribution", "cited_numbers"]
