"""Codes of samples that no list knows (``NBC-4``, ``LQS0.3Z0.7``, ``5 wt%-900 °C``), found by where they stand.

The words beside a code make it a name (``code_cues.toml``): "the conductivity of X", "the X membrane", "hereafter X".
One pass over the document collects them; what it holds is a name everywhere in that document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.data import data_of
from corpus.elements import ELEMENTS
from corpus.patterns import Pattern, filled, words_of
from extractors.composition import lexicon, patterns
from extractors.composition.class_words import SHORT_HEADS
from extractors.composition.classes import is_class_expression
from extractors.composition.formula import FormulaError, parse
from extractors.composition.names import key

LONGEST: Final = 40  # characters of a code
SIGN_BEFORE: Final = r"(?:(?<![\w-])[a-hmort][-–])"  # of a code's polymorph: "c-NBQZ"
LONGEST_ACRONYM: Final = 8  # letters of a code without figures; longer is a word in capitals: "COMMUNICATIONS"
GIVES_A_NAME: Final = frozenset({"named so", "sample in a bracket"})
SAMPLE_BRACKET: Final = "name in the sample's bracket"
ITS_KIND: Final = "the electrolyte"
"""The cue of what a code is, which is enough for one with a number: ``the CSE-20 electrolyte``."""

_REMEMBERED: Final = 20_000  # words
FEWEST_ELEMENTS: Final = 2  # elements of a formula with a free site, where it holds no mobile ion
PLACES: Final = 2  # at which a cue that alone proves nothing must stand beside a code


@dataclass(frozen=True, slots=True)
class CodeCue:
    """Words beside which an unknown code names a sample. ``example`` marks the code with braces."""

    name: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    sure: bool
    example: str
    counter: str


def _read() -> tuple[CodeCue, ...]:
    data = data_of(__file__, "code_cues.toml")
    words = words_of(data["words"])
    return tuple(
        CodeCue(
            row["name"],
            re.compile(rf"(?:(?<=\W)|^){filled(row['before'], words)}{SIGN_BEFORE}?$") if "before" in row else None,
            re.compile(filled(row["behind"], words)) if "behind" in row else None,
            row.get("sure", False),
            row["example"],
            row["counter"],
        )
        for row in data["cue"]
    )


CUES: Final = _read()
REACH_BEFORE: Final = 48  # characters before a code that its cue may take

_DECIMAL: Final = r"\d+(?:\.\d+)?"
_MEASURE: Final = rf"{_DECIMAL}\s?(?:°C|(?:wt|mol|vol|at)\.?\s?%|%|GPa|MPa|rpm|min|h|K)"
_LETTERS: Final = r"[A-Za-zα-ωµ]{0,12}[A-Z][A-Za-z]*+(?:\d+(?:\.\d+)?[A-Za-z]*+)*+"
_COUNTED: Final = r"\d{1,2}(?:\.\d)?[A-Z]{2,4}(?![A-Za-z])"
"""A code that begins with how much was added: ``2LB-1000``."""
_RATIO: Final = rf"[A-Z][a-z]?:[A-Z][a-z]?\s?=\s?{_DECIMAL}"
_PART: Final = rf"(?:{_MEASURE}(?![A-Za-z])|{_LETTERS}|{_DECIMAL}[A-Za-z]*+(?!\s?(?:(?:wt|mol|vol|at)\.?\s?)?%))"
_SHAPE: Final = r"(?:[123]D|(?!(?:co|de|in|re|un|as|by|of|on|or|to|vs)\b)[d-fi-np-rsuvw][a-z]?)(?=[-–][A-Z]{3})"
"""Before a known name how its body is made: ``3D-LLZTO``, ``p-LATP``; other letters are signs of polymorphs."""
_SHAPED: Final = re.compile(rf"{_SHAPE}[-–]")
_FIRST: Final = re.compile(
    rf"(?:(?<![\w.°^·/\])-])|(?<={SIGN_BEFORE}))(?<!\d[.,])(?:{_RATIO}|{_MEASURE}(?=[-–])|{_SHAPE}|{_COUNTED}|{_LETTERS})"
)
_NEXT: Final = re.compile(rf"(?:[-–:@]|/(?!\d))(?:{_PART}|[a-z]{{1,2}}(?![\w-]))")
_SHARE_OF_WHAT_FOLLOWS: Final = re.compile(rf"[-–]{_DECIMAL}\s?(?:(?:wt|mol|vol|at)\.?\s?)?%\s?[-–]?\s?[A-Z(]")
_ENDS: Final = re.compile(r"(?![\w(])")
_JOINTS: Final = re.compile(r"[-–:@/]")
_MEASURED: Final = re.compile(r"(\d)\s?(\\?(?:°C|(?:wt|mol|vol|at)\b|%|GPa|MPa|rpm|min|h\b|K\b))")
_NUMBERED: Final = re.compile(r"[A-Za-z)]-?\d")
_SERIAL: Final = re.compile(r"\d$|^\d{1,2}(?:\.\d)?[A-Z]|-\d{1,2}(?:\.\d)?[A-Z][A-Za-z]{0,3}$")
"""A figure that tells one of a series: ``NBC-4``, ``2LB``, ``BZY-4Zn``."""
_WEAK: Final = re.compile(r"[A-Z]{2}|[A-Z]{1,2}\d{1,2}|[A-Z][a-z]?0?\.\d{1,3}")
_DOPANTS: Final = (
    "Mg|Ca|Sr|Ba|Zn|Al|Ga|In|Sc|Y|La|Ce|Nd|Sm|Gd|Er|Yb|Ti|Zr|Hf|V|Nb|Ta|Cr|Mo|W|Mn|Fe|Co|Ni|Cu|Sn|Ge|Si|Sb|Bi|F|Cl|Br|I"
)
_DOPANT_BEHIND: Final = re.compile(
    rf"[A-Z][A-Z0-9]{{1,7}}[-–@:](?:(?:{_DOPANTS})|(?:{_DOPANTS}|Li|Na|K)\d{{1,2}}(?:\.\d+)?)"
)
"""A known name with its dopant behind it, perhaps numbered: ``NZSP-Mg``, ``GDC-Li3``."""
_OF_ITS_KIND: Final = re.compile(rf"{SHORT_HEADS}[-–](?:[A-Z]{{0,3}}\d{{1,3}}[a-z]?|[A-Z])")
"""The abbreviation of a kind with what tells its samples apart: ``CSE-20``, ``GPE-D3``, ``SPE-A``."""
_LISTED: Final = re.compile(r"\((?P<words>(?P<one>[A-Z]{1,2})\d{1,2}(?:(?:,\s(?:and\s)?|\sand\s)(?P=one)\d{1,2})+)\)")
_WITH_VARIABLE: Final = Pattern(
    r"\b(?:denoted|named|termed|labell?ed|designated|abbreviated|called|hereafter|referred\sto)\s(?:as\s)?[\"“'‘]?"
    r"(?P<stem>[A-Z][A-Za-z]{0,7}(?:[/@-][A-Z][A-Za-z]{0,7}){0,2}[-–]?)[xyznXN](?![\w-])"
)
_VARIABLE: Final = re.compile(r"^[xyz](?=[A-Z])|\d-[xyz]|(?<=[A-Za-z])[xyz](?![a-z])")
_NO_CODE: Final = re.compile(
    rf"[ABCFIPR][a-dmn]?[-–]?[1-6]{{1,2}}(?:[-–/]?[a-dmn1-6])*[a-dmn]|{_MEASURE}|[σρ].*|E?O[:/][A-Z][a-z]?"
)
"""Written like a code and a symmetry (``Ia-3d``), a treatment alone, a symbol (``σRT``), ether oxygens (``EO/Li``)."""
_LABEL_BEFORE: Final = re.compile(
    r"\b(?:Fig(?:ure)?|Tab(?:le)?|Eq(?:uation)?|Ref|Sec(?:tion)?|Scheme|Note|Movie|Chart)s?\.?\s(?:[\w()]{1,6}(?:,\s(?:and\s)?|\sand\s|\s?[–-]\s?)){0,3}$"
)
"""Before the label of a figure or table: ``Figs. S5 and S16``."""
_SYMBOL: Final = re.compile(r"\b(?P<name>[A-Z][A-Za-z]{1,6})\s(?:values?\s)?of\s[~≈∼]?\s?\d[\d.]*\s?(?:m?eV|m?S)\b")
"""A quantity's symbol with an index, which its value follows: ``the EKRA of 410 meV``."""
_CAPITALS: Final = re.compile(r"\b[A-Z]{3,6}\b")
_AND: Final = re.compile(r"(?:\s?\([^()]{1,40}\))?(?:\s?,?\s(?:and|or|&)\s|\s?,\s)")


