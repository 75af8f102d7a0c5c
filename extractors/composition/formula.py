"""Chemical formulas as solid-electrolyte papers write them: decimals, nested brackets, series, sites, vacancies.

A formula is read into a tree that keeps its order, so that ``str`` gives it back in the same notation. Abbreviations
are no formulas: ``LGPS`` raises, although each of its letters happens to be close to an element.

>>> str(parse("Li7-xLa3Zr2-xNbxO12").substitute({"x": 0.25}))
'Li6.75La3Zr1.75Nb0.25O12'
>>> parse("Li10Ge(P0.925Sb0.075)2S12").elements()["Sb"]
0.15
>>> str(parse("Li5La3M2O12").substitute({"M": "Ta"}))
'Li5La3Ta2O12'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from corpus.elements import ELEMENTS
from corpus.signs import AS_HYPHEN
from extractors.composition.amount import ONE, Amount, AmountError
from extractors.composition.candidates import spelled_out
from extractors.composition.patterns import SITE_SYMBOLS, VACANCIES

MAXIMUM_LENGTH = 200  # characters; the longest formulas of the literature have about 80
MAXIMUM_DEPTH = 12  # nested brackets

Assignment = Mapping[str, "float | str | Fraction"]


class FormulaError(ValueError):
    """The text is no formula."""


@dataclass(frozen=True, slots=True)
class Atom:
    """An element, a site variable (``M``, ``X``, ``Ln``) or a vacancy, with its amount."""

    symbol: str
    amount: Amount = ONE

    def __str__(self) -> str:
        return f"{self.symbol}{self.amount}"


@dataclass(frozen=True, slots=True)
class Group:
    """A bracket with its amount. ``shared``: its members share one site in unknown parts, as in ``(Ti,Ge)2``."""

    members: tuple[Node, ...]
    amount: Amount = ONE
    bracket: str = "("
    shared: bool = False

    def __str__(self) -> str:
        inner = ("," if self.shared else "").join(map(str, self.members))
        return f"{self.bracket}{inner}{_CLOSING[self.bracket]}{self.amount}"


Node = Atom | Group
_CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula unit: its members in order, a charge, and the water of a hydrate."""

    members: tuple[Node, ...]
    charge: int = 0
    water: Amount | None = None
    symbols: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """Elements and sites in order of appearance, each once."""
    variables: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """Free variables of the amounts, in order of appearance."""

    def __post_init__(self) -> None:
        symbols = dict.fromkeys(atom.symbol for atom in self._atoms() if atom.symbol not in VACANCIES)
        object.__setattr__(self, "symbols", tuple(symbols))
        object.__setattr__(self, "variables", tuple(self._variables()))

    def __str__(self) -> str:
        text = "".join(map(str, self.members))
        if self.charge:
            size = "" if abs(self.charge) == 1 else str(abs(self.charge))
            text += f"^{size}{'+' if self.charge > 0 else '-'}"
        return text if self.water is None else f"{text}·{self.water}H2O"

    def _atoms(self) -> list[Atom]:
        found: list[Atom] = []
        stack = list(reversed(self.members))
        while stack:
            node = stack.pop()
            if isinstance(node, Atom):
                found.append(node)
            else:
                stack.extend(reversed(node.members))
        return found

    @property
    def sites(self) -> tuple[str, ...]:
        """Letters that stand for a choice of elements: ``M``, ``X``."""
        return tuple(symbol for symbol in self.symbols if symbol not in ELEMENTS)

    def _variables(self) -> dict[str, None]:
        names: dict[str, None] = {}

        def collect(nodes: tuple[Node, ...]) -> None:
            for node in nodes:
                if isinstance(node, Group):
                    collect(node.members)
                for name, _ in node.amount.terms:
                    names[name] = None

        collect(self.members)
        if self.water is not None:
            names.update(dict.fromkeys(self.water.variables))
        return names

    @property
    def definite(self) -> bool:
        """Whether every amount and every site is known."""
        return not self.variables and not self.sites and not any(_is_shared(node) for node in self.members)

    def elements(self) -> dict[str, float]:
        """Atoms of each element in one formula unit; vacancies are left out.

        Raises FormulaError when a variable, a site or a shared site leaves amounts open.
        """
        if not self.definite:
            raise FormulaError(f"amounts of {self} are open")
        totals: dict[str, Fraction] = {}
        _add(self.members, Fraction(1), totals)
        if self.water is not None:
            for symbol, count in (("H", 2), ("O", 1)):
                totals[symbol] = totals.get(symbol, Fraction(0)) + count * self.water.constant
        return {symbol: float(total) for symbol, total in totals.items() if total}

    def substitute(self, values: Assignment) -> Formula:
        """The formula with variables (numbers) and sites (element symbols) put in; what becomes zero is dropped.

        >>> str(parse("Li6+xP1-xSixO5Cl").substitute({"x": 1}))
        'Li7SiO5Cl'

        Raises FormulaError when an amount would become negative or a site's value is no element.
        """
        numbers, sites = numbers_of(values), _sites_of(values)
        members = _substitute(self.members, numbers, sites)
        if not members:
            raise FormulaError(f"nothing is left of {self}")
        try:
            water = self.water.substitute(numbers) if self.water is not None else None
        except AmountError as error:
            raise FormulaError(str(error)) from error
        return Formula(members, self.charge, water)


def _names_element(value: float | str | Fraction) -> bool:
    return isinstance(value, str) and re.match("[A-Z]", value) is not None


