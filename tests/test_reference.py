"""The reference pages name everything there is: tables, columns, settings, commands."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from flows.cli import app
from pipeline.settings import PREFIX, Settings
from pipeline.tables import schemas
from pipeline.tables.reference import reference

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_page_on_tables_is_in_step_with_the_code() -> None:
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert page == reference(), "run: python -m pipeline.tables.reference > docs/tables.md"


@pytest.mark.parametrize("table", schemas())
def test_the_readme_names_every_table(table: str) -> None:
    assert f"| `{table}` |" in README


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_readme_names_every_setting(name: str) -> None:
    assert f"| `{PREFIX}{name.upper()}` |" in README


def commands() -> list[str]:
    group = typer.main.get_command(app)
    names = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        names += [f"{name} {sub}" for sub in command.commands] if hasattr(command, "commands") else [name]
    return names


@pytest.mark.parametrize("command", commands())
def test_the_readme_names_every_command(command: str) -> None:
    assert f"`ionmine {command}" in README
