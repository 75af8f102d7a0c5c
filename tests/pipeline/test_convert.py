from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document, Status
from pipeline.convert import process
from pipeline.settings import Settings

SETTINGS = Settings()
SENTENCE = "The solid electrolyte Li3HoCl6 has an ionic conductivity of 1.3 mS cm^-1 at 25 °C."


@pytest.mark.parametrize("source", [SENTENCE, SENTENCE.encode(), Path("note.txt")])
def test_text_bytes_and_files_are_read_alike(
    source: str | bytes | Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.txt").write_text(SENTENCE, encoding="utf-8")
    result = process(source, SETTINGS, name="note")
    (record,) = result.records
    assert (record.material, record.document_id, result.status) == ("Li3HoCl6", "note", Status.SUCCESS)
    assert SENTENCE[record.start : record.end].startswith("1.3")


@pytest.mark.parametrize("name, code", [("no.txt", "missing"), (".", "unreadable")])
def test_files_that_cannot_be_opened(name: str, code: str, tmp_path: Path) -> None:
    result = process(tmp_path / name, SETTINGS)
    assert (result.status, [problem.code for problem in result.problems]) == (Status.FAILURE, [code])


def test_a_file_above_the_limit_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.truncate(3_000_000)
    result = process(tmp_path / "big.txt", Settings(max_file_size=1))
    assert [problem.code for problem in result.problems] == ["too_large"]


def test_an_extractor_s_mistake_is_a_problem_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document) -> list[object]:
        raise KeyError("nothing of this name")

    monkeypatch.setattr("extractors.extract.extract", broken)
    result = process(SENTENCE, SETTINGS)
    assert result.status is Status.PARTIAL
    (problem,) = result.problems
    assert problem.code == "extract_error" and "nothing of this name" in problem.message


def test_timings_are_no_part_of_what_is_stored() -> None:
    first, second = process(SENTENCE, SETTINGS), process(SENTENCE, SETTINGS)
    assert first.timings and first.part() == second.part()
