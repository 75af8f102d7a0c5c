"""Speed and memory of one core, as ratios measured in one run: ``make bench [CORPUS="FOLDER..."]``.

Yardsticks on the same text: GNU grep of the units (the floor), spaCy's bare tokenizer, ChemDataExtractor2 with its
grammar kept between sentences (as the second reader runs it; out of the box it builds it anew for each and is several
times slower), and for PDFs what pdfplumber needs for the characters alone.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber
import pypdfium2
import spacy
from rich.console import Console
from rich.table import Table

from benchmarks.tables import SHAPES, milliseconds
from benchmarks.tools import computed, svg
from corpus.document import Document
from corpus.reader import read
from extractors.extract import extract
from extractors.language import build_language
from extractors.second_reader import is_available, read_again
from pipeline.convert import process
from pipeline.discover import default_corpora, files_in
from pipeline.pool import environment
from pipeline.settings import Settings

ROUNDS = 3
TIMES = 100  # that grep reads the files in one round, so that its start does not count
LONG_PDF = 800  # pages
READ_LONG = """
import sys
from pathlib import Path
from corpus.reader import read
from pipeline.memory import most_memory
read(Path(sys.argv[1]))
print(most_memory())
"""
UNITS = r"(m|µ|μ)?S ?(/|·|⋅)? ?cm|m?eV\b|Ω"  # as a person would look for conductivities and energies
TOKENIZER = "spaCy's tokenizer"
YARDSTICK_SECONDS = 10.0
"""ChemDataExtractor2 is given paragraphs until this time is over; its speed is that of the text it got through."""


def best_time(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the processor in the fastest of several rounds; those of the clock tell of the other work it has."""
    times = []
    for _ in range(rounds):
        begin = computed()
        work()
        times.append(computed() - begin)
    return min(times)


def cold_start(files: list[Path]) -> tuple[float, float]:
    """Seconds of the processor and MB of resident memory of a fresh ``ionmine extract`` with one worker."""
    command = [sys.executable, "-m", "flows.cli", "extract", *map(str, files), "--format", "jsonl", "--workers", "1"]
    seconds = best_time(lambda: subprocess.run(command, check=False, capture_output=True, env=environment()), 1)
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def library_speed(documents: list[Document]) -> float:
    """Characters a second of ChemDataExtractor2 over all sentences, candidates or not."""
    read_again(documents[0])  # imports it and gives it tokens and tags
    from chemdataextractor.doc.text import Sentence

    from extractors.second_reader.grammar import MODELS

    nlp = build_language()
    blocks = [block.text.text for document in documents for block in document.evidence_blocks() if not block.table]
    done, begin = 0, computed()
    for sentence in (sentence.text for text in blocks for sentence in nlp(text).sents):
        element = Sentence(sentence)
        element.models = list(MODELS.values())
        len(element.records)
        done += len(sentence)
        if computed() - begin > YARDSTICK_SECONDS:
            break
    return done / (computed() - begin)


def read_characters(file: Path) -> None:
    """What every PDF reader on pdfplumber must do: all characters of all pages."""
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            len(page.chars)
            page.close()


