"""What a material is told apart by: its composition, else its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from corpus.elements import ELEMENTS
from extractors.composition.balance import is_balanced, neighbours
from extractors.composition.mixture import composition

REMEMBERED = 4096  # names: of a document, and those that most documents have; more would grow with the corpus
TOLERANCE = 2e-3  # of an element's share: what rounding in a printed formula makes of it
LARGEST_AMOUNT = 24  # of anions in a formula unit: two of a garnet
WHOLE_ATOMS = 3  # of one element in a formula unit: the lanthanum of a garnet
USUAL_ATOMS = 25  # of a formula unit as it is written: a garnet has 24
ATOM, ATOM_BEYOND = 0.05, 0.3  # of a decimal: what an atom more in the unit weighs, and one beyond the usual
SMALL_AMOUNT = 0.1
BROKEN_ANIONS = 2.0  # decimals that a unit counts as whose anions are no whole number together
DECIMALS = ((0.0, 1), (1.0, 10), (1.5, 4), (2.0, 100), (4.0, 1000))
INEXACT = 6.0  # decimals that an amount counts as when three do not tell it
SAME_AMOUNT = 2e-4  # relative: what reckoning makes of an amount
# Words that say how a sample looks, not what it is made of; its form has a column of its own.
_DESCRIPTORS = re.compile(
    r"\b(?:glass[- ]?ceramics?|glass(?:es|y)?|ceramics?|pellets?|samples?|films?|thin|electrolytes?|solid|powders?|"
    r"crystals?|single|crystalline|amorphous|cubic|tetragonal|orthorhombic|monoclinic|triclinic|phase|type|pristine|"
    r"undoped|pure|bulk|composites?|membranes?|s?ses?)\b",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"[·⋅•∙‧−–—‐‑/]")
_MARKS = re.compile(r"[${}_^\\]|\\(?:text|mathrm|rm|bf|mathbf|it)\b")
_POLYMORPH = re.compile(r"^\s*(?:alpha|beta|gamma|delta|epsilon|[αβγδε])['′]?-(?=[A-Z])")
_SHARE = re.compile(r"\((?:mol|wt|vol)\.?\s*%\)|(?:mol|wt|vol)\.?\s*%|(?<=\d)%(?=[A-Z(])")
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "λ": "lambda", "σ": "sigma"}


@lru_cache(maxsize=REMEMBERED)
def plain_name(name: str) -> str:
    """A material's name without marks, polymorph, form and spaces, in lower case.

    >>> plain_name("β-Li3PS4 glass-ceramic electrolyte")
    'li3ps4'
    """
    text = unicodedata.normalize("NFKC", name)
    for letter, word in _GREEK.items():
        text = text.replace(letter, word)
    text = _MARKS.sub("", _JOINTS.sub("-", text))
    text = _POLYMORPH.sub("", _DESCRIPTORS.sub(" ", text).strip())
    return re.sub(r"\s+", "", _SHARE.sub("", text)).strip("-.,;: ").casefold()


@lru_cache(maxsize=REMEMBERED)
def shares(name: str) -> tuple[tuple[str, float], ...] | None:
    """Elements and their shares (sum 1) of a formula or mixture, by element; None for a name that is no composition."""
    try:
        found = composition(_POLYMORPH.sub("", name))
    except ValueError:
        return None
    total = sum(found.values()) if found else 0
    if not found or len(found) < 2 or total <= 0:
        return None
    return tuple(sorted((element, amount / total) for element, amount in found.items() if amount > 0))


@lru_cache(maxsize=REMEMBERED)
def material_key(name: str, formula: str | None = None) -> str:
    """The same key for the same composition however it is written; for a plain name its plain form.

    >>> [material_key(name) for name in ("Some Glass-ceramic LPS", "70Li2S-30P2S5", "La3Li6.4Zr1.4Ta0.6O12")]
    ['somelps', 'Li7P3S11', 'Li6.4La3Zr1.4Ta0.6O12']
    """
    found = formula_unit(name, formula)
    if found:
        return "".join(f"{element}{_written(amount)}" for element, amount in found)
    return plain_name(formula or name) or (formula or name).casefold()


@lru_cache(maxsize=REMEMBERED)
def formula_unit(name: str, formula: str | None = None) -> tuple[tuple[str, float], ...]:
    """Elements and their amounts in a formula unit, cations first; empty for a name whose composition is not known.

    The anions of a unit, or the atoms of one of its elements, are a whole number; of such units it is the one whose
    amounts need the fewest decimals, and of those the smallest.
    """
    found = next(filter(None, map(shares, filter(None, (formula, name)))), ())
    anions = sum(share for element, share in found if ELEMENTS[element].oxidation_states[0] < 0)
    if not found:
        return ()
    scales = [number / anions for number in range(1, LARGEST_AMOUNT + 1)] if anions else []
    scales += [
        number / share for _, share in found for number in range(1, 1 + (WHOLE_ATOMS if anions else LARGEST_AMOUNT))
    ]
    scale = min(scales, key=lambda scale: (_clumsiness(found, scale) + _broken(scale * anions), scale))
    return tuple((element, scale * share) for element, share in sorted(found, key=lambda each: _place(each[0])))


def _broken(anions: float) -> float:
    return BROKEN_ANIONS if abs(anions - round(anions)) > SAME_AMOUNT * anions else 0.0


def _clumsiness(found: tuple[tuple[str, float], ...], scale: float) -> float:
    """Decimals that the amounts need, and a little for a large unit."""
    decimals = sum([_decimals(scale * share) for _, share in found])
    return round(decimals + ATOM * min(scale, USUAL_ATOMS) + ATOM_BEYOND * max(0.0, scale - USUAL_ATOMS), 6)


def _decimals(amount: float) -> float:
    """Decimals that an amount needs; a quarter is easier read than other two, three are as bad as four."""
    for cost, parts in DECIMALS:
        rounded = round(amount * parts) / parts
        if rounded and abs(rounded / amount - 1) < SAME_AMOUNT:
            return cost
    return INEXACT


def _written(amount: float) -> str:
    """An amount with two decimals, a small one with two digits; none for one atom."""
    text = (
        f"{amount:.2f}".rstrip("0").rstrip(".") if amount >= SMALL_AMOUNT else f"{float(f'{amount:.2g}'):f}".rstrip("0")
    )
    return "" if text == "1" else text


def _place(element: str) -> tuple[bool, bool, int, str]:
    state = ELEMENTS[element].oxidation_states[0]
    return state < 0, element == "H", state, element


def is_composition(name: str, formula: str | None = None) -> bool:
    """Whether the amount of every element is known."""
    return any(shares(candidate) is not None for candidate in (formula, name) if candidate)


def same_material(names: Iterable[str | None], others: Iterable[str | None]) -> bool:
    """Whether one of the names means the same material as one of the others: equal name or equal composition."""
    mine, theirs = [n for n in names if n], [n for n in others if n]
    if {plain_name(n) for n in mine} & {plain_name(n) for n in theirs} - {""}:
        return True
    left = [found for found in map(shares, mine) if found]
    right = [found for found in map(shares, theirs) if found]
    return any(_equal(a, b) for a in left for b in right)


def _equal(a: tuple[tuple[str, float], ...], b: tuple[tuple[str, float], ...]) -> bool:
    return [e for e, _ in a] == [e for e, _ in b] and all(
        abs(x - y) < TOLERANCE for (_, x), (_, y) in zip(a, b, strict=True)
    )


@lru_cache(maxsize=REMEMBERED)
def balanced_neighbour(name: str, known: tuple[str, ...] = ()) -> str | None:
    """The nearest formula whose charges add up, "" when none is near; None when those of ``name`` do or cannot be told.

    Formulas in ``known``, which the same document names, are preferred.
    """
    if is_balanced(name) is not False:
        return None
    return next(neighbours(name, known), "")
