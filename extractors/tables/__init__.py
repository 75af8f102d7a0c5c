"""Tables read: what each column means, and its rows as records of properties and of routes."""

from extractors.tables.extract import extract_table

__all__ = ["extract_table"]
