"""What captions, heads, units and cells of tables look like. All of it is general print usage of the field."""

from __future__ import annotations

import re

from corpus.alternatives import Alternatives
from corpus.elements import SYMBOL

# --- captions and page furniture -------------------------------------------------------------------------------

CAPTION = re.compile(
    r"^[\s#*_>]{0,8}(?:(?:Supplementary|Supporting|Supplemental|Extended Data|Appendix)\s+)?"
    r"(?P<label>(?:Table|TABLE|Tab\.)\s{0,3}(?P<number>[SA]?\d{1,2}(?:\.\d{1,2}(?!\d))?[a-d]?|[IVX]{1,5})\b)"
    r"(?P<close>\*{0,2}\s*\\?(?:[.:|]|[-–—](?=\s[A-Z]))?\*{0,2})"
    r"(?P<rest>.*)$"
)
CAPTION_CONTINUED = re.compile(r"^\W*(?:cont(?:\.|d\.?|inued)?)(?![a-z])\W*", re.I)
# A sentence that only begins with the table's name: "Table 2 shows ...", "Table 2 and Figure 3 ...".
CAPTION_IN_SENTENCE = re.compile(
    r"^\s*(?:and\b|or\b|,|\)|;|–|-|to\b|(?:also |further |briefly )?"
    r"(?:show|list|summari[sz]|present|giv|compar|compil|provid|"
    r"display|report|contain|collect|indicat|illustrat|demonstrat|outlin|describ|detail|includ|reveal|offer)\w*\b|"
    r"is\b|are\b|was\b|were\b|we\b|for (?:a|the|more)\b)"
)
PAGE_FURNITURE = re.compile(
    r"©|\bThis journal is\b|^\s*\d{1,5}\s*\|\s*\S|\|\s*\d{1,5}\s*$|\blicensed under\b|\bdoi\.org\b|^\s*Page \d+\b|"
    r"^\s*\d{1,4}\s+of\s+\d{1,4}\s*$|^\s*(?:Fig(?:\.|ure)|Scheme|FIG\.)\s*\d",
    re.I,
)
FOOTNOTE = re.compile(
    r"^\s*(?:\*(?!\*)|\\\*|[†‡§#]|\$?\^\{?\s*[a-z*†‡]\s*\}?\$?[\s)]|[a-z]\)\s|\([a-z]\)\s|[ᵃᵇᶜᵈᵉ]|[a-f]\s(?=[A-Z][a-z]+\s[a-z])|Notes?\b\s*[.:]|"
    r"Abbreviations?\b|All (?:values|data|conductivit|measure)|Unless otherwise|"
    r"n\.?[ad]\.?\s*[:=]|[–—-]\s*[:=]?\s*not\b)"
)
# "RT: room temperature; THF: tetrahydrofuran": the short names used in the table.
ABBREVIATION_NOTE = re.compile(r"^\s*[A-Z][\w-]{0,9}\s*[:=]\s*[A-Za-z][a-z0-9,-]+[^.]{0,60}[.;]")
STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the of is are was were that which this these with by for to in on at as from be been has have had it its "
        "their an a not than also such can could will would may but while when however thus into between",
    )
)

# --- cells -------------------------------------------------------------------------------------------------------

DASH_CELL = re.compile(
    r"^(?:[-–—−/\\]{1,3}|n\.?\s?[adr]\.?|N\.?/?[AD]\.?|none|not (?:reported|given|available)|\.\.\.|…|\?)$"
)
MINUS = "-−–—‐‑"
SIGN = r"[~∼≈<>≤≥]"
PLAIN_NUMBER = r"\d+(?:[.,]\d+)?(?:\s?\(\d{1,3}\))?(?:\s?±\s?\d+(?:\.\d+)?)?"
TIMES = r"(?:[×xX*✕⨯ൈ∙·]|\\?times|imes)"
POWER = rf"10\s?\^?\s?\{{?\s?[{MINUS}⁻]\s?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}}\s?\}}?"
# "(1.2 ± 0.2)", "(1–3)": a spread whose power of ten stands behind the bracket.
SPREAD = rf"\(\s?{PLAIN_NUMBER}(?:\s?[{MINUS}~]\s?{PLAIN_NUMBER})?\s?\)"
SCIENTIFIC = rf"(?:(?:{PLAIN_NUMBER}|{SPREAD})\s?{TIMES}\s?)?{POWER}|{PLAIN_NUMBER}\s?[eE][{MINUS}]\d{{1,2}}"
NUMBER = rf"(?:{SCIENTIFIC}|{PLAIN_NUMBER})"
CONDUCTIVITY_UNIT = (
    rf"(?:[mµμk]?S\s?[·⋅∙.*]?\s?(?:/\s?c?m|c?m\s?\^?\{{?[{MINUS}⁻]\s?[1¹]\}}?)"
    rf"|(?:Ω|Ohm|ohm)\s?\^?\{{?[{MINUS}⁻]\s?[1¹]\}}?\s?[·⋅∙.]?\s?c?m\s?\^?\{{?[{MINUS}⁻]\s?[1¹]\}}?)"
)
ENERGY_UNIT = rf"(?:m?eV|k[JcC]a?l?\s?[·⋅.]?\s?(?:/\s?mol|mol\s?\^?\{{?[{MINUS}⁻]\s?[1¹]\}}?))"
TEMPERATURE = (
    r"(?:\bRT\b|\b[Rr]oom[- ]temperature\b|\b[Rr]\.\s?[Tt]\.|\b[Aa]mbient(?: temperature)?\b|"
    r"[-−]?\d{1,4}(?:\.\d+)?\s?(?:°\s?C|℃|º\s?C|o\s?C|K)\b)"
)
DURATION = r"\d+(?:\.\d+)?\s?(?:h|hours?|hrs?|min|minutes?|s|days?|d)\b"

