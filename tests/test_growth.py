"""No stage's time grows faster than the length of a text, whatever it is made of."""

from __future__ import annotations

import pytest

from benchmarks.growth import Row, exponents, rows

REFUSED = 1.5
"""An exponent from here on is no noise of a busy machine: what looks at all pairs has 2. `make growth` shows 1.2."""


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.name)
def test_time_grows_with_the_length_of_a_text_and_no_faster(row: Row) -> None:
    assert not {stage: exponent for stage, exponent in exponents(row).items() if exponent > REFUSED}
