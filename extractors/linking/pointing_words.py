"""Words that point to a material named elsewhere, as patterns; what they mean is worked out in ``pointers``."""

from __future__ import annotations

import re

from corpus.patterns import Pattern
from extractors.composition.patterns import GREEK_NAMES

_OTHERS = (
    r"the other(?: two| three|s)\b|"
    r"the other (?:two |three )?(?:samples|compounds|pellets|ceramics|electrolytes|membranes|films)"
)
_ONE = r"the (?:first|last)(?: one)?(?= (?:to|from|by|of (?:these|the|them)|ha[sd]|show|reach|exhibit|is|was)\b|[,.;)])"
_ALL = r"all three|all four|(?:these|the) two|these three"
PLACE = Pattern(
    rf"\b(?P<word>{_OTHERS}|{_ONE}|(?:the )?former|(?:the )?latter(?: two| three)?|{_ALL}|both(?=[.,;)]|"
    r" (?:compounds?|materials?|samples?|electrolytes?|phases?|show|exhibit|ha(?:ve|d)\b|possess|reach)))",
    any_case=True,
)
"""Words that point to one place of a list told before, to the whole of it, or to what the sentence left of it."""

ENDS = {"first": slice(0, 1), "last": slice(-1, None)}
SIZES = {"two": 2, "both": 2, "three": 3, "four": 4}

_NOUN = (
    r"(?:phases?|compounds?|samples?|materials?|pellets?|crystals?|ceramics?|glass(?:es)?|electrolytes?|structures?|members?|"
    r"powders?)"
)

_KIND = (
    r"(?:garnets?|argyrodites?|NASICONs?|perovskites?|halides?|chlorides?|bromides?|sulfides?|thiophosphates?|"
    r"phosphates?|oxides?)"
)
_BEARER = rf"(?:{_NOUN}|{_KIND}|ones?|analog\w*|counterparts?|derivatives?|variants?|compositions?|specimens?|films?)"

_FRESH = (
    r"as-(?:quenched|melted|prepared|cast|made)|parent|precursor|base|mother|starting|pristine|pure|initial|untreated"
)
GLASS = Pattern(
    rf"\b(?:[Tt]he|[Tt]his) (?:(?:{_FRESH}) )?glass\b"
    r"(?!-| (?:ceramics?|transition|formation|forming|matrix|network|structure|system)\b"
    r"| (?:with|without|of|from|containing)\b)"
)
"""The one glass of a document: ``the as-quenched glass``."""

PARENT = Pattern(
    rf"\b(?:parent|un-?substituted|un-?doped|unmodified|pristine|dopant-free)\s(?:\w+\s)?{_BEARER}\b(?!\s?\(?x\s?=)"
)
"""What a series begins with, or what a dopant was put into: ``the parent phase``."""

_SEVERAL = r"(?:samples|compounds|materials|phases|pellets|ceramics|electrolytes|compositions|specimens|films|members)"
DOPED = Pattern(rf"\b(?:[Tt]he|this) (?:doped|substituted) (?:\w+ )?(?!{_SEVERAL}\b){_BEARER}\b")
"""What a dopant was put into, the dopant told before: ``the doped phase``."""

_PUT_IN = r"[- ](?:co-)?(?:doped|substituted|containing)"
_ION = r"[A-Z][a-z]?(?:\^?\d?\+)?"
OF_ELEMENT = Pattern(
    rf"(?<![\w/-])(?:(?P<element>[A-Z][a-z]?)(?:\^?\d?\+)?|(?P<oxide>[A-Z][a-z]?\d?O\d?)(?={_PUT_IN}))(?:(?P<put_in>{_PUT_IN}|-)"
    rf"(?=(?:(?:,? (?:and|or) |, ){_ION}(?:{_PUT_IN}|-))*+ (?:\w+ )?{_BEARER}\b)(?: (?:\w+ )?{_BEARER}\b)?+"
    rf"|(?:[- ](?:rich|based))?[- ](?:analog\w*|counterpart|derivative|{_NOUN})\b)"
)
"""One of several materials told before, by the element that it alone holds, or that was put in: ``the Si compound``,
``the Ga- and Al-doped pellets``."""

