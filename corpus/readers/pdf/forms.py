"""Forms that draw forms: a few lines of a file may stand for millions of objects, which no engine bounds."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

from corpus.document import Problem

_FORM = re.compile(rb"/Subtype\s*/Form\b")
_OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
_CHILD = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s+(\d{1,9})\s+\d{1,5}\s+R\b")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s+Do\b")
_DICTIONARY = 20_000  # bytes in which a form's dictionary is looked for
_CONTENT = 2_000_000  # bytes of a form's instructions that are looked at
_MOST = 20_000  # forms that one may stand for; figures of articles have hundreds
_FEW = 12  # forms in a file: fewer cannot stand for so many


@dataclass(slots=True)
class _Form:
    at: int  # where its subtype stands
    children: dict[bytes, int]  # object numbers by name
    drawn: list[bytes] = field(default_factory=list)  # names, as often as they are drawn
    total: int = 0  # forms it stands for


def without_form_bombs(data: bytes) -> tuple[bytes, Problem | None]:
    """The file with forms that stand for too many made unknown, at the same length, and a problem that tells so."""
    if data.count(b"/Form") < _FEW:
        return data, None
    forms = _forms(data)
    _count(forms)
    bombs = [form for form in forms.values() if form.total > _MOST]
    if not bombs:
        return data, None
    mended = bytearray(data)
    for form in bombs:
        mended[form.at : form.at + 8] = b"/Subtypf"
    return bytes(mended), Problem("form_bomb", f"{len(bombs)} forms that draw one another without end were left out")


def _forms(data: bytes) -> dict[int, _Form]:
    forms: dict[int, _Form] = {}
    for match in _FORM.finditer(data):
        start = data.rfind(b" obj", max(0, match.start() - _DICTIONARY), match.start())
        head = data[max(0, start - 20) : start + 4]
        numbers = list(_OBJECT.finditer(head))
        stream = data.find(b"stream", match.end(), match.end() + _DICTIONARY)
        if not numbers or stream < 0:
            continue
        dictionary = data[start:stream]
        children = {name: int(number) for name, number in _CHILD.findall(dictionary)}
        form = _Form(match.start(), children)
        end = data.find(b"endstream", stream)
        form.drawn = _DRAWN.findall(_content(data[stream + 6 : end if end >= 0 else len(data)], dictionary))
        forms[int(numbers[-1][1])] = form
    return forms


def _content(packed: bytes, dictionary: bytes) -> bytes:
    packed = packed.lstrip(b"\r\n")
    if b"FlateDecode" not in dictionary and b"/Fl" not in dictionary:
        return packed[:_CONTENT]
    try:
        return zlib.decompressobj().decompress(packed, _CONTENT)
    except zlib.error:
        return b""


def _count(forms: dict[int, _Form]) -> None:
    """How many forms each stands for, children before parents; forms that draw themselves stand for too many."""
    for first in forms:
        stack = [first]
        path: set[int] = set()
        while stack:
            number = stack[-1]
            form = forms[number]
            waiting = [] if form.total else [
                child for name in dict.fromkeys(form.drawn)
                if (child := form.children.get(name, -1)) in forms and not forms[child].total
            ]  # fmt: skip
            if number not in path and waiting:
                path.add(number)
                stack.extend(waiting)
                continue
            stack.pop()
            if not form.total:
                inner = [forms[form.children[n]].total for n in form.drawn if form.children.get(n, -1) in forms]
                form.total = 1 + sum(total or _MOST for total in inner)
