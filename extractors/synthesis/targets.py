"""Which materials of a masked sentence a verb of making makes: its object, its subject, or the noun it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.mentions import Material
from extractors.synthesis import patterns
from extractors.synthesis.masking import MaskedSentence

_SIGN = re.compile(patterns.M)
_OBJECT_REACH = 120  # characters between a verb and its object
_SUBJECT_REACH = 160
_ANION_PRECURSORS = re.compile(r"(?:CO3|OH|NO3|OAc|acac|C2O4|CH3COO|H2PO4|HPO4)\)?\d*|(?:\.|-)?\d*H2O|^(?:NH4)")


def is_precursor(material: Material) -> bool:
    """Whether a material looks like something one starts from: a binary, a carbonate, a hydroxide, a salt, an element."""
    if material.kind in ("element", "ion"):
        return True
    if material.kind not in ("formula", "name"):
        return False
    if _ANION_PRECURSORS.search(material.name):
        return True
    elements = set(re.findall(r"[A-Z][a-z]?", material.formula or material.name))
    return material.kind == "formula" and len(elements) <= 2


def object_after(sentence: MaskedSentence, position: int, reach: int = _OBJECT_REACH) -> list[str]:
    """The signs of the first material behind a verb and of those listed with it; [] when a preposition comes first."""
    text = sentence.masked
    first = _SIGN.search(text, position, min(len(text), position + reach))
    if first is None or patterns.OBJECT_STOP.search(text, position, first.start()):
        return []
    return _listed_after(text, first)


def _listed_after(text: str, first: re.Match[str]) -> list[str]:
    signs = [first.group()]
    end = first.end()
    while True:
        gap = patterns.LIST_GAP.match(text, end)
        following = _SIGN.match(text, gap.end()) if gap else None
        if following is None:
            return signs
        signs.append(following.group())
        end = following.end()


def subject_before(sentence: MaskedSentence, position: int, floor: int = 0) -> list[str]:
    """The signs of the material in front of a verb and of those listed with it.

    A material that only says where something lies ("a coating on M", "between M and M") is passed over.
    """
    text = sentence.masked
    places = list(_SIGN.finditer(text, max(floor, position - _SUBJECT_REACH), position))
    if not places or patterns.SUBJECT_GAP_STOP.search(text, places[-1].end(), position):
        return []
    groups = _groups(text, places)
    for group in reversed(groups):
        if patterns.SUBJECT_GAP_STOP.search(text, group[-1].end(), position):
            break
        if not patterns.ON_BEFORE.search(text, floor, group[0].start()):
            return [m.group() for m in group]
    return []


def groups_between(text: str, start: int, end: int) -> list[list[re.Match[str]]]:
    """Materials between two masked offsets, those of one list together."""
    return _groups(text, list(_SIGN.finditer(text, start, end)))


def _groups(text: str, places: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    groups: list[list[re.Match[str]]] = []
    for place in places:
        if groups and patterns.LIST_GAP.fullmatch(text, groups[-1][-1].end(), place.start()):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
