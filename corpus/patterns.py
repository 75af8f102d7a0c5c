"""Patterns that stand in a data file beside the code that reads with them.

Where a pattern would be long, or say again what another says, a part of it has a name: ``{name}`` stands for it. An entry
that tells by words has, as each part of its own, ``examples`` that it fits and ``counters`` that it must not fit.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_BLANK = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])| ")
_LINE_END = re.compile(r"\n\s*")
_PART = re.compile(r"\{([A-Za-z_]+)\}")


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with its parts put in; KeyError for one that is nowhere told.

    >>> filled("of ({metal}|K{1,2})", {"metal": "Li|Na"})
    'of (Li|Na|K{1,2})'
    """
    return _PART.sub(lambda match: parts[match[1]], pattern)


def words_of(table: Mapping[str, Mapping[str, Any]], **given: str) -> dict[str, str]:
    """The parts of the table ``words`` of a file, with those given: each may hold others that are told before it.

    The ``pattern`` of a part is a text, or the list of its alternatives.
    """
    parts = dict(given)
    for name, word in table.items():
        told = word["pattern"]
        parts[name] = filled(told if isinstance(told, str) else "|".join(told), parts)
    return parts


class Patterns:
    """The patterns of a file, each an attribute of its name.

    Names in small letters are parts, those in capitals patterns; an entry is the pattern itself, or a table with it and
    its ``examples`` and ``counters``. ``{name}`` is a part told before or given here (KeyError where it is neither), an
    ended line goes on with the next. ``blank`` tells what a blank outside of ``[...]`` stands for: itself where the file
    does not say. With ``metal = 'Li|Na'`` and ``blank = '\\s+'`` the line ``OF_METAL = 'of ({metal})'`` is the pattern
    ``of\\s+(Li|Na)``.
    """

    def __init__(self, file: Path, **parts: str) -> None:
        self.file, self.parts = file, parts
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        blank = told.pop("blank", " ")
        for name, entry in told.items():
            text = entry if isinstance(entry, str) else entry["pattern"]
            spelled = _BLANK.sub(lambda match: match[1] or blank, _LINE_END.sub("", text))
            spelled = filled(spelled, parts)
            if name.islower():
                parts[name] = spelled
            else:
                setattr(self, name, re.compile(spelled))

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """Only what the file does not have is asked for here."""
        raise AttributeError(f"no pattern {name}")


def read_patterns(module: str, **parts: str) -> Patterns:
    """The patterns of a module, by its ``__file__``: those in the data file that has its name."""
    return Patterns(Path(module).with_suffix(".toml"), **parts)
