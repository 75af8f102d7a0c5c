"""The command line: in this process where possible, as a real one where exit codes, pipes and start-up count."""

from __future__ import annotations

import csv
import inspect
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from extractors.records import PropertyRecord
from flows.cli import app
from flows.command import CALLED, Signature, function_of
from pipeline.history import RUNS, Ended, record_run, run_row
from pipeline.settings import Settings

SENTENCE = "The argyrodite Li6PS5Cl reached an ionic conductivity of 1.3 mS cm^-1 at 25 °C."
# DESIGN: the fields other programs read.
PROPERTY_FIELDS = {
    "document_id", "kind", "property", "origin", "subject_kind", "material", "material_surface", "formula", "family",
    "mobile_ion", "form", "value_surface", "value_low", "value_high", "comparator", "unit", "temperature_k",
    "temperature_surface", "references", "sources", "start", "end", "page", "bbox", "block", "section", "sentence",
    "confidence", "flags", "confirmed_by",
}  # fmt: skip
runner = CliRunner()


def ionmine(root: Path, *arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "flows.cli", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(root), **environment}
    return subprocess.run(command, input=stdin, capture_output=True, env=variables, timeout=120, check=False)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    file = tmp_path / "note.txt"
    file.write_text(SENTENCE, encoding="utf-8")
    return file


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text("It rained all day, and the dog slept by the fire. " * 60, encoding="utf-8")
    return file


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_the_history_of_runs_is_shown(tmp_path: Path) -> None:
    assert runner.invoke(app, ["runs", "-o", str(tmp_path)]).exit_code == 1
    for number in range(3):
        record_run(tmp_path, run_row([], Settings(outputs=tmp_path), Ended.PUBLISHED, f"[red]{number} read", 1.0))
    with (tmp_path / RUNS).open("a") as stream:
        stream.write('half a li\n[]\n{"message": 3}\n')
    shown = runner.invoke(app, ["runs", "-o", str(tmp_path), "--last", "2"])
    assert shown.exit_code == 0
    assert [f"[red]{number} read" in shown.output for number in range(3)] == [False, True, True]


def test_help_names_the_commands_and_the_exit_codes() -> None:
    result = runner.invoke(app, ["--help"])
    assert result.exit_code == 0
    for word in ("extract", "run", "reconcile", "export", "show", "tables", "corpus", "serve", "deploy", "Exit codes"):
        assert word in plain(result.output)


@pytest.mark.parametrize("called", CALLED, ids=lambda called: called[0])
def test_what_may_be_typed_is_what_a_command_takes(called: tuple[str, Signature]) -> None:
    takes = inspect.signature(function_of(called[0])).parameters
    typed = dict.fromkeys(inspect.signature(called[1]).parameters)
    if "settings" in takes:
        typed = {name: None for name in typed if name not in Settings.model_fields} | {"settings": None}
    inspect.signature(function_of(called[0])).bind(**typed)


def test_version() -> None:
    result = runner.invoke(app, ["--version"])
    assert result.exit_code == 0 and result.output.startswith("ionmine ")


