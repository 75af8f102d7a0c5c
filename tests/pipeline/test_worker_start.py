"""The worker's start: what no plain text needs is not loaded for one."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from pipeline import worker
worker.start_lightly()
worker.warm_up()
from pipeline.convert import process
from pipeline.settings import Settings
from pipeline.memory import most_memory
most_memory()
result = process("Li6PS5Br, made by ball milling at 500 rpm for 20 h, reached 2.1 mS/cm at 25 °C.", Settings())
print(len(result.records))
others = {"duckdb", "ftfy", "pandas", "pdfplumber", "pint", "pyarrow", "pypdfium2", "requests"}
print(*sorted(others & sys.modules.keys()))
"""


def test_a_text_is_read_without_the_engines_of_other_work() -> None:
    answer = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    records, loaded = answer.stdout.split("\n")[:2]
    assert records == "2"
    assert loaded == ""
