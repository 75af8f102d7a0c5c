"""Progress bars, one a stage; plain lines where there is no terminal, JSON lines where they are asked for."""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from types import TracebackType

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from flows.console import errors
from pipeline.memory import most_memory


class Bars:
    """A :class:`pipeline.progress.Progress` on standard error. Use as a context manager."""

    def __init__(self) -> None:
        self._console = errors()
        self._tasks: dict[str, TaskID] = {}
        self._begun: dict[str, float] = {}
        self._bars = Progress(
            TextColumn("{task.description:<12}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[note]}", style="dim", markup=False),
            console=self._console,
            disable=not self._console.is_terminal,
        )

    def __enter__(self) -> Bars:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def begin(self, stage: str, total: int) -> None:
        """Show a bar for the stage."""
        self._begun[stage] = time.monotonic()
        self._tasks[stage] = self._bars.add_task(stage, total=total, note="")

    def advance(self, stage: str, steps: int = 1) -> None:
        """Fill the bar by so many steps."""
        self._bars.advance(self._tasks[stage], steps)

    def tell(self, stage: str, file: str, message: str) -> None:
        """Without a terminal, a line about the document."""
        if not self._console.is_terminal:
            self._console.print(f"{stage}: {file}: {message}")

    def end(self, stage: str, note: str = "") -> None:
        """Fill the bar; without a terminal, tell of the stage in one line."""
        task = self._tasks[stage]
        total = self._bars.tasks[task].total
        self._bars.update(task, completed=total, note=note)
        self._bars.stop_task(task)
        if not self._console.is_terminal:
            seconds = time.monotonic() - self._begun[stage]
            self._console.print(f"{stage}: {note or 'done'} ({seconds:.1f} s)")


class JsonLines:
    """A :class:`pipeline.progress.Progress` as one JSON object a line on standard error."""

    def __init__(self) -> None:
        self._begun: dict[str, tuple[float, float]] = {}

    def _write(self, **fields: object) -> None:
        told = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **fields}
        print(json.dumps(told), file=sys.stderr, flush=True)

    def begin(self, stage: str, total: int) -> None:
        """A stage begins."""
        self._begun[stage] = time.monotonic(), time.process_time()
        self._write(event="begin", stage=stage, total=total)

    def advance(self, stage: str, steps: int = 1) -> None:
        """Nothing: documents have lines of their own."""

    def tell(self, stage: str, file: str, message: str) -> None:
        """What a stage says of a document."""
        self._write(event="document", stage=stage, file=file, message=message)

    def end(self, stage: str, note: str = "") -> None:
        """A stage is over."""
        now = time.monotonic(), time.process_time()
        wall, computed = (end - begin for end, begin in zip(now, self._begun.get(stage, now), strict=True))
        spent = {"seconds": round(wall, 3), "computed": round(computed, 3), "memory": round(most_memory())}
        self._write(event="end", stage=stage, **spent, note=note)
