"""Temperatures, and which of them a value was measured at."""

from extractors.temperature.finder import find_temperatures
from extractors.temperature.scopes import Measured, measured_at
from extractors.temperature.sentence import SentenceTemperatures, is_treatment

__all__ = ["Measured", "SentenceTemperatures", "find_temperatures", "is_treatment", "measured_at"]
