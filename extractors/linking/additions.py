"""Samples with something added in a stated share: ``LATP with 2 wt% Li3BO3``; and composites told by their parts."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.linking import patterns
from extractors.linking.candidate import is_substance
from extractors.linking.lists import value_list
from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind, Quantity, SubjectKind


def with_addition(passage: Passage, material: Material, value: Quantity, *, local: bool) -> Material:
    """The sample of a material whose value is told for a share of an additive; the material itself when for none.

    ``local``: the material stands in the value's sentence. A list of shares is matched with a list of values of the
    same length; a single share belongs to the sentence's only value or to the one it was changed to.
    """
    if material.subject_kind == "class":
        return material
    start, end = passage.sentences[passage.sentence_index(value.start)]
    if local and (held := patterns.WITH_SHARE.match(passage.text[material.end : end])):
        return _named(material, held["share"], held["unit"], held["added"])
    told = patterns.SHARES_ADDED.search(passage.text, start, end)
    if told is None or told["added"] in (material.name, material.surface, material.formula):
        return material
    shares = re.findall(r"\d+(?:\.\d+)?", told["shares"])
    values = value_list(passage, value)
    if len(shares) == len(values) and (len(values) > 1 or _is_changed_to(passage, value, start, end)):
        return _named(material, shares[values.index(value)], told["unit"], told["added"])
    return material


def _is_changed_to(passage: Passage, value: Quantity, start: int, end: int) -> bool:
    """Whether a value is the only one of its sentence or the last, told as a change of the one before."""
    same = [q for q in passage.quantities_in(start, end) if q.kind is value.kind]
    if len(same) == 1:
        return True
    return same[-1] == value and bool(patterns.RAISED.search(passage.text, same[-2].end, value.start))


def composite_of(passage: Passage, material: Material) -> Material:
    """The composite that a material is told as a part of: ``a composite of A and B`` is A-B."""
    start, end = passage.sentences[passage.sentence_index(material.start)]
    named = [m for m in passage.materials_in(start, end) if is_substance(m)]
    for index, first in enumerate(named):
        if not patterns.COMPOSITE_OF.search(passage.text[start : first.start]):
            continue
        parts = [first]
        members = [first]
        for part in named[index + 1 :]:
            between = passage.text[members[-1].end : part.start]
            if patterns.SHORT_NAME_OPENS.match(between):
                parts[-1] = part  # the short name stands for the long one before it
            elif patterns.PART_GLUE.match(between.removeprefix(")")):
                parts.append(part)
            else:
                break
            members.append(part)
        if len(parts) > 1 and any(p is material for p in members) and all(p.kind != "class" for p in parts):
            name = "-".join(part.name for part in parts)
            return replace(
                material,
                name=name,
                formula=None,
                kind=MaterialKind.COMPOSITE,
                family="composite",
                subject_kind=SubjectKind.SPECIFIC,
            )
    return material


def _named(material: Material, share: str, unit: str, added: str) -> Material:
    kind = unit.rstrip("%. ")
    tail = f"-{share} {kind}% {added}"
    formula = material.formula + tail if material.formula else None
    return replace(material, name=material.name + tail, formula=formula, kind=MaterialKind.COMPOSITE)