_TIMES_POWER = rf"^{SIGN}?\s?(?:(?:{PLAIN_NUMBER}|{SPREAD})\s?{TIMES}\s?)?{POWER}"
_E_POWER = rf"^{SIGN}?\s?{PLAIN_NUMBER}\s?[eE][{MINUS}]\d{{1,2}}"
IS_SCIENTIFIC = Alternatives(rf"{_TIMES_POWER}(?!\d)", rf"{_E_POWER}(?!\d)")
IS_QUANTITY = Alternatives(rf"{_TIMES_POWER}(?![\w.])", rf"{_E_POWER}(?![\w.])", rf"^{SIGN}?\s?{PLAIN_NUMBER}(?![\w.])")
IS_NUMBER = re.compile(rf"^{SIGN}?\s?(?:[-−–]\s?)?{PLAIN_NUMBER}(?:\s?[{MINUS}~]\s?[-−]?{PLAIN_NUMBER})?$")
IS_PERCENT = re.compile(rf"^{SIGN}?\s?{PLAIN_NUMBER}(?:\s?[{MINUS}~]\s?{PLAIN_NUMBER})?\s?(?:wt\.?|vol\.?|mol\.?)?\s?%")
# "RT98": room temperature with a raised source glued to it.
IS_TEMPERATURE = re.compile(rf"^{SIGN}?\s?(?:{TEMPERATURE}|RT\d{{1,3}}$)")
HAS_CONDUCTIVITY_UNIT = re.compile(CONDUCTIVITY_UNIT)
HAS_ENERGY_UNIT = re.compile(rf"(?<![A-Za-z]){ENERGY_UNIT}(?![A-Za-z])")
HAS_DURATION = re.compile(rf"(?<![\w.]){DURATION}")
OWN_WORK = re.compile(r"^(?:(?:in )?(?:this|the present|present|our) (?:work|study)|ours)\.?$", re.I)
BRACKETED_REFERENCE = re.compile(rf"^(?:\[\s?\d{{1,3}}(?:\s?[{MINUS},;]\s?\d{{1,3}})*\s?\][,;\s]*)+$")

ELEMENT = rf"(?:{SYMBOL})"
# A formula token: element symbols, amounts, brackets, variables, and the signs that join the parts of a mixture.
FORMULA_TOKEN = re.compile(
    rf"^(?:(?:{SYMBOL}[{MINUS}])?[αβγδabgtc][″′\"']{{0,2}}[{MINUS}])?(?:\d+(?:\.\d+)?)?(?=.*\d)"
    rf"(?:[(\[]*+(?>{SYMBOL})[\d.,xyzδ+{MINUS}/)\]_{{}}]*+|[·⋅•∙@$*+])++[)\d.x\]]*+$"
)
# --- heads -------------------------------------------------------------------------------------------------------

UNIT_ONLY = Alternatives(
    rf"^\W*{CONDUCTIVITY_UNIT}\W*$",
    rf"^\W*(?:{ENERGY_UNIT}|°\s?C|℃|K|%|wt\.?\s?%|mol\.?\s?%|V|h|MPa|g cm\S*|nm|[µμ]m|mA\S* ?\S*)\W*$",
)
# Heads below one head of conductivity: "Bulk", "Grain boundary", "Total"; no "Grain size".
PART_OF_CONDUCTIVITY = re.compile(
    r"^\W*(?:bulk|total|g\.?b\.?|(?:intra-?|inter-?)?grains?(?:[ -]?(?:boundar(?:y|ies)|interiors?|bulk))?)\W*$", re.I
)
# "2016 Li7P3S11" is the year of a source and a name.
YEAR_AND_NAME = re.compile(r"(?:19|20)\d\d [A-Z]")

# --- columns and rows of plain lines ---------------------------------------------------------------------------

# A `\t` that is the rest of a LaTeX command (`\times`, `\text{`, `\theta`, `\tau`, `\to` ...) and no column mark.
COLUMN_TAB = re.compile(
    r"\t(?!imes(?:[\s\d{\\$(~]|10)|ext(?:rm|bf|it|sf|tt|up|normal)?\s?\{|heta(?![a-z])|au(?![a-z])|ilde\s?\{|riangle|herefore|o\s[^\t]{0,30}\$)"
)
PIPE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
QUOTED_COMMA = re.compile(r'"\s?[,;]\s?"')
COLUMN_PIPE = re.compile(r"(?<!\\)\|")
GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
LINE_BREAK_MARK = re.compile(r"<br\s*/?>", re.I)
