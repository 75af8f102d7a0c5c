"""The operations a text tells: those its words name, and those that only their conditions tell.

"Densified at 1100 °C" is a heat treatment and "densified at 300 MPa" a pressing; a verb that no vocabulary has is a
heat treatment too when something is done so at several hundred degrees for some hours.
"""

from __future__ import annotations

from functools import lru_cache

from extractors.mentions import ZERO_CELSIUS_K
from extractors.synthesis.patterns import OPERATIONS
from extractors.synthesis.vocabulary import UNSETTLED, Mention, operation_words, otherwise

_HOT = 100.0  # °C; what is treated above is heated, below it may as well be dried or left to stand
_REMEMBERED = 512
_FIELDS = {"temperature": "heat", "pressure": "press", "speed": "mill"}


@lru_cache(maxsize=_REMEMBERED)
def find_operations(text: str) -> tuple[Mention, ...]:
    """The operations a text tells, ``code`` being the op of a step."""
    words = operation_words(text)
    bounds = [*(m.start for m in words), len(text)][1:]
    found = [_settled(m, text, bound) for m, bound in zip(words, bounds, strict=True)]
    taken = [(m.start, m.end) for m in words]
    found.extend(m for m in _unknown(text) if not any(a < m.end and m.start < b for a, b in taken))
    return tuple(sorted(m for m in found if m.code))


def _settled(mention: Mention, text: str, bound: int) -> Mention:
    """A word with the operation that the conditions behind it tell; one that names its operation as it is."""
    if not mention.code.startswith(UNSETTLED):
        return mention
    told = OPERATIONS.CONDITION.search(text, mention.end, bound)
    if told is None or OPERATIONS.CLAUSE_END.search(text, mention.end, told.start()):
        return mention._replace(code=otherwise(mention.code))
    field = told.lastgroup or ""
    if field == "temperature" and not _is_hot(told["temperature"], told.group()):
        return mention._replace(code=otherwise(mention.code))
    pressed = field == "temperature" and OPERATIONS.PRESSED.match(text, told.end(), bound)
    return mention._replace(code=_dried_or("press" if pressed else _FIELDS[field], mention))


def _dried_or(op: str, mention: Mention) -> str:
    """The operation of conditions, or drying where heat takes the gas or liquid away."""
    return "dry" if op == "heat" and OPERATIONS.EMPTIED.search(mention.surface) else op


def _is_hot(number: str, told: str) -> bool:
    degrees = float(number) - (ZERO_CELSIUS_K if told.endswith("K") else 0.0)
    return degrees >= _HOT


def _unknown(text: str) -> list[Mention]:
    """Verbs of no vocabulary that are heat treatments by temperature and time: "was ripened at 700 °C for 10 h"."""
    return [
        Mention(*m.span("verb"), "heat", m["verb"])
        for m in OPERATIONS.DONE_HOT.finditer(text)
        if _is_hot(m["temperature"], m["told"]) and not OPERATIONS.NO_TREATMENT.fullmatch(m["verb"])
    ]
