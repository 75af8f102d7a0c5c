"""Running heads, feet and download notices that a converter set inside the sentences of a page."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from corpus.data import data_of
from corpus.mapped_text import MappedText
from corpus.patterns import filled, words_of
from corpus.repair.profile import Profile

_PAGE_OF_PAGES: Final = re.compile(r"\(\d{1,3} of \d{1,3}\)")


@cache
def notices() -> dict[str, re.Pattern[str]]:
    """What publishers print on every page, by name, from ``page_furniture.toml``."""
    words = words_of(data_of(__file__)["words"])
    return {notice["name"]: re.compile(filled(notice["pattern"], words)) for notice in data_of(__file__)["notice"]}


def cut_page_furniture(text: MappedText, profile: Profile) -> MappedText:
    """Notices of publishers and lines of journals go, a blank stays.

    >>> cut_page_furniture(MappedText.from_raw("lowDalton Trans., 2019, 48, 15–22 | 16conductivity"), Profile()).text
    'low conductivity'
    """
    if _may_hold(text.text):
        for notice in notices().values():
            text = text.substitute(notice, " ")
    return text


def is_page_furniture(line: str) -> bool:
    """Whether nothing else stands on a line."""
    if not _may_hold(line):
        return False
    for notice in notices().values():
        line = notice.sub("", line)
    return not line.strip(" .|")


def _may_hold(text: str) -> bool:
    return any(sign in text for sign in data_of(__file__)["signs"]) or bool(_PAGE_OF_PAGES.search(text))
