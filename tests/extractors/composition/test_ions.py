import pytest

from corpus.reader import read_text
from extractors.composition import context_of, find_materials
from extractors.composition.ions import CUES, ions_told
from extractors.extract import extract


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.ion)
def test_an_ion_is_told_by_its_example_alone(cue):
    assert ions_told([cue.example] * cue.places) == {cue.element}
    assert ions_told([cue.counter] * 5) == frozenset()


@pytest.mark.parametrize(
    ("text", "name", "ion"),
    [
        ("Ca0.5Hf2(PO4)3 shows conductivity of 1e-7 S/cm by Ca ions.", "Ca0.5Hf2(PO4)3", "Ca2+"),
        ("Oxide-ion conductivity: Bi4V1.8Cu0.2O10.7 is an oxide ion conductor.", "Bi4V1.8Cu0.2O10.7", "O2-"),
        ("Fluoride-ion conduction in La0.9Ba0.1F2.9 and other fluoride ion conductors.", "La0.9Ba0.1F2.9", "F-"),
        ("Proton conductivity of BaZr0.8Y0.2O2.9, a proton conductor.", "BaZr0.8Y0.2O2.9", "H+"),
        ("The conductivity of ZnZr4(PO4)6 was measured.", "ZnZr4(PO4)6", "Zn2+"),
    ],
)
def test_conductors_of_other_ions_are_electrolytes(text, name, ion):
    document = read_text(f"The ionic conductivity (S/cm) of solids is studied.\n\n{text}\n")
    names = context_of(document)
    found = {m.name: m for b in document.evidence_blocks() for m in find_materials(b.text.text, names)}
    assert found[name].electrolyte
    assert found[name].mobile_ion == ion


@pytest.mark.parametrize(
    ("title", "told", "owner"),
    [
        ("Oxide ion conduction in Ce0.85Sm0.15O2-δ", "It conducts 8 mS/cm at 600 °C.", "Ce0.85Sm0.15O2-δ"),
        ("Superprotonic conductivity of RbHSO4", "The jump leads to 2 mS/cm at 180 °C.", "RbHSO4"),
        ("How PbSnF4 conducts fluoride ions", "The pellet has 3 mS/cm at 30 °C.", "PbSnF4"),
    ],
)
def test_a_title_that_tells_the_ion_once_is_enough(title, told, owner):
    text = f"# {title}\n\n## Abstract\n\nWe made {owner} as a solid electrolyte. Its grains are small. {told}\n"
    values = [r for r in extract(read_text(text)) if r.kind == "conductivity"]
    assert [r.material for r in values] == [owner]


def test_what_an_oxide_lacks_of_its_oxygen_makes_no_series():
    lacking, series = find_materials("BaZr0.9Y0.1O3-δ and BaZr1-xYxO3-δ")
    assert (lacking.variables, series.variables) == ((), ("x",))


def test_an_oxide_is_no_electrolyte_where_no_text_says_so():
    assert not find_materials("SrTiO3 was added")[0].electrolyte
