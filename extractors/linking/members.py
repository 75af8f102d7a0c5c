"""Members of series that a sentence names by their variable: ``x = 0, 0.1 and 0.2``, ``X = Cl or Br``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.elements import ELEMENTS
from corpus.patterns import Pattern
from extractors.composition.assignments import Assignment, assignments_in
from extractors.composition.formula import FormulaError, parse
from extractors.composition.mixture import read_any
from extractors.composition.patterns import DEFICIENCY, VACANCIES
from extractors.linking.owner import How, Owner
from extractors.linking.passage import Passage
from extractors.linking.sentence import PROPERTIES
from extractors.mentions import Material, MaterialKind, SubjectKind

RANGE = re.compile(
    r"(?<![\w.(])(?:\d[\d.]*+ ?[≤<⩽] ?(?P<between>[xyzδ]) ?[≤<⩽] ?\d|(?P<to>[xyz]) ?= ?\d[\d.]*+ ?(?:–|-|to) ?\d"
    r"|(?P<beyond>[xyz]) ?[≤<>≥⩽⩾] ?\d|(?<=up to )(?P<upto>[xyz]) ?= ?\d)"
)
"""A range of a series: ``the compositions 0.2 ≤ x ≤ 0.6``; none in the bracket that defines the series."""

VACANCY = re.compile(rf"[{''.join(sorted(VACANCIES))}][\d./]*")
"""A vacancy with its amount: no part of a member's name."""

MOST_CHOICES = 3
"""A formula with more choices for its free element than this is told of as a class, not as so many samples."""

BESIDE = 12
"""So near behind a series its range only defines it: ``Li3-xM1-xZrxCl6 with 0 ≤ x ≤ 0.6``."""

PHASE = Pattern(
    r"\b(?P<element>[A-Z][a-z]?)(?:\^?\d?\+)?(?:[- ](?:rich|doped|substituted|containing|based))?[- ]"
    r"(?:phase|series|analog\w*|compound|samples?|member|one|derivative|counterpart)\b"
)
"""A member by its element alone: ``the In compound``."""

_IN_LIST = r"[A-Z][a-z]?(?:\^?\d?\+)?"
LISTED = Pattern(
    rf"(?<![\w/-])(?P<list>(?:{_IN_LIST}-(?:, (?:and )?| and | or )){{1,4}}{_IN_LIST})"
    r"(?:-| )(?:doped|substituted|containing) (?:[a-z]+ )?(?:compounds|samples|members|phases|pellets|ceramics)\b"
)
"""Several members by their elements: ``the Fe-, Ni- and Co-containing samples``."""

BRACKETED = re.compile(r"(?<=\s\()(?P<element>[A-Z][a-z]?)(?=\))")
"""An element alone in a bracket, as behind the value of its compound: ``1.1 mS/cm (Yb)``."""

SPELLED = re.compile(r"\b[a-z]{3,12} \((?P<element>[A-Z][a-z]?)\)")
"""An element told in words and sign: ``zinc (Zn)``."""

SUBSTITUTED = re.compile(r"\b(?:substituted|containing|doped|made|based)\b[^.;]{0,12}\b(?:with|on|by)?\s?$")

ELEMENT_BEFORE = re.compile(r"\b(?P<element>[A-Z][a-z]?)(?:\^?\d?[+-])?\s*\($")
"""An element whose bracket opens before an assignment: ``Y (x = 0.2)``."""

ION_CHARGE = re.compile(r"\^?\d?[+-]$")

SHARE_OF_PART = r"(?P<number>\d++(?:\.\d++)?+)\s?(?:mol\.?\s?)?%\s?(?:of\s)?"

OF_TWO = ("former", "latter")
FORMER_OR_LATTER = re.compile(rf"\b[Tt]he (?P<place>{'|'.join(OF_TWO)})\b")

EXTREME = Pattern(
    r"\b(?:[Ww]ith|[Aa]t|[Ff]or) (?:the |a )?(?P<which>highest|largest|maximum|lowest|smallest) "
    r"(?:(?P<variable>[xyzδ])\b|[\w-]+ (?:content|concentration|amount|level)|content)"
)
"""``the sample with the highest x``."""


