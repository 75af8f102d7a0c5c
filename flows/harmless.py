"""Keeps what documents hold from steering the terminal that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderableType, RenderHook
from rich.segment import Segment

from flows.console import HARMLESS


class _Shown:
    """A renderable whose text has pictures in place of control characters; rich's own control codes stay."""

    def __init__(self, inner: RenderableType) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self._inner, options):
            yield segment if segment.control else Segment(segment.text.translate(HARMLESS), segment.style)


class Harmless(RenderHook):
    """Hook of a console: everything it prints is shown harmless."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Wrap what is to be printed."""
        return [_Shown(renderable) for renderable in renderables]
