"""No function may take so many decisions that nobody can say what it does."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.test_architecture import ALL_FILES, name_of

MOST = 15
"""Cyclomatic complexity of a function, its conditions and comprehensions counted."""

OPEN = (
    "tests/flows/review/test_sheet.py",
    "tests/flows/test_cli.py",
    "tests/pipeline/corrections/test_changed_rules.py",
    "tests/pipeline/corrections/test_stage.py",
)
"""Where functions above it are left: the list may only grow shorter."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def decisions(node: ast.AST) -> int:
    """How many ways a node adds to those through its function."""
    match node:
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.Try():
            return len(node.handlers) + bool(node.orelse)
        case ast.For() | ast.AsyncFor() | ast.While():
            return 1 + bool(node.orelse)
        case ast.If() | ast.IfExp() | ast.Assert() | ast.match_case():
            return 1
    return 0


def inside(function: Function) -> Iterator[ast.AST]:
    """The nodes of a function without those of functions in it."""
    waiting: list[ast.AST] = [function]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, Function)]


def complexities(text: str) -> dict[str, int]:
    """The complexity of every function of a file, by its name and line."""
    found = (node for node in ast.walk(ast.parse(text)) if isinstance(node, Function))
    return {f"{node.name}:{node.lineno}": 1 + sum(map(decisions, inside(node))) for node in found}


@pytest.mark.parametrize("file", [f for f in ALL_FILES if not name_of(f).startswith(OPEN)], ids=name_of)
def test_no_function_decides_too_much(file: object) -> None:
    counted = complexities(file.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    assert not {name: count for name, count in counted.items() if count > MOST}


def test_what_is_counted() -> None:
    text = "def f(a, b):\n    if a and b or a:\n        return [x for x in a if x]\n    return 1 if b else 2\n"
    assert complexities(text) == {"f:1": 7}
