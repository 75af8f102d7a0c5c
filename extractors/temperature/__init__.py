"""Temperatures, and which of them a value was measured at."""

from extractors.temperature.finder import find_temperatures
from extractors.temperature.measuring import is_treatment, measuring_temperature

__all__ = ["find_temperatures", "is_treatment", "measuring_temperature"]
