"""The rules in their order."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.document import Citation
from corpus.mapped_text import MappedText
from corpus.repair import (
    formulas,
    hyphenation,
    latex,
    ligatures,
    lost_blanks,
    markup,
    page_furniture,
    scripts,
    siunitx,
    spaced_scripts,
    substituted_signs,
    units_and_powers,
)
from corpus.repair.citations import lift_citations, place
from corpus.repair.profile import Profile

Rule = Callable[[MappedText, Profile], MappedText]

# Signs first, then lines, then marks of typesetting, then what numbers and units need; citations are lifted after
# powers and units are told apart from them, and before formulas are touched.
BEFORE_CITATIONS: tuple[Rule, ...] = (
    siunitx.read_siunitx,
    markup.read_markup,
    page_furniture.cut_page_furniture,
    ligatures.read_glyph_names,
    substituted_signs.restore_signs,
    ligatures.spell_out,
    scripts.mark_charges,
    hyphenation.join_line_ends,
    hyphenation.single_spaces,
    lost_blanks.set_blanks,
    ligatures.close_up_ligatures,
    ligatures.restore_lost_ligatures,
    hyphenation.restore_lost_hyphens,
    latex.drop_emphasis,
    lost_blanks.close_up_punctuation,
    spaced_scripts.close_up_formulas,
    spaced_scripts.mark_spaced_powers,
    scripts.close_up_subscripts,
    latex.read_latex,
    scripts.read_subscripts,
    scripts.mark_superscripts,
    units_and_powers.mark_bare_powers,
    scripts.close_up_superscripts,
    units_and_powers.write_times,
    units_and_powers.close_up_units,
)
AFTER_CITATIONS: tuple[Rule, ...] = (formulas.write_hyphens, scripts.write_carets, hyphenation.single_spaces)
_BEFORE_STOP = re.compile(r"[ ]+(?=[,.;:)\]]+(?:\s|$))")


def repair_with_citations(text: MappedText, profile: Profile) -> tuple[MappedText, tuple[Citation, ...]]:
    """Clean text and the citations lifted out of it, with their clean positions."""
    for rule in BEFORE_CITATIONS:
        text = rule(text, profile)
    text, citations = lift_citations(text, profile)
    for rule in AFTER_CITATIONS:
        text = rule(text, profile)
    text = text.substitute(_BEFORE_STOP, "").strip()
    return text, place(citations, text)


# For text that is no evidence (reference entries, names): legible, its numbers left alone.
PLAIN: tuple[Rule, ...] = (
    markup.read_markup,
    ligatures.read_glyph_names,
    ligatures.spell_out,
    hyphenation.join_line_ends,
    hyphenation.single_spaces,
    latex.read_latex,
    scripts.read_subscripts,
    scripts.mark_superscripts,
    scripts.write_carets,
)


def repair_plain(text: MappedText, profile: Profile) -> MappedText:
    """Legible text with nothing lifted out of it, no rule on powers and formulas, emphasis left in."""
    for rule in PLAIN:
        text = rule(text, profile)
    return text.strip()
