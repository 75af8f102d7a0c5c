"""Why a value belongs to a material, in words."""

from corpus.reader import read_text
from extractors.extract import extract
from extractors.linking.scorer import weights, words


def test_every_feature_that_weighs_has_words() -> None:
    assert words().keys() == weights().keys()
    assert all(told.strip() for told in words().values())


def test_the_reasons_of_a_record_tell_what_speaks_for_and_against_its_material() -> None:
    (record,) = extract(read_text("Unlike Li3YCl6, the bromide Li3YBr6 showed an ionic conductivity of 1.7 mS/cm."))
    chosen, other = record.reasons[:2]
    assert chosen.startswith("Li3YBr6: +") and "for it: the subject that shows a property" in chosen
    assert other.startswith("not Li3YCl6: ") and "against it: only compared with" in other
