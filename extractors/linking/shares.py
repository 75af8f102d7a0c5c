"""Samples of a host with shares of what was added: ``films with 0, 10 and 20 wt% LAGP``, ``with 3 wt%, v``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from corpus.patterns import Pattern
from extractors.linking.joining import is_polymer, joint, may_hold, without
from extractors.linking.made import host_behind, host_of
from extractors.linking.owner import How, Owner
from extractors.linking.passage import Passage, named_before
from extractors.mentions import Material, SubjectKind

_PERCENT = r"(?:wt|mol|vol)\.? ?%"
_NUMBER = r"\d++(?:\.\d++)?+"
SHARE = re.compile(rf"(?<![\w.-])(?P<share>{_NUMBER}) ?(?P<unit>wt|mol|vol)\.? ?%")
_ONE = rf"{_NUMBER}(?: ?{_PERCENT})?"
SHARES = re.compile(rf"(?<![\w.-]){_ONE}(?:,? (?:and |or )?{_ONE}){{1,8}}+(?<=%)")
"""A list of shares whose unit stands at its end at the latest."""

ONE = re.compile(rf"(?P<share>{_NUMBER})(?: ?(?P<unit>wt|mol|vol)\.? ?%)?")

ADDED_BEHIND = re.compile(r" (?:of )?(?:the )?")
"""Between shares and what was added."""

_ADDED = (
    r"(?: ?\([^()]{0,60}\))? (?:was|were|is|are|ha(?:s|ve|d) been) (?:\w+ly )?(?:added|introduced|incorporated|mixed)\b"
)
ADDED = Pattern(_ADDED)
WORD_ADDED = Pattern(rf" (?:of )?(?P<name>[A-Z][\w()\[\].-]*[\w)\]]){_ADDED}")
"""A name that no list knows, of something added."""

ROLE_BEHIND = re.compile(
    r" (?:of )?(?:the )?(?:\w+ )?(?:(?P<salt>salts?)|(?P<filler>(?:nano-?)?fillers?|ceramics?)"
    r"|(?P<solvent>plastici[sz]ers?)|(?P<liquid>ionic liquids?|ILs?))(?![\w-])"
)
"""Behind shares what was added, told by what it does alone: ``20 wt% of salt``."""

ROLES = {"salt": {"salt"}, "filler": {"filler", "precursor"}, "solvent": {"solvent"}, "liquid": {"liquid"}}
"""What the component that a word for its role means is flagged as."""

SHARE_BEFORE = re.compile(r"% (?:of )?(?:the )?$")
CONTENT_BEHIND = Pattern(r"[ -](?:contents?|loadings?|fractions?|amounts?|additions?|concentrations?)\b")

REPLACED_BEHIND = Pattern(r"(?: (?:is|are|was|were|by|with|being))* (?:replaced|substituted)\b")
"""Behind what made room for something else: ``5 mol% of the Ti is replaced``."""

NAME = 120
"""Characters before a share in which a name that holds it begins."""

FULL = 100
"""Parts of a mixture in percent together."""

IN_MATRIX = re.compile(r"\b(?:in|within|inside)(?: (?:an?|the))? $")

NAMED_BEFORE = 12
"""So many of the materials named last may be what was added."""


_BODY = r"(?:films?|membranes?|samples?|pellets?|ceramics?|electrolytes?|glass(?:es)?|specimens?|polymers?|ones?)"
PLAIN = Pattern(
    rf"\b(?:(?:pristine|neat|pure|bare|blank|plain|un(?:plastici[sz]ed|filled|modified|doped|treated))(?: \w+)? {_BODY}"
    rf"|(?:filler|additive|plastici[sz]er|dopant|salt|glycerol)-free(?: \w+)? {_BODY}"
    rf"|{_BODY} without (?:any |the )?(?:\w+ )?"
    r"(?:fillers?|additives?|addition|plastici[sz]ers?|dopants?|glycerol|[A-Z]\w+))\b"
)
"""A sample to which nothing was added, where samples have names by what was added."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was added to a host."""

    host: Material
    part: Material


