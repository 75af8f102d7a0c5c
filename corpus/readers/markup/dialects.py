"""What the elements of the formats mean; the walk over a tree knows roles only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
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
    FRONT = "front"
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


_MATH: Final = {
    "msup": Role.POWER, "msub": Role.INDEX, "msubsup": Role.BOTH, "mfrac": Role.FRACTION, "annotation": Role.SKIP,
    "annotation-xml": Role.SKIP,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dialect:
    """One format: the roles of its elements by local name, and the names of what tables and references are made of."""

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


JATS: Final = Dialect(
    "jats",
    {
        **_MATH,
        **dict.fromkeys(
            ("journal-meta", "contrib-group", "author-notes", "aff", "permissions", "pub-date", "history", "kwd-group",
             "funding-group", "counts", "custom-meta-group", "article-categories", "volume", "issue", "elocation-id",
             "fpage", "lpage", "article-id", "self-uri", "related-article", "graphic", "alt-text", "long-desc",
             "object-id", "issue-id", "pub-history", "supplementary-material", "media", "title-alternatives",
             "trans-title-group", "bio", "inline-graphic", "attrib", "processing-meta", "subtitle-alternatives"),
            Role.SKIP,
        ),
        "article-title": Role.TITLE, "title": Role.HEADING, "sec": Role.SECTION, "abstract": Role.SECTION,
        "p": Role.PARAGRAPH, "list-item": Role.PARAGRAPH, "def": Role.PARAGRAPH, "disp-quote": Role.PARAGRAPH,
        "ack": Role.BACK, "fn-group": Role.BACK, "notes": Role.BACK, "fig": Role.FIGURE, "boxed-text": Role.CONTAINER,
        "table-wrap": Role.TABLE_WRAP, "table": Role.TABLE, "tgroup": Role.TABLE, "ref-list": Role.REFERENCES,
        "xref": Role.CITATION, "sup": Role.RAISED, "sub": Role.LOWERED, "break": Role.BREAK, "tex-math": Role.TEX,
    },
    reference=frozenset({"ref"}),
    target=("rid",),
)  # fmt: skip

ELSEVIER: Final = Dialect(
    "cals",
    {
        **_MATH,
        **dict.fromkeys(
            ("coredata", "objects", "scopus-id", "scopus-eid", "link", "item-info", "author-group", "copyright",
             "keywords", "date-received", "date-accepted", "date-revised", "correspondence", "footnote", "figure-ref",
             "alt-text", "attachment", "document-thread", "highlights-ref", "raw-text", "interrefs-text",
             "miscellaneous", "dochead", "preprint", "intra-ref"),
            Role.SKIP,
        ),
        "title": Role.TITLE, "section-title": Role.HEADING, "section": Role.SECTION, "abstract": Role.SECTION,
        "para": Role.PARAGRAPH, "simple-para": Role.PARAGRAPH, "list-item": Role.PARAGRAPH, "figure": Role.FIGURE,
        "table": Role.TABLE_WRAP, "tgroup": Role.TABLE, "bibliography": Role.REFERENCES, "cross-ref": Role.CITATION,
        "cross-refs": Role.CITATION, "sup": Role.RAISED, "inf": Role.LOWERED, "br": Role.BREAK,
        "acknowledgment": Role.BACK, "conflict-of-interest": Role.BACK,
    },
    reference=frozenset({"bib-reference"}),
    target=("refid",),
)  # fmt: skip

TEI: Final = Dialect(
    "tei",
    {
        **_MATH,
        **dict.fromkeys(
            ("publicationstmt", "sourcedesc", "encodingdesc", "respstmt", "graphic", "keywords", "editionstmt", "note",
             "availability", "revisiondesc", "idno"),
            Role.SKIP,
        ),
        "title": Role.TITLE, "head": Role.HEADING, "div": Role.SECTION, "abstract": Role.SECTION, "p": Role.PARAGRAPH,
        "item": Role.PARAGRAPH, "formula": Role.PARAGRAPH, "figure": Role.FIGURE, "table": Role.TABLE,
        "listbibl": Role.REFERENCES, "ref": Role.CITATION, "lb": Role.BREAK, "ack": Role.BACK,
    },
    reference=frozenset({"biblstruct", "bibl"}),
    target=("target",),
    caption=frozenset({"head", "figdesc"}),
)  # fmt: skip

HTML: Final = Dialect(
    "html",
    {
        **_MATH,
        **dict.fromkeys(
            ("head", "nav", "footer", "aside", "script", "style", "noscript", "form", "button", "svg", "iframe",
             "template", "select", "input", "label", "object", "video", "audio", "picture", "dialog", "menu"),
            Role.SKIP,
        ),
        "h1": Role.TITLE, **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Role.HEADING), "section": Role.SECTION,
        **dict.fromkeys(("p", "li", "dd", "dt", "blockquote"), Role.PARAGRAPH),
        **dict.fromkeys(("div", "article", "main", "body", "html", "ul", "ol", "dl", "header"), Role.CONTAINER),
        "figure": Role.FIGURE, "table": Role.TABLE, "a": Role.CITATION, "sup": Role.RAISED, "sub": Role.LOWERED,
        "br": Role.BREAK,
    },
    reference=frozenset({"li", "p", "div", "tr"}),
    target=("href", "data-rid", "data-xml-rid", "data-target", "onclick"),
    caption=frozenset({"caption", "figcaption"}),
    label=frozenset(),
)  # fmt: skip

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
