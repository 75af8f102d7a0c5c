"""Components of polymer electrolytes that a text calls by their chemical names with a short name in brackets.

``methyl cellulose (MC)``, ``sodium triflate (NaTf)``, ``49% grafted natural rubber (MG49)``: the last words before the
bracket tell what the short name is, whatever its letters are and whatever it means elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractors.composition import patterns
from extractors.composition.formula import FormulaError, parse
from extractors.mentions import Material, MaterialKind

if TYPE_CHECKING:
    from extractors.composition.context import NameContext

COMPONENTS: Final = frozenset({"polymer", "salt", "solvent", "liquid"})
"""Roles that the words of a chemical name tell beyond doubt."""

_GIVEN: Final = re.compile(
    r"(?<!\w)(?P<name>[Pp]oly\s?\([^()]{5,60}\)"
    r"|(?<!-)(?:(?!(?:an?|and|as|by|from|in|into|of|on|or|the|to|using|with)\s)\w[\w-]*\s)?"
    r"(?:bis\s?\([^()]{5,60}\)(?:\s?\w+)?|[\w-]*[a-z]{4,}))"
    r"\s\(\s?(?P<short>[A-Z][A-Za-z]{1,7}\d{0,3})\s?\)"
)
"""A chemical name of two words at most and the short name in its bracket."""

_PARTED: Final = re.compile(r"/\s?$")
"""Before a chemical name a slash, which may part solutions."""

_SHARE: Final = re.compile(r"%\s(?:of\s)?(?:the\s)?$")
REACH: Final = 10  # characters before a chemical name in which the end of its share stands

_KIND: Final = re.compile(r"poly(?:mer|electrolyte)|(?:fib(?:er|re)s?|films?|particles?|solutions?|blends?|networks?)$")
"""A word for a body or for any of a kind, in which no component is named."""


def component_role(words: str) -> str | None:
    """The role of a component that its chemical name tells; None for other words.

    >>> [component_role(words) for words in ("methyl cellulose", "ammonium nitrate", "propylene carbonate", "sodium")]
    ['polymer', 'salt', 'solvent', None]
    """
    if patterns.MEANING_EXCLUDED.search(words) or _KIND.search(words):
        return None
    role = next((role for pattern, role in patterns.MEANING_ROLES if pattern.search(words)), None)
    return role if role in COMPONENTS else None


def components_in(text: str) -> Iterator[tuple[str, str, str, int]]:
    """Short name, chemical name, role and place of the short name for every component that a text gives one.

    >>> [one[:3] for one in components_in("A film of starch (ST) with lactic acid (LA) was seen by microscopy (OM).")]
    [('ST', 'starch', 'polymer'), ('LA', 'lactic acid', 'salt')]
    """
    for match in _GIVEN.finditer(text):
        role, short = component_role(match["name"]), match["short"]
        if role is not None and short not in patterns.NOT_MATERIALS and not _is_compound(short):
            yield short, match["name"], role, match.start("short")


def _is_compound(short: str) -> bool:
    """Whether a name in brackets is a formula with amounts: ``ammonium nitrate (NH4NO3)``."""
    try:
        return bool(re.search(r"\d", short)) and bool(parse(short).symbols)
    except FormulaError:
        return False


def with_chemical_names(text: str, materials: Sequence[Material], context: NameContext) -> list[Material]:
    """The materials of a text (in order), a component's chemical name before its bracketed short name taken in.

    What stands before ``ethylene carbonate (EC)`` then stands before the component: ``5 wt% of``, ``based on``.
    """
    found: list[Material] = []
    for material in materials:
        start, bracket = _chemical_name(text, material, context)
        if start == material.start:
            found.append(material)
            continue
        found = [one for one in found if one.start < start]  # the chemical name itself
        end = max(material.end, bracket)
        if found and found[-1].end > start:  # "PMMA-poly(vinyl chloride) (PVC)"
            material = replace(found[-1], name=_shortened(found.pop(), text[start : material.start], material))
            start = material.start
        elif found and text[found[-1].end : start] in ("-", "–") and "polymer" in found[-1].flags:
            whole = found.pop()  # "starch-poly(vinyl alcohol) (PVA)"
            start, name = whole.start, f"{whole.name}-{material.name}"
            material = replace(material, name=name, kind=MaterialKind.COMPOSITE, family="polymer")
        found.append(replace(material, start=start, end=end, surface=text[start:end]))
    return found


def _shortened(whole: Material, chemical_name: str, short: Material) -> str:
    """The name of a composite with the short name of its last part."""
    return whole.name.replace(chemical_name.rstrip(" ("), short.name)


def _chemical_name(text: str, material: Material, context: NameContext) -> tuple[int, int]:
    """Where the chemical name begins that a text gives a component before its bracket, and where that ends."""
    bracket = text.find(")", material.start, material.end + 1)
    told = context.definition(text[material.start : bracket].strip("( ")) if bracket > 0 else None
    if told is None or told.role not in COMPONENTS:
        return material.start, material.end
    opened = text.rfind("(", max(material.start - 2, 0), material.start + 1)
    start = opened - (text[opened - 1 : opened] == " ") - len(told.meaning)
    if start < 0 or not text.startswith(told.meaning, start) or _PARTED.search(text, max(start - 2, 0), start):
        return material.start, material.end
    if told.role == "solvent" and not _SHARE.search(text, max(start - REACH, 0), start):
        return material.start, material.end  # what something is dissolved in, which a procedure tells
    return start, bracket + 1
