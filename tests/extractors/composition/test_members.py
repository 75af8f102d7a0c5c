import pytest

from corpus.reader import read_text
from extractors.composition import context_of, find_materials


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Li7-xLa3Zr2-xTaxO12 (x = 0.5) was made", ["Li6.5La3Zr1.5Ta0.5O12"]),
        ("Na1+x+yZr2-yScySixP3-xO12 with x = 2, y = 0.5 was made", ["Na3.5Zr1.5Sc0.5Si2PO12"]),
        ("(1-x)Li2S-xP2S5, where x = 0.25, was milled", ["(0.75)Li2S-0.25P2S5"]),
        ("In Na3-xSb1-xMoxS4 the sample x = 0.1 is best", ["Na3-xSb1-xMoxS4", "Na2.9Sb0.9Mo0.1S4"]),
        ("In Na3-xSb1-xMoxS4 with 0 < x < 0.1", ["Na3-xSb1-xMoxS4"]),
        ("Li6PS5X at x = 0.1", ["Li6PS5X"]),
        ("Na3-xSb1-xMoxS4 rose to 3 mS/cm (x = 0.1)", ["Na3-xSb1-xMoxS4"]),
        # the unknown water of a hydrate is no variable
        (
            "Na3-xSb1-xMoxS4 from Na2MoO4·xH2O; for the composition x = 0.1 it was pure",
            ["Na3-xSb1-xMoxS4", "Na2MoO4·xH2O", "Na2.9Sb0.9Mo0.1S4"],
        ),
    ],
)
def test_members_of_a_series(text, names):
    found = [m.name for m in find_materials(text)]
    assert [name.replace("(0.75)", "0.75") for name in found] == [name.replace("(0.75)", "0.75") for name in names]


def test_a_member_of_a_series_that_an_earlier_paragraph_names():
    document = read_text(
        "Conductivity of Na3-xSb1-xWxS4 (mS/cm) was measured.\n\nFor x = 0.12 it was highest at 30 °C.\n"
    )
    names, (first, second) = context_of(document), list(document.evidence_blocks())
    at = second.text.raw_span(0, 1)[0]
    assert [m.name for m in find_materials(second.text.text, names, at)] == ["Na2.88Sb0.88W0.12S4"]
    assert first.text.text.startswith("Conductivity")