ANALOGUE = re.compile(r"\b(?:analog|counterpart)")
GROUPS = tuple(
    frozenset(group.split())
    for group in ("P As Sb Bi V", "O S Se Te", "Si Ge Sn", "F Cl Br I", "Ti Zr Hf", "Nb Ta", "Mo W", "Mg Ca Sr Ba Zn",
                  "Al Ga In Sc Y La Ce Pr Nd Sm Gd Dy Ho Er Tm Yb Lu")
)  # fmt: skip
"""Elements that take each other's place in a structure, of the same charge: one for the other makes an analogue."""

ANIONS = {
    "fluoride": "F", "chloride": "Cl", "bromide": "Br", "iodide": "I", "sulfide": "S", "sulphide": "S",
    "selenide": "Se", "telluride": "Te",
}  # fmt: skip
OF_ANION = Pattern(
    rf"\b[Tt]he (?P<anion>{'|'.join(ANIONS)})"
    r"(?=[.,;:)]| (?:and|or|but|while|whereas|shows?|showed|has|had|is|was|reache[sd]|conducts?|with|of|only|at|"
    r"results?|resulted|leads?|led|gives?|gave|exhibit\w*|after|in|to|from|the|these)\b"
    r"| \(?[~≈\d])"
)
"""One of several materials told before, by the anion that it alone holds: ``the bromide``."""

_SAMPLE = r"(?:ones?|samples?|pellets?|compounds?|phases?|ceramics?|garnets?|argyrodites?|electrolytes?)"
WITHOUT = Pattern(
    rf"(?<![\w/-])(?P<element>[A-Z][a-z]?)-free (?:\w+ )?{_SAMPLE}\b"
    rf"|\b{_SAMPLE} without (?P<lacking>[A-Z][a-z]?)\b(?!-)"
)
"""A sample that does not hold an element: ``the Sr-free one``."""

IONS = {"lithium": "Li", "sodium": "Na", "potassium": "K", "li": "Li", "na": "Na", "k": "K"}
OF_ION = Pattern(r"\b(?:[Tt]he|[Ii]ts) (?P<ion>lithium|sodium|potassium|Li|Na|K) (?:analog\w*|counterpart)\b(?! [A-Z])")

POLYMORPH = Pattern(
    rf"\b[Tt]he (?P<sign>[{''.join(GREEK_NAMES)}]|alpha|beta|gamma)[- ](?:polymorph|phase|form|modification)\b(?! of)"
)

AMOUNT_NAMED = Pattern(
    rf"(?<![\w./-])(?P<element>[A-Z][a-z]?)_?\{{?(?P<amount>[01]?\.\d{{1,3}})\}}?(?:{_PUT_IN})? (?:\w+ )?{_BEARER}\b"
)
"""A sample by the amount of what was put in: ``the W0.12 sample``."""

CONTENT = Pattern(
    r"(?<![\w/-])(?P<element>[A-Z][a-z]?) (?:contents?|concentrations?|doping levels?) of (?:about |~ ?)?"
    r"(?P<amount>\d\.\d{1,3})\b"
)
"""A sample by how much of an element it holds: ``for an Al content of 0.24 mol``."""

DOPING = Pattern(r"\W{0,3}(?:[\w-]+ )?(?:[Cc]o-)?(?:[Dd]oping|[Ss]ubstitution|[Ss]ubstituting)\b")
"""A sentence that opens with doping."""

OF_A_KIND = re.compile(rf"(?:doped|substituted) {_KIND}$")
"""A name that does not say what was doped: ``Ta-doped garnet``."""

OTHER_DOPANT = re.compile(r"^(?:[^ ]*(?: \w+)? ?% )?[^ ]*-(?:co-)?doped ")
"""What a doped sample's name has before that of its host."""
