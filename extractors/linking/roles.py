"""What part a material plays in its own sentence, whatever value is looked at: compared with, added, told of, made."""

from __future__ import annotations

from extractors.linking.cues import fits
from extractors.linking.owner import How, Owner, is_definite, is_hydrate, is_nameable
from extractors.linking.sentence import Sentence
from extractors.mentions import Material

Features = dict[str, float]

PARTS = frozenset({"additive", "agent", "compared"})
"""Roles of a material that acts on, or is only set beside, another one."""

BEFORE = ("compared", "additive", "agent", "genitive", "example")
"""Cues that are looked for right before a material."""

BEFORE_CATEGORY = ("category", "record_of_class", "some_of_class")
"""Cues right before a class noun that only says what kind of thing something is."""


def roles_of(sentence: Sentence) -> list[Features]:
    """The roles of every owner of a sentence, in their order."""
    found = [_roles(sentence, place) for place in range(len(sentence.owners))]
    for run in sentence.owner_runs:
        first, *others = (sentence.owners.index(owner) for owner in run)
        shared = found[first].keys() & {*PARTS, "example"}
        if fits("holds_more", run[0].material.surface):
            shared = {"agent"}  # "A doped with B, C and D": C and D are no samples
        for place in others:
            if shared and "property_of" not in found[place] and not _opens_clause(sentence, place, found[place], run):
                found[place].update(dict.fromkeys(shared, 1.0))
                found[place].pop("shows", None)
    return found


def _opens_clause(sentence: Sentence, place: int, roles: Features, run: tuple[Owner, ...]) -> bool:
    """``higher than that of A (v1), and B reaches v2``: B is the subject of a clause, none of what is compared with."""
    before = sentence.between(sentence.owners[place - 1].end, sentence.owners[place].start) or "-"
    return len(run) == 2 and "shows" in roles and fits("next_clause", before)


def _roles(sentence: Sentence, place: int) -> Features:
    owner = sentence.owners[place]
    wide, right = sentence.before(owner.start, 90), sentence.behind(owner.end)
    features = _beside(sentence, place, wide, right)
    acts = features.keys() & {"additive", "compared"}
    material = owner.material
    told = {
        "component": is_definite(material)
        and (fits("phase_found", right) or fits("phase_seen", _left(sentence, place))),
        "property_of": fits("property_of", _left(sentence, place)),
        "property_behind": fits("property_behind", right),
        "shows": fits("shows", right) and (fits("which_behind", right) or not acts),
        "made": fits("made", wide) or fits("is_made", right),
        "lacking": owner.how is How.NAMED and (fits("free_behind", right) or fits("without", _left(sentence, place))),
        "system": _is_system(material, _left(sentence, place), right),
    }
    features.update({name: 1.0 for name, holds in told.items() if holds})
    features.update(_kind(material, owner, right))
    if fits("called_conductor", right):
        features.pop("not_electrolyte", None)
        features.pop("precursor", None)
    if material.subject_kind == "class" and not owner.is_range:
        features.update(_class(sentence, place, wide, right))
    if "system" in features:  # "found in the A-B system, which showed" tells of what was found
        features.pop("shows", None)
    return features


def _left(sentence: Sentence, place: int) -> str:
    """The words before an owner that no owner before it has for its own."""
    owner = sentence.owners[place]
    before = sentence.owners[max(0, place - 3) : place]
    since = max((o.end for o in before if o.end <= owner.start), default=sentence.start)
    return sentence.before(owner.start, min(90, owner.start - since))


def _beside(sentence: Sentence, place: int, wide: str, right: str) -> Features:
    """Whether a material only acts on another one or stands beside it."""
    owner, left = sentence.owners[place], _left(sentence, place)
    features = {name: 1.0 for name in BEFORE if fits(name, left)}
    if fits("than_before_number", wide) or fits("kinds_like", wide):
        features.pop("compared", None)
    if fits("added_behind", right):
        features["additive"] = 1.0
    if fits("put_into_host", wide):
        features["agent"] = 1.0
    if place and fits("joined", wide) and _is_named_composite(sentence, place):
        features["agent"] = 1.0  # a part of the composite that has its own name
    if _is_whole(owner) or (left.endswith("from ") and fits("change_to", right)):
        features.pop("agent", None)
        features.pop("additive", None)
    if owner.material.kind == "composite":  # "2 wt% of A put into B" is the whole
        features.pop("additive", None)
    return features


