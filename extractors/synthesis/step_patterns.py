"""Patterns of operations and of which conditions are theirs, over clean text."""

from __future__ import annotations

import re


def _words(alternatives: str) -> str:
    """Any of the blank-separated expressions as a whole word."""
    return rf"\b(?:{'|'.join(alternatives.split())})\b"


# a temperature behind these words is where something was measured or what a curve shows, not a treatment
MEASURED = re.compile(
    _words(
        r"conductivit(?:y|ies) measured tested cycl(?:ed|ing) capacity operat(?:ed|ing) [mμµ]?S\s?cm density energy peak "
        r"resistance impedance stab(?:le|ility) transference Arrhenius spectra exotherm endotherm"
    )
    + r"(?:[^.;]|\.(?=\d))*$"
)
# behind an operation's word: a property or thing named after it, not the operation done
NO_OPERATION = re.compile(
    r"[\s-]+(?:temperatures?\s+\(?T|rates?|ramps?|profiles?|(?:\w+\s+)?phases?|anions?|cations?|valence|halides?|conductors?|alkali|glass\s+formers?|zones?|peaks?|points?|aids?|additives?|kinetics|behaviou?r|medi(?:um|a)|balls?|agents?|plates?)\b"
)
# how a starting material was made ready: "La2O3 (dried at 900 °C for 12 h)"
TREATED_BEFORE = re.compile(
    r"(?<=[\w)] )\((?:[^()]{1,60}[,;]\s*)?(?:pre-?\s?)?(?:dried|calcined|heated|preheated|fired|annealed|decarbonated)\b[^()]*\)"
)
# an operation that only tells which thing is meant: "the mechanically | milled | glass"
QUALIFIED_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hese|an?)\s+(?:(?:as|well|then|freshly)[\s-]+|\w+ly\s+)?$|\b[a-z]+-$"
)
QUALIFIED_THING = re.compile(
    r"\s+(?:glass(?:es)?|powders?|mixtures?|pellets?|samples?|precursors?|materials?|products?|dis[ck]s?|films?|(?:[\w-]+\s+)?electrolytes?)\b"
)
# in front of an operation's word: it was done to the apparatus ("a brass plate preheated at 300 °C")
APPARATUS_BEFORE = re.compile(
    r"\b(?:plates?|mou?lds?|furnaces?|dies?|substrates?|crucibles?|ovens?|baths?|jars?|autoclaves?)\s+$"
)
# behind "held at": the temperature told before
HELD = re.compile(r"\s+(?:this|that|the\s+same|the\s+(?:final|target|maximum))\s+(?:temperature|value)\b")
# "and kept | for 6 h": how long the heat told before lasted
KEPT_FOR = re.compile(
    r"\b(?:held|kept|maintained|dwelled|dwelt|soaked)\s+(?:there\s+|constant\s+|isothermally\s+)?(?=for\s+(?:an?\s+|another\s+|about\s+)?[\d~])"
)
# "cooled to 450 °C for another 100 h": a second heat, not cooling
COOLED_AND_HELD = re.compile(
    r"\bcooled(?:\s+down)?\s+to\s+\d{2,4}\s?(?:°C|K)\s+(?:for\s+|and\s+(?:then\s+)?(?:held|kept|maintained|annealed)\b)"
)
# "a pressure of 300 MPa was | applied"
PRESSURE_APPLIED = re.compile(r"\bpressures?\s+of\s+[^,;]{1,25}\s(?:was|were)\s+(?:then\s+)?(applied|exerted)\b")
# the end of heating up from room temperature
FROM_ROOM = re.compile(r"\bfrom\s+(?:the\s+)?$")
# behind these words stands something a treated thing is compared with
COMPARED = re.compile(
    r"\b(?:compar(?:ed|able|ison)|than|unlike|similar)\s+(?:to|with|that|those|the)\b|\bcompared\b|\bthan\b"
)
# in front of a time: nothing is done in it
REST_BEFORE = re.compile(
    r"\bto\s+\d{2,4}\s?(?:°C|K)\s+(?:within|over|in)\s+(?:about\s+)?$|\b(?:purg\w+|purging\s+times?)\b[^,;.]{0,25}$|\bcool(?:ed|ing)(?:\s+down)?\s+(?:from\s+[^,;.]{3,12}\s+)?to\s+$|\bcool(?:ed|ing)\b[^,;.]{0,40}\b(?:within|over|in|for|the\s+period\s+of)\s+$|\b(?:rests?|pauses?|breaks?|intervals?|interrupted|paused|every|each|cooling)\b[^,;.]{0,15}$"
)
# "with a grinding | after 2 days": when it was done, not how long
AFTER_TIME = re.compile(r"\bafter\s+$")
OF_OPERATION = re.compile(r"\s+of\b|[\s-]+\w+ing\b")
REST_BRACKET = re.compile(r"\([^()]*\b(?:rests?|pauses?|breaks?|intervals?)\b[^()]*\)")
REST_BEHIND = re.compile(r"[\s-]+(?:Ar\s+|N2\s+)?(?:purg\w+|rests?|pauses?|breaks?|intervals?|cooling|of\s+rest)\b")
# in front of a time: it is spent several times, "3 times of | 15 min", "5 × | 20 min"
TIMES_BEFORE = re.compile(r"\b(\d{1,2})\s*(?:(?:times|cycles|periods|runs|sessions)\s+(?:of|for)|[×x*])\s*$")
# conditions of the operation in front end where a new statement begins
CLAUSE_END = re.compile(
    r"[;:]|\.\s|"
    + _words(
        r"compared crystalli[sz]es melts decomposes transforms becomes which while whereas but resulting showed shows exhibit\w* displayed delivered possess\w*"
    )
)
