"""Running heads, feet and download notices that a converter set inside the sentences of a page."""

from __future__ import annotations

import re

from corpus.mapped_text import MappedText
from corpus.repair.patterns import PAGE_FURNITURE, PAGE_FURNITURE_SIGNS
from corpus.repair.profile import Profile

_FURNITURE = re.compile(PAGE_FURNITURE)
_SIGNS = re.compile(PAGE_FURNITURE_SIGNS)


def cut_page_furniture(text: MappedText, profile: Profile) -> MappedText:
    """Notices of publishers and lines of journals go, a blank stays.

    >>> cut_page_furniture(MappedText.from_raw("lowDalton Trans., 2019, 48, 15–22 | 16conductivity"), Profile()).text
    'low conductivity'
    """
    if not _SIGNS.search(text.text):
        return text
    return text.substitute(_FURNITURE, " ")


def is_page_furniture(line: str) -> bool:
    """Whether nothing else stands on a line."""
    return bool(_SIGNS.search(line)) and not _FURNITURE.sub("", line).strip(" .|")
