"""What a corpus costs as it grows: time by stage, memory and disk, for 10, 100, 1,000 ... documents of many lengths.

Usage: ``python -m benchmarks.scale [--sizes 10 100] [--workers 1 2] [--dask]``. Prints the table of docs/scaling.md, a
row as soon as it is measured, and how far a run is on standard error; ``--plot docs/scaling.svg`` measures nothing and
draws the table that stands there. The processor's seconds are those of all processes of a run: they hold on a busy
machine, where the clock's do not. After a row, what the leading process held at
most up to the end of each stage follows there, too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.documents import write_documents
from benchmarks.tools import svg
from pipeline.rules import package_root

STAGES = ("discover", "consolidate", "reconcile", "export", "report")
HEAD = (
    "documents", "MB", "runner", "what", "wall s", "CPU s", "start and reading", *STAGES,
    "MB largest process", "MB store", "MB tables",
)  # fmt: skip


@dataclass
class Spent:
    """What one run took."""

    wall: float
    cpu: float
    memory: float  # MB of the largest process
    stages: dict[str, float] = field(default_factory=dict)  # CPU seconds of the leading process
    memories: dict[str, int] = field(default_factory=dict)  # MB it held at most up to the end of each


CHILD = """
import json, resource, subprocess, sys, time
begin, read, stages, memories = time.monotonic(), 0, {}, {}
running = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
for line in running.stderr:
    told = json.loads(line) if line.startswith(b"{") else {}
    read += told.get("event") == "document"
    if told.get("event") == "end":
        stages[told["stage"]], memories[told["stage"]] = told["computed"], told["memory"]
    if told.get("event") == "end" or told.get("event") == "document" and read % 100 == 0:
        passed = time.monotonic() - begin
        print(f"  {passed:.0f} s: {told['stage']}, {read} documents read", file=sys.stderr, flush=True)
code = running.wait()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
spent = [time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, stages, memories]
print(json.dumps([code, spent]))
"""


def run(corpus: Path, outputs: Path, workers: int, *options: str) -> Spent:
    """A run to its end, measured in a process of its own, so that the largest process is that of this run."""
    command = [sys.executable, "-m", "flows.cli", "run", "--no-second-reader", "--accept-loss", "--json-logs"]
    command += ["-o", str(outputs), "--workers", str(workers), *options, str(corpus)]
    environment = {**os.environ, "IONMINE_LEAST_F1": "0"}  # beginnings of the sample are taken for the annotated one
    measured = [sys.executable, "-c", CHILD, *command]
    done = subprocess.run(measured, cwd=package_root(), env=environment, stdout=subprocess.PIPE, check=True)
    code, spent = json.loads(done.stdout)
    if code not in (0, 1):
        raise RuntimeError(f"exit code {code} of {' '.join(command)}")
    return Spent(*spent)


def megabytes(folder: Path) -> float:
    """What the files below a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def row(documents: int, size: float, runner: str, what: str, spent: Spent, outputs: Path) -> str:
    """A line of the table."""
    disk = megabytes(outputs / "store"), megabytes((outputs / "generations" / "current").resolve())
    stages = [spent.stages.get(stage, 0.0) for stage in STAGES]
    numbers = [f"{value:.1f}" for value in (spent.wall, spent.cpu, spent.cpu - sum(stages), *stages)]
    told = [f"{documents:,}", f"{size:.1f}", runner, what, *numbers]
    told += [f"{value:.0f}" for value in (spent.memory, *disk)]
    return f"| {' | '.join(told)} |"


def measure(folder: Path, size: int, runner: str, workers: int, *options: str) -> None:
    """A first run, one that changes nothing, and one with a document more."""
    corpus, outputs = folder / "corpus", folder / f"out-{runner.replace(' ', '-')}"
    characters = megabytes(corpus)
    for what, more in (("all new", 0), ("unchanged", 0), ("one new", 1)):
        write_documents(corpus, size, size + more)
        spent = run(corpus, outputs, workers, *options)
        print(row(size + more, characters, runner, what, spent, outputs), flush=True)
        held = ", ".join(f"{stage} {memory}" for stage, memory in spent.memories.items())
        print(f"  MB of the leading process up to the end of: {held}", file=sys.stderr, flush=True)
    for path in corpus.glob(f"{size:07}.*"):
        path.unlink()


def plot(page: Path) -> str:
    """The seconds of the processor over the number of documents, of the table that stands in a page, as SVG."""
    import altair as alt
    import pandas as pd

    lines = [line.strip("| ").split(" | ") for line in page.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    table = pd.DataFrame([line for line in lines[2:] if len(line) == len(HEAD)], columns=HEAD)
    for name in ("documents", "CPU s"):
        table[name] = pd.to_numeric(table[name].str.replace(",", ""))
    table = table[table["runner"] == "1 worker"]
    lines_and_points = alt.Chart(table, width=480, height=280).mark_line(point=True)
    drawn = lines_and_points.encode(
        x=alt.X("documents:Q", scale=alt.Scale(type="log")),
        y=alt.Y("CPU s:Q", title="seconds of the processor", scale=alt.Scale(type="log")),
        color=alt.Color("what:N", title="run", sort=None),
    )
    return svg(drawn)


def main() -> None:
    """Print the table, or draw the one that stands."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--dask", action="store_true", help="a cluster of two workers as well")
    parser.add_argument("--plot", type=Path, help="only draw the table of docs/scaling.md into this picture")
    chosen = parser.parse_args()
    if chosen.plot:
        chosen.plot.write_text(plot(package_root() / "docs" / "scaling.md"), encoding="utf-8")
        return
    print(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}")
    with tempfile.TemporaryDirectory() as temporary:
        folder, there = Path(temporary), 0
        (folder / "corpus").mkdir()
        for size in sorted(chosen.sizes):
            write_documents(folder / "corpus", there, size)
            there = size
            for workers in chosen.workers:
                measure(folder, size, f"{workers} worker{'s' * (workers > 1)}", workers, "--plain")
            if chosen.dask:
                measure(folder, size, "Dask, 2 workers", 2, "--task-runner", "dask")


if __name__ == "__main__":
    main()
