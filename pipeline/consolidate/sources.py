"""Telling cited works apart over documents that write them in different styles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from corpus.doi import find_doi

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "10, 682", "10 (9), 682", "10: 682", "2, 16030": volume, perhaps an issue in brackets, first page or article number.
_VOLUME_PAGE = re.compile(
    r"\b(\d{1,4})\s*(?:\(\s*[\d\-–]+\s*\)\s*)?[,:;]\s*(?:no\.?\s*\d+\s*,\s*)?(?:pp?\.?\s*)?([A-Za-z]?\d{2,8})\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 3  # letters a word must have to tell of an entry's author or journal
_TITLE_WORDS = 5  # a shorter title is no work's own


def clean_doi(text: str) -> str:
    """The DOI in a text in lower case, without its address; empty when there is none."""
    return find_doi(text).lower()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


class Traits(NamedTuple):
    """What entries of one work have in common: ``place`` is year, volume and first page.

    ``name`` is the most telling of them, ``words`` the whole entry.
    """

    doi: str
    place: str
    title: str
    name: str
    words: str

    def columns(self) -> dict[str, str | None]:
        """As they stand in the table of all entries: what is not told is null."""
        return {f"by_{name}": trait or None for name, trait in self._asdict().items()}


def may_be_one(entry: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries with the same place can be one work: no two DOIs, and the first name is found again."""
    if entry["doi"] and other["doi"] and entry["doi"] != other["doi"]:
        return False
    return _names(entry["words"] or "", other["words"] or "") or _names(other["words"] or "", entry["words"] or "")


def _names(words: str, others: str) -> bool:
    head = next((word for word in words.split() if len(word) >= _HEAD), "")
    return any(word.startswith(head) for word in others.split())


def traits(entry: Mapping[str, Any]) -> Traits:
    """The traits of a bibliography entry.

    >>> traits({"text": "N. Kamaya et al., Nat. Mater., 2011, 10, 682-686."}).name
    '2011:10:682'
    >>> traits({"text": "Kamaya N. Nat Mater 10, 682 (2011)"}).name
    '2011:10:682'
    """
    text = entry.get("text") or ""
    doi = clean_doi(entry.get("doi") or "") or clean_doi(text)
    plain = text.replace(find_doi(text) or "\0", " ")
    year = str(entry.get("year") or (_YEAR.findall(plain) or [""])[-1])
    place = _place_of(plain, year) if year else ""
    title = _words(entry.get("title") or "")
    named = f"{year}:{' '.join(title)}" if year and len(title) >= _TITLE_WORDS else ""
    words = _words(plain)
    name = f"doi:{doi}" if doi else place or named
    if not name:
        whole = hashlib.sha256(" ".join((year, *words)).encode()).hexdigest()[:6]
        name = f"{year}:{' '.join(words[:6])}:{whole}"
    return Traits(doi, place, named, name, " ".join(words))


def _place_of(text: str, year: str) -> str:
    """Year, volume and first page or article number; empty when the entry does not tell them."""
    rest = re.sub(r"\(\s*\)", " ", re.sub(rf"\b{year}\b", " ", text))
    places = _VOLUME_PAGE.findall(rest)
    return f"{year}:{places[-1][0]}:{places[-1][1].lower()}" if places else ""


def least_works(groups: Iterable[frozenset[str]]) -> dict[frozenset[str], str]:
    """For each group of possible sources the one that it is counted as, as few over all groups as can be.

    A value behind which several works are cited is one measurement by one of them, which of them is open.

    >>> list(least_works([frozenset("a"), frozenset("ab"), frozenset("cd")]).values())
    ['a', 'a', 'c']
    """
    found: dict[frozenset[str], str] = {}
    taken: set[str] = set()
    for group in sorted(set(groups), key=lambda each: (len(each), sorted(each))):
        found[group] = min(group & taken or group)
        taken.add(found[group])
    return found


def article_id(document: Mapping[str, Any]) -> str:
    """The same for two files of one article: its DOI, else its title, else the document's own id."""
    doi = clean_doi(document.get("doi") or "")
    if doi:
        return f"doi:{doi}"
    words = _words(document.get("title") or "")
    return " ".join(words) if len(words) >= 4 else str(document["document_id"])
