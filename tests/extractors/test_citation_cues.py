"""Every cue around citations fits its examples and none of its counters."""

from __future__ import annotations

import pytest

from extractors.cited_source.cues import Cue, cues

GAPS = {Cue.ANOTHER_NAME, Cue.NAME_ENDS, Cue.VALUE_LIST_GAP}
"""Cues that must fill what stands between two things."""


def fits(cue: Cue, text: str) -> bool:
    pattern = cues()[cue].pattern
    return (pattern.fullmatch if cue in GAPS else pattern.search)(text) is not None


@pytest.mark.parametrize("cue", list(Cue))
def test_cue(cue: Cue) -> None:
    entry = cues()[cue]
    assert entry.examples and entry.counters
    assert [text for text in entry.examples if not fits(cue, text)] == []
    assert [text for text in entry.counters if fits(cue, text)] == []


@pytest.mark.parametrize("cue", list(Cue))
def test_no_pattern_is_long(cue: Cue) -> None:
    import tomllib
    from pathlib import Path

    import extractors.cited_source as package

    data = tomllib.loads((Path(package.__file__).parent / "cues.toml").read_text(encoding="utf-8"))
    assert max(map(len, data[cue]["patterns"])) <= 300
