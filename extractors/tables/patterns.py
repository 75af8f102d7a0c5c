"""The words of heads, captions and row labels that tell what a table holds."""

from __future__ import annotations

import re

_I = re.IGNORECASE


LOGARITHM = re.compile(
    r"(?:^\W*?|\s)(?P<minus>[-−–])?\s?(?:log|lg)\s?_?\{?\s?(?:10)?\}?\s?[(\[{]?\s?"
    r"(?:σ|s(?![a-z])|(?:ionic |total |bulk )?conductivity)(?!\s?[·*.]?\s?(?-i:T)\b)(?!_?0)",
    _I,
)
"""``log σ (S/cm)``, ``-log10(conductivity)``: not ``log σT``, whose unit is another, nor the pre-exponential ``σ0``."""


MULTIPLIED = re.compile(r"(?<![A-Za-z])[×x*·⋅]\s?10\s?\^?\s?\{?[-−–]?(?P<power>\d{1,2})\}?(?![\d.]|\s?°)")
"""``σ × 10^4 (S cm^-1)``, ``σ·10^4``, ``(S cm^-1, ×10^-4)``: how often the printed number is the value."""
MULTIPLIED_BEFORE = re.compile(r"^\W*10\s?\^?\s?\{?[-−–]?(?P<power>\d{1,2})\}?\s?[×x*·]?\s?(?=[σsκ])")
"""``10^4 σ (S cm^-1)``: likewise."""
MULTIPLIED_BEHIND = re.compile(r",?\s?[×x*·]\s?10\s?\^?\s?\{?[-−–]?(?P<power>\d{1,2})\}?(?![\d.])")
"""``(S cm^-1 × 10^-4`` in a caption: likewise."""

UNIT_OF_ALL = re.compile(r"(?:[(\[,:;/×]|\b(?:in|as|of))\s?(?:×\s?)?10\s?\^?\s?\{?[-–]?\s?\d{1,2}\}?\s?[·×]?\s?$")
"""``in 10^-4 S cm^-1``, ``(10^-4``, right before the unit of a caption: a power that all numbers are to be multiplied with."""

PROPERTY_MARKS = {
    "t": "total", "total": "total", "tot": "total", "b": "bulk", "bulk": "bulk", "gb": "grain_boundary",
    "grain boundary": "grain_boundary", "g.b.": "grain_boundary", "e": "electronic", "electronic": "electronic",
}  # fmt: skip
MARK = re.compile(r"\s*[(\[]\s?(total|tot|bulk|grain boundary|gb|g\.b\.|electronic|[TtBbe])\s?[)\]]")
SIGN_LOST = re.compile(r"\d\s?\ufffd\s?\d|\d\s?\(cid:\d{0,4}\)")
"""A sign between figures that a converter could not name and repair could not tell."""


NOTE_MARK = re.compile(r"^\s*\^?\{?[(\[]?([a-z*†‡§#])[)\]]?\}?(?:\s*[:.)]|\s+|(?=[A-Z]))")
CELL_MARK = re.compile(
    r"(?:\^\{?[a-z*†‡§#](?:,[a-z*†‡§#])*\}?|\s?[*†‡§#]+|\s\(?[a-f]\)?|[\s^]?\[[a-h*]\]|(?<=\d)[a-f])$"
)
HEAD_MARK = re.compile(r"(?:\^\{?|(?<=[\w)\]])\s?(?=[*†‡§]))([a-h*†‡§#])(?![A-Za-z\d])")
SAME_LIST = re.compile(r"\s*(?:,|and|or|to|/|&|–|,\s?and)\s*(?:at\s+)?", _I)
SYMBOL_TEMPERATURE = re.compile(
    r"^\W*(?:(?:log|lg)\s?_?\{?\s?(?:10)?\}?[\s(]*)?[σκs]\s?_?\{?\s?(?P<figure>[-−–]?\d{2,3})\s?\}?(?=\s*(?:[(\[/,)]|$))"
)
"""A bare number in the index of σ: ``σ_25 (S/cm)``, ``σ_298``."""
GLUED_TEMPERATURE = re.compile(r"(?:(?<=[a-z]{3})|(?<=[σκ])\^)_?\{?(?=(?:\d{2,3}\s?°\s?C|\d{3}\s?K|RT)(?![A-Za-z]))")
"""Before the temperature that is the index of a word or raised: ``σion25 °C``, ``ConductivityRT``, ``σ^25 °C``."""
BARE_DEGREES = re.compile(r"(?<!\d)(?<!\d\s)(?P<unit>°\s?C|\bK)(?=\s*(?:[)\]]|$))")
"""The unit of temperatures that cells give without it: ``σ (S cm^-1) (T in °C)`` over ``1 × 10^-4 (25)``."""
BEHIND_VALUE = re.compile(r"\s?(?:[(\[@,;]|/|at)\s?")
SENTENCE_SPLIT = re.compile(r"(?<=[.;])\s+(?=[A-Z*†‡^])")

