"""The layout of the code: who may import whom, how long a file may be, what must be documented."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("corpus", "extractors", "pipeline", "flows")
LONGEST_FILE = 400
FILES = [file for layer in LAYERS for file in sorted((ROOT / layer).rglob("*.py"))]
ALL_FILES = FILES + [file for folder in ("tests", "benchmarks") for file in sorted((ROOT / folder).rglob("*.py"))]


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def imported_modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def public_definitions(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node.body, f"{prefix}{node.name}.")


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_imports_point_to_earlier_layers_only(file: Path) -> None:
    own = LAYERS.index(file.relative_to(ROOT).parts[0])
    imported = {module.split(".")[0] for module in imported_modules(ast.parse(file.read_text(encoding="utf-8")))}
    assert not imported & set(LAYERS[own + 1 :])


@pytest.mark.parametrize("file", ALL_FILES, ids=name_of)
def test_files_keep_to_one_job(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) < LONGEST_FILE


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_what_is_public_has_a_docstring(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module says what it is for"
    undocumented = [name for name, node in public_definitions(tree.body) if not ast.get_docstring(node)]  # type: ignore[arg-type]
    assert not undocumented


@pytest.mark.parametrize("layer", LAYERS)
def test_every_folder_with_code_is_a_package(layer: str) -> None:
    folders = {file.parent for file in (ROOT / layer).rglob("*.py")}
    assert not [name_of(folder) for folder in folders if not (folder / "__init__.py").is_file()]
