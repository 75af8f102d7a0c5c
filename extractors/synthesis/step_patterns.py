"""Patterns of operations and of which conditions are theirs, over clean text."""

from __future__ import annotations

import re


def _words(alternatives: str) -> str:
    """Any of the blank-separated expressions as a whole word."""
    return rf"\b(?:{'|'.join(alternatives.split())})\b"


# a temperature behind these words is where something was measured or what a curve shows, not a treatment
MEASURED = re.compile(
    _words(
        r"conductivit(?:y|ies) measured tested cycl(?:ed|ing) capacity operat(?:ed|ing) [mμµ]?S\s?/?\s?cm density energy peak "
        r"resistance impedance stab(?:le|ility) transference Arrhenius spectra exotherm endotherm"
    )
    + r"(?:[^.;]|\.(?=\d))*$"
)
# a sentence on what is shown, mostly a caption
PICTURED = re.compile(
    r"\b(?:Nyquist|Arrhenius|plots?|patterns?|spectr(?:um|a)|images?|micrographs?|curves?|profiles?|diffraction|S cm\^-1)\b"
)
# behind an operation's word: a property or thing named after it, not the operation done
NO_OPERATION = re.compile(
    r"[\s-]{1,3}(?:temperatures?\s{1,3}\(?T|rates?|ramps?|profiles?|(?:\w+\s{1,3})?phases?|anions?|cations?|valence|halides?|conductors?|alkali|glass\s{1,3}formers?|zones?|peaks?|points?|aids?|additives?|kinetics|behaviou?r|medi(?:um|a)|balls?|agents?|plates?)\b"
)
# how a starting material was made ready: "La2O3 (dried at 900 °C for 12 h)"
TREATED_BEFORE = re.compile(
    r"(?<=[\w)] )\((?:[^()]{1,60}[,;]\s{0,3})?(?:pre-?\s?)?(?:dried|calcined|heated|preheated|fired|annealed|decarbonated)\b[^()]*\)"
)
# an operation that only tells which thing is meant: "the mechanically | milled | glass"
QUALIFIED_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hese|an?)\s{1,3}(?:(?:as|well|then|freshly)[\s-]+|\w+ly\s{1,3})?$|\b[A-Za-z]+-$"
)
QUALIFIED_THING = re.compile(
    r"\s{1,3}(?:glass(?:es)?|powders?|mixtures?|pellets?|samples?|precursors?|materials?|products?|dis[ck]s?|films?|(?:[\w-]+\s{1,3})?electrolytes?|(?:[\w-]+\s{1,3}){0,2}?(?:plates?|mou?lds?|furnaces?|dies|crucibles?|ovens?))\b"
)
# in front of an operation's word: it was done to the apparatus ("a brass plate preheated at 300 °C")
APPARATUS_BEFORE = re.compile(
    r"\b(?:plates?|mou?lds?|furnaces?|dies?|substrates?|crucibles?|ovens?|baths?|jars?|autoclaves?|ampoules?|tubes?)(?:(?:\s{0,3}\([^()]{0,40}\))?,?\s{1,3}(?:which|that)\s{1,3}(?:had|have)\s{1,3}been)?\s{1,3}$"
)
# behind "held at": the temperature told before
HELD = re.compile(
    r"\s{1,3}(?:this|that|the\s{1,3}same|the\s{1,3}(?:final|target|maximum))\s{1,3}(?:temperature|value)\b"
)
# "and kept | for 6 h": how long the heat told before lasted
KEPT_FOR = re.compile(
    r"\b(?:held|kept|maintained|dwelled|dwelt|soaked)\s{1,3}(?:there\s{1,3}|constant\s{1,3}|isothermally\s{1,3})?(?=for\s{1,3}(?:an?\s{1,3}|another\s{1,3}|about\s{1,3})?[\d~])"
)
# "cooled to 450 °C for another 100 h": a second heat, not cooling
COOLED_AND_HELD = re.compile(
    r"\bcooled(?:\s{1,3}down)?\s{1,3}to\s{1,3}\d{2,4}\s?(?:°C|K)\s{1,3}(?:for\s{1,3}|and\s{1,3}(?:then\s{1,3})?(?:held|kept|maintained|annealed)\b)"
)
# "a pressure of 300 MPa was | applied"
PRESSURE_APPLIED = re.compile(
    r"\bpressures?\s{1,3}of\s{1,3}[^,;]{1,25}\s(?:was|were)\s{1,3}(?:then\s{1,3})?(applied|exerted)\b"
)
# between two words for one heat: "crystallized | by heating"
BY_MEANS = re.compile(r"\s{1,3}(?:by|via|through|during|upon|on)\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3})?")
# behind a mixing: what it was done in, "mixed for 30 min | in a vibrating mill"
IN_MILL = re.compile(
    r"(?:[^,;.]|\.(?=\d)){0,50}?\b(?:in|using|with|by)\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,4}?mill\b"
)
# in front of a rate: of cooling, not of heating up
COOLING_BEFORE = re.compile(r"(?<!heating and )\bcool(?:ed|ing)\b[^.;]{0,60}$")
# "the mass ratio of balls to powder was 20:1", "(10 : 1 ball-to-sample mass ratio)"
_BALLS = r"balls?(?:[\s-]{1,3}(?:to|and|/)[\s-]{1,3}|/)(?:the\s{1,3})?(?:powders?|materials?|samples?|reagents?|mass|mixture)"
_RATIO = r"(?P<balls>\d{1,3}(?:\.\d)?)\s{0,3}:\s{0,3}(?P<powder>\d{1,3}(?:\.\d)?)"
BALL_RATIOS = (
    re.compile(rf"\b{_BALLS}\b[^.;,:\d]{{0,30}}?{_RATIO}"),
    re.compile(rf"(?<![\d.:]){_RATIO}\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,2}}?{_BALLS}\b"),
)
# in front of a temperature: where heating up began, "(starting from | 25 °C)"
BEGINS_AT = re.compile(r"\b(?:starting|beginning|heated\s{1,3}up)\s{1,3}(?:from|at)\s{1,3}$")
# the end of heating up from room temperature
FROM_ROOM = re.compile(r"\bfrom\s{1,3}(?:the\s{1,3})?$")
# behind these words stands something a treated thing is compared with
COMPARED = re.compile(
    r"\b(?:compar(?:ed|able|ison)|than|unlike|similar)\s{1,3}(?:to|with|that|those|the)\b|\bcompared\b|\bthan\b"
)
# in front of a time: nothing is done in it
REST_BEFORE = tuple(
    map(
        re.compile,
        (
            r"\bto\s{1,3}\d{2,4}\s?(?:°C|K)\s{1,3}(?:within|over|in)\s{1,3}(?:about\s{1,3})?$",
            r"\b(?:purg\w+|purging\s{1,3}times?)\b[^,;.]{0,25}$",
            r"\bcool(?:ed|ing)(?:\s{1,3}down)?\s{1,3}(?:from\s{1,3}[^,;.]{3,12}\s{1,3})?to\s{1,3}$",
            r"\bcool(?:ed|ing)\b[^,;.]{0,40}\b(?:within|over|in|for|the\s{1,3}period\s{1,3}of)\s{1,3}$",
            r"\b(?:rests?|pauses?|breaks?|intervals?|interrupted|paused|every|each|cooling)\b[^,;.]{0,15}$",
        ),
    )
)
# "with a grinding | after 2 days": when it was done, not how long
AFTER_TIME = re.compile(r"\bafter\s{1,3}$")
OF_OPERATION = re.compile(r"\s{1,3}of\b|[\s-]+\w+ing\b")
REST_BRACKET = re.compile(r"\([^()]*\b(?:rests?|pauses?|breaks?|intervals?)\b[^()]*\)")
REST_BEHIND = re.compile(
    r"[\s-]{1,3}(?:Ar\s{1,3}|N2\s{1,3})?(?:purg\w+|rest(?:s|ing)?|pauses?|breaks?|intervals?|cooling|of\s{1,3}rest|on\b|off\b)"
)
# in front of a time: it is spent several times, "3 times of | 15 min", "5 × | 20 min"
TIMES_BEFORE = re.compile(
    r"\b(\d{1,2}|two|three|four|five|six|eight|ten)\s{0,3}(?:(?:times|cycles|periods|runs|sessions)(?:\s{1,3}(?:of|for))?|[×x*])\s{0,3}$"
)
# conditions of the operation in front end where a new statement begins
CLAUSE_END = re.compile(
    r";|:(?=\s(?!\d))|\.\s(?=[A-Z(])|"
    + _words(
        r"compared crystalli[sz]es melts decomposes transforms becomes having which while whereas but resulting showed shows exhibit\w* displayed delivered possess\w*"
    )
)
