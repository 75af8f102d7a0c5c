"""The signs of a document: first of all the usual ones are put in place of what stands for them."""

from __future__ import annotations

from corpus.document import Problem
from corpus.mapped_text import MappedText
from corpus.repair.usual_signs import mojibake_count, usual_signs


def read_signs(raw: str) -> tuple[MappedText, list[Problem]]:
    """The text with its signs put right, mapped to ``raw``, and what was inferred or stays lost."""
    problems = []
    if mojibake_count(raw):
        problems.append(Problem("mojibake", "UTF-8 that had been read as another encoding was put right"))
    return usual_signs(MappedText.from_raw(raw)), problems
