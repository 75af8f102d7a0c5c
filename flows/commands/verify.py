"""``ionmine verify``, ``ionmine audit``: random rows and places before a person, and what they tell of the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment

from flows.commands.curation import exchange, open_desk, print_trust, serve_page
from flows.commands.record_table import value_text
from flows.console import OK, fail, output
from pipeline.corrections.desk import Desk, Item
from pipeline.corrections.sampling import DOCUMENTS, Drawing, draw
from pipeline.corrections.sheet import write
from pipeline.report.evidence import marks
from pipeline.settings import Settings


def verify(settings: Settings, by: str | None, sample: int, seed: int, table: Path | None, port: int) -> int:
    """Let a person judge a random sample at the page or in a sheet, and tell precision and recall; the exit code."""
    desk = open_desk(settings, by)
    drawing = _draw(desk, sample, seed)
    if table is not None:
        code = exchange(desk, table, lambda path: write(path, drawing.rows, drawing.places), drawing)
    else:
        code = serve_page(desk, drawing, port)
    print_trust(desk)
    return code


def audit(settings: Settings, by: str | None, sample: int, seed: int, judged: Path | None) -> int:
    """Write a random sample as a sheet and a page of its passages, or read the judged sheet back; the exit code."""
    desk = open_desk(settings, by)
    drawing = _draw(desk, sample, seed)
    if judged is not None:
        if not judged.exists():
            fail(f"{judged}: no such file")
        code = exchange(desk, judged, lambda path: 0, drawing)
        print_trust(desk)
        return code
    sheet, page = (settings.outputs / f"audit-{seed}{suffix}" for suffix in (".csv", ".html"))
    try:
        if sheet.exists():
            fail(f"{sheet}: is there already; read it with --judged, or give another seed")
        number = write(sheet, drawing.rows, drawing.places)
        page.write_text(_page(desk, drawing), encoding="utf-8", errors="replace")
    except OSError as error:
        fail(f"{error.filename or sheet}: {error.strerror}")
    output().print(f"{sheet}: {number} rows to judge; {page} has their passages", soft_wrap=True)
    output().print(f"fill in `decision` (accept, reject, or other cells), then: ionmine audit {settings.outputs} "
                   f"--sample {sample} --seed {seed} --judged {sheet}", soft_wrap=True)  # fmt: skip
    return OK


def _draw(desk: Desk, size: int, seed: int) -> Drawing:
    """The sample; documents are read again for it, which is told since it takes its time."""
    output().print(f"reading up to {DOCUMENTS} documents again for places without rows")
    return draw(desk, size, seed)


def _page(desk: Desk, drawing: Drawing) -> str:
    """The passages of a sample as one page that needs nothing else."""
    from importlib.resources import files

    template = files("flows.review").joinpath("audit.html.j2").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    rows = [_passage(item) for item in drawing.rows]
    return environment.from_string(template).render(rows=rows, places=drawing.places, path=str(desk.path))


def _passage(item: Item) -> dict[str, Any]:
    """A row with its sentence in pieces, each with what is marked there."""
    row = item.row
    sentence, at, pieces = row["sentence"] or "", 0, []
    for start, end, kind in marks(row):
        pieces += [(sentence[at:start], ""), (sentence[start:end], kind)]
        at = end
    pieces.append((sentence[at:], ""))
    return {"key": item.key, "row": row, "value": value_text(row), "pieces": pieces}
