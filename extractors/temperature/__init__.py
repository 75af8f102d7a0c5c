"""Temperatures, and which of them a value was measured at."""

from extractors.temperature.finder import find_temperatures

__all__ = ["find_temperatures"]
