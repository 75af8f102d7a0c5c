"""The walk over a tree: its elements become regions in the order of the file."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from corpus.document import BibliographyEntry, BlockKind, Citation, Table
from corpus.mapped_text import MappedText
from corpus.readers.base import Region
from corpus.readers.markup.dialects import HTML, TEI, Dialect, Role, is_references_title, local_name
from corpus.readers.markup.passage import Passage
from corpus.readers.markup.references import References, entry_of
from corpus.readers.markup.source import Source
from corpus.readers.markup.tables import TableReader
from corpus.structure.patterns import BACK_MATTER_TITLE, FRONT_MATTER_LINE, caption_start

_LABEL: Final = re.compile(
    r"^\W{0,3}((?:Supplementary |Extended Data )?(?:Fig(?:ure|\.)?|FIG(?:URE|\.)?|Scheme|Chart|Box|Table|TABLE)\s{0,3}"
    r"(?:S?\d{1,3}(?:\.\d{1,2})?|[IVX]{1,4}))(?![\d])"
)
_TEX_BODY: Final = re.compile(r"\\begin\{document\}(.{0,5000}?)\\end\{document\}", re.DOTALL)
_SHORT_NOTE: Final = 200  # characters of a line of front matter between paragraphs


class Walk:
    """Walks over one tree; :attr:`regions` and :attr:`bibliography` are what it found."""

    def __init__(self, dialect: Dialect, source: Source, references: References) -> None:
        self.dialect, self.source, self.references = dialect, source, references
        self.regions: list[Region] = []
        self.bibliography: dict[int, BibliographyEntry] = {}
        self.passage = Passage()
        self.kind = BlockKind.PARAGRAPH
        self.gathering = 0  # within one passage, whose blocks end nothing
        self.depth = 0  # of sections
        self.mathematics = 0
        self.number: MappedText | None = None
        self.back_level = 0  # level of the heading of back matter that the walk is under
        self.listing = False  # under a heading of references that no element of their own holds

    def run(self, root: etree._Element) -> None:
        """Walk over the whole tree."""
        self._visit(root)
        self._close()

    def _visit(self, element: etree._Element) -> None:
        role = self.dialect.role(element)
        name = local_name(element)
        if role is Role.SKIP or (role is Role.TEX and _has_mathml(element)):
            self.source.skip(element)
        elif name == "math":
            self.mathematics += 1
            self._content(element)
            self.mathematics -= 1
        elif role is Role.BREAK:
            self.passage.add(" ")
        elif role is Role.CITATION:
            self._citation(element)
        elif role in _SCRIPTS:
            self._script(element, role)
        elif role is Role.TEX:
            self._tex(element)
        elif name in self.dialect.label and not self.gathering:
            self.number = self._gather(element)[0]  # of the heading that follows
        elif role is Role.INLINE or self.gathering:
            self._inline(element, role)
        else:
            self._block(element, role, name)

    def _block(self, element: etree._Element, role: Role, name: str) -> None:
        match role:
            case Role.HEADING | Role.TITLE:
                self._heading(element, role)
            case Role.FIGURE if element.find(".//{*}table") is None:
                self._figure(element)
            case Role.FIGURE | Role.TABLE_WRAP | Role.TABLE:
                self._table_wrap(element)
            case Role.REFERENCES:
                self._references(element)
            case Role.SECTION:
                self._section(element, name)
            case Role.BACK:
                before, self.kind = self.kind, BlockKind.BACK_MATTER
                self._section(element, name)
                self.kind = before
            case _:
                self._close()
                self._content(element)
                self._close()

    def _inline(self, element: etree._Element, role: Role) -> None:
        """An element within a passage; a block keeps its text apart by a blank."""
        apart = role is not Role.INLINE or self.dialect.stands_apart(local_name(element))
        if apart:
            self.passage.add(" ")
        self._content(element)
        if apart:
            self.passage.add(" ")

    def _content(self, element: etree._Element) -> None:
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._visit(child)
            self._text(child.tail)

    def _text(self, piece: str | None) -> None:
        if not piece:
            return
        if piece.strip():
            self.passage.add(self.source.take(piece))
        elif not self.mathematics:
            self.passage.add(" ")

    def _gather(self, element: etree._Element) -> tuple[MappedText, tuple[Citation, ...]]:
        """All text of an element, without its citations, and those."""
        return self._apart(element).whole()

    def _apart(self, element: etree._Element) -> Passage:
        """An element as one passage of its own; the open one waits."""
        waiting, self.passage = self.passage, Passage()
        self.gathering += 1
        self._content(element)
        self.gathering -= 1
        apart, self.passage = self.passage, waiting
        return apart

    def _close(self) -> None:
        """The open passage becomes a region."""
        text, citations = self.passage.whole()
        self.passage = Passage()
        if not text.text:
            return
        if self.listing:
            number = len(self.bibliography) + 1
            self.bibliography[number] = entry_of(number, _NOTHING, text.text)
            self._region(BlockKind.REFERENCE, text)
            return
        kind = self.kind
        if kind is BlockKind.PARAGRAPH and len(text) < _SHORT_NOTE and FRONT_MATTER_LINE.match(text.text):
            kind = BlockKind.FRONT_MATTER
        label = caption_start(text.text) if kind is BlockKind.PARAGRAPH else None
        if label is not None:
            kind = BlockKind.CAPTION
        self._region(kind, text, citations, label=label.group(1) if label else "")

    def _region(
        self, kind: BlockKind, text: MappedText, citations: tuple[Citation, ...] = (), label: str = "", level: int = 0
    ) -> None:
        start, end = text.raw_span(0, len(text))
        self.regions.append(Region(start, end, kind, label=label, text=text, citations=citations, level=level))

    def _heading(self, element: etree._Element, role: Role) -> None:
        self._close()
        text, citations = self._gather(element)
        if not text.text:
            return
        if self.number is not None:
            text, self.number = MappedText.join([self.number, " ", text]), None
        name = local_name(element)
        level = int(name[1]) if name[0] == "h" and name[1:].isdigit() else self.depth
        if role is Role.TITLE:
            seen = any(region.kind is BlockKind.TITLE for region in self.regions)
            self._region(BlockKind.FRONT_MATTER if seen else BlockKind.TITLE, text, citations, level=level)
            return
        self.listing = is_references_title(text.text) and not self.references.entries
        if BACK_MATTER_TITLE.match(text.text):
            self.back_level, self.kind = level or 1, BlockKind.BACK_MATTER
        elif self.back_level and level <= self.back_level:
            self.back_level, self.kind = 0, BlockKind.PARAGRAPH
        self._region(BlockKind.HEADING, text, citations, level=level)

    def _section(self, element: etree._Element, name: str) -> None:
        self._close()
        roles = map(self.dialect.role, element.iter(tag=etree.Element))
        if name == "abstract" and Role.HEADING not in roles:
            self._region(BlockKind.HEADING, MappedText.join(["Abstract"]), level=self.depth + 1)
        self.depth += 1
        self._content(element)
        self._close()
        self.depth -= 1

    def _figure(self, element: etree._Element) -> None:
        text, citations = self._gather(element)
        label = _LABEL.match(text.text)
        if text.text:
            self._region(BlockKind.CAPTION, text, citations, label=label.group(1) if label else "")

    def _table_wrap(self, element: etree._Element) -> None:
        """A table with what stands around it: before it its caption, behind it its notes."""
        if self.dialect.role(element) is Role.TABLE and element.find(".//{*}table") is not None:
            self._close()  # a table that only arranges others
            self._content(element)
            return
        around = Passage()
        notes: list[MappedText] = []
        tables: list[Table] = []
        self._parts_of_table(element, around, notes, tables)
        caption, citations = around.whole()
        if not caption.text and tables and not tables[0].caption.text:
            caption, citations = self._caption_before()
        for table in tables:
            if caption.text:
                table.caption = MappedText.join([caption, " ", table.caption]) if table.caption.text else caption
                table.caption_citations = citations + table.caption_citations
            label = _LABEL.match(table.caption.text)
            table.label = label.group(1) if label else ""
            table.footnotes += notes
            self.regions.append(Region(table.raw_start, table.raw_end, BlockKind.TABLE, label=table.label, table=table))

    def _parts_of_table(
        self, element: etree._Element, around: Passage, notes: list[MappedText], tables: list[Table]
    ) -> None:
        if self.dialect.role(element) is Role.TABLE:
            tables.append(TableReader(self.dialect, self._gather).read(element))
            return
        if self.dialect.role(element) is Role.SKIP:
            self.source.skip(element)
            return
        if element.find(".//{*}table") is None and element.find(".//{*}tgroup") is None:
            found = self._apart(element)
            if tables or local_name(element) in self.dialect.note:
                notes.append(found.whole()[0])
            else:
                around.parts += [*found.parts, " "]
                around.cited += found.cited
            return
        for child in element.iterchildren(tag=etree.Element):
            self._parts_of_table(child, around, notes, tables)
            if child.tail and child.tail.strip():
                (notes.append if tables else around.add)(self.source.take(child.tail))

    def _caption_before(self) -> tuple[MappedText, tuple[Citation, ...]]:
        """The paragraph above a table that begins with its label; it is the table's from now on."""
        self._close()
        for back in (1, 2):
            before = self.regions[-back] if len(self.regions) >= back else None
            label = _LABEL.match(before.text.text) if before is not None and before.text is not None else None
            if before is not None and before.text is not None and label and label.group(1).lower().startswith("t"):
                own = self.regions[len(self.regions) - back :]
                del self.regions[len(self.regions) - back :]
                texts = [part for region in own if region.text is not None for part in (region.text, " ")]
                return MappedText.join(texts).strip(), tuple(c for region in own for c in region.citations)
        return MappedText("", ()), ()

    def _references(self, element: etree._Element) -> None:
        self._close()
        for child in element.iterchildren(tag=etree.Element):
            number = self.references.entries.get(child)
            if number is not None:
                text, _ = self._gather(child)
                self.bibliography.setdefault(number, entry_of(number, child, text.text))
                self._region(BlockKind.REFERENCE, text)
            elif next((e for e in child.iter(tag=etree.Element) if e in self.references.entries), None) is not None:
                self._references(child)
            else:
                self.source.skip(child)

    def _citation(self, element: etree._Element) -> None:
        numbers = self.references.cited(element, self.dialect)
        inside = self._apart(element)
        text = MappedText.join(inside.parts)
        if not numbers or sum(sign.isalpha() for sign in text.text) > 2:  # named by its authors
            self.passage.parts += inside.parts
            self.passage.cited += inside.cited
        if not numbers:
            return
        raised = self.dialect is HTML and "^{" in text.text
        self.passage.add("^{" if raised else "")
        self.passage.cite(numbers, text)
        self.passage.add("}" if raised else "")

    def _script(self, element: etree._Element, role: Role) -> None:
        if role in (Role.RAISED, Role.LOWERED) or (self.dialect is TEI and not self.mathematics):
            self.passage.add("^{" if role is Role.RAISED else "_{")
            self._content(element)
            self.passage.add("}")
            return
        for mark, child in zip(_SCRIPTS[role], element.iterchildren(tag=etree.Element), strict=False):
            self.passage.add(mark)
            self._visit(child)
            self.passage.add("}" if mark.endswith("{") else "")

    def _tex(self, element: etree._Element) -> None:
        text = self.source.take(element.text or "")
        body = _TEX_BODY.search(text.text)
        text = text.slice(body.start(1), body.end(1)).strip() if body else text.strip()
        bare = text.text.strip("$")
        if bare:
            start = text.text.index(bare)
            self.passage.parts += ["$", text.slice(start, start + len(bare)).strip(), "$"]


# What stands before the parts of a script.
_SCRIPTS: Final = {
    Role.RAISED: ("",), Role.LOWERED: ("",), Role.POWER: ("", "^{"), Role.INDEX: ("", "_{"),
    Role.BOTH: ("", "_{", "^{"), Role.FRACTION: ("", "/"),
}  # fmt: skip
_NOTHING: Final = etree.Element("entry")


def _has_mathml(element: etree._Element) -> bool:
    """Whether the same formula stands beside its LaTeX as MathML."""
    parent = element.getparent()
    return parent is not None and any(local_name(child) == "math" for child in parent.iter(tag=etree.Element))
