"""The tables as files: Parquet, CSV, one DuckDB file, a data package description and JSON-LD."""
