"""What paragraphs and short papers of our own (``paragraphs.txt``) tell, through the whole chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.reader import read_bytes
from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.extract import extract
from extractors.records import PropertyRecord

FILE = Path(__file__).with_name("paragraphs.txt")
ROOM_K = 298.15


@dataclass(frozen=True)
class Fact:
    """One fact: names that are right, the value's ends, the temperature in K, what it measures."""

    names: tuple[str, ...]
    low: float
    high: float
    kelvin: float | None
    measures: str


def fact_of(line: str) -> Fact:
    """A line of the file as a fact."""
    names, value, kelvin, *more = (part.strip() for part in line.split(";"))
    low, high = (float(end) for end in (value.split("..") * 2)[:2])
    told = dict(pair.split("=") for pair in more)
    measures = told.get("prop") or told.get("kind", "ionic")
    temperature = {"-": None, "RT": ROOM_K}.get(kelvin) if kelvin in ("-", "RT") else float(kelvin)
    return Fact(tuple(name.strip() for name in names.split("||")), low, high, temperature, measures)


def told_in_file() -> Iterator[tuple[str, str, list[Fact]]]:
    """Every text of the file with its class and its facts."""
    for entry in FILE.read_text(encoding="utf-8").split("\n@ ")[1:]:
        head, *lines = entry.splitlines()
        facts = [fact_of(line[1:]) for line in lines if line.startswith("= ")]
        text = "\n".join(line for line in lines if not line.startswith("= "))
        yield head, text.strip() + "\n", facts


def composition(name: str) -> dict[str, float] | str:
    """What two names of one compound have in common."""
    try:
        amounts = read_any(name).elements()
    except FormulaError:
        return name
    return {element: round(amount / sum(amounts.values()), 4) for element, amount in amounts.items()}


def measures(record: PropertyRecord) -> str:
    """The property of a record as the file names it: all but electrons' conductivity and barriers are one."""
    if record.kind == "activation_energy":
        return "migration_barrier" if record.property == "migration_barrier" else "activation_energy"
    return "electronic" if record.property == "electronic" else "ionic"


def is_told(record: PropertyRecord, fact: Fact) -> bool:
    """Whether a record says what a fact does."""
    names = [composition(name) for name in (record.material, record.formula) if name]
    kelvin, wanted = record.temperature_k, fact.kelvin
    return (
        any(composition(name) in names for name in fact.names)
        and (record.value_low, record.value_high) == (pytest.approx(fact.low), pytest.approx(fact.high))
        and (kelvin == wanted if kelvin is None or wanted is None else abs(kelvin - wanted) <= 1)
        and measures(record) == fact.measures
    )


TEXTS = list(told_in_file())


def definite_records(text: str) -> list[PropertyRecord]:
    document = read_bytes(text.encode(), "paragraph.md" if text.startswith("#") else "paragraph.txt")
    told = (r for r in extract(document) if isinstance(r, PropertyRecord))
    return [r for r in told if r.material and r.subject_kind != "class"]


@pytest.mark.parametrize(
    ("text", "facts"), [text[1:] for text in TEXTS], ids=[f"{n} {text[0]}" for n, text in enumerate(TEXTS)]
)
def test_a_text_tells_its_facts_and_no_others(text: str, facts: list[Fact]) -> None:
    untold = definite_records(text)
    for fact in facts:
        found = next((record for record in untold if is_told(record, fact)), None)
        assert found is not None, [(r.material, r.value_low, r.temperature_k, r.property) for r in untold]
        untold.remove(found)
    assert not [(r.material, r.value_low) for r in untold]
