"""HTML tags and entities that a converter left in the text."""

from __future__ import annotations

import html
import re

from corpus.mapped_text import Edit, MappedText
from corpus.repair.profile import Profile

_SCRIPT = re.compile(r"<(su[bp])>([^<>]{0,80})</\1>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:i|b|em|strong|span|sub|sup|u|small|p|br|inf|italic|bold)\b[^<>]{0,80}>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.{0,200}?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")


def read_markup(text: MappedText, profile: Profile) -> MappedText:
    """Sub- and superscript tags become the LaTeX that later rules read, other tags go, entities become signs.

    >>> read_markup(MappedText.from_raw("Na<sub>3</sub>PS<sub>4</sub> &lt; 5 cm<sup>2</sup>"), Profile()).text
    'Na_{3}PS_{4} < 5 cm^{2}'
    """
    if "<" in text.text:
        edits = []
        for match in _SCRIPT.finditer(text.text):
            edits.append(Edit(match.start(), match.start(2), "_{" if match.group(1).lower() == "sub" else "^{"))
            edits.append(Edit(match.end(2), match.end(), "}"))
        text = text.edit(edits).substitute(_TAG, "").substitute(_COMMENT, "")
    if "&" in text.text:
        text = text.substitute(_ENTITY, lambda match: html.unescape(match.group()))
    return text
