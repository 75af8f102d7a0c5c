"""What takes long to try: ``make trial``. Prints the table that docs/reliability.md keeps.

Kills at random moments, full disks, two runs at once, damaged stores, hostile names, PDF bombs, and mutants of real
text and pages (of ``../shared`` when it is there, else of the sample). Bounded by ``--seconds`` for each part.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from benchmarks.mutants import SLOWEST_SHOWN, Tally, bombs, try_mutants
from pipeline.discover import own_corpus
from pipeline.rules import package_root

SENTENCE = "The argyrodite Li6PS5Br reached an ionic conductivity of {} mS cm^-1 at 25 °C and 0.3{} eV.\n\n"
NAMES = (
    b"caf\xe9.txt", b"[red]a[bold].txt", b"=cmd.txt", b"a\nb.txt", b"\x1b[2J.txt", b"-o.txt", b"a'b\";.txt",
    "漢字.txt".encode(),
)  # fmt: skip
COMPARED = ("documents", "conductivity", "activation_energy", "synthesis", "measurements", "consensus", "problems")
DISK_SIZES = (8, 60, 200, 500)  # kB of the largest file that may be written
LIMIT = 300.0  # seconds a single run may take


class Trial:
    """A folder with a small corpus, and how runs over it went."""

    def __init__(self, folder: Path, seconds: float, seed: int) -> None:
        self.folder, self.seconds, self.chance = folder, seconds, random.Random(seed)
        self.corpus = folder / "corpus"
        self.corpus.mkdir()
        for number in range(4):
            text = "".join(SENTENCE.format(f"{number}.{step}", step) for step in range(1, 9))
            (self.corpus / f"note-{number}.txt").write_text(text, encoding="utf-8")

    def command(self, outputs: str, *corpora: Path) -> list[str]:
        """The command line of a run."""
        wanted = [str(path) for path in corpora or (self.corpus,)]
        options = ["run", "--plain", "--no-second-reader", "--accept-loss", "-o", str(self.folder / outputs)]
        return [sys.executable, "-m", "flows.cli", *options, *wanted]

    def start(self, outputs: str, *corpora: Path) -> subprocess.Popen[bytes]:
        """A run that nobody listens to."""
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(self.command(outputs, *corpora), cwd=package_root(), stdout=nowhere, stderr=nowhere)

    def run(self, outputs: str, *corpora: Path, **options: object) -> subprocess.CompletedProcess[bytes]:
        """A run to its end."""
        command = self.command(outputs, *corpora)
        return subprocess.run(command, cwd=package_root(), capture_output=True, timeout=LIMIT, check=False, **options)  # type: ignore[call-overload, no-any-return]

    def digests(self, outputs: str) -> dict[str, str]:
        """sha256 of the tables."""
        tables = self.folder / outputs / "tables"
        names = [f"{name}.csv" for name in COMPARED]
        return {n: hashlib.sha256((tables / n).read_bytes()).hexdigest() for n in names if (tables / n).exists()}

    def is_one(self, outputs: str) -> bool:
        """Whether knowledge base and files are of one run."""
        base = self.folder / outputs / "ionmine.duckdb"
        with duckdb.connect(str(base), read_only=True) as opened:
            rows = opened.execute("SELECT count(*) FROM documents").fetchone()
        tables = self.folder / outputs / "tables" / "documents.parquet"
        return rows == duckdb.execute("SELECT count(*) FROM read_parquet(?)", [str(tables)]).fetchone()

    def tries(self, number: int, said: str, went_well: Callable[[int], bool]) -> str:
        """How many of so many tries, or of as many as fit into the time, went well."""
        end, well = time.monotonic() + self.seconds, []
        while len(well) < number and time.monotonic() < end:
            well.append(went_well(len(well)))
        return f"{sum(well)} of {len(well)} {said}"


def kills(trial: Trial, number: int) -> str:
    """Kill a run at a random moment, run again, compare the bytes."""
    begin = time.monotonic()
    trial.run("whole")
    lasting, wanted = time.monotonic() - begin, trial.digests("whole")

    def same(each: int) -> bool:
        outputs = f"killed-{each}"
        process = trial.start(outputs)
        time.sleep(trial.chance.uniform(0, lasting))
        process.kill()
        process.wait()
        done = trial.run(outputs)
        left = list((trial.folder / outputs).rglob(".*"))
        found = trial.digests(outputs)
        shutil.rmtree(trial.folder / outputs)
        return done.returncode == 0 and found == wanted and not left

    return trial.tries(number, "gave the same bytes and left nothing behind", same)


def full_disk(trial: Trial, number: int) -> str:
    """Let no file grow beyond a size: one line, and what was published stays."""
    trial.run("full")

    def told(each: int) -> bool:
        before, size = trial.digests("full"), DISK_SIZES[each % len(DISK_SIZES)] * 1024
        (trial.corpus / "note-new.txt").write_text(SENTENCE.format(7, each) * (each + 1), encoding="utf-8")

        def limit() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        done = trial.run("full", preexec_fn=limit)
        kept = trial.digests("full") == before or done.returncode in (0, 1)
        return kept and b"Traceback" not in done.stderr and trial.is_one("full")

    outcome = trial.tries(number, "were told in one line and kept what was published whole", told)
    (trial.corpus / "note-new.txt").unlink(missing_ok=True)
    return outcome


def two_runs(trial: Trial, number: int) -> str:
    """Two runs with different corpora at once: one of them as a whole."""

    def whole(each: int) -> bool:
        runs = [trial.start("two"), trial.start("two", trial.corpus / "note-0.txt")]
        return [run.wait(LIMIT) for run in runs] == [0, 0] and trial.is_one("two")

    return trial.tries(number, "left the tables of one run", whole)


def damaged(trial: Trial, number: int) -> str:
    """Flip, cut or exchange bytes of a part or a published file: made again."""
    trial.run("damaged")
    wanted = trial.digests("damaged")

    def mended(each: int) -> bool:
        parts = [*(trial.folder / "damaged" / "store").glob("*/??/*.json")]
        files = [path for path in (trial.folder / "damaged" / "tables").iterdir() if path.is_file()]
        victim = trial.chance.choice([trial.chance.choice(parts), trial.chance.choice(files)])
        data = bytearray(victim.read_bytes())
        place = trial.chance.randrange(len(data))
        data[place:] = trial.chance.choice((b"", bytes([data[place] ^ 1]) + data[place + 1 :], b"{}"))
        victim.write_bytes(data)
        return trial.run("damaged").returncode == 0 and trial.digests("damaged") == wanted

    return trial.tries(number, "damaged files were made again", mended)


def hostile_names(trial: Trial, number: int) -> str:
    """File names that are no UTF-8, markup, formulas, control characters, options."""
    folder = trial.folder / "names"
    folder.mkdir()
    for index, name in enumerate(NAMES):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(SENTENCE.format(index, index), encoding="utf-8")
    done = trial.run("named", folder)
    clean = b"Traceback" not in done.stderr and b"\x1b[2J" not in done.stderr + done.stdout
    return f"{len(NAMES)} names: exit code {done.returncode}, {'no' if clean else 'a'} traceback or control sequence"


def pdf_bombs(trial: Trial, number: int) -> str:
    """Small files that are large inside: given up within their limits, the others are read."""
    folder = trial.folder / "bombs"
    folder.mkdir()
    for name, data in bombs().items():
        (folder / f"{name}.pdf").write_bytes(data)
    shutil.copy(trial.corpus / "note-0.txt", folder)
    environment = {**os.environ, "IONMINE_TIMEOUT": "20", "IONMINE_MEMORY": "1024"}
    begin = time.monotonic()
    done = trial.run("bombed", folder, env=environment)
    read = b"conductivity" in done.stdout and b"Traceback" not in done.stderr
    return (
        f"{len(bombs())} in {time.monotonic() - begin:.0f} s, the text beside them {'was' if read else 'was not'} read"
    )


def told_of(tally: Tally) -> Iterator[tuple[str, str]]:
    """The rows about the mutants."""
    yield "mutants read", f"{tally.tried} with {tally.records} records"
    yield "exceptions", f"{len(tally.errors)}" + "".join(f"; {each[:100]}" for each in tally.errors[:SLOWEST_SHOWN])
    told = "".join(f"; {each[:100]}" for each in tally.invented[:SLOWEST_SHOWN])
    yield "numbers that the page does not hold", f"{len(tally.invented)}{told}"
    slow = "".join(f"; {1000 * cost:.0f} ms/kB {name}" for cost, name in tally.slow[:SLOWEST_SHOWN])
    yield "ten times the median's computing", f"{len(tally.slow)}{slow}"


def main() -> None:
    """Try everything and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=600.0, help="of each part at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="a word of the part's name")
    chosen = parser.parse_args()
    parts: dict[str, tuple[Callable[[Trial, int], str], int]] = {
        "killed at a random moment, run again": (kills, chosen.kills),
        "disk full": (full_disk, 8),
        "two runs at once": (two_runs, 5),
        "damaged parts and tables": (damaged, 10),
        "hostile names": (hostile_names, 1),
        "PDF bombs": (pdf_bombs, 1),
    }
    print("| tried | outcome |\n| --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), chosen.seconds, chosen.seed)
        for name, (part, number) in parts.items():
            if not chosen.only or chosen.only in name:
                print(f"| {name} | {part(trial, number)} |", flush=True)
    shared = package_root().parent / "shared"
    texts = [shared / "corpus", shared / "library"] if shared.is_dir() else [own_corpus() / "sample"]
    if not chosen.only or chosen.only in "mutants":
        for row in told_of(try_mutants(texts, chosen.mutants, chosen.seconds, chosen.seed)):
            print("| {} | {} |".format(*row), flush=True)


if __name__ == "__main__":
    main()
