"""A parsed file whose every piece of text knows where it stands in the file."""

from __future__ import annotations

import html
import re
from typing import Final

from lxml import etree

from corpus.mapped_text import Edit, MappedText, Segment

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_OWN_OF_XML: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NAMED: Final = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,31});")
_LONGEST_TAG: Final = 20_000
# The parser's pieces come in the order of the file: each is sought this far behind the one before it. Where marks are
# broken the parser drops text: only a piece as long as a few words is then believed to be the one that is found.
_NEAR: Final = 5_000
_TELLING: Final = 12
_LOST: Final = "\ufffd"
_BLANKS: Final = re.compile(r"\s+")


def parse(raw: str, is_html: bool) -> etree._Element | None:
    """The root of the tree; None when nothing can be made of it. Nothing outside the text is ever loaded."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    parser: etree.XMLParser | etree.HTMLParser
    if is_html:
        parser = etree.HTMLParser(
            encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True
        )
    else:
        text = _NAMED.sub(_numbered, text)
        parser = etree.XMLParser(
            encoding="utf-8", recover=True, no_network=True, load_dtd=False, resolve_entities=False,
            remove_comments=True, remove_pis=True, strip_cdata=True,
        )  # fmt: skip
    try:
        return etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _numbered(match: re.Match[str]) -> str:
    """An entity that HTML names and XML does not, as its sign."""
    return match.group() if match.group(1) in _OWN_OF_XML else html.unescape(match.group())


class Source:
    """Finds the parser's pieces of text again in the file, one after the other."""

    def __init__(self, raw: str) -> None:
        self._stream = MappedText.from_raw(raw).edit(_marks_of(raw))
        self._cursor = 0
        self.lost = 0  # pieces that stand nowhere in the file

    def take(self, piece: str) -> MappedText:
        """A piece of text, runs of blanks as one blank, mapped to the file; a lost sign where its place is unknown."""
        place = self._stream.text.find(piece, self._cursor, self._cursor + len(piece) + _NEAR)
        passed = self._stream.text[self._cursor : place].strip() if place >= 0 else ""
        if place < 0 or (passed and len(piece.strip()) < _TELLING):
            self.lost += 1
            point = self._stream.raw_span(self._cursor, self._cursor)[0]
            return MappedText(_LOST, (Segment(0, point, point),))
        self._cursor = place + len(piece)
        return self._stream.slice(place, self._cursor).substitute(_BLANKS, " ")

    def skip(self, element: etree._Element) -> None:
        """Pass over an element that is not read; what follows it still belongs to its parent."""
        for piece in element.xpath(".//text()"):  # itertext leaves out what stands behind inner elements
            if piece.strip():
                self.take(str(piece))


def _marks_of(raw: str) -> list[Edit]:
    """Edits that leave nothing of a marked-up text but its characters."""
    edits: list[Edit] = []
    place = 0
    while place < len(raw):
        opening = raw.find("<", place)
        opening = len(raw) if opening < 0 else opening
        edits += _entities(raw, place, opening)
        if opening == len(raw):
            break
        place = opening + 1
        if raw.startswith("<!--", opening):
            place = _behind(raw, "-->", opening + 4)
        elif raw.startswith("<![CDATA[", opening):
            edits.append(Edit(opening, opening + 9, ""))
            end = raw.find("]]>", opening + 9)
            end = len(raw) if end < 0 else end
            edits.append(Edit(end, min(end + 3, len(raw)), ""))
            place = min(end + 3, len(raw))
            continue
        elif raw[place : place + 1].isalpha() or raw[place : place + 1] in ("/", "!", "?"):
            place = _behind_tag(raw, opening)
        else:
            continue
        edits.append(Edit(opening, place, ""))
    return edits


def _behind(raw: str, sign: str, start: int) -> int:
    end = raw.find(sign, start)
    return len(raw) if end < 0 else end + len(sign)


def _behind_tag(raw: str, opening: int) -> int:
    """Behind the sign that closes a tag, which is none inside a quoted attribute."""
    end = raw.find(">", opening, opening + _LONGEST_TAG)
    while end >= 0 and raw.count('"', opening, end) % 2:
        end = raw.find(">", end + 1, opening + _LONGEST_TAG)
    return opening + 1 if end < 0 else end + 1


def _entities(raw: str, start: int, end: int) -> list[Edit]:
    edits = [
        Edit(match.start(), match.end(), sign)
        for match in _ENTITY.finditer(raw, start, end)
        if (sign := html.unescape(match.group())) != match.group()
    ]
    place = raw.find("\r", start, end)
    while place >= 0:
        edits.append(Edit(place, place + (2 if raw.startswith("\r\n", place) else 1), "\n"))
        place = raw.find("\r", place + 1, end)
    return sorted(edits)
