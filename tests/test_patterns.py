"""No pattern may be too long to be read, or take time that grows faster than the square of what it reads."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from corpus.patterns import Patterns
from tests.pumped_patterns import Found, compiled_patterns, growth
from tests.test_architecture import FILES, LAYERS, ROOT, name_of

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


FILES_OF_PATTERNS = [
    file
    for layer in LAYERS
    for file in sorted((ROOT / layer).rglob("*.toml"))
    if "The form of the file: corpus/patterns.py" in file.read_text(encoding="utf-8")
]
PART = re.compile(r"\{([a-z_]+)\}")


@pytest.mark.parametrize("file", FILES_OF_PATTERNS, ids=name_of)
def test_no_pattern_of_a_file_is_too_long(file: Path) -> None:
    own = {
        name: PART.sub("", text)
        for name, text in tomllib.loads(file.read_text(encoding="utf-8")).items()
        if OF_A_PATTERN.search(text)
    }
    assert not {name: len(text) for name, text in own.items() if len(text) > LONGEST}


@pytest.mark.parametrize("file", FILES_OF_PATTERNS, ids=name_of)
def test_each_pattern_of_a_file_is_used(file: Path) -> None:
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    assert {name for name in told if name.islower()} - {"blank"} <= {
        p for text in told.values() for p in PART.findall(text)
    }
    readers = [*file.parent.rglob("*.py"), *file.parent.parent.glob("*.py")]
    used = "\n".join(reader.read_text(encoding="utf-8") for reader in readers)
    assert not [name for name in told if name.isupper() and not re.search(rf"[A-Z]\.{name}\b", used)]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_pattern_that_is_asked_for_stands_in_its_file(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if "atterns" in text and ".second_reader" not in str(file):
        module = import_module(name_of(file).removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        for table in [name for name, value in vars(module).items() if isinstance(value, Patterns)]:
            assert set(re.findall(rf"(?<![\w.]){table}\.([A-Z_]+)\b", text)) <= vars(vars(module)[table]).keys()


def test_a_file_of_patterns_is_read(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        'blank = \'\\s+\'\nmetal = \'Li|Na\'\nOF = """\nof ({metal}|\n[ K]{sign})[ ]at"""\n', encoding="utf-8"
    )
    assert Patterns(file, sign="[+]").OF.pattern == r"of\s+(Li|Na|[ K][+])[ ]at"


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
