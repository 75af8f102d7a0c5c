"""Several bounded patterns where one long alternation could not be read."""

from __future__ import annotations

import re


class Alternatives:
    """Patterns tried in turn.

    >>> unit = Alternatives(r"m?S/cm", r"m?eV")
    >>> bool(unit.match("meV")), bool(unit.match("kg"))
    (True, False)
    """

    __slots__ = ("patterns",)

    def __init__(self, *patterns: str, flags: int = 0) -> None:
        self.patterns = tuple(re.compile(pattern, flags) for pattern in patterns)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match of the first pattern that matches at ``start``."""
        for pattern in self.patterns:
            if (found := pattern.match(text, start)) is not None:
                return found
        return None

    def search(self, text: str) -> re.Match[str] | None:
        """The match of the first pattern that matches anywhere."""
        for pattern in self.patterns:
            if (found := pattern.search(text)) is not None:
                return found
        return None
