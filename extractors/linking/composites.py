"""``The resulting composite``: one that has no name is what its paragraph told in parts, matrix, salt and filler."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.patterns import Pattern
from extractors.composition.lexicon import entry
from extractors.linking.cues import fits
from extractors.linking.joining import is_polymer, joint, without
from extractors.linking.made import host_of
from extractors.linking.owner import How, Owner, is_definite
from extractors.linking.passage import Passage, named_before
from extractors.linking.sentence import by_short_names, window
from extractors.linking.wholes import composed, is_matrix
from extractors.mentions import Material, MaterialKind, SubjectKind

_SHORT = r"(?:C[PS]E|SCE|HPE|PCE|PCSE|CSPE|HSE)"
_KIND = r"(?:(?:polymer|ceramic|solid|solid-state|gel|hybrid|composite|thin)[ -])*"
_FORM = r"(?:electrolyte|membrane|film)"
_ONE = (
    r"\b(?:[Tt]h(?:e|is|at)|[Oo]ur|[Ii]ts|[Ss]uch an?|[Rr]esult(?:ing|ant)|[Oo]btained|[Pp]repared)"
    rf" (?:[a-z]+(?:-[a-z]+)? ){{0,2}}?{_KIND}(?:(?:(?:nano)?composite|hybrid|blend)(?: {_KIND}{_FORM})?|{_SHORT})"
)
_SEVERAL = (
    r"\b(?:[Tt]hese|[Oo]ur|[Rr]esult(?:ing|ant)|[Oo]btained|[Oo]ptimi[sz]ed)"
    rf" {_KIND}(?:composites|hybrids|blends|(?:composite|hybrid) {_KIND}{_FORM}s|{_SHORT}s)"
)
COMPOSITE = re.compile(
    rf"(?:{_ONE}|{_SEVERAL})(?![\w-])"
    r"(?! (?:of|from|between|with (?!\d)|cathode|anode|electrode|system|approach|strategy))"
)
"""One composite told before: ``the resulting hybrid``, ``this CSE``, ``these composites``."""

MODIFIED = Pattern(
    r"\b[Tt]h(?:is|e) (?:\w+ )?(?:modification|addition|additive|incorporation|sintering aid|filler)\b(?! of)"
    r"(?=[^.;]{0,40}\b(?:rais|increas|improv|enhanc|boost|lower|decreas|reduc)\w*)"
)
"""What was added in the sentence before, as the reason of a change: ``This modification increases``."""

SENTENCES_BACK = 3
"""Sentences of a paragraph before the word in which its parts are told."""

MOST_PARTS = 4
"""Parts of a composite at most; a paragraph that names more tells of several."""

BESIDE = 60
"""Characters beside a material that are looked at."""

_SHARE = re.compile(r"^\d+(?:\.\d+)?\s?(?:(?:wt|mol|vol)\.?\s?)?%\s")
_SAMPLE = r"(?:electrolytes?|membranes?|films?|samples?|pellets?|ceramics?|glass(?:es)?|polymers?|powders?)"
FILLER_FREE = Pattern(
    rf"\b(?:filler|ceramic|additive|binder)-free {_SAMPLE}"
    rf"|\b(?:{_SAMPLE} w|W)ithout (?:any |the )?(?:ceramic )?(?:fillers?|additives?)\b"
)
"""A composite without what was put into it: ``the filler-free membrane``."""

_NO_PART = frozenset({"electrode", "precursor", "solvent"})


def composites_meant(
    passage: Passage, before: Iterable[Sequence[Owner]], start: int, end: int, own: Sequence[Owner]
) -> Iterator[Owner]:
    """Composites of the sentence ``[start, end)`` that no name tells, at the words that mean them.

    ``own`` are the sentence's owners, ``before`` those of the sentences before it, the nearest first.
    """
    matches = [m for m in COMPOSITE.finditer(passage.text, start, end) if not _told_by_its_share(m.end(), own)]
    if not matches or any(is_composite(owner.material) for owner in own):
        return
    for match in matches[:1]:
        told = [[o for o in own if o.end <= match.start()]]
        index = passage.sentence_index(start)
        for owners, back in zip(before, range(1, SENTENCES_BACK + 1), strict=False):
            told.append([o for o in owners if o.source is passage])
            if back > index or fits("new_work", window(passage.text, *passage.sentences[index - back])):
                break  # what stands before it is told of other samples
        sample = _told_in_parts(told)
        if sample is not None:
            yield Owner(match.start(), match.end(), sample, passage, How.POINTED)


def _told_by_its_share(end: int, own: Sequence[Owner]) -> bool:
    """Whether a sample that the sentence makes stands right behind the words: ``The hybrid with 70 wt% LAGP``."""
    return any(owner.how is How.MADE and 0 < owner.start - end <= BESIDE // 2 for owner in own)


def additions_meant(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``B was added to A. This modification raises v``: the sample of A with B, at the words that mean it."""
    index = passage.sentence_index(start)
    for match in MODIFIED.finditer(passage.text, start, end) if index else ():
        for part in reversed(passage.materials_in(passage.sentences[index - 1][0], start)):
            host = host_of(passage, part)
            if host is not None and fits("added_behind", window(passage.text, part.end, part.end + BESIDE)):
                yield Owner(match.start(), match.end(), joint(host, part, None), passage, How.MADE)
                break


