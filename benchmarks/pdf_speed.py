"""Reading PDF files: time against pdfplumber's characters alone, and memory on a long file.

Usage: ``python -m benchmarks.pdf_speed [FILE.pdf ...]``; without files the sample review and, where they lie beside the
project, the supplied ones. Both sides read the same bytes in one process, in turn; the best of three counts.
"""

from __future__ import annotations

import io
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from corpus.readers.pdf import PdfReader

ROOT = Path(__file__).resolve().parent.parent
GOAL = 1.3
LONG_PAGES = 800
MEMORY_GOAL = 300  # MB


def pdfplumber_characters(data: bytes) -> int:
    """Number of characters pdfplumber finds; pages are closed one by one, as the reader does."""
    count = 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            count += len(page.chars)
            page.close()
    return count


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def long_file(pages: int) -> bytes:
    """An article of ``pages`` two-column pages."""
    from corpus.document import Block, BlockKind
    from corpus.mapped_text import MappedText
    from corpus.sample.typeset import Typesetter

    setter = Typesetter()
    sentence = "The conductivity of Li6.4La3Zr1.4Ta0.6O12 is 1.4 × 10^-5 S cm^-1 at 25 °C when pellets are sintered. "
    number = 0
    while setter.page <= pages:
        text = MappedText.from_raw(f"Sample {number} was made. " + sentence * 12)
        setter.add_block(Block(BlockKind.PARAGRAPH, text))
        number += 1
    return setter.finish()


MEASURE = """
import resource, sys, time
from corpus.readers.pdf import PdfReader
data = open(sys.argv[1], "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
document = PdfReader().read(data, "long.pdf")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(document.metadata.pages, len(document.raw), round(time.process_time() - start, 1), before // 1024, peak // 1024)
"""


def main(arguments: list[str]) -> int:
    """Print the measures; 1 when a goal is missed."""
    logging.disable(logging.WARNING)
    files = [Path(name) for name in arguments]
    files = files or [ROOT / "corpus/sample/sample-review.pdf", *sorted((ROOT.parent / "shared/pdf").glob("*.pdf"))]
    missed = False
    print(f"{'file':52}{'characters':>11}{'pdfplumber s':>14}{'reader s':>10}{'ratio':>7}")
    for path in files:
        data = path.read_bytes()
        count = pdfplumber_characters(data)
        reference = seconds(lambda data=data: pdfplumber_characters(data))  # type: ignore[misc]
        own = seconds(lambda data=data: PdfReader().read(data, "file.pdf"))  # type: ignore[misc]
        missed = missed or own > GOAL * reference
        print(f"{path.name[:50]:52}{count:11}{reference:14.2f}{own:10.2f}{own / reference:7.2f}")
    if not arguments:
        with tempfile.TemporaryDirectory() as folder:
            long = Path(folder) / "long.pdf"
            long.write_bytes(long_file(LONG_PAGES))
            command = [sys.executable, "-c", MEASURE, str(long)]
            done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
        pages, characters, took, before, peak = done.stdout.split()
        print(f"{pages} pages, {characters} characters: {took} s, peak {peak} MB ({before} MB before reading)")
        missed = missed or int(peak) > MEMORY_GOAL
    print(f"goals: ratio at most {GOAL}, memory at most {MEMORY_GOAL} MB: {'missed' if missed else 'met'}")
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
