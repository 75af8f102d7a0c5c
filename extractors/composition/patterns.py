"""Vocabulary of the composition extractor: symbols, prefixes, suffixes and words. No logic here."""

from __future__ import annotations

SITE_SYMBOLS = frozenset({"M", "X", "A", "Ln", "RE", "R", "Me", "TM", "Ch", "Q", "Z", "T", "D", "Hal"})
"""Letters that stand for a choice of elements on a site: M metal, X halogen, Ln and RE rare earth, Ch chalcogen."""

VACANCIES = frozenset({"□", "◻", "☐", "⎕"})
"""Signs for an empty site."""

MOBILE_IONS = {"Li": "Li+", "Na": "Na+", "K": "K+", "Ag": "Ag+", "Cu": "Cu+", "Mg": "Mg2+", "Ca": "Ca2+", "Zn": "Zn2+"}
"""Elements whose ions electrolytes conduct, the most usual first."""
