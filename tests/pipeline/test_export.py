from __future__ import annotations

import csv
import json
import unicodedata
import zipfile
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.export.annotate import annotate
from pipeline.export.cells import FORMULA_STARTS, PICTURES, cell, cell_in_sql
from pipeline.export.files import write_tables
from pipeline.export.linked_data import write_linked_data
from pipeline.export.package import write_package
from pipeline.export.workbook import write_workbook
from pipeline.tables import filed, schemas
from tests.pipeline.conftest import Builder
from tests.pipeline.hand_made import part, route, value

RISKY = '=HYPERLINK("http://evil.example","Li6PS5Cl")'


@given(st.text())
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    written = cell(text)
    assert len(written.strip()) < 2 or not written.lstrip().startswith(FORMULA_STARTS)
    assert written.removeprefix("'") == text.translate(PICTURES).removeprefix("'") or written == text
    assert not any(unicodedata.category(sign) == "Cc" for sign in written if sign not in "\t\n")


@pytest.mark.parametrize(
    "found, written",
    [
        (None, ""),
        (1e-4, 1e-4),
        (-5.0, -5.0),
        ([1, 2], "[1, 2]"),
        ("=", "="),
        ("-LLZO", "'-LLZO"),
        ([RISKY], json.dumps([RISKY])),
    ],
)
def test_cells(found: object, written: object) -> None:
    assert cell(found) == written


@given(st.lists(st.text("=+-@ \t\r\nab\x00\x07\x85\x9b\x7f'\"é\xa0", max_size=5), max_size=8))
def test_sql_writes_the_same_cells(texts: list[str]) -> None:
    with duckdb.connect() as connection:
        incoming = pa.table({"text": texts, "texts": [[text] for text in texts]})
        connection.register("incoming", incoming)
        cells = f"{cell_in_sql('text', 'string')}, {cell_in_sql('texts', 'strings')}"
        written = connection.sql(f"SELECT {cells} FROM incoming").fetchall()
    assert [text for text, _ in written] == [cell(text) for text in texts]
    assert [told.casefold() for _, told in written] == [cell([text]).casefold() for text in texts]  # \u001f, \u001F


@pytest.fixture
def folder(build: Builder, tmp_path: Path) -> Path:
    risky = value("Li6PS5Cl", 1.3e-3, section=RISKY, references=[1], temperature_k=298.15, temperature_surface="RT")
    bound = value("Li3InCl6", 1e-5, comparator="<", start=9)
    base = build(part("a", [risky, bound, route("Li6PS5Cl")], {1: "A. Author, J. Journal, 2019, 4, 265."}))
    write_tables(base, tmp_path / "tables")
    write_package(tmp_path / "tables")
    write_linked_data(base, tmp_path / "tables" / "measurements.jsonld")
    return tmp_path / "tables"


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_formulas_of_a_document_do_not_reach_a_spreadsheet(folder: Path) -> None:
    row = read_csv(folder / "conductivity.csv")[0]
    assert row["section"] == f"'{RISKY}"
    assert row["value_low"] == "0.0013"


def test_parquet_and_csv_hold_the_same_rows(folder: Path) -> None:
    for name in filed():
        schema = schemas()[name]
        table = pq.read_table(folder / f"{name}.parquet")
        assert table.column_names == [column.name for column in schema.columns]
        written = [{key: str(cell(found)) for key, found in row.items()} for row in table.to_pylist()]
        assert written == read_csv(folder / f"{name}.csv")


def test_parquet_tells_of_its_columns(folder: Path) -> None:
    field = pq.read_schema(folder / "conductivity.parquet").field("temperature_k")
    assert field.metadata[b"unit"] == b"K" and field.metadata[b"description"]


def test_the_package_describes_every_column_of_every_file(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["path"]: resource["schema"]["fields"] for resource in package["resources"]}
    assert sorted(described) == sorted(path.name for path in folder.glob("*.csv"))
    for path, fields in described.items():
        with (folder / path).open(encoding="utf-8") as stream:
            assert [field["name"] for field in fields] == next(csv.reader(stream))
        assert all(field["description"] and "unit" in field for field in fields)


def test_quantities_have_a_unit() -> None:
    suffixes = {"_k": "K", "_c": "°C", "_h": "h", "_mpa": "MPa", "_rpm": "rpm"}
    for schema in schemas().values():
        for column in schema.columns:
            if column.type == "number":
                for suffix, unit in suffixes.items():
                    if column.name.endswith(suffix):
                        assert column.unit == unit, column.name


