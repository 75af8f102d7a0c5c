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
from corpus.patterns import read_patterns

_P = read_patterns(__file__)

_LOST: Final = "\ufffd"
_ENOUGH: Final = 2  # units that show it; one may be a slip of the pen
_SHARE: Final = 0.8  # of all units of conductivity
_SPOILT: Final = (
    _P.DOUBLED_MINUS, _P.CUT_TEN, _P.GLUED_TEN, _P.GLUED_EXPONENT, _P.BARE_POWER, _P.OTHER_SIGN, _P.CUT_AT_POINT
)  # fmt: skip


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
        for match in _P.UNIT.finditer(text):
            written[None if match["sign"] else match["digit"] or ""] += 1
        if written:
            sign, count = written.most_common(1)[0]
            if sign is not None and count >= _ENOUGH and count >= _SHARE * written.total():
                found.minus = sign
                found.counted["units"] = count
        text = found._with_minus(MappedText.from_raw(text)).text
        found.counted["times"] = sum(bool(match["times"]) for match in _P.TIMES.finditer(text))
        found.three_is_times = found.counted["times"] >= _ENOUGH
        if "°" not in text:
            found.counted["degrees"] = len(_P.DEGREES.findall(text))
            found.digit_is_degree = found.counted["degrees"] >= _ENOUGH
        return found

    def read(self, text: MappedText) -> MappedText:
        """A text of the document with the signs put in; U+FFFD in a power that is evidently spoilt."""
        text = self._with_minus(text)
        text = text.edit([edit for match in _P.TIMES.finditer(text.text) for edit in self._times(match)])
        if self.digit_is_degree:
            text = text.substitute(_P.DEGREES, "°")
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
        edits = []
        if self.minus:
            powers = (m for m in _P.POWER_WITH_DIGIT.finditer(text.text) if m["digit"] == self.minus)
            edits += [Edit(match.start(), match.start("power"), "−") for match in powers]
        else:
            edits += [
                Edit(match.start("gap"), match.start("power"), "−")
                for match in _P.POWER_WITHOUT_SIGN.finditer(text.text)
            ]
        for match in _P.UNIT.finditer(text.text):
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
