"""A salt infiltrated into the pores of a host, or a liquid into a body: the thing made is both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.mentions import Material, MaterialKind, SubjectKind
from extractors.synthesis.masking import MaskedSentence, NamedMethod
from extractors.synthesis.patterns import FRAMES, MATERIAL


def with_filler(sentence: MaskedSentence, methods: Sequence[NamedMethod], targets: list[Material]) -> list[Material]:
    """A body that is only called by its kind, by what it was filled with: "FEC infiltrated sulfide electrolyte"."""
    if len(targets) != 1 or targets[0].subject_kind != "class":
        return targets
    for named in methods:
        body, between = targets[0], sentence.text[named.mention.end : targets[0].start]
        filler = FRAMES.FILLER_BEFORE.search(sentence.text, 0, named.mention.start)
        if named.method.code == "infiltration" and filler is not None and between.strip() == "":
            name = sentence.text[filler.start() : body.end]
            filled = replace(body, start=filler.start(), surface=name, name=name, kind=MaterialKind.COMPOSITE)
            return [replace(filled, subject_kind=SubjectKind.SPECIFIC)]
    return targets


def with_host(sentence: MaskedSentence, methods: Sequence[NamedMethod], targets: list[Material]) -> list[Material]:
    """The composite of salt and host where an infiltration is told of something confined; else the targets as they are.

    Its span is that of the salt.
    """
    told = FRAMES.IN_PORES.search(sentence.masked)
    if told is None or not targets or all(n.method.code != "infiltration" for n in methods):
        return targets
    sign, host = (group for group in told.groups() if group)
    salt = sentence.material(sign)
    other = sentence.material(host).name if re.fullmatch(MATERIAL, host) else host
    return [replace(salt, name=f"{salt.name}-{other}", formula=None, kind=MaterialKind.COMPOSITE)]
