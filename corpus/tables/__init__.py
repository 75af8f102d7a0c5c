"""Tables in raw text: found in every shape they come in, given as cells with their raw offsets."""

from corpus.tables.find import find_tables
from corpus.tables.found import FoundTable

__all__ = ["FoundTable", "find_tables"]
