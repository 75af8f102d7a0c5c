"""Where a formula, a polymer's name or an abbreviation may begin, and how far its characters reach.

Formulas are scanned by symbol, amount and bracket, each character once, so that no text can make it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from corpus.patterns import Pattern
from extractors.composition.lexicon import LEXICON, SPOKEN

DEEPEST: Final = 3  # brackets within brackets
LONGEST: Final = 250  # characters of a formula

_NUMBER: Final = r"\d++(?:\.\d++)?+"
_VARIABLE: Final = "[xyznmabcwuδ](?![a-z])['′]?"
_TAIL: Final = rf"(?:[+\-−](?:{_NUMBER})?{_VARIABLE}(?:/\d+)?){{0,6}}+"
_PLAIN_AMOUNT: Final = re.compile(
    rf"(?:(?:(?:\d{{1,2}}/(?:\d|12|16|24)|\d\d/1\d|\d/\d\.\d)(?![\d.])|{_NUMBER})(?:{_VARIABLE}(?:/\d+)?)?|{_VARIABLE}){_TAIL}"
)
_FRACTION: Final = rf"(?:\(\d/\d\)|\d/\d){_TAIL}"
_FRACTION_AMOUNT: Final = re.compile(rf"\(\d/\d\)(?=[+\-−]){_TAIL}")
_UNSIGNED_VACANCY: Final = re.compile(rf"(?<=[\-−][xyz])0?(?={_FRACTION}[A-Z])")
"""Where the box of a vacancy was lost, or became a nought: ``La2/3-x1/3-2xTiO3``."""

_BRACKETED_FRACTION: Final = re.compile(r"\((\d/\d)\)(?=[+\-−])")

_BRACKETED_AMOUNT: Final = re.compile(rf"\({_NUMBER}[+\-−](?:{_NUMBER})?{_VARIABLE}{_TAIL}\)")
_SYMBOL: Final = re.compile(r"[A-Z][a-z]?|[□◻☐]")
_ISOTOPE: Final = re.compile(r"\d{1,2}(?=(?:Li|Na|H|B|K)\])")
_WATER: Final = re.compile(rf"·(?:{_NUMBER})?n?x?H2O")
_COMMA: Final = re.compile(r",\s?(?=[A-Z])")
_SHARE: Final = re.compile(
    rf"(?:\d/\d|{_NUMBER})(?=[A-Z(\[])|[xy](?=[A-Z][a-z]?\d?[A-Z(\d])"
    rf"|\({_NUMBER}[-−](?:{_NUMBER})?{_VARIABLE}\)\s?"
)
_BEGINS: Final = re.compile(r"(?<![A-Za-z0-9])(?<![\d\s]\.)(?=[Pp]oly|[a-z]{0,2}[A-Z]|[\d(\[{□◻☐])")
_ENDS: Final = re.compile(r"(?![a-z])|(?<=\d)(?=[a-z]{4})")

_SHORT_POLYMERS: Final = "|".join(
    name for name, told in LEXICON.items() if told.role == "polymer" and re.fullmatch(r"P[A-Z]{2,4}", name)
)
_POLYMERS: Final = (
    re.compile(
        r"[Pp]oly[\s-]?\((?:[^()\n]|\((?:[^()\n]|\([^()\n]{0,60}\)){0,60}\)){3,80}\)(?:\sdi(?:meth)?acrylate\b)?"
    ),
    re.compile(r"[Pp]oly[\s-]?\[[^\]\n]{3,80}\]"),
    re.compile(
        r"[Pp]oly[a-z]{5,}+(?:\s?[-–](?:co|alt|ran|block)[-–][a-z]{5,}+)?"
        r"(?:\s(?:oxide|glycol|carbonate|fluoride|chloride|alcohol|imine|acrylate|methacrylate)\b)?"
    ),
    re.compile(r"[Pp]oly-?[A-Z]{2,6}(?![\w(])"),
    re.compile(
        rf"(?:\(P[A-Z]\)|\([A-Z]{{3,5}}\)|P\(EO\)|{_SHORT_POLYMERS})\d+[-–:]?"
        r"(?:(?:Li|Na|K|Mg|Zn|Ca)(?=[A-Z(])(?:[A-Z][A-Za-z0-9]*+|\([A-Z][A-Za-z0-9]*+\)\d?)++"
        r"|CF3(?:COO|SO3)(?:Li|Na|K))(?![A-Za-z(])"
    ),
    re.compile(r"PVd?D?F\((?:HFP|CTFE|TrFE)\)(?![A-Za-z])"),
    re.compile(r"(?:P\([A-Z][A-Za-z/-]*+\)|\(PEO\)(?=\d))(?:\d{1,3}+(?!\.\d))?(?![A-Za-z])|(?:Li|Na)\([A-Z]{4,}+\)"),
)
_MATRIX: Final = (
    r"(?:(?:[ικλ]|[Ii]ota|[Kk]appa|[Ll]ambda)-)?(?:(?:sodium|lithium)\s)?[A-Z]?[a-z]*(?:osan|ulose|tarch|dextran|dextrin|pectin|gelatin|alginate|carrageenan|nonitrile)"
    r"|agar(?:ose)?|lignin|cellulose\sacetate"
)
_HELD: Final = (
    r"(?:\d[\d.]*\s?(?:\w+\.?\s?)?%\s?)?"
    r"(?:\d*(?:Li|Na|K|Mg|Zn|Al|Ca)[A-Z(]|NH4|[A-Z]{2,}|\[[A-Z]|(?:lith|sod|potass|ammon)ium\s|[Pp]oly[\s(])"
)
"""What a polymer holds, perhaps with its share, or another polymer."""

_BODY: Final = (
    r"(?:(?:gel|solid|polymer)\s)?(?:blends?|membranes?|films?|electrolytes?|matri(?:x|ces)|hosts?)\b"
    r"|(?=(?:ha[sd]|shows?|showed|exhibits?|exhibited|conducts?|reache[sd])\b)"
)
_JOINED_BEHIND: Final = re.compile(rf"[-–/:]\s?(?=(?:{_HELD}|(?P<next>{_MATRIX})(?![a-z])))|\s(?P<body>{_BODY})")
"""Behind a chemical name: a sign and the salt or filler that it joins, or what body was made of it."""

_SOLVENT: Final = (
    r"(?:[nN]-)?(?:(?:ethylene|propylene|vinylene)\s)?[A-Z]?[a-z]*"
    r"(?:nitrile|amide|lactone|acrylate|siloxane|imine|carbonate|glycol|lycerol|urea|folane)"
)
_CHEMICAL_NAME: Final = re.compile(rf"(?<![\w-])(?:(?P<matrix>{_MATRIX})|{_SOLVENT})(?=\s?$)")
"""A polymer or solvent by its chemical name; ``matrix`` where a body of it is a solid electrolyte's."""

