"""No pattern may be too long to be read, or take time that grows faster than the square of what it reads."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pumped_patterns import Found, compiled_patterns, growth
from tests.test_architecture import FILES, name_of

LONGEST = 300
"""Characters of a pattern beyond which nobody can say what it matches: longer ones are built of parts that have names, or
are words that belong into data."""

OF_A_PATTERN = re.compile(r"\(\?|\\[bBdDsSwW]|\[\^")


@pytest.fixture(scope="module")
def patterns() -> list[Found]:
    return compiled_patterns()


def literals(text: str) -> Iterator[tuple[int, str]]:
    """The parts of patterns that a file spells out, each with its line; what a part takes from others is left out."""
    waiting: list[ast.AST] = [ast.parse(text)]
    while waiting:
        node = waiting.pop()
        told = node.values if isinstance(node, ast.JoinedStr) else [node]
        part = "".join(each.value for each in told if isinstance(each, ast.Constant) and isinstance(each.value, str))
        if OF_A_PATTERN.search(part):
            yield node.lineno, part  # type: ignore[attr-defined]
        if not isinstance(node, ast.JoinedStr) and not _is_docstring(node):
            waiting += ast.iter_child_nodes(node)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_no_part_of_a_pattern_is_too_long_to_be_read(file: Path) -> None:
    assert not {line: len(part) for line, part in literals(file.read_text(encoding="utf-8")) if len(part) > LONGEST}


def test_parts_of_patterns_are_seen() -> None:
    text = 'A = "said"\nB = rf"\\b{A}(?:x|" r"y)"\n\ndef f():\n    """(?:no pattern)"""\n'
    assert list(literals(text)) == [(2, "\\b(?:x|y)")]


def test_no_pattern_grows_exponentially_or_cubically(patterns: list[Found]) -> None:
    assert not {found.place: told for found in patterns if (told := growth(found))}


@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"(?:\d|\d\d)+x", r"\s*\s*\s*;"])
def test_a_pattern_that_grows_is_seen(pattern: str) -> None:
    assert growth(Found(pattern, re.compile(pattern).flags, "here"))


@pytest.mark.parametrize("pattern", [r"(?>a+)b", r"\d{1,3}(?:,\d{3})*+", r"[^.]{0,60}\."])
def test_a_bounded_pattern_is_not(pattern: str) -> None:
    assert not growth(Found(pattern, re.compile(pattern).flags, "here"))
