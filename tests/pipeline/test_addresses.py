"""Outputs and store at an address: nothing of them stays here, and the next run finds them there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import fsspec
import pytest
from pydantic import ValidationError
from typer.testing import CliRunner

from flows.cli import app
from pipeline.guard import RefusedError
from pipeline.history import SEAL
from pipeline.run import run_corpus
from pipeline.settings import Settings, address_of

SENTENCE = "The argyrodite Li6PS5Br reached an ionic conductivity of 1.3 mS cm^-1 at 25 °C."
OUTPUTS = "memory://bucket/outputs"


def there() -> dict[str, str]:
    files = fsspec.filesystem("memory")
    return {name: hashlib.sha256(files.cat(name)).hexdigest() for name in files.find("/bucket/outputs")}


def test_a_run_keeps_its_outputs_and_store_at_an_address(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "note.txt").write_text(SENTENCE, encoding="utf-8")
    settings = Settings(outputs=OUTPUTS, workers=1, second_reader=False)
    first = run_corpus([corpus], settings)
    assert (first.extracted, first.outputs) == (1, OUTPUTS)
    before = there()
    names = {name.removeprefix("/bucket/outputs/") for name in before}
    assert {"report.html", "ionmine.duckdb", "runs.jsonl", SEAL, "tables/conductivity.parquet"} <= names
    assert sum(name.startswith("store/") for name in names) == 1
    again = run_corpus([corpus], settings)
    assert (again.extracted, again.headline) == (0, "1 read; 1 conductivities; nothing changed")
    assert {name for name, digest in there().items() if before[name] != digest} == {"/bucket/outputs/runs.jsonl"}
    (corpus / "other.txt").write_text(SENTENCE.replace("1.3", "1.4"), encoding="utf-8")
    assert run_corpus([corpus], settings).headline == "2 read; 2 conductivities; documents +1 −0 ~0"
    with pytest.raises(RefusedError, match="a folder"):
        run_corpus([corpus], settings.model_copy(update={"dask_address": "tcp://host:1"}))


def test_a_file_address_is_a_folder_and_one_without_a_way_is_refused(tmp_path: Path) -> None:
    assert Settings(outputs=tmp_path.as_uri()).outputs == tmp_path
    assert address_of(Settings(outputs=Path("memory://bucket/outputs")).outputs) == "memory://bucket/outputs"
    assert address_of(tmp_path) is None and address_of("C:/outputs") is None
    with pytest.raises(ValidationError, match="no way to nowhere://"):
        Settings(outputs="nowhere://bucket")
    done = CliRunner().invoke(app, ["query", "SELECT 1", "-o", OUTPUTS])
    assert done.exit_code == 2