class Code(NamedTuple):
    """A stretch of text that is written like a code."""

    text: str
    start: int
    end: int


def candidate_codes(text: str) -> Iterator[Code]:
    """Everything in a text that is written like a code, ordinary words and formulas left out."""
    end = 0
    for first in _FIRST.finditer(text):
        if first.start() < end:
            continue
        end = first.end()
        while (part := _NEXT.match(text, end)) and not _SHARE_OF_WHAT_FOLLOWS.match(text, part.start()):
            end = part.end()
        word = text[first.start() : end]
        is_label = _LABEL_BEFORE.search(text, max(first.start() - REACH_BEFORE, 0), first.start())
        if _ENDS.match(text, end) and is_code(word) and not is_label:
            yield Code(word, first.start(), end)


@lru_cache(maxsize=_REMEMBERED)
def is_code(word: str) -> bool:
    """Whether a word is written like a sample's code and is nothing else that is known."""
    if not 2 <= len(word) <= LONGEST or word in patterns.NOT_CODES or word.rstrip("s") in patterns.NOT_MATERIALS:
        return False
    if _NO_CODE.fullmatch(word) or (word.isalpha() and len(word) > LONGEST_ACRONYM):
        return False
    if re.fullmatch(_RATIO, word) or _DOPANT_BEHIND.fullmatch(word) or _OF_ITS_KIND.fullmatch(word):
        return True
    if is_class_expression(word) or lexicon.entry(word) is not None:
        return False
    return is_weak(word) or (_is_written_like_a_code(word) and not _is_read_by_its_parts(word))


