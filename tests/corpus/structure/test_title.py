"""Title, authors and headings of texts without layout and without blank lines."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind
from corpus.reader import read_text
from corpus.structure.title import lists_persons
from tests.corpus.structure.test_body import kinds, paragraph

PRINTED = """nature of ions
Article https://doi.org/10.1000/xyz-1
Doping opens the cage of a slow sodium
sulfide for fast ions
Ada B. Roe 1,2, Ying van Bo 1, Cy Doe3
& Fay Poe 2
Sodium sulfides are slow solid electrolytes; what opens their cage is
not known. Here we show that a dopant of large size widens all of
them, so that sodium moves as fast as it does in the best glasses.
A cell made of it runs for many hours at low pressure and is stable.
Many things are told of cages before, and few of them are agreed
upon by all who have measured them with care in the last years.
Results
Opening of the cage
The cage of the doped sulfide is wider by a tenth than that of the
pure salt, as the refinement shows, and holds three ions of sodium.
Methods
Synthesis
All powders were weighed in a dry box and mixed in a mortar before
they were milled for ten hours in jars of zirconia, then pressed."""


def test_title_and_headings_of_a_text_without_blank_lines() -> None:
    document = read_text(PRINTED)
    assert document.metadata.title == "Doping opens the cage of a slow sodium sulfide for fast ions"
    assert any("Ying van Bo" in text for text in kinds(document, BlockKind.FRONT_MATTER))
    assert kinds(document, BlockKind.HEADING) == ["Results", "Opening of the cage", "Methods", "Synthesis"]
    assert kinds(document, BlockKind.PARAGRAPH)[0].startswith("Sodium sulfides are slow solid")
    assert paragraph(document, "milled for ten hours").section == "Synthesis"


def test_words_of_a_table_are_no_headings() -> None:
    raw = PRINTED.replace("Methods\nSynthesis\n", "Table 2 | Ways to look at ions\nExperimental\nXRD\nNMR\nEIS\n")
    assert "Experimental" not in kinds(read_text(raw), BlockKind.HEADING)


def test_a_short_numbered_heading_does_not_take_the_line_below() -> None:
    raw = PRINTED.replace("Results\nOpening of the cage\n", "2. Oxides\n")
    assert "2. Oxides" in kinds(read_text(raw), BlockKind.HEADING)


@pytest.mark.parametrize("line", ["Ada B. Roe 1,2, Ying van Bo 1", "Bo Doe and Cy Poe", ", and D. Roe1,*", "Doe, Ada"])
def test_persons_are_known(line: str) -> None:
    assert lists_persons(line)


@pytest.mark.parametrize(
    "line", ["Crystal Structure and Synthesis", "Ionic Conductivity of Glass", "Fast ions, slow ions"]
)
def test_words_of_a_title_are_no_persons(line: str) -> None:
    assert not lists_persons(line)


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("Received: 23 December 2019\nAccepted: 20 January 2020", 2020),
        ("Received: 3 May 2019; Accepted: 7 June 2019; Published: 9 January 2020", 2020),
        ("Received: 4 May 2019\nJ. Ions 2020, 12, 34", 2020),
        ("Received: 4 May 2019", 2019),
        ("Received: 12345", None),
    ],
)
def test_year_of_publication_before_that_of_the_manuscript(told: str, year: int | None) -> None:
    assert read_text(PRINTED.replace("Article https", f"{told}\nArticle https")).metadata.year == year