_JOINED_BEFORE: Final = Pattern(rf"(?<=[A-Z\d)][-–/])(?:{_MATRIX}|{_SOLVENT})\b")
"""The same, which a sign joins to what holds them."""

_FILLERS: Final = "|".join(name for name, told in LEXICON.items() if told.role == "filler" and name.islower())
_RUBBERS: Final = "|".join(words.replace(" ", r"[\s-]") for words in SPOKEN if words.endswith("rubber"))
_RUBBER: Final = Pattern(rf"(?<![\w-])(?:{_RUBBERS})(?![\w-])", any_case=True)
"""A binder by its spoken name."""

_FILLER: Final = Pattern(
    r"(?:(?<=[A-Z\d)][-–/])|(?<=(?:ene|ide|ose|san)[-–/])|(?<=[tl.\s]%\s)|(?<=%\sof\s)|(?P<put>(?<=\swith\s)))(?:nano-?)?"
    rf"(?P<name>{_FILLERS})(?![\w-]|\s(?:crucible|boat|tube|ball|jar|plate|substrate|milling))"
    rf"|(?P<shaped>{_FILLERS})(?=\s(?:nano-?)?fillers?\b)"
)
"""Fillers by their spoken names: ``PVDF/palygorskite``, ``5 wt% silica``; ``put`` where a polymer must stand before."""

_POLYMER_HOST: Final = re.compile(r"\b(?:P[A-Z]{2,5}|[Pp]oly[a-z(]|[CGS]PE|CSE|gel)")

_POLYMER_BEFORE: Final = re.compile(r"\b[Pp]oly[a-z]*\s$")
_LONGEST_NAME: Final = 40  # characters of a chemical name

_IONIC_LIQUID: Final = re.compile(
    r"\[[A-Z][A-Za-z\d,.]{2,11}\]\d?(?:\[[A-Z][A-Za-z\d]{1,9}\]|[A-Z][A-Za-z\d]{1,9}(?![A-Za-z\d]))"
)
"""An ionic liquid by its ions: ``[EMIM][BF4]``, ``[BMIM]TFSI``."""

WORD: Final = re.compile(
    r"[a-z]{0,2}[A-Z][A-Za-z0-9]*+(?:(?<=\d)\.\d++[A-Z][A-Za-z0-9]*+)*+(?:(?<=[A-Z]\d)\.\d++(?![\d.]))?"
)
"""A word with a capital: an abbreviation with its decimals."""


