"""Telling cited works apart over documents that write them in different styles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Traits:
    """What two entries of one work have in common: ``place`` is year, volume and first page.

    ``words`` stand in one text: there are as many of these as entries in all bibliographies, and all are in memory.
    """

    doi: str
    year: str
    place: str
    title: str
    words: str

    def may_be(self, other: Traits) -> bool:
        """Whether two entries with the same place can be one work: no two DOIs, and the first name is found again."""
        if self.doi and other.doi and self.doi != other.doi:
            return False
        return self._names(other) or other._names(self)

    def _names(self, other: Traits) -> bool:
        head = next((word for word in self.words.split() if len(word) >= _HEAD), "")
        return any(word.startswith(head) for word in other.words.split())

    @property
    def source_id(self) -> str:
        """The most telling of the traits."""
        if self.doi or self.place or self.title:
            return f"doi:{self.doi}" if self.doi else self.place or self.title
        words = self.words.split()
        whole = hashlib.sha256(" ".join((self.year, *words)).encode()).hexdigest()[:6]
        return f"{self.year}:{' '.join(words[:6])}:{whole}"


def traits(entry: Mapping[str, Any]) -> Traits:
    """The traits of a bibliography entry.

    >>> traits({"text": "N. Kamaya et al., Nat. Mater., 2011, 10, 682-686."}).source_id
    '2011:10:682'
    >>> traits({"text": "Kamaya N. Nat Mater 10, 682 (2011)"}).source_id
    '2011:10:682'
    """
    text = entry.get("text") or ""
    doi = clean_doi(entry.get("doi") or "") or clean_doi(text)
    plain = text.replace(find_doi(text) or "\0", " ")
    years = _YEAR.findall(plain)
    year = str(entry.get("year") or (years[-1] if years else ""))
    rest = re.sub(r"\(\s*\)", " ", re.sub(rf"\b{year}\b", " ", plain) if year else plain)
    places = _VOLUME_PAGE.findall(rest)
    place = f"{year}:{places[-1][0]}:{places[-1][1].lower()}" if year and places else ""
    title = _words(entry.get("title") or "")
    named = f"{year}:{' '.join(title)}" if year and len(title) >= _TITLE_WORDS else ""
    return Traits(doi, year, place, named, " ".join(_words(plain)))


@dataclass(slots=True)
class Works:
    """Entries of many bibliographies joined to works: by DOI, by title and year, by place and first author."""

    _root: dict[str, str] = field(default_factory=dict)
    _traits: dict[str, Traits] = field(default_factory=dict)
    _homes: dict[str, list[str]] = field(default_factory=dict)

    def add(self, key: str, entry: Mapping[str, Any]) -> None:
        """Take an entry under a key of its own, and join it to the works that it is of."""
        found = traits(entry)
        self._root[key], self._traits[key] = key, found
        alike = [f"doi:{found.doi}"] * bool(found.doi) + [found.title] * bool(found.title)
        for trait in alike or [found.source_id] * (not found.place):
            self._join(key, self._homes.setdefault(trait, [key])[0])
        if found.place:
            homes = self._homes.setdefault(found.place, [])
            home = next((other for other in homes if found.may_be(self._traits[other])), None)
            if home is None or (found.doi and not self._traits[home].doi):
                homes.insert(0, key)
            if home is not None:
                self._join(key, home)

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._root[second] = first

    def find(self, key: str) -> str:
        """The key that stands for the entry's work."""
        while self._root[key] != key:
            self._root[key] = self._root[self._root[key]]
            key = self._root[key]
        return key

    def names(self) -> Iterator[tuple[str, str]]:
        """Every key with the id of its work: the DOI where one of its entries has it."""
        best: dict[str, str] = {}
        for key, found in self._traits.items():
            root, name = self.find(key), found.source_id
            ranked = (not name.startswith("doi:"), not found.place, name)
            known = best.get(root)
            if known is None or ranked < (not known.startswith("doi:"), not known[:1].isdigit(), known):
                best[root] = name
        taken: dict[str, str] = {}
        for key in sorted(self._traits):
            root = self.find(key)
            name, first = best[root], self._traits[root].words.partition(" ")[0]
            yield key, name if taken.setdefault(name, root) == root else f"{name}:{first}"


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
