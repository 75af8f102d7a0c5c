"""Sample codes that no list of names knows, beside a value: ``v for LACO75``, ``v (NVP/C)``, ``the P:Si = 6 glass``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import Pattern
from extractors.composition import patterns
from extractors.linking.owner import is_definite
from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind, Quantity

CODE = r"(?P<code>(?=[\w-]{0,12}[A-Z][a-z]?[A-Z][a-z]?[A-Z])(?=[\w-]{0,20}\d)[A-Z][\w-]{1,24}\w)(?![\w(])"
"""A sample code: three capitals at least and a number."""

CODE_BEHIND = re.compile(rf"\s?(?:at\s[\d.]+\s?(?:°C|K)\s)?(?:for|in|of)\s(?:the\s)?(?:sample\s)?{CODE}")
CODE_BEFORE = re.compile(rf"{CODE}\s?\((?:σ\s?=\s?)?[~≈]?\s?$")
IN_BRACKET = re.compile(r"\s?\((?P<code>(?=(?:[^()\sA-Z]{0,12}[A-Z]){3})[A-Z][\w.@+-]{1,24}(?:/[A-Z]\w*)?)\)")
"""A short name of three capitals at least in the bracket behind a value: ``v1 (NVP/C) to v2 (NKVP/C)``."""

_NOUN = r"(?:electrolytes?|garnets?|glass(?:es)?|samples?|ceramics?|membranes?|pellets?)"
_CODE = r"[A-Z][a-z]?(?::[A-Z][a-z]?)?\s?=\s?\d++(?:\.\d++)?+"
RATIO = re.compile(
    rf"(?<![\w:(])(?P<code>{_CODE}(?:\s(?P<noun>{_NOUN})\b)?)(?P<more>(?:,?\s(?:and|or)\s{_CODE}\s{_NOUN})?)"
    rf"|\b(?P<of>[A-Z][a-z]?:[A-Z][a-z]?)\s(?:ratio|value)\sof\s(?P<amount>\d++(?:\.\d++)?+)"
)
"""A sample labelled by what is varied: ``the Li = 7.0 and Li = 6.6 garnet``, ``a P:Si ratio of 6``."""

CONTENT = re.compile(
    r"\b(?:for|at|with|of)\s(?:an?\s)?(?P<amount>\d++(?:\.\d++)?+)\s(?:"
    r"(?:pfu|per formula unit)\s(?:of\s)?(?P<dopant>[A-Z][a-z]?)(?![A-Za-z])"
    r"|(?:(?:molar\s)?units?\sof\s)?(?P<ion>Li|Na)(?=\s(?:per formula unit|pfu|content)))"
)
"""A sample told by what it holds: ``v for 0.3 pfu of Y``, ``for 7.4 Li per formula unit``."""

LETTERED = Pattern(
    r"(?<!\()\b(?:[Ss]ample|[Ss]pecimen)s?\s"
    r"(?P<names>[A-H](?:(?:,\s(?:and\s)?|\sand\s)[A-H])*)(?![\w-]|\.\w|\s?(?:[A-Z]|°|wt|mol|vol|%|mm|cm|nm|µm|h\b))"
)
"""Samples that a letter or a number tells apart: ``samples A and C``."""

LETTERS = re.compile(r"\b(?:of|for)\s(?P<names>[A-Z](?:,\s[A-Z])*,?\sand\s[A-Z])(?![\w.-])")
"""A list of letters where samples are told apart by them: ``the values of A, B and C``."""

APART = 2
"""So many words for samples tell them apart: a single ``(pure sample)`` only describes."""

LOOKED_AT = 60
"""Characters beside a value in which its code may stand."""


def labels_of(passage: Passage, start: int, end: int, values: Sequence[Quantity]) -> list[Material]:
    """The codes of a sentence outside its known names, as materials of unknown composition."""
    text = passage.text
    found = [*_ratios(text, start, end), *_contents(passage, start, end), *_lettered(text, start, end)]
    found += _worded(passage, start, end)
    found += [(low, high, text[low:high]) for low, high in dict.fromkeys(_codes_beside(text, start, end, values))]
    known = [m for m in passage.materials_in(start, end) if m.kind not in (MaterialKind.ELEMENT, MaterialKind.CLASS)]
    meant = passage.samples.lettered | {f"{word} sample": m for word, m in passage.samples.worded.items()}
    return [
        Material(low, high, text[low:high], name, meant.get(name), kind=MaterialKind.NAME, flags=("unknown_name",))
        for low, high, name in found
        if not any(m.start < high and low < m.end and not low <= m.start < m.end < high for m in known)
    ]


def _codes_beside(text: str, start: int, end: int, values: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Codes right beside a value; in the brackets behind values only where two of these tell samples apart."""
    bracketed = [match for value in values if (match := IN_BRACKET.match(text, value.end, end)) is not None]
    beside = bracketed if len(bracketed) > 1 else []
    for value in values:
        behind = CODE_BEHIND.match(text, value.end, min(end, value.end + LOOKED_AT))
        before = CODE_BEFORE.search(text, max(start, value.start - LOOKED_AT), value.start)
        beside += [match for match in (behind, before) if match is not None]
    not_samples = patterns.NOT_MATERIALS | patterns.NOT_CODES  # "v1 (PLD) and v2 (CVD)" tells ways of making
    return (match.span("code") for match in beside if match["code"] not in not_samples)


def _lettered(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """``sample A``, each of ``samples A and C``."""
    alone = LETTERS.finditer(text, start, end) if LETTERED.search(text, 0, start) else ()
    for match in (*LETTERED.finditer(text, start, end), *alone):
        for name in re.finditer(r"\b[A-Z]\b", match["names"]):
            low = match.start("names") + name.start()
            yield low, low + 1, f"sample {name.group()}"


def _worded(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Samples by the words that the text gave to compositions: ``the bare and Na-rich pellets``."""
    words = passage.samples.worded
    if len(words) < APART:
        return
    one = "|".join(re.escape(word) for word in words)
    listed = re.compile(rf"(?<![\w-])(?:{one})(?:(?:,\s(?:and\s)?|\sand\s)(?:{one}))*+\s{_NOUN}\b")
    for match in listed.finditer(passage.text, start, end):
        for word in re.finditer(rf"(?<![\w-])(?:{one})(?![\w-])", match.group()):
            yield match.start() + word.start(), match.start() + word.end(), f"{word.group()} sample"


def _contents(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Samples of the material spoken of last, each told by the amount of one element."""
    for match in CONTENT.finditer(passage.text, start, end):
        named = [m for m in passage.materials_in(0, match.start()) if is_definite(m)]
        if not named:
            continue
        host = named[-1]
        if match["dopant"]:
            name = f"{host.name} doped with {match['amount']} pfu {match['dopant']}"
        else:
            name = f"{host.family or host.name} with {match['amount']} {match['ion']} per formula unit"
        yield match.start("amount"), match.end(), name


def _ratios(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in RATIO.finditer(text, start, end):
        if match["of"]:
            yield match.start(), match.end(), f"{match['of']} = {match['amount']}"
        elif match["noun"]:
            yield match.start("code"), match.end("code"), match["code"]
        elif match["more"]:
            noun = match["more"].rsplit(maxsplit=1)[-1]
            yield match.start("code"), match.end("code"), f"{match['code']} {noun}"
            last = match.start("more") + re.search(r"[A-Z]", match["more"]).start()  # type: ignore[union-attr]
            yield last, match.end("more"), text[last : match.end("more")]
