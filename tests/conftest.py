"""What tests of every part share: the sample review, and the supplied reviews where they lie beside the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from corpus.document import Document

# Speed is measured in benchmarks/, never asserted by the clock of a machine that may be busy.
settings.register_profile("ionmine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ionmine")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the supplied reviews and their gold; the test is skipped where a clone has none beside it."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("the supplied reviews (../shared) are not beside this clone")
    return folder


@pytest.fixture(scope="session")
def sample_path() -> Path:
    """The sample review's text."""
    return ROOT / "corpus" / "sample" / "sample-review.txt"


@pytest.fixture(scope="session")
def sample_gold() -> list[dict[str, Any]]:
    """The sample review's gold tuples."""
    file = ROOT / "corpus" / "sample" / "sample-review.gold.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def sample_document(sample_path: Path) -> Document:
    """The sample review as read; shared by all tests, so none may change it."""
    from corpus.reader import read  # here, so that tests of single parts need no reader

    return read(sample_path)