def _is_written_like_a_code(word: str) -> bool:
    """Two capitals, a capital and a figure, or a treatment, and no variable."""
    capitals = sum(character.isupper() for character in word)
    coded = capitals >= 2 or (capitals and re.search(r"\d", word)) or re.match(_MEASURE, word)
    return bool(coded) and not _VARIABLE.search(word) and patterns.CATHODE_CODE.fullmatch(word) is None


def _is_read_by_its_parts(word: str) -> bool:
    """Whether the parts of a word say all of it: elements, methods, short names, or an ordinary word at an end."""
    parts = _JOINTS.split(word)
    glued = re.match(r"[a-z]{4,}(?=[A-Z])", word)
    if _ends_in_a_word(parts[-1]) or all(map(_is_known, parts)) or (glued and _is_known(word[glued.end() :])):
        return True
    return all(part.rstrip("s") in patterns.NOT_MATERIALS or part in ELEMENTS or part == "D" for part in parts)


def listed_in(text: str) -> Iterator[str]:
    """Numbered words that a bracket lists: ``(P1, P2 and P3)``; sites of atoms are listed so too."""
    for match in _LISTED.finditer(text):
        yield from re.findall(r"\w+", match["words"])


def is_weak(word: str) -> bool:
    """Whether a word names a sample only where it is given as a name or stands beside others like it: ``N10``."""
    return _WEAK.fullmatch(word) is not None


def _is_known(part: str) -> bool:
    """Whether a part of a code is read without it: a short name of the field, a formula."""
    return lexicon.entry(part) is not None or _is_formula(part)


def _ends_in_a_word(part: str) -> bool:
    """``LLZO-based``, ``Li-ion``: the last part is an ordinary word."""
    return bool(re.fullmatch(r"[A-Z]?[a-z]{3,}", part))


def _is_formula(word: str) -> bool:
    try:
        formula = parse(word)
    except FormulaError:
        return False
    elements = ELEMENTS.keys() & set(formula.symbols)
    general = formula.symbols[0] in ("A", "M") or elements & patterns.MOBILE_IONS.keys()  # "M3PnCh4"
    if formula.sites and len(elements) < FEWEST_ELEMENTS and not general:
        return False  # "VX7X"
    if formula.sites and re.search(r"^[A-Z]{3}|[A-Z]{4}", word):
        return False
    if re.fullmatch(r"[A-Z]{1,5}\d{3,}|[A-Z][a-z]?(?:0\d|\d0)|[A-Z]{3}\d\d|[A-Z]{4,}\d+|[A-Z]{3,}0\.\d+", word):
        return False  # "A300" holds no three hundred atoms, "F05" no number of them, "NSPS05" no element of two letters
    return bool(re.search(r"\d", word)) or (len(formula.symbols) <= 2 and not word.isupper())


