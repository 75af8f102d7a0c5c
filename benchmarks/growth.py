"""How the computing of each stage grows with the length of a text: ``make growth`` writes the table of reliability.md.

A row of growth.toml is a text, table or page that grows by one piece: what once took the square of its length or worse,
and what is ordinary. Time is the processor's, at n and 4n pieces, which give the exponent e of n^e.
"""

from __future__ import annotations

import argparse
import gc
import math
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from benchmarks.tools import pdf
from corpus.reader import read_bytes
from extractors.composition import context_of
from extractors.extract import extract, first_pass
from pipeline.checks import check
from pipeline.rules import package_root

STAGES = ("read", "names", "mentions", "extract", "check")
NOTICED = 0.05  # seconds at 4n below which growth is not told from noise
WANTED = 1.2
TIMES = (1, 4)
ROUNDS, MOST_ROUNDS = 2, 8
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NOTE = "docs/reliability.md"
BEGIN, END = "<!-- growth: made by `make growth` -->\n", "<!-- end of growth -->"


@dataclass(frozen=True, slots=True)
class Row:
    """What grows; ``number``: pieces of the shortest text."""

    name: str
    piece: str
    number: int
    before: str = ""
    after: str = ""
    suffix: str = ".txt"

    def made(self, times: int) -> bytes:
        """The file with ``times`` as many pieces as the shortest."""
        numbers = range(times * self.number)
        pieces = (self.piece.format(i=i, d=i % 9 + 1, c=CAPITALS[i % 26], y=1990 + i % 30) for i in numbers)
        text = self.before + "".join(pieces) + self.after
        if self.suffix == ".pdf":
            return drawn(text)
        framed = f"<html><body><p>{table()['article']}</p>{text}</body></html>" if self.suffix == ".html" else ""
        return (framed or table()["article"] + text).encode()


@cache
def table() -> dict[str, Any]:
    """What growth.toml tells."""
    return tomllib.loads(files("benchmarks").joinpath("growth.toml").read_text(encoding="utf-8"))


@cache
def rows() -> tuple[Row, ...]:
    """All rows of growth.toml."""
    return tuple(Row(**row) for row in table()["row"])


def drawn(content: str) -> bytes:
    """A PDF of one page with this content."""
    stream = f"<</Length {len(content)}>>\nstream\n{content}\nendstream".encode()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 5000]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream, font])


def seconds(row: Row, times: int) -> list[float]:
    """Seconds of computing of each stage, over a text of ``times`` the shortest length.

    Without collecting garbage, which goes through whatever else the process holds and would be counted as growth.
    """
    gc.collect()
    gc.disable()
    try:
        return _seconds(row, times)
    finally:
        gc.enable()


def _seconds(row: Row, times: int) -> list[float]:
    data, marks = row.made(times), [time.process_time()]
    document = read_bytes(data, "growth" + row.suffix)
    marks.append(time.process_time())
    names = context_of(document)
    marks.append(time.process_time())
    first_pass(document, names)
    marks.append(time.process_time())
    records = extract(document)
    marks.append(time.process_time())
    check(document, records)
    marks.append(time.process_time())
    return [end - begin for begin, end in pairwise(marks)]


@cache
def _warm() -> None:
    """Load what is loaded once."""
    extract(read_bytes(table()["article"].encode(), "growth.txt"))


def exponents(row: Row, rounds: int = 1) -> dict[str, float]:
    """The exponent of every stage that takes long enough to have one.

    The least time of the rounds counts: other work on the machine only ever adds. A stage that seems to grow too fast
    is measured again.
    """
    _warm()
    least = [[math.inf] * len(STAGES) for _ in TIMES]
    found: dict[str, float] = {}
    for done in range(MOST_ROUNDS):
        for kept, times in zip(least, TIMES, strict=True):
            kept[:] = map(min, kept, seconds(row, times))
        pairs = zip(STAGES, least[0], least[-1], strict=True)
        growth = math.log(TIMES[-1] / TIMES[0])
        found = {stage: math.log(long / short) / growth for stage, short, long in pairs if long > NOTICED}
        if done + 1 >= rounds and all(exponent <= WANTED for exponent in found.values()):
            break
    return found


def lines(wanted: str) -> Iterator[str]:
    """The table, a line a row whose name holds ``wanted``."""
    yield f"| what grows | characters | {' | '.join(STAGES)} |"
    yield f"|{' --- |' * (len(STAGES) + 2)}"
    for row in rows():
        if wanted in row.name:
            found = exponents(row, ROUNDS)
            told = (f"{found[stage]:.2f}" if stage in found else "" for stage in STAGES)
            yield f"| {row.name} | {len(row.made(TIMES[-1])):,} | {' | '.join(told)} |"


def main() -> None:
    """Measure all rows and write them between the marks of the note; those of one name are only printed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="rows with this in their name")
    wanted = parser.parse_args().only
    told = []
    for line in lines(wanted):
        print(line, flush=True)
        told.append(line)
    if not wanted:
        note = package_root() / NOTE
        before, _, rest = note.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        note.write_text(before + BEGIN + "\n".join(told) + "\n" + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
