"""The ratchet: no figure falls and no record that was right is lost without a word.

``make baseline`` takes what is read today as the new baseline. Without ``../shared`` only the sample is watched.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reconcile.report import KINDS
from tests.baseline.ratchet import FOLDER, ROOT, TOLERANCE, Baseline, beside, changes, read, sample, stored, told_losses

NAMES = sorted(file.stem for file in FOLDER.glob("*.json"))


@pytest.fixture(scope="module", params=NAMES)
def then_and_now(request: pytest.FixtureRequest) -> tuple[str, Baseline, Baseline]:
    name: str = request.param
    shared = ROOT.parent / "shared"
    within_reach = sample() + (beside(shared) if (shared / "library").is_dir() else [])
    watched = next((each for each in within_reach if each.name == name), None)
    if watched is None:
        pytest.skip("this document (../shared) is not beside this clone")
    before = stored(name)
    assert before is not None
    return name, before, read(watched)


def test_no_figure_falls(then_and_now: tuple[str, Baseline, Baseline]) -> None:
    _, before, now = then_and_now
    assert not before.falls(now), f"fell by more than {TOLERANCE}: mend it, or `make baseline` and say why"


def test_no_right_record_is_lost_without_a_word(then_and_now: tuple[str, Baseline, Baseline]) -> None:
    name, before, now = then_and_now
    told = set(told_losses())
    lost = {
        kind: [place for place in places if (name, kind, place) not in told]
        for kind, places in before.losses(now).items()
    }
    assert not {kind: places for kind, places in lost.items() if places}, "lines of the gold file, from 0"


def test_every_loss_is_explained() -> None:
    assert not [entry for entry in changes() if not entry["why"].strip()]


def test_the_sample_is_watched() -> None:
    baseline = stored("sample-review")
    assert baseline is not None
    assert baseline.right.keys() == set(KINDS)
    assert all(baseline.right.values())


def test_every_document_with_gold_is_watched(shared: Path) -> None:
    assert {watched.name for watched in sample() + beside(shared)} == set(NAMES)


def test_a_lost_record_and_a_fallen_figure_are_seen() -> None:
    before = Baseline({"conductivity text pair": 0.9}, {"conductivity": [1, 4, 7]})
    now = Baseline({"conductivity text pair": 0.89}, {"conductivity": [1, 7, 9]})
    assert before.losses(now) == {"conductivity": [4]}
    assert before.falls(now) == {"conductivity text pair": (0.9, 0.89)}
    assert not before.falls(Baseline({"conductivity text pair": 0.896}))
