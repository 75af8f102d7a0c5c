"""What may stand between the members of a list of materials, in clean text as in masked sentences."""

from __future__ import annotations

import re

# words that may stand between members of a list of targets
_LETTER = r"(?:\s{0,3},\s{1,3}(?:S|P|[Ss]ulfur|[Ii]odine|[Pp]hosphorus)\b(?=[\s,]))?"  # "Na2S, S and CaS"
_NOT_LISTED = "and|or|was|were|by|via|with|on|from|in|for|of|using|to|at|coated"
_LISTED_WORD = rf"(?:\s{{0,3}}\([^()]*\)|\s{{1,3}}(?!(?:{_NOT_LISTED})\b)[\w/-]+)"
_LISTED_KIND = (
    "the|a|an|crystalline|glassy|amorphous|cubic|doped|undoped|pure|binary|ternary|quaternary|argyrodite|garnet|perovskite|"
    "spinel|halides?|chlorides?|bromides?|sulfides?|oxides?|phosphates?|hydrides?|electrolytes?|type"
)
# "M and its Ca-doped derivative | M"
_KIN = "derivatives?|variants?|analog(?:ue)?s?|counterparts?|homolog(?:ue)?s?|modifications?|polymorphs?|compositions?"
_ITS_KIN = rf"(?:(?:(?<=and)|(?<=or)|(?<=as))\s{{1,3}}(?:its|their|the)\s{{1,3}}(?:[\w+-]+\s{{1,3}}){{0,3}}?(?:{_KIN})\s{{1,3}})?"
_LISTED_AMOUNT = r"(?:\d[\d.]*\s{0,3}(?:m?mol|m?g|m?L|(?:wt|mol|vol)\.?\s?%|equiv\w*\.?)\s{1,3}(?:of\s{1,3})?)?"
_BRACKETED = (  # "name (M) and name (M)"
    r"\s?\)\s{0,3}(?:,\s{0,3}(?:and|or)?|\band\b|\bor\b)\s{1,3}"
    r"(?:(?!was\b|were\b|with\b|on\b|of\b|for\b|by\b)[\w-]+\s{1,3}){1,4}\("
)
# "PEO (M, Mw 300 000) and M"
_SPECIFIED = r",\s{0,3}[^(),;]{0,30}\d[^(),;]{0,20}\)(?:\s{0,3},\s{0,3}(?:and)?|\s{1,3}and)\s{1,3}"
_SPELT_OUT = (  # "M powder and nitrile rubber (M)", "(Mw 60 000, M)"
    r"(?:\s{1,3}(?:powders?|salts?))?(?:\s{0,3},\s{0,3}(?:and)?|\s{1,3}and)\s{1,3}"
    r"(?:(?!was\b|were\b|with\b|on\b|of\b|for\b|by\b|in\b|the\b|an?\b)[\w-]+\s{1,3}){1,4}\((?:[^(),]{1,20},\s{1,3})?"
)
LIST_GAP = re.compile(
    rf"{_SPELT_OUT}|{_SPECIFIED}|{_LETTER}(?:{_LISTED_WORD}{{0,4}}?\s{{0,3}}"
    rf"(?:,\s{{0,3}}(?:and|or)?|\band\b|\bor\b|/|&|\bas well as\b){_ITS_KIN}\s{{0,3}}(?:(?:{_LISTED_KIND})\s{{1,3}}){{0,2}}{_LISTED_AMOUNT}|{_BRACKETED})"
)