class Cued(NamedTuple):
    """A code that the words beside it make a name: ``sure`` when one such place is enough, ``given`` as a name.

    ``bracketed``: it stands in the bracket of a sample, ``the milled powder (BM)``.
    """

    text: str
    start: int
    sure: bool
    given: bool
    bracketed: bool = False


def codes_in(text: str) -> Iterator[Cued]:
    """Codes that the words beside them make names.

    One place is enough for a code that holds a treatment or a share (``5 wt%-900 °C``), as nothing else is written so.

    >>> [code.text for code in codes_in("The conductivity of NBC-4, NBC-5 and LLZO was low.") if code.sure]
    ['NBC-4', 'NBC-5']
    """
    return _cued_among(candidate_codes(text), text)


def _cued_among(codes: Iterable[Code], text: str) -> Iterator[Cued]:
    """Those of a text's codes that the words beside them make names."""
    run: list[Code] = []  # codes told in one coordination: what makes one a name does so for all
    cues: list[CodeCue] = []
    for match in codes:
        if run and _AND.fullmatch(text, run[-1].end, match.start) is None:
            yield from _cued(run, cues)
            run, cues = [], []
        run.append(match)
        cues += cues_at(text, match.start, match.end)
    yield from _cued(run, cues)


def _cued(run: list[Code], cues: list[CodeCue]) -> Iterator[Cued]:
    given = any(cue.name in GIVES_A_NAME for cue in cues)
    bracketed = any(cue.name == SAMPLE_BRACKET for cue in cues)
    for code in run if cues else ():
        measured = "=" in code.text or _MEASURED.search(code.text) is not None
        sure = measured or len({cue.name for cue in cues}) >= PLACES or any(cue.sure for cue in cues)
        sure = sure or any(cue.name == ITS_KIND and _NUMBERED.search(code.text) for cue in cues)
        yield Cued(code.text, code.start, sure, given, bracketed)


def cues_at(text: str, start: int, end: int) -> Iterator[CodeCue]:
    """The cues that make a name of a stretch of text."""
    before = text[max(start - REACH_BEFORE, 0) : start]
    for cue in CUES:
        if (cue.before is not None and cue.before.search(before)) or (cue.behind and cue.behind.match(text, end)):
            yield cue


