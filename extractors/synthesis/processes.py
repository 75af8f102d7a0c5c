"""The processes a sentence names: methods, operations, solvents that stand for a wet route, "the same method"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors.mentions import Material
from extractors.synthesis.vocabulary import NOT_USED, find_methods, find_operations, find_solvents, operation_method


class Level(StrEnum):
    """How much a process tells of a route."""

    METHOD = "method"  # a way of preparation by name
    TREATMENT = "treatment"  # heat or shaping by name: a step where another route is named
    OPERATION = "operation"  # one step
    SOLVENT = "solvent"  # a liquid, which may stand for a route in it
    SAME = "same"  # "the same method"


@dataclass(frozen=True, slots=True)
class Process:
    """A process named over ``[start, end)`` of a sentence; ``code`` the method it amounts to, ``op`` its operation."""

    start: int
    end: int
    surface: str
    level: Level
    code: str
    op: str
    parent: str = ""

    @property
    def is_verb(self) -> bool:
        """Whether its words are a participle: "ball-milled", "sintered"."""
        return _VERB.search(self.surface) is not None


_VERB = re.compile(r"(?:ed|ground|cast|spun|dried)(?:\s+(?:from|into|onto|on|in|at))?$")
_SAME = re.compile(
    r"\b(?:the\s+same|an?\s+similar|similar|this|the\s+above|an\s+(?:identical|analogous)|similarly)\s+(?:synthesis\s+|preparation\s+|synthetic\s+)?"
    r"(?:methods?|procedures?|way|routes?|process(?:es)?|approach(?:es)?|techniques?|manner|protocols?)\b",
    re.I,
)
# in front of a liquid that only touches something: no route goes through it
_TOUCHED = re.compile(
    r"\b(?:contact\s+with|expos\w+\s+to|absorb\w*|reacts?\s+with|stab\w+\s+(?:in|against|to|towards)|wash\w*\s+with|"
    r"sensitive\s+to)\s+(?:\w+\s+)?$"
)
_TREATMENTS = ("annealing-only", "other")


def find_processes(text: str, materials: Sequence[Material]) -> list[Process]:
    """The processes of a sentence in text order; a method wins over an operation at its place."""
    found: list[Process] = []
    for mention, method in find_methods(text):
        if any(m.start < mention.end and mention.start < m.end and m.kind != "class" for m in materials):
            continue
        if NOT_USED.search(text, 0, mention.start):
            continue
        level = Level.TREATMENT if method.code in _TREATMENTS else Level.METHOD
        span = mention.start, mention.end, mention.surface
        found.append(Process(*span, level, method.code, method.step, method.parent))
    for same in _SAME.finditer(text):
        if not _overlaps(found, same.start(), same.end()):
            found.append(Process(*same.span(), same.group(), Level.SAME, "", "other"))
    for mention in find_operations(text):
        if not _overlaps(found, mention.start, mention.end) and not NOT_USED.search(text, 0, mention.start):
            code = operation_method(mention.code)
            level = Level.TREATMENT if mention.code == "heat" else Level.OPERATION
            found.append(Process(mention.start, mention.end, mention.surface, level, code, mention.code))
    for mention in find_solvents(text):
        if not _overlaps(found, mention.start, mention.end) and not _TOUCHED.search(text, 0, mention.start):
            found.append(Process(mention.start, mention.end, mention.surface, Level.SOLVENT, "liquid-phase", "mix"))
    return sorted(found, key=lambda p: p.start)


def _overlaps(found: Sequence[Process], start: int, end: int) -> bool:
    return any(p.start < end and start < p.end for p in found)
