"""Repair: damaged raw text becomes clean text that still knows its raw offsets.

The clean text has plain formulas (``Li1.5Al0.5Ge1.5(PO4)3``, ``70Li2S-30P2S5``), superscripts with a caret (``10^-4``,
``S cm^-1``, ``Li^+``), single spaces, no LaTeX, no ligatures, no line-end hyphens and no citations.
"""

from corpus.repair.pipeline import repair_plain, repair_with_citations
from corpus.repair.profile import Profile, profile_of
from corpus.repair.signs import DocumentSigns

__all__ = ["DocumentSigns", "Profile", "profile_of", "repair_plain", "repair_with_citations"]
