"""Samples that a text on doping tells by the dopant alone: ``Al^3+ (v1), Ga^3+ (v2)``, ``replacing Sb by W gave v``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.elements import ELEMENTS
from corpus.patterns import Pattern
from extractors.composition.patterns import SPELLED_ELEMENTS
from extractors.linking.cues import fits
from extractors.linking.owner import How, Owner, is_definite
from extractors.linking.passage import Passage
from extractors.linking.pointers import doped_host, exchanged, holds, named_last, undoped, was_put_into
from extractors.linking.sentence import PROPERTIES, window
from extractors.mentions import Material, Quantity

TOLD = Pattern(
    r"\b(?:co-?)?dop(?:ed|ing|ants?)\b|\bsubstitu(?:t(?:ed|ing|ion|ions|ents?)|ents?)\b|\breplac(?:ed|ing|ement)\b",
    any_case=True,
)
"""A sentence, or the one before it, that speaks of doping."""

_ELEMENTS = "Mg|Ca|Sr|Ba|Zn|Al|Ga|In|Sc|Y|La|Ce|Nd|Sm|Gd|Yb|Ti|Zr|Hf|V|Nb|Ta|Mo|W|Sn|Ge|Si|Sb|Bi|Te|Fe|Co|Ni|Mn|Cu|Cr"
DOPANT = re.compile(rf"(?<![\w./^-])(?<!\d )(?P<element>{_ELEMENTS})(?:\^?\d?\+)?(?![\w-])")

_WORDS = (
    r"(?:gave|gives|giving|yield\w*|led|leads|leading|result\w*|in|rais\w*|increas\w*|improv\w*|enhanc\w*|reach\w*|to|has|had|"
    r"shows?|showed|doping|doped|substitution|addition|with|at|an?|the|of|total|bulk|ionic|conductivity|values?|only|about|even|up)"
)
GAP = re.compile(rf"\s?\(?(?:{_WORDS}\s){{0,10}}[~≈]?\s?")
"""Between a dopant and its value."""

LIST_GAP = re.compile(r"(?:,|,? and|,? or) ")
"""Between two dopants of a list."""

_EL = rf"(?:(?:{'|'.join(SPELLED_ELEMENTS)})(?![a-z])|[A-Z][a-z]?(?:\^?\d?\+)?(?![a-z]))"
PUT_IN_LIST = Pattern(
    rf"(?<![\w/-])(?P<list>(?:{_EL}-?(?:,? (?:and|or) |, )){{1,3}}{_EL})[- ](?:substitution|doping)\b"
)
_SITE = rf"(?:of )?(?:(?:part|some|half) of )?(?:\d[\d.]* ?(?:(?:at|mol)\.? ?)?% (?:of )?)?(?:the )?(?P<site>{_EL})"
PUT_IN_BY = Pattern(
    rf"\b(?:(?P<passive>{_EL})(?: (?:sites?|ions?|atoms?))? (?:was|were|is|are) (?:\w+ly )?)?"
    rf"(?:[Ss]ubstitut(?:ed|ing|ion)|[Rr]eplac(?:ed|ing|ement)|[Dd]oped|[Dd]oping)(?: {_SITE})?"
    rf"(?: in (?:the )?[^\s,;]{{2,40}})?(?: [a-z]+ly)? (?:by|with) "
    rf"(?P<list>{_EL}(?:(?:,? (?:and|or) |, ){_EL}){{0,3}}+)(?![\w(-]| \([A-Z])"
)
"""What was put into a host, an element a sample: ``Mg- and Sc-substitution``, ``Si is substituted by P or Al``."""

PUT_IN_ONE = Pattern(
    rf"\b(?:[Uu]pon|[Oo]n|[Bb]y|[Ww]ith|[Aa]fter|[Tt]hrough) (?P<list>{_EL})[- ](?:substitution|doping|incorporation)\b"
)
"""The same of one element: ``upon Ca doping``."""

INSTEAD = Pattern(r"\b(?:[Ww]ith|[Uu]sing) (?P<new>[A-Z][a-z]?) (?:instead|in place) of (?P<old>[A-Z][a-z]?)(?![\w(-])")
"""One element for another in a compound told before: ``with Sn instead of Si``."""

_ALONE = r"(?=\s?[(,;:]|\s(?:and|or|but|while|whereas|versus|vs|ones?|only|about)\b|\s[~≈<>]?\s?\d)"
DOPED_ALONE = Pattern(
    rf"(?<![\w/-])(?P<dopant>[A-Z][A-Za-z\d]{{0,8}})(?:\^?\d?\+)?-(?:doped|substituted|stabili[sz]ed|modified){_ALONE}"
)
UNDOPED_ALONE = Pattern(rf"\b(?:un-?doped|un-?substituted|un-?modified|pristine){_ALONE}")
"""A doped sample, and the one without, whose host is named beside it: ``v1 for undoped and v2 for Y-doped A``."""

OF_HOST = re.compile(r" (?:of|in|into) (?:the )?")
"""Between words on doping and the host that they name."""

_PUT_IN = (PUT_IN_LIST, PUT_IN_BY, PUT_IN_ONE)

LEFT = 24
"""Characters before a dopant that say how it stands there."""


def dopants_in(passage: Passage, start: int, end: int, values: Sequence[Quantity]) -> Iterator[tuple[Quantity, Owner]]:
    """The doped samples of a sentence at the places of their dopants, each with the value right behind it."""
    index = passage.sentence_index(start)
    opening = passage.sentences[index - 1][0] if index else start
    if not values or not TOLD.search(passage.text, opening, end):
        return
    dopants = list(DOPANT.finditer(passage.text, start, end))
    for listed, told in _with_values(passage, dopants, values):
        left = window(passage.text, max(start, listed[0].start() - LEFT), listed[0].start())
        for one, value in zip(listed, told, strict=True) if fits("dopant_before", left) else ():
            put_in = next((m for m in PUT_IN_BY.finditer(passage.text, start, one.end())), one)
            sample = doped_host(_hosts_of(passage, put_in), one["element"])
            if sample is not None and not _is_given_behind(passage, told[-1], end, sample):
                yield value, Owner(one.start(), one.end(), sample, passage, How.POINTED)


def _with_values(
    passage: Passage, dopants: Sequence[re.Match[str]], values: Sequence[Quantity]
) -> Iterator[tuple[list[re.Match[str]], list[Quantity]]]:
    """Dopants with the value right behind each, or lists of both: ``Y^3+ and La^3+ gave v1 and v2``."""
    for place, dopant in enumerate(dopants):
        behind = [v for v in values if v.start >= dopant.end()]
        another = dopants[place + 1 : place + 2]
        if not behind or (another and another[0].start() < behind[0].start):
            continue
        if GAP.fullmatch(passage.text, dopant.end(), behind[0].start):
            listed = _listed_with(passage, dopants[: place + 1])
            told = [v for v in behind if v.kind is behind[0].kind][: len(listed)]
            parallel = len(told) == len(listed) and _is_one_list(passage, told)
            yield (listed, told) if parallel else ([dopant], behind[:1])


def _listed_with(passage: Passage, dopants: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The last of dopants with those that stand in one list with it: ``Y^3+ and La^3+``."""
    listed = [dopants[-1]]
    for before in reversed(dopants[:-1]):
        if not LIST_GAP.fullmatch(passage.text, before.end(), listed[0].start()):
            break
        listed.insert(0, before)
    return listed


