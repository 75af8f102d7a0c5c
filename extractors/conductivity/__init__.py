"""Conductivities (S/cm) in running text."""

from extractors.conductivity.extractor import extract_conductivity

__all__ = ["extract_conductivity"]
