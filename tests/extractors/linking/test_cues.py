from __future__ import annotations

import time

import pytest

from extractors.linking.cues import Cue, cues
from extractors.linking.scorer import weights

ALL = sorted(cues().values(), key=lambda cue: cue.name)


@pytest.mark.parametrize("cue", ALL, ids=lambda cue: cue.name)
def test_a_cue_fits_its_example_and_not_its_counterexample(cue: Cue) -> None:
    assert cue.find(cue.example) is not None
    assert cue.find(cue.never) is None


@pytest.mark.parametrize("cue", ALL, ids=lambda cue: cue.name)
@pytest.mark.parametrize("pump", [" ", "a ", "a, ", "of ", "(", "1 ", "glass ", "was obtained for the "])
def test_a_cue_is_fast_on_a_window_of_anything(cue: Cue, pump: str) -> None:
    window = pump * (240 // len(pump))
    begun = time.process_time()
    for tail in ("", "!", ")"):
        cue.find(window + tail)
    assert time.process_time() - begun < 0.2


def test_every_weight_is_a_number() -> None:
    assert all(isinstance(weight, float) for weight in weights().values())
