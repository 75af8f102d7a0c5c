"""Routes told by their solvent alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.synthesis.masking import MaskedSentence
from extractors.synthesis.patterns import CONDITIONS, FRAMES, SOLVENTS
from extractors.synthesis.targets import Draft, as_method, made_things
from extractors.synthesis.vocabulary import Mention, find_solvents


def by_solvents(sentence: MaskedSentence, make: re.Match[str], end: int) -> list[Draft]:
    """Routes told by their solvent alone, one for each solvent that is tried: "prepared in THF, ACN and DME"."""
    text = sentence.masked
    behind = [
        m._replace(start=m.start + make.end(), end=m.end + make.end()) for m in find_solvents(text[make.end() : end])
    ]
    if behind and _reaches(text, make, behind[0].start):
        return _solvent_drafts(sentence, make, behind, "verb and solvent")
    before = find_solvents(text[: make.start()])
    if before and make.lastgroup == "past" and SOLVENTS.PREPOSED_SOLVENT.search(text, 0, before[0].start):
        return _solvent_drafts(sentence, make, before, "solvent before verb")
    purpose = before and make.lastgroup in ("base", "gerund")
    used = purpose and SOLVENTS.SOLVENT_USED.search(text, 0, before[0].start)
    if (used and SOLVENTS.TO_MAKE.fullmatch(text, before[-1].end, make.start())) or (
        purpose and SOLVENTS.AS_MEDIUM.match(text, before[-1].end, make.start())
    ):
        return _solvent_drafts(sentence, make, before, "solvent before verb")
    return []


def _reaches(text: str, make: re.Match[str], place: int) -> bool:
    if FRAMES.WEAK_MAKE.fullmatch(make.group().lower()):
        return SOLVENTS.WEAK_SOLVENT.fullmatch(text, make.end(), place) is not None
    return SOLVENTS.BY_SOLVENT.search(text, make.end(), place) is not None


def _solvent_drafts(
    sentence: MaskedSentence, make: re.Match[str], solvents: Sequence[Mention], rule: str
) -> list[Draft]:
    runs = [[solvents[0]]]
    tried = False
    for solvent in solvents[1:]:
        if sentence.masked[runs[-1][-1].end : solvent.start].strip() == "(":
            continue  # its short form: "acetonitrile (ACN)"
        gap = sentence.masked[runs[-1][-1].end : solvent.start]
        listed = SOLVENTS.SOLVENT_LIST.fullmatch(gap)
        if listed and ("," in gap or "(" in listed.group()[-5:] or tried):
            tried = True
            runs.append([solvent])
        elif SOLVENTS.SOLVENT_MIX.fullmatch(gap):
            runs[-1].append(solvent)
        else:
            break
    drafts = []
    made = made_things(sentence, make)
    for index, run in enumerate(runs):
        start, end = run[0].start, run[-1].end
        short = CONDITIONS.BRACKET_ACRONYM.match(sentence.masked, end)
        end = short.end() if short else end
        named = as_method(sentence, start, end - start, "liquid-phase", "other")
        places = [start] if index else [start, make.start()]
        drafts.append(Draft(made, [named], places, rule, solvent=named.mention.surface))
    return drafts
