"""Powers of ten and of units: one way of writing for all."""

from __future__ import annotations

from corpus.mapped_text import MappedText
from corpus.patterns import read_patterns
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.marks import mark
from corpus.repair.profile import Profile

_P = read_patterns(__file__, start=START, end=END)

_BARE_POWERS_OF_TEN = (_P.POWER_BY_MINUS, _P.POWER_BY_DASH, _P.POWER_OF_PRODUCT)


def mark_bare_powers(text: MappedText, profile: Profile) -> MappedText:
    """Exponents that lost their superscript are marked again.

    >>> mark_bare_powers(MappedText.from_raw("3 × 10−6 S cm−1"), Profile()).text
    '3 × 10\\x02−6\\x03 S cm\\x02−1\\x03'
    """
    if not _P.DASH.search(text.text):
        return text
    text = text.substitute(_P.MISREAD_TEN, " × 10")
    spans = {match.span(group) for match in _P.BARE_POWER_RANGE.finditer(text.text) for group in (1, 2)}
    of_units = (
        (_P.BARE_UNIT_POWER, _P.GLUED_UNIT_POWER, _P.CITED_UNIT_POWER) if _P.DASH_OF_UNIT.search(text.text) else ()
    )
    for pattern in (*_BARE_POWERS_OF_TEN, *of_units):
        spans.update(match.span(match.lastindex or 1) for match in pattern.finditer(text.text))
    return mark(text, spans)


def write_times(text: MappedText, profile: Profile) -> MappedText:
    """The times sign of a power of ten, also as ``x`` or as what was left of its LaTeX command, stands between blanks.

    A comma in the number before it is a decimal comma.

    >>> write_times(MappedText.from_raw("2 imes10⁻⁴ and 3,1x10-4"), Profile()).text
    '2 × 10⁻⁴ and 3.1 × 10\\x02-4\\x03'
    """
    if "imes" in text.text:
        text = text.substitute(_P.LOST_TIMES, " × ")
    if "10" in text.text:
        text = text.substitute(_P.ASCII_TIMES, " × ")
    if "×" not in text.text:
        return text
    text = text.substitute(_P.TIMES, " × ").substitute(_P.ASCII_EXPONENT, rf"{START}\1{END}")
    return text.substitute(_P.DECIMAL_COMMA, r"\1.")


def close_up_units(text: MappedText, profile: Profile) -> MappedText:
    """A dot between units becomes a blank, ``° C``, ``degrees C`` and ``weight percent`` one sign.

    >>> close_up_units(MappedText.from_raw("5 S·m at 25 ° C"), Profile()).text
    '5 S m at 25 °C'
    >>> close_up_units(MappedText.from_raw("annealed at 640 degree C"), Profile()).text
    'annealed at 640 °C'
    >>> close_up_units(MappedText.from_raw("annealed at 640oC"), Profile()).text
    'annealed at 640 °C'
    """
    if "·" in text.text:
        text = text.substitute(_P.DOT_BEFORE_UNIT, " ")
    if "deg" in text.text:
        text = text.substitute(_P.WORDED_DEGREE, " °C")
    if any(sign in text.text for sign in ("o C", "oC", f"o{END}")):
        text = text.substitute(_P.DEGREE_BY_O, " °")
    if "μ " in text.text:
        text = text.substitute(_P.PREFIX_APART, "μ")
    if "S/ " in text.text:
        text = text.substitute(_P.SLASH_APART, "/")
    if START in text.text:
        text = text.substitute(_P.UNIT_AT_POWER, " ").substitute(_P.STOP_BETWEEN_UNITS, " ")
        if f"Scm{START}" in text.text:
            text = text.substitute(_P.GLUED_UNIT, r"\1 ")
    if "cent" in text.text:
        text = text.substitute(_P.WORDED_PERCENT, " wt%")
    return text.substitute(_P.DEGREE_CELSIUS, "°C") if "°" in text.text else text