FORM_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("glass-ceramic", re.compile(r"glass[- –]?ceramics?|glassy ceramics?|^GC$", _I)),
    ("glass", re.compile(r"\bglass(?:es|y)?\b", _I)),
    ("thin film", re.compile(r"\bthin[- ]?films?\b|\bfilms?\b", _I)),
    ("single crystal", re.compile(r"single[- ]crystals?", _I)),
    ("amorphous", re.compile(r"\bamorphous\b", _I)),
    ("composite", re.compile(r"\bcomposites?\b", _I)),
    ("polymer", re.compile(r"\bpolymers?\b", _I)),
    (
        "crystalline",
        re.compile(
            r"crystal|cubic|tetragonal|orthorhombic|monoclinic|triclinic|hexagonal|trigonal|rhombohedral|ceramic|pellet",
            _I,
        ),
    ),
)
FORM_AFFIX = re.compile(
    r"(?:^(?:amorphous|glassy|crystalline|single[- ]crystal(?:line)?)\s+)|"
    r"(?:[\s,]+\(?(?:glass(?:y)?[- –]?ceramics?|glass(?:es)?|ceramics?|thin[- ]?films?|films?|single[- ]crystals?|"
    r"crystals?|pellets?|amorphous|crystalline|powders?)\)?$)",
    _I,
)
_AGAIN = r"(?:[xyzδwu]|[A-Z][a-z]?)\s?=\s?(?:\d+(?:\.\d+)?|[A-Z][a-z]?)"
VARIABLE_VALUE = re.compile(r"(?<![A-Za-z])([xyzδ])\s?=\s?(\d+(?:\.\d+)?)(?![\d.]|\s?[-–,]\s?\d)")
ASSIGNMENT = re.compile(r"(?P<variable>[xyzδwu]|[A-Z][a-z]?)\s?=\s?(?P<value>\d+(?:\.\d+)?|[A-Z][a-z]?)(?![\w.])")
ASSIGNMENTS = re.compile(rf"^\W*{ASSIGNMENT.pattern}(?:\s?[,;]?\s?(?:and\s)?{_AGAIN}(?![\w.]))*\W*$")
_ADDED = r"\d{1,2}(?:\.\d{1,3})?\s?(?:wt|mol|at|vol)\.?\s?%\s?[A-Z][A-Za-z\d()]{0,19}"
ADDITIVE = re.compile(
    r"(?P<share>\d{1,2}(?:\.\d{1,3})?)\s?(?P<unit>wt|mol|at|vol)\.?\s?%\s?(?P<what>[A-Z][A-Za-z\d()]{0,19})"
)
ADDITIVES = re.compile(
    rf"(?P<name>\S.{{2,120}}?)\s?\((?P<added>{_ADDED}(?:\s?(?:\^?\+|[,&]|and)\s?{_ADDED}){{0,3}})\)$"
)
"""A composition and what was added to it: ``Li7La3Zr2O12 (1.7 wt.% Al + 0.1 wt.% Si)``; a plus may look like a charge."""
ROW_NUMBER = re.compile(r"(?:\(?\d{1,2}[).]|\d\+|(?:19|20)\d\d)\s{1,3}(?=[A-Z(])")
"""What another column or row left before a name: ``3) Li3InCl6``, the charge of ``2+ Na3PS4``, a year."""
BEHIND_DASH = re.compile(r"[-–—]\s+(?P<name>[A-Z(].*)")
REMARK_BEHIND = re.compile(
    r"(?P<name>\S{3,119}[^\s,;])[,;]?\s{1,3}(?P<remark>(?:with|in|under|after|by|via|using|from|for|isostatic|cold|hot|warm|laser|spark|"
    r"sinter|anneal|press|flow|sol-gel|solid|melt|quench|\d{1,3}\s?(?:mol|wt)?\.?\s?%\s?(?:excess|extra))(?:\b|\w).{0,120})$",
    _I,
)
"""Words behind a formula that tell of its making: ``with flow of O2``, ``isostatic pressing``, ``30 mol.% excess Li``."""
WORD = re.compile(r"[a-z]{4}")
NOTHING = re.compile(r"^[\s/–—−-]*$|^n\.?[/.]?[adr]\.?$", _I)
NO_PART = re.compile(r"^(?:none|no(?:\s\w+)?|nil|without(?:\s\w+)?)$", _I)
"""In a column of salts or fillers: there is none."""
NOT_DONE = re.compile(r"\s*(?:none|nil|no|not|without|n/a)\b(?!\.)", _I)
"""A cell of making that denies it: ``none (crystallised)``, ``not annealed``."""
REMARK = re.compile(r"^(?P<name>\S.*?)\s+\((?P<remark>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
BEGINS_NUMBER = re.compile(
    r"(?:up to|[<>~≈∼≤≥(]|ca\.?|about|approx\.?)?\s?\(?[-−–]?\d[\d.,]*(?:\s?[×x·*–-]|\s?[a-z]{0,2}$|\(\d+\))", _I
)
"""A cell that begins with a number of a value: ``1–3 × 10^-4``, ``up to 10^-3``."""
SIZE_OR_SHARE = re.compile(
    r"\s*\((?:\d[\d.–-]*\s?(?:wt|vol|mol|w|at)\.?\s?%(?:\s(?:fillers?|loading|content))?|(?:\d[\d.–-]*\s?){1,2}(?:nm|[µμ]m)|\d+\s?:\s?\d+(?:\s?:\s?\d+)?)\)$"
)
"""What a bracket behind the name of a composite tells of the share or the size of a part."""
SAMPLE_CODE = re.compile(r"[A-Z]\d{1,3}[a-z]?")
"""``S1``, ``N0``: a letter and a number name a sample, though the letter may be that of an element."""
LIKENESS = re.compile(r"\s(?:analog(?:ue)?s?|derivatives?)$", _I)
"""Behind a family or a known compound and before the composition meant: ``argyrodite analogue Li6PS5Cl``."""
HEAD_VARIABLE = re.compile(r"(?<![A-Za-z])([xyzδ])(?![A-Za-z])")
PLACEHOLDER_HEAD = re.compile(r"^\W*[MARXDE]\W*$")
HEAD_PLACEHOLDER = re.compile(r"(?<![A-Za-z])[MARXDE](?![A-Za-z])")
DOPANT_ELEMENT = re.compile(r"^([A-Z][a-z]?)(?:\s?\^?\d?\+)?$")
BARE_NUMBER = re.compile(r"^(?:[xyz]\s?=\s?)?(\d+(?:\.\d+)?)$")
TRAILING_MARK = re.compile(r"[\s^]*(?:[*†‡§#]+|\^\{?[a-z]\}?|\[[a-h*]\])$")
REFERENCE_NUMBERS = re.compile(r"(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?")
REFERENCE_TEXT = re.compile(
    r"^[\s\[\](){},;.&–-]*+(?:(?:refs?\.?|and)?+[\s\[\](){},;.&–-]*+\d{1,4}+(?!\d)[\s\[\](){},;.&–-]*+)++$", _I
)
SHORT_AND_LONG = re.compile(
    r"([A-Za-z][A-Za-z0-9\s–-]{3,60}?)\s?\(([A-Z][A-Za-z-]{1,7})\)|\b([A-Za-z][A-Za-z-]{1,7})\s?[:=]\s?([A-Za-z][\w\s,–-]{3,60}?)(?=[;.]|$)"
)
LIST_JOINT = re.compile(r"\s*;\s*|\s+and\s+|\s*,\s+(?=\S)")
RAISED_AT_END = re.compile(r"(?<=[a-z)\]])(\d{1,3}(?:[,–-]\d{1,3})*)\.?$")
"""A raised citation that ends a caption without a blank."""