class CandidateSpan(NamedTuple):
    """A stretch ``[start, end)`` that may be a name; a formula's ``body`` begins behind its share."""

    start: int
    end: int
    kind: Literal["polymer", "liquid", "formula", "word"]
    body: int


def spelled_out(formula: str) -> str:
    """A formula with the boxes of its vacancies, and fractions without brackets of their own.

    >>> spelled_out("Li3xLa(2/3)-x0(1/3)-2xTiO3")
    'Li3xLa2/3-x□1/3-2xTiO3'
    """
    return _BRACKETED_FRACTION.sub(r"\1", _UNSIGNED_VACANCY.sub("□", formula))


def matrices_in(text: str) -> Iterator[tuple[int, int]]:
    """Polymers and solvents by their chemical names, which a sign joins to a salt or filler or a noun calls a body.

    >>> [text[a:b] for text in ["a chitosan-LiClO4 film"] for a, b in matrices_in(text)]
    ['chitosan']
    """
    yield from (match.span() for match in _JOINED_BEFORE.finditer(text))
    for joint in _JOINED_BEHIND.finditer(text):
        name = _CHEMICAL_NAME.search(text[max(joint.start() - _LONGEST_NAME, 0) : joint.start()])
        if name is not None and (name["matrix"] or not joint["body"]):
            start = max(joint.start() - _LONGEST_NAME, 0) + name.start()
            if _POLYMER_BEFORE.search(text, max(start - _LONGEST_NAME, 0), start) is None:
                yield start, start + len(name.group())
                if joint["next"]:  # "starch-chitosan"
                    yield joint.span("next")


def fillers_in(text: str) -> Iterator[tuple[int, int]]:
    """Fillers by their spoken names: joined to their host by a sign, told with a share, or put into a polymer; binders.

    >>> [text[a:b] for text in ["PVDF/halloysite, 5 wt% nano-silica, clay"] for a, b in fillers_in(text)]
    ['halloysite', 'silica']
    """
    yield from (match.span() for match in _RUBBER.finditer(text))
    for match in _FILLER.finditer(text):
        if match["shaped"]:
            yield match.span("shaped")
        elif match["put"] is None or _POLYMER_HOST.search(text, max(match.start() - _LONGEST_NAME, 0), match.start()):
            yield match.span("name")


def candidate_at(text: str, position: int, end: int) -> CandidateSpan | None:
    """The next candidate that begins at or behind a position and before ``end``."""
    for begin in (match.start() for match in _BEGINS.finditer(text, position, end)):
        for polymer in _POLYMERS:
            if match := polymer.match(text, begin, end):
                return CandidateSpan(begin, match.end(), "polymer", begin)
        if liquid := _IONIC_LIQUID.match(text, begin, end):
            return CandidateSpan(begin, liquid.end(), "liquid", begin)
        if found := _formula_at(text, begin, end):
            return found
        if word := WORD.match(text, begin, end):
            return CandidateSpan(begin, word.end(), "word", begin)
    return None


def _formula_at(text: str, begin: int, end: int) -> CandidateSpan | None:
    limit = min(end, begin + LONGEST)
    share = _SHARE.match(text, begin, limit)
    for body in (share.end(), begin) if share else (begin,):
        reach = _units(text, body, limit, 0)
        if reach == body:
            continue
        if water := _WATER.match(text, reach, limit):
            reach = water.end()
        if _ENDS.match(text, reach):
            return CandidateSpan(begin, reach, "formula", body)
    return None


def _units(text: str, position: int, end: int, depth: int) -> int:
    """Where symbols, amounts and closed brackets that begin at a position end; the position itself when none do."""
    while position < end:
        symbol = _SYMBOL.match(text, position, end)
        if symbol is not None:
            position = _behind_amount(text, symbol.end(), end)
        elif text[position] in "([{" and depth < DEEPEST:
            inside = _ISOTOPE.match(text, position + 1, end)
            first = inside.end() if inside else position + 1
            inner = _units(text, first, end, depth + 1)
            if inner == first or text[inner : inner + 1] not in (")", "]", "}"):
                break
            position = _behind_amount(text, inner + 1, end)
        elif depth and (comma := _COMMA.match(text, position, end)):
            position = comma.end()
        else:
            break
    return position


def _behind_amount(text: str, position: int, end: int) -> int:
    for pattern in (_FRACTION_AMOUNT, _PLAIN_AMOUNT, _BRACKETED_AMOUNT):
        if amount := pattern.match(text, position, end):
            lost = _UNSIGNED_VACANCY.match(text, amount.end(), end)
            return _behind_amount(text, lost.end(), end) if lost else amount.end()
    return position
