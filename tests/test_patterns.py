"""No pattern may be too long to be read, or take time that grows faster than the square of what it reads."""

from __future__ import annotations

import re

import pytest

from tests.pumped_patterns import Found, compiled_patterns, growth

LONGEST = 300
"""Characters of a pattern beyond which nobody can say what it matches; longer ones are words that belong into data."""


@pytest.fixture(scope="module")
def patterns() -> list[Found]:
    return compiled_patterns()


def test_no_pattern_grows_exponentially_or_cubically(patterns: list[Found]) -> None:
    assert not {found.place: told for found in patterns if (told := growth(found))}


@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"(?:\d|\d\d)+x", r"\s*\s*\s*;"])
def test_a_pattern_that_grows_is_seen(pattern: str) -> None:
    assert growth(Found(pattern, re.compile(pattern).flags, "here"))


@pytest.mark.parametrize("pattern", [r"(?>a+)b", r"\d{1,3}(?:,\d{3})*+", r"[^.]{0,60}\."])
def test_a_bounded_pattern_is_not(pattern: str) -> None:
    assert not growth(Found(pattern, re.compile(pattern).flags, "here"))
