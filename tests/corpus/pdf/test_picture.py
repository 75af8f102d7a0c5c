"""The picture of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageChops

from corpus.reader import read
from corpus.readers.pdf.picture import draw_page


def test_blocks_and_records_are_drawn_where_they_stand(root: Path, tmp_path: Path) -> None:
    path = root / "corpus" / "sample" / "sample-review.pdf"
    document = read(path)
    start = document.raw.index("0.55")
    plain = draw_page(path, 1, document)
    marked = draw_page(path, 1, document, [(start, start + 4)], tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 10_000
    changed = ImageChops.difference(plain, marked).getbbox()
    assert document.layout is not None and changed is not None
    place = document.layout.place(start, start + 4)
    assert place is not None and place[0] == 1
    x0, top, x1, bottom = (2 * value for value in place[1])
    assert changed[0] <= x0 and changed[1] <= top and changed[2] >= x1 and changed[3] >= bottom
    assert (changed[2] - changed[0]) - (x1 - x0) < 20


def test_pages_that_are_not_there(root: Path) -> None:
    path = root / "corpus" / "sample" / "sample-review.pdf"
    document = read(path)
    with pytest.raises(ValueError, match="not a page 99"):
        draw_page(path, 99, document)
    document.layout = None
    with pytest.raises(ValueError, match="no pages to draw"):
        draw_page(path, 1, document)