def numbers_of(values: Assignment) -> dict[str, Fraction]:
    """The numbers of an assignment, exactly; element symbols are left out. Raises FormulaError for other text."""
    try:
        return {name: Fraction(str(value)) for name, value in values.items() if not _names_element(value)}
    except (ValueError, ZeroDivisionError) as error:
        raise FormulaError(f"no number among {dict(values)}") from error


def _sites_of(values: Assignment) -> dict[str, str]:
    sites: dict[str, str] = {}
    for name, value in values.items():
        if _names_element(value):
            sites[name] = re.sub(r"\^?\d*[+\-−]?$", "", str(value))
            if sites[name] not in ELEMENTS:
                raise FormulaError(f"{value!r} is no element")
    return sites


def _is_shared(node: Node) -> bool:
    return isinstance(node, Group) and (node.shared or any(_is_shared(member) for member in node.members))


def _add(nodes: tuple[Node, ...], factor: Fraction, totals: dict[str, Fraction]) -> None:
    for node in nodes:
        count = node.amount.constant if factor == 1 else factor * node.amount.constant
        if isinstance(node, Group):
            _add(node.members, count, totals)
        elif node.symbol not in VACANCIES:
            totals[node.symbol] = totals[node.symbol] + count if node.symbol in totals else count


def _substitute(nodes: tuple[Node, ...], numbers: dict[str, Fraction], sites: dict[str, str]) -> tuple[Node, ...]:
    result: list[Node] = []
    for node in nodes:
        try:
            amount = node.amount.substitute(numbers)
        except AmountError as error:
            raise FormulaError(str(error)) from error
        if amount.is_zero:
            continue
        if isinstance(node, Atom):
            result.append(Atom(sites.get(node.symbol, node.symbol), amount))
        else:
            members = _substitute(node.members, numbers, sites)
            if members:
                result.append(Group(members, amount, node.bracket, node.shared and len(members) > 1))
    return tuple(result)


_SYMBOL = re.compile("|".join(sorted(map(re.escape, {*ELEMENTS, *SITE_SYMBOLS, *VACANCIES}), key=len, reverse=True)))
_CHARGE = re.compile(r"\^(\d*)([+-])$")
_PLAIN_CHARGE = re.compile(r"(?<=[A-Za-z\])\d])([+-])$")
_WATER = re.compile(r"·(.*)H2O$")


class _Reader:
    """Recursive descent over one formula's text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def members(self, closing: str, depth: int) -> tuple[tuple[Node, ...], bool]:
        """Members up to ``closing`` (empty: the end of the text), and whether commas part them."""
        if depth > MAXIMUM_DEPTH:
            raise FormulaError("brackets nested too deeply")
        nodes: list[Node] = []
        commas = 0
        while self.position < len(self.text):
            character = self.text[self.position]
            if character == closing:
                break
            if character == "," and nodes and closing:
                commas += 1
                self.position += 1
                continue
            nodes.append(self.node(character, depth))
        if not nodes:
            raise FormulaError(f"no element in {self.text!r}")
        if commas and commas != len(nodes) - 1:
            raise FormulaError(f"misplaced comma in {self.text!r}")
        return tuple(nodes), commas > 0

    def node(self, character: str, depth: int) -> Node:
        if character in _CLOSING:
            self.position += 1
            members, shared = self.members(_CLOSING[character], depth + 1)
            if self.position >= len(self.text):
                raise FormulaError(f"bracket left open in {self.text!r}")
            self.position += 1
            return Group(members, self.amount(), character, shared)
        match = _SYMBOL.match(self.text, self.position)
        if match is None:
            raise FormulaError(f"no element at {self.position} of {self.text!r}")
        self.position = match.end()
        return Atom(match.group(), self.amount())

    def amount(self) -> Amount:
        try:
            amount, self.position = Amount.read(self.text, self.position)
        except AmountError as error:
            raise FormulaError(str(error)) from error
        return amount


def _split_charge(text: str) -> tuple[str, int]:
    match = _CHARGE.search(text)
    if match:
        size = int(match.group(1) or 1)
        return text[: match.start()], size if match.group(2) == "+" else -size
    match = _PLAIN_CHARGE.search(text)
    if not match:
        return text, 0
    sign = 1 if match.group(1) == "+" else -1
    body = text[: match.start()]
    digits = len(body) - len(body.rstrip("0123456789"))
    single = re.fullmatch(r"(?:[A-Z][a-z]?|.*[\])])\d", body)
    if digits >= 2 or single:  # Nb5+, PO43-, [B12H12]2-: the last digit is the charge, not an amount
        return body[:-1], sign * int(body[-1])
    return body, sign


@lru_cache(maxsize=20_000)
def parse(text: str) -> Formula:
    """Read one formula unit.

    Takes plain text (subscripts flat, ``^`` before a charge, ``·nH2O`` for water); raises FormulaError for anything
    else, mixtures included (:mod:`extractors.composition.mixture` reads those).
    """
    if not 0 < len(text) <= MAXIMUM_LENGTH:
        raise FormulaError("empty or too long")
    body = spelled_out(text.translate(AS_HYPHEN))
    water: Amount | None = None
    match = _WATER.search(body)
    if match and match.start():
        try:
            water, end = Amount.read(match.group(1), 0)
        except AmountError as error:
            raise FormulaError(str(error)) from error
        if end != len(match.group(1)):
            raise FormulaError(f"no amount of water in {text!r}")
        body = body[: match.start()]
    body, charge = _split_charge(body)
    reader = _Reader(body)
    members, _ = reader.members("", 0)
    return Formula(members, charge, water)


__all__ = [
    "Assignment",
    "Atom",
    "Formula",
    "FormulaError",
    "Group",
    "numbers_of",
    "parse",
]
