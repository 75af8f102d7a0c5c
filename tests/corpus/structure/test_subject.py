"""What is read and what is refused: by the evidence of the text, said with what was found."""

from __future__ import annotations

import pytest

from corpus.structure.subject import not_an_article

OTHER = "The roadmap tells of markets, recycling, policy and cathodes in the years to come. " * 800


@pytest.mark.parametrize(
    "text",
    [
        "MgSc2Se4 conducts well.",
        "The oxide-ion conductor La2Mo2O9 was pressed.",
        "Proton conductivity of BaZr0.8Y0.2O3 rises.",
        "Magnesium solid electrolytes: Mg(BH4)2 has an ionic conductivity of 10−6 S cm−1. MgZr4P6O24 is slow. " + OTHER,
        "The activation energy is 0.4 eV.\n\n## References\n\n" + "1. A. Own, J. Own 1, 1 (2020).\n" * 200,
        OTHER
        + "Solid electrolytes such as Li6PS5Cl reach 3 mS/cm, Na3PS4 0.2 mS/cm; ionic conduction matters. "
        + OTHER,
        "Garnets were sintered. Formula σtotal (S cm−1) Li6.6La3Zr1.6Ta0.4O12 6.7 Li6.1Al0.3La3Zr2O12 3.1 " + OTHER,
    ],
)
def test_texts_of_the_field_are_read(text: str) -> None:
    assert not_an_article(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OTHER, "nothing of the field"),
        ("Athletes lose electrolytes. A drink with 20 mmol sodium restores the balance of sweat. " * 60, "nothing"),
        (
            "The nerve conducts; its tissue has a conductivity of 0.3 S/m, and the sodium channel opens. " * 60,
            "unit 20",
        ),
        (OTHER + "A battery with a solid electrolyte may come. ", "solid electrolyte 1"),
    ],
)
def test_others_are_refused_and_the_reason_is_told(text: str, told: str) -> None:
    problem = not_an_article(text)
    assert problem is not None and problem.code == "not_electrolyte" and told in problem.message
