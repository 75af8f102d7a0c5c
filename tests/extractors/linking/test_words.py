"""Why a value belongs to a material, in words."""

from corpus.reader import read_text
from extractors.extract import extract
from extractors.linking.scorer import weights, words
from pipeline.confidence import features


def test_every_feature_that_weighs_has_words() -> None:
    assert words().keys() == weights().keys()
    assert all(told.strip() for told in words().values())


def test_the_reasons_of_a_record_tell_what_speaks_for_and_against_its_material() -> None:
    (record,) = extract(read_text("Unlike Li3YCl6, the bromide Li3YBr6 showed an ionic conductivity of 1.7 mS/cm."))
    chosen, other = record.reasons[:2]
    assert chosen.startswith("Li3YBr6: +") and "for it: the subject that shows a property" in chosen
    assert other.startswith("not Li3YCl6: ") and "against it: only compared with" in other


def test_confidence_knows_from_the_reasons_where_the_material_was_told() -> None:
    told = "The chloride Li3HoCl6 is a solid electrolyte. Its conductivity is 1.7 mS/cm. That of Li3HoBr6 is 2 mS/cm."
    assert places(told) == ["reason:earlier sentence", "reason:same sentence"]
    garnet = "Li6.4La3Zr1.4Ta0.6O12"
    made = f"# A garnet with tantalum, {garnet}\n\nThe solid electrolyte {garnet} was prepared.\n\n"
    far = "Many things are said here. " * 12
    assert places(f"{made}{far}\n\nA conductivity of 1.1 mS/cm was found.") == ["reason:topic"]


def places(text: str) -> list[str]:
    found = extract(read_text(text))
    told = [features(record) for record in found if record.kind == "conductivity"]
    return [name for each in told for name in each if name.startswith("reason:")]
