"""No pattern may be too long to be read, or take time that grows faster than the square of what it reads."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

from corpus.patterns import Pattern, Patterns, words_of
from corpus.repair.marks import SUPERSCRIPT_END, SUPERSCRIPT_START
from extractors.linking.cues import CUES, MASK, masked
from tests.pumped_patterns import Found, compiled_patterns, growth, sample
from tests.test_architecture import FILES, LAYERS, ROOT, name_of

LONGEST = 300
"""Characters of a pattern beyond which nobody can say what it matches: longer ones are built of parts that have names, or
are words that belong into data."""

LINKING = "".join(file.read_text(encoding="utf-8") for file in FILES if "extractors/linking/" in name_of(file))
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


def module_of(file: Path) -> ModuleType:
    return import_module(name_of(file).removesuffix(".py").removesuffix("/__init__").replace("/", "."))


def readers() -> Iterator[tuple[Path, str, Patterns]]:
    """Every module that reads with the patterns of a file, and by which name it calls them."""
    for file in FILES:
        if re.search("atterns|[cC]ues", file.read_text(encoding="utf-8")) and ".second_reader" not in str(file):
            found = vars(module_of(file)).items()
            yield from ((file, name, value) for name, value in found if isinstance(value, Patterns))


READERS = list(readers())
TABLES = list({patterns.file: patterns for _, _, patterns in READERS}.values())
of_each_table = pytest.mark.parametrize("patterns", TABLES, ids=lambda patterns: name_of(patterns.file))


@pytest.mark.parametrize("file", DATA_FILES, ids=name_of)
def test_no_pattern_of_a_file_is_too_long(file: Path) -> None:
    found = {(path, name): len(text) for path, table in tables(read(file)) for name, text in spelled(table).items()}
    assert not {place: length for place, length in found.items() if length > LONGEST}


OTHER_FILES = [file for file in DATA_FILES if file not in {patterns.file for patterns in TABLES}]


@pytest.mark.parametrize("file", [file for file in OTHER_FILES if name_of(file) not in SURFACES], ids=name_of)
def test_each_cue_has_what_it_fits_and_what_it_must_not(file: Path) -> None:
    """The pieces of joints are tried with these; a part that only looks ahead or back fits nothing by itself."""
    cues = [(path, table) for path, table in tables(read(file)) if path != ".pieces" and spelled(table)]
    assert not [path for path, cue in cues if not (FITS & cue.keys() and FITS_NOT & cue.keys())]


@of_each_table
def test_no_pattern_stands_without_its_examples(patterns: Patterns) -> None:
    bare = [name for name, entry in patterns.entries.items() if not {"examples", "counters"} <= entry.keys()]
    assert not bare or name_of(patterns.file).startswith(TOLD_IN_COMMENTS)


@of_each_table
def test_each_pattern_fits_its_examples_and_not_its_counters(patterns: Patterns) -> None:
    for name, entry in patterns.entries.items():
        tried(name, lambda text, name=name: patterns[name].find(as_it_is_read(text, patterns[name])), entry)


@pytest.mark.parametrize("file", DATA_FILES, ids=name_of)
def test_each_part_fits_its_examples_and_not_its_counters(file: Path) -> None:
    table = next((patterns for patterns in TABLES if patterns.file == file), None)
    words = read(file) if table is not None else read(file).get("words", {})
    spelled_out = table.parts if table is not None else words_of(words)
    for name, entry in words.items():
        if name.islower() and isinstance(entry, dict):
            tried(name, lambda text, name=name: re.fullmatch(spelled_out[name], marked(text)), entry)


def as_it_is_read(text: str, pattern: Pattern) -> str:
    """An example as the code shows it to a pattern."""
    return masked(text) if MASK in pattern.compiled.pattern else marked(text)


def marked(text: str) -> str:
    """An example with the marks that stand around a superscript while a text is repaired."""
    return text.replace("{start}", SUPERSCRIPT_START).replace("{end}", SUPERSCRIPT_END)


def tried(name: str, fits: Callable[[str], object], told: dict[str, Any]) -> None:
    assert not [(name, text) for text in told.get("examples", ()) if not fits(text)]
    assert not [(name, text) for text in told.get("counters", ()) if fits(text)]


@of_each_table
def test_each_part_of_a_file_is_used(patterns: Patterns) -> None:
    told = read(patterns.file)
    written = [str(entry["pattern"] if isinstance(entry, dict) else entry) for entry in told.values()]
    parts = {part for text in (*written, *asked(patterns)) for part in PART.findall(text)}
    assert {name for name in told if name.islower()} - HEAD <= parts


@of_each_table
def test_each_pattern_of_a_file_is_used(patterns: Patterns) -> None:
    """By its name, by a name in words, or because a module goes through all of them."""
    names = "|".join(sorted({name for _, name, table in READERS if table is patterns}))
    text = "\n".join(asked(patterns))
    found = set(re.findall(rf"\b(?:{names})\.([A-Z_]+)\b", text))
    in_words = set(map(str.upper, re.findall(r"[\"']([A-Za-z_]+)[\"']", text)))
    assert patterns.entries.keys() <= found | in_words or re.search(rf"\b(?:{names})\.entries\b", text)


HEAD = {"blank", "any_case"}
"""What holds for a whole file."""


def asked(patterns: Patterns) -> list[str]:
    """The modules that read with the patterns of a file."""
    return [file.read_text(encoding="utf-8") for file, _, table in READERS if table is patterns]


def test_a_pattern_that_is_asked_for_stands_in_its_file() -> None:
    for file, name, patterns in READERS:
        calls = re.findall(rf"(?<![\w.]){name}\.([A-Z_]+)\b", file.read_text(encoding="utf-8"))
        assert set(calls) <= patterns.entries.keys()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\b(?:fits|find)\(\"([a-z_]+)\"", LINKING))))
def test_a_cue_of_linking_that_is_asked_for_stands_in_its_file(name: str) -> None:
    assert name.upper() in CUES.entries


@pytest.mark.parametrize("name", CUES.entries)
def test_each_cue_of_linking_is_used(name: str) -> None:
    assert f'"{name.lower()}"' in LINKING or f"CUES.{name}" in LINKING


@pytest.mark.parametrize(("pattern", "text"), [("glass ceramics?", "glaſs ceramics"), ("in μm wide", "IN µm WIDE")])
def test_letters_that_an_engine_takes_for_others_are_found(pattern: str, text: str) -> None:
    assert Pattern(pattern, any_case=True).search("The samples that were pressed and sintered in air had " * 2 + text)


def test_letters_of_a_pattern_are_looked_for_first() -> None:
    pattern = Pattern(r"\b(?:[Bb]arium|[Ss]trontium) (?:zirconat|cerat)es?\b", any_case=True)
    text = "Of all oxides that were pressed and sintered in air at high temperature, {} alone conduct protons."
    for found, name in ((True, "BARIUM cerates"), (False, "barium titanates"), (False, "barium xceratesx")):
        assert bool(pattern.search(text.format(name))) == bool(list(pattern.finditer(text.format(name)))) == found


@of_each_table
def test_no_match_is_lost_for_letters(patterns: Patterns) -> None:
    before = "of all that is told here " * 4
    for name in patterns.entries:
        compiled = patterns[name].compiled
        shown = [as_it_is_read(text, patterns[name]) for text in patterns.entries[name].get("examples", ())]
        made = [sample(_parser.parse(compiled.pattern, compiled.flags), choice) for choice in range(6)]
        for text in (*shown, *made, *(before + text for text in (*shown, *made))):
            assert bool(patterns[name].search(text)) == bool(compiled.search(text)), (name, text)
            assert len(list(patterns[name].finditer(text))) == len(list(compiled.finditer(text))), (name, text)


def test_letters_are_looked_for_between_the_bounds() -> None:
    pattern, text = Pattern("cerates?"), f"{'a glass ' * 20}cerate{' of a glass' * 20}"
    assert pattern.search(text, 100, 180) and not pattern.search(text, 0, 160) and not pattern.search(text, 170)


def test_a_file_of_patterns_is_read(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        'blank = \'\\s+\'\nmetal = \'Li|Na\'\nOF = """\nof ({metal}|\n[ K]{sign})[ ]at"""\n', encoding="utf-8"
    )
    assert Patterns(file, sign="[+]").OF.compiled.pattern == r"of\s+(Li|Na|[ K][+])[ ]at"


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
