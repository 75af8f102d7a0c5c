"""The rules in their order."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.document import Citation
from corpus.mapped_text import MappedText
from corpus.repair import (
    control_characters,
    formulas,
    hyphenation,
    latex,
    ligatures,
    unicode_signs,
    units_and_powers,
)
from corpus.repair.citations import lift_citations, place
from corpus.repair.profile import Profile

Rule = Callable[[MappedText, Profile], MappedText]

BEFORE_CITATIONS: tuple[Rule, ...] = (
    control_characters.restore_commands,
    ligatures.read_glyph_names,
    ligatures.spell_out,
    hyphenation.join_line_ends,
    hyphenation.single_spaces,
    latex.drop_emphasis,
    unicode_signs.close_up_subscripts,
    latex.read_latex,
    unicode_signs.read_subscripts,
    unicode_signs.mark_superscripts,
    units_and_powers.mark_bare_powers,
    units_and_powers.close_up_powers,
)
AFTER_CITATIONS: tuple[Rule, ...] = (
    formulas.write_hyphens,
    units_and_powers.write_carets,
    hyphenation.single_spaces,
)
_BEFORE_PUNCTUATION = re.compile(r"[ ]+(?=[,.;:)](?:\s|$))")


def repair_with_citations(text: MappedText, profile: Profile) -> tuple[MappedText, tuple[Citation, ...]]:
    """Clean text and the citations lifted out of it, with their clean positions."""
    for rule in BEFORE_CITATIONS:
        text = rule(text, profile)
    text, citations = lift_citations(text, profile)
    for rule in AFTER_CITATIONS:
        text = rule(text, profile)
    text = text.substitute(_BEFORE_PUNCTUATION, "").strip()
    return text, place(citations, text)


def repair(text: MappedText, profile: Profile) -> MappedText:
    """Clean text, citations lifted out."""
    return repair_with_citations(text, profile)[0]
