r"""Quantities as LaTeX's siunitx writes them: ``\SI{1.3e-3}{\siemens\per\centi\meter}``, ``\qty{0.3}{mS.cm^{-1}}``."""

from __future__ import annotations

import re
from typing import Final

from corpus.mapped_text import MappedText
from corpus.repair.profile import Profile

_BODY: Final = r"\{((?:[^{}]|\{[^{}]{0,40}\}){0,120})\}"
_OPTIONS: Final = r"(?:\[[^\[\]]{0,80}\])?"
_RANGE: Final = re.compile(rf"\\(?:SIrange|qtyrange){_OPTIONS}{_BODY}{_BODY}{_BODY}")
_QUANTITY: Final = re.compile(rf"\\(?:SI|qty){_OPTIONS}{_BODY}{_BODY}")
_NUMBER: Final = re.compile(rf"\\num{_OPTIONS}{_BODY}")
_UNIT: Final = re.compile(rf"\\(?:si|unit){_OPTIONS}{_BODY}")
_EXPONENT: Final = re.compile(r"(?<=[\d)])\s?[eEdD]\s?([+-]?\d{1,3})$")
_BARE_EXPONENT: Final = re.compile(r"^[eE]([+-]?\d{1,3})$")
_MACRO: Final = re.compile(r"\\([a-zA-Z]+)|([^\\]+)")
_PREFIXES: Final = {
    "milli": "m", "micro": "μ", "nano": "n", "kilo": "k", "mega": "M", "giga": "G", "centi": "c", "deci": "d",
}  # fmt: skip
_UNITS: Final = {
    "siemens": "S", "meter": "m", "metre": "m", "cm": "cm", "mm": "mm", "nm": "nm", "um": "μm", "volt": "V", "mV": "mV",
    "electronvolt": "eV", "eV": "eV", "meV": "meV", "kelvin": "K", "K": "K", "celsius": "°C", "degreeCelsius": "°C",
    "hour": "h", "minute": "min", "min": "min", "second": "s", "joule": "J", "kJ": "kJ", "mole": "mol", "mol": "mol",
    "pascal": "Pa", "MPa": "MPa", "GPa": "GPa", "ohm": "Ω", "ampere": "A", "mA": "mA", "mAh": "mAh", "gram": "g",
    "mg": "mg", "percent": "%", "angstrom": "Å", "hertz": "Hz", "Hz": "Hz", "rpm": "rpm", "day": "d",
}  # fmt: skip
_POWERS: Final = {"square": "2", "squared": "2", "cubic": "3", "cubed": "3"}


def read_siunitx(text: MappedText, profile: Profile) -> MappedText:
    r"""Numbers with their exponents written out, units as symbols.

    >>> read_siunitx(MappedText.from_raw(r"\SI{1.3e-3}{\milli\siemens\per\centi\meter}"), Profile()).text
    '1.3 × 10^{-3} mS cm^{-1}'
    """
    if "\\" not in text.text:
        return text
    text = text.substitute(_RANGE, lambda m: f"{_number(m[1])}–{_number(m[2])} {_unit(m[3])}")
    text = text.substitute(_QUANTITY, lambda m: f"{_number(m[1])} {_unit(m[2])}")
    return text.substitute(_NUMBER, lambda m: _number(m[1])).substitute(_UNIT, lambda m: _unit(m[1]))


def _number(surface: str) -> str:
    surface = surface.strip()
    bare = _BARE_EXPONENT.match(surface)
    if bare:
        return f"10^{{{bare[1]}}}"
    return _EXPONENT.sub(lambda match: f" × 10^{{{match[1]}}}", surface)


def _exponent(power: str, divided: bool) -> str:
    exponent = f"-{power or 1}" if divided else power
    return f"^{{{exponent}}}" if exponent else ""


def _unit(surface: str) -> str:
    if "\\" not in surface or "^" in surface:
        return surface.replace(".", " ").replace("~", " ")
    parts: list[str] = []
    prefix = power = ""
    divided = False
    for match in _MACRO.finditer(surface):
        name = match[1] or match[2].strip()
        if name in _PREFIXES:
            prefix = _PREFIXES[name]
        elif name == "per":
            divided = True
        elif name in _POWERS and name.endswith("ed") and parts:
            parts[-1] = parts[-1].removesuffix("^{-1}") + f"^{{{'-' * parts[-1].endswith('}')}{_POWERS[name]}}}"
        elif name in _POWERS:
            power = _POWERS[name]
        elif name in _UNITS:
            parts.append(prefix + _UNITS[name] + _exponent(power, divided))
            prefix, power, divided = "", "", False
        elif name:
            parts.append(name)
    return " ".join(parts)
