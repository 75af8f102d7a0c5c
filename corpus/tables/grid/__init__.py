"""One model of columns for every shape of table: tokens, sorts of cells, profiles, search, heads, refusal."""

from corpus.tables.grid.placed import read_placed
from corpus.tables.grid.read import Reading, read_below
from corpus.tables.grid.result import Grid
from corpus.tables.grid.tokens import Word

__all__ = ["Grid", "Reading", "Word", "read_below", "read_placed"]
