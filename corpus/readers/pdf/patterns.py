"""What lines of an article look like: labels, heads, feet and numbers."""

from __future__ import annotations

import re

# "Figure 3.", "FIG. 3 |", "Table S1", "Scheme 2", "TABLE IV"
CAPTION = re.compile(
    r"^(?P<label>(?P<kind>Figure|FIGURE|Fig\.?|FIG\.?|Scheme|SCHEME|Chart|Table|TABLE|Tab\.)\s?"
    r"(?P<number>[SA]?\d{1,3}(?:\.\d{1,2}(?!\d))?|[IVX]{1,5})(?![\w-]|\.\d))(?P<rest>\s*[.:|•–—-]|\s+\(?[A-Z0-9(a]|\s*$)"
)
TABLE_KINDS = frozenset({"Table", "TABLE", "Tab."})
# A cell that holds a figure: 1.2, ~3 × 10, (0.31), 10^{-4}, >5, −
NUMBER_CELL = re.compile(r"^[~≈∼<>≤≥±(−–+-]*\s*\d[\d.,]*(?:\s|[×x^_·∙(%±~–−-]|[eE][-+−]?\d|\)|$)")
# "30 °C (S/cm)", "60 °C, mS/cm": the last line of a head.
HEAD_TEMPERATURE = re.compile(r"^\d{1,3}\s?(?:[°º◦]\s?C|K)\s?[,(\[/]")
# "PEO/LiTFSI + 10 wt%", "6.3 × 10^{−3}", "Li_{6}PS_{5}Cl": no line of a head.
ROW_BEGUN = re.compile(
    r"\S+ \+ \d|\d[\d.]*\s?[×·](?:\s?10\b|$)|(?:Li|Na)(?:_\{[\d.]+\})?(?:\(?[A-Z][a-z]?(?:_\{[\d.]+\})?\)?){1,9}(?:$|[ _])"
)
# Where a number in a narrow column is broken, and what stands below it: "2.8 ×" and "10^{−3}", "6.7" and "× 10^{−6}".
OPEN_PRODUCT = re.compile(r"\d\s?[×·]$")
POWER_BELOW = re.compile(r"^(?:[×·]\s?10|10\^)")
SCRIPT = re.compile(r"[_^]\{([^{}]*)\}")  # a sub- or superscript as pieces are marked up
# A line of a table that may title the rows below: words, the first with a capital ("Garnets", "Sulfide glasses").
SUBHEADING = re.compile(r"^[A-Z][a-z]{3,}(?:[ -][A-Za-z][a-z]+)*s?:?$")
OPEN_END = re.compile(r"(?:[-–/(,+]|\b(?:and|of|in|with|or|by))$")  # of a cell that goes on in the next line
PAGE_NUMBER = re.compile(r"^(?:(?:page|p\.)\s*)?\d{1,5}(?:\s*(?:of|/)\s*\d{1,5})?$", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
REFERENCE_NUMBER = re.compile(
    r"^[\[(]?(\d{1,4})[\]).]{0,2}\s+\S|^\[(\d{1,4})\]|^(\d{1,4})\.(?=\S)|^\^\{\[?(\d{1,4})\]?\.?\}"
)
NUMBERED_HEAD = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z]")
ABSTRACT = re.compile(r"^\s*(?:abstract|summary|a b s t r a c t)\b", re.IGNORECASE)
KEYWORDS = re.compile(r"^\s*key\s?words?\b", re.IGNORECASE)
FRONT_MATTER = re.compile(
    r"@|\b(?:received|accepted|published|available online|revised|correspondence|corresponding author|e-?mail|"
    r"edited by|reviewed by|citation|academic editor|licensee|creative commons|copyright|how to cite|orcid|"
    r"key\s?words)\b|©|\bdoi[:.]|https?://doi",
    re.IGNORECASE,
)
AFFILIATION = re.compile(
    r"\b(?:univ\w*|institut\w*|department|laborator\w+|school|academy|faculty|centre|center|gmbh)\b", re.IGNORECASE
)
MASTHEAD = re.compile(
    r"\b(?:contents lists?|journal homepage|view (?:article|journal)|sciencedirect)\b|www\.", re.IGNORECASE
)
STAMP = re.compile(
    r"downloaded|licen[cs]ed|license|creative commons|published on|open access article|copyright|©|doi", re.I
)
FOOTNOTE = re.compile(r"^(?:\^\{[^}]{1,6}\}|[*†‡§¶]|Notes?\b|[a-e]\)?\s+[A-Z]|\*)")
SENTENCE_END = re.compile(
    r"[.!?:;](?:[\"'”’)\]]|\^\{[^}]*\}|\s?\[[\d,–\s-]+\]|\s?(?<!\d)\d{1,3}+(?:[,–-]\d{1,3}+)*+)*+\s*$"
)
DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>{}|\\^`]*[^\s\"<>{}|\\^`.,;:)\]]", re.IGNORECASE)
YEAR = re.compile(r"\b(19[5-9]\d|20\d\d)\b")
