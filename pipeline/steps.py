"""The conditions of an operation as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

UNITS = {"temperature_c": "°C", "duration_h": "h", "pressure_mpa": "MPa", "speed_rpm": "rpm", "ramp_k_min": "K/min"}


def span(value: float | list[float]) -> str:
    """A number, or both ends of a range."""
    ends = value if isinstance(value, list) else [value]
    return "–".join(dict.fromkeys(f"{end:.6g}" for end in ends))


def conditions(step: Mapping[str, Any]) -> list[str]:
    """The conditions of a step that have a unit: ``700 °C``, ``12–24 h``."""
    return [f"{span(step[name])} {unit}" for name, unit in UNITS.items() if step.get(name) is not None]