def memory_of_long_pdf(file: Path) -> float:
    """MB of resident memory at the most while a PDF of ``LONG_PDF`` pages, those of ``file`` repeated, is read."""
    with TemporaryDirectory() as folder, pypdfium2.PdfDocument(file) as pages, pypdfium2.PdfDocument.new() as long:
        for _ in range(-(-LONG_PDF // len(pages))):
            long.import_pages(pages)
        target = Path(folder) / "long.pdf"
        long.save(target)
        command = [sys.executable, "-c", READ_LONG, str(target)]
        return float(subprocess.run(command, check=True, capture_output=True, text=True, env=environment()).stdout)


def floor(files: list[Path]) -> float:
    """Seconds in which GNU grep counts the lines with a unit: what reading the text at all costs."""
    command = ["grep", "-cE", UNITS, *map(str, files * TIMES)]
    plain = os.environ | {"LC_ALL": "C"}
    return best_time(lambda: subprocess.run(command, check=False, capture_output=True, env=plain)) / TIMES


def stages(files: list[Path]) -> dict[str, float]:
    """Share of each stage in the time over the files by the clock, warm, the largest first."""
    spent: dict[str, float] = {}
    for file in files:
        for stage, seconds in process(file, Settings(second_reader=False)).timings.items():
            spent[stage] = spent.get(stage, 0.0) + seconds
    return {stage: spent[stage] / sum(spent.values()) for stage in sorted(spent, key=lambda stage: -spent[stage])}


def measure(folders: list[Path]) -> tuple[Table, dict[str, float]]:
    """Everything in one table, and the speeds in kB/s by what runs."""
    files = [file for folder in folders for file in (files_in(folder) if folder.is_dir() else [folder])]
    texts, pdfs = [f for f in files if f.suffix != ".pdf"], [f for f in files if f.suffix == ".pdf"]
    documents = [read(file) for file in texts]
    size = sum(len(document.raw) for document in documents)
    seconds = by_what_runs(texts, documents)
    cold, memory = cold_start(texts)
    seconds["ionmine, cold"] = cold
    speeds = {name: size / each / 1000 for name, each in seconds.items()}
    warm = seconds["ionmine, warm"]

    table = Table("measure", title=f"{len(texts)} texts, {size / 1000:.0f} kB, one core")
    table.add_column("value", justify="right")
    table.add_row("cold start to last record", f"{cold:.1f} s")
    table.add_row("warm, reading and extracting", f"{speeds['ionmine, warm']:.0f} kB/s")
    for stage, share in stages(texts).items():
        table.add_row(f"  of it {stage.replace('_', ' ')}", f"{share:.0%}")
    table.add_row("times GNU grep needs for the units (the floor)", f"{warm / seconds['GNU grep, units']:.0f}")
    table.add_row("times spaCy's bare tokenizer needs", f"{warm / seconds[TOKENIZER]:.1f}")
    if is_available():
        speeds["ChemDataExtractor2"] = add_second_reader(table, documents, size, warm)
    table.add_row("largest resident memory, cold run", f"{memory:.0f} MB")
    for shape, between in SHAPES.items():
        table.add_row(f"table of 100 rows, {shape}", f"{milliseconds(100, between):.0f} ms")
    for pdf in pdfs:
        ratio = best_time(lambda pdf=pdf: read(pdf)) / best_time(lambda pdf=pdf: read_characters(pdf))  # type: ignore[misc]
        table.add_row(f"{pdf.name}: times pdfplumber's characters", f"{ratio:.2f}")
        table.add_row(f"{pdf.name}: memory on {LONG_PDF} such pages", f"{memory_of_long_pdf(pdf):.0f} MB")
    return table, speeds


def by_what_runs(texts: list[Path], documents: list[Document]) -> dict[str, float]:
    """Seconds over the texts of grep, of spaCy's bare tokenizer, and of ionmine once it is warm."""
    for document in documents:
        extract(document)
    warm = best_time(lambda: [extract(read(file)) for file in texts])
    tokenizer = spacy.blank("en").tokenizer
    tokens = best_time(lambda: [len(tokenizer(document.raw)) for document in documents])
    return {"GNU grep, units": floor(texts), TOKENIZER: tokens, "ionmine, warm": warm}


def add_second_reader(table: Table, documents: list[Document], size: int, warm: float) -> float:
    """Rows about the second reader and the library it is built on, whose speed in kB/s is given."""
    again = best_time(lambda: [read_again(document) for document in documents], 1)
    table.add_row("second reader, on the sentences with a candidate", f"{again / len(documents):.1f} s a document")
    table.add_row("times the first reader needs", f"{again / warm:.2f}")
    speed = library_speed(documents)
    table.add_row("ChemDataExtractor2, the whole text's sentences", f"{speed / 1000:.1f} kB/s")
    table.add_row("times as fast as ChemDataExtractor2", f"{size / warm / speed:.0f}")
    return speed / 1000


def plot(speeds: dict[str, float]) -> str:
    """The speeds as bars on a logarithmic axis, as SVG."""
    import altair as alt
    import pandas as pd

    shown = pd.DataFrame({"what": list(speeds), "speed": list(speeds.values())})
    bars = alt.Chart(shown, width=480, height=26 * len(shown)).encode(
        y=alt.Y("what:N", title=None, sort=None),
        x=alt.X("speed:Q", title="kB of text a second, one core", scale=alt.Scale(type="log")),
    )
    points = bars.mark_circle(size=110) + bars.mark_text(align="left", dx=9).encode(
        text=alt.Text("speed:Q", format=".3~s")
    )
    return svg(points)


def main() -> None:
    """Print the table; draw the speeds where a picture is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path, nargs="*")
    parser.add_argument("--plot", type=Path, help="picture of the speeds to write (SVG)")
    chosen = parser.parse_args()
    table, speeds = measure(chosen.corpora or default_corpora())
    Console().print(table)
    if chosen.plot:
        chosen.plot.write_text(plot(speeds), encoding="utf-8")


if __name__ == "__main__":
    main()
