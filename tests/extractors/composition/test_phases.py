import pytest

from extractors.composition import find_materials
from extractors.composition.phases import PHASES


@pytest.mark.parametrize("cue", PHASES, ids=lambda cue: cue.name)
def test_a_phase_is_told_by_its_example_alone(cue):
    assert [m.phase for m in find_materials(cue.example)] == [cue.name]
    assert {m.phase for m in find_materials(cue.counter)} <= {None}


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("tetragonal-phase LLZO was formed", "tetragonal"),
        ("the cubic phase of Li7La3Sn2O12", "cubic"),
        ("c-LLZO and water", "cubic"),
        ("t-Na3PS4 and water", "tetragonal"),
        ("LLZO (cubic) is dense", "cubic"),
        ("LLZO (95 %, tetragonal phase, 900 °C) is dense", "tetragonal"),
        ("the cubic-garnet-structured LLZO is dense", "cubic"),
        ("Na3PS4 in its tetragonal form", "tetragonal"),
        ("Li3PS4 is compared with cubic diamond", None),
    ],
)
def test_phase_beside_a_name(text, phase):
    assert find_materials(text)[0].phase == phase
