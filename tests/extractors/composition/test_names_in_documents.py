"""Names as documents are read: through reader and extraction, the way production goes."""

from corpus.reader import read_text
from extractors.extract import extract


def owners(text: str) -> list[tuple[str | None, float]]:
    """Material and value of every property that a text tells; no block may have failed."""
    document = read_text(text)
    records = extract(document)
    assert not [problem for problem in document.problems if problem.code == "extractor_error"]
    return [(r.material, r.value_low) for r in records if r.kind != "synthesis"]


def test_an_amount_of_nought_in_a_cathode_costs_nothing():
    text = "The cathode was LiNi0.7Mn0Co0.3O2 (NMC703). Na6PS5Br shows an ionic conductivity of 0.2 mS/cm."
    assert owners(text) == [("Na6PS5Br", 0.0002)]


def test_a_composite_of_one_name_twice_costs_nothing():
    assert owners("A composite of LAGP with LAGP showed a conductivity of 2 mS/cm.")


def test_a_series_named_in_a_longer_paragraph_before():
    before = "The samples were studied for long by many methods. " * 20
    text = f"{before}Then Na1+xZr2SixP3-xO12 was made.\n\nIts conductivity is best (x = 2.2, 4 mS/cm)."
    assert owners(text) == [("Na3.2Zr2Si2.2P0.8O12", 0.004)]


def compositions(text: str) -> list[tuple[str | None, str | None, float]]:
    """Material, composition and value of every property of a text."""
    return [(r.material, r.formula, r.value_low) for r in extract(read_text(text)) if r.kind != "synthesis"]


def test_codes_in_front_of_the_values_of_a_series_are_its_members():
    text = (
        "The series Na3+2yZr2-yMgySi2PO12 was sintered. The ceramics are called QM-05 and QM-20 for y = 0.05 and 0.2, "
        "respectively.\n\nIn QM-20 there is a conductivity of 2 mS/cm."
    )
    assert compositions(text) == [("QM-20", "Na3.4Zr1.8Mg0.2Si2PO12", 0.002)]


def test_the_series_of_an_introduction_gives_way_to_that_of_the_work():
    text = (
        "# Abstract\n\nWe made the series Na3+xZr2-xScxSi2PO12.\n\n# Introduction\n\n"
        "The family Na1+xZr2SixP3-xO12 is well known.\n\n# Results\n\n"
        "The conductivity has a maximum of 2 mS/cm at x = 0.2."
    )
    assert owners(text) == [("Na3.2Zr1.8Sc0.2Si2PO12", 0.002)]


def test_the_bracket_behind_a_share_of_what_was_added_calls_the_sample():
    text = (
        "LLZNO was sintered with 1 wt% Li3BO3 + 2 wt% Al2O3 (QA-90) at 900 °C.\n\n"
        "QB-90 reached 3 mS/cm owing to its grains, and QA-90 4 mS/cm."
    )
    assert ("QA-90", 0.004) in owners(text)
