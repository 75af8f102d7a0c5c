"""Minus, times and degree signs that came out as a digit or vanished: ``1.2 9 10-3``, ``1024 S cm21``, ``10 4 S cm 1``.

What tells them apart from numbers is chemistry: a unit of conductivity ends in −1, a power of ten before it is
negative. How the document writes the minus of its units, counted over all of them, is how it writes that of its powers.
What remains a number that no conductivity has (``× 104 S cm−1``) is kept from being read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from corpus.mapped_text import Edit, MappedText

_LOST: Final = "\ufffd"
_ENOUGH: Final = 2  # units that show it; one may be a slip of the pen
_SHARE: Final = 0.8  # of all units of conductivity
_S_CM: Final = r"(?<![A-Za-z\d])[mμn]?S[ ]?[·.]?[ ]?cm"
_UNIT: Final = re.compile(
    rf"(?P<base>{_S_CM})(?P<gap>[ ]?)"
    r"(?:(?P<sign>[−–-]|\^[ ]?\{?[ ]?[−–-]|⁻|<sup>|\$?\^|_)|(?P<digit>[2-9]))?[ ]?[1¹](?![\d.,]\d)"
)
_TOWARDS_UNIT: Final = r"(?=[^\n.;()]{0,6}(?:[ ]?(?:and|or|to|[−–-])[ ]?[^\n;()]{1,16}?)?" + _S_CM + ")"
_POWERS: Final = {
    # 2.6 10 4 S cm 1, 10 4 S cm 1: the exponent of what cannot be two numbers
    "": re.compile(rf"(?:(?<=[×x] )|(?<=\d )|(?<![\w.,:]))10(?P<gap>[ ]?)(?P<power>\d{{1,2}})(?![\d.,]){_TOWARDS_UNIT}")
}
_MANTISSA: Final = r"(?<![\w.,:])(?P<mantissa>\d{1,3}(?P<point>[.:])\d{1,4}|\d{1,3})"
_POWER: Final = r"10[ ]?(?:\^\{?|<sup>)?[−–⁻-][ ]?\d{1,2}(?!\d|\.\d)"
_TIMES: Final = re.compile(rf"{_MANTISSA}[ ](?P<times>[3469])?[ ]?(?={_POWER})")
_DEGREES: Final = re.compile(r"(?:(?<=\d )|(?<=\d\d))8[ ]?(?=C(?![A-Za-z\d]))|(?<=\d )1(?=[ ]?C(?![A-Za-z\d]))")
# Powers that say what no conductivity is: kept from being read. Each begins with a digit, so that it is found fast.
_SPOILT: Final = (
    re.compile(r"10[ ]?[−–-]{2,3}[ ]?(?=\d)"),  # 10−−6
    re.compile(
        r"0(?:(?<=[×x] 0)(?=[ ]?[−–-][ ]?\d)|(?<![\w.,]0)(?=[−–-]\d{1,2}[ ]?[mμ]?S[ ]?[·.]?[ ]?cm))"
    ),  # 1 × 0 −6
    re.compile(r"10(?<=\.\d10|\d\d10)(?<=\d\.\d10|\.\d\d10)(?=[−–-]\d{1,2}[ ]?[mμ]?S[ ]?[·.]?[ ]?cm)"),  # 4.510−5
    re.compile(r"10(?:(?<=[×x]10)|(?<=[×x] 10))[ ]?(?=\d{1,2}[ ]?[mμ]?S[ ]?[·.]?[ ]?cm)"),  # × 104 S cm−1
    re.compile(r"10(?<![\w.,×^{(−–-]10)(?=\d{1,2}[ ]?S[ ]?[·.]?[ ]?cm)"),  # 104 S cm−1, which was 10−4
    re.compile(r"10[ ]?(?=[~?][ ]?\d{1,2}[ ]?[mμ]?S[ ]?[·.]?[ ]?cm)"),
    re.compile(r"\d(?<![\w.,]\d)(?=-\n\.\d)"),  # a decimal number cut at its point
)


@dataclass(slots=True)
class ExchangedDigits:
    """What a document shows of signs that became digits or nothing."""

    minus: str | None = None  # what stands for the minus of units: a digit, or nothing at all; None for a minus
    three_is_times: bool = False  # also behind a whole number
    digit_is_degree: bool = False
    counted: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, text: str) -> ExchangedDigits:
        """What the whole text of a document shows."""
        found = cls()
        written: Counter[str | None] = Counter()
        for match in _UNIT.finditer(text):
            written[None if match["sign"] else match["digit"] or ""] += 1
        if written:
            sign, count = written.most_common(1)[0]
            if sign is not None and count >= _ENOUGH and count >= _SHARE * written.total():
                found.minus = sign
                found.counted["units"] = count
        text = found._with_minus(MappedText.from_raw(text)).text
        found.counted["times"] = sum(bool(match["times"]) for match in _TIMES.finditer(text))
        found.three_is_times = found.counted["times"] >= _ENOUGH
        if "°" not in text:
            found.counted["degrees"] = len(_DEGREES.findall(text))
            found.digit_is_degree = found.counted["degrees"] >= _ENOUGH
        return found

    def read(self, text: MappedText) -> MappedText:
        """A text of the document with the signs put in; U+FFFD in a power that is evidently spoilt."""
        text = self._with_minus(text)
        text = text.edit([edit for match in _TIMES.finditer(text.text) for edit in self._times(match)])
        if self.digit_is_degree:
            text = text.substitute(_DEGREES, "°")
        for pattern in _SPOILT:
            text = text.edit([Edit(match.end(), match.end(), _LOST) for match in pattern.finditer(text.text)])
        return text

    def told(self) -> list[str]:
        """What was inferred, with the places that show it."""
        told = []
        if self.minus is not None:
            how = f"as {self.minus}" if self.minus else "left out"
            told.append(f"the minus sign is {how} in {self.counted['units']} units of conductivity")
        if self.three_is_times:
            told.append(f"the times sign is a digit in {self.counted['times']} powers of ten")
        if self.digit_is_degree:
            told.append(f"the degree sign is a digit at {self.counted['degrees']} temperatures")
        return told

    def _with_minus(self, text: MappedText) -> MappedText:
        if self.minus is None:
            return text
        if self.minus not in _POWERS:
            _POWERS[self.minus] = re.compile(
                rf"(?:(?<=\b10)|(?<=[^\d.]10)|(?<=\b10 )){self.minus}(?P<power>\d{{1,2}})(?![\d.,]){_TOWARDS_UNIT}"
            )
        edits = []
        for match in _POWERS[self.minus].finditer(text.text):
            start = match.start() + 2 if not self.minus else match.start()
            edits.append(Edit(start, match.start("power"), "−"))
        for match in _UNIT.finditer(text.text):
            if not match["sign"] and (match["digit"] or "") == self.minus:
                edits.append(Edit(match.end("base"), match.end() - 1, "−"))
        return text.edit(sorted(edits))

    def _times(self, match: re.Match[str]) -> list[Edit]:
        """Edits that put the times sign between a number and its power, and a point for the colon of a lost font."""
        decimal = match["point"] is not None
        if match["times"]:
            if not (decimal or self.three_is_times):
                return []
        elif not (decimal and self.minus is not None) and match["point"] != ":":
            return []
        point = [Edit(match.start("point"), match.end("point"), ".")] if match["point"] == ":" else []
        return [*point, Edit(match.end("mantissa"), match.end(), " × ")]
