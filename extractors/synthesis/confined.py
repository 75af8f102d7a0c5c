"""A salt infiltrated into the pores of a host: the thing made is both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.mentions import Material, MaterialKind
from extractors.synthesis.masking import MATERIAL, MaskedSentence, NamedMethod

# a molecular sieve goes by letters and a number: "MCM-41"
_HOST = rf"(?:the\s{{1,3}}|an?\s{{1,3}})?(?:(?:meso|nano)?porous\s{{1,3}})?({MATERIAL}|[A-Z]{{2,5}}-\d{{1,3}})"
_IN_PORES = re.compile(
    rf"\b(?:[Nn]ano)?[Cc]onfined\s{{1,3}}({MATERIAL})\s{{1,3}}(?:in|within)\s{{1,3}}{_HOST}"
    rf"|({MATERIAL})\s{{1,3}}(?:nano)?confined\s{{1,3}}(?:in|within)\s{{1,3}}{_HOST}"
    rf"|\b[Nn]anocomposites?\s{{1,3}}of\s{{1,3}}({MATERIAL})\s{{1,3}}(?:and|with|in)\s{{1,3}}{_HOST}"
)


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
