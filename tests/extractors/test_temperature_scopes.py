"""Which value a temperature belongs to, and how far what authors tell of their samples goes on at one temperature."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract
from tests.extractors.own_tables import properties, tab


@pytest.mark.parametrize(
    ("sentence", "kelvin"),
    [
        (  # the second temperature begins what is told of the second value
            "At 70 °C, Na3SbS4 attains 9 mS cm^-1, and at −30 °C it still keeps 0.2 mS cm^-1.",
            [343.15, 243.15],
        ),
        ("At 40 °C Na3SbS4 has 3 mS cm^-1 and at 90 °C 11 mS cm^-1, less than needed.", [313.15, 363.15]),
        ("Na3SbS4 conducts 1 mS cm^-1 at 25 °C, but on cooling to 0 °C only 0.3 mS cm^-1.", [298.15, 273.15]),
        (  # what it is compared with has a temperature of its own
            "Even at −40 °C Na3SbS4 keeps 0.1 mS cm^-1, comparable to that of LiPON at room temperature.",
            [233.15],
        ),
        ("At 30 °C, Na3SbS4 and Na3PS4 have 2 and 0.3 mS cm^-1, twice that of a film at 20 °C.", [303.15, 303.15]),
        ("Na3SbS4 shows 3 mS cm^-1, higher than Na3PS4 at 40 °C.", [313.15]),
        (  # how long a sample was kept somewhere makes no measurement
            "Na3SbS4 had 2 mS cm^-1 at 25 °C and fell to 1 mS cm^-1 when it had spent one minute at 90 °C.",
            [298.15, 298.15],
        ),
        ("Na3SbS4 that lay for 48 h at 60 °C in contact with sodium gave 0.5 mS cm^-1.", [None]),
        ("The phase of Na3SbS4 precipitated at 190 °C conducts with 2 mS cm^-1 at 30 °C.", [303.15]),
        (
            "A soak at 400 °C, which leaves Na3SbS4 tetragonal, or at 500 °C, which turns it cubic, gave 1.1 and "
            "1.4 mS cm^-1, respectively, at 30 °C.",
            [303.15, 303.15],
        ),
        ("The conductivity of Na3SbS4 at 25 °C was 2 mS cm^-1 and 10 mS cm^-1 at 80 °C.", [298.15, 353.15]),
        # a hot temperature before a value: of measuring where its clause says so or opens with it
        ("A film of Na3SbS4 from ALD at 225 °C with good adhesion has only 0.01 mS cm^-1.", [None]),
        ("At 225 °C a film of Na3SbS4 has 10 mS cm^-1.", [498.15]),
        ("The conductivity of Na3SbS4 at 225 °C is 10 mS cm^-1.", [498.15]),
        ("Na3SbS4 (550 °C, 10–15 h, sealed quartz) has 2 mS cm^-1.", [None]),
        ("Longer storage, at 80 °C for three days, brings Na3SbS4 to 0.1 mS cm^-1.", [None]),
        ("We dried the solution at 80 °C and found 0.1 mS cm^-1 for Na3SbS4.", [None]),
        ("Na3SbS4 has 1 mS cm^-1 at 25 °C; the glass, sintered 80 K lower, has 0.1 mS cm^-1.", [298.15, 298.15]),
        # it rises with the temperature
        ("Na3SbS4 has 0.1 mS cm^-1, rising to 5 mS cm^-1 at 150 °C.", [None, 423.15]),
        ("Na3SbS4 has 5 mS cm^-1 at 150 °C, and Na3PS4 in films reaches 0.1 mS cm^-1.", [423.15, None]),
        ("Na3SbS4 has 5 mS cm^-1 at 150 °C, in agreement with the 6 mS cm^-1 of a model.", [423.15, 423.15]),
        ("Na3SbS4 has 5 mS cm^-1 at 25 °C, most later reports giving only 1 mS cm^-1.", [298.15, None]),
        # electrons are measured apart from ions
        ("Na3SbS4 has 5 mS cm^-1 at 25 °C; the electronic conductivity is less than 10^-9 S cm^-1.", [298.15, None]),
        ("Na3SbS4 has 5 mS cm^-1 at 25 °C [2]. One needs 1 mS cm^-1 at the temperature of use [3].", [298.15, None]),
    ],
)
def test_which_value_of_a_sentence_a_temperature_belongs_to(sentence: str, kelvin: list[float | None]) -> None:
    records = extract(read_text("Sulfides are solid electrolytes for batteries [1]. " + sentence, "text"))
    assert [r.temperature_k for r in records if r.kind == "conductivity"] == kelvin


OWN_PAPER = "2. Experimental\n\nHere, we prepared Li3ErBr6 by milling.\n\n3. Results\n\n"


@pytest.mark.parametrize(
    ("text", "kelvin"),
    [
        (  # what one sentence tells at its end is not carried on to the next ones
            "The pellet of Li3ErBr6 has a conductivity of 0.7 mS cm^-1 at 25 °C. With more bromide, the conductivity "
            "of Li3ErBr6 increases to 0.9 mS cm^-1. Then it is 0.8 mS cm^-1 for Li3ErBr6.",
            [298.15, None, None],
        ),
        (  # electrons are measured apart from ions
            "The pellet of Li3ErBr6 has a conductivity of 0.7 mS cm^-1 at 25 °C. The electronic conductivity of "
            "Li3ErBr6 is 2 × 10^-9 S cm^-1.",
            [298.15, None],
        ),
        (
            "At 30 °C the impedance of all pellets shows one arc. For Li3ErBr6, 0.7 mS cm^-1 follows.",
            [303.15],
        ),
        ("At 30 °C all powders are stable. Li3ErBr6 has a conductivity of 0.7 mS cm^-1.", [None]),
        (
            "The Nyquist plot of the pellet (95% dense, 1.1 mm) at 30 °C exhibits two arcs. Li3ErBr6 has a "
            "conductivity of 0.7 mS cm^-1.",
            [303.15],
        ),
        (  # the temperature named last is meant, not that of the last value
            "Li3ErBr6 has 0.7 mS cm^-1 at 25 °C. Only upon cooling to −90 °C an arc is seen. From it, a conductivity "
            "of 4 × 10^-6 S cm^-1 follows for Li3ErBr6 at this temperature.",
            [298.15, 183.15],
        ),
        (
            "At 150 °C Li3ErBr6 has 20 mS cm^-1. At the last temperature Li3HoBr6 has 30 mS cm^-1.",
            [423.15, 423.15],
        ),
        (  # the conductivity at 25 °C is what they go on with
            "The conductivity at 25 °C increases from 0.7 mS cm^-1 for Li3ErBr6 to 0.9 mS cm^-1 for Li3YBr6. All are "
            "stable. Li3HoBr6 conducts 0.4 mS cm^-1. That of Li3InBr6 from the literature is 2 mS cm^-1 [3]. The "
            "electronic conductivity of Li3HoBr6 is 10^-9 S cm^-1.",
            [298.15, 298.15, 298.15, None, None],
        ),
        (
            "The conductivity at 25 °C is 0.7 mS cm^-1 for Li3ErBr6. The predicted conductivity of Li3HoBr6 is 3 mS "
            "cm^-1.",
            [298.15, None],
        ),
        (
            "Li3ErBr6 has 0.7 mS cm^-1 at 25 °C. Li3HoBr6 shows 0.4 mS cm^-1 at the same temperature, where 3 mS cm^-1 "
            "at 350 K had been hoped for.",
            [298.15, 298.15, 350.0],
        ),
    ],
)
def test_temperatures_of_what_authors_tell_of_their_samples(text: str, kelvin: list[float | None]) -> None:
    records = extract(read_text("A study of bromides\n\n" + OWN_PAPER + text, "text"))
    assert [r.temperature_k for r in records if r.kind == "conductivity"] == kelvin


@pytest.mark.parametrize(
    ("caption", "kelvin"),
    [
        ("Transport in bromides at 30 °C; Ea from the slopes below 110 °C.", 303.15),
        ("Transport in bromides at 30 and 60 °C.", None),
        ("Conductivity at 30 °C and fits up to 90 °C.", 303.15),
    ],
)
def test_a_bound_in_a_caption_is_no_measuring_temperature(caption: str, kelvin: float | None) -> None:
    raw = tab(caption, "Sample | σ (mS cm^-1)", "Li3ErBr6 | 0.7", "Li3HoBr6 | 0.9")
    assert [r.temperature_k for r in properties(raw)] == [kelvin] * 2
