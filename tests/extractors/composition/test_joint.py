import pytest

from extractors.composition import find_materials
from extractors.composition.joint import CUES


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_a_cue_makes_one_sample_of_two_materials(cue):
    assert [m.name for m in find_materials(cue.example)] == [cue.named]
    assert len([m for m in find_materials(cue.counter) if m.kind != "composite" or "-" in m.surface]) == 2


@pytest.mark.parametrize(
    ("text", "name", "formula"),
    [
        ("PbF2 doped with 5 mol% KF conducts", "5 mol% KF-doped PbF2", "5 mol% KF-doped PbF2"),
        ("LLZTO containing 2 wt% Li3BO3", "LLZTO-2 wt% Li3BO3", "LLZTO-2 wt% Li3BO3"),
        ("PEO-based composite with 12 wt% Li6.6La3Zr1.6Nb0.4O12 nanosheets", "PEO-Li6.6La3Zr1.6Nb0.4O12", None),
        ("LATP fillers were dispersed in a flexible PVDF matrix", "PVDF-LATP", None),
    ],
)
def test_the_name_of_a_sample_told_by_two_materials(text, name, formula):
    found = find_materials(text)
    assert [m.name for m in found] == [name]
    assert formula is None or found[0].formula == formula


@pytest.mark.parametrize(
    "text", ["LATP in PEO", "LLZO and 5 % of LATP", "the Li metal with 2 % LiF in it", "LLZO with LATP powder"]
)
def test_what_only_stands_together_stays_apart(text):
    assert len(find_materials(text)) >= 1


def test_the_share_of_a_polymer_is_not_that_of_what_it_binds():
    (found,) = find_materials("Na3SbS4 with 4 wt% PVDF was cast")
    assert (found.name, found.formula) == ("PVDF-Na3SbS4", None)
    (found,) = find_materials("PVDF with 40 wt% Na3SbS4 was cast")
    assert found.formula == "PVDF-40 wt% Na3SbS4"
