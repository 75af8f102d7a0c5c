"""Composite electrolytes of several parts, as tables list them: polymer, salt and filler, joined in this order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.composition import NameContext, find_materials
from extractors.composition.lexicon import entry
from extractors.composition.names import plain
from extractors.tables import patterns
from extractors.tables.names import is_compound

# What parts a mixture's name: strokes, plus signs, colons and commas outside brackets, "with".
_JOINT = re.compile(r"\s*/\s*(?![^()]*\))|\s+\+\s+|\s*:\s*(?=[A-Z])|\s*[,;]\s+(?![^()]*\))|\s+with\s+")
# Shares and ratios, which name nothing: "(weight ratio = 3:1)", "= 1:1", "40 wt% of".
_RATIO = re.compile(
    r"\((?=[^()]{0,60}(?:ratio|=|:))[^()]{0,60}\)|\s*=\s*[\d.:\s]{1,24}|"
    r"(?<![\w.])\d{1,3}(?:\.\d{1,3})?\s?(?:wt|vol|mol|w)\.?\s?%\s?(?:of\s)?"
)
_POLYMER = "polymer"
_SECOND_WORD = re.compile(r" [a-z]+(?:ate|ide|ene|ine|ole?|one|ile|ether|oxane)(?![\w-])")  # "polyvinylidene fluoride"
# Liquids soften a composite and name no part of it: solvents' electrolytes, salts of organic cations.
_NO_PART = re.compile(
    r"\bliquid electrolyte|^(?:\S+\s)?ionic liquids?\b|^\[(?!\w+\]\[)|"
    r"^(?:E?MIM?|BMIM?|P[Yy][Rr]?1[34]|PP13|DEME)[ -]?(?:TFSI|FSI|BF4)"
)


def part_names(text: str, context: NameContext) -> list[str]:
    """Names of the parts of a mixture in the order of print: polymers, salts and conductors.

    Shares, ratios, plasticisers and liquids are left out, but for a liquid in front, which is the matrix; empty when
    nothing in it is known.
    """
    names: list[str] = []
    for part in _JOINT.split(_RATIO.sub(" ", text)):
        said = part.strip()
        if not said or _NO_PART.search(said):
            continue
        name = said if not names and _is_first_liquid(said) else _named(said, context)
        if name is not None and name not in names:
            names.append(name)
    return names


def _is_first_liquid(part: str) -> bool:
    known = entry(part)
    return known is not None and known.role in ("solvent", "liquid")


def _named(part: str, context: NameContext) -> str | None:
    bare = patterns.TRAILING_MARK.sub("", plain(part))
    if is_compound(bare):
        return bare
    known = [m for m in find_materials(part, context) if m.family == _POLYMER or m.mobile_ion or m.electrolyte]
    if not known:
        return None
    first = known[0]
    end = first.end
    while end < len(part) and not part[end].isspace():
        end += 1  # "P(EO)10": the amount belongs to the name
    second = _SECOND_WORD.match(part, end) if first.family == _POLYMER and part[end - 1].islower() else None
    end = second.end() if second is not None else end
    return patterns.TRAILING_MARK.sub("", plain(part[first.start : end]))


def is_composite(text: str, context: NameContext) -> bool:
    """Whether a label lists the parts of a composite: joined by strokes or plus signs, a polymer among them."""
    parts = [part for part in _JOINT.split(text) if part.strip()]
    if len(parts) < 2:
        return False
    return any(m.family == _POLYMER for part in parts[:2] for m in find_materials(part, context))


def composite_name(parts: Sequence[str]) -> str:
    """The name of a composite with these parts."""
    return "-".join(dict.fromkeys(parts))
