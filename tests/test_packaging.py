"""What a fresh clone installs: dependencies that are used and explained, a complete lock, entry points that resolve."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from importlib.metadata import EntryPoint, packages_distributions
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
HOLD_ANOTHER_BACK = {"fastapi", "sqlalchemy"}
"""Never imported here: listed only to keep Prefect's own dependency at a version it works with."""
USED_AT_A_DISTANCE = {"prefect-dask"}
"""Loaded by name or by another package on our behalf."""
TYPESETTING = ROOT / "corpus" / "sample"
"""Makes the sample review's PDF with a development tool; nothing at run time imports it."""
CODE = [
    file
    for layer in ("corpus", "extractors", "pipeline", "flows")
    for file in (ROOT / layer).rglob("*.py")
    if file.parent != TYPESETTING
]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def bare(requirement: str) -> str:
    return normal(re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0])


def runtime_requirements() -> set[str]:
    extras = [item for group in PROJECT["optional-dependencies"].values() for item in group]
    return {bare(item) for item in [*PROJECT["dependencies"], *extras]}


def imported_distributions() -> set[str]:
    tops = set()
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                tops |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                tops.add(node.module.split(".")[0])
    known = packages_distributions()
    return {normal(distribution) for top in tops for distribution in known.get(top, [])} - {"ionmine"}


def entry_points() -> list[tuple[str, str, str]]:
    groups = dict(PROJECT.get("entry-points", {}))
    groups["console_scripts"] = PROJECT["scripts"]
    return [(group, name, value) for group, points in groups.items() for name, value in points.items()]


LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", "").splitlines()
"""One line a package: name, version, marker, hashes."""


def test_lock_has_hashes_and_names_no_index() -> None:
    wanted = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^-]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+")
    assert LOCK
    assert not [line for line in LOCK if not wanted.fullmatch(line)]
    assert "--require-hashes" in (ROOT / "Makefile").read_text(encoding="utf-8")


def licences() -> ModuleType:
    spec = importlib.util.spec_from_file_location("licences", ROOT / "docs" / "licences.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_licences_is_that_of_the_lock() -> None:
    made = licences()
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| ([a-z0-9-]+) \| (\S+ \| .+) \|$", page, re.MULTILINE))
    told = {name: row for name, row in told.items() if name not in ("package", "---")}
    assert told.keys() == {name for name, _, _ in made.rows()}, "run: python docs/licences.py > docs/licences.md"
    here = {name: f"{version} | {licence}" for name, version, licence in made.rows() if licence != made.NOT_HERE}
    assert {name: row for name, row in told.items() if name in here} == here


def test_the_readme_names_what_is_not_permissive() -> None:
    made, readme = licences(), (ROOT / "README.md").read_text(encoding="utf-8")
    special = {name for name, _, licence in made.rows() if made.COPYLEFT.search(licence)}
    assert special == {"certifi", "hypothesis", "orjson", "pathspec", "text-unidecode", "tqdm"}
    assert not [name for name in special if name not in readme]


def test_lock_holds_every_requirement_and_no_neural_toolkit() -> None:
    locked = {line.split("==")[0] for line in LOCK}
    development = {bare(item) for item in PYPROJECT["dependency-groups"]["dev"]}
    assert runtime_requirements() | development <= locked
    assert not locked & {"torch", "transformers", "stanza", "tensorflow"}


def test_every_requirement_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for requirement in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["cde"]]:
        line = next(line for line in text.splitlines() if f'"{requirement}"' in line)
        assert re.search(r"#\s*\w+", line), requirement


def test_requirements_are_those_the_code_imports() -> None:
    declared, imported = runtime_requirements(), imported_distributions()
    assert not imported - declared, "imported but not declared"
    assert not declared - imported - HOLD_ANOTHER_BACK - USED_AT_A_DISTANCE, "declared but never imported"


@pytest.mark.parametrize(("group", "name", "value"), entry_points(), ids=str)
def test_entry_points_resolve(group: str, name: str, value: str) -> None:
    assert callable(EntryPoint(name, value, group).load())


def test_supported_pythons_agree() -> None:
    assert PROJECT["requires-python"] == ">=3.11,<3.14"
    assert "(3, 11) <= sys.version_info[:2] < (3, 14)" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_data_files_beside_the_code_are_installed_with_it() -> None:
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["*"]
    beside = [
        file
        for layer in ("corpus", "extractors", "pipeline", "flows")
        for file in (ROOT / layer).rglob("*")
        if file.is_file() and file.suffix not in {".py", ".pyc"}
    ]
    assert beside
    assert not [str(file) for file in beside if not any(fnmatch(file.name, pattern) for pattern in patterns)]


@pytest.mark.parametrize("command", [["-m", "ionmine"], ["-c", "import ionmine; ionmine.main()"]])
def test_folders_of_the_user_are_not_taken_for_ours(tmp_path: Path, command: list[str]) -> None:
    """Somebody's own pipeline/ and corpus/ lie in the current folder; workers start there too."""
    for name in ("pipeline", "corpus", "extractors", "flows"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('the wrong package')\n")
    (tmp_path / "note.txt").write_text("Li6PS5Br reached 2.4 mS cm^-1 at 25 °C.", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, *command, "extract", "note.txt", "--format", "jsonl"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert '"material": "Li6PS5Br"' in done.stdout
