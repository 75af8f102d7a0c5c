"""Running heads, feet and download notices that a converter set inside the sentences of a page."""

from __future__ import annotations

from typing import Final

from corpus.mapped_text import MappedText
from corpus.patterns import read_patterns
from corpus.repair.profile import Profile

_P = read_patterns(__file__)
_NOTICES: Final = [_P[name] for name in _P.entries if name != "MAY_HOLD"]
"""What publishers print on every page."""


def cut_page_furniture(text: MappedText, profile: Profile) -> MappedText:
    """Notices of publishers and lines of journals go, a blank stays.

    >>> cut_page_furniture(MappedText.from_raw("lowDalton Trans., 2019, 48, 15–22 | 16conductivity"), Profile()).text
    'low conductivity'
    """
    if _P.MAY_HOLD.search(text.text):
        for notice in _NOTICES:
            text = text.substitute(notice, " ")
    return text


def is_page_furniture(line: str) -> bool:
    """Whether nothing else stands on a line."""
    if not _P.MAY_HOLD.search(line):
        return False
    for notice in _NOTICES:
        line = notice.sub("", line)
    return not line.strip(" .|")
