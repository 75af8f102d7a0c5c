"""Words that point to a material named elsewhere: ``the former``, ``the parent phase``, ``the Si compound``."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from corpus.elements import ELEMENTS
from corpus.patterns import Pattern
from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.composition.patterns import GREEK_NAMES, HALOGENS, POLYMORPH_NAME
from extractors.linking.members import member, sites
from extractors.linking.owner import How, Owner, is_definite, symbols_of
from extractors.linking.passage import Passage, named_before
from extractors.linking.pointing_words import (
    AMOUNT_NAMED,
    ANALOGUE,
    ANIONS,
    CONTENT,
    DOPED,
    DOPING,
    ENDS,
    GLASS,
    GROUPS,
    IONS,
    OF_A_KIND,
    OF_ANION,
    OF_ELEMENT,
    OF_ION,
    OTHER_DOPANT,
    PARENT,
    PLACE,
    POLYMORPH,
    SIZES,
    WITHOUT,
)
from extractors.mentions import Material, MaterialKind

NEAR = 6
"""So many of the materials named last are looked through."""

MOST_LOOKED_AT = 60
"""Mentions before a place that are looked through for them."""

LONGEST_AMOUNT = 12
"""Characters of the amount before a dopant: ``2.5 at% Nb-doped``."""

MOST_DOPANTS = 2
"""Elements that a doped compound has more than its host."""


def pointed(passage: Passage, before: Iterable[Sequence[Owner]], start: int, end: int) -> list[Owner]:
    """Owners at the places of pointing words in ``[start, end)``; ``before`` are those of earlier sentences."""
    found = list(_by_place(passage, before, start, end))
    for words, meant in _MEANT:
        for match in words.finditer(passage.text, start, end):
            material = meant(passage, match)
            if material is not None:
                found.append(Owner(match.start(), match.end(), material, passage, How.POINTED))
    return [*found, *_of_ion(passage, start, end), *_of_phase(passage, start, end)]


def _the_parent(passage: Passage, match: re.Match[str]) -> Material | None:
    at = match.start()
    return None if _is_named(passage, match) else _parent(passage, at) or _host_of_doping(passage, at)


def _the_glass(passage: Passage, match: re.Match[str]) -> Material | None:
    """The only material of the document that is told to be a glass, a composition and its short name being one."""
    glasses = {m.formula or m.name: m for m in passage.samples.materials() if m.form == "glass"}
    return next(iter(glasses.values())) if len(glasses) == 1 and not _is_named(passage, match) else None


def _host_of_doping(passage: Passage, position: int) -> Material | None:
    """What a sentence that opens with doping speaks of: ``Doping with Y raised v1 of the undoped sample to v2``."""
    start, _ = passage.sentences[passage.sentence_index(position)]
    if not DOPING.match(passage.text, start, position):
        return None
    return next((m for m in named_last(passage, position) if m.mobile_ion and "doped" not in m.flags), None)


def _the_doped(passage: Passage, match: re.Match[str]) -> Material | None:
    named = named_last(passage, match.start())
    doped = next((m for m in named if any(was_put_into(m, host) for host in named)), None)
    return None if _is_named(passage, match) else doped


def _of_element(passage: Passage, match: re.Match[str]) -> Material | None:
    if (match["element"] or "O") not in ELEMENTS or _is_named(passage, match):
        return None
    told = match["oxide"] or match["element"]
    found = _only_one_with(passage, told, match.start(), put_in=match["put_in"] is not None)
    return _analogue(passage, told, match.start()) if found is None and ANALOGUE.search(match.group()) else found


def _analogue(passage: Passage, element: str, position: int) -> Material | None:
    """The compound named last with one element exchanged: its dopant, else one of the same group."""
    named = named_last(passage, position)
    for material in (m for m in named[:1] if m.formula is not None and not holds(m, element)):
        hosts = (host for host in named if was_put_into(material, host))
        put_in = [set(symbols_of(material)) - set(symbols_of(host)) for host in hosts]
        alike = [group & set(symbols_of(material)) for group in GROUPS if element in group]
        for old in (only for only in (*put_in, *alike) if len(only) == 1):
            return exchanged(material, min(old), element)
    return None


def _of_anion(passage: Passage, match: re.Match[str]) -> Material | None:
    element, at = ANIONS[match["anion"]], match.start()
    of_one = _member_with(passage, element, at) or _only_one_with(passage, element, at, put_in=False)
    if of_one is not None or element not in HALOGENS:
        return of_one
    halides = [(m, HALOGENS & set(symbols_of(m))) for m in named_last(passage, at)]
    pure = [m for m, held in halides if held == {element}]  # beside mixed halides it holds this one alone
    if any(element in held for _, held in halides):
        return pure[0] if len(pure) == 1 else None
    return next((exchanged(m, min(held), element) for m, held in halides if len(held) == 1 and m.formula), None)


def exchanged(material: Material, old: str, new: str) -> Material:
    """The compound with another element throughout: Na3YBr6 for Na3YCl6."""
    formula = re.sub(rf"{old}(?![a-z])", new, material.formula or "")
    return replace(material, name=formula, formula=formula, kind=MaterialKind.FORMULA)


def _the_lacking(passage: Passage, match: re.Match[str]) -> Material | None:
    return _without(passage, match["element"] or match["lacking"], match.start())


def _of_content(passage: Passage, match: re.Match[str]) -> Material | None:
    element, at = match["element"], match.start()
    if element not in ELEMENTS:
        return None
    return _composed(passage, element, match["amount"], at) or _only_one_with(passage, element, at, put_in=True)


def _of_amount(passage: Passage, match: re.Match[str]) -> Material | None:
    return _with_amount(passage, match["element"], match["amount"], match.start())


_MEANT: Final[tuple[tuple[Pattern, Callable[[Passage, re.Match[str]], Material | None]], ...]] = (
    (PARENT, _the_parent),
    (GLASS, _the_glass),
    (DOPED, _the_doped),
    (OF_ELEMENT, _of_element),
    (OF_ANION, _of_anion),
    (WITHOUT, _the_lacking),
    (CONTENT, _of_content),
    (AMOUNT_NAMED, _of_amount),
)
"""Pointing words with what tells the material they mean, None where they mean none."""


def _member_with(passage: Passage, element: str, position: int) -> Material | None:
    """The member of the series told last whose free element the text says may be this one: ``Li6PS5X (X = Cl, I)``."""
    told = (m for m in islice(named_before(passage, position), MOST_LOOKED_AT) if len(sites(m)) == 1)
    for series in told:
        site = sites(series)[0]
        listed = passage.samples.values.get(series.identity, {})
        if element in listed.get(site, ()) or (site == "X" and not listed):
            return member(series, {site: element})
    return None


def _is_named(passage: Passage, match: re.Match[str]) -> bool:
    """Whether pointing words hold a name, or stand right before one: ``its Na analogue Na10SnP2S12``."""
    named = passage.materials_in(max(0, match.start() - LONGEST_AMOUNT), match.end() + 2)
    return any(m.end > match.start() and is_definite(m) and not OF_A_KIND.search(m.name) for m in named)


def _with_amount(passage: Passage, element: str, amount: str, position: int) -> Material | None:
    """The composition or member of a series that holds so much of an element, else a sample named after the amount."""
    composed = _composed(passage, element, amount, position)
    near = next((m for m in named_last(passage, position) if holds(m, element)), None)
    if composed is not None or near is None:
        return composed
    return replace(near, name=f"{element}{amount}", formula=None, kind=MaterialKind.ALIAS)


def _composed(passage: Passage, element: str, amount: str, position: int) -> Material | None:
    """The composition told before, or the member of a series told before, that holds so much of an element."""
    for material in (*named_before(passage, position), *passage.samples.series, *passage.samples.materials()):
        free = [variable for variable in material.variables if variable not in sites(material)]
        made = member(material, {free[0]: amount}) if len(free) == 1 == len(material.variables) else material
        if made is not None and not made.variables and math.isclose(_amounts(made).get(element, 0.0), float(amount)):
            return made
    return None


def _amounts(material: Material) -> Mapping[str, float]:
    """How much of every element a composition holds."""
    try:
        return read_any(material.formula or material.name).elements()
    except FormulaError:
        return {}


def _by_place(passage: Passage, before: Iterable[Sequence[Owner]], start: int, end: int) -> Iterator[Owner]:
    """``the former``, ``the latter two``, ``both``: their names where they stand."""
    matches = list(PLACE.finditer(passage.text, start, end))
    earlier = [_distinct(owners) for owners in before] if matches else []
    for match in matches:
        if "other" in match["word"]:
            yield from _the_others(passage, match, [o for o in earlier if o], start)
            continue
        named_here = [m for m in passage.materials_in(start, match.start()) if "=" not in m.surface]
        own = _distinct(Owner(m.start, m.end, m, passage) for m in named_here)
        lists = [named for named in (own, *earlier) if named]
        meant = _of_end(match["word"].lower(), lists) or _of_place(match["word"].lower(), lists)
        yield from (Owner(match.start(), match.end(), o.material, o.source, How.POINTED) for o in meant)


def _of_end(word: str, lists: Sequence[list[Owner]]) -> list[Owner]:
    """The first or the last of the list of three or more told last."""
    named: list[Owner] = next((named for named in lists if len(named) > len(ENDS)), [])
    return next((named[place] for end, place in ENDS.items() if end in word), [])


def _the_others(passage: Passage, match: re.Match[str], lists: Sequence[list[Owner]], start: int) -> Iterator[Owner]:
    """What a sentence has not named of the list told last: ``v for A and w for the other two``."""
    here = {m.identity for m in passage.materials_in(start, match.start()) if is_definite(m)}
    told = next((owners for owners in lists if len(owners) > 1), [])
    left = [o for o in told if o.material.identity not in here]
    size = next((n for name, n in SIZES.items() if name in match["word"]), len(left))
    if here and len(left) < len(told) and len(left) == size:
        yield from (Owner(match.start(), match.end(), o.material, o.source, How.POINTED) for o in left)


def _of_place(word: str, lists: Sequence[list[Owner]]) -> list[Owner]:
    """What a word for places means of the lists told before, the nearest first; () where none is long enough."""
    size = next((n for name, n in SIZES.items() if name in word), 0 if ENDS.keys() & set(word.split()) else 1)
    wanted = size if size > 1 and "latter" not in word else 2
    alone = "latter" in word and size == 1  # of two that were told one after the other it is the last
    named = next((named for named in lists if alone or len(named) >= wanted), [])
    if "former" in word:
        named = (_one_after_the_other(lists) or named)[-2:-1]
    elif "latter" in word:
        named = named[-size:]
    return named if len(named) == size else []


def _one_after_the_other(lists: Sequence[list[Owner]]) -> list[Owner]:
    """The two that the last two sentences were about, each alone."""
    return _distinct([*lists[1], *lists[0]]) if [len(named) for named in lists[:2]] == [1, 1] else []


def _distinct(owners: Iterable[Owner]) -> list[Owner]:
    """The definite materials of a sentence in their order, each once."""
    found: dict[str, Owner] = {}
    for owner in sorted(owners, key=lambda owner: owner.start):  # where it is named, not where "the former" means it
        if is_definite(owner.material) and owner.how is not How.MADE:
            found.setdefault(owner.material.identity, owner)
    return list(found.values())


def _parent(passage: Passage, position: int) -> Material | None:
    """The first member of the series spoken of last, else of the document's only one, else what was doped."""
    told = {material.name: material for material in passage.samples.series}
    for material in (*named_before(passage, position), *(told.values() if len(told) == 1 else ())):
        free = [variable for variable in material.variables if variable not in sites(material)]
        if len(free) == 1 == len(material.variables):
            return member(material, {free[0]: "0"})
    named = named_last(passage, position)
    of_elements = (m for m in islice(named_before(passage, position), MOST_LOOKED_AT) if sites(m))
    for doped in (*named, *of_elements):  # "Na3.2Zr1.8RE0.2Si2PO12 with RE = Yb, Gd"
        if (host := next((m for m in named if was_put_into(doped, m)), None)) is not None:
            return host
    return None


