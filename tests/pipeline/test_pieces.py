"""A file of which pieces are taken over from the published one is the file that is written anew."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export import pieces as made
from pipeline.export.files import write_tables
from pipeline.export.pieces import INDEX, Pieces
from pipeline.publish import TABLES

CELLS = ('said "no"', "two\nlines", "a, b", "=1+1", 'an odd " mark\n', "", None)
ROWS = 1500
FILE = f"{TABLES}/problems.csv"


def row(number: int, message: str | None) -> dict[str, Any]:
    return {"document_id": f"d{number:04}", "code": "not_entered", "message": message, "start": number}


def written(folder: Path, rows: list[dict[str, Any]], before: Path | None) -> bytes:
    """The table of problems as CSV in a generation of its own."""
    folder.mkdir()
    with KnowledgeBase(folder / "base.duckdb") as base:
        base.replace("problems", rows)
        pieces = Pieces("code", before)
        write_tables(base, folder / TABLES, ("csv",), ("problems",), pieces)
        pieces.keep(folder)
    return (folder / FILE).read_bytes()


def many() -> list[dict[str, Any]]:
    return [row(number, CELLS[number % len(CELLS)]) for number in range(ROWS)]


@settings(max_examples=10, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, ROWS - 1), st.sampled_from(["gone", "twice", "moved", *CELLS])), min_size=1, max_size=6
    )
)
@example([(1, "moved")])
def test_rows_that_come_go_and_change(changes: list[tuple[int, str | None]]) -> None:
    rows = many()
    for place, change in sorted(changes, key=lambda each: -each[0]):
        if change == "gone":
            del rows[place]
        elif change == "twice":
            rows.insert(place, row(ROWS + place, "added"))
        elif change == "moved":
            rows.insert(0, rows.pop(place))
        else:
            rows[place] = row(place, change)
    with TemporaryDirectory() as temporary:
        first, grown, anew = (Path(temporary, name) for name in ("first", "grown", "anew"))
        written(first, many(), None)
        assert written(grown, rows, first) == written(anew, rows, None)


def test_only_pieces_with_a_change_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[int] = []
    known = made.parted

    def counted(lines: Any, pieces: Any) -> Any:
        wanted.append(sum(piece.rows for piece in pieces))
        return known(lines, pieces)

    monkeypatch.setattr("pipeline.export.files.parted", counted)
    written(tmp_path / "1", many(), None)
    rows = many()
    rows[700] = row(700, "another")
    written(tmp_path / "2", rows, tmp_path / "1")
    assert wanted[0] == ROWS and 0 < wanted[1] < ROWS / 2
    written(tmp_path / "3", rows, tmp_path / "2")
    assert len(wanted) == 2


@pytest.mark.parametrize("damage", ["other bytes", "cut off", "gone", "index"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    whole = written(tmp_path / "1", many(), None)
    file = tmp_path / "1" / (INDEX if damage == "index" else FILE)
    data = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(data[:-900] if damage == "cut off" else data.replace(b"5", b"6"))
    assert written(tmp_path / "2", many(), tmp_path / "1") == whole
