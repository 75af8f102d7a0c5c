"""Reading takes time in proportion to the length of a text, whatever it is made of."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from corpus.mapped_text import MappedText
from corpus.readers.encoding import decode
from corpus.readers.markup.article import read_article
from corpus.repair import DocumentSigns
from corpus.repair.displaced_scripts import restore_scripts
from corpus.structure.subject import not_an_article

Stage = Callable[[str], object]
STAGES: dict[str, Stage] = {
    "decoding": lambda text: decode(text.encode() + b"\xff"),
    "signs": lambda text: DocumentSigns.of(text).read(MappedText.from_raw(text)),
    "scripts": lambda text: restore_scripts(MappedText.from_raw(text)),
    "subject": not_an_article,
    "page": lambda text: read_article(f"<html><body><p>{text}</body></html>".encode(), "a", "text/html", True),
    "xml": lambda text: read_article(f"<article><body><p>{text}</p></body></article>".encode(), "a", "x", False),
}
PIECES = (
    "was 3 × 10\n−1, and\n\n−4 S·cm\n\n",
    "10\x004 S cm\x001 ",
    "<!-- ",
    "<td><b>1 ",
    "&amp; ",
    "Li7La3Zr2O12 ",
    "10 4 S cm 1 ",
)


def seconds(stage: Stage, text: str) -> float:
    """The least CPU time of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        stage(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("name", STAGES)
@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_at_most_some_six_times_as_long(name: str, piece: str) -> None:
    short, long = (seconds(STAGES[name], piece * count) for count in (1000, 4000))
    assert long < 6.5 * short + 0.02
