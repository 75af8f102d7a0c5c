"""Tables with values that give no record are told with the reason; tables of other things are not."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import SILENT, extract


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (
            "Table 4. Antimonates.\n\n| Entry | σ (mS/cm) | Ea (eV) |\n|---|---|---|\n"
            "| first | 1.2 | 0.3 |\n| second | 2.1 | 0.4 |\n",
            "no column names the materials of its values",
        ),
        (
            "Table 4. Ionic conductivity of antimonates.\n\n| Material | A | B |\n|---|---|---|\n"
            "| Li3SbS4 | 1.2 | 7 |\n| Li5SbS5 | 2.1 | 8 |\n",
            "no head tells which column holds the values that its caption speaks of",
        ),
        ("Table 4. Cell edges.\n\n| Material | a (Å) |\n|---|---|\n| Li3SbS4 | 7.1 |\n| Li5SbS5 | 7.4 |\n", None),
        ("Table 4. Antimonates.\n\n| Material | σ (mS/cm) |\n|---|---|\n| Li3SbS4 | 1.2 |\n| Li5SbS5 | 2.1 |\n", None),
    ],
)
def test_a_table_with_values_that_gives_no_record_is_told(raw: str, why: str | None) -> None:
    document = read_text(f"Solid electrolytes are looked at in this section, which tells of them.\n\n{raw}\n")
    extract(document)
    told = [problem.message for problem in document.problems if problem.code == SILENT]
    assert told == ([f"Table 4: {why}"] if why else [])
