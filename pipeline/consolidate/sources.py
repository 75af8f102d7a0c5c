"""Telling cited works apart over documents that write them in different styles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "10, 682", "10 (9), 682", "10: 682", "2, 16030": volume, perhaps an issue in brackets, first page or article number.
_VOLUME_PAGE = re.compile(
    r"\b(\d{1,4})\s*(?:\(\s*[\d\-–]+\s*\)\s*)?[,:;]\s*(?:no\.?\s*\d+\s*,\s*)?(?:pp?\.?\s*)?([A-Za-z]?\d{2,8})\b"
)
_WORD = re.compile(r"[^\W\d_]+")


def clean_doi(text: str) -> str:
    """The DOI in a text in lower case, without its address; empty when there is none."""
    found = _DOI.search(text)
    return found.group().rstrip(".,;)]").lower() if found else ""


def source_id(entry: Mapping[str, Any]) -> str:
    """A key that is the same for one work in every bibliography, as far as style allows.

    DOI; else year, volume and first page; else the first words of the entry.

    >>> source_id({"text": "N. Kamaya et al., Nat. Mater., 2011, 10, 682-686."})
    '2011:10:682'
    >>> source_id({"text": "Kamaya N. Nat Mater 10, 682 (2011)"})
    '2011:10:682'
    """
    text = entry.get("text") or ""
    doi = clean_doi(entry.get("doi") or "") or clean_doi(text)
    if doi:
        return f"doi:{doi}"
    years = _YEAR.findall(text)
    year = str(entry.get("year") or (years[-1] if years else ""))
    rest = re.sub(rf"\b{year}\b", " ", text) if year else text
    rest = re.sub(r"\(\s*\)", " ", rest)
    places = _VOLUME_PAGE.findall(rest)
    if year and places:
        volume, page = places[-1]
        return f"{year}:{volume}:{page.lower()}"
    words = _WORD.findall(text.casefold())
    return ":".join(filter(None, (year, " ".join(words[:12]))))


def article_id(document: Mapping[str, Any]) -> str:
    """The same for two files of one article: its DOI, else its title, else the document's own id."""
    doi = clean_doi(document.get("doi") or "")
    if doi:
        return f"doi:{doi}"
    words = _WORD.findall((document.get("title") or "").casefold())
    return " ".join(words) if len(words) >= 4 else str(document["document_id"])
