"""How a long run tells how far it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of the stages of a run; the command line draws bars of it, a flow writes its log."""

    def begin(self, stage: str, total: int) -> None:
        """A stage of ``total`` steps begins."""
        ...

    def advance(self, stage: str, steps: int = 1) -> None:
        """Steps of a stage are done."""
        ...

    def tell(self, stage: str, file: str, message: str) -> None:
        """What a stage has to say of one document."""
        ...

    def end(self, stage: str, note: str = "") -> None:
        """A stage is over; ``note`` says in a few words what came of it."""
        ...


class Silent:
    """Tells nobody."""

    def begin(self, stage: str, total: int) -> None:
        """Nothing."""

    def advance(self, stage: str, steps: int = 1) -> None:
        """Nothing."""

    def tell(self, stage: str, file: str, message: str) -> None:
        """Nothing."""

    def end(self, stage: str, note: str = "") -> None:
        """Nothing."""
