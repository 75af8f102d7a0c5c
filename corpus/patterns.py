"""Patterns that stand in a data file beside the code that reads with them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_BLANK = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])| ")
_LINE_END = re.compile(r"\n\s*")
_PART = re.compile(r"\{([a-z_]+)\}")


class Patterns:
    """The patterns of a file, each an attribute of its name.

    Names in small letters are parts, those in capitals patterns; ``{name}`` is a part told before or given here
    (KeyError where it is neither), an ended line goes on with the next. ``blank`` tells what a blank outside of ``[...]``
    stands for: itself where the file does not say. With ``metal = 'Li|Na'`` and ``blank = '\\s+'`` the line
    ``OF_METAL = 'of ({metal})'`` is the pattern ``of\\s+(Li|Na)``.
    """

    def __init__(self, file: Path, **parts: str) -> None:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        blank = told.pop("blank", " ")
        for name, text in told.items():
            spelled = _BLANK.sub(lambda match: match[1] or blank, _LINE_END.sub("", text))
            spelled = _PART.sub(lambda match: parts[match[1]], spelled)
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
