"""What a reader of a passage of markup sees: no marks, signs for entities. Offsets stay those of the file."""

from __future__ import annotations

import html
import re
from typing import Final

_MARK: Final = re.compile(
    r"<!--.{0,2000}?(?:-->|\Z)"
    r"|</?(?P<name>[A-Za-z][\w:.-]{0,40}+)(?P<rest>[^<>]{0,4000}+)(?:>|\Z)"  # the last may be cut by the passage's end
    r"|&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});",
    re.DOTALL | re.VERBOSE,
)
_CUT: Final = re.compile(r"\A[^<>]{0,2000}+>")  # the end of a mark that began before the passage
_RAISED: Final = frozenset({"sup", "msup"})
_CELLS: Final = frozenset({"td", "th", "entry", "cell"})
_BLOCKS: Final = frozenset(
    ("p", "tr", "row", "sec", "section", "title", "table", "caption", "div", "li", "br", "h1", "h2", "h3", "h4")
)

Sign = tuple[int, int, str]


def signs_of(text: str) -> list[Sign]:
    """Stretches of a passage of markup, in order, each with what is shown instead.

    >>> signs_of("6&#xB7;10<sup>-5</sup>")
    [(1, 7, '·'), (9, 14, '^'), (16, 22, '')]
    """
    cut = _CUT.match(text)
    begun: list[Sign] = [(0, cut.end(), "")] if cut else []
    at = cut.end() if cut else 0
    return begun + [(found.start(), found.end(), _shown(found)) for found in _MARK.finditer(text, at)]


def plain(text: str) -> str:
    """A passage of markup as a reader sees it.

    >>> plain("6&#xB7;10<sup>-5</sup>")
    '6·10^-5'
    """
    at, pieces = 0, []
    for start, end, shown in signs_of(text):
        pieces += [text[at:start], shown]
        at = end
    return "".join([*pieces, text[at:]])


def _shown(found: re.Match[str]) -> str:
    if found[0].startswith("&"):
        return html.unescape(found[0])
    name = (found["name"] or "").rpartition(":")[2].lower()
    closes = found[0].startswith("</") or found[0].endswith("/>")
    if name in _RAISED:
        return "" if closes else "^"
    if name in _CELLS:
        return " | " if closes else ""
    return "\n" if name in _BLOCKS and closes else ""
