"""Wording by which the parts of an article are known, in English scientific articles of any publisher."""

from __future__ import annotations

import re

from corpus.patterns import read_patterns
from corpus.structure.wording import wording

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
