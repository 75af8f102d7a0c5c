"""What the elements of the formats mean; the walk over a tree knows roles only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final

from lxml import etree

from corpus.data import data_of
from corpus.patterns import Patterns
from corpus.structure.patterns import REFERENCES_TITLE


class Role(StrEnum):
    """What an element is."""

    INLINE = "inline"  # its text belongs to the passage it stands in
    SKIP = "skip"
    CONTAINER = "container"  # a block of its own without a meaning of its own
    TITLE = "title"
    HEADING = "heading"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    BACK = "back"
    FIGURE = "figure"
    TABLE_WRAP = "table_wrap"
    TABLE = "table"
    REFERENCES = "references"
    CITATION = "citation"
    RAISED = "raised"
    LOWERED = "lowered"
    BREAK = "break"
    TEX = "tex"  # holds LaTeX
    FRACTION = "fraction"
    POWER = "power"  # base and exponent
    INDEX = "index"  # base and index
    BOTH = "both"  # base, index and exponent


@dataclass(frozen=True, slots=True)
class Dialect:
    """One format: the roles of its elements by local name, and the names of what tables and references are made of.

    ``dialects.toml`` has them all.
    """

    name: str
    roles: dict[str, Role]
    reference: frozenset[str]  # an entry of the bibliography
    target: tuple[str, ...]  # attributes in which a citation names its entries
    caption: frozenset[str] = frozenset({"caption"})
    label: frozenset[str] = frozenset({"label"})
    row: frozenset[str] = frozenset({"tr", "row"})
    cell: frozenset[str] = frozenset({"td", "th", "entry", "cell"})
    note: frozenset[str] = frozenset({"table-wrap-foot", "table-footnote", "tfoot", "note", "legend"})

    def stands_apart(self, name: str) -> bool:
        """Whether an inline element's text joins that of no other: labels, and cells that no table holds."""
        return name in self.label or name in self.cell or name in self.row

    def role(self, element: etree._Element) -> Role:
        """What an element means here."""
        name = local_name(element)
        if self is HTML and (shown := _role_by_class(element, name)) is not None:
            return shown
        parent = element.getparent()
        if name == "fn" and parent is not None and local_name(parent) == "p":
            return Role.SKIP  # a note in the middle of a sentence
        return self.roles.get(name, Role.INLINE)


def local_name(element: etree._Element) -> str:
    """The name of an element without its name space, in small letters."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


_TABLE: Final = data_of(__file__)


def _dialect(name: str) -> Dialect:
    told = {key: words for key, words in _TABLE[name].items() if key != "roles"}
    roles = (*_TABLE["mathematics"]["roles"].items(), *_TABLE[name]["roles"].items())
    return Dialect(
        name,
        {element: Role(role) for role, elements in roles for element in elements.split()},
        target=tuple(told.pop("target").split()),
        **{key: frozenset(words.split()) for key, words in told.items()},
    )


JATS: Final = _dialect("jats")
ELSEVIER: Final = _dialect("cals")
TEI: Final = _dialect("tei")
HTML: Final = _dialect("html")

_CLASSES: Final = Patterns(Path(__file__).with_name("page_classes.toml"))
_AROUND: Final = (_CLASSES.AROUND, _CLASSES.AROUND_TEXT, _CLASSES.ASKING)
_MANY: Final = 12  # paragraphs
_PARTS: Final = frozenset({"div", "section", "ul", "ol", "header"})
_MAY_BE_AROUND: Final = _PARTS | {"span", "p", "li", "a", "h2", "h3"}


def _role_by_class(element: etree._Element, name: str) -> Role | None:
    """The role of an element of a page that its attributes tell; None when its name alone decides."""
    if element.get("aria-hidden") == "true" or element.get("hidden") is not None:
        return Role.SKIP
    if name not in _MAY_BE_AROUND and name != "figure":
        return None
    told = " ".join(filter(None, map(element.get, ("class", "id", "role")))).replace("_", "-")
    if _wraps_table(element, name, told):
        return Role.TABLE_WRAP
    if not told or name == "figure":
        return None
    if name in _PARTS and _CLASSES.BIBLIOGRAPHY.search(told) and _holds_entries(element):
        return Role.REFERENCES
    is_around = any(surroundings.search(told) for surroundings in _AROUND)
    return Role.SKIP if is_around and not _is_article(element, told) else None


def _wraps_table(element: etree._Element, name: str, told: str) -> bool:
    """Whether an element holds a table with its caption and notes."""
    if name not in ("figure", "div", "section") or element.find(".//table") is None:
        return False
    return name == "figure" or (_CLASSES.WRAPS_TABLE.search(told) is not None and len(element.findall(".//table")) == 1)


def _is_article(element: etree._Element, told: str) -> bool:
    """Whether an element that is named like what surrounds an article holds it all the same."""
    paragraphs = sum(1 for _ in islice(element.iter("p"), _MANY))
    return paragraphs == _MANY or (paragraphs > 2 and bool(_CLASSES.ARTICLE.search(told)))


def _holds_entries(element: etree._Element) -> bool:
    return len(element.findall(".//li")) + len(element.findall(".//p")) + len(element.findall("./div")) > 2


def is_references_title(text: str) -> bool:
    """Whether a heading opens the list of references."""
    return bool(REFERENCES_TITLE.match(text.strip()))


def dialect_of(root: etree._Element, is_html: bool) -> Dialect | None:
    """The format of a parsed file; None when it is none that holds an article."""
    if is_html:
        return HTML
    names = {local_name(root)} | {local_name(child) for child in root.iter() if isinstance(child.tag, str)}
    if names & {"full-text-retrieval-response", "bib-reference", "simple-para"}:
        return ELSEVIER
    if "tei" in names or "teiheader" in names:
        return TEI
    if names & {"article", "article-meta", "ref-list", "sec"}:
        return JATS
    return HTML if "html" in names else None
