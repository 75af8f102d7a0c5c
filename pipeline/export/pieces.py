"""Files made of pieces: of rows that are as they were, the bytes are taken from the file that is published.

A table's rows fall into pieces by what they are, not by their number: a row whose hash meets a condition begins one. So
what is new changes the piece it stands in and no other, and a file is the same whether pieces of it were taken over or
not.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.lying import WHOLE, Run
from pipeline.store import replacing, write_atomically

INDEX = "pieces.json"
ROWS = 64  # of a piece, on average: a row that is new has a piece written anew, twice as long as others are

# `rows` gives for every row its place in the table and a hash of what is written of it. A hash of several things is the
# exclusive or of theirs: hashed once more, it tells of which row each is.
PIECES = """
WITH placed AS (
    SELECT number, mark, coalesce(max(number) FILTER (mark % {size} = 0) OVER (ORDER BY number), 0) AS first
    FROM ({rows})
)
SELECT first, max(number) AS last, count(*) AS rows, bit_xor(hash(hash(mark, number - first))) AS mark
FROM placed GROUP BY first ORDER BY first
"""


class Piece(NamedTuple):
    """Rows that follow each other: the places (``rowid``) of the first and the last, how many, a hash of them."""

    first: int
    last: int
    rows: int
    mark: int


class Written(NamedTuple):
    """A piece as it stands in a file."""

    mark: int
    size: int  # bytes
    checksum: int


Make = Callable[[Sequence[Piece]], Iterator[bytes]]
"""The bytes of pieces, in their order."""


class _DamagedError(Exception):
    """A published file does not hold what was written."""


def pieces_of(base: KnowledgeBase, rows: str) -> list[Piece]:
    """The pieces of a table, of a query with the columns ``number`` and ``mark`` over its rows."""
    return [Piece(**row) for row in base.rows(PIECES.format(rows=rows, size=ROWS))]


def among(pieces: Sequence[Piece], run: Run = WHOLE[0]) -> str:
    """The SQL condition on ``rowid`` that holds for the rows of these pieces in a run; empty when none are there."""
    spans: list[list[int]] = []
    for piece in pieces:
        first, last = max(piece.first - run.shift, run.first), min(piece.last - run.shift, run.last)
        if spans and spans[-1][1] + 1 == first:
            spans[-1][1] = last
        elif first <= last:
            spans.append([first, last])
    told = " OR ".join(f"rowid BETWEEN {first} AND {last}" for first, last in spans)
    # What lies before and behind them all is not even looked at.
    return f"rowid BETWEEN {spans[0][0]} AND {spans[-1][1]} AND ({told})" if len(spans) > 1 else told


class Pieces:
    """The pieces of the files of a generation, and of that before where the same code made them."""

    def __init__(self, code: str = "", before: Path | None = None) -> None:
        self._code, self._before = code, before
        self._files: dict[str, list[Written]] = {}
        self._known: dict[str, list[Written]] = _read(before / INDEX, code) if before else {}

    def write(self, path: Path, name: str, pieces: Sequence[Piece], make: Make, around: tuple[bytes, bytes]) -> None:
        """A file of pieces with what stands before and behind them; ``name`` is its place in a generation."""
        with replacing(path) as temporary:
            try:
                self._files[name] = self._write(temporary, name, pieces, make, around)
            except (OSError, _DamagedError):
                self._known.pop(name, None)
                self._files[name] = self._write(temporary, name, pieces, make, around)

    def keep(self, generation: Path) -> None:
        """Leave for the next generation what the files of this one are made of."""
        told = {"code": self._code, "files": self._files}
        write_atomically(generation / INDEX, json.dumps(told, separators=(",", ":")).encode() + b"\n")

    def _write(
        self, path: Path, name: str, pieces: Sequence[Piece], make: Make, around: tuple[bytes, bytes]
    ) -> list[Written]:
        known: dict[int, tuple[int, Written]] = {}
        place = len(around[0])
        for each in self._known.get(name, ()):
            known[each.mark] = place, each
            place += each.size
        new = make([piece for piece in pieces if piece.mark not in known])
        written = []
        with ExitStack() as stack:
            stream = stack.enter_context(path.open("wb"))
            old = stack.enter_context((self._before / name).open("rb")) if known and self._before else None
            stream.write(around[0])
            for piece in pieces:
                if old and piece.mark in known:
                    begin, told = known[piece.mark]
                    data = _taken(old, begin, told)
                else:
                    data = next(new)
                    told = Written(piece.mark, len(data), zlib.crc32(data))
                stream.write(data)
                written.append(told)
            stream.write(around[1])
        return written


def _taken(stream: BinaryIO, place: int, piece: Written) -> bytes:
    stream.seek(place)
    data = stream.read(piece.size)
    if (len(data), zlib.crc32(data)) != piece[1:]:
        raise _DamagedError
    return data


def _read(index: Path, code: str) -> dict[str, list[Written]]:
    """The pieces by file; none where they are not told or other code made them."""
    try:
        told = json.loads(index.read_bytes())
        files: dict[str, list[list[int]]] = told["files"] if told["code"] == code else {}
        return {name: [Written(*each) for each in pieces] for name, pieces in files.items()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def parted(lines: Iterable[bytes], pieces: Sequence[Piece]) -> Iterator[bytes]:
    """The lines of a CSV file by piece; a row has as many lines as the line ends in its quoted cells make."""
    waiting = iter(lines)
    for piece in pieces:
        told: list[bytes] = []
        rows = quotes = 0
        while rows < piece.rows:
            line = next(waiting)
            told.append(line)
            quotes += line.count(b'"')
            rows += quotes % 2 == 0
        yield b"".join(told)
