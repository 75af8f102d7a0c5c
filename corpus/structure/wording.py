"""Lines that are known by their words: titles of parts that are no evidence, lines of the front matter."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

_MARKS: Final = "#■●▪◆ \t\u00a0"
_NUMBER: Final = re.compile(r"\d{1,4}\.?\s{1,4}(?:\|\s)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """One kind of line, from ``wording.toml``."""

    titles: frozenset[str]
    beginnings: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    numbered: bool  # a number may stand before it
    run_in: bool  # text follows the title, behind a colon

    def match(self, text: str) -> bool:
        """Whether a line is of this kind; marks of headings and emphasis, case and a colon behind it mean nothing.

        >>> wording("references").match("## **7. References**:"), wording("references").match("References to glass")
        (True, False)
        """
        bare = text.lstrip(_MARKS).lstrip("*").lstrip()
        if self.numbered:
            number = _NUMBER.match(bare)
            bare = bare[number.end() :].lstrip("*") if number else bare
        line = bare[:200].lower().replace("’", "'")
        if self.run_in:
            title, colon, _ = line.partition(":")
            return bool(colon) and title.rstrip("* ") in self.titles
        if line.rstrip("*: \t") in self.titles or (self.beginnings and line.startswith(self.beginnings)):
            return True
        return any(pattern.match(line) for pattern in self.patterns)


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("corpus.structure") / "wording.toml").read_text("utf-8"))


@cache
def wording(kind: str) -> Wording:
    """The wording of ``references``, ``back_matter``, ``glossary`` or ``front_matter``."""
    entry = _table()[kind]
    return Wording(
        frozenset(entry.get("titles", ())),
        tuple(entry.get("beginnings", ())),
        tuple(re.compile(pattern) for pattern in entry.get("patterns", ())),
        entry.get("numbered", True),
        entry.get("run_in", False),
    )
