"""CONTRIBUTING walked: every file it names is there, and its three walks lead where they say."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus import reader
from corpus.document import Status
from corpus.readers.base import RawDocument
from extractors.extract import extract
from extractors.properties.specification import PropertySpec, _specification
from flows.cli import app

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PLACES = sorted({name for name in re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:toml|md|py))`", PAGE) if "*" not in name})


@pytest.mark.parametrize("place", PLACES)
def test_what_the_page_names_is_there(place: str) -> None:
    assert (ROOT / place).exists() or list(ROOT.glob(f"[ce]*/**/{place}"))


def test_the_reasons_of_a_record_name_its_candidates(tmp_path: Path) -> None:
    """A value stands with the wrong material: the first step of the walk."""
    note = tmp_path / "note.txt"
    note.write_text("Li6PS5Br reached 2.4 mS cm^-1, whereas Li6PS5I showed only 1.1 × 10^-6 S cm^-1.", encoding="utf-8")
    done = CliRunner().invoke(app, ["show", str(note), "--sentence", "whereas"])
    assert done.exit_code == 0, done.output
    assert done.output.count("confidence") == 2
    for name in ("Li6PS5Br", "Li6PS5I"):
        assert done.output.count(name) > 2, "named as a record and among the candidates"


class ShoutingReader:
    """Reads files that begin with !, all in capital letters."""

    name = "shouting"
    suffixes = frozenset({".loud"})

    def accepts(self, head: bytes, suffix: str) -> float:
        return 1.0 if head.startswith(b"!") else 0.0

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        return RawDocument(data.decode().removeprefix("!").replace("REACHED", "reached"), "text/x-loud")


def test_a_reader_of_another_package_needs_no_change_here(monkeypatch: pytest.MonkeyPatch) -> None:
    own = reader.readers()
    monkeypatch.setattr(reader, "readers", lambda: (*own, ShoutingReader()))
    document = reader.read_bytes("!Li6PS5Br REACHED 2.4 mS cm^-1 at 25 °C.".encode(), "note.loud")
    assert document.status is Status.SUCCESS
    assert document.media_type == "text/x-loud"
    assert [(record.material, record.value_low) for record in extract(document)] == [("Li6PS5Br", 0.0024)]


def further_property() -> PropertySpec:
    told = tomllib.loads(r"""
        title = "Haven ratios"
        label = "Haven ratio"
        symbol = "H"
        unit = "1"
        quantity = "ratio"
        scale = "linear"
        needs_temperature = false
        default = "haven"
        readable = [0.0, 1.0]
        plausible = [0.1, 1.0]
        possible = [0.0, 1.0]
        apart = 0.2
        count = "haven_ratios"
        median = "haven_ratio_median"
        qudt_unit = "unit:UNITLESS"
        qudt_quantity = "quantitykind:DimensionlessRatio"
        table_head = "(?i:haven ratio)"
        varieties.haven = { label = "Haven ratio" }
        cues = [{ name = "haven", pattern = "(?i:haven ratio)", matches = ["Haven ratio of 0.4"], leaves = ["haven"] }]
        """)
    return _specification("haven_ratio", told)


def test_a_property_is_a_table_in_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractors import records
    from extractors.properties import announced

    own = sys.modules["extractors.properties.specification"]
    known = {kind: spec for kind, spec in own.specifications().items() if kind != "transference_number"}
    with_it = known | {"haven_ratio": further_property()}
    for module in (own, announced, records):
        monkeypatch.setattr(module, "specifications", lambda: with_it)
    found = extract(reader.read_text("Li6PS5Br has a Haven ratio of 0.41 and a conductivity of 2.4 mS cm^-1."))
    assert {(record.kind, record.value_low) for record in found} == {("haven_ratio", 0.41), ("conductivity", 0.0024)}  # type: ignore[union-attr]
