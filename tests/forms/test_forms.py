"""One document gives the same facts in whatever form it is handed over; what differs is listed with its cause."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Document
from corpus.reader import read_bytes
from tests.forms.facts import Fact, facts
from tests.forms.maker import FORMS

DIFFERENCES: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("differences.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def told(sample_document: Document) -> Counter[Fact]:
    return facts(sample_document)


def differences(told: Counter[Fact], data: bytes, suffix: str) -> tuple[list[Fact], list[Fact]]:
    """What a form does not give, and what it gives beyond."""
    given = facts(read_bytes(data, f"paper{suffix}"))
    return sorted((told - given).elements()), sorted((given - told).elements())


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_facts(form: str, told: Counter[Fact], sample_document: Document) -> None:
    suffix, make = FORMS[form]
    lost, added = differences(told, make(sample_document), suffix)
    listed = DIFFERENCES.get(form, {})
    assert (lost, added) == (listed.get("lost", []), listed.get("added", []))


def test_what_differs_has_a_cause() -> None:
    assert all(form in FORMS and entry["cause"] for form, entry in DIFFERENCES.items())


@pytest.mark.parametrize(
    ("form", "sound", "damaged"),
    [("markdown", "<sup>−3</sup>", ""), ("html", "Li<sub>10</sub>GeP", "LiGeP"), ("jats", 'rid="r1"', 'rid="r2"')],
)
def test_damage_to_one_form_is_seen(
    form: str, sound: str, damaged: str, told: Counter[Fact], sample_document: Document
) -> None:
    suffix, make = FORMS[form]
    text = make(sample_document).decode()
    assert sound in text
    lost, _ = differences(told, text.replace(sound, damaged).encode(), suffix)
    assert lost
