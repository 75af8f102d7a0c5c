"""Changes of a value: what it goes out from is that of the host, what it leads to that of the sample made of it."""

from __future__ import annotations

import re

from extractors.linking.cues import fits
from extractors.linking.discourse import Told
from extractors.linking.owner import How, Owner, is_definite, is_put_in
from extractors.linking.roles import Features
from extractors.linking.sentence import Sentence
from extractors.mentions import Quantity

BEHIND = 3
"""So many owners behind a value may be what a change gave."""


def weigh_change(told: Told, value: Quantity, found: list[tuple[Owner, Features]]) -> None:
    """``raised from v1 to v2``: the first value is that of the host, the second that of the sample made of it."""
    left = _before_list(told.sentence, value)
    if fits("changed_from", left):
        _give_to_host(told, found)
    if fits("change_by_it", left):  # "the substitution lowers it to v"
        for owner, features in found:
            if "doped" in owner.material.flags and owner.distance:
                features["after_change"] = 1.0
    if fits("changed_to", left):
        _give_to_result(told, value, found)


def _before_list(sentence: Sentence, value: Quantity) -> str:
    """The words before a value; those before its list where that tells no change from one value to the next."""
    first = sentence.before(sentence.stretch_of(value)[0].start)
    return sentence.before(value.start) if fits("changed_from", first) else first


def _give_to_host(told: Told, found: list[tuple[Owner, Features]]) -> None:
    """The value that a change goes out from is none of the sample it leads to, wherever that stands."""
    hosts = {made.host.identity for made in told.made}
    for owner, features in found:
        if owner.how is How.MADE or is_put_in(owner) or _holds_more(owner, found):
            features["given_for_other"] = 1.0
            features.pop("nearest_before", None)
            features.pop("first", None)
        elif owner.material.identity in hosts:
            for part in ("part_of_made", "agent", "additive"):
                features.pop(part, None)


def _is_without(plain: Owner, whole: Owner) -> bool:
    """Whether an owner is what another was before something was put in: PEO-LiTFSI of PEO-LiTFSI-LLZTO."""
    told = plain.how is How.POINTED and not is_put_in(plain)
    return told and re.match(rf"{re.escape(plain.material.name)}[-/]", whole.material.name) is not None


def _holds_more(whole: Owner, found: list[tuple[Owner, Features]]) -> bool:
    return any(_is_without(plain, whole) for plain, _ in found)


def _without_plain(found: list[tuple[Owner, Features]]) -> list[tuple[Owner, Features]]:
    """The owners but those to which nothing was added; what a change led to is another's."""
    plain = [(owner, features) for owner, features in found if any(_is_without(owner, whole) for whole, _ in found)]
    for _, features in plain:
        features["given_for_other"] = 1.0
    return [told for told in found if told not in plain]


def _give_to_result(told: Told, value: Quantity, found: list[tuple[Owner, Features]]) -> None:
    """The value that a change leads to is that of the sample made, or named behind as what came of it."""
    hosts = {made.host.identity for made in told.made}
    given = {owner.material.name for owner, features in found if "given_for_other" in features}
    result = _named_as_result(told.sentence, value)
    for owner, features in _without_plain(found):
        parts = set(re.split(r"[-/@]", owner.material.name))
        put_in = is_put_in(owner) and "before" in features
        if owner.how is How.MADE or put_in or (given & parts and owner.material.name not in given):
            features["after_change"] = 1.0
        elif owner is result:
            features["for_after"] = 1.0
        elif result is not None and "before" in features:
            features["given_for_other"] = 1.0
        elif owner.material.identity in hosts and "before" in features:
            features["part_of_made"] = 1.0


def _named_as_result(sentence: Sentence, value: Quantity) -> Owner | None:
    """``rose to v when Zr was replaced by Sc to give M``: M."""
    place = sentence.first_owner_from(value.end)
    behind = [owner for owner in sentence.owners[place : place + BEHIND] if is_definite(owner.material)]
    return next((o for o in behind if fits("change_gives", sentence.between(value.end, o.start) or "-")), None)
