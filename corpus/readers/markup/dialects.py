"""What the elements of the formats mean; the walk over a tree knows roles only."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final

from lxml import etree

from corpus.alternatives import Alternatives
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


_TABLE: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


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

# By class, id or role of an element of a page: what surrounds an article, and what is shown only on demand.
_AROUND: Final = Alternatives(
    r"\b(?:cookies?|consent|banner|nav(?:igation|bar)?|menu|breadcrumbs?|site-?footer|page-?footer|side-?bar|share|sharing|social"
    r"|related|recommend\w*|advert\w*|promo\w*|modal|popup|popover|tooltip|toolbar|tool-?box|login|sign-?in|skip-?link"
    r"|visually-?hidden|sr-only|subscri\w+)\b",
    r"\b(?:cited-?by|citing|metrics|altmetric\w*|download\w*|author-?(?:info|notes?|list|group|affil\w*)|contribs?"
    r"|affiliations?|license|permissions|article-?actions|issue-?(?:info|nav)|journal-?(?:info|nav)|table-of-contents|toc"
    r"|outline|mathjax_preview|complementary|jump-?links?)\b",
    r"\b(?:newsletter|search|feedback)\b",
    flags=re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"\b(?:article|content|main|body|full-?text|section)\b", re.IGNORECASE)
_BIBLIOGRAPHY: Final = re.compile(
    r"\b(?:references?(?:-?(?:list|section|container))?|bibliography|ref-?list|citation-?list|article-references?"
    r"|html-references?_list|reflist)\b",
    re.IGNORECASE,
)
_MANY: Final = 12  # paragraphs
_PARTS: Final = frozenset({"div", "section", "ul", "ol", "header"})
_MAY_BE_AROUND: Final = _PARTS | {"span", "p", "li", "a", "h2", "h3"}
_WRAPS: Final = re.compile(
    r"\b(?:table-?wrap\w*|html-table_wrap\w*|NLM_table-wrap|article-table\w*|tables?)\b", re.IGNORECASE
)


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
    if name in _PARTS and _BIBLIOGRAPHY.search(told) and _holds_entries(element):
        return Role.REFERENCES
    return Role.SKIP if _AROUND.search(told) and not _is_article(element, told) else None


def _wraps_table(element: etree._Element, name: str, told: str) -> bool:
    """Whether an element holds a table with its caption and notes."""
    if name not in ("figure", "div", "section") or element.find(".//table") is None:
        return False
    return name == "figure" or (_WRAPS.search(told) is not None and len(element.findall(".//table")) == 1)


def _is_article(element: etree._Element, told: str) -> bool:
    """Whether an element that is named like what surrounds an article holds it all the same."""
    paragraphs = sum(1 for _ in islice(element.iter("p"), _MANY))
    return paragraphs == _MANY or (paragraphs > 2 and bool(_ARTICLE.search(told)))


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