def _is_whole(owner: Owner) -> bool:
    """Whether an owner is a sample of its own whatever stands before it: made, a member, a doped one."""
    is_doped = owner.how is How.POINTED and "doped" in owner.material.flags
    return is_doped or owner.how in (How.MADE, How.MEMBER)


def _is_system(material: Material, left: str, right: str) -> bool:
    return not material.variables and fits("system_behind", right) and fits("in_system", left)


def _is_named_composite(sentence: Sentence, place: int) -> bool:
    between = sentence.between(sentence.owners[place - 1].end, sentence.owners[place].start)
    return between is not None and is_definite(sentence.owners[place - 1].material) and fits("named_composite", between)


def _kind(material: Material, owner: Owner, right: str) -> Features:
    """What kind of thing a material is, by its own mention and the words behind it."""
    told = {
        "electrode": "electrode" in material.flags,
        "not_electrolyte": not is_nameable(material) and "electrode" not in material.flags,
        "class": material.subject_kind == "class" and not owner.is_range,
        "precursor": "precursor" in material.flags or is_hydrate(material),
        "component": bool({"solvent", "salt"} & set(material.flags)),
        "series": bool(material.variables),
        "has_short_name": bool(material.variables) and fits("short_name_behind", right),
        "member": owner.how is How.MEMBER,
        "made_sample": owner.how is How.MADE,
        "pointed": owner.how is How.POINTED,
        "ranked": owner.how is How.RANKED,
    }
    return {name: 1.0 for name, holds in told.items() if holds}


def _class(sentence: Sentence, place: int, left: str, right: str) -> Features:
    """Whether a class noun points back to one sample, or only says what kind of thing another one is."""
    material = sentence.owners[place].material
    if points_back(material, left, right):
        return {"class_anaphor": 1.0}
    if fits("compared", left):
        return {}  # "that of liquid electrolytes with v": the value is theirs
    if any(fits(name, left) for name in BEFORE_CATEGORY):
        return {"category": 1.0}
    if fits("predicate_of_anaphor", left):
        return {"category": 1.0, "predicate": 1.0}
    if fits("to_form", left) and _is_formed(sentence, place):
        return {"category": 1.0}
    return _category_of_named(sentence, place)


def _category_of_named(sentence: Sentence, place: int) -> Features:
    """Whether a class noun says what kind of thing a material beside it is: ``A is a glass``, ``the garnet A``."""
    named = [o for o in sentence.owners[max(0, place - 4) : place] if is_definite(o.material) or o.material.formula]
    between = sentence.between(named[-1].end, sentence.owners[place].start) if named else None
    if between is not None and fits("apposition", between):
        return {"category": 1.0, "predicate": 1.0}
    in_bracket = (
        between is not None and between.strip() == "(" and sentence.behind(sentence.owners[place].end, 1) == ")"
    )
    behind_name = in_bracket or (between is not None and fits("noun_behind", between))
    return {"category": 1.0} if behind_name or _has_member_behind(sentence, place) else {}


def _is_formed(sentence: Sentence, place: int) -> bool:
    """Whether a sample that is put together stands before a class noun: ``A was mixed with B to form a composite``."""
    return any(o.how is How.MADE or o.material.kind == "composite" for o in sentence.owners[:place])


def _has_member_behind(sentence: Sentence, place: int) -> bool:
    """``the garnet with x = 0.1``: the noun only says what kind of thing the member behind it is."""
    after = sentence.owners[place + 1 : place + 2]
    gap = sentence.between(sentence.owners[place].end, after[0].start) if after else None
    return gap in (" (", " with ", " of ", " at ") and after[0].how is How.MEMBER


def points_back(material: Material, left: str, right: str) -> bool:
    """Whether a class noun means one sample told before: ``the obtained electrolyte``, ``the pristine glass``.

    A plural points back only when more than an article stands before it or when it is said how its samples were made.
    """
    if material.subject_kind != "class" or fits("some_of_class", left):
        return False
    if fits("of_this_composition", right):
        return True
    if not left.strip() and fits("made_so", right):
        return True
    if not fits("class_anaphor", left):
        return False
    if not material.surface.endswith("s") or fits("made_so", right):
        return True
    return not left.lower().rstrip().endswith(("the", "such"))
