"""Which fields of a record a person's word decides, and how what is typed for them is read: as the rules read texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from corpus.data import data_of
from extractors.composition.balance import is_balanced
from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.mentions import ZERO_CELSIUS_K
from extractors.properties import specification
from extractors.quantities.cells import parse_number
from extractors.quantities.units import find_unit, unit_named
from extractors.synthesis.vocabulary import load
from extractors.temperature.finder import find_temperatures
from pipeline.corrections.steps import FieldError, read_steps, tell_steps
from pipeline.materials import is_composition

COMPARATORS = ("=", "~", ">", "<", ">=", "<=")
LONGEST = 4000  # characters of one typed field
MOST_REFERENCES = 200
_LISTED = re.compile(r"\s*[,;]\s*")
_NUMBERS = re.compile(r"(\d{1,5})(?:\s?[-–]\s?(\d{1,5}))?")

Fields = dict[str, Any]


def fields_of(kind: str, what: Literal["said", "extracted", "typed"]) -> list[str]:
    """The fields of a record of this kind that a judgement decides (``said``), of which a judged row keeps what the
    rules read (as ``extracted_...``), or as a person sees and types them."""
    found: list[str] = data_of(__file__)["synthesis" if kind == "synthesis" else "property"][what]
    return found


def choices(kind: str, name: str) -> list[str]:
    """What a typed field may be, where it is one of a few."""
    if name == "method":
        return sorted({entry["code"] for entry in load()["method"]})
    if name == "property":
        return list(specification(kind).varieties)
    return list(COMPARATORS) if name == "comparator" else []


def tell(record: Mapping[str, Any]) -> dict[str, str]:
    """A record's fields as a person sees them."""
    told = {
        "material": record.get("material") or "",
        "formula": record.get("formula") or "",
        "references": ", ".join(map(str, record.get("references") or ())),
    }
    if record["kind"] == "synthesis":
        told["method"] = record.get("method") or ""
        told["precursors"] = "; ".join(record.get("precursors") or ())
        told["steps"] = tell_steps(record.get("steps") or ())
        return told
    unit, kelvin = _unit_of(record["kind"], record.get("unit") or ""), record.get("temperature_k")
    ends = dict.fromkeys(f"{_in_unit(record[end], unit):.6g}" for end in ("value_low", "value_high"))
    told |= {"value": "–".join(ends), "unit": unit, "property": record["property"]}
    told["comparator"] = record["comparator"] if record["comparator"] in COMPARATORS else "="
    return told | {"temperature": "" if kelvin is None else f"{kelvin - ZERO_CELSIUS_K:.6g} °C"}


def _unit_of(kind: str, written: str) -> str:
    """The unit a value is shown in: as written where that is known, else the property's own."""
    spec = specification(kind)
    try:
        return written if unit_named(written).kind is spec.quantity else spec.unit
    except KeyError:
        return spec.unit


def _in_unit(value: float, unit: str) -> float:
    try:
        size = unit_named(unit)
    except KeyError:  # a property without a unit
        return value
    return (value - size.to_standard(0.0)) / (size.to_standard(1.0) - size.to_standard(0.0))


def changes(record: Mapping[str, Any], typed: Mapping[str, str]) -> Fields:
    """What of a record is otherwise by what was typed; fields left as they were told are no change.

    Raises :class:`FieldsError` with a line for every field that cannot be read.
    """
    kind, told = record["kind"], tell(record)
    edited = {
        name: " ".join(text.split()) if name != "steps" else text.strip()
        for name, text in typed.items()
        if name in fields_of(kind, "typed") and text.strip() != told[name].strip()
    }
    right: Fields = {}
    faults: dict[str, str] = {}
    for name, text in edited.items():
        try:
            if len(text) > LONGEST:
                raise FieldError(f"longer than {LONGEST} characters")
            right |= _read(kind, name, text, {**told, **typed})
        except FieldError as error:
            faults[name] = str(error)
    if faults:
        raise FieldsError(faults)
    return {name: value for name, value in _completed(right, record).items() if value != record.get(name)}


def _completed(right: Fields, record: Mapping[str, Any]) -> Fields:
    """With the formula that a new material is, and the comparator that a new value asks for."""
    material = right.get("material")
    if "material" in right:
        right.setdefault("formula", material if material and is_composition(material) else None)
    if right.get("value_low") is not None and right["value_low"] != right["value_high"]:
        right["comparator"] = "range"
    elif "value_low" in right and record["comparator"] == "range":
        right.setdefault("comparator", "=")
    return right


class FieldsError(ValueError):
    """Fields that cannot be read, each with why."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {fault}" for name, fault in faults.items()))
        self.faults = dict(faults)


def remark(name: str, text: str) -> str:
    """What a chemist may want to know of a field that can be read; empty when there is nothing."""
    if name == "formula" and text and is_balanced(text) is False:
        return "its charges do not add up"
    return ""


def _read(kind: str, name: str, text: str, typed: Mapping[str, str]) -> Fields:
    match name:
        case "value" | "unit":
            return _value(kind, typed["value"], typed["unit"])
        case "steps":
            return {"steps": read_steps(text)}
        case "precursors":
            return {"precursors": [part for part in text.split("; ") if part]}
        case "material":
            return {"material": text or None}
        case "formula":
            return _formula(text)
        case "temperature":
            return _temperature(text)
        case "references":
            return _references(text)
    allowed = choices(kind, name)
    if text not in allowed:
        raise FieldError(f"is none of {', '.join(allowed)}")
    return {name: text, "methods": [text]} if name == "method" else {name: text}


def _formula(text: str) -> Fields:
    if text:
        try:
            read_any(text)
        except FormulaError as error:
            raise FieldError(f"is no formula: {error}") from None
    return {"formula": text or None}


def _value(kind: str, number: str, unit: str) -> Fields:
    """A number or range with its unit, in the standard unit of the property."""
    spec = specification(kind)
    found = parse_number(f"{number} {unit}".strip())
    if found is None or number.strip(" ~≈<>=≤≥")[: found.number_end - found.start] == "":
        raise FieldError("is no number")
    if len(number.strip(" ~≈<>=≤≥")) > found.end - found.start:
        raise FieldError("is more than one number")
    if spec.unit and (found.unit is None or found.kind is not spec.quantity):
        known = find_unit(unit)
        raise FieldError(f"{unit} is no unit of it" if unit and known is None else f"needs a unit such as {spec.unit}")
    low, high = found.standard()
    if not spec.is_readable(low, high):
        raise FieldError(f"{low:g} {spec.unit} can be no {spec.label}")
    return {"value_low": low, "value_high": high, "unit": found.unit or ""}


def _temperature(text: str) -> Fields:
    if not text:
        return {"temperature_k": None}
    found = find_temperatures(text)
    if len(found) != 1 or found[0].end - found[0].start < len(text):
        raise FieldError("is no temperature such as 25 °C, 298 K or RT")
    return {"temperature_k": round(found[0].low, 4)}


def _references(text: str) -> Fields:
    numbers: list[int] = []
    for part in filter(None, _LISTED.split(text)):
        match = _NUMBERS.fullmatch(part)
        if match is None:
            raise FieldError(f"{part} is no number of a source")
        first, last = int(match[1]), int(match[2] or match[1])
        numbers += range(first, min(last, first + MOST_REFERENCES) + 1)
    return {"references": sorted(set(numbers))}
