"""What a material is told apart by: its composition, else its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from extractors.composition.balance import is_balanced, neighbours
from extractors.composition.mixture import composition

TOLERANCE = 2e-3  # of an element's share: what rounding in a printed formula makes of it
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


@lru_cache(maxsize=65536)
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


@lru_cache(maxsize=65536)
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


@lru_cache(maxsize=65536)
def material_key(name: str, formula: str | None = None) -> str:
    """The same key for the same composition however it is written; for a plain name its plain form.

    >>> material_key("Some Glass-ceramic LPS")
    'somelps'
    """
    for candidate in filter(None, (formula, name)):
        found = shares(candidate)
        if found is not None:
            smallest = min(share for _, share in found)
            return "".join(f"{element}{share / smallest:.3g}" for element, share in found)
    return plain_name(formula or name) or (formula or name).casefold()


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


@lru_cache(maxsize=65536)
def balanced_neighbour(name: str, known: tuple[str, ...] = ()) -> str | None:
    """The nearest formula whose charges add up, "" when none is near; None when those of ``name`` do or cannot be told.

    Formulas in ``known``, which the same document names, are preferred.
    """
    if is_balanced(name) is not False:
        return None
    return next(iter(neighbours(name, known)), "")
