"""Tables read: what each column means, and its rows as records of properties and of routes."""

from extractors.tables.describe import ColumnDescription, TableDescription, describe_tables
from extractors.tables.extract import extract_table, silence

__all__ = ["ColumnDescription", "TableDescription", "describe_tables", "extract_table", "silence"]