def codes_of(texts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The codes that a document's texts (each with its raw offset) use as names, and where each stands first.

    Codes that differ by a number or their end alone (``QZP-3 GPa``, ``QZP-5 GPa``) are of one series: where two of
    them stand beside such words all are names.
    """
    texts = list(texts)
    told = _told_in(texts)
    sure = told.sure() | told.kin_of({word for text, _ in texts for word in _CAPITALS.findall(text)})
    numbered = _numbered_by_a_variable(texts, told.first)
    series, known = told.series(sure), sure | numbered | told.valued_in_brackets()
    named = (name for name in told.first if name in known or _form(name) in series)
    return {name: told.first[name] for name in named if not told.means_else(name)}


def _told_in(texts: list[tuple[str, int]]) -> _Told:
    told = _Told(frozenset(word for text, _ in texts for word in listed_in(text)))
    for text, offset in texts:
        told.symbols |= {match["name"] for match in _SYMBOL.finditer(text)}
        codes = list(candidate_codes(text))
        for written in codes:
            told.see(written, offset)
        for cued in _cued_among(codes, text):
            told.take(cued)
    return told


def _numbered_by_a_variable(texts: Iterable[tuple[str, int]], names: Iterable[str]) -> set[str]:
    """The codes of a series that is given a name with a variable: ``denoted as PL-x``, later ``PL-10``."""
    stems = {key(match["stem"]) for text, _ in texts for match in _WITH_VARIABLE.finditer(text)}
    if not stems:
        return set()
    member = re.compile(rf"(?:{'|'.join(map(re.escape, stems))})\d+(?:\.\d+)?")
    return {name for name in names if member.fullmatch(name)}


@dataclass(slots=True)
class _Told:
    """What a document's texts tell of the codes in them; series are keyed by what their codes have in common."""

    listed: frozenset[str]
    first: dict[str, int] = field(default_factory=dict)
    places: Counter[str] = field(default_factory=Counter)
    alike: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    numbered: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Weak codes: N5 counts where N10 is told too, and one of them has a value."""
    valued: set[str] = field(default_factory=set)
    bracketed: set[str] = field(default_factory=set)
    symbols: set[str] = field(default_factory=set)

    def see(self, code: Code, offset: int) -> None:
        """Where a code stands first, whatever stands beside it."""
        name = key(_singular(code.text))
        self.first.setdefault(name, offset + code.start)
        if is_weak(name):
            self.numbered[_form(name)].add(name)

    def take(self, code: Cued) -> None:
        """What the words beside a code say of it."""
        name = key(_singular(code.text))
        if not is_weak(name) or code.given or name in self.listed:
            self.places[name] += PLACES if code.sure else 1
            if name not in patterns.GASES:
                self.alike[_form(name)].add(name)
        else:
            self.valued |= {_form(name)} if code.sure else set()
            self.bracketed |= {name} if code.bracketed else set()

    def sure(self) -> set[str]:
        """Codes that the words beside them make names, electrolytes of a shape or kind: ``3D-LLZTO``, ``CSE-20``."""
        shaped = {name for name in self.first if (m := _SHAPED.match(name)) and _is_electrolyte(name[m.end() :])}
        of_kinds = {name for name in self.first if _OF_ITS_KIND.fullmatch(name)}
        return {name for name, count in self.places.items() if count >= PLACES} | shaped | of_kinds

    def kin_of(self, words: set[str]) -> set[str]:
        """Codes that differ by one element from a known electrolyte's short name or a sure code, told too.

        ``LYZP`` beside LZP, ``LYTP`` beside LSTP.
        """
        named = {word for word in words if _is_electrolyte(word)}
        rests = {rest for name in self.sure() for rest in _without_one_element(name)} | named
        return {name for name in self.first if rests & set(_without_one_element(name))} if rests else set()

    def means_else(self, name: str) -> bool:
        """Whether it is a quantity's symbol, or lists codes that the document also tells apart: ``QZP-1/QZP-2``."""
        return name in self.symbols or ("/" in name and any(part in self.first for part in name.split("/")))

    def valued_in_brackets(self) -> set[str]:
        """Weak codes in the bracket of a sample, where one of their form has a value."""
        return {name for name in self.bracketed if _form(name) in self.valued}

    def series(self, sure: set[str]) -> set[str]:
        """What the codes of each series have in common."""
        told = {_form(name) for name in sure if _MEASURED.search(name) or _SERIAL.search(name)}
        told |= {form for form, names in self.alike.items() if len(names) >= PLACES and "0" in form}
        return told | {form for form in self.valued if len(self.numbered[form]) >= PLACES and "0" in form}


def _is_electrolyte(word: str) -> bool:
    """Whether a word is a known electrolyte's short name."""
    known = lexicon.entry(word)
    return known is not None and known.role == "electrolyte"


def _without_one_element(name: str) -> Iterator[str]:
    """A short name of letters without one of the elements that these spell, its first and last letter kept."""
    for start in range(1, len(name) - 1) if name.isalpha() and len(name) > 3 else ():
        for end in (start + 1, start + 2):
            if end < len(name) and name[start:end] in ELEMENTS:
                yield name[:start] + name[end:]


def _form(name: str) -> str:
    """What codes of one series have in common: all but numbers, a letter or element at the end."""
    return re.sub(r"(?<=[-@])[A-Z]{1,2}[a-z]?$", "0", re.sub(r"\d+(?:\.\d+)?", "0", name))


def code_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the given names (see :func:`extractors.composition.names.key`) in a text; None when there are none.

    >>> code_pattern(["NBC-4", "5wt%-900°C"]).findall("NBC–4 and 5 wt%-900 °C")
    ['NBC–4', '5 wt%-900 °C']
    """
    written = "|".join(_spelled(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{written})(?![\w(]|\.\d)") if written else None


def _spelled(name: str) -> str:
    """A code as it may stand in print: any dash, a blank behind a dash and before a unit."""
    measured = _MEASURED.sub(r"\1\\s?\2", re.escape(name)) if _MEASURED.search(name) else re.escape(name)
    return measured.replace(r"\-", r"\s?[-−–‐‑]\s?").replace("=", r"\s?=\s?")


def _singular(code: str) -> str:
    return code[:-1] if re.fullmatch(r"[A-Z]{3,}s", code) else code
