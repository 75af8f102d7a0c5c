"""Lines known by their words: each kind with an example and what only looks like it."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from corpus.structure.patterns import wording

KINDS = tomllib.loads((files("corpus.structure") / "wording.toml").read_text("utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_matches_its_example_and_not_the_other(kind: str) -> None:
    assert wording(kind).match(KINDS[kind]["matches"]) and not wording(kind).match(KINDS[kind]["not"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_title_is_found_however_it_is_set(kind: str) -> None:
    behind = ": text" if KINDS[kind].get("run_in") else ""
    for title in (title + behind for title in KINDS[kind].get("titles", ())):
        assert all(wording(kind).match(line) for line in (title, title.upper(), f"## {title}", f"**{title.title()}**"))
