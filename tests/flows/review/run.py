"""A small run to judge, and the review command as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType

from flows.review.app import Review
from flows.review.server import serve
from pipeline.corrections import log
from pipeline.corrections.decision import Decision
from pipeline.corrections.desk import Desk
from pipeline.publish import KNOWLEDGE_BASE
from pipeline.run import run_corpus
from pipeline.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
TEXT = """The halide Li3ErCl6 reached an ionic conductivity of 0.33 mS cm^-1 at 25 °C.

The argyrodite Li6PS5Br showed a conductivity of 1.1 mS cm^-1 at room temperature.

The activation energy of the solid electrolyte Li3ErCl6 was 0.41 eV <script>alert(1)</script>.

The window of the spectrometer absorbs at 2.1 eV and is thick.

The solid electrolyte Na3SbS4 was ball-milled for 20 h and heated at 300 °C for 2 h.
"""


def small_run(folder: Path) -> Settings:
    """Run a corpus of one note."""
    return _run(folder, "note.txt", TEXT.encode())


def printed_run(folder: Path) -> Settings:
    """Run a corpus of one PDF."""
    return _run(folder, "printed.pdf", (ROOT / "corpus" / "sample" / "sample-review.pdf").read_bytes())


MARKED = """<article><front><article-meta><title-group><article-title>Solid electrolytes</article-title></title-group>
</article-meta></front><body><sec><title>Results</title><p>The halide Li<sub>3</sub>ErCl<sub>6</sub> reached an ionic
conductivity of 3.3&#x000a0;&#x000d7; 10<sup>&#x02212;4</sup> S cm<sup>&#x02212;1</sup> at 25 &#x000b0;C.</p>
<p>The pellet is 4&#x02013;5 mm thick, its window <bold>absorbs</bold> at 2.1&#x000a0;eV.</p></sec></body></article>"""


def marked_run(folder: Path) -> Settings:
    """Run a corpus of one article in JATS."""
    return _run(folder, "marked.xml", MARKED.encode())


def _run(folder: Path, name: str, data: bytes) -> Settings:
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / name).write_bytes(data)
    settings = Settings(outputs=folder / "out", workers=1, second_reader=False)
    run_corpus([corpus], settings)
    return settings


def decisions(settings: Settings) -> list[Decision]:
    """What stands in the log of the run."""
    return log.read(log_of(settings)).standing()


def log_of(settings: Settings) -> Path:
    return settings.outputs.parent / "corpus" / log.NAME


def served(settings: Settings, by: str) -> str:
    """The address of the page, served by a thread of the test until the tests end."""
    desk = Desk(settings.outputs / KNOWLEDGE_BASE, log_of(settings), by)
    told: Queue[str] = Queue()
    Thread(target=serve, args=(Review(desk), 0, told.put), daemon=True).start()
    return told.get(timeout=30)


class Server:
    """``ionmine review`` as a person starts it; ``address`` is the line that it prints."""

    def __init__(self, settings: Settings, by: str, *options: str, command: str = "review") -> None:
        code = "from flows.cli import main; main()"
        arguments = [sys.executable, "-c", code, command, "-o", str(settings.outputs), "--by", by, *options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> str:
        """Ctrl-C; what is printed at the end."""
        self.process.send_signal(signal.SIGINT)
        told, _ = self.process.communicate(timeout=30)
        assert self.process.returncode == 0
        return told
