import pytest

from corpus.reader import read_text
from extractors.composition import context_of, find_materials
from extractors.composition.ions import CUES, ions_told


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


def test_an_oxide_is_no_electrolyte_where_no_text_says_so():
    assert not find_materials("SrTiO3 was added")[0].electrolyte
