"""Compositions: formulas, mixtures, families, and the materials a text names."""

from extractors.composition.context import NameContext, context_of
from extractors.composition.materials import find_materials

__all__ = ["NameContext", "context_of", "find_materials"]
