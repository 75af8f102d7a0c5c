"""Temperatures, and which of them a value was measured at."""

from extractors.temperature.finder import find_temperatures
from extractors.temperature.scopes import Measured, measured_at
from extractors.temperature.sentence import is_treatment, measuring_temperature

__all__ = ["Measured", "find_temperatures", "is_treatment", "measured_at", "measuring_temperature"]
