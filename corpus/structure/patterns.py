"""Wording by which the parts of an article are known, in English scientific articles of any publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from corpus.data import data_of
from corpus.patterns import read_patterns

_MARKS: Final = "#■●▪◆ \t\u00a0"
_NUMBER: Final = re.compile(r"\d{1,4}(?:\.\d{1,2}){0,3}\.?\s{1,4}(?:\|\s)?")


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
def wording(kind: str) -> Wording:
    """The wording of ``references``, ``back_matter``, ``glossary`` or ``front_matter``."""
    entry = data_of(__file__, "wording.toml")[kind]
    return Wording(
        frozenset(entry.get("titles", ())),
        tuple(entry.get("beginnings", ())),
        tuple(re.compile(pattern) for pattern in entry.get("patterns", ())),
        entry.get("numbered", True),
        entry.get("run_in", False),
    )


STRUCTURE = read_patterns(__file__)


# Titles of sections that are no evidence, and what stands under them; front matter wherever it stands.
REFERENCES_TITLE = wording("references")
BACK_MATTER_TITLE = wording("back_matter")
GLOSSARY_TITLE = wording("glossary")
FRONT_MATTER_LINE = wording("front_matter")
SECTION_TITLE = wording("section")
BACK_MATTER_RUN_IN = wording("back_matter_run_in")


def caption_start(text: str) -> re.Match[str] | None:
    """The label (group 1) with which a line begins that is a caption and no sentence about a figure or table.

    >>> [bool(caption_start(text)) for text in ("Figure 2. Cells", "Figure 2 shows cells", "Table 1 (a) and (b) list")]
    [True, False, False]
    """
    label = STRUCTURE.LABEL.match(text)
    if label is None:
        return None
    behind = text[label.end() :].lstrip()
    panels = STRUCTURE.PANELS.match(behind)
    is_sentence = STRUCTURE.SENTENCE.match(behind) or (panels and STRUCTURE.SENTENCE.match(behind, panels.end()))
    return None if is_sentence else label
