"""Names that nobody has seen: what is read must not hang on the names that the texts at hand use."""

from __future__ import annotations

import pytest

from benchmarks.renamed import coined, composition, kept, renamed
from pipeline.discover import own_corpus

SHARE_KEPT = {composition: 0.95, coined: 0.85}


@pytest.mark.parametrize("made", SHARE_KEPT, ids=lambda made: made.__name__)
def test_values_keep_their_owners_when_all_materials_are_renamed(made):
    text = (own_corpus() / "sample" / "sample-review.txt").read_text(encoding="utf-8")
    right, asked = kept(text, made)
    assert asked > 30
    assert right >= SHARE_KEPT[made] * asked


def test_places_of_a_renamed_text() -> None:
    changed, place = renamed("LGPS and Li3N: 1 mS/cm for Li3N.", {"LGPS": "QZ", "Li3N": "BRT-12"})
    assert changed == "QZ and BRT-12: 1 mS/cm for BRT-12."
    assert changed[place(15) :] == "1 mS/cm for BRT-12."
