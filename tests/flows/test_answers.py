"""What a chemist asks of the command line: a selection of records, a question, two forms of one paper."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from flows.commands.compare import differences
from flows.commands.outputs import export, query
from flows.commands.record_table import record_tables
from flows.commands.selection import Selection
from flows.options import Kind, Order, TableFormat
from pipeline.consolidate.changes import find_changes
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.discover import Input
from pipeline.export.annotate import annotate
from pipeline.settings import Settings
from tests.pipeline.conftest import fill
from tests.pipeline.hand_made import part, route, value

QUESTIONS = Path(__file__).resolve().parents[2] / "docs" / "questions.md"


def dumped(*records: Any) -> list[dict[str, Any]]:
    return [record.model_dump(mode="json") for record in records]


RECORDS = dumped(
    value("Na3ErCl6", 4e-5, confidence=0.9, temperature_k=298.15, references=[7, 8]),
    value("Na3ErCl6", 6e-3, confidence=0.95, temperature_k=400.0, flags=["repeated"]),
    value(
        "Na2.5Er0.5Zr0.5Cl6", 1e-3, confidence=0.4, flags=["exponent_suspected"], reasons=["exponent: elsewhere 0.1"]
    ),
    value("Na3ErCl6", 0.5, kind="activation_energy", confidence=0.8),
    value("halides", 1e-3, subject_kind="class", confidence=0.7),
    value(None, 2e-3, confidence=0.6),
    route("Na3ErCl6", confidence=0.9),
)


@pytest.mark.parametrize(
    "wanted, kept",
    [
        (Selection(), [0, 1, 2, 3, 4, 5, 6]),
        (Selection(least_confidence=0.9), [0, 1, 6]),
        (Selection(kinds=(Kind.ENERGY, Kind.SYNTHESIS)), [3, 6]),
        (Selection(material="ErNa3Cl6"), [0, 1, 3, 6]),
        (Selection(material="zr0.5"), [2]),
        (Selection(order=Order.VALUE), [1, 5, 2, 4, 0, 3, 6]),
        (Selection(order=Order.TEMPERATURE, least_confidence=0.9), [0, 1, 6]),
        (Selection(order=Order.CONFIDENCE, kinds=(Kind.CONDUCTIVITY,)), [1, 0, 4, 5, 2]),
    ],
)
def test_records_are_chosen_and_ordered(wanted: Selection, kept: list[int]) -> None:
    assert [RECORDS.index(record) for record in wanted.chosen(RECORDS)] == kept


def shown(records: list[dict[str, Any]], width: int) -> str:
    from rich.console import Console

    console = Console(width=width, record=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    for table in record_tables(records, width):
        console.print(table)
    return console.export_text()


def test_what_matters_stays_at_eighty_columns() -> None:
    text = shown(RECORDS, 80)
    assert max(map(len, text.splitlines())) <= 80
    line = next(line for line in text.splitlines() if "4×10⁻⁵" in line)
    assert line.split() == ["Na3ErCl6", "ionic", "4×10⁻⁵", "S/cm", "25", "°C", "7,8", "0.90"]
    assert "Na2.5Er0.5Zr0.5Cl6" in text  # never broken over lines
    assert text.index("Na2.5Er0.5Zr0.5Cl6") < text.index("on classes of materials") < text.index("halides")
    assert re.search(r"^! exponent suspected: Na2.5Er0.5Zr0.5Cl6, 1×10⁻³ S/cm \(exponent: elsewhere 0.1\)$", text, re.M)
    assert text.count("!") == 2  # beside the row and below: that a value is told twice is no warning


def test_a_long_name_takes_no_column_away() -> None:
    long = "scandium-doped Na2.51Er0.49Zr0.51Cl6.02 sheets"
    told = value(long, 4e-5, temperature_k=298.15, references=[7, 8, 11], confidence=0.93)
    lines = [line for line in shown(dumped(told), 80).splitlines() if "4×10⁻⁵" in line]
    assert len(lines) == 1 and lines[0].rstrip().endswith("25 °C 7,8,11 0.93") and len(lines[0].rstrip()) <= 80


def test_no_records_are_no_table() -> None:
    assert record_tables([], 80) == []


def test_two_forms_are_compared_by_their_facts() -> None:
    one = dumped(value("Na3ErCl6", 4e-5), value("Na3ErCl6", 9e-5, start=9), route("Na3ErCl6"))
    other = dumped(value("ErNa3Cl6", 4.0001e-5), value("Na3ErCl6", 3e-2, start=9), route("Na3ErCl6"))
    (left, right), shared = differences(one, other)
    assert (left, right, shared) == ([one[1]], [other[1]], 2)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    outputs = tmp_path_factory.mktemp("outputs")
    told = part("a", [value("Li3InCl6", 2e-3, temperature_k=298.15, family="halide")])
    with KnowledgeBase(outputs / "ionmine.duckdb") as base:
        fill(base, [Input(Path("a"), "a", "a")], [told])
        find_changes(base, None)
        for table in ("reconciliation", "reconciliation_cases", "reliability", "corrections"):
            base.replace(table, [])
        annotate(base)
    return Settings(outputs=outputs)


@pytest.mark.parametrize("question", re.findall(r"```sql\n(.*?)```", QUESTIONS.read_text(encoding="utf-8"), re.DOTALL))
def test_the_documented_questions_have_an_answer(
    question: str, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert query(question, "json", settings) == 0
    assert all(json.loads(line) for line in capsys.readouterr().out.splitlines())


def test_answers_are_printed_in_three_ways(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    asked = "SELECT material, value_low, source_ids FROM measurements"
    assert [query(asked, form, settings) for form in ("csv", "json", "table")] == [0, 0, 0]
    printed = capsys.readouterr().out
    assert printed.startswith("material,value_low,source_ids\nLi3InCl6,0.002,[]\n")
    assert '{"material": "Li3InCl6", "value_low": 0.002, "source_ids": []}' in printed and "1 row" in printed


QUESTIONABLE = ("SELECT nonsense", "DROP TABLE materials", "COPY materials TO 'x.csv'", "FROM '/etc/hosts'")


@pytest.mark.parametrize("question", QUESTIONABLE)
def test_a_question_changes_nothing(question: str, settings: Settings) -> None:
    with pytest.raises(typer.Exit) as ended:
        query(question, "table", settings)
    assert ended.value.exit_code == 2


def test_the_last_run_can_be_taken_as_a_workbook(settings: Settings, tmp_path: Path) -> None:
    assert export(tmp_path / "out", [TableFormat.XLSX], [], settings) == 0
    assert (tmp_path / "out" / "ionmine.xlsx").stat().st_size > 1000
