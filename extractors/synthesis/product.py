"""What a paragraph makes: one decision over all its sentences, not over the one that tells the steps."""

from __future__ import annotations

from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.synthesis.naming import REACH, is_definite
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.reaction import is_made_of, leaves_nothing
from extractors.synthesis.route import Route
from extractors.synthesis.sameness import same
from extractors.synthesis.targets import is_precursor


def product_of(passage: Passage) -> list[Material]:
    """The material that a paragraph says to be made, wherever it says so; [] when it names none or several.

    It is the product by the words around it ("synthesis of M", "the obtained M", "to form M", "M was prepared"); what
    is put into something else is none.
    """
    found = [m for start, end in passage.sentences for m in _products_in(passage, start, end)]
    first = found[:1]
    put_in = any(same(first, [m]) and PROCEDURES.PUT_IN.match(passage.text, m.end) for m in passage.materials)
    return first if not put_in and all(same(first, [m]) for m in found) else []


def _products_in(passage: Passage, start: int, end: int) -> list[Material]:
    """The products that a sentence names, and what is listed beside one."""
    definite = [m for m in passage.materials_in(start, end) if is_definite(m)]
    made = [_is_made(passage.text, m, start) for m in definite]

    def is_beside(index: int) -> bool:
        beside = (i for i in (index - 1, index + 1) if 0 <= i < len(made) and made[i])
        pairs = (sorted((definite[index], definite[i]), key=lambda m: m.start) for i in beside)
        return any(FRAMES.LIST_GAP.fullmatch(passage.text, first.end, second.start) for first, second in pairs)

    return [m for index, m in enumerate(definite) if made[index] or is_beside(index)]


def made_of_sources(route: Route, passage: Passage) -> list[Material]:
    """The thing with just the elements of a route's starting materials: last named up to its sentence, else behind."""
    if not any(map(is_precursor, route.sources.values())):
        return []
    end = passage.sentences[route.sentence][1]
    behind = passage.sentences[min(route.sentence + REACH, len(passage.sentences) - 1)][1]
    others = [m for m in passage.materials if m.name not in route.precursors and is_definite(m)]
    earlier, later = [m for m in others if m.start < end], [m for m in others if end <= m.start < behind]
    for material in [*reversed(earlier), *later]:
        formula = material.formula or ""
        if is_made_of(formula, route.precursors) and leaves_nothing(formula, route.precursors):
            return [material]
    return []


def _is_made(text: str, material: Material, start: int) -> bool:
    """Whether the words around a material say that it is what comes out."""
    if PROCEDURES.PRODUCT_BEFORE.search(text, start, material.start):
        return True
    return PROCEDURES.PRODUCT_BEHIND.match(text, material.end) is not None
