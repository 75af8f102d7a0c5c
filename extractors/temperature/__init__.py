"""Temperatures, and which of them a value was measured at."""

from extractors.temperature.carried import announced_temperature
from extractors.temperature.finder import find_temperatures
from extractors.temperature.measuring import is_treatment, measuring_temperature

__all__ = ["announced_temperature", "find_temperatures", "is_treatment", "measuring_temperature"]
