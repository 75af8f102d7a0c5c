"""The statements that make the tables over all documents, written out for the properties there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from extractors.properties import Scale, specifications
from pipeline.checks.arrhenius import BOLTZMANN
from pipeline.consolidate import trust
from pipeline.consolidate.lying import IN_ORDER, Stretch


def quoted(names: Iterable[str]) -> str:
    """Names as a list of SQL strings."""
    return ", ".join("'" + name.replace("'", "''") + "'" for name in names)


def statements(name: str) -> str:
    """A file of SQL statements of this folder."""
    return files("pipeline.consolidate").joinpath(name).read_text(encoding="utf-8")


def most(column: str) -> str:
    """The value that most rows of a group have, of several the first in order; how often each is there is in memory."""
    keys, counts = (f"map_{part}(histogram({column}))" for part in ("keys", "values"))
    return f"{keys}[list_position({counts}, list_max({counts}))]"


def filled(name: str, places: int = 1, stretches: Mapping[str, Sequence[Stretch]] | None = None) -> str:
    """A file of SQL statements with the properties and limits that there are; ``places`` to share out samples to.

    ``stretches`` of which the tables of what is stated are made; without, they are changed where they are.
    """
    environment = Environment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    environment.filters |= {"quoted": quoted, "text": lambda text: quoted([text]), "most": most}
    known = list(specifications().values())
    logarithmic = quoted(spec.kind for spec in known if spec.scale is Scale.LOGARITHMIC)
    return environment.from_string(statements(name)).render(
        properties=known,
        conducting=specifications()["conductivity"].comparable,
        boltzmann=BOLTZMANN,
        limits=trust,
        places=places,
        stretches=stretches,
        in_order=IN_ORDER,
        logarithmic=logarithmic,
        centre=f"CASE WHEN kind IN ({logarithmic}) AND value_low > 0 THEN sqrt(value_low * value_high) "
        "ELSE (value_low + value_high) / 2 END",
        room=f"abs(temperature_k - {trust.ROOM}) <= {trust.NEAR}",
        of_temperature=quoted(spec.kind for spec in known if spec.needs_temperature),
    )
