"""The statements that make the tables over all documents, written out for the properties there are."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from extractors.properties import Scale, specifications
from extractors.properties.specification import varieties


def quoted(names: Iterable[str]) -> str:
    """Names as a list of SQL strings."""
    return ", ".join(f"'{name}'" for name in names)


def derived_tables() -> str:
    """The SQL of ``derived.sql.j2``."""
    environment = Environment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    environment.filters["quoted"] = quoted
    template = files("pipeline.consolidate").joinpath("derived.sql.j2").read_text(encoding="utf-8")
    known = specifications().values()
    return environment.from_string(template).render(
        properties=known,
        varieties=varieties().values(),
        logarithmic=quoted(spec.kind for spec in known if spec.scale is Scale.LOGARITHMIC),
        of_temperature=quoted(spec.kind for spec in known if spec.needs_temperature),
    )
