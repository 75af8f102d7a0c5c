"""Which source a statement cites."""

from extractors.cited_source.attribution import Attribution, cited_numbers
from extractors.cited_source.authorship import tells_own_work

__all__ = ["Attribution", "cited_numbers", "tells_own_work"]