def sites(material: Material) -> tuple[str, ...]:
    """Letters of a formula that stand for a choice of elements (``M``, ``X``)."""
    try:
        return read_any(material.formula or material.name).sites
    except FormulaError:
        return ()


def member(series: Material, given: dict[str, str]) -> Material | None:
    """The member of a series with its variables and elements put in; None when some stay open or it cannot be."""
    try:
        compound = read_any(series.formula or series.name).substitute(given)
    except FormulaError:
        return None
    if set(compound.variables) - {DEFICIENCY} or compound.sites:
        return None
    formula = VACANCY.sub("", str(compound))
    return replace(
        series,
        name=formula,
        formula=formula,
        subject_kind=SubjectKind.SPECIFIC,
        variables=(),
        kind=MaterialKind.FORMULA,
    )


def members_of(passage: Passage, start: int, end: int) -> list[Owner]:
    """The members that ``[start, end)`` names, at the places of their values."""
    found: list[Owner] = []
    told = list(assignments_in(passage.text, start, end))
    position = 0
    while position < len(told):
        joined = [told[position]]
        while position + 1 < len(told) and _goes_on(passage.text, joined, told[position + 1]):
            position += 1
            joined.append(told[position])
        found.extend(_members(passage, joined, start, end))
        position += 1
    taken = [owner.start for owner in found]
    found.extend(o for o in _by_element(passage, start, end) if o.start not in taken)
    found.extend(_extreme(passage, start, end))
    found.extend(_ranges(passage, start, end))
    return found


