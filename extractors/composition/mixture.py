"""Mixtures of compounds: ``70Li2S-30P2S5``, ``98(0.75Li2S-0.25P2S5)-2P2O5``, ``Li7La3Zr2O12-8wt%Li3BO3``.

>>> round(composition("70Li2S-30P2S5")["Li"], 4)
0.3333
>>> [str(part) for part in read("99.5(70Li2S-30P2S5)-0.5FeS2").parts]
['99.5(70Li2S-30P2S5)', '0.5FeS2']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.elements import ELEMENTS
from extractors.composition.amount import Amount, AmountError
from extractors.composition.balance import is_balanced
from extractors.composition.formula import Assignment, Formula, FormulaError, numbers_of, parse

MAXIMUM_LENGTH = 300  # characters
MAXIMUM_DEPTH = 4  # mixtures within mixtures


@dataclass(frozen=True, slots=True)
class Part:
    """One compound (or bracketed mixture) of a mixture with its share; ``unit`` is mol, wt, vol or at."""

    body: Formula | Mixture
    share: Amount | None = None
    unit: str = "mol"

    def __str__(self) -> str:
        body = f"({self.body})" if isinstance(self.body, Mixture) else str(self.body)
        if self.share is None:
            return body
        number = str(self.share) or "1"
        if self.unit != "mol":
            return f"{number}{self.unit}%{body}"
        if self.share.constant == 1 and not self.share.terms:
            return f"1{body}"
        return f"({number}){body}" if re.search(r"[+-]", number) else f"{number}{body}"


@dataclass(frozen=True, slots=True)
class Mixture:
    """Compounds joined by hyphens or plus signs, in order."""

    parts: tuple[Part, ...]
    separators: tuple[str, ...]

    def __str__(self) -> str:
        text = str(self.parts[0])
        return text + "".join(f"{sign}{part}" for sign, part in zip(self.separators, self.parts[1:], strict=True))

    @property
    def variables(self) -> tuple[str, ...]:
        """Free variables of shares and compounds, in order of appearance."""
        names: dict[str, None] = {}
        for part in self.parts:
            if part.share is not None:
                names.update(dict.fromkeys(part.share.variables))
            names.update(dict.fromkeys(part.body.variables))
        return tuple(names)

    @property
    def sites(self) -> tuple[str, ...]:
        """Letters for a choice of elements in any compound."""
        return tuple(dict.fromkeys(site for part in self.parts for site in part.body.sites))

    @property
    def symbols(self) -> tuple[str, ...]:
        """Elements and sites in order of appearance."""
        return tuple(dict.fromkeys(symbol for part in self.parts for symbol in part.body.symbols))

    @property
    def definite(self) -> bool:
        """Whether the shares and every compound are known, so that :meth:`elements` has an answer."""
        given = any(part.share is not None for part in self.parts)
        known = all(part.share is None or not part.share.terms for part in self.parts)
        return given and known and all(part.body.definite and part.unit != "vol" for part in self.parts)

    def elements(self) -> dict[str, float]:
        """Atoms of each element in the mixture as written (shares as moles of formula units).

        A part without a share counts once when another has one. Parts in wt% are turned into moles by their molar
        masses, the rest of the mass being shared by the others. Raises FormulaError when shares are open.
        """
        if not self.definite:
            raise FormulaError(f"shares of {self} are open")
        bodies = [part.body.elements() for part in self.parts]
        moles = [float(part.share.constant) if part.share is not None else 1.0 for part in self.parts]
        if any(part.unit == "wt" for part in self.parts):
            moles = self._moles_from_weight(bodies, moles)
        totals: dict[str, float] = {}
        for body, count in zip(bodies, moles, strict=True):
            for symbol, amount in body.items():
                totals[symbol] = totals.get(symbol, 0.0) + count * amount
        return {symbol: total for symbol, total in totals.items() if total}

    def _moles_from_weight(self, bodies: list[dict[str, float]], moles: list[float]) -> list[float]:
        masses = [sum(ELEMENTS[symbol].mass * amount for symbol, amount in body.items()) for body in bodies]
        weights = [share / 100 if part.unit == "wt" else 0.0 for part, share in zip(self.parts, moles, strict=True)]
        rest = 1 - sum(weights)
        others = sum(m * n for part, m, n in zip(self.parts, masses, moles, strict=True) if part.unit != "wt")
        if rest < 0 or not all(masses) or (others == 0 and abs(rest) > 1e-6):
            raise FormulaError(f"weights of {self} do not add up")
        return [
            weight / mass if part.unit == "wt" else (rest * count / others if others else 0.0)
            for part, weight, mass, count in zip(self.parts, weights, masses, moles, strict=True)
        ]

    def substitute(self, values: Assignment) -> Mixture | Formula:
        """With variables and sites put in; parts whose share becomes zero are dropped."""
        numbers = numbers_of(values)
        kept: list[tuple[str, Part]] = []
        for sign, part in zip(("-", *self.separators), self.parts, strict=True):
            share = part.share
            if share is not None:
                try:
                    share = share.substitute(numbers)
                except AmountError as error:
                    raise FormulaError(str(error)) from error
                if share.is_zero:
                    continue
            kept.append((sign, Part(part.body.substitute(values), share, part.unit)))
        if not kept:
            raise FormulaError(f"nothing is left of {self}")
        if len(kept) == 1:
            return kept[0][1].body
        return Mixture(tuple(part for _, part in kept), tuple(sign for sign, _ in kept[1:]))


_NUMBER = r"(?:\d++(?:\.\d++)?+|\.\d++)"
_SHARE = re.compile(
    rf"(?:(?P<number>\d/\d(?!\d)|{_NUMBER})|(?P<variable>(?:{_NUMBER})?[xyz])|\((?P<bracket>[\dxyz.+-]+)\))\s*"
    r"(?:(?P<unit>wt|mol|vol|at)\.?\s*%\s*|%\s*)?(?=[A-Z(\[{])"
)
_OPENING, _CLOSING = "([{", ")]}"
_AMOUNT_GOES_ON = re.compile(rf"[-+](?:{_NUMBER})?[a-zδ](?![a-z])")
_SIGNS = re.compile(r"[−–‐‑⋅•∙]|·(?!(?:\d+(?:\.\d+)?)?[nx]?H2O)")


def _cuts(text: str) -> list[int]:
    """Places of the hyphens and plus signs outside brackets that may part compounds."""
    places: list[int] = []
    depth = 0
    for index, character in enumerate(text):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth -= 1
        elif character in "-+" and depth == 0 and index:
            places.append(index)
    return places


def _in_amount(text: str, start: int, place: int) -> bool:
    """Whether the sign at ``place`` belongs to an amount as in ``Zr2-xNbx`` and not to a mixture.

    A formula does not name an element twice outside brackets, so ``Li3PS4-xLiI`` is a mixture, and neither does a
    series use its variable once only between two balanced compounds, so ``Li3PS4-xZnO`` is one.
    """
    if not (text[place - 1].isdigit() or text[place - 1].islower()):
        return False
    match = _AMOUNT_GOES_ON.match(text, place)
    if not match:
        return False
    left = re.findall(r"[A-Z][a-z]?", re.sub(r"\([^()]*\)", "", text[start:place]))
    right = re.match(r"(?:[A-Z][a-z]?[\d.]*)+", text[match.end() :])
    repeated = set(left) & set(re.findall(r"[A-Z][a-z]?", right.group())) if right else set()
    if repeated & ELEMENTS.keys():
        return False
    variable = match.group()[-1]
    once = len(re.findall(rf"{variable}(?![a-z])", text[start:])) == 1
    first = text[start:place].lstrip("0123456789.")
    return not (once and is_balanced(first) and is_balanced(text[match.end() :].split("-")[0]))


def _pieces(text: str) -> tuple[list[str], list[str]]:
    pieces: list[str] = []
    signs: list[str] = []
    start = 0
    for place in _cuts(text):
        if place <= start or _in_amount(text, start, place):
            continue
        pieces.append(text[start:place].strip())
        signs.append(text[place])
        start = place + 1
    pieces.append(text[start:].strip())
    return pieces, signs


def _read_part(text: str, depth: int) -> Part:
    share: Amount | None = None
    unit = "mol"
    match = _SHARE.match(text)
    if match:
        source = match["number"] or match["variable"] or f"({match['bracket']})"
        try:
            share, end = Amount.read(source, 0)
        except AmountError as error:
            raise FormulaError(str(error)) from error
        if end != len(source):
            raise FormulaError(f"no share in {text!r}")
        unit = match["unit"] or "mol"
        text = text[match.end() :]
    if text and text[0] in _OPENING and text[-1] == _CLOSING[_OPENING.index(text[0])]:
        try:
            return Part(_read(text[1:-1], depth + 1), share, unit)
        except FormulaError:
            pass
    return Part(parse(text), share, unit)


def _read(text: str, depth: int) -> Mixture:
    if depth > MAXIMUM_DEPTH:
        raise FormulaError("mixtures nested too deeply")
    pieces, signs = _pieces(text)
    if len(pieces) < 2 or not all(pieces):
        raise FormulaError(f"{text!r} is no mixture")
    return Mixture(tuple(_read_part(piece, depth) for piece in pieces), tuple(signs))


@lru_cache(maxsize=10_000)
def read(text: str) -> Mixture:
    """Read a mixture of two or more compounds; raises FormulaError when the text is none."""
    if not 0 < len(text) <= MAXIMUM_LENGTH:
        raise FormulaError("empty or too long")
    return _read(_SIGNS.sub("-", text).strip(), 0)


@lru_cache(maxsize=20_000)
def read_any(text: str) -> Formula | Mixture:
    """A formula or, failing that, a mixture; raises FormulaError when the text is neither."""
    pieces, _ = _pieces(_SIGNS.sub("-", text)) if len(text) <= MAXIMUM_LENGTH else ([text], [])
    return parse(text) if len(pieces) == 1 else read(text)


def composition(text: str) -> dict[str, float] | None:
    """Atomic fractions of a formula or mixture; None when it is neither or leaves amounts open.

    >>> composition("Li3PS4") == {"Li": 3 / 8, "P": 1 / 8, "S": 4 / 8}
    True
    """
    try:
        elements = read_any(text).elements()
    except FormulaError:
        return None
    total = sum(elements.values())
    return {symbol: amount / total for symbol, amount in elements.items()}
