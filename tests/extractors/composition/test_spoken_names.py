import pytest

from extractors.composition import find_materials
from extractors.composition.spoken_names import find_spoken_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("potassium oxide (10^-9 S/cm) is slow", ["potassium oxide"]),
        ("selenium (3 S/cm)", ["selenium"]),
        ("lithium oxide and selenium were mixed", []),
    ],
)
def test_chemical_names_beside_their_values(text, names):
    found = find_materials(text)
    assert [m.name for m in found] == names
    assert not any(m.electrolyte for m in found)


def test_oxides_by_the_name_of_what_they_consist_of() -> None:
    found = find_spoken_names("Barium zirconate and Y-doped barium cerate conduct protons, zirconia does not.")
    assert [m.name for m in found] == ["Barium zirconate", "Y-doped barium cerate"]
