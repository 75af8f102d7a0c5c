import pytest

from extractors.composition import find_materials


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
