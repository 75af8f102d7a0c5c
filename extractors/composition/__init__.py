"""Compositions: formulas, mixtures, families, and the materials a text names."""

from extractors.composition.context import NameContext, context_of
from extractors.composition.materials import find_materials
from extractors.composition.series import expand_series, series_values_near

__all__ = ["NameContext", "context_of", "expand_series", "find_materials", "series_values_near"]
