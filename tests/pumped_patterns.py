"""Finds patterns whose time grows too fast, by pumping each of their unbounded repeats.

A string that nearly matches makes a backtracking engine try every way of splitting it: ``(a+)+b`` takes 2^n steps on
``aaaa``. Every repeat of a pattern gets strings made of what it repeats, behind a beginning that leads to it.
"""

from __future__ import annotations

import json
import math
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LONGEST_REPEAT = 20
"""A repeat bounded below this cannot hurt."""

COMMON_PUMPS = (" ", "1", "A", "1 and ", "-")
FIRST, LONG = 200, 800  # characters
CUBIC = 2.6
"""An exponent of growth above this is refused: cubic, with some room for noise."""

CONFIRMED = 4
"""Measurements that must all say so: a busy machine makes one of them look steeper, never each."""

NOTICED = 0.03
"""Seconds for the long string below which no growth is told from noise."""

STEADY = 0.1
"""Seconds of searching over which an exponent is measured: the clock of some machines goes on in steps of 10 ms."""

GIVEN_UP = 1.5
"""Seconds of CPU after which a pattern counts as exponential."""

ENDS = ("\x00", "")

COLLECT = """
import json, pkgutil, re, sys, importlib
found = {}
real = re.compile
def compile(pattern, flags=0):
    made = real(pattern, flags)
    frame = sys._getframe(1)
    name = frame.f_globals.get("__name__", "")
    if name.split(".")[0] in ("corpus", "extractors", "pipeline", "flows") and isinstance(made.pattern, str):
        found.setdefault((made.pattern, made.flags), f"{name}:{frame.f_lineno}")
    return made
re.compile = compile
for top in ("corpus", "extractors", "pipeline"):
    package = importlib.import_module(top)
    for module in pkgutil.walk_packages(package.__path__, top + "."):
        if not module.name.endswith("__main__") and ".second_reader." not in module.name:
            importlib.import_module(module.name)
from pathlib import Path
from corpus.patterns import Pattern, Patterns
from corpus.reader import read
from extractors.extract import extract
extract(read(Path("corpus/sample/sample-review.txt")))
for value in list(sys.modules.values()):
    name = getattr(value, "__name__", "")
    if name.split(".")[0] in ("corpus", "extractors", "pipeline"):
        for key, made in vars(value).items():
            made = made.compiled if isinstance(made, Pattern) else made
            if isinstance(made, re.Pattern) and isinstance(made.pattern, str):
                found.setdefault((made.pattern, made.flags), f"{name}.{key}")
            if isinstance(made, Patterns):
                for each in (made[name].compiled for name in made.entries):
                    found.setdefault((each.pattern, each.flags), f"{made.file.name}")
from extractors.properties import specifications
for spec in specifications().values():
    for made in (spec.table_head, *(cue.pattern for cue in spec.cues)):
        found.setdefault((made.pattern, made.flags), f"property {spec.kind}")
print(json.dumps([[pattern, flags, place] for (pattern, flags), place in found.items()]))
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A compiled pattern and where it is made."""

    pattern: str
    flags: int
    place: str


def compiled_patterns() -> list[Found]:
    """Every pattern that the packages compile when they are imported and read the sample."""
    done = subprocess.run([sys.executable, "-c", COLLECT], cwd=ROOT, capture_output=True, text=True, check=True)
    return [Found(*row) for row in json.loads(done.stdout.splitlines()[-1])]


def sample(items: Any, choice: int) -> str:
    """A string that the items of a parsed pattern match (look-arounds aside)."""
    return "".join(_sample_item(operation, argument, choice) for operation, argument in items)


def _sample_item(operation: Any, argument: Any, choice: int) -> str:
    if operation is sre.LITERAL:
        return chr(argument)
    if operation is sre.IN:
        return _member(argument, choice)
    if operation in (sre.ANY, sre.NOT_LITERAL):
        return "a" if argument != ord("a") else "b"
    if operation is sre.BRANCH:
        return sample(argument[1][choice % len(argument[1])], choice)
    if operation is sre.SUBPATTERN:
        return sample(argument[-1], choice)
    if operation is sre.ATOMIC_GROUP:
        return sample(argument, choice)
    if operation in REPEATS:
        return sample(argument[2], choice) * max(argument[0], 1)
    return ""


REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
CATEGORIES = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a"}
NEGATED = {sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: " "}


def _member(argument: Any, choice: int) -> str:
    if argument[0][0] is sre.NEGATE:
        refused = re.compile("[" + "".join(_written(item) for item in argument[1:]) + "]")
        return next((c for c in "a1 A,-\x01" if not refused.match(c)), "~")
    operation, value = argument[choice % len(argument)]
    if operation is sre.RANGE:
        return chr(value[0])
    return (CATEGORIES | NEGATED)[value] if operation is sre.CATEGORY else chr(value)


def _written(item: Any) -> str:
    operation, value = item
    if operation is sre.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if operation is sre.CATEGORY:
        named = {"digit": "d", "space": "s", "word": "w"}
        kind = str(value).lower().rsplit("_", 1)[-1]
        return "\\" + (named[kind].upper() if "not" in str(value).lower() else named[kind])
    return re.escape(chr(value))


def repeats(items: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every repeat that has (nearly) no bound, with a string that leads to it."""
    for operation, argument in items:
        bodies: list[Any] = []
        if operation in REPEATS:
            bodies = [argument[2]]
            if operation is not sre.POSSESSIVE_REPEAT and argument[1] >= LONGEST_REPEAT:
                yield before, argument[2]
        elif operation is sre.BRANCH:
            bodies = list(argument[1])
        elif operation is sre.SUBPATTERN:
            bodies = [argument[-1]]
        elif operation in (sre.ASSERT, sre.ASSERT_NOT):
            bodies = [argument[1]]
        elif operation is sre.ATOMIC_GROUP:
            bodies = [argument]
        for body in bodies:
            yield from repeats(body, before)
        before += _sample_item(operation, argument, 0)


def pumps(found: Found) -> set[tuple[str, str]]:
    """Beginnings and what to repeat behind them."""
    made = set()
    for before, body in repeats(_parser.parse(found.pattern, found.flags & ~re.UNICODE)):
        bodies = {sample(body, choice) for choice in range(3)} | set(COMMON_PUMPS)
        made |= {(before[-60:], pump) for pump in bodies if pump}
    return made


class OutOfTimeError(Exception):
    """The engine did not come back in time."""


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """Raise :class:`OutOfTimeError` after so many seconds of the process' own CPU time."""

    def up(number: int, frame: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGVTALRM, up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _seconds(pattern: re.Pattern[str], text: str, times: int = 1) -> float:
    begin = time.process_time()
    for _ in range(times):
        pattern.search(text)
    return time.process_time() - begin


def growth(found: Found) -> str:
    """How a pattern grows too fast, in words; empty when it does not."""
    pattern = re.compile(found.pattern, found.flags)
    for before, pump in sorted(pumps(found)):
        for end in ENDS:
            try:
                exponent = _exponent(pattern, lambda length, b=before, p=pump, e=end: b + p * (length // len(p)) + e)
            except OutOfTimeError:
                return f"exponential or cubic on {before!r} + {pump!r} * n"
            if exponent > CUBIC:
                return f"n^{exponent:.1f} on {before!r} + {pump!r} * n"
    return ""


def _exponent(pattern: re.Pattern[str], text: Callable[[int], str]) -> float:
    """The least exponent of growth over repeated measurements; 0 when the pattern is too fast for cubic growth to show.

    Raises
    ------
    OutOfTimeError
        One measurement took longer than :data:`GIVEN_UP`.
    """
    with cpu_limit(GIVEN_UP):
        if _seconds(pattern, text(FIRST)) < NOTICED / (LONG / FIRST) ** 3:
            return 0.0  # were it cubic, it would not be noticed yet
        once = _seconds(pattern, text(LONG))
    if once < NOTICED:
        return 0.0
    times = math.ceil(STEADY / once)
    least = math.inf
    for _ in range(CONFIRMED):
        with cpu_limit(GIVEN_UP + STEADY):
            short, long = (_seconds(pattern, text(length), times) for length in (LONG // 2, LONG))
        least = min(least, math.log2(long / max(short, 1e-6)))
        if least <= CUBIC:
            break
    return least
