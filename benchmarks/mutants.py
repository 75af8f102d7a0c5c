"""Mutants of real text, tables and pages: read each, and hold three properties.

No exception; no number that the page does not hold; never ten times as much computing as its like needs. Of a web page
or JATS the markup itself is mutated; one text in twenty is typeset after its mutation and read as a PDF.
"""

from __future__ import annotations

import random
import re
import statistics
import time
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.tools import pdf
from benchmarks.typesetting.typeset import typeset
from corpus.reader import read_bytes, read_text
from extractors.records import PropertyRecord
from pipeline.convert import Result, process
from pipeline.settings import Settings

PIECE = 2500  # characters of a document that are mutated together
MOST_CHANGES = 8
TEXTS = (".txt", ".md")
MARKUP = {".html": "<html><body><p>", ".xml": "<article><body><sec><p>"}  # and what a stretch of such a page stands in
PRINTED = 0.05  # the share of the texts that are read as a PDF
SLOW, SLOWEST_SHOWN = 10.0, 3
SIGNS = "\x00\x01\x1b\t\n\r ,.;:()[]{}<>|&%$#^_~=+-−–×·μΩσ°/\\\u200e\u202e\ufeff\ufffd０５é中"
SNIPPETS = (
    "10−4 S cm−1", "x = 0.", "[1,2]", "| |", "\\frac{", "Li", "e-", " and ", "((", "respectively", "\n\n", "1 × 10",
)  # fmt: skip
EXACT_UNITS = re.compile(r"eV|S")


@dataclass
class Tally:
    """What became of the mutants."""

    tried: int = 0
    records: int = 0
    errors: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    costs: dict[str, list[tuple[float, str]]] = field(default_factory=dict)  # by form: seconds a kB, and what it was

    @property
    def slow(self) -> list[tuple[float, str]]:
        """Those that cost more than ten times the median of their form."""
        found: list[tuple[float, str]] = []
        for costs in self.costs.values():
            middle = statistics.median(cost for cost, _ in costs)
            found += (each for each in costs if each[0] > SLOW * middle)
        return sorted(found, reverse=True)


def pieces(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and characters of stretches of a folder's texts and pages of markup."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (*TEXTS, *MARKUP):
            text = path.read_text(encoding="utf-8", errors="replace")
            for start in range(0, len(text), PIECE):
                opening = MARKUP.get(path.suffix, "") if start else ""
                yield f"{path.stem}[{start}]{path.suffix}", opening + text[start : start + PIECE]


def mutate(text: str, chance: random.Random) -> str:
    """The text with some signs, stretches or lines lost, doubled, moved, put in or exchanged."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 1, 1, 2, 5, 20, 80)))
        cut = text[start:end]
        put = chance.choice((
            "", cut * 2, chance.choice(SIGNS), cut + chance.choice(SIGNS), chance.choice(SNIPPETS), cut[::-1],
            cut.upper(), cut.replace(" ", ""), cut.replace("−", ""), cut.replace(".", ","), "\n".join(cut),
        ))  # fmt: skip
        text = text[:start] + put + text[end:]
    if chance.random() < 0.1:
        lines = text.split("\n")
        chance.shuffle(lines)
        text = "\n".join(lines)
    return text


def digits(text: str) -> str:
    """The digits of a text, whatever script they are of."""
    return "".join(str(unicodedata.digit(sign)) for sign in text if unicodedata.digit(sign, None) is not None)


def invented(record: PropertyRecord, text: str) -> bool:
    """Whether a value's digits do not stand where it claims to be from. Converted units are left out."""
    if not EXACT_UNITS.search(record.unit) or "J" in record.unit:
        return False
    there = digits(text[record.start : record.end])
    wanted = (
        f"{value:.6e}".split("e")[0].replace(".", "").rstrip("0") for value in (record.value_low, record.value_high)
    )
    return not all(each in there for each in wanted)


def try_text(name: str, text: str, settings: Settings, tally: Tally, *, printed: bool = False) -> None:
    """Read one mutant and note what it did; ``printed``: typeset as a PDF before."""
    source: str | bytes = text
    form = "PDF" if printed else Path(name).suffix
    if printed:
        source = typeset(read_text(text))
    elif form in MARKUP:
        source = text.encode("utf-8", "surrogatepass")
    begin = time.process_time()
    result: Result = process(source, settings, name=name)
    spent = time.process_time() - begin
    tally.tried += 1
    tally.costs.setdefault(form, []).append((1000 * spent / (len(text) + 500), name))
    tally.errors += [f"{name}: {p.code}: {p.message}" for p in result.problems if p.code.endswith("_error")]
    page = text if isinstance(source, str) else read_bytes(source, name).raw
    for record in result.records:
        tally.records += 1
        if isinstance(record, PropertyRecord) and invented(record, page):
            tally.invented.append(f"{name}: {record.value_surface!r} as {record.value_low:g}..{record.value_high:g}")


def try_mutants(folders: Sequence[Path], number: int, seconds: float, seed: int) -> Tally:
    """So many mutants of the texts and pages of folders, or as many as fit into the time."""
    chance = random.Random(seed)
    stock = [piece for folder in folders for piece in pieces(folder)]
    settings = Settings(second_reader=False)
    tally = Tally()
    process(stock[0][1], settings)  # loads what every document needs
    end = time.monotonic() + seconds
    while tally.tried < number and time.monotonic() < end:
        name, text = chance.choice(stock)
        path = Path(name)
        printed = path.suffix in TEXTS and chance.random() < PRINTED
        try_text(f"{path.stem}#{tally.tried}{path.suffix}", mutate(text, chance), settings, tally, printed=printed)
    return tally


def bombs() -> dict[str, bytes]:
    """PDFs that are small on disk and large, deep or endless inside."""
    packed = zlib.compress(b"BT /F1 12 Tf 10 10 Td (1.3 mS cm) Tj ET\n" * 2_000_000, 9)
    stream = f"<</Length {len(packed)}/Filter/FlateDecode>>\nstream\n".encode() + packed + b"\nendstream"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>"
    one = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream]
    kids = b" ".join([b"3 0 R"] * 100_000)
    many = [one[0], b"<</Type/Pages/Kids[" + kids + b"]/Count 100000>>", page, b"<</Length 0>>\nstream\n\nendstream"]
    loop = [one[0], b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]
    return {"stream of 80 MB": pdf(one), "100,000 pages": pdf(many), "pages in a circle": pdf(loop)}
