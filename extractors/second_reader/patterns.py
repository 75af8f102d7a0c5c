"""Words and patterns of the second reader: what is worth sending to it, and how numbers must look for it."""

from __future__ import annotations

import re

CANDIDATE_SENTENCE = re.compile(r"(?:\b[mμµk]?S ?(?:[·⋅/]|cm|m\^?[-−]1)|[Ωω]\^?[-−]1 ?c?m|\bm?eV\b|\bkJ ?(?:/|mol))")
"""A unit of conductivity or of energy per particle."""

CANDIDATE_WORD = re.compile(r"conductivit(?:y|ies)|activation energ(?:y|ies)|\bE_?[aA]\b|σ")
"""A word for the property; its grammar reads nothing without one."""

PROPERTY_COLUMN = re.compile(r"conductivit|activation|σ|\bE_?[aA]\b|\bS ?/ ?c?m|S c?m|\beV\b", re.IGNORECASE)
"""A column head of a property."""

FOOTNOTE_MARK = re.compile(r"\s*[*†‡§#]+(?=\s|$)")
"""Behind a column head."""

REWRITES = (
    (re.compile(r"(?<=\d)\(\d+\)(?=\s*(?:×|[mμµ]?S\b|eV))"), ""),  # 4.3(4): its numbers have no bracketed uncertainty
    (re.compile(r"(?<![\d.×^−-])(?<!× )10(?:\^|(?=[−]))[-−](?=\d)"), "1 × 10-"),  # a bare power is read as 10
    (re.compile(r"(?<=10)\^[-−](?=\d)"), "-"),
    (re.compile(r"(?<=10)\^\+?(?=\d)"), ""),
    (re.compile(r"(?<=\d)\s*[xX*]\s*(?=10-\d)"), " × "),
    (re.compile(r"[ΩΩ]\^?[-−]1(?=\s*[·⋅]?\s*c?m)"), "S"),  # it knows no reciprocal ohm
    (re.compile(r"(?<=S)\s*[·⋅*]\s*(?=c?m)"), " "),
    (re.compile(r"(?<=[A-Za-z])\^[-−](?=\d)"), "-"),
    (re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)(?=(?:[mμµ]?S|m?eV)(?![\w–-]))"), r"\1 "),
    (re.compile(r"[~≈∼](?=\s*\d)"), ""),  # signs it would keep inside the number
)
"""Applied in this order, each to the result of the one before."""

PREFIX = r"^(?:[\[\"'“‘~∼≈<>≥≤=±]|\((?![^)\s]*\)[\d.A-Z]))"
SUFFIX = r"(?:[\],;:!?\"'”’]|(?<=[\w\]%°)])\.|(?<![\w]\()(?<!\d)(?<=[^\s(])\)$|(?<=[a-z0-9A-Z])\))$"
INFIX = r"(?<=\d)(?=°)|/|=|~|(?<=[A-Za-z])–(?=[A-Za-z])|·(?=[a-zA-Z])"
"""Where its tokens begin and end: a formula, a number and a unit are one token each."""
