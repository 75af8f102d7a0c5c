"""Progress bars, one a stage; plain lines where there is no terminal, JSON lines where they are asked for."""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from types import TracebackType

from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Drawn

from flows.console import errors
from pipeline.memory import most_memory
from pipeline.progress import Progress


class Bars(Progress):
    """Bars on standard error. Use as a context manager."""

    def __init__(self) -> None:
        super().__init__()
        self._console = errors()
        self._tasks: dict[str, TaskID] = {}
        self._bars = Drawn(
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
        super().begin(stage, total)
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
            self._console.print(f"{stage}: {note or 'done'} ({self.seconds(stage):.1f} s)")


class JsonLines(Progress):
    """One JSON object a line on standard error; documents have lines of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._computed: dict[str, float] = {}

    def _write(self, **fields: object) -> None:
        told = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **fields}
        print(json.dumps(told), file=sys.stderr, flush=True)

    def begin(self, stage: str, total: int) -> None:
        """A stage begins."""
        super().begin(stage, total)
        self._computed[stage] = time.process_time()
        self._write(event="begin", stage=stage, total=total)

    def tell(self, stage: str, file: str, message: str) -> None:
        """What a stage says of a document."""
        self._write(event="document", stage=stage, file=file, message=message)

    def end(self, stage: str, note: str = "") -> None:
        """A stage is over."""
        computed = round(time.process_time() - self._computed[stage], 3)
        spent = {"seconds": round(self.seconds(stage), 3), "computed": computed, "memory": round(most_memory())}
        self._write(event="end", stage=stage, **spent, note=note)