def was_put_into(doped: Material, host: Material) -> bool:
    """Whether one material is another with one or two elements more: ``Nb-doped LLZO``, ``Na2.9Sb0.9Mo0.1S4``."""
    if "doped" in doped.flags:
        return doped.name.endswith((f" {host.name}", f" {host.identity}")) and "doped" not in host.flags
    own, held = set(symbols_of(doped)), set(symbols_of(host))
    return 0 < len(own - held) <= MOST_DOPANTS and len(held) > 2 and held < own


def _only_one_with(passage: Passage, element: str, position: int, *, put_in: bool) -> Material | None:
    """Of the materials named last the one that holds an element, when the others do not.

    ``put_in``: it is told as a dopant, so that the last material named is its host where none holds it.
    """
    named = named_last(passage, position)
    holding = [m for m in named if holds(m, element)]
    if put_in:
        told = {m.identity for m in named_before(passage, position)}
        told |= {name for name, sample in passage.samples.by_identity.items() if sample.in_title}
        told |= {m.identity for m in passage.samples.headings.get(passage.section, ())}
        holding = [m for m in holding if m.identity in told]  # a sample told later is another
        return next(iter(holding), None) or _called_after(passage, element) or doped_host(named, element)
    return holding[0] if len(holding) == 1 < len(named) else None


