"""Words that point to a material named elsewhere: ``the former``, ``the parent phase``, ``the Si compound``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.elements import ELEMENTS
from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.linking.members import member, sites
from extractors.linking.owner import How, Owner, is_definite
from extractors.linking.passage import Passage, named_before
from extractors.mentions import Material

PLACE = re.compile(
    r"\b(?P<word>(?:the )?former|(?:the )?latter(?: two| three)?|all three|all four|(?:these|the) two|these three|"
    r"both(?= (?:compounds?|materials?|samples?|electrolytes?|phases?|show|exhibit|ha(?:ve|d)\b|possess|reach)))",
    re.IGNORECASE,
)
"""Words that point to one place of a list told before, or to the whole of it."""

SIZES = {"two": 2, "both": 2, "three": 3, "four": 4}

_NOUN = (
    r"(?:phases?|compounds?|samples?|materials?|pellets?|ceramics?|glass(?:es)?|electrolytes?|structures?|members?|"
    r"powders?)"
)

PARENT = re.compile(rf"\b(?:parent|unsubstituted|undoped|unmodified|pristine)\s(?:\w+\s)?{_NOUN}\b(?!\s?\(?x\s?=)")
"""What a series begins with, or what a dopant was put into: ``the parent phase``."""

OF_ELEMENT = re.compile(
    rf"\b(?P<element>[A-Z][a-z]?)(?:\^?\d?\+)?(?:[- ](?:rich|doped|substituted|containing|based))?[- ]"
    rf"(?:analog\w*|counterpart|derivative|{_NOUN})\b"
)
"""One of several materials told before, by the element that it alone holds: ``the Si compound``."""

NEAR = 6
"""So many of the materials named last are looked through."""


def pointed(passage: Passage, before: Iterable[Sequence[Owner]], start: int, end: int) -> list[Owner]:
    """Owners at the places of pointing words in ``[start, end)``; ``before`` are those of earlier sentences."""
    found = list(_by_place(passage, before, start, end))
    for match in PARENT.finditer(passage.text, start, end):
        parent = _parent(passage, match.start())
        if parent is not None:
            found.append(Owner(match.start(), match.end(), parent, passage, How.POINTED))
    for match in OF_ELEMENT.finditer(passage.text, start, end):
        if passage.materials_in(match.end(), match.end() + 2):
            continue  # "its Na analogue Na10SnP2S12" is named
        if match["element"] in ELEMENTS and (only := _only_one_with(passage, match["element"], match.start())):
            found.append(Owner(match.start(), match.end(), only, passage, How.POINTED))
    return found


def _by_place(passage: Passage, before: Iterable[Sequence[Owner]], start: int, end: int) -> Iterator[Owner]:
    """``the former``, ``the latter two``, ``both``: their names where they stand."""
    matches = list(PLACE.finditer(passage.text, start, end))
    earlier = list(before) if matches else []
    for match in matches:
        word = match["word"].lower()
        size = next((n for name, n in SIZES.items() if name in word), 1)
        wanted = size if size > 1 and "latter" not in word else 2
        own = [Owner(m.start, m.end, m, passage) for m in passage.materials_in(start, match.start())]
        lists = (named for owners in (own, *earlier) if len(named := _distinct(owners)) >= wanted)
        named = next(lists, [])
        if "former" in word:
            named = named[-2:-1]
        elif "latter" in word:
            named = named[-size:]
        if len(named) == size:
            yield from (Owner(match.start(), match.end(), o.material, o.source, How.POINTED) for o in named)


def _distinct(owners: Iterable[Owner]) -> list[Owner]:
    """The definite materials of a sentence in their order, each once."""
    found = {o.material.identity: o for o in owners if is_definite(o.material) and o.how is not How.MADE}
    return sorted(found.values(), key=lambda owner: owner.start)


def _parent(passage: Passage, position: int) -> Material | None:
    """The first member of the series spoken of last, else of the document's only one."""
    told = {material.name: material for material in passage.samples.series}
    for material in (*named_before(passage, position), *(told.values() if len(told) == 1 else ())):
        free = [variable for variable in material.variables if variable not in sites(material)]
        if len(free) == 1 == len(material.variables):
            return member(material, {free[0]: "0"})
    return None


def _only_one_with(passage: Passage, element: str, position: int) -> Material | None:
    """Of the materials named last the one that holds an element, when the others do not."""
    named: dict[str, Material] = {}
    for material in named_before(passage, position):
        if is_definite(material) and not material.variables:
            named.setdefault(material.identity, material)
        if len(named) == NEAR:
            break
    holding = [m for m in named.values() if element in _symbols(m)]
    return holding[0] if len(holding) == 1 < len(named) else None


def _symbols(material: Material) -> tuple[str, ...]:
    try:
        return read_any(material.formula or material.name).symbols
    except FormulaError:
        return ()
