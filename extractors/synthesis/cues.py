"""Cues of ``cues.toml``: how a material and a process stand to each other in a labelled sentence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.synthesis import phrases

_NAME = re.compile(r"[A-Z]+")
_NAMED = {
    "TARGET": phrases.TARGET,
    "PROCESS": phrases.PROCESS,
    "MATERIAL": phrases.MATERIAL,
    "SOURCE": f"[{phrases.SOURCE}p]",
    "METHOD": phrases.OTHER_PROCESS,
    "QUANTITY": phrases.QUANTITY,
    "WORD": phrases.WORD,
    "ANY": "[^XR]",
    "NEAR": "[^XRMmr;]",
}
_REACH = 40  # tokens around a pair in which cues are looked for
_BRACKET = re.compile(r"\([^()XR]{0,30}\)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A named pattern over the signs of a sentence, with a sentence that shows it and one that does not."""

    name: str
    pattern: re.Pattern[str]
    example: str
    counter: str


@cache
def load() -> tuple[Cue, ...]:
    """All cues of the file."""
    entries = tomllib.loads((files("extractors.synthesis") / "cues.toml").read_text(encoding="utf-8"))["cue"]
    return tuple(Cue(e["name"], _compile(e["pattern"]), e["example"], e["counter"]) for e in entries)


def _compile(pattern: str) -> re.Pattern[str]:
    signs = {**{name: re.escape(sign) for name, sign in phrases.word_classes().items()}, **_NAMED}
    return re.compile(_NAME.sub(lambda name: signs[name.group()], pattern).replace(" ", ""))


def found_in(signs: str, target: int, process: int) -> list[str]:
    """The names of the cues that a pair shows; ``target`` and ``process`` are indices into the signs."""
    marked = list(signs)
    marked[target], marked[process] = phrases.TARGET, phrases.PROCESS
    low, high = max(0, min(target, process) - _REACH // 2), max(target, process) + _REACH
    told = _BRACKET.sub("", "".join(marked[low:high]))
    return [cue.name for cue in load() if cue.pattern.search(told)]
