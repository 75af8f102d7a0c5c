"""The bibliography of a marked-up article: which elements are its entries, their numbers, what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from corpus.document import BibliographyEntry
from corpus.doi import find_doi
from corpus.readers.markup.dialects import HTML, Dialect, Role, is_references_title, local_name
from corpus.repair.found_citations import numbers_of
from corpus.structure.bibliography import parse_entry

_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_LEADING: Final = re.compile(r"^[\s\[(]{0,4}(\d{1,4})[a-z]?(?:[\s.)\]]|$)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FRAGMENT: Final = re.compile(r"#([^\s'\"]{1,80})$|^([^\s#/'\"()]{1,80})$")
_QUOTED: Final = re.compile(r"'([\w.:-]{1,60})'")
_CITING: Final = re.compile(
    r"(?:^|[^a-z])(?:refs?|bibr?|bibliography|cr|cit(?:e|ation)?|b|r)(?:[-_.]?\w{0,24}?)[-_.]?\d", re.IGNORECASE
)
_BARE_NUMBER: Final = re.compile(r"^[\s\[(^]{0,3}(\d{1,4})[a-z]?[\s\])]{0,3}$")
_OTHER_TARGETS: Final = frozenset(
    {"fig", "table", "sec", "aff", "fn", "table-fn", "disp-formula", "supplementary-material", "corresp", "figure",
     "formula", "author-notes", "contrib", "app", "boxed-text", "scheme", "video", "other", "statement"}
)  # fmt: skip


@dataclass(slots=True)
class References:
    """Entries by element, and the number that each name of an entry stands for."""

    entries: dict[etree._Element, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element, dialect: Dialect) -> References:
        """The entries of the longest list of references."""
        lists = [
            _entries_in(element, dialect)
            for element in root.iter(tag=etree.Element)
            if dialect.role(element) is Role.REFERENCES
        ]
        found = cls()
        last = 0
        for element in max(lists, key=len, default=[]):
            leading = _LEADING.match("".join(element.itertext())[:40])
            number = int(leading.group(1)) if leading and last < int(leading.group(1)) <= last + 3 else last + 1
            last = number
            found.entries[element] = number
            found._name(element, number)
        for number, element in enumerate(() if found.entries or dialect is not HTML else _behind_title(root), start=1):
            found._name(element, number)
        return found

    def _name(self, entry: etree._Element, number: int) -> None:
        """Take in the names by which an entry and its parts may be cited."""
        for part in entry.iter(tag=etree.Element):
            for name in (part.get("id"), part.get(_ID), part.get("name") if local_name(part) == "a" else None):
                if name:
                    self.numbers.setdefault(name, number)

    def cited(self, element: etree._Element, dialect: Dialect) -> tuple[int, ...]:
        """The entries that a citation names; empty when it is a link to something else."""
        if (element.get("ref-type") or element.get("type")) in _OTHER_TARGETS:
            return ()
        names = [name for attribute in dialect.target for name in _names_in(element.get(attribute) or "")]
        numbers = tuple(dict.fromkeys(self.numbers[name] for name in names if name in self.numbers))
        if numbers or dialect is not HTML:
            return self._shown(element, numbers)
        told = [*names, element.get("class") or "", element.get("title") or ""]
        shown = _BARE_NUMBER.match("".join(element.itertext())[:20])
        return (int(shown.group(1)),) if shown and any(_CITING.search(name) for name in told) else ()

    def _shown(self, element: etree._Element, named: tuple[int, ...]) -> tuple[int, ...]:
        """All entries that one link shows, where it names some of them: ``12–15``."""
        shown = numbers_of("".join(element.itertext()).strip("[]() \n")) if named else ()
        return shown if set(named) < set(shown) <= set(self.numbers.values()) else named


def _behind_title(root: etree._Element) -> list[etree._Element]:
    """The entries of the first list behind a heading of references, where no attribute tells what the list is."""
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        if is_references_title("".join(heading.itertext())):
            listed = (_entries_in(container, HTML) for container in heading.itersiblings("ol", "ul", "div", "section"))
            return next(filter(None, listed), [])
    return []


def _entries_in(container: etree._Element, dialect: Dialect) -> list[etree._Element]:
    """The entries of a list; of a page's the smallest elements of the kind that it is made of."""
    if dialect is HTML:
        for tag in ("li", "tr", "p", "div"):
            found = [e for e in container.iter(tag) if next(e.iterdescendants(tag), None) is None]
            if len(found) > 1:
                return found
        return []
    found = [element for element in container.iter(tag=etree.Element) if local_name(element) in dialect.reference]
    inside = {child for element in found for child in element.iterdescendants(tag=etree.Element)}
    return [element for element in found if element not in inside]


def _names_in(value: str) -> list[str]:
    """The names an attribute holds: several apart by blanks, of a link its fragment, of a script its words."""
    if "(" in value:
        return _QUOTED.findall(value)
    return [match.group(1) or match.group(2) for part in value.split() if (match := _FRAGMENT.search(part))]


def entry_of(number: int, element: etree._Element, text: str) -> BibliographyEntry:
    """An entry from its text, and what its marks say of it."""
    entry = parse_entry(number, text)
    doi = _doi(element)
    year = _YEAR.search(_first(element, "year"))
    return replace(
        entry,
        title=_first(element, "article-title", "maintitle") or entry.title,
        journal=_first(element, "source") or entry.journal,
        authors=_authors(element) or entry.authors,
        doi=doi or entry.doi,
        year=int(year.group()) if year else entry.year,
    )


def _first(element: etree._Element, *names: str) -> str:
    found = next((part for part in element.iter(tag=etree.Element) if local_name(part) in names), None)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _authors(element: etree._Element) -> str:
    """Surnames and given names as marked."""
    names: list[str] = []
    for part in element.iter(tag=etree.Element):
        if local_name(part) in ("name", "string-name", "persname", "author") and len(names) < 100:
            pieces = [_first(part, "surname"), _first(part, "given-names", "given-name", "forename")]
            if pieces[0]:
                names.append(", ".join(filter(None, pieces)))
    return "; ".join(dict.fromkeys(names))


def _doi(element: etree._Element) -> str:
    for part in element.iter(tag=etree.Element):
        kind = part.get("pub-id-type") or part.get("type") or ""
        texts = [part.text or ""] if kind.lower() == "doi" or local_name(part) == "doi" else []
        for value in (*texts, part.get("href") or "", part.get("{http://www.w3.org/1999/xlink}href") or ""):
            found = find_doi(value.replace("%2F", "/"))
            if found:
                return found
    return ""