def _ranges(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """What is told of a range of a series is told of no member."""
    for match in RANGE.finditer(passage.text, start, end):
        variable = match["between"] or match["to"] or match["beyond"] or match["upto"]
        series, source = series_before(passage, match.start(), end, {variable})
        if series is not None and not (source is passage and 0 <= match.start() - series.end <= BESIDE):
            yield Owner(match.start(), match.end(), replace(series, subject_kind=SubjectKind.CLASS), source, How.MEMBER)


def _goes_on(text: str, joined: Sequence[Assignment], told: Assignment) -> bool:
    """``x = 0.3, y = 0.2``: one sample with two variables."""
    if len(joined[-1].items) > 1 or len(told.items) > 1 or told.variable in {t.variable for t in joined}:
        return False
    return re.fullmatch(r"\s?(?:,|and|;|, and)\s?", text[joined[-1].end : told.start]) is not None


def _members(passage: Passage, told: Sequence[Assignment], start: int, end: int) -> list[Owner]:
    """The members that assignments of one sample tell, or each of them where no series has all their variables."""
    names = {t.variable for t in told}
    if _stands_behind_definite(passage, told[0].start, names):
        return []  # "Li2.2Hf0.8Cr0.2Cl6 (x = 0.2)" is named already
    series, source = series_before(passage, told[0].start, end, names)
    if series is None:
        return [owner for t in told for owner in _members(passage, [t], start, end)] if len(told) > 1 else []
    if _tells_all(series, told) or (source is passage and _all_of(passage, series, told, start, end)):
        return []
    found = []
    chosen = _at_free_site(passage, series, told[0].start, names)
    for place, item in enumerate(told[0].items):
        made = member(series, _given(told, place) | chosen)
        if made is not None:
            start_at = told[0].start if place == 0 else item[0]  # "x = 0.2" and "0.4" of "x = 0.2 and 0.4"
            found.append(Owner(start_at, told[-1].end if len(told) > 1 else item[1], made, source, How.MEMBER))
    return found


def _tells_all(series: Material, told: Sequence[Assignment]) -> bool:
    """Whether a list of values goes on unsaid, or has so many elements that a class is told of."""
    of_elements = len(told) == 1 and told[0].variable in sites(series)
    return told[0].is_open or (of_elements and len(told[0].items) > MOST_CHOICES)


def _given(told: Sequence[Assignment], place: int) -> dict[str, str]:
    """What a list of assignments gives each variable at a place; several variables have one value each."""
    return {t.variable: ION_CHARGE.sub("", t.items[place if len(told) == 1 else 0][2]) for t in told}


def _at_free_site(passage: Passage, series: Material, position: int, names: set[str]) -> dict[str, str]:
    """The element before a bracket as the choice of a series that leaves nothing else open: ``Y (x = 0.2)``."""
    free = set(series.variables) - names
    opening, _ = passage.sentences[passage.sentence_index(position)]
    element = ELEMENT_BEFORE.search(passage.text[max(opening, position - 12) : position])
    is_choice = element is not None and len(free) == 1 and free <= set(sites(series))
    return dict.fromkeys(free, element["element"]) if element is not None and is_choice else {}


def _all_of(passage: Passage, series: Material, told: Sequence[Assignment], start: int, end: int) -> bool:
    """Whether one value is told of a formula with its elements in a bracket: ``Li6PS5X (X = Cl, Br, I) has v``."""
    listed = len(told) == 1 and len(told[0].items) > 1 and told[0].variable in sites(series)
    beside = re.fullmatch(r"\s?\((?:where |with )?", passage.text[series.end : told[0].start]) is not None
    joined = re.search(r"\b(?:and|or)\b|/", passage.text[told[0].start : told[0].end]) is not None
    values = [q for q in passage.quantities_in(start, end) if q.kind in PROPERTIES]
    return listed and beside and not joined and len(values) == 1


def _stands_behind_definite(passage: Passage, position: int, names: set[str]) -> bool:
    near = [m for m in passage.materials_in(max(0, position - 90), position) if m.end <= position]
    if (
        not near
        or near[-1].subject_kind == "class"
        or names & set(near[-1].variables)
        or near[-1].kind in ("element", "ion")
    ):
        return False
    return (
        re.fullmatch(r"\s?[(,]?\s?(?:with|where|i\.e\.,?|for)?\s?", passage.text[near[-1].end : position]) is not None
    )


def series_before(passage: Passage, position: int, end: int, names: set[str]) -> tuple[Material | None, Passage]:
    """The nearest series with these variables: before a position, right behind it in the sentence, else earlier."""
    wanted = [m for m in passage.materials if names <= set(m.variables)]
    if (meant := _former_or_latter(passage, position, wanted)) is not None:
        return meant, passage
    before = [m for m in wanted if m.start < position]
    behind = [m for m in wanted if position <= m.start < end]
    sentence_start, _ = passage.sentences[passage.sentence_index(position)]
    if before and (before[-1].start >= sentence_start or not behind):
        return _of_named(passage, position, before, names), passage
    if behind:
        return behind[0], passage
    if passage.before is not None:
        last = len(passage.before.text)
        return series_before(passage.before, last, last, names)
    return _of_document(passage, names), passage


def _of_named(passage: Passage, position: int, before: Sequence[Material], names: set[str]) -> Material:
    """Of the series before a position that of the phase named, else the last, rather one with no other variable."""
    sentence_start, _ = passage.sentences[passage.sentence_index(position)]
    told = [m for m in passage.samples.series if names <= set(m.variables)]
    near = [m for m in before if m.start >= sentence_start] or before[-3:]
    exact = [m for m in near if set(m.variables) == names]
    return _of_phase(passage, sentence_start, position, [*told, *before]) or (exact or near)[-1]


def _of_document(passage: Passage, names: set[str]) -> Material | None:
    """The only series with these variables that the heading or the document tells."""
    headed = passage.samples.headings.get(passage.section, ())
    told = [m for m in (*headed, *passage.samples.series) if names == set(m.variables)]
    return told[0] if len({m.name for m in told}) == 1 else None


def _former_or_latter(passage: Passage, position: int, series: Sequence[Material]) -> Material | None:
    """``The former shows v for x = 0.1``: of the two series told in the sentence before the one that is meant."""
    index = passage.sentence_index(position)
    start, _ = passage.sentences[index]
    words = list(FORMER_OR_LATTER.finditer(passage.text, start, position))
    told = [m for m in series if index and passage.sentences[index - 1][0] <= m.start < start]
    if not words or len(told) != len(OF_TWO):
        return None
    return told[OF_TWO.index(words[-1]["place"])]


def _of_phase(passage: Passage, start: int, position: int, series: Sequence[Material]) -> Material | None:
    """Of several series the one with the element that the sentence names: ``For the Ge phase, x = 0.2``."""
    phase = PHASE.search(passage.text, start, position)
    if phase is None:
        return None
    named = [m for m in series if re.search(rf"{phase['element']}(?![a-z])", m.name)]
    return named[-1] if named else None


def _by_element(passage: Passage, start: int, end: int) -> list[Owner]:
    """``the In compound`` and ``those substituted with zinc (Zn)`` of a series with a free element."""
    found = list(_by_elements(passage, start, end))
    spelled = list(SPELLED.finditer(passage.text, start, end))
    if spelled and not SUBSTITUTED.search(passage.text[max(start, spelled[0].start() - 40) : spelled[0].start()]):
        spelled = []
    alone = (*PHASE.finditer(passage.text, start, end), *BRACKETED.finditer(passage.text, start, end))
    taken = {owner.start for owner in found}
    for match in (*alone, *spelled):
        if match["element"] not in ELEMENTS or match.start("element") in taken:
            continue
        series, source = _series_with_site(passage, match.start())
        if series is None:
            continue
        site = sites(series)[0]
        listed = passage.samples.values.get(series.identity, {}).get(site, ())
        begun = re.search(rf"\({site}\s?=\s?[A-Z][a-z]?\)", passage.text[start : match.start()])
        if match not in spelled and match["element"] not in listed and begun is None:
            continue  # "1.9 (X = Cl), 0.7 (Br)" lists the elements itself
        made = member(series, {site: match["element"]})
        if made is not None:
            found.append(Owner(match.start("element"), match.end("element"), made, source, How.MEMBER))
    return found


def _by_elements(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """The members of a series with a free element that a list of elements names, all of which the text gives it."""
    for match in LISTED.finditer(passage.text, start, end):
        elements = list(re.finditer(r"([A-Z][a-z]?)[^,\sA-Z]*", match["list"]))
        series, source = _series_with_site(passage, match.start())
        if series is None:
            continue
        site = sites(series)[0]
        listed = passage.samples.values.get(series.identity, {}).get(site, ())
        for one in elements if {e[1] for e in elements} <= set(listed) else ():
            made = member(series, {site: one[1]})
            if made is not None:
                low = match.start("list")
                yield Owner(low + one.start(), low + one.end(), made, source, How.MEMBER)


def _series_with_site(passage: Passage, position: int) -> tuple[Material | None, Passage]:
    """The series with a free element named last, else the document's only one."""
    source: Passage | None = passage
    while source is not None:
        named = [m for m in source.materials if m.variables and (source is not passage or m.start < position)]
        for material in reversed(named):
            if len(sites(material)) == 1:
                return material, source
        source = source.before
    told = {m.identity: m for m in passage.samples.series if len(sites(m)) == 1}
    return (next(iter(told.values())) if len(told) == 1 else None), passage


def _extreme(passage: Passage, start: int, end: int) -> list[Owner]:
    """``the sample with the highest x`` where the values of the series' only variable are listed."""
    found = []
    for match in EXTREME.finditer(passage.text, start, end):
        for series, source, given in passage.samples.listed(passage, match.start()):
            number = (max if match["which"] in ("highest", "largest", "maximum") else min)(given[1], key=float)
            made = member(series, {given[0]: number})
            if made is not None:
                found.append(Owner(match.start(), match.end(), made, source, How.MEMBER))
            break
    return found


def share_of_part(sentence: str, series: Material) -> Material:
    """A series with the share of its part as a sentence tells it: ``4 mol% of P2Se5`` of ``(25-x)P2S5-xP2Se5``."""
    free = [v for v in series.variables if v not in sites(series)]
    if len(free) != 1 or sites(series):
        return series
    part = re.search(rf"(?:^|[-+]){free[0]}(?P<part>[A-Z][\w()]*)(?=$|[-+])", series.name)
    if part is None:
        return series
    found = {m["number"] for m in re.finditer(SHARE_OF_PART + re.escape(part["part"]) + r"(?![\w(])", sentence)}
    if len(found) != 1:
        return series
    share = float(found.pop()) / (100 if "(1-" in series.name else 1)
    return member(series, {free[0]: f"{share:g}"}) or series


__all__ = ["MOST_CHOICES", "member", "members_of", "parse", "series_before", "share_of_part", "sites"]
