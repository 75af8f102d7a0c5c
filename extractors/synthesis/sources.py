"""Which materials are starting materials."""

from __future__ import annotations

import re

from extractors.mentions import Material

# starting materials by their anion or water
_SALT = re.compile(r"(?:CO3|OH|NO3|OAc|acac|C2O4|CH3COO|H2PO4|HPO4)\)?\d*|(?:\.|-)?\d*H2O|^(?:NH4)")
_SYMBOL = re.compile(r"[A-Z][a-z]?")


def is_source(material: Material) -> bool:
    """Whether a material looks like a starting material: an element, a binary, a carbonate, a hydroxide, a salt."""
    if material.kind in ("element", "ion") or "precursor" in material.flags:
        return True
    if material.kind not in ("formula", "name"):
        return False
    if _SALT.search(material.name):
        return True
    elements = set(_SYMBOL.findall(material.formula or material.name))
    return material.kind == "formula" and len(elements) <= 2
