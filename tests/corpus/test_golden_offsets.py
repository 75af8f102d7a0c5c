"""Gold spans of the supplied reviews, found again through the offset maps: nothing that counts is lost or damaged."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Citation, Document
from corpus.mapped_text import MappedText
from corpus.reader import read

REVIEWS = {"000": 142, "001": 236, "002": 187, "003": 0, "004": 162}  # and their numbers of references
NUMBER = re.compile(
    r"\(?(\d+(?:\.\d+)?)(?:\(\d+\))?(?:\s*±\s*[\d.]+)?\)?\s*×\s*10\^(-?\d+)|(?<![\d.])10\^(-?\d+)|(\d+(?:\.\d+)?)"
)
GREEK = {"α": "alpha", "β": "beta", "γ": "gamma"}

Place = tuple[MappedText, tuple[Citation, ...], int]


@pytest.fixture(scope="module", params=sorted(REVIEWS))
def review(request: pytest.FixtureRequest, shared: Path) -> tuple[str, Document, list[dict[str, Any]]]:
    number: str = request.param
    (file,) = (shared / "corpus").glob(f"{number}_*.txt")
    gold_file = shared / "gold" / f"{file.stem}.gold.jsonl"
    return number, read(file), [json.loads(line) for line in gold_file.read_text("utf-8").splitlines()]


def evidence(document: Document) -> Iterator[tuple[MappedText, tuple[Citation, ...]]]:
    for block in document.evidence_blocks():
        if block.table is not None:
            yield from ((cell.text, cell.citations) for cell in block.table.cells)
            yield block.table.caption, block.table.caption_citations
            yield from ((note, ()) for note in block.table.footnotes)
        yield block.text, block.citations


def index_of(document: Document) -> dict[int, Place]:
    index: dict[int, Place] = {}
    for text, citations in evidence(document):
        for position in range(len(text)):
            for raw in range(*text.raw_offsets(position)):
                index.setdefault(raw, (text, citations, position))
    return index


def clean_text(index: dict[int, Place], start: int, end: int) -> str:
    places = [index[raw] for raw in range(start, end) if raw in index]
    if not places:
        return ""
    text = max((place[0] for place in places), key=lambda t: sum(place[0] is t for place in places))
    positions = [place[2] for place in places if place[0] is text]
    return text.text[min(positions) : max(positions) + 1]


def numbers(clean: str) -> list[float]:
    found = []
    for mantissa, exponent, power, plain in NUMBER.findall(clean.replace(",", "")):
        if mantissa:
            found.append(float(mantissa) * 10 ** int(exponent))
        else:
            found.append(10.0 ** int(power) if power else float(plain))
    return found


def plain(name: str) -> str:
    for letter, word in GREEK.items():
        name = name.replace(letter, word)
    return re.sub(r"[\s^]", "", name).replace("–", "-").replace("−", "-").lower()


def test_values_read_as_their_numbers(review: tuple[str, Document, list[dict[str, Any]]]) -> None:
    _, document, gold = review
    index = index_of(document)
    wrong = []
    tuples = [item for item in gold if item["kind"] != "synthesis"]
    for item in tuples:
        wanted = item["value"] if isinstance(item["value"], list) else [item["value"]]
        got = numbers(clean_text(index, *item["value_span"]))
        if not all(any(math.isclose(value, other, rel_tol=1e-6) for other in got) for value in wanted):
            wrong.append((item["id"], item["value_surface"], got))
    assert len(wrong) <= 0.01 * len(tuples) + 1, wrong


TYPED = str.maketrans({"“": '"', "”": '"', "°": None, "α": "a", "β": "b", "γ": "g", "·": "-", " ": None})
"""Signs that annotators typed plainly."""

DAMAGED_IN_THE_FILE = {"004-082", "004-089", "004-092"}
"""Names of which the file itself has lost a decimal point, a letter or an operator; the gold has what was meant."""


def folded(name: str) -> str:
    return plain(name).translate(TYPED)


def test_materials_read_as_their_plain_names(review: tuple[str, Document, list[dict[str, Any]]]) -> None:
    """Where the gold's plain name is the raw surface without its marks, the clean text is that name."""
    _, document, gold = review
    index = index_of(document)
    checked, wrong = 0, []
    for item in gold:
        bare = re.sub(r"\\(?:text|mathrm|rm)\b|[\\${}_^\s·]", "", item["material_surface"])
        if not item.get("material_span") or len(re.findall(r"\w", bare)) != len(re.findall(r"\w", item["material"])):
            continue
        checked += 1
        clean = clean_text(index, *item["material_span"])
        if folded(clean) != folded(item["material"]) and item["id"] not in DAMAGED_IN_THE_FILE:
            wrong.append((item["id"], item["material"], clean))
    assert checked > 20
    assert len(wrong) <= 0.02 * checked + 1, wrong


def test_methods_stand_in_evidence(review: tuple[str, Document, list[dict[str, Any]]]) -> None:
    _, document, gold = review
    index = index_of(document)
    lost = [item["id"] for item in gold if item.get("method_span") and not clean_text(index, *item["method_span"])]
    assert lost == []


def test_cited_numbers_are_lifted_in_the_same_block(review: tuple[str, Document, list[dict[str, Any]]]) -> None:
    _, document, gold = review
    index = index_of(document)
    checked, missing = 0, []
    for item in gold:
        span = item.get("value_span") or item.get("method_span")
        if item["context"] == "table" or not item["refs"] or not span or span[0] not in index:
            continue
        checked += 1
        lifted = {number for citation in index[span[0]][1] for number in citation.numbers}
        if not set(item["refs"]) <= lifted:
            missing.append((item["id"], item["refs"]))
    assert len(missing) <= 0.12 * checked, missing


def test_bibliographies_are_whole(review: tuple[str, Document, list[dict[str, Any]]]) -> None:
    number, document, _ = review
    assert sorted(document.bibliography) == list(range(1, REVIEWS[number] + 1))
    entries = document.bibliography.values()
    assert sum(bool(entry.authors and entry.journal and entry.year) for entry in entries) >= 0.9 * len(entries)
