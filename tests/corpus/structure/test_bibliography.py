"""Entries of reference lists in the styles of the publishers of this field. Sources are invented."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from corpus.document import BlockKind
from corpus.reader import read_text
from corpus.structure.bibliography import find_bibliographies, parse_entry, split_entries
from corpus.structure.lines import lines_of


@pytest.mark.parametrize(
    ("text", "authors", "title", "journal", "year"),
    [
        (
            "- 1. Roe, A.B.; Doe, C. Ions in glass: A view. *J. Ion Sci.* **2019**, *12*, 345–350. [[CrossRef](#)]",
            "Roe, A.B.; Doe, C.", "Ions in glass: A view", "J. Ion Sci.", 2019,
        ),
        (
            "2. Roe AB, Doe C, Poe E, et al. Ions in sulfide glass. *Adv Ions* 2020;8:2001-9. DOI PubMed",
            "Roe AB, Doe C, Poe E, et al", "Ions in sulfide glass", "Adv Ions", 2020,
        ),
        ("3 A. Roe, B. C. Doe and D. Poe, *J. Ion. Chem. A*, 2018, **6**, 100–110.",
         "A. Roe, B. C. Doe and D. Poe", "", "J. Ion. Chem. A", 2018),
        (
            "[4] A. Roe, B. Doe, Ions in halide crystals, J. Ion Power 12 (2017) 1–9, https://doi.org/10.1000/xyz.123.",
            "A. Roe, B. Doe", "Ions in halide crystals", "J. Ion Power", 2017,
        ),
        ("5. Roe, A., Doe, B. & Poe, C. Ions at rest. Nat. Ions 3, 16030 (2016).",
         "Roe, A., Doe, B. & Poe, C.", "Ions at rest", "Nat. Ions", 2016),
    ],
)  # fmt: skip
def test_styles(text: str, authors: str, title: str, journal: str, year: int) -> None:
    entry = parse_entry(1, text)
    assert (entry.authors, entry.title, entry.journal, entry.year) == (authors, title, journal, year)


def test_doi() -> None:
    assert (
        parse_entry(4, "[4] A. Roe, Ions, J. Ions 1 (2017) 2, https://doi.org/10.1000/xyz.123.").doi
        == "10.1000/xyz.123"
    )


def entries_of(text: str) -> dict[int, str]:
    lines = lines_of(text)
    first, last = find_bibliographies(lines)[-1]
    entries = split_entries(lines, lambda index: False, first + 1, last)
    return {entry.number: " ".join(text[start:end] for start, end in entry.spans) for entry in entries}


def test_wrapped_entries_and_years_at_line_starts() -> None:
    text = (
        "Text.\n\nNotes and references\n\n1 A. Roe, J. Ions,\n2018, 6, 100.\n2 B. Doe, J. Ions,\n2 (2019) 7.\n"
        "3 C. Poe, J. Ions, 2020.\n"
    )
    assert entries_of(text) == {
        1: "1 A. Roe, J. Ions, 2018, 6, 100.",
        2: "2 B. Doe, J. Ions, 2 (2019) 7.",
        3: "3 C. Poe, J. Ions, 2020.",
    }


def test_continuations_are_no_entries() -> None:
    text = (
        "References\n\n1. Roe A. Long title.\n\n- J Ions 2014;2:1-2. DOI\n2. Doe B. Title. J Ions 2015;3:1.\n"
        "- Poe C. More. J Ions 2016;1:1.\n4. Moe D. Last. J Ions 2017;1:2.\n"
    )
    entries = entries_of(text)
    assert sorted(entries) == [1, 2, 3, 4]
    assert "2014" in entries[1] and "Poe" in entries[3]


def test_a_text_without_references_has_no_bibliography() -> None:
    assert find_bibliographies(lines_of("One sentence on references.\n\nAnother one.")) == []


def test_a_list_without_a_title_is_found_by_its_numbers_and_years() -> None:
    entries = "".join(f"[{n}] A. Roe, Ions part {n}, J. Ions {n} (20{n:02}) 1.\n" for n in range(1, 12))
    found = entries_of("Solid electrolytes are old.\n\nThey conduct ions.\n\n" + entries)
    assert sorted(found) == list(range(1, 12))


def test_numbered_paragraphs_are_no_list_of_references() -> None:
    text = "".join(f"({n}) The point number {n} of our outlook is told here.\n" for n in range(1, 12))
    assert find_bibliographies(lines_of("Outlook.\n\n" + text)) == []


@pytest.mark.parametrize(("kept", "cited"), [(range(1, 9), []), ((4, 6, 7, 10, 11), [(31,), (31,)])])
def test_a_list_with_gaps_does_not_tell_how_many_entries_there_are(
    kept: Iterable[int], cited: list[tuple[int, ...]]
) -> None:
    entries = "\n".join(f"[{number}] A. Roe, Ions in glass, J. Ions 1 (2017) {number}." for number in kept)
    body = "The solid electrolyte Li3YBr6 has an ionic conductivity of 1 mS cm^-1 [31]. " * 2
    document = read_text(f"Ions in salts\n\n{body}\n\nReferences\n\n{entries}\n")
    assert [citation.numbers for block in document.blocks for citation in block.citations] == cited


def test_a_table_between_the_entries_is_read_and_belongs_to_none() -> None:
    """A wide table of the last page, or the tables of a manuscript."""
    entries = [f"[{n}] A. Roe, Ions in glass, J. Ions {n} (2017) {n}." for n in range(1, 9)]
    rows = "Material Conductivity (mS/cm)\nNa3SbS4 1.1\nNa3PS4 0.2\nNa3SbSe4 0.85"
    table = f"Table 1. Conductivity of salts at 25 °C.\n{rows}"
    body = "The solid electrolytes below were measured many times in many places of the world.\n"
    for place in (4, 8):  # between the entries, behind the last
        listed = "\n".join([*entries[:place], table, *entries[place:]])
        document = read_text(f"Ions in salts\n\n{body}\nReferences\n\n{listed}\n")
        (found,) = document.tables()
        assert found.row_count - found.header_rows == 3
        assert sorted(document.bibliography) == list(range(1, 9))
        assert not any("Na3" in entry.text for entry in document.bibliography.values())


def chapter(number: int, mark: str, running_head: str = "") -> str:
    """A chapter of a thesis, with a list of its own."""
    entries = [f"{mark.format(n)} A. Roe, Ions part {n}, J. Ions {n} (20{n + 10}) 1." for n in range(1, 6)]
    entries.insert(3, running_head)
    text = (
        f"The salt {number} has been known since 1998. The solid electrolyte has an ionic conductivity of 1 mS cm^-1."
    )
    title = f"## The salts of chapter {number}\n\n## Introduction"
    return "\n\n".join([title, text, "It conducts.", "## References", "\n".join(filter(None, entries)), "PAPER\n\n"])


@pytest.mark.parametrize("mark", ["- {}", "[{}]", "- [ {} ]", "- ({})"])
def test_a_list_of_references_ends_where_the_next_chapter_begins(mark: str) -> None:
    text = chapter(1, mark) + chapter(2, mark, "## A. Author et al.") + chapter(3, mark)
    blocks = read_text(text).blocks
    told = " ".join(b.text.text for b in blocks if b.kind is BlockKind.PARAGRAPH)
    assert all(f"salt {number} has been known since 1998" in told for number in (1, 2, 3))
    entries = [b.text.text for b in blocks if b.kind is BlockKind.REFERENCE]
    assert sum("part 5" in entry for entry in entries) == 1 and "J. Ions" not in told
