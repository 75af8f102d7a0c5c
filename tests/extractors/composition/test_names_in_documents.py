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
