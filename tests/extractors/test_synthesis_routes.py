"""Routes through reading and extraction: targets and methods of sentences of many kinds, steps, roles, places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import SynthesisRecord

LEAD = "The ionic conductivity of solid electrolytes depends on how they are made."  # tells what the text is of
TOLD = json.loads((Path(__file__).parent / "synthesis_sentences.json").read_text(encoding="utf-8"))
"""Sentences and paragraphs of our own with section, routes as [material, method], and whether they are ``unread``."""


def records(text: str, section: str = "") -> list[SynthesisRecord]:
    head = f"{LEAD} " if not section else f"{LEAD}\n\n{section}\n\n"
    return [r for r in extract(read_text(head + text)) if isinstance(r, SynthesisRecord)]


def case(told: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason="not read so far")] if told.get("unread") else []
    return pytest.param(told, marks=marks, id=told["text"][:50])


@pytest.mark.parametrize("told", [case(t) for t in TOLD])
def test_target_and_method(told: dict[str, Any]) -> None:
    found = records(told["text"], told.get("section", ""))
    definite = sorted([r.material, r.method] for r in found if r.role == "electrolyte" and r.subject_kind == "specific")
    assert definite == sorted(told["routes"])


def stated(record: SynthesisRecord) -> list[dict[str, Any]]:
    dumped = [step.model_dump(exclude_none=True, exclude={"surface", "atmosphere", "solvent"}) for step in record.steps]
    return [step for step in dumped if len(step) > 1]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "Li6PS5Cl was prepared by ball milling at 500 rpm for 20 h and annealing at 550 °C for 5 h.",
            [{"op": "mill", "speed_rpm": 500, "duration_h": 20}, {"op": "heat", "temperature_c": 550, "duration_h": 5}],
        ),
        (
            "Li3PS4 was synthesized by mechanical milling, followed by heat treatment at 523 K for 90 min.",
            [{"op": "heat", "temperature_c": 249.85, "duration_h": 1.5}],
        ),
        (
            "Na3PS4 was made by ball milling and annealed at 280 °C or 300 °C.",
            [{"op": "heat", "temperature_c": [280, 300]}],
        ),
        (
            "Li7La3Zr2O12 pellets were hot-pressed at 1050 °C and 60 MPa for 1 h in an argon atmosphere.",
            [{"op": "press", "temperature_c": 1050, "pressure_mpa": 60, "duration_h": 1}],
        ),
        # a measuring temperature is no treatment
        ("Li6PS5Cl was prepared by ball milling and its conductivity at 60 °C was 9 mS cm^-1.", []),
        ("Li6PS5Cl was prepared by the ball-milling method with a conductivity of 2.1 × 10^-3 S cm^-1 at 30 °C.", []),
    ],
)
def test_steps(text: str, steps: list[dict[str, Any]]) -> None:
    (record,) = records(text)
    assert stated(record) == steps


def test_procedure_goes_on_over_sentences() -> None:
    (record,) = records(
        "Li6PS5Br was synthesized by mechanical milling. The mixture was milled at 550 rpm for 16 h. The resulting "
        "powder was pelletized at 370 MPa and annealed at 550 °C for 7 h.",
        "2. Experimental methods",
    )
    assert (record.material, record.method) == ("Li6PS5Br", "ball-milling")
    assert [step["op"] for step in stated(record)] == ["mill", "press", "heat"]


def test_evidence_is_the_words_of_the_method_with_its_trace() -> None:
    text = "Li6PS5Br was prepared by mechanical milling for 10 h."
    (record,) = records(text)
    assert record.method_surface == "mechanical milling"
    assert "target: sentence" in record.reasons
    assert 0 < record.confidence < 1


@pytest.mark.parametrize(
    "text",
    [
        "The slurry of carbon and binder was cast on aluminium foil and dried at 80 °C for 12 h.",
        "The melt-quenching method requires high temperatures.",
        "Li6PS5Cl in contact with water may produce H2S, and the sample was heated.",
        "Solid electrolytes are prepared by ball milling.",
    ],
)
def test_nothing_in_particular_gives_no_route(text: str) -> None:
    assert [r for r in records(text) if r.subject_kind == "specific" and r.role == "electrolyte"] == []


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="Li6PS5Cl wasmilledby()°C1,.;-–h", max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    told = f"{LEAD} {text}"
    for record in extract(read_text(told)):
        assert 0 <= record.start <= record.end <= len(told)
