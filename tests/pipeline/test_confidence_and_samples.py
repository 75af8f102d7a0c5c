from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.confidence import calibrate
from pipeline.samples import link_samples
from tests.pipeline.hand_made import route, value


@given(st.floats(0, 1))
def test_confidence_stays_a_probability(own: float) -> None:
    record = value("Li3InCl6", 1e-3, confidence=own)
    calibrate([record])
    assert 0 < record.confidence < 1


def test_what_speaks_against_a_record_lowers_its_confidence() -> None:
    plain, doubtful, confirmed = (value("Li3InCl6", 1e-3) for _ in range(3))
    doubtful.flags = ["value_out_of_range"]
    confirmed.confirmed_by = ["chemdataextractor2"]
    calibrate([plain, doubtful, confirmed])
    assert doubtful.confidence < plain.confidence < confirmed.confidence


def test_property_and_preparation_of_one_sample_share_an_id() -> None:
    made, measured = route("Li3InCl6", references=[5]), value("Li3InCl6", 1e-3, references=[5])
    other_source, other_material = value("Li3InCl6", 2e-3, references=[6]), value("Li3ScCl6", 1e-3, references=[5])
    link_samples([made, measured, other_source, other_material])
    assert made.sample_id == measured.sample_id is not None
    assert (other_source.sample_id, other_material.sample_id) == (None, None)


def test_classes_of_materials_are_no_samples() -> None:
    records = [value("garnets", 1e-3, subject_kind="class"), route("garnets", subject_kind="class")]
    link_samples(records)
    assert [record.sample_id for record in records] == [None, None]


def test_a_paper_on_its_own_work_tells_of_one_sample_in_several_sections() -> None:
    records = [
        route("Li6PS5Cl", section="2 Methods"),
        route("Li6PS5Cl", section="4 End"),
        value("Li6PS5Cl", 2e-3, section="3"),
    ]
    link_samples(records, own_work=True)
    assert len({record.sample_id for record in records}) == 1 and records[0].sample_id
    assert records[0].route_id == records[1].route_id is not None
    link_samples(records)
    assert {record.sample_id for record in records} == {None}
