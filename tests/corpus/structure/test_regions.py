"""Blocks from the regions that a reader told."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind
from corpus.readers.base import RawDocument, Region
from corpus.structure.regions import build_from_regions

BEGUN = "The pellets were pressed in a die of steel, and the ionic conductivity was measured between"


@pytest.mark.parametrize(
    ("page", "behind", "joined"),
    [
        (None, "cold pressed sheets of Li6PS5Cl.", True),
        (1, "cold pressed sheets of Li6PS5Cl.", False),  # the reader of pages saw where these words stand
        (1, "Li6PS5Cl sheets in argon.", True),
    ],
)
def test_a_paragraph_that_stops_inside_a_sentence_goes_on(page: int | None, behind: str, joined: bool) -> None:
    raw = f"{BEGUN}\n{behind}"
    places = ((0, len(BEGUN)), (len(BEGUN) + 1, len(raw)))
    regions = [Region(start, end, BlockKind.PARAGRAPH, page) for start, end in places]
    blocks = build_from_regions(RawDocument(raw, "application/pdf", regions)).blocks
    assert len(blocks) == (1 if joined else 2)