def _is_one_list(passage: Passage, values: Sequence[Quantity]) -> bool:
    return all(fits("in_one_breath", window(passage.text, a.end, b.start)) for a, b in pairwise(values))


def put_in_words(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``Mg- and Sc-substitution``, ``substituted by P, Al or V``, ``on doping with P``: as many samples as values."""
    values = passage.quantities_in(start, end)
    for match in (m for words in _PUT_IN for m in words.finditer(passage.text, start, end)):
        listed = list(re.finditer(rf"{_EL}-?", match["list"]))
        if (len(values) < len(listed) and " or " not in match["list"]) or _is_put_in_together(
            match["list"], len(listed), values, passage.text[start:end]
        ):
            continue
        named = _hosts_of(passage, match)
        for one in listed:
            element = _symbol(one.group())
            doped = _sample_with(named, element) if element in ELEMENTS else None
            composed = any(holds(m, element) for m in passage.materials_in(match.end(), end) if is_definite(m))
            if doped is not None and not composed:
                low = match.start("list")
                yield Owner(low + one.start(), low + one.end(), doped, passage, How.POINTED)


def doped_alone(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``Ta-doped (v1) and Ga-doped (v2) A``, ``v3 for undoped``: the samples whose host is named beside them."""
    alone = [
        (match, sample)
        for match in DOPED_ALONE.finditer(passage.text, start, end)
        if not any(m.end > match.end() for m in passage.materials_in(match.start(), match.end()))
        if (sample := doped_host(_named_around(passage, match), match["dopant"])) is not None
    ]
    for match, sample in alone:
        yield Owner(*match.span(), sample, passage, How.POINTED)
    doped = [sample for _, sample in alone] or [m for m in passage.materials_in(start, end) if "doped" in m.flags]
    for match in UNDOPED_ALONE.finditer(passage.text, start, end) if doped else ():
        named = (m for m in _named_around(passage, match) if was_put_into(doped[0], m))
        yield Owner(*match.span(), next(named, None) or undoped(doped[0]), passage, How.POINTED)


def exchanged_in_words(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``With Sn instead of Si, v``: the compound named last that holds the one, with the other in its place."""
    for match in INSTEAD.finditer(passage.text, start, end):
        new, old = match["new"], match["old"]
        if {new, old} <= ELEMENTS.keys():
            near = (m for m in named_last(passage, match.start()) if m.formula is not None and holds(m, old))
            host = next(near, None)
            if host is not None and not holds(host, new):
                yield Owner(*match.span(), exchanged(host, old, new), passage, How.POINTED)


def _sample_with(named: Sequence[Material], element: str) -> Material | None:
    """The composition told before that an element makes of another told before, else the sample it makes of a host."""
    told = (m for m in named if holds(m, element) and any(was_put_into(m, host) for host in named))
    return next(told, None) or doped_host(named, element)


def _is_put_in_together(listed: str, count: int, values: Sequence[Quantity], sentence: str) -> bool:
    """Whether one sample took in all of a list: ``doped with Mg and Sc``, not ``Mg- and Sc-substitution``.

    As many values of a kind as elements are those of as many samples.
    """
    told = Counter(value.kind for value in values if value.kind in PROPERTIES)
    apart = "respectively" in sentence or "-" in listed or count in told.values()
    return " and " in listed and not apart


def _hosts_of(passage: Passage, put_in: re.Match[str]) -> list[Material]:
    """The materials named last that can be the host; ``replacement of Sb with W`` is not one of Na3PS4."""
    named = _named_around(passage, put_in)
    told = put_in.groupdict()
    site = _symbol(told.get("site") or told.get("passive") or "")
    return [m for m in named if holds(m, site)] or named if site in ELEMENTS else named


def _named_around(passage: Passage, words: re.Match[str]) -> list[Material]:
    """The definite materials that words on doping can mean, the likeliest first: right behind, before, behind them."""
    start, end = passage.sentences[passage.sentence_index(words.start())]
    before = [m for m in passage.materials_in(start, words.end()) if _may_host(m)]
    behind = [m for m in passage.materials_in(words.end(), end) if _may_host(m)]
    beside = [m for m in behind[:1] if OF_HOST.fullmatch(passage.text, words.end(), m.start)]
    return [*beside, *reversed(before), *behind, *named_last(passage, words.start())]


def _may_host(material: Material) -> bool:
    return is_definite(material) and material.mobile_ion is not None and not material.variables


def _symbol(word: str) -> str:
    """The symbol of an element told by its name, or by its ion."""
    return SPELLED_ELEMENTS.get(word.rstrip("-"), word.rstrip("-+0123456789^"))


def _is_given_behind(passage: Passage, value: Quantity, end: int, sample: Material) -> bool:
    """``Substituting A by B gave v for M``: the composition stands behind the value, not only its host."""
    behind = next((m for m in passage.materials_in(value.end, end) if is_definite(m)), None)
    return (
        behind is not None
        and not was_put_into(sample, behind)
        and fits("for_after", window(passage.text, value.end, behind.start))
    )
