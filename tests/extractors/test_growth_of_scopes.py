"""Temperatures, sources and numbers of a long sentence take time that grows no faster than its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from corpus.document import Citation
from corpus.mapped_text import MappedText
from corpus.repair import Profile, repair_with_citations
from extractors.cited_source import cited_numbers
from extractors.linking.passage import Passage
from extractors.quantities import find_quantities
from extractors.temperature import find_temperatures, measured_at

HIGHEST = 4 * 2.5
"""Four times the length may take ten times the time, as a machine with other work measures it; a square takes 16."""


def passage_of(text: str, every: int = 0) -> Passage:
    quantities = tuple(find_quantities(text))
    cited = quantities[::every] if every else ()
    citations = tuple(Citation(q.end, (number % 90 + 1,), "", 0, 0) for number, q in enumerate(cited))
    return Passage(
        text, ((0, len(text)),), quantities, (), tuple(find_temperatures(text, quantities)), citations=citations
    )


def temperatures(passage: Passage) -> None:
    passage.memory.clear()
    for value in passage.quantities:
        measured_at(passage, value)


def sources(passage: Passage) -> None:
    passage.memory.clear()
    spans = [(q.start, q.end) for q in passage.quantities]
    for start, end in spans:
        cited_numbers(passage, start, end, spans)


def seconds(run: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        run()
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize(
    "unit",
    [
        *("2 mS cm^-1 at 30 °C, ", "2 mS cm^-1, ", "2 mS cm^-1 at the same temperature ", "fired at 600 °C and "),
        *("2 mS cm^-1 while at 30 °C ", "1 mS cm^-1 upon heating to 30 °C, "),
    ],
)
def test_temperatures(unit: str) -> None:
    short, long = passage_of(f"A has {unit * 150}."), passage_of(f"A has {unit * 600}.")
    assert seconds(lambda: temperatures(long)) < HIGHEST * seconds(lambda: temperatures(short)) + 0.005


@pytest.mark.parametrize("every", [0, 1, 3])
def test_sources(every: int) -> None:
    short, long = (passage_of(f"A has {'2 mS cm^-1, ' * count}.", every) for count in (150, 600))
    assert seconds(lambda: sources(long)) < HIGHEST * seconds(lambda: sources(short)) + 0.005


@pytest.mark.parametrize("unit", ["1 ", "1,", "10-", "× 10 ", "(1", "10^-4 ", "1. ", "1~", "1 000 ", "1 ± ", "10?4 "])
def test_numbers(unit: str) -> None:
    short, long = (f"σ of {unit * count} mS/cm" for count in (400, 1600))
    assert seconds(lambda: find_quantities(long)) < HIGHEST * seconds(lambda: find_quantities(short)) + 0.005


@pytest.mark.parametrize(
    "unit", ["1,", "1–3,", "[1] ", "[1], ", "(1) ", "cells.12 We ", "Roe et al., 2019; ", "ref. 1 and "]
)
def test_citations(unit: str) -> None:
    short, long = (MappedText.from_raw(f"it is [{unit * count}2] so.") for count in (150, 600))
    profile = Profile()
    assert (
        seconds(lambda: repair_with_citations(long, profile))
        < HIGHEST * seconds(lambda: repair_with_citations(short, profile)) + 0.005
    )
