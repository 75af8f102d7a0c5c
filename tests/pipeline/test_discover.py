from __future__ import annotations

from pathlib import Path

from pipeline.discover import discover
from pipeline.extraction import duplicates


def test_folders_give_documents_and_no_project_papers(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.pdf", "README.md", "notes.csv", ".hidden/d.txt", "manifest.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    assert [item.path.name for item in discover([tmp_path])] == ["a.md", "b.txt", "c.pdf"]


def test_a_named_file_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "review.dat").write_text("x")
    assert [item.document_id for item in discover([tmp_path / "review.dat"])] == ["review"]


def test_a_file_named_twice_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert len(discover([tmp_path, tmp_path / "a.txt"])) == 1


def test_shared_stems_get_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a.pdf", "a.txt", "sub/a.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    ids = [item.document_id for item in discover([tmp_path])]
    assert ids[:2] == ["a", "a.txt"]
    assert len(set(ids)) == 3


def test_a_missing_file_is_told_of(tmp_path: Path) -> None:
    (item,) = discover([tmp_path / "no.txt"])
    assert (item.sha256, item.problem) == ("", "no such file")


def test_equal_files_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("same")
    (tmp_path / "b.txt").write_text("same")
    (row,) = duplicates(discover([tmp_path]))
    assert (row["document_id"], row["code"]) == ("b", "duplicate_file")


def test_the_manifest_beside_a_file_tells_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "manifest.toml").write_text('[[document]]\nid = "a"\ndoi = "10.1234/abc"\n')
    (item,) = discover([tmp_path])
    assert item.manifest["doi"] == "10.1234/abc"
