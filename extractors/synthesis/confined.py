"""A salt infiltrated into the pores of a host, or a liquid into a body: the thing made is both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.mentions import Material, MaterialKind, SubjectKind
from extractors.synthesis.masking import MATERIAL, MaskedSentence, NamedMethod

# a molecular sieve goes by letters and a number: "MCM-41"
_HOST = rf"(?:the\s{{1,3}}|an?\s{{1,3}})?(?:(?:meso|nano)?porous\s{{1,3}})?({MATERIAL}|[A-Z]{{2,5}}-\d{{1,3}})"
_IN_PORES = re.compile(
    rf"\b(?:[Nn]ano)?[Cc]onfined\s{{1,3}}({MATERIAL})\s{{1,3}}(?:in|within)\s{{1,3}}{_HOST}"
    rf"|({MATERIAL})\s{{1,3}}(?:nano)?confined\s{{1,3}}(?:in|within)\s{{1,3}}{_HOST}"
    rf"|\b[Nn]anocomposites?\s{{1,3}}of\s{{1,3}}({MATERIAL})\s{{1,3}}(?:and|with|in)\s{{1,3}}{_HOST}"
)
# in front of "infiltrated electrolyte": what it was filled with, "FEC (or I solution) |"
_FILLER_BEFORE = re.compile(r"(?<![\w-])(?P<name>[A-Z][\w-]{0,20})(?:\s\([^()]{1,30}\))?[\s-]$")


def with_filler(sentence: MaskedSentence, methods: Sequence[NamedMethod], targets: list[Material]) -> list[Material]:
    """A body that is only called by its kind, by what it was filled with: "FEC infiltrated sulfide electrolyte"."""
    if len(targets) != 1 or targets[0].subject_kind != "class":
        return targets
    for named in methods:
        body, between = targets[0], sentence.text[named.mention.end : targets[0].start]
        filler = _FILLER_BEFORE.search(sentence.text, 0, named.mention.start)
        if named.method.code == "infiltration" and filler is not None and between.strip() == "":
            name = sentence.text[filler.start() : body.end]
            filled = replace(body, start=filler.start(), surface=name, name=name, kind=MaterialKind.COMPOSITE)
            return [replace(filled, subject_kind=SubjectKind.SPECIFIC)]
    return targets


def with_host(sentence: MaskedSentence, methods: Sequence[NamedMethod], targets: list[Material]) -> list[Material]:
    """The composite of salt and host where an infiltration is told of something confined; else the targets as they are.

    Its span is that of the salt.
    """
    told = _IN_PORES.search(sentence.masked)
    if told is None or not targets or all(n.method.code != "infiltration" for n in methods):
        return targets
    sign, host = (group for group in told.groups() if group)
    salt = sentence.material(sign)
    other = sentence.material(host).name if re.fullmatch(MATERIAL, host) else host
    return [replace(salt, name=f"{salt.name}-{other}", formula=None, kind=MaterialKind.COMPOSITE)]
