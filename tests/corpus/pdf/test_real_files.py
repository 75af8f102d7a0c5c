"""The real PDFs supplied beside the project: order, structure, and what must not be found in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import BlockKind, Document, Status
from corpus.reader import read
from corpus.readers.pdf import PdfReader


def pdf(shared: Path, name: str) -> Path:
    [path] = (shared / "pdf").glob(f"{name}*.pdf")
    return path


def raw_headings(path: Path) -> list[str]:
    document = PdfReader().read(path.read_bytes(), path.name)
    return [document.raw[r.start : r.end].replace("\n", " ") for r in document.regions if r.kind is BlockKind.HEADING]


@pytest.fixture(scope="module")
def electrolyte(shared: Path) -> Document:
    return read(pdf(shared, "batteries"))


@pytest.mark.parametrize("name", ["physiology", "nutrition"])
def test_papers_of_other_fields_give_no_record_and_one_warning(shared: Path, name: str) -> None:
    from extractors.extract import extract

    document = read(pdf(shared, name))
    assert document.status is Status.NO_ARTICLE
    assert [problem.code for problem in document.problems] == ["not_electrolyte"]
    assert extract(document) == []


def test_sections_of_a_one_column_article(electrolyte: Document) -> None:
    headings = [block.text.text for block in electrolyte.blocks if block.kind is BlockKind.HEADING]
    assert [heading[:2] for heading in headings if heading[:1].isdigit()] == ["1.", "2.", "3.", "4."]
    assert electrolyte.metadata.doi == "10.3390/batteries4030033" and electrolyte.metadata.year == 2018


def test_tables_of_an_article_with_horizontal_rules(electrolyte: Document) -> None:
    tables = {table.label: table for table in electrolyte.tables()}
    assert {label: (table.row_count, table.column_count) for label, table in tables.items()} == {
        "Table 1": (7, 5), "Table 2": (6, 6), "Table 3": (6, 6), "Table 4": (5, 2),
    }  # fmt: skip
    assert tables["Table 2"].rows()[3][1].text.text == "138"  # type: ignore[union-attr]


def test_hidden_text_of_embedded_figures_is_not_read_twice(electrolyte: Document) -> None:
    assert "PEER REVIEW" not in electrolyte.raw


def test_references_of_an_article_are_entries(electrolyte: Document) -> None:
    assert sorted(electrolyte.bibliography) == list(range(1, 29))


def test_order_of_the_two_column_articles(shared: Path) -> None:
    headings = raw_headings(pdf(shared, "physiology"))
    assert [heading.split()[0] for heading in headings if heading.isupper()] == [
        "INCREASE", "ELITE", "PERFORMANCES", "AGE-RELATED", "GENDER", "AGE-RELATED", "PERSPECTIVES", "AUTHOR",
        "ACKNOWLEDGMENTS", "REFERENCES",
    ]  # fmt: skip
    headings = raw_headings(pdf(shared, "nutrition"))
    order = [h for h in headings if h in ("Abstract", "Background", "Methods", "Results", "Discussion", "Conclusions")]
    assert order == ["Abstract", "Background", "Methods", "Results", "Discussion", "Conclusions"]
