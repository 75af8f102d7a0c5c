"""Theses, books and files of several articles: contents, abbreviations, chapters, appendices."""

from __future__ import annotations

from corpus.document import BlockKind, Document
from corpus.reader import read_text

BODY = (
    "The glass Na3PS4 is a solid electrolyte with an ionic conductivity of 0.2 mS cm−1 at 25 °C. It was milled for ten "
    "hours under argon and pressed into pellets. The activation energy of the pellets was 0.28 eV."
)
ENTRIES = "\n".join(
    f"{n}. Doe, A.; Roe, B. Ions in glass of kind {n}. J. Ions 20{n:02}, {n}, 1{n}." for n in range(1, 10)
)


def kinds_of(document: Document, word: str) -> set[BlockKind]:
    return {block.kind for block in document.blocks if word in block.text.text}


def test_a_list_of_abbreviations_ends_where_a_chapter_begins() -> None:
    text = f"# Thesis on glass\n\n## Abstract\n\n{BODY}\n\n## List of Abbreviations\n\n"
    text += "SE\n\nSolid electrolyte\n\nXRD\n\nX-ray diffraction\n\n"
    for title in ("## 1.1 Energy", "## Garnets", "Chapter 2 Methods"):
        document = read_text(f"{text}{title}\n\nMilled. {BODY}\n\n## More\n\nPressed. {BODY}")
        assert kinds_of(document, "Milled") == kinds_of(document, "Pressed") == {BlockKind.PARAGRAPH}
        assert {definition.short for definition in document.definitions if definition.origin == "glossary"} == {
            "SE",
            "XRD",
        }


def test_prose_is_no_abbreviation() -> None:
    document = read_text(
        f"Abstract\n\n{BODY}\n\nAbbreviations\n\nSE: solid electrolyte\nXRD: X-ray diffraction\n\nMilled. {BODY}"
    )
    assert kinds_of(document, "Milled") == {BlockKind.PARAGRAPH}


def test_lists_of_figures_hold_no_captions() -> None:
    contents = (
        "List of Figures\n\nFigure 1.1 Conductivity of Na3PS4, 0.2 mS cm−1 ........ 4\n"
        "Figure 1.2 Pellets pressed at 300 MPa from milled\npowder ............ 12\n\n"
        "Contents\n1.1 Energy 3\n1.2 Glasses 17\n1.3 Pellets and their\npressing 21\n\n"
    )
    document = read_text(
        f"Abstract\n\n{BODY}\n\n{contents}1.1 Energy\n\nMilled. {BODY}\n\nFigure 1.1 Conductivity of Na3PS4.\n"
    )
    assert [block.label for block in document.blocks if block.kind is BlockKind.CAPTION] == ["Figure 1.1"]
    assert kinds_of(document, "Pellets and their") == {BlockKind.FRONT_MATTER}
    assert kinds_of(document, "Milled") == {BlockKind.PARAGRAPH}


def test_every_chapter_may_have_its_references() -> None:
    chapters = [f"## Chapter {n}. Glass\n\nOf chapter {n}. {BODY}\n\n## References\n\n{ENTRIES}\n\n" for n in (1, 2, 3)]
    document = read_text("".join(chapters))
    assert all(kinds_of(document, f"Of chapter {n}") == {BlockKind.PARAGRAPH} for n in (1, 2, 3))
    assert len(document.bibliography) == 9
    assert kinds_of(document, "Ions in glass of kind 4") == {BlockKind.REFERENCE}
    assert not document.problems


def test_a_number_of_several_works_names_none() -> None:
    other = ENTRIES.replace("Ions in glass of kind 4", "Melts of salt")
    listed = [f"## Chapter\n\n{BODY}\n\n## References\n\n{entries}\n\n" for entries in (ENTRIES, other)]
    document = read_text("".join(listed))
    assert sorted(document.bibliography) == [1, 2, 3, 5, 6, 7, 8, 9]
    assert [problem.code for problem in document.problems] == ["references_numbered_anew"]


def test_every_chapter_cites_in_its_own_way() -> None:
    """A cumulative thesis joins papers of several journals."""
    apart = "In cells. 2 We saw it. In films. 3,4 They did. In salts. 5 Now we go on, 6 assuming glass, 7 or melts. "
    told = "This is told [1]. We know [2]. They knew [3]. " * 4
    titled = f"## References\n\n{ENTRIES}\n\n"
    chapters = f"## Chapter 1\n\n{told}{BODY}\n\n{titled}## Chapter 2\n\n{BODY} Now. {apart}\n\n{titled}"
    cited = [
        {number for citation in block.citations for number in citation.numbers}
        for block in read_text(chapters).blocks
        if block.kind is BlockKind.PARAGRAPH and block.citations
    ]
    assert cited == [{1, 2, 3}, {2, 3, 4, 5, 6, 7}]
    together = read_text(f"## Chapter 1\n\n{told}{BODY}\n\nNow. {apart}\n\n{titled}")
    assert not any("In cells" in block.text.text and block.citations for block in together.blocks)


def test_appendices_are_read_and_what_publishers_add_is_not() -> None:
    text = f"## 1. Introduction\n\n{BODY}\n\n## References\n\n{ENTRIES}\n\nAbout us. {BODY}\n\n"
    document = read_text(f"{text}## Appendix A Supporting information for Chapter 3\n\nAppended. {BODY}\n")
    assert BlockKind.PARAGRAPH not in kinds_of(document, "About us")
    assert kinds_of(document, "Appended") == {BlockKind.PARAGRAPH}


def test_running_heads_between_the_lines_of_a_paragraph_are_cut_out() -> None:
    """Neither blank lines nor form feeds part the pages; the number of the page stands below its head."""
    line = "and so the solid electrolyte of this page holds its ions in cages that open\n"
    pages = [f"Electrolytes 2021, 4\n{number}\n" + line * 20 for number in range(11, 18)]
    document = read_text("Abstract: Solid electrolytes conduct ions.\n1. Introduction\n" + "".join(pages))
    assert not any("Electrolytes 2021" in block.text.text for block in document.evidence_blocks())
    assert not any(str(number) in block.text.text for block in document.evidence_blocks() for number in range(11, 18))


def test_words_that_come_back_within_a_page_are_no_running_heads() -> None:
    line = "and so the solid electrolyte of this page holds its ions in cages that open\n"
    raw = (
        "Abstract: Solid electrolytes conduct ions.\n1. Introduction\n"
        + (line * 6 + "Grain boundaries of this salt\n") * 9
    )
    heads = [block for block in read_text(raw).blocks if block.kind is BlockKind.RUNNING_HEAD]
    assert not any("Grain boundaries" in block.text.text for block in heads)
