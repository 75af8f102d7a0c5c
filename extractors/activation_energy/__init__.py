"""Activation energies and migration barriers (eV) in running text."""

from extractors.activation_energy.extractor import extract_activation_energy

__all__ = ["extract_activation_energy"]