def test_linked_data_is_json_with_units(folder: Path) -> None:
    data = json.loads((folder / "measurements.jsonld").read_text(encoding="utf-8"))
    assert all(name in str(data["@context"]) for name in ("schema.org", "qudt.org"))
    exact = next(node for node in data["@graph"] if node["observationAbout"]["name"] == "Li6PS5Cl")
    assert exact["value"]["qudt:numericValue"] == 0.0013 and exact["value"]["qudt:unit"] == {"@id": "unit:S-PER-CentiM"}
    assert 298.15 in [each["value"] for each in exact["additionalProperty"]] and exact["citation"]
    bound = next(node for node in data["@graph"] if node["observationAbout"]["name"] == "Li3InCl6")
    assert (bound["value"].get("maxValue"), "minValue" in bound["value"]) == (1e-5, False)


def test_only_chosen_tables(build: Builder, tmp_path: Path) -> None:
    write_tables(build(part("a", [])), tmp_path / "few", ("csv",), ("materials",))
    assert [path.name for path in (tmp_path / "few").iterdir()] == ["materials.csv"]


def test_the_knowledge_base_is_one_duckdb_file(build: Builder) -> None:
    base = build(part("a", [value("Li6PS5Cl", 1e-3)]))
    base.connection.close()
    connection = duckdb.connect(str(base.path), read_only=True)
    names = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert names == set(schemas())


def test_keys_hold_and_lead_to_rows_that_are_there(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] and package["licenses"][0]["name"] == "Apache-2.0"
    rows = {each["name"]: read_csv(folder / each["path"]) for each in package["resources"]}
    followed = 0
    for each in package["resources"]:
        for key in each["schema"]["foreignKeys"]:
            home, column = rows[key["reference"]["resource"]], key["reference"]["fields"]
            values = {row[key["fields"]] for row in rows[each["name"]]} - {""}
            assert values <= {row[column] for row in home}, (each["name"], key)
            followed += bool(values)
    assert followed > 8


def test_values_of_enumerations_are_listed(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for each in package["resources"]:
        for field in each["schema"]["fields"]:
            allowed = set(field.get("constraints", {}).get("enum", ())) | {""}
            told = {row[field["name"]].removeprefix("'") for row in read_csv(folder / each["path"])}
            assert len(allowed) == 1 or told <= allowed, (each["name"], field["name"])


def test_lists_in_csv_are_json(folder: Path) -> None:
    assert [json.loads(row["references"]) for row in read_csv(folder / "conductivity.csv")] == [[1], []]


def test_units_stand_with_each_table() -> None:
    def unit(table: str) -> str:
        return next(column.unit for column in schemas()[table].columns if column.name == "value_low")

    assert (unit("conductivity"), unit("activation_energy")) == ("S/cm", "eV")


def test_nothing_is_an_empty_text(folder: Path) -> None:
    for path in folder.glob("*.parquet"):
        for name, column in pq.read_table(path).to_pydict().items():
            assert "" not in column, (path.stem, name)


def test_linked_data_tells_comparator_confidence_and_where_it_stands(folder: Path) -> None:
    graph = json.loads((folder / "measurements.jsonld").read_text(encoding="utf-8"))["@graph"]
    for node in graph:
        told = {each["name"]: each["value"] for each in node["additionalProperty"]}
        assert told["comparator"] in ("=", "<") and 0 <= told["confidence"] <= 1
        assert node["isBasedOn"][0]["name"] == "a"
        assert all(len(cited) > 1 for cited in node.get("citation", ()))


def test_the_base_explains_itself(build: Builder) -> None:
    base = build(part("a", [value("Li3InCl6", 2e-3, temperature_k=298.15), route("Li3InCl6")]))
    for _ in range(2):
        annotate(base)
    assert [row["material"] for row in base.rows("SELECT material FROM room_temperature")] == ["Li3InCl6"]
    (row,) = base.rows("SELECT lithium, halogens FROM element_content")
    assert row == {"lithium": 3.0, "halogens": 6.0}
    (row,) = base.rows(
        "SELECT comment FROM duckdb_columns() WHERE database_name = current_database() "
        "AND table_name = 'materials' AND column_name = 'family'"
    )
    assert "family" in row["comment"]
    with pytest.raises(duckdb.ConstraintException):
        base.run("INSERT INTO materials FROM materials")


def test_a_workbook_holds_the_tables(build: Builder, tmp_path: Path) -> None:
    base = build(part("a", [value("Li3InCl6", 2e-3, section=RISKY + " <&>")]))
    write_workbook(base, tmp_path / "a.xlsx", ("conductivity", "materials"))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        sheets = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    assert sheets["xl/workbook.xml"].xpath("//*[local-name()='sheet']/@name") == ["conductivity", "materials"]
    cells = sheets["xl/worksheets/sheet1.xml"].xpath("//*[local-name()='row'][2]/*[local-name()='c']")
    texts = ["".join(each.itertext()) for each in cells]
    assert f"'{RISKY} <&>" in texts and "0.002" in texts
    assert len(cells) == len(schemas()["conductivity"].columns)
