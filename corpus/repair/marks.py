"""Marks that stand for a superscript while a text is being repaired.

Superscripts come as ``^{-1}``, ``^-1``, ``⁻¹`` or bare digits. The early rules bring them all into one form, an opening
and a closing control character that no document contains, so that the later rules (powers of ten, units, citations)
need to know only one. The last rule of the pipeline turns them into a caret.
"""

SUPERSCRIPT_START = "\x02"
SUPERSCRIPT_END = "\x03"
