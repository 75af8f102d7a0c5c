"""Commands on one document: what was read as a page of marks, and what is left out of its records."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from flows.cli import app

NOTE = """Sulfides

Li6PS5Br reached 2.4 mS cm^-1 at 25 °C [2]. A name with <b>markup</b> & signs stays text.

Table 1. Argyrodites.
| Material | σ (S/cm) |
| --- | --- |
| Li6PS5Cl | 1.3 × 10^-3 |
| Li6PS5I | 1.0 × 10^-6 |
| Li6PS5Br | 2.4 × 10^-3 |

References
[1] A. Author, J. Power Sources 2001, 1, 1.
[2] B. Author, J. Power Sources 2002, 2, 2.
"""


def test_the_page_marks_mentions_and_runs_nothing_of_the_document(tmp_path: Path) -> None:
    source, page = tmp_path / "note.txt", tmp_path / "note.html"
    source.write_text(NOTE, encoding="utf-8")
    done = CliRunner().invoke(app, ["show", str(source), "--html", str(page)])
    assert done.exit_code == 0, done.output
    html = page.read_text(encoding="utf-8")
    for mention, label in (("Li6PS5Br", "MATERIAL"), ("2.4 mS cm^-1", "QUANTITY"), ("[2]", "CITATION")):
        assert mention in html
        assert label in html
    assert "Li6PS5Cl | 1.3" in html
    assert "<b>markup</b>" not in html
    assert "http" not in html.replace("http://www.w3.org", "")


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["show", str(tmp_path / "none.txt"), "--html", str(tmp_path / "page.html")])
    assert done.exit_code == 1
    assert not (tmp_path / "page.html").exists()


def test_values_that_no_material_can_have_are_left_out_and_counted(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(
        "Li6PS5Br reached 2.4 mS cm^-1 at 25 °C. Li6PS5I reached 4.1 × 10^4 S cm^-1 at 25 °C.", encoding="utf-8"
    )
    command = [sys.executable, "-m", "ionmine", "extract", str(note), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0
    assert [json.loads(line)["material"] for line in done.stdout.splitlines()] == ["Li6PS5Br"]
    assert "1 left out" in done.stderr
