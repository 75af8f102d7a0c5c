"""Title, authors, DOI and year: printed, in the file's properties, in XMP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from corpus.readers.pdf.limits import PdfLimits, limits_from
from corpus.readers.pdf.metadata import read_metadata

PRINTED = "On the conductivity of Li3YCl6 and its kin"
XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description prism:coverDate="2021-05-04">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Fast ions &amp; slow ones in a glass</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>A. Author</rdf:li><rdf:li>B. Writer</rdf:li></rdf:Seq></dc:creator>
<prism:doi>10.1000/xyz.123</prism:doi><prism:publicationName>Journal of Glass</prism:publicationName>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_xmp() -> None:
    found = read_metadata(b"%PDF" + XMP, {}, [], 7)
    assert found.title == "Fast ions & slow ones in a glass"
    assert (found.authors, found.doi, found.journal) == ("A. Author, B. Writer", "10.1000/xyz.123", "Journal of Glass")
    assert (found.year, found.pages) == (2021, 7)


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - paper3.docx", "ms_final_v2.tex", "S0001234"])
def test_titles_that_are_file_names_are_none(title: str) -> None:
    assert read_metadata(b"", {"Title": title}, [], 1).title == ""


def test_doi_of_the_subject() -> None:
    assert read_metadata(b"", {"Subject": "J. Things, 2019. doi:10.1000/abc-1."}, [], 1).doi == "10.1000/abc-1"


def test_printed_title_and_doi(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.canvas.setTitle("draft 3")
    page.text(48, 40, "Glass Reports 2017, 4, 33; doi:10.1000/gr.2017.33", 8)
    page.text(48, 90, "On the conductivity of Li_{3}YCl_{6} and its kin", 18, "Times-Bold")
    page.text(48, 115, "A. Author^{1} and B. Writer^{2}", 10)
    page.column(48, 150, 500, 40, first="Begin", last="end.")
    metadata = page.read().metadata
    assert metadata.title == "On the conductivity of Li3YCl6 and its kin"
    assert (metadata.doi, metadata.year) == ("10.1000/gr.2017.33", 2017)


def test_limits_are_read_from_the_environment() -> None:
    assert limits_from({"IONMINE_PDF_PAGES": "20", "IONMINE_PDF_SECONDS": "1.5", "PATH": "x"}) == PdfLimits(
        pages=20, seconds=1.5
    )
    with pytest.raises(ValueError, match="invalid"):
        limits_from({"IONMINE_PDF_PAGES": "many"})


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (
            "On the conductivity of Li3YCl6 and its kin in thin films",
            "On the conductivity of Li3YCl6 and its kin in thin films",
        ),
        ("A draft on chlorides", "On the conductivity of Li3YCl6 and its kin"),
    ],
)
def test_the_files_own_title_goes_on_where_the_printed_one_was_cut(
    sheet: Callable[..., Any], given: str, title: str
) -> None:
    page = sheet()
    page.canvas.setTitle(given)
    page.text(48, 90, "On the conductivity of Li_{3}YCl_{6} and its kin", 18, "Times-Bold")
    page.text(48, 140, "Chlorides conduct lithium well at room temperature and are soft enough to be pressed cold.", 10)
    assert page.read().metadata.title == title
