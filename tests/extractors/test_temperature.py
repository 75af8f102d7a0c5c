"""Temperatures, and which of them a value was measured at."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract
from extractors.mentions import QuantityKind, Temperature
from extractors.quantities import find_quantities
from extractors.temperature import SentenceTemperatures, find_temperatures, is_treatment


def measured_at(sentence: str, carried: Temperature | None = None) -> list[str | None]:
    """Surface of the measuring temperature of every conductivity of a sentence."""
    quantities = find_quantities(sentence)
    temperatures = find_temperatures(sentence, quantities)
    chosen = [
        SentenceTemperatures(sentence, quantities, temperatures).of(q.start, q.end, carried)
        for q in quantities
        if q.kind is QuantityKind.CONDUCTIVITY
    ]
    return [t.surface if t else None for t in chosen]


@pytest.mark.parametrize(
    ("text", "kelvin"),
    [
        ("at RT", 298.15),
        ("(RT)", 298.15),
        ("@RT", 298.15),
        ("at room temperature", 298.15),
        ("the room-temperature value", 298.15),
        ("at room temperature8, 9 and", 298.15),
        ("at ambient temperature", 298.15),
        ("at room temp.", 298.15),
        ("at r.t. in air", 298.15),
        ("σ_RT = 3", 298.15),
        ("σ25°C was", 298.15),
        ("σ_300K was", 300.0),
        ("at 303 K", 303.0),
        ("at −20 °C", 253.15),
        ("25°C", 298.15),
    ],
)
def test_one_temperature(text: str, kelvin: float) -> None:
    (found,) = find_temperatures(text)
    assert found.low == found.high == pytest.approx(kelvin)
    assert text[found.start : found.end] == found.surface


@pytest.mark.parametrize("text", ["at 5 °C min^-1", "Li6PS5Cl", "START", "a high-temperature phase", "0.3 K^-1", ""])
def test_no_temperature(text: str) -> None:
    assert find_temperatures(text) == []


def test_room_temperature_is_marked() -> None:
    assert [t.room for t in find_temperatures("from room temperature to 80 °C")] == [True, False]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Li3ScCl6 showed 3.0 mS cm^-1 at 25 °C.", ["25 °C"]),
        ("Li3ScCl6 showed 3.0 mS cm^-1 (25 °C).", ["25 °C"]),
        ("Li3ScCl6 showed 3.0 mS cm^-1 (303 K).", ["303 K"]),
        ("Li3ScCl6 showed 3.0 mS cm^-1 @ RT.", ["RT"]),
        ("The room-temperature ionic conductivity of Li3ScCl6 is 3.0 mS cm^-1.", ["room-temperature"]),
        ("The conductivity at 30 °C was 3.0 mS cm^-1.", ["30 °C"]),
        ("At 60 °C, the film reached 0.2 mS cm^-1.", ["60 °C"]),
        ("When the temperature is increased to 70 °C, the film reaches 0.9 mS cm^-1.", ["70 °C"]),
        ("At room temperature, A and B show 1.0 and 2.0 mS cm^-1, respectively.", ["room temperature"] * 2),
        ("A and B show 1.0 × 10^-4 and 2.0 × 10^-4 S cm^-1 at 25 °C.", ["25 °C"] * 2),
        ("It showed 0.8 mS cm^-1 for A and 0.2 mS cm^-1 for B at 25 °C.", ["25 °C"] * 2),
        ("It showed 1.0 mS cm^-1 at 25 °C and 8.0 mS cm^-1 at 60 °C.", ["25 °C", "60 °C"]),
        ("It rises from 1.0 × 10^-7 S cm^-1 (RT) to 4.3 × 10^-4 S cm^-1 (503 K).", ["RT", "503 K"]),
        ("A has 1.0 mS cm^-1 at 25 °C and B has 2.0 mS cm^-1 at the same temperature.", ["25 °C"] * 2),
        (
            "2 × 10^-5 S cm^-1 by the mechanochemical method at room temperature.",
            ["room temperature"],
        ),
        ("The sample sintered at 1150 °C reached 0.5 mS cm^-1 at 30 °C.", ["30 °C"]),
        ("After annealing at 550 °C for 5 h, 1.1 mS cm^-1 was measured at room temperature.", ["room temperature"]),
        ("A conductivity of 3 × 10^-4 S cm^-1 at a temperature of 55 °C was found.", ["55 °C"]),
        ("The sintered pellet at RT showed 1.0 mS cm^-1.", ["RT"]),
        ("A shows 2 mS cm^-1 after pressing and 9 mS cm^-1 after sintering at 298 K.", ["298 K"] * 2),
        ("A has 2.9 mS cm^-1 at 25 °C compared to pristine B with 1.7 mS cm^-1.", ["25 °C"] * 2),
        ("A has 2.9 mS cm^-1 at 25 °C, which rises to 3.3 mS cm^-1 with 5 wt% LiF.", ["25 °C"] * 2),
        ("A has 2.9 mS cm^-1 at 25 °C, while films of B reach 1.7 mS cm^-1.", ["25 °C", None]),
        ("1.0 and 2.0 mS cm^-1 at 30 and 60 °C, respectively.", ["30", "60 °C"]),
        ("At 30, 60 and 80 °C, 1.0, 2.0 and 4.0 mS cm^-1 were found.", ["30", "60", "80 °C"]),
        ("Li4B7O12Cl exhibits 5 × 10^-4 S cm^-1 at 200 °C.", ["200 °C"]),
        ("3 × 10^-4 S cm^-1 at 25 °C with an activation energy of 0.3 eV.", ["25 °C"]),
        ("A has 3 × 10^-5 S cm^-1, much less than B at 529 K (0.1 S cm^-1).", [None, "529 K"]),
        ("A has 3 × 10^-5 S cm^-1, much less than B, at 300 K (2 × 10^-3 S cm^-1 for C).", [None, "300 K"]),
        (
            "A has 2 mS cm^-1 at 30 °C and 5 mS cm^-1 at 70 °C, B 0.1 and 0.4 mS cm^-1 at the same temperatures.",
            ["30 °C", "70 °C"] * 2,
        ),
        (
            "A conducts 0.2 mS cm^-1 above its transition at 110 °C, and B even 3 mS cm^-1 above 250 °C.",
            [None, "250 °C"],
        ),
        ("The conductivity of the polymer, 10^-5 S cm^-1 at RT, rises to 10^-3 S cm^-1 at 80 °C.", ["RT", "80 °C"]),
    ],
)
def test_measuring_temperature(sentence: str, expected: list[str]) -> None:
    assert measured_at(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The pellet sintered at 1150 °C showed 0.5 mS cm^-1.",
        "Glass annealed at 260 °C for 2 h reached 1.2 mS cm^-1.",
        "When the annealing temperature was raised to 420 °C, the glass reached 1.2 mS cm^-1.",
        "As the annealing temperature was raised, the conductivity grew to 1.2 mS cm^-1 at 620 °C.",
        "Heat treatment of the glass at 280 °C gave 3.2 mS cm^-1.",
        "Milled at room temperature, the powder reached 0.1 mS cm^-1.",
        "Dried at 60 °C under vacuum, the membrane has 0.3 mS cm^-1.",
        "The film with a glass transition at −40 °C shows 0.2 mS cm^-1.",
        "Calcination (900 °C, 8 h) yielded LLZTO with 0.5 mS cm^-1.",
        "It melts at 274 °C and has 1 mS cm^-1.",
        "The highest value was attained by LGPS 600 °C, 3.3 mS cm^-1.",
        "A conductivity of 1.0 mS cm^-1 was obtained after sintering at 1100 °C.",
        "The phase is stable up to 400 °C and shows 1.0 mS cm^-1.",
        "The conductivity is 1.0 mS cm^-1 and the cell was cycled at 60 °C.",
        "Crystallising the glass of A (0.05 mS cm^-1) at 240 °C yields B with 3 mS cm^-1.",
        "Air lowers it to 0.9 mS cm^-1; reheating at 200 °C restores 1.3 mS cm^-1.",
        "It shows 1.0 mS cm^-1.",
        "The salt transforms to a disordered phase at 85 °C and shows 10 mS cm^-1.",
        "After one hour in air (25 °C, 40 ± 5% RH) it fell to 0.3 mS cm^-1.",
        "The reaction forming the salt at 450 K raises it to 80 mS cm^-1.",
        "The cell with this electrolyte (0.3 mS cm^-1) retains 90% of its capacity at 60 °C.",
        "LATP sintered at 900, 950 and 1000 °C showed 0.1, 0.5 and 0.7 mS cm^-1, respectively.",
    ],
)
def test_other_temperatures_are_not_taken(sentence: str) -> None:
    assert set(measured_at(sentence)) == {None}


def test_same_temperature_is_carried_from_the_sentence_before() -> None:
    carried = find_temperatures("at 25 °C")[0]
    assert measured_at("B shows 0.9 mS cm^-1 at the same temperature.", carried) == ["25 °C"]
    assert measured_at("B shows 0.9 mS cm^-1.", carried) == [None]


def test_activation_energies_have_no_temperature() -> None:
    sentence = "At room temperature an activation energy of 0.3 eV was found."
    quantities = find_quantities(sentence)
    (energy,) = quantities
    temperatures = SentenceTemperatures(sentence, quantities, find_temperatures(sentence))
    assert temperatures.of(energy.start, energy.end) is None


@pytest.mark.parametrize(
    ("sentence", "treatment"),
    [
        ("was annealed at 550 °C", True),
        ("was held at 25 °C for 3 h", True),
        ("700 °C-sintered pellets", True),
        ("quenched from 900 °C", True),
        ("the conductivity at 100 °C", False),
        ("measured at 25 °C", False),
        ("annealed pellets were measured at 150 °C", False),
    ],
)
def test_treatments(sentence: str, treatment: bool) -> None:
    quantities = find_quantities(sentence)
    assert is_treatment(sentence, find_temperatures(sentence, quantities)[0], quantities) is treatment


def test_room_temperature_told_in_figures() -> None:
    assert [t.surface for t in find_temperatures("at room temperature (21 °C) and RT (dry)")] == ["21 °C", "RT"]


@pytest.mark.parametrize(
    ("text", "kelvin"),
    [
        (
            "Impedance spectroscopy was carried out at 30 °C on pellets. Dense pellets conduct best. "
            "Na3SbS4 has a conductivity of 1.1 mS cm^-1. It falls to 0.4 mS cm^-1 in air.",
            [303.15, 303.15],
        ),
        (
            "Figure 4 shows the room temperature conductivity of the halides. Li3YBr6 reached 1.7 mS cm^-1.",
            [298.15],
        ),
        (
            "Many halides have a decent conductivity at room temperature. "
            "For example, Li3InCl6 has a conductivity of 1.5 mS cm^-1.",
            [298.15],
        ),
        (
            "The conductivity of Na3SbS4 rises to 1 mS cm^-1 at 25 °C. Then, it stabilizes at 1.2 mS cm^-1.",
            [298.15, 298.15],
        ),
        (  # an aim, no measurement
            "Halides are wanted for their room temperature conductivity. Li3YBr6 reached 1.7 mS cm^-1.",
            [None],
        ),
        (  # the sentence before states it for a parallel measurement
            "Na3PS4 was measured to conduct 0.2 mS cm^-1 at room temperature. "
            "Na3SbS4 has a conductivity of 1.1 mS cm^-1.",
            [298.15, 298.15],
        ),
        (  # another work is cited in between
            "Na3PS4 was measured to conduct 0.2 mS cm^-1 at room temperature [4]. "
            "Na3SbS4 has a conductivity of 1.1 mS cm^-1 [5].",
            [298.15, None],
        ),
        (
            "Between 25 and 80 °C, the conductivity of PCL-LiTFSI increases from 2 × 10^-5 to 4 × 10^-4 S cm^-1.",
            [298.15, 353.15],
        ),
        ("Above its transition at 110 °C, LiBH4 conducts 1 mS cm^-1, but 10^-8 S cm^-1 at 25 °C.", [None, 298.15]),
        ("At ambient conditions, Li10SnP2S12 conducts 4 mS cm^-1.", [298.15]),
        (  # measured for one purpose
            "Impedance was also measured at -80 °C. Na3SbS4 has a conductivity of 1.1 mS cm^-1.",
            [None],
        ),
        (  # another temperature ends it
            "Impedance was measured at room temperature. Na3SbS4 conducts 9 mS cm^-1 at 90 °C. Na3PS4 has 2 mS cm^-1.",
            [363.15, None],
        ),
    ],
)
def test_temperatures_set_by_the_sentences_before(text: str, kelvin: list[float | None]) -> None:
    records = extract(read_text("This review is on solid electrolytes.\n\n" + text, "text"))
    assert [r.temperature_k for r in records if r.kind == "conductivity"] == kelvin


def test_values_of_different_sources_do_not_share_a_temperature() -> None:
    text = "A Na3PS4 pellet has a conductivity of 0.1 mS cm^-1 at RT [3], while Na3SbS4 has 2 × 10^-3 S cm^-1 [4]."
    records = extract(read_text("This review is on solid electrolytes. It cites [1,2].\n\n" + text, "text"))
    assert [r.temperature_k for r in records if r.kind == "conductivity"] == [298.15, None]


@pytest.mark.parametrize(
    ("text", "kelvin"),
    [
        ("The conductivity of Li3ErBr6 is 0.7 mS cm^-1 [3]. This value was measured at 40 °C.", [313.15]),
        ("Li3ErBr6 has a conductivity of 0.7 mS cm^-1 at minus 20 °C.", [253.15]),
        (
            "Between room temperature and 90 °C that of Li3ErBr6 rises from 0.7 to 6 mS cm^-1.",
            [298.15, 363.15],
        ),
        ("Li3ErBr6 pressed at 300 MPa and 25 °C was heated to 70 °C, where it was 6 mS cm^-1.", [343.15]),
        (
            "Li3ErBr6 has 0.7 mS cm^-1 at 25 °C and 6 mS cm^-1 upon heating to 80 °C.",
            [298.15, 353.15],
        ),
        (
            "The calculated conductivity of Li3ErBr6 is 3 mS cm^-1 at 300 K, whereas the measured one is 0.7 mS cm^-1.",
            [300.0, None],
        ),
        (
            "Many bromides conduct well at room temperature. For instance, Li3ErBr6 has 0.7 mS cm^-1. "
            "Later, Li3HoBr6 with a conductivity of 1 mS cm^-1 was found.",
            [298.15, 298.15],
        ),
        (
            "Li3ErBr6 has 0.7 mS cm^-1 at 0 K. It has a conductivity of 1 S cm^-1 at 2900 °C.",
            [None] * 2,
        ),
        (
            "The extrapolated room temperature conductivity of Li3ErBr6 based on the rate at 450 K is 0.7 mS cm^-1.",
            [298.15],
        ),
        ("Li3ErBr6 fired at 800 °C × 60 min has a conductivity of 0.7 mS cm^-1.", [None]),
        ("Li3ErBr6 has a conductivity of 0.7 mS cm^-1 at 20 8 C.", [293.15]),
    ],
)
def test_scopes_of_a_temperature(text: str, kelvin: list[float | None]) -> None:
    records = extract(read_text("Bromides are solid electrolytes for batteries. " + text, "text"))
    assert [r.temperature_k for r in records if r.kind == "conductivity"] == kelvin


def test_a_value_that_goes_on_changing_keeps_its_temperature() -> None:
    text = (
        "This review is on solid electrolytes.\n\nThe conductivity of the glass Na3PS4 was 0.002 mS cm^-1 at 30 °C. On "
        "crystallisation it rose to 0.2 mS cm^-1 for Na3PS4. It depends on the route: 0.1 mS cm^-1 was found by others."
    )
    records = extract(read_text(text, "text"))
    assert [r.temperature_k for r in records if r.kind == "conductivity"] == [303.15, 303.15, None]


@pytest.mark.parametrize(
    ("text", "kelvin"),
    [
        (
            "Impedance spectra of the pellets at -40 °C show two arcs. Li3ErBr6 has a bulk value of 0.7 mS cm^-1.",
            [233.15],
        ),
        ("Raman spectra of the pellets at -40 °C show two bands. Li3ErBr6 has a bulk value of 0.7 mS cm^-1.", [None]),
        (
            "At 500 °C the conductivity of Li3ErBr6 is 7 mS cm^-1. Without the aid it is lower (4 mS cm^-1).",
            [773.15, 773.15],
        ),
        (
            "Li3ErBr6 has 0.7 mS cm^-1. Li3HoBr6 has 0.9 mS cm^-1. All these values refer to 30 °C.",
            [303.15, 303.15],
        ),
        ("Li3ErBr6 has 0.7 mS cm^-1. All pellets were pressed at 30 °C.", [None]),
    ],
)
def test_temperatures_told_in_other_sentences(text: str, kelvin: list[float | None]) -> None:
    records = extract(read_text("Bromides are solid electrolytes for batteries. " + text, "text"))
    assert [r.temperature_k for r in records if r.kind == "conductivity"] == kelvin