def test_the_start_loads_nothing_heavy(root: Path) -> None:
    heavy = ("prefect", "pandas", "spacy", "pyarrow")
    code = f"import sys, flows.cli, flows.commands.extract; print([m for m in {heavy} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_sentence_from_standard_input(root: Path) -> None:
    done = ionmine(root, "extract", "-", "--format", "jsonl", stdin=SENTENCE.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    (line,) = done.stdout.decode().splitlines()
    record = json.loads(line)
    assert record.keys() >= PROPERTY_FIELDS and set(record) == set(PropertyRecord.model_fields)
    assert (record["document_id"], record["material"], record["value_low"]) == ("stdin", "Li6PS5Cl", 1.3e-3)
    assert (record["temperature_k"], record["unit"]) == (298.15, "mS/cm")


def test_a_table_on_a_pipe_is_plain_and_whole(root: Path, note: Path) -> None:
    done = ionmine(root, "extract", str(note))
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout and "1.3×10⁻³ S/cm" in done.stdout.decode()


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "table"])
def test_formats_into_a_file(root: Path, note: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out" / f"records.{form}"
    done = ionmine(root, "extract", str(note), "-f", form, "-o", str(target))
    assert (done.returncode, done.stdout) == (0, b"")
    if form == "parquet":
        assert pq.read_table(target).column("material").to_pylist() == ["Li6PS5Cl"]
    elif form == "csv":
        (row,) = csv.DictReader(io.StringIO(target.read_text(encoding="utf-8")))
        assert (row["material"], float(row["value_low"])) == ("Li6PS5Cl", 1.3e-3)
    else:
        assert "Li6PS5Cl" in target.read_text(encoding="utf-8")


def test_only_the_output_is_written(root: Path, note: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    command = [sys.executable, "-m", "flows.cli", "extract", note.name]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert sorted(tmp_path.rglob("*")) == before


def test_each_bad_file_has_one_line_and_the_rest_is_complete(
    root: Path, note: Path, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    bad = [tmp_path / "empty.txt", tmp_path / "broken.pdf", tmp_path / "missing.txt", story]
    done = ionmine(root, "extract", *map(str, bad), str(note), str(tmp_path), "-f", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["document_id"] for line in done.stdout.decode().splitlines()] == ["note"]
    lines = done.stderr.decode().splitlines()
    assert len(lines) == len(bad)
    for line, file in zip(lines, bad, strict=True):
        assert line.startswith(f"ionmine: {file}: ") and len(line) > len(f"ionmine: {file}: ")


@pytest.mark.parametrize(
    "arguments", [["extract"], ["extract", "a", "--format", "xml"], ["nonsense"], ["run", "--workers", "two"]]
)
def test_wrong_usage(arguments: list[str]) -> None:
    assert runner.invoke(app, arguments).exit_code == 2


def test_a_wrong_setting_is_told_in_one_line(root: Path, note: Path) -> None:
    done = ionmine(root, "extract", str(note), IONMINE_WORKERS="many")
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "IONMINE_WORKERS" in line and "many" in line


def test_show_marks_mentions(note: Path) -> None:
    result = runner.invoke(app, ["show", str(note)])
    assert result.exit_code == 0
    for mark in ("{material: Li6PS5Cl}", "{quantity: 1.3 mS cm^-1}"):
        assert mark in plain(result.output)


def test_show_tells_why(note: Path) -> None:
    result = runner.invoke(app, ["show", str(note), "--sentence", "argyrodite"])
    assert result.exit_code == 0
    assert "Li6PS5Cl" in result.output and "confidence" in result.output
    assert runner.invoke(app, ["show", str(note), "--sentence", "perovskite"]).exit_code == 1


def test_show_wants_page_and_picture_together(note: Path) -> None:
    assert runner.invoke(app, ["show", str(note), "--page", "1"]).exit_code == 2


def test_a_page_as_a_picture(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.png"
    review = root / "corpus" / "sample" / "sample-review.pdf"
    assert runner.invoke(app, ["show", str(review), "--page", "1", "--png", str(target)]).exit_code == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    assert runner.invoke(app, ["show", str(review), "--page", "99", "--png", str(target)]).exit_code == 1


def test_tables_are_shown_and_written(sample_path: Path, tmp_path: Path) -> None:
    shown = runner.invoke(app, ["tables", str(sample_path)])
    assert shown.exit_code == 0 and "Table 1" in shown.output
    assert runner.invoke(app, ["tables", str(sample_path), "--csv", str(tmp_path / "csv")]).exit_code == 0
    assert len(list((tmp_path / "csv").glob("*.csv"))) == 2


def test_reconcile_a_file_of_records(root: Path, sample_path: Path, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    assert ionmine(root, "extract", str(sample_path), "-f", "jsonl", "-o", str(records)).returncode == 0
    result = runner.invoke(app, ["reconcile", str(records), "--full", "--cases", "3"])
    assert result.exit_code == 0 and "sample-review" in result.output
    assert runner.invoke(app, ["reconcile", str(tmp_path / "no.jsonl")]).exit_code == 1
    records.write_text('{"document_id": "unknown", "kind": "conductivity"}\n')
    assert runner.invoke(app, ["reconcile", str(records)]).exit_code == 1


def test_run_export_and_reconcile_again(root: Path, note: Path, story: Path, tmp_path: Path) -> None:
    outputs = str(tmp_path / "out")
    done = ionmine(root, "run", "--plain", "--no-second-reader", "-o", outputs, str(note))
    assert done.returncode == 0
    for word in ("documents", "records", "conflicts", "tables", "report"):
        assert word in done.stdout.decode()
    again = ionmine(root, "run", "--plain", "--no-second-reader", "-o", outputs, str(note), str(story))
    assert again.returncode == 1 and str(story) in again.stderr.decode()
    target = tmp_path / "exported"
    assert runner.invoke(app, ["export", str(target), "-t", "conductivity", "-f", "csv", "-o", outputs]).exit_code == 0
    assert sorted(path.name for path in target.iterdir()) == ["conductivity.csv", "datapackage.json"]
    assert runner.invoke(app, ["export", str(target), "-t", "nothing", "-o", outputs]).exit_code == 2
    assert runner.invoke(app, ["export", str(target), "-o", str(tmp_path / "none")]).exit_code == 1


def test_the_manifest_of_a_corpus(note: Path, tmp_path: Path) -> None:
    folder = str(tmp_path)
    added = runner.invoke(app, ["corpus", "add", str(note), "--title", 'A "note"', "--licence", "CC BY 4.0"])
    assert added.exit_code == 0
    listed = runner.invoke(app, ["corpus", "list", "--folder", folder])
    assert 'A "note"' in listed.output and "CC BY 4.0" in listed.output
    assert runner.invoke(app, ["corpus", "verify", "--folder", folder]).exit_code == 0
    assert runner.invoke(app, ["corpus", "add", str(note)]).exit_code == 0
    assert (tmp_path / "manifest.toml").read_text().count("[[document]]") == 1
    note.write_text("changed")
    assert runner.invoke(app, ["corpus", "verify", "--folder", folder]).exit_code == 1
    assert runner.invoke(app, ["corpus", "add", str(note)]).exit_code == 1


def test_the_project_s_own_corpus_is_as_its_manifest_says() -> None:
    assert runner.invoke(app, ["corpus", "verify"]).exit_code == 0


def test_an_input_is_never_overwritten_by_its_records(root: Path, note: Path) -> None:
    done = ionmine(root, "extract", str(note), "-o", str(note))
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1
    assert note.read_text(encoding="utf-8") == SENTENCE


@pytest.mark.parametrize("arguments", [["run", ""], ["run", "-o", ""], ["export", ""], ["run", "--timeout", "inf"]])
def test_empty_names_and_endless_times_are_wrong_usage(arguments: list[str]) -> None:
    assert runner.invoke(app, arguments).exit_code == 2


def test_what_a_document_holds_does_not_steer_the_terminal(root: Path, tmp_path: Path) -> None:
    note = tmp_path / "[bold]note\x1b[2J.txt"
    note.write_text(SENTENCE.replace("reached", "\x1b]0;title\x07 \x1b[31m[/red] reached"), encoding="utf-8")
    for arguments in (["extract", str(note)], ["show", str(note)], ["extract", str(note) + "x"]):
        done = ionmine(root, *arguments)
        assert b"\x1b" not in done.stdout + done.stderr and b"Traceback" not in done.stderr


def test_faults_of_the_machine_are_one_line(root: Path, note: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "ionmine.duckdb").write_bytes(b"no base")
    for arguments in (["export", str(tmp_path / "x")], ["reconcile"]):
        done = ionmine(root, *arguments, "-o", str(tmp_path / "out"))
        assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    done = ionmine(root, "extract", str(note), "-f", "csv", "-o", str(note / "below"))
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1


def test_what_a_run_would_do_and_what_it_did(root: Path, note: Path, tmp_path: Path) -> None:
    outputs = ["-o", str(tmp_path / "out"), "--no-second-reader"]
    planned = ionmine(root, "run", "--plan", str(note), *outputs)
    assert b"has no part for these rules" in planned.stdout and not (tmp_path / "out").exists()
    done = ionmine(root, "run", "--json-logs", str(note), *outputs)
    events = [json.loads(line) for line in done.stderr.decode().splitlines()]
    assert done.returncode == 0 and done.stdout == b""
    assert [e["file"] for e in events if e["event"] == "document"] == ["note.txt"]
    assert [e["stage"] for e in events if e["event"] == "end"][-1] == "report"
    assert all(e["memory"] > 0 for e in events if e["event"] == "end")
    assert b"0 to read" in ionmine(root, "run", "--plan", str(note), *outputs).stdout
    assert ionmine(root, "run", "--quiet", str(note), *outputs).stderr == b""
    old = tmp_path / "out" / "store" / "0123456789abcdef-1" / "ab"
    old.mkdir(parents=True)
    (old / "ab.json").write_text("{}")
    assert runner.invoke(app, ["store", "prune", "--dry-run", *outputs[:2]]).exit_code == 0 and old.exists()
    assert runner.invoke(app, ["store", "prune", *outputs[:2]]).exit_code == 0 and not old.exists()
    assert b"0 to read" in ionmine(root, "run", "--plan", str(note), *outputs).stdout


def test_the_doctor_tells_what_is_wrong(tmp_path: Path) -> None:
    good = runner.invoke(app, ["doctor", "-o", str(tmp_path / "out")], env={"IONMINE_API_URL": ""})
    assert "Python" in good.output and str(tmp_path / "out") in good.output.replace("\n", "")
    (tmp_path / "file").write_text("x")
    bad = runner.invoke(app, ["doctor", "-o", str(tmp_path / "file"), "--api-url", "http://127.0.0.1:9/api"])
    assert bad.exit_code == 1 and "does not answer" in bad.output


def test_an_output_that_nobody_reads_ends_quietly(root: Path, note: Path) -> None:
    command = f"{sys.executable} -m flows.cli extract {note} -f jsonl | true"
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(["bash", "-c", command], capture_output=True, env=environment, timeout=120, check=False)
    assert done.stderr == b""


def test_a_closed_or_full_output_is_told(root: Path, note: Path) -> None:
    command = f"{sys.executable} -m flows.cli extract {note} -f jsonl"
    for redirection in (">&-", ">/dev/full"):
        environment = {**os.environ, "PYTHONPATH": str(root)}
        shell = ["bash", "-c", f"{command} {redirection}"]
        done = subprocess.run(shell, capture_output=True, env=environment, timeout=120, check=False)
        assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
