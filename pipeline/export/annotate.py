"""Keys, comments and views in the knowledge base itself, for who opens it with DuckDB."""

from __future__ import annotations

from jinja2 import Environment, StrictUndefined

from extractors.properties import specifications
from pipeline.consolidate import trust
from pipeline.consolidate.derived import quoted, statements
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.tables import Column, schemas


def annotate(base: KnowledgeBase) -> None:
    """Add views, keys and comments; a base that has them gets them anew."""
    environment = Environment(undefined=StrictUndefined, autoescape=False)
    environment.filters["quoted"] = quoted
    conducting = specifications()["conductivity"].comparable
    base.run(environment.from_string(statements("views.sql.j2")).render(limits=trust, conducting=conducting))
    there = base.tables()
    comments = []
    for table in schemas().values():
        if table.name not in there:
            continue
        columns = ", ".join(f'"{name}"' for name in table.key)
        if columns:
            base.run(f'CREATE UNIQUE INDEX IF NOT EXISTS "{table.name}_key" ON "{table.name}" ({columns})')
        comments.append(f'COMMENT ON TABLE "{table.name}" IS {quoted([table.description])}')
        comments += [
            f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {quoted([_told(column)])}' for column in table.columns
        ]
    base.run(f"BEGIN; {'; '.join(comments)}; COMMIT")  # one by one each would be written to disk for itself


def _told(column: Column) -> str:
    return f"{column.description} [{column.unit}]" if column.unit else column.description