def _called_after(passage: Passage, element: str) -> Material | None:
    """The only one of the names given to samples that tells an element as a dopant: ``NZSP-Mg``."""
    given = {m.name: m for _, names in passage.samples.lists for m in names if holds(m, element)}
    return next(iter(given.values())) if len(given) == 1 else None


def doped_host(named: Sequence[Material], element: str) -> Material | None:
    """The sample that an element makes of the host named last, which is not itself another one's doped sample."""
    host = next((m for m in named if m.mobile_ion), None)
    if host is not None and "doped" in host.flags:  # "LLZO doped with Al, Ga and Ta": the host of one is that of all
        host = undoped(host)
    if host is None or holds(host, element):
        return None
    return _doped(next((m for m in named if was_put_into(host, m)), host), element)


def undoped(material: Material) -> Material:
    """The host that the name of a doped sample tells: A of ``Ta-doped A``."""
    return replace(material, name=OTHER_DOPANT.sub("", material.name), formula=None, flags=())


def _of_ion(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``the lithium analogue`` of a sodium compound."""
    for match in OF_ION.finditer(passage.text, start, end):
        ion = IONS[match["ion"].lower()]
        last = next((m for m in named_last(passage, match.start()) if m.mobile_ion), None)
        if last is None or last.formula is None or last.mobile_ion is None or last.mobile_ion.startswith(ion):
            continue
        formula = re.sub(rf"{last.mobile_ion.rstrip('+0123456789')}(?![a-z])", ion, last.formula)
        made = replace(last, name=formula, formula=formula, mobile_ion=f"{ion}+", kind=MaterialKind.FORMULA)
        yield Owner(match.start(), match.end(), made, passage, How.POINTED)


def _of_phase(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``the β polymorph`` of what was named last."""
    for match in POLYMORPH.finditer(passage.text, start, end):
        sign = GREEK_NAMES.get(match["sign"], match["sign"])
        last = next(iter(named_last(passage, match.start())), None)
        if last is not None and not _is_named(passage, match):
            plain = POLYMORPH_NAME.sub("", last.name)
            yield Owner(
                match.start(), match.end(), replace(last, name=f"{sign}-{plain}", phase=sign), passage, How.POINTED
            )


def _without(passage: Passage, element: str, position: int) -> Material | None:
    """The material named last that lacks an element, all else alike; unknown where only one that holds it is named."""
    named = named_last(passage, position) if element in ELEMENTS else []
    holding = next((m for m in named if holds(m, element)), None)
    if holding is None:
        return None
    if "doped" in holding.flags and " " in holding.name:  # what was doped with it
        return replace(holding, name=holding.name.partition(" ")[2], formula=None, flags=())
    alike = (m for m in named if not holds(m, element) and set(symbols_of(m)) | {element} == set(symbols_of(holding)))
    unnamed = replace(holding, name=f"{element}-free {holding.family or holding.name}", formula=None)
    return next(alike, replace(unnamed, kind=MaterialKind.NAME))


def named_last(passage: Passage, position: int) -> list[Material]:
    """The definite materials named last before a position, each once, the nearest first; behind them the document's."""
    named: dict[str, Material] = {}
    heading = passage.samples.headings.get(passage.section, ())
    for material in (*islice(named_before(passage, position), MOST_LOOKED_AT), *heading, *passage.samples.materials()):
        if is_definite(material) and not material.variables and not OF_A_KIND.search(material.name):
            named.setdefault(material.identity, material)
        if len(named) == NEAR:
            break
    return list(named.values())


def _doped(host: Material, element: str) -> Material:
    """The sample that a dopant makes of a host."""
    return replace(host, name=f"{element}-doped {host.name}", formula=None, kind=MaterialKind.ALIAS, flags=("doped",))


def holds(material: Material, element: str) -> bool:
    """Whether a composition holds an element, or a name tells it as a dopant: ``Ga-LLZO``."""
    dopants = re.match(r"(?:[A-Z][a-z]?(?:\d?\+)?[-/, ]+)+", material.name)
    told = dopants is not None and re.search(rf"\b{element}(?![a-z])", dopants.group()) is not None
    behind = material.formula is None and material.name.endswith(f"-{element}")  # "NZSP-Mg"
    return told or behind or element in symbols_of(material)
