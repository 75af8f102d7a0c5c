"""DOIs in running text and in entries of bibliographies."""

from __future__ import annotations

import re

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>*]{1,200}+", re.IGNORECASE)
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def find_doi(text: str) -> str:
    """The first DOI of a text as it stands there, with the brackets that belong to it; empty when there is none.

    >>> find_doi("(https://doi.org/10.1016/0038-1098(93)90841-A), [10.1021/x]")
    '10.1016/0038-1098(93)90841-A'
    """
    found = _DOI.search(text)
    return _closed(found.group()).rstrip(".,;:") if found else ""


def _closed(text: str) -> str:
    """The text up to a bracket that closes none of its own."""
    opened: list[str] = []
    for index, sign in enumerate(text):
        if sign in "([{":
            opened.append(sign)
        elif sign in _BRACKETS and (not opened or opened.pop() != _BRACKETS[sign]):
            return text[:index]
    return text
