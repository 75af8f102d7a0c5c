"""No pattern may be too long to be read, or take time that grows faster than the square of what it reads."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from corpus.patterns import Patterns, words_of
from corpus.repair.marks import SUPERSCRIPT_END, SUPERSCRIPT_START
from extractors.linking.cues import MASK
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


DATA_FILES = [
    file for layer in LAYERS for file in sorted((ROOT / layer).rglob("*.*")) if file.suffix in (".toml", ".json")
]
FILES_OF_PATTERNS = [
    file for file in DATA_FILES if "The form of the file: corpus/patterns.py" in file.read_text(encoding="utf-8")
]
PART = re.compile(r"\{([A-Za-z_]+)\}")
FITS = {"example", "examples", "matches"}
FITS_NOT = {"counter", "counters", "never", "not", "leaves"}
SURFACES = {"extractors/synthesis/vocabulary.toml"}
"""Lists of terms, each with its source; what they find is tested in whole sentences."""

TOLD_IN_COMMENTS = ("corpus/readers/pdf/", "corpus/structure/patterns.toml", "extractors/synthesis/patterns/")
"""Where files of patterns say in comments, if at all, what a pattern fits; elsewhere each has its examples."""


def read(file: Path) -> dict[str, Any]:
    text = file.read_text(encoding="utf-8")
    return tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)


def tables(told: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """All tables of a data file, each with where it stands."""
    if isinstance(told, dict):
        yield path, told
    for name, inner in told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ():
        yield from tables(inner, f"{path}.{name}")


def spelled(table: dict[str, Any]) -> dict[str, str]:
    """The patterns that a table spells out itself, without the parts that they take from others."""
    lists = {name: told if isinstance(told, list) else [told] for name, told in table.items()}
    told = {f"{name}.{at}": text for name, texts in lists.items() for at, text in enumerate(texts)}
    return {name: PART.sub("", t) for name, t in told.items() if isinstance(t, str) and OF_A_PATTERN.search(t)}


def tables_of_patterns() -> list[Patterns]:
    """All files of patterns as modules have read them."""
    texts = {file: file.read_text(encoding="utf-8") for file in FILES}
    modules = [
        module_of(file) for file, text in texts.items() if "atterns(" in text and ".second_reader" not in str(file)
    ]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Patterns)]
    return list({patterns.file: patterns for patterns in found}.values())


def module_of(file: Path) -> ModuleType:
    return import_module(name_of(file).removesuffix(".py").removesuffix("/__init__").replace("/", "."))


@pytest.mark.parametrize("file", DATA_FILES, ids=name_of)
def test_no_pattern_of_a_file_is_too_long(file: Path) -> None:
    found = {(path, name): len(text) for path, table in tables(read(file)) for name, text in spelled(table).items()}
    assert not {place: length for place, length in found.items() if length > LONGEST}


@pytest.mark.parametrize("file", [file for file in DATA_FILES if name_of(file) not in SURFACES], ids=name_of)
def test_each_cue_has_what_it_fits_and_what_it_must_not(file: Path) -> None:
    assert not [path for path, cue in cues_of(file) if not (FITS & cue.keys() and FITS_NOT & cue.keys())]


def cues_of(file: Path) -> list[tuple[str, dict[str, Any]]]:
    """The entries that tell by patterns, each with where it stands; of a file of patterns alone those in capitals.

    The pieces of joints are tried with these; a part that only looks ahead or back fits nothing by itself.
    """
    cues = [(path, table) for path, table in tables(read(file)) if path != ".pieces" and spelled(table)]
    return [(path, cue) for path, cue in cues if path.isupper()] if file in FILES_OF_PATTERNS else cues


@pytest.mark.parametrize("file", FILES_OF_PATTERNS, ids=name_of)
def test_no_pattern_stands_without_its_examples(file: Path) -> None:
    bare = [name for name, entry in read(file).items() if isinstance(entry, str) and name.isupper()]
    assert not bare or name_of(file).startswith(TOLD_IN_COMMENTS)


@pytest.mark.parametrize("file", [file for file in DATA_FILES if "words" in read(file)], ids=name_of)
def test_each_part_fits_its_examples_and_not_its_counters(file: Path) -> None:
    words = read(file)["words"]
    for name, pattern in words_of(words, NOUN=MASK).items():
        tried(name, re.compile(pattern).fullmatch, words.get(name, {}))


@pytest.mark.parametrize("patterns", tables_of_patterns(), ids=lambda patterns: name_of(patterns.file))
def test_each_pattern_fits_its_examples_and_not_its_counters(patterns: Patterns) -> None:
    for name, entry in read(patterns.file).items():
        if isinstance(entry, dict):
            fits = re.compile(patterns.parts[name]).fullmatch if name.islower() else getattr(patterns, name).search
            tried(name, lambda text, fits=fits: fits(marked(text)), entry)


def marked(text: str) -> str:
    """An example with the marks that stand around a superscript while a text is repaired."""
    return text.replace("{start}", SUPERSCRIPT_START).replace("{end}", SUPERSCRIPT_END)


def tried(name: str, fits: Callable[[str], object], told: dict[str, list[str]]) -> None:
    assert not [(name, text) for text in told.get("examples", ()) if not fits(text)]
    assert not [(name, text) for text in told.get("counters", ()) if fits(text)]


@pytest.mark.parametrize("file", FILES_OF_PATTERNS, ids=name_of)
def test_each_pattern_of_a_file_is_used(file: Path) -> None:
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    assert {name for name in told if name.islower()} - {"blank"} <= {
        part for entry in told.values() for part in PART.findall(entry if isinstance(entry, str) else entry["pattern"])
    }
    readers = [*file.parent.rglob("*.py"), *file.parent.parent.glob("*.py")]
    used = "\n".join(reader.read_text(encoding="utf-8") for reader in readers)
    assert not [name for name in told if name.isupper() and not re.search(rf"[A-Z]\.{name}\b", used)]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_pattern_that_is_asked_for_stands_in_its_file(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if "atterns" in text and ".second_reader" not in str(file):
        module = module_of(file)
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
