"""The material of a value: rules for lists and series first, then the scorer over all candidates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.linking import lists
from extractors.linking.additions import composite_of, with_addition
from extractors.linking.candidate import Candidate, is_definite
from extractors.linking.candidates import candidates
from extractors.linking.modified import modified
from extractors.linking.passage import Passage
from extractors.linking.scorer import probability, rank
from extractors.linking.series import (
    bracket_member,
    followed_member,
    members,
    numbered_member,
    sites,
    stated_member,
    told_member,
)
from extractors.mentions import Material, Quantity, SubjectKind

RULE_PROBABILITY = 0.95
"""Probability of a link made by a list or series rule (a prior; `pipeline` calibrates confidence on the gold)."""

TOPIC_PROBABILITY = 0.5
"""Probability that a value with no material near it belongs to the title's only one (a guess between two)."""

LIST_LENGTH = 5
"""How many of the losing candidates are named among the reasons."""


@dataclass(slots=True)
class Link:
    """One material a value belongs to; None when the text names none. ``passage`` is where the name stands."""

    material: Material | None
    passage: Passage
    probability: float
    reasons: list[str] = field(default_factory=list)


def link(passage: Passage, value: Quantity) -> list[Link]:
    """All materials that a value of a passage belongs to (mostly one), each with its probability and reasons."""
    by_rule = _by_rule(passage, value)
    if by_rule is not None:
        return by_rule
    ranked = rank(candidates(passage, value))
    if not ranked or ranked[0].score < 0:
        return [_unnamed(passage, ranked)]
    best = ranked[0]
    sure = probability(ranked)
    reasons = [f"{best.material.name}: {_explain(best)}", *_losers(ranked[1:])]
    if value.comparator == "range" and sites(best.material):
        return [Link(replace(best.material, subject_kind=SubjectKind.CLASS), best.passage, sure, reasons)]
    subjects = lists.shared_subjects(passage, value, best.material, best.passage if best.distance else None)
    if len(subjects) > 1:
        reasons.insert(0, "one value for a list of materials")
    samples = [_sample(passage, best, subject, value) for subject in subjects]
    made = [sample for sample, subject in zip(samples, subjects, strict=True) if sample is not subject]
    reasons[:0] = [f"{sample.name}: what the text makes of it" for sample in made]
    return [
        Link(member, best.passage, sure, reasons)
        for subject in samples
        for member in _told(passage, best.passage, subject, value)
    ]


def _sample(passage: Passage, best: Candidate, subject: Material, value: Quantity) -> Material:
    """The sample that the text makes of a material: doped, with an additive, joined to a composite."""
    made = modified(best.passage, subject)
    added = with_addition(passage, made, value, local=not best.distance)
    return composite_of(best.passage, made) if added is made else added


def _unnamed(passage: Passage, ranked: list[Candidate]) -> Link:
    """No material near the value: the paragraph's or the title's, when there is just one."""
    named = {c.material.identity: c for c in ranked if c.passage is passage and _may_be_meant(c)}
    if len(named) == 1:
        only = next(iter(named.values()))
        reason = f"{only.material.name}: the paragraph's only material"
        return Link(only.material, only.passage, TOPIC_PROBABILITY, [reason, *_losers(ranked)])
    if len(passage.topics) == 1:
        topic = next(iter(passage.topics.values()))
        return Link(topic, passage, TOPIC_PROBABILITY, [f"{topic.name}: the title's only material", *_losers(ranked)])
    return Link(None, passage, 0.0, ["no material named", *_losers(ranked)])


_SET_APART = frozenset({"compared", "given_for_other", "new_work", "behind", "additive"})


def _may_be_meant(candidate: Candidate) -> bool:
    return is_definite(candidate.material) and not candidate.features.keys() & _SET_APART


def _told(passage: Passage, source: Passage, subject: Material, value: Quantity) -> list[Material]:
    """The samples a subject stands for: composition known, the stated x put in, choices of elements told apart."""
    return members(source, stated_member(passage, with_composition(source, subject), value))


def with_composition(passage: Passage, material: Material) -> Material:
    """A name with the composition that stands in the bracket right behind it: ``0.1 Ta-doped LLZO (Li6.9La3...)``."""
    if material.formula is not None or material.subject_kind == "class":
        return material
    for other in passage.materials:
        if other.start >= material.end and other.formula and other.kind in ("formula", "series", "mixture"):
            if re.fullmatch(r"\s*[(\[]\s*", passage.text[material.end : other.start]):
                return replace(material, formula=other.formula)
            break
    return material


def _by_rule(passage: Passage, value: Quantity) -> list[Link] | None:
    in_bracket = bracket_member(passage, value)
    if in_bracket is not None:
        return [Link(*in_bracket, RULE_PROBABILITY, ["series member named in the value's bracket"])]
    material = lists.respective_material(passage, value)
    if material is not None:
        return [Link(material, passage, RULE_PROBABILITY, ["same place in the list of materials"])]
    code = lists.code_of(passage, value)
    if code is not None:
        return [Link(code, passage, RULE_PROBABILITY, ["sample code beside the value"])]
    named = lists.named_behind(passage, value)
    if named:
        return [Link(m, passage, RULE_PROBABILITY, ["named as example behind the value"]) for m in named]
    member = followed_member(passage, value)
    if member is not None:
        return [Link(member, passage, RULE_PROBABILITY, ["series member whose x stands behind the value"])]
    member = told_member(passage, value)
    if member is not None:
        return [Link(member, passage, RULE_PROBABILITY, ["series member named by its x"])]
    number = lists.respective_series(passage, value)
    if number is not None:
        found = numbered_member(passage, value, number)
        if found is not None:
            return [Link(*found, RULE_PROBABILITY, [f"same place in the list of x ({number})"])]
    return None


def _explain(candidate: Candidate) -> str:
    words = [name for name in candidate.features if name not in ("local", "earlier")]
    where = "same sentence" if candidate.distance == 0 else f"{candidate.distance} sentence(s) before"
    return f"{candidate.score:+.2f} ({where}; {', '.join(words)})"


def _losers(ranked: list[Candidate]) -> list[str]:
    seen: dict[str, str] = {}
    for candidate in ranked:
        seen.setdefault(candidate.material.name, f"not {candidate.material.name}: {_explain(candidate)}")
    return list(seen.values())[:LIST_LENGTH]
