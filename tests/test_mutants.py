"""The three properties of the long trial, on few mutants of the sample."""

from __future__ import annotations

import random

from benchmarks.mutants import Tally, bombs, digits, invented, mutate, pieces, try_text
from pipeline.discover import own_corpus
from pipeline.settings import Settings
from tests.pipeline.hand_made import value


def test_mutants_of_the_sample_are_read_without_exceptions_and_inventions() -> None:
    chance, tally = random.Random(7), Tally()
    stock = list(pieces(own_corpus() / "sample"))
    for _ in range(12):
        name, text = chance.choice(stock)
        try_text(name, mutate(text, chance), Settings(second_reader=False), tally)
    name, text = stock[1]
    try_text(name, mutate(text, chance), Settings(second_reader=False), tally, printed=True)
    page = f"<html><body><h1>Electrolytes</h1><p>{text}</p></body></html>"
    try_text("page.html", mutate(page, chance), Settings(second_reader=False), tally)
    assert (tally.tried, tally.errors, tally.invented) == (14, [], [])
    assert set(tally.costs) == {".txt", "PDF", ".html"}


def test_a_number_that_is_not_on_the_page_is_noticed() -> None:
    text = "Li6PS5Cl reached 1.3 mS/cm."
    start = text.index("1.3")
    assert not invented(value("Li6PS5Cl", 1.3e-3, start=start, end=start + 3, unit="mS/cm"), text)
    assert invented(value("Li6PS5Cl", 1.4e-3, start=start, end=start + 3, unit="mS/cm"), text)
    assert digits("１٣.x5") == "135"


def test_the_bombs_are_small() -> None:
    assert all(data.startswith(b"%PDF") and len(data) < 2_000_000 for data in bombs().values())
