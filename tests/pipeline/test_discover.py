from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from pipeline.discover import Input, Inputs, default_corpora, discover
from pipeline.extraction import duplicates, unique


def test_folders_give_documents_and_no_project_papers(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.pdf", "README.md", "notes.csv", ".hidden/d.txt", "manifest.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    assert [item.path.name for item in discover([tmp_path]).inputs] == ["a.md", "b.txt", "c.pdf"]


def test_a_named_file_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "review.dat").write_text("x")
    assert [item.document_id for item in discover([tmp_path / "review.dat"]).inputs] == ["review"]


def test_a_file_named_twice_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert len(discover([tmp_path, tmp_path / "a.txt"]).inputs) == 1


def test_shared_stems_get_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a.pdf", "a.txt", "sub/a.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    ids = [item.document_id for item in discover([tmp_path]).inputs]
    assert ids[:2] == ["a", "a.txt"]
    assert len(set(ids)) == 3


def test_a_missing_file_is_told_of(tmp_path: Path) -> None:
    (item,) = discover([tmp_path / "no.txt"]).inputs
    assert (item.sha256, item.problem) == ("", "no such file")


def test_equal_files_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("same")
    (tmp_path / "b.txt").write_text("same")
    (row,) = duplicates(discover([tmp_path]).inputs)
    assert (row["document_id"], row["code"]) == ("b", "duplicate_file")


def test_the_manifest_beside_a_file_tells_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "manifest.toml").write_text('[[document]]\nid = "a"\ndoi = "10.1234/abc"\n')
    (item,) = discover([tmp_path]).inputs
    assert item.manifest["doi"] == "10.1234/abc"


def test_what_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, elsewhere = tmp_path / "corpus", tmp_path / "elsewhere"
    for folder in (corpus / "closed", elsewhere):
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text("x")
    (corpus / "linked").symlink_to(elsewhere)
    (corpus / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    real = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = discover([corpus])
    assert {each.path.name: each.message for each in found.skipped} == {
        "closed": "cannot be entered: Permission denied",
        "linked": "is a link to a folder; not followed",
    }
    assert [(item.path.name, item.problem) for item in found.inputs] == [("gone.txt", "no such file")]


def test_what_is_no_file_of_a_fair_size_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with (tmp_path / "large.txt").open("wb") as stream:
        stream.truncate(3_000_000)
    problems = {item.path.name: (item.code, item.problem) for item in discover([tmp_path], largest=1).inputs}
    assert problems["pipe.txt"] == ("unreadable", "is no regular file")
    assert problems["large.txt"][0] == "too_large" and "3 MB" in problems["large.txt"][1]


def test_a_name_that_is_no_utf8_is_written_escaped(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    (item,) = discover([tmp_path]).inputs
    assert item.document_id == "caf\\xe9"


@pytest.mark.parametrize(
    "manifest, told",
    [
        ('[[document]]\nid = "a"\ntitle = 7\nyear = "2024"\ndoi = "10.1/x"\n', {"title", "year"}),
        ('document = "a"\n', {"array"}),
        ("[[document]]\nid = 5\n", {"id"}),
        ("not TOML at all", {"TOML"}),
    ],
)
def test_what_a_manifest_has_of_a_wrong_type_is_left_out_and_told(
    tmp_path: Path, manifest: str, told: set[str]
) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "manifest.toml").write_text(manifest)
    found = discover([tmp_path])
    assert not {"title", "year"} & found.inputs[0].manifest.keys()
    messages = " ".join(each.message for each in found.skipped)
    assert all(word in messages for word in told)


def test_the_sample_is_known_wherever_it_lies_and_can_be_left_out(sample_path: Path, tmp_path: Path) -> None:
    (tmp_path / "renamed.txt").write_bytes(sample_path.read_bytes())
    (tmp_path / "other.txt").write_text("Li3ErCl6 reached 0.33 mS cm^-1 at 25 °C.", encoding="utf-8")
    assert {each.document_id: each.is_sample for each in discover([tmp_path]).inputs} == {
        "other": False,
        "renamed": True,
    }
    assert default_corpora()[0] == sample_path.parent
    assert sample_path.parent not in default_corpora(sample=False)


def test_many_inputs_come_back_as_they_were() -> None:
    told = [
        Input(Path("a/b.txt"), "b", "0" * 64),
        Input(Path("a/\udce4.txt"), "ä · β", "1" * 64, manifest={"title": "Salts"}),
        Input(Path(os.fsdecode(b"a/\xe4.txt")), "�", "2" * 64),
        Input(Path("away.txt"), "away", problem="no such file", code="missing"),
        Input(Path("s.txt"), "s", "3" * 64, is_sample=True),
    ]
    held = Inputs(told)
    for inputs in (held, pickle.loads(pickle.dumps(held))):
        assert list(inputs) == told and inputs[-1] == told[-1] and list(inputs[1::2]) == told[1::2]
        assert [item.manifest for item in inputs] == [item.manifest for item in told]
    with pytest.raises(IndexError):
        held[5]


def test_many_inputs_take_little_memory() -> None:
    held = Inputs(Input(Path(f"corpus/{number}.txt"), str(number), f"{number:064}") for number in range(1000))
    assert sum(map(sys.getsizeof, (held._lines, held._ends))) < 150_000 and not held._others


def test_of_equal_files_the_first_is_read() -> None:
    told = [
        Input(Path(f"{name}.txt"), name, digest) for name, digest in (("a", "1"), ("b", "2"), ("c", "1"), ("d", ""))
    ]
    assert [item.document_id for item in unique(Inputs(told))] == ["a", "b", "d"]
