"""What part a material plays in its own sentence, whatever value is looked at: compared with, added, pointing back."""

from __future__ import annotations

import re

from extractors.linking import patterns
from extractors.linking.candidate import is_definite, is_nameable
from extractors.linking.passage import Passage
from extractors.mentions import Material


def role_features(passage: Passage, material: Material, start: int) -> dict[str, float]:
    """What the words between the mention before (or the sentence's ``start``) and a material say of its part."""
    since = max([start, *(m.end for m in passage.materials_in(start, material.start) if m.end <= material.start)])
    left = passage.text[since : material.start]
    right = passage.text[material.end : material.end + 60]
    found = {
        "compared": patterns.COMPARED.search(left[-90:]),
        "additive": patterns.ADDITIVE.search(left[-60:]) or patterns.ADDED_BEHIND.match(right),
        "agent": patterns.AGENT.search(left[-60:]),
        "genitive": patterns.GENITIVE.search(left[-60:]),
        "system": patterns.SYSTEM_BEHIND.match(right) and patterns.IN_SYSTEM.search(left[-20:]),
    }
    return {name: 1.0 for name, match in found.items() if match}


def kind_features(material: Material, right: str) -> dict[str, float]:
    """What kind of thing a material is, told by its own mention and the words ``right`` behind it."""
    features: dict[str, float] = {}
    if not is_nameable(material):
        features["electrode" if "electrode" in material.flags else "not_electrolyte"] = 1.0
    if material.subject_kind == "class":
        features["class"] = 1.0
        if patterns.SAMPLE_BEHIND.match(right):
            features["sample"] = 1.0
    if "precursor" in material.flags:
        features["precursor"] = 1.0
    if "cell" in material.flags:
        features["cell"] = 1.0
    if "solvent" in material.flags or "salt" in material.flags:
        features["component"] = 1.0
    if material.variables:
        features["series"] = 1.0
    return features


def is_made(left: str, right: str) -> bool:
    """Whether the words before or behind a material tell that a work made or studied it."""
    return bool(patterns.MADE.search(left[-90:]) or patterns.IS_MADE.match(right))


def points_back(material: Material, left: str, right: str = "") -> bool:
    """Whether a class noun behind the words ``left`` means one sample told before: ``the obtained electrolyte``.

    A plural points back only when more than an article stands before it (``the obtained electrolytes``) or when it is
    said how its samples were made (``the glass-ceramics prepared by milling``).
    """
    if material.subject_kind != "class":
        return False
    if not left.strip() and patterns.MADE_SO.match(right):
        return True
    if not patterns.CLASS_ANAPHOR.search(left[-60:]):
        return False
    if not material.surface.endswith("s") or patterns.MADE_SO.match(right):
        return True
    return not re.search(r"\bthe\s*$", left, re.IGNORECASE)


def is_category(passage: Passage, material: Material, left: str, start: int) -> bool:
    """Whether a class noun only says what kind of thing a material is, or whose record a value is."""
    if patterns.CATEGORY.search(left[-40:]) or patterns.RECORD_OF_CLASS.search(left[-90:]):
        return True
    named = [m for m in passage.materials_in(start, material.start) if is_definite(m) or m.formula]
    between = passage.text[named[-1].end : material.start] if named else ""
    return bool(named) and bool(patterns.APPOSITION.match(between) or patterns.NOUN_BEHIND.match(between))
