"""Running heads, feet and download notices that a converter set inside the sentences of a page."""

from __future__ import annotations

import re

from corpus.mapped_text import MappedText
from corpus.repair.patterns import PAGE_FURNITURE, PAGE_FURNITURE_SIGNS, PAGE_OF_PAGES
from corpus.repair.profile import Profile

_FURNITURE = re.compile(PAGE_FURNITURE)
_PAGE_OF_PAGES = re.compile(PAGE_OF_PAGES)


def cut_page_furniture(text: MappedText, profile: Profile) -> MappedText:
    """Notices of publishers and lines of journals go, a blank stays.

    >>> cut_page_furniture(MappedText.from_raw("lowDalton Trans., 2019, 48, 15–22 | 16conductivity"), Profile()).text
    'low conductivity'
    """
    return text.substitute(_FURNITURE, " ") if _may_hold(text.text) else text


def is_page_furniture(line: str) -> bool:
    """Whether nothing else stands on a line."""
    return _may_hold(line) and not _FURNITURE.sub("", line).strip(" .|")


def _may_hold(text: str) -> bool:
    return any(sign in text for sign in PAGE_FURNITURE_SIGNS) or bool(_PAGE_OF_PAGES.search(text))