def added_to_what_was_told(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``Adding B raises it to v``: the sample of the material told before with B, when the sentence names B alone."""
    named = [m for m in passage.materials_in(start, end) if m.subject_kind is not SubjectKind.CLASS]
    if len(named) == 1 and fits("adding", passage.text[start : named[0].start]):
        host = host_of(passage, named[0])
        if host is not None and is_polymer(host):
            yield Owner(named[0].start, named[0].end, joint(host, named[0], None), passage, How.MADE)


def changed_by_adding(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``Adding B raised it from v``, A-B told before, or ``adding B to A``: A, of which v is, at the words before B."""
    for part in passage.materials_in(start, end)[:1]:
        if fits("adding", passage.text[start : part.start]) and fits(
            "changes_from", window(passage.text, part.end, end)
        ):
            whole = part if part.kind is MaterialKind.COMPOSITE and " " in part.surface else host_of(passage, part)
            last = replace(part, name=re.split("[-/]", part.name)[-1]) if whole is part else part
            if whole is not None and (plain := without(whole, last)) is not whole:
                yield Owner(start, part.start, plain, passage, How.POINTED)


def filled_bodies(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``A matrix was filled with B. The 12% B membrane shows v``: the matrix told before with what its share names."""
    for material in passage.materials_in(start, end):
        filler = _SHARE.sub("", material.name)
        alone = "share" in material.flags and material.kind is not MaterialKind.COMPOSITE
        if alone and filler != material.name:
            part = replace(material, name=filler)
            if (host := host_of(passage, part)) is not None and is_polymer(host):
                yield Owner(material.start, material.end, joint(host, part, None), passage, How.MADE)


def without_filler(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """``the filler-free membrane``: the composite named last without its last part."""
    called = passage.samples.without_addition(passage.section)
    for match in FILLER_FREE.finditer(passage.text, start, end) if called is None else ():
        for host in named_before(passage, match.start()):
            rest, glue, last = re.sub(r"[-/][\d.]+ ?\w+%", "-", host.name).rpartition("/" if "/" in host.name else "-")
            if host.kind is MaterialKind.COMPOSITE and glue:
                known = entry(last)
                plain = known is not None and known.role == "salt"  # it holds no filler
                sample = host if plain else replace(host, name=rest.rstrip("-"), formula=None)
                yield Owner(match.start(), match.end(), sample, passage, How.MADE)
                break


def is_composite(material: Material) -> bool:
    """Whether a material has a name as a composite, or one nobody knows that may be a composite's."""
    if "unknown_name" in material.flags or material.subject_kind == "class":
        return "unknown_name" in material.flags
    return (material.kind == MaterialKind.COMPOSITE or material.family == "composite") and not is_matrix(material)


def _told_in_parts(told: Iterable[Sequence[Owner]]) -> Material | None:
    """The composite of the parts that sentences name, the nearest first; None when one has a composite's name."""
    told = [by_short_names(owners) for owners in told]
    if any(is_composite(owner.material) for owners in told for owner in owners):
        return None
    found: dict[str, Material] = {}
    for owners in told:
        found = {o.material.identity: o.material for o in owners if _is_part(o)} | found
        if (parts := _matrix_and_fillers(list(found.values()))) is not None:
            return composed(parts[0], parts[1:]) if len(found) <= MOST_PARTS else None
    return None


def _matrix_and_fillers(found: Sequence[Material]) -> list[Material] | None:
    """The parts of a composite in order, matrix, salts and fillers; None where matrix or fillers are not told."""
    matrix = [m for m in found if is_matrix(m)]
    salts = [m for m in found if "salt" in m.flags]
    fillers = [m for m in found if not is_matrix(m) and "salt" not in m.flags]
    return [*matrix, *salts, *fillers] if matrix and fillers else None


def _is_part(owner: Owner) -> bool:
    """Whether a material can be a part: a polymer, salt, filler or electrolyte, not only compared with."""
    material = owner.material
    if owner.how is not How.NAMED or material.kind is MaterialKind.SERIES or _NO_PART & set(material.flags):
        return False
    left = window(owner.source.text, max(0, owner.start - BESIDE), owner.start)
    right = window(owner.source.text, owner.end, owner.end + BESIDE)
    apart = fits("compared", left) or fits("only_example", left) or fits("no_part_behind", right)
    return not apart and (is_definite(material) or bool({"salt", "filler", "polymer"} & set(material.flags)))
