r"""Quantities as LaTeX's siunitx writes them: ``\SI{1.3e-3}{\siemens\per\centi\meter}``, ``\qty{0.3}{mS.cm^{-1}}``."""

from __future__ import annotations

from corpus.mapped_text import MappedText
from corpus.patterns import read_patterns
from corpus.repair.patterns import SI_POWERS, SI_PREFIXES, SI_UNITS
from corpus.repair.profile import Profile

_P = read_patterns(__file__)


def read_siunitx(text: MappedText, profile: Profile) -> MappedText:
    r"""Numbers with their exponents written out, units as symbols.

    >>> read_siunitx(MappedText.from_raw(r"\SI{1.3e-3}{\milli\siemens\per\centi\meter}"), Profile()).text
    '1.3 × 10^{-3} mS cm^{-1}'
    """
    if "\\" not in text.text:
        return text
    text = text.substitute(_P.RANGE, lambda m: f"{_number(m[1])}–{_number(m[2])} {_unit(m[3])}")
    text = text.substitute(_P.QUANTITY, lambda m: f"{_number(m[1])} {_unit(m[2])}")
    return text.substitute(_P.NUMBER, lambda m: _number(m[1])).substitute(_P.UNIT, lambda m: _unit(m[1]))


def _number(surface: str) -> str:
    surface = surface.strip()
    bare = _P.BARE_EXPONENT.match(surface)
    if bare:
        return f"10^{{{bare[1]}}}"
    return _P.EXPONENT.sub(lambda match: f" × 10^{{{match[1]}}}", surface)


def _exponent(power: str, divided: bool) -> str:
    exponent = f"-{power or 1}" if divided else power
    return f"^{{{exponent}}}" if exponent else ""


def _unit(surface: str) -> str:
    if "\\" not in surface or "^" in surface:
        return surface.replace(".", " ").replace("~", " ")
    parts: list[str] = []
    prefix = power = ""
    divided = False
    for match in _P.MACRO.finditer(surface):
        name = match[1] or match[2].strip()
        if name in SI_PREFIXES:
            prefix = SI_PREFIXES[name]
        elif name == "per":
            divided = True
        elif name in SI_POWERS and name.endswith("ed") and parts:
            parts[-1] = parts[-1].removesuffix("^{-1}") + f"^{{{'-' * parts[-1].endswith('}')}{SI_POWERS[name]}}}"
        elif name in SI_POWERS:
            power = SI_POWERS[name]
        elif name in SI_UNITS:
            parts.append(prefix + SI_UNITS[name] + _exponent(power, divided))
            prefix, power, divided = "", "", False
        elif name:
            parts.append(name)
    return " ".join(parts)
