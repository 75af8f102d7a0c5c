"""One small run for every test of the page and the sheet, each with an empty log."""

from __future__ import annotations

import pytest

from pipeline.settings import Settings
from tests.flows.review.run import log_of, small_run


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The run."""
    return small_run(tmp_path_factory.mktemp("review"))


@pytest.fixture
def settings(small: Settings) -> Settings:
    """The run with an empty log."""
    log_of(small).unlink(missing_ok=True)
    return small
