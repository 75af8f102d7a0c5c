"""Marked-up articles: what the marks say is what the document says; what surrounds an article on a page is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Block, BlockKind, Document, Status
from corpus.mapped_text import MappedText
from corpus.reader import choose_reader, document_suffixes, read_bytes

SAMPLES = Path(__file__).parent / "markup"  # one article of our own in every format
ENTRY = "Doe, A.; Roe, B. Fast ions in glass. J. Ions 2019, 1, 2."
FORMS = {file.name: file.read_text(encoding="utf-8") for file in sorted(SAMPLES.iterdir())}
JATS, PAGE = FORMS["jats.xml"], FORMS["page.html"]


@pytest.fixture(params=list(FORMS))
def document(request: pytest.FixtureRequest) -> Document:
    return read_bytes(FORMS[request.param].encode(), request.param)


def paragraphs_of(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]


def test_running_text_is_the_same_in_every_format(document: Document) -> None:
    assert document.status is Status.SUCCESS
    paragraphs = paragraphs_of(document)
    assert [block.section.split()[-1] for block in paragraphs] in (["Abstract", "Introduction"], ["Abstract", "Glass"])
    assert paragraphs[0].text.text == "A solid electrolyte is made."
    told = paragraphs[1].text.text
    assert told.startswith("The glass Na3PS4 has an ionic conductivity of 2.7 × 10^-5 S cm^-1") and told.endswith(
        "It flows."
    )


def test_citations_are_the_same_in_every_format(document: Document) -> None:
    paragraph = paragraphs_of(document)[1]
    assert paragraph.citations[-1].numbers[-3:] == (3, 4, 5)
    assert {n for citation in paragraph.citations for n in citation.numbers} == {1, 3, 4, 5}
    assert all(paragraph.text.text[: c.position].rstrip(" ,-").endswith("cm^-1") for c in paragraph.citations)


def test_captions_and_entries_are_the_same(document: Document) -> None:
    captions = [block for block in document.blocks if block.kind is BlockKind.CAPTION]
    assert [(block.label, block.text.text) for block in captions] == [("Figure 1", "Figure 1 Pellets of Na3PS4.")]
    assert set(document.bibliography) == set(range(1, 7))


def test_tables_are_the_same(document: Document) -> None:
    (table,) = [block.table for block in document.blocks if block.table]
    assert (table.label, table.caption.text) == ("Table 1", "Table 1 Conductivities.")
    grid = [[cell.text.text if cell else None for cell in row] for row in table.rows()]
    assert grid == [
        ["Glass", "σ (S cm^-1)", "σ (S cm^-1)"], ["Glass", "25 °C", "60 °C"], ["Li3PS4", "10^-4", "10^-3"],
    ]  # fmt: skip
    assert len(table.cells) == 7
    cited = [c.numbers for cell in table.cells for c in cell.citations]
    assert cited == [(2,)]


def test_what_surrounds_an_article_is_not_read() -> None:
    document = read_bytes(PAGE.encode(), "a.html")
    evidence = " ".join(block.text.text for block in document.evidence_blocks())
    assert not any(word in evidence for word in ("cookies", "Related", "Cited by", "Home", "rights", "1 S/cm"))
    assert document.metadata.doi == "10.1000/ions.7"
    assert document.bibliography[4].doi == "10.1000/4"


def test_metadata_and_notes_of_jats() -> None:
    document = read_bytes(JATS.encode(), "a.xml")
    assert (document.metadata.doi, document.metadata.journal, document.metadata.year) == (
        "10.1000/ions.7",
        "Journal of Ions",
        2021,
    )
    assert [note.text for block in document.blocks if block.table for note in block.table.footnotes] == [
        "Cold pressed."
    ]
    assert {block.kind for block in document.blocks if "thank" in block.text.text} == {BlockKind.BACK_MATTER}


@pytest.mark.parametrize("name", list(FORMS))
def test_offsets_count_characters_of_the_file(name: str) -> None:
    raw = FORMS[name].replace("\n", "\r\n")
    document = read_bytes(raw.encode(), name)
    assert document.raw == raw
    block = next(block for block in document.evidence_blocks() if "2.7" in block.text.text)
    start = block.text.text.index("2.7")
    low, high = block.text.raw_span(start, start + 3)
    assert raw[low:high] == "2.7"
    citation = block.citations[0]
    assert "1" in raw[citation.raw_start : citation.raw_end]


def test_where_marks_are_broken_no_piece_is_taken_from_another_place() -> None:
    row = '<tr><td>PEO/Li{0}</td><td rowspan="1"/><td>{0}.{0} × 10<sup>−{0}</sup> S/cm</td></tr>'
    table = "<table-wrap><table>" + "".join(row.format(n) for n in range(2, 8)) + "</table></table-wrap>"
    whole = f"<article><body><sec><p>Solid electrolyte Li3YCl6 has 0.5 mS/cm.</p>{table}</sec></body></article>"
    for place in (at for at, sign in enumerate(whole) if sign in '<>"/'):
        document = read_bytes((whole[:place] + whole[place + 1 :]).encode(), "cut.xml")
        for text in (each for block in document.blocks for each in texts_of(block)):
            for at, sign in enumerate(text.text):
                start, end = text.raw_span(at, at + 1)
                assert not sign.isdigit() or sign in document.raw[start:end], (place, text.text)
            assert "\ufffd" not in text.text or "broken_markup" in {problem.code for problem in document.problems}


def texts_of(block: Block) -> list[MappedText]:
    return [block.text, *(cell.text for cell in (block.table.cells if block.table is not None else ()))]


def test_mathematics_and_latex_in_formulas() -> None:
    exponent = "<mml:mrow><mml:mo>−</mml:mo><mml:mn>3</mml:mn></mml:mrow>"
    power = f"<mml:math><mml:msup>\n<mml:mn>10</mml:mn>\n{exponent}</mml:msup></mml:math>"
    tex = r"<tex-math>\documentclass{x}\begin{document}$$10^{-4}$$\end{document}</tex-math>"
    added = f"<p>It reaches {power} S/cm, or <inline-formula>{tex}</inline-formula> S/cm at 25 °C.</p>"
    document = read_bytes(JATS.replace("<title>2. Results", f"{added}<title>2. Results").encode(), "a.xml")
    assert "It reaches 10^-3 S/cm, or 10^-4 S/cm at 25 °C." in [block.text.text for block in document.blocks]


def test_a_page_whose_list_of_references_has_no_marks() -> None:
    entries = "".join(f"<p><b>{n}. </b>{ENTRY}</p>" for n in range(1, 5))
    body = f"<h1>Glass</h1><p>Ionic conductivity of Na3PS4 is 1 mS/cm [3].</p><h2>References</h2>{entries}"
    document = read_bytes(f"<html><body><main>{body}</main></body></html>".encode(), "p.html")
    assert set(document.bibliography) == {1, 2, 3, 4}
    assert [citation.numbers for block in document.evidence_blocks() for citation in block.citations] == [(3,)]


def test_a_section_of_an_article_that_only_its_heading_tells_to_be_references() -> None:
    entries = "".join(
        f"<list-item><p>A. Own, Na3PS{n} made by ball milling (201{n}).</p></list-item>" for n in range(4)
    )
    listed = f'<sec><title>References</title><list list-type="order">{entries}</list></sec>'
    said = "The ionic conductivity of Na3PS4 is 1 mS/cm at room temperature. " * 9
    text = f"<article><body><sec><title>Results</title><p>{said}</p></sec>{listed}</body></article>"
    document = read_bytes(text.encode(), "a.xml")
    assert set(document.bibliography) == {1, 2, 3, 4}
    assert not any("milling" in block.text.text for block in document.evidence_blocks())


def test_links_to_a_list_of_references_that_only_its_heading_tells() -> None:
    entries = "".join(f'<li id="of{n}">{ENTRY}</li>' for n in "abcd")
    said = '<p>Ionic conductivity of Na3PS4 is 1 mS/cm (<a href="#ofc">Own et al., 2019</a>).</p>'
    body = f"<h1>Glass</h1>{said}<h2>References</h2><ol>{entries}</ol>"
    document = read_bytes(f"<html><body><main>{body}</main></body></html>".encode(), "p.html")
    assert [citation.numbers for block in document.evidence_blocks() for citation in block.citations] == [(3,)]


def test_readers_are_chosen_by_content_and_declare_their_suffixes() -> None:
    for name, text in FORMS.items():
        reader = choose_reader(text.encode(), ".txt")
        assert reader is not None and reader.name == ("html" if name.endswith("html") else "xml")
    assert {".xml", ".nxml", ".tei", ".html", ".htm", ".txt", ".md", ".pdf"} <= document_suffixes()


def test_an_entity_bomb_and_files_outside_are_not_opened() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE article [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    document = read_bytes(
        f"{bomb}<article><body><p>Ionic conductivity &b; &f; of LLZO.</p></body></article>".encode(), "a.xml"
    )
    assert "aaaa" not in document.blocks[0].text.text
    assert len(document.blocks) == 1


PIECES = [
    "<article>",
    "</article>",
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td\tcolspan='9999999'>",
    "</table>",
    "<ref-list>",
    "<ref\tid='a'>",
    "<xref\trid='a\tb'>",
    "</xref>",
    "<sup>",
    "</sup>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&x;",
    "<",
    ">",
    '"',
    "LLZO\t1\tmS/cm\t",
    "\r",
    "\x00",
    "é",
    "<fig>",
    "<mml:msup>",
    "<li>",
    "<h2>References</h2>",
    "<a\thref='#a'>",
    "<label>",
    "<tgroup>",
    "<entry\tmorerows='9'>",
]


def test_a_citation_within_a_citation_raises_nothing() -> None:
    cited = "<p>by <xref rid='a'>Own and <xref rid='a'>1</xref></xref></p>"
    entries = "<ref-list><ref id='a'>A. Own, J. Own, 2020.</ref></ref-list>"
    raw = f"<?xml version='1.0'?><article>{cited}{entries}</article>"
    document = read_bytes(raw.encode(), "a.xml")
    assert not any(problem.code == "reader_error" for problem in document.problems), document.problems


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_broken_marks_raise_nothing_and_map_into_the_file(parts: list[str]) -> None:
    for head, name in (("<?xml version='1.0'?><article>", "a.xml"), ("<!doctype html><html>", "a.html")):
        raw = head + "".join(parts).replace("\t", " ")
        document = read_bytes(raw.encode(), name)
        assert not any(problem.code == "reader_error" for problem in document.problems), document.problems
        for block in document.blocks:
            low, high = block.raw_span()
            assert 0 <= low <= high <= len(document.raw)
