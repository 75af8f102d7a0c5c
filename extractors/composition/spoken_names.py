"""Electrolytes that are called by a spoken name: beta-alumina, lithium phosphorus oxynitride."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from extractors.mentions import Material, MaterialKind


@cache
def _names() -> tuple[tuple[re.Pattern[str], list[str]], ...]:
    lines = files(__package__).joinpath("spoken_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((re.compile(rf"(?<![\w-]){row[0]}(?![\w])"), row[1:]) for row in rows)


def find_spoken_names(text: str) -> list[Material]:
    """Electrolytes told by a spoken name, in text order.

    >>> [m.name for m in find_spoken_names("Na β''-alumina conducts sodium ions.")]
    ["beta''-alumina"]
    """
    found: list[Material] = []
    for pattern, (name, formula, ion, family) in _names():
        for match in pattern.finditer(text):
            if any(m.start < match.end() and match.start() < m.end for m in found):
                continue
            known = formula if formula != r"\N" else None
            found.append(
                Material(
                    *match.span(), match.group(), name, known, kind=MaterialKind.NAME, family=family, mobile_ion=ion
                )
            )
    return sorted(found, key=lambda material: material.start)
