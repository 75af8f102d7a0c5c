"""Where a fact may have been missed: sentences, captions and table rows."""

from __future__ import annotations

import pytest

from corpus import reader
from corpus.document import Document
from pipeline.corrections.silence import silent

NOTE = """# Two halides

The conductivity of Li3HoCl6 was 0.42 mS cm^-1 and that of Li3TmBr6 was 1.7 mS cm^-1. The pellets were 2 mm thick.

The barrier of Li3HoCl6 was 0.39 eV.

Table 1. Halides of this work.

| Material | σ (mS/cm) | a (Å) |
| --- | --- | --- |
| Li3HoI6 | 0.63 | 11.2 |
| Li3TmI6 | 0.81 | 11.4 |
| Li3LuI6 | – | 11.6 |
"""


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp("silence") / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    return reader.read(path)


def span(surface: str) -> tuple[int, int]:
    start = NOTE.index(surface)
    return start, start + len(surface)


def found(note: Document, *read: str) -> list[str]:
    return [place.text.split(" was ")[0] for place in silent(note, map(span, read))]


def test_numbers_with_a_unit_and_cells_under_a_head_are_places(note: Document) -> None:
    told = found(note)
    assert told[:2] == ["The conductivity of Li3HoCl6", "The barrier of Li3HoCl6"]
    assert [row.split(" | ")[0] for row in told[2:]] == ["Li3HoI6", "Li3TmI6"], "no row without a value"


def test_a_sentence_is_silent_as_long_as_one_of_its_values_is_unread(note: Document) -> None:
    one = ("0.42 mS cm^-1", "0.39 eV", "0.63")
    assert [each.split(" | ")[0] for each in found(note, *one)] == ["The conductivity of Li3HoCl6", "Li3TmI6"]
    assert found(note, *one, "1.7 mS cm^-1", "0.81") == []
