"""The operations of a route as a person types them: one a line, ``heat: calcined; 700 °C; 12 h; argon``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from extractors.mentions import ZERO_CELSIUS_K, QuantityKind
from extractors.quantities.finder import find_quantities
from extractors.records import SynthesisStep
from extractors.synthesis.vocabulary import find_atmospheres, load
from pipeline.steps import conditions, span

CONDITIONS = {
    QuantityKind.TEMPERATURE: "temperature_c", QuantityKind.DURATION: "duration_h",
    QuantityKind.PRESSURE: "pressure_mpa", QuantityKind.SPEED: "speed_rpm", QuantityKind.HEATING_RATE: "ramp_k_min",
}  # fmt: skip
IN_SOLVENT = "in "
TO_ONE = ":1 balls to powder"


class FieldError(ValueError):
    """What was typed for a field cannot be read; says why in one line."""


def tell_steps(steps: Iterable[Mapping[str, Any]]) -> str:
    """The steps as lines that :func:`read_steps` reads back."""
    return "\n".join(_tell(step) for step in steps)


def _tell(step: Mapping[str, Any]) -> str:
    parts = [" ".join(str(step["surface"]).replace(";", ",").split()), *conditions(step)]
    parts += [span(step["ball_ratio"]) + TO_ONE] if step.get("ball_ratio") is not None else []
    parts += [step["atmosphere"]] if step.get("atmosphere") else []
    parts += [IN_SOLVENT + step["solvent"]] if step.get("solvent") else []
    return f"{step['op']}: {'; '.join(parts)}"


def read_steps(text: str) -> list[dict[str, Any]]:
    """The steps of lines. Raises FieldError for a line that is none."""
    return [_step(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]


def _step(number: int, line: str) -> dict[str, Any]:
    op, _, told = line.partition(":")
    surface, *stated = [part.strip() for part in told.split(";")]
    fields: dict[str, Any] = {"op": op.strip(), "surface": surface}
    for part in filter(None, stated):
        condition = _condition(part)
        if condition is None:
            raise FieldError(f"line {number}: {part} is no condition")
        fields |= condition
    try:
        return SynthesisStep(**fields).model_dump(mode="json")
    except ValidationError:
        raise FieldError(f"line {number}: {op.strip() or 'nothing'} is no operation") from None


def _condition(text: str) -> dict[str, Any] | None:
    """One condition of a step; None when it is none."""
    found = find_quantities(text)
    if len(found) == 1 and found[0].kind in CONDITIONS and found[0].end - found[0].start == len(text):
        less = ZERO_CELSIUS_K if found[0].kind is QuantityKind.TEMPERATURE else 0.0
        ends = [float(f"{end - less:.6g}") for end in (found[0].low, found[0].high)]
        return {CONDITIONS[found[0].kind]: ends[0] if ends[0] == ends[1] else ends}
    if text.endswith(TO_ONE):
        ends = [float(end) for end in text.removesuffix(TO_ONE).split("–")]
        return {"ball_ratio": ends[0] if len(ends) == 1 else ends}
    if text.startswith(IN_SOLVENT):
        return {"solvent": text.removeprefix(IN_SOLVENT).strip()}
    if text in load()["atmospheres"]:
        return {"atmosphere": text}
    atmospheres = find_atmospheres(text)
    return {"atmosphere": atmospheres[0].code} if len(atmospheres) == 1 else None