def shares_told(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """The samples that the shares of ``[start, end)`` mean, at the places of the shares; nothing added is the host."""
    if (plain := passage.samples.without_addition(passage.section)) is not None:
        for match in PLAIN.finditer(passage.text, start, end):
            yield Owner(match.start(), match.end(), plain, passage, How.MEMBER)
    lists = list(SHARES.finditer(passage.text, start, end))
    for match in lists:
        part = _behind(passage, match.end())
        added = _added(passage, part.start, part) if part is not None else _told_elsewhere(passage, match)
        if added is not None:
            unit = re.findall("wt|mol|vol", match.group())[-1]
            for one in ONE.finditer(passage.text, *match.span()):
                yield _owner(passage, one, added, one["unit"] or unit)
    for match in SHARE.finditer(passage.text, start, end):
        if any(one.start() <= match.start() < one.end() for one in lists) or _is_in_a_name(passage, match):
            continue
        if (called := _called(passage, match)) is not None:
            yield called
            continue
        added = _added_once(passage, match)
        if added is not None:
            yield _owner(passage, match, added, match["unit"])


def _is_in_a_name(passage: Passage, share: re.Match[str]) -> bool:
    """Whether a share stands inside the name of a sample, which tells what it is of: ``A with 5 wt% B``."""
    _, end = passage.sentences[passage.sentence_index(share.start())]
    begun = passage.materials_in(share.start() - NAME, min(share.start(), end))
    return any(material.end > share.end() for material in begun)


def _added_once(passage: Passage, share: re.Match[str]) -> Added | None:
    """What one share is of; with a name behind it only where that was added, as its sample is told elsewhere."""
    part = _behind(passage, share.end())
    if part is None:
        return _told_elsewhere(passage, share)
    return _added(passage, part.start, part) if ADDED.match(passage.text, part.end) else None


def _told_elsewhere(passage: Passage, shares: re.Match[str]) -> Added | None:
    """What shares without a name are of: told by its role behind them, or named before."""
    return _by_its_role(passage, shares.end()) or _told_before(passage, shares.start())


def _called(passage: Passage, share: re.Match[str]) -> Owner | None:
    """The sample that the text has a name for by a share: ``with 5 wt% LLZTO, v`` of ``CPE-0, CPE-5 and CPE-10``."""
    part = _behind(passage, share.end())
    names = [name for name in (part.name, part.formula) if name] if part is not None else [""]
    sample = passage.samples.with_share(share["share"], names, passage.section)
    return Owner(share.start(), share.end(), sample, passage, How.MEMBER) if sample is not None else None


def _behind(passage: Passage, position: int) -> Material | None:
    """The material whose share ends at a position."""
    near = passage.materials_in(position, position + 10)
    if near and ADDED_BEHIND.fullmatch(passage.text, position, near[0].start):
        return near[0]
    word = WORD_ADDED.match(passage.text, position)
    return Material(*word.span("name"), word["name"], word["name"]) if word is not None else None


def _by_its_role(passage: Passage, position: int) -> Added | None:
    """What a word for its role behind a share means, as the text named it last: ``20 wt% of salt`` of PVA and KI."""
    told = ROLE_BEHIND.match(passage.text, position)
    wanted = ROLES[told.lastgroup or ""] if told is not None else set()
    part = next((m for m in islice(named_before(passage, position), NAMED_BEFORE) if wanted & set(m.flags)), None)
    return _added(passage, position, part) if part is not None else None


def _told_before(passage: Passage, position: int) -> Added | None:
    """What was added to which host, as the paragraph, or the one before, told last before a position."""
    for source in (passage, passage.before):
        if source is None:
            break
        near = source.materials_in(0, position if source is passage else len(source.text))
        for part in near[: -NAMED_BEFORE - 1 : -1]:
            if REPLACED_BEHIND.match(source.text, part.end):
                continue
            share = SHARE_BEFORE.search(source.text[max(0, part.start - 12) : part.start])
            if share or CONTENT_BEHIND.match(source.text, part.end):
                return _added(source, part.start, part)
    return None


def _added(passage: Passage, position: int, part: Material) -> Added | None:
    """A part with the host named last before it."""
    for host in islice(named_before(passage, position), NAMED_BEFORE):
        if may_hold(host, part) and host.mobile_ion is not None and not re.search("%", host.name):
            return Added(host, part)
    made = host_behind(passage, part) or _matrix_behind(passage, part) or host_of(passage, part)
    return Added(made, part) if made is not None else None


def _matrix_behind(passage: Passage, part: Material) -> Material | None:
    """``films with 5 and 10 wt% B showed v1 and v2 in a PEO matrix``: the polymer."""
    _, end = passage.sentences[passage.sentence_index(part.start)]
    polymers = (m for m in passage.materials_in(part.end, end) if is_polymer(m) and may_hold(m, part))
    return next((m for m in polymers if IN_MATRIX.search(passage.text, part.end, m.start)), None)


def _owner(passage: Passage, share: re.Match[str], added: Added, unit: str) -> Owner:
    told = re.match(r"(?P<share>.+) (?P<unit>.+)", f"{share['share']} {unit}")
    mixed = _of_mixture(added, float(share["share"]), unit)
    sample = mixed or (joint if float(share["share"]) else without)(added.host, added.part, told)
    return Owner(share.start(), share.end(), sample, passage, How.MEMBER)


def _of_mixture(added: Added, share: float, unit: str) -> Material | None:
    """``Li2S-P2S5 glasses of 70 and 75 mol% Li2S``: the mixture of two with the share of one of them."""
    parts = added.host.name.split("-")
    if unit != "mol" or len(parts) != 2 or added.part.name not in parts or not 0 < share < FULL:
        return None
    shares = [share if part == added.part.name else FULL - share for part in parts]
    name = "-".join(f"{number:g}{part}" for number, part in zip(shares, parts, strict=True))
    return replace(added.host, name=name, formula=name, subject_kind=SubjectKind.SPECIFIC)
