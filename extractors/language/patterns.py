"""Signs and words that decide where a token or a sentence ends."""

from __future__ import annotations

import re

from corpus.elements import SYMBOL

# --- sentences ------------------------------------------------------------------------------------------------------

ABBREVIATIONS = frozenset(
    """
    al fig figs ref refs eq eqs eqn vol vols sec sect ca cf vs viz resp approx e.g i.e prof dr mr mrs inc ltd corp dept
    univ ed eds pp p ch chap chem phys int lett soc adv mater ave suppl supp equiv a.m p.m dia diam incl spec anal lab
    """.split()  # noqa: SIM905
)
"""Words whose full stop ends no sentence, in small letters and without that stop."""

AMBIGUOUS_ABBREVIATIONS = frozenset(("no", "nos", "max", "min", "temp", "wt", "mol", "at", "co", "st", "etc", "tab"))
"""Abbreviations that are also ordinary last words: the stop is theirs only before a number or a small letter."""

SENTENCE_STARTERS = frozenset(
    """
    The This These Those That In It Its However Moreover Furthermore Therefore Thus Hence For By As A An To Also
    Meanwhile After Although When While With At On From We They Their Here There Besides Additionally Similarly
    Recently Later Then Subsequently Consequently Nevertheless Nonetheless Since Because If Among Another Other Both
    Each Such Some Most Many One Two Finally First Second Third Next Compared According Based Due Unlike Under Using
    Upon Despite Interestingly Notably Generally Figure Fig Table
    """.split()  # noqa: SIM905
)
"""Words that begin a sentence after ``et al.``, where a name would not."""

SENTENCE_END = re.compile(
    r"(?P<stop>[.!?])[\"'”’)\]]*(?P<gap>\s+)|(?<=[a-z)\]])\.(?=[A-Z][a-z]+[\s,])|;\s(?=\([a-z]\d?(?:[-–,]\s?[a-z]\d?)?\)\s)"
)
"""A stop before a blank, one whose blank was lost between two words, or the end of a caption's part: ``; (b) ...``."""

OPENS_SENTENCE = re.compile(r"[\"'“‘(\[]*(?:[A-ZÀ-ÖØ-ÞΑ-Ωα-ω0-9~≈><•]|[a-z]{1,3}-?[A-Z]|\([a-z0-9]{1,3}\)|[-–]\s)")
"""What a sentence may begin with: a capital, a number, a small prefix of a formula or name (``β-Li3PS4``, ``pH``)."""

WORD_BEFORE = re.compile(r"[^\s(\[\"“]*$")

UNIT_OR_LABEL_BEFORE = re.compile(r"(?:\d\s?|\b(?!and\b)[a-z]{3,}\s)[A-ZÅΩ]$")
"""A capital that ends a sentence as a unit or label does, and is no initial: ``at 300 K.``, ``4.5 Å.``, ``layer B.``"""

SPLIT_DECIMAL = re.compile(r"\d{1,3}\s?(?:[×x]\s?10|[mμ]?S[\s/·]?cm|m?eV\b)")
"""Behind a full stop and a blank, the decimals of a number that was set apart: ``4. 36 × 10^-4``."""

HEAD_LABEL = re.compile(
    r"\s*(?:(?:Figures?|Figs?\.?|Tables?|Schemes?|Box)\s*S?\d+[a-z]?|[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,4}|[a-zA-Z])[)\]]?)\.?\s*"
)
"""The label of a caption, or the number of a section or list item: ``Figure 4.``, ``2.1.``, ``(i)``."""

ALWAYS_LABEL_FOLLOWS = re.compile(r"[\"“(\[]*(?:S?\d|[IVX]+\b|[a-z]\))")
"""After ``Fig.``, ``ref.``, ``No.``: the number they announce."""

# --- tokens ---------------------------------------------------------------------------------------------------------

PREFIXES = (
    r"\((?![^()\s]*\)\w)", r"\[", "[\"'“”‘’«{|]", "[~≈<>≥≤=±≪≫+∼×]", r"[-–−](?=\d)", r"[,;:…?!]", r"\.(?!\d)",
    r"[A-Za-zσχλΔθ]{1,3}(?==)", r"—",
)  # fmt: skip
SUFFIXES = (
    "[\"'“”‘’»}|]", r"[,;:?!…]", r"(?<=\S)\.", r"'s", r"’s", r"\)", r"\]", r"[~≈<>≥≤=±×]",
    r"(?<=\d)(?:°C|℃|°|%|eV|meV|mS|μS|µS|K|h|V|mV|MPa|GPa|rpm|min|nm|μm|µm|mm|cm|mg|mL|S)",
    r"—",
)  # fmt: skip
INFIXES = (
    r"(?<=\d)(?=(?:°|℃|eV|meV|mS|μS|µS|rpm|MPa|GPa|kJ)(?:[^a-z]|$))",
    r"(?<=[\w)%])[=~≈<>≥≤±×](?=[\w(.~–-])",
    r"(?<=[\w)%])/(?=[\w(])",
    r"(?<=[A-Za-z])[·⋅](?=[A-Za-z])",
    r"(?<=\d)–(?=\d)", r"(?<=[a-z]{2})[–—](?=[a-z])", r"(?<=[a-z]{3})-(?=[a-z]{2})",
    r"(?<=[a-z])[,;](?=[A-Za-z])", r"(?<=\w)\.\.\.(?=\w)", r"—",
)  # fmt: skip

_ELEMENT = rf"(?:{SYMBOL}|[ADMR])(?![a-z])"  # A, M, R: any element of a kind
# One way only to read any formula: a token of a hundred signs that is none must not be tried in all ways.
_NUMBER = r"\d++(?:\.\d++)?+"
_AMOUNT = rf"(?:{_NUMBER}|[xyzδn](?![a-z])|[-+–](?=[\d.]*[xyzδn](?![a-z])|[\d.]+(?![\d.%A-Z])))*+"
_PART = rf"(?:[\d.]++%?)?[(\[]*(?:{_ELEMENT}{_AMOUNT}(?:[)\]]+{_AMOUNT})*[(\[]*)+"
FORMULA = re.compile(rf"(?:[α-ωa-h]'?-)?{_PART}(?:[-+–·⋅@:](?:[(\[]+(?=[\d.]))?{_PART})*")
"""A whole chemical formula, mixture or series, with its hyphens and brackets."""
