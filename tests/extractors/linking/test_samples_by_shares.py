"""A paper's own samples by shares in their codes and by the code behind what they hold."""

from __future__ import annotations

import pytest

from tests.extractors.linking.test_own_samples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "## Experimental\n\nPellets of Na3SbS4 with 0, 2 and 5 wt% NaI were pressed, e.g. 2NI for the pellet with "
            "2 wt% NaI.\n\n## Results\n\nThe 0NI pellet was dense. The conductivity of 5NI is 0.4 mS/cm. The pellet "
            "with 2 wt% NaI shows 0.6 mS/cm.",
            [("5NI", "0.0004"), ("2NI", "0.0006")],
            id="codes that begin with the share",
        ),
        pytest.param(
            "## Results\n\nThe film with 20 wt% LATP, GPX-20, has an ionic conductivity of 0.2 mS/cm. "
            "The film with 20 wt% LATP has an ionic conductivity of 0.3 mS/cm.",
            [("GPX-20", "0.0002"), ("GPX-20-20 wt% LATP", "0.0003")],
            id="the code behind what a sample holds",
        ),
    ],
)
def test_samples_by_shares_in_their_codes(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
