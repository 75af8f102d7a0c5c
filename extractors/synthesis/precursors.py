"""What a route starts from: "from Li2S, P2S5 and GeS2", "a mixture of Li4SiO4, Li3PO4 and LiCl"."""

from __future__ import annotations

from collections.abc import Collection

from extractors.mentions import Material
from extractors.synthesis.masking import MaskedSentence
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.targets import groups_between, is_precursor


def find_precursors(sentence: MaskedSentence, start: int, end: int, targets: Collection[str]) -> list[Material]:
    """The starting materials told between two masked offsets; ``targets`` are the signs of what is made."""
    text = sentence.masked
    found: list[Material] = []
    for group in groups_between(text, start, end):
        signs = [m.group() for m in group if m.group() not in targets]
        if not signs:
            continue
        materials = [sentence.material(s) for s in signs]
        told = FRAMES.SOURCE_BEFORE.search(text, start, group[0].start()) or FRAMES.SOURCE_TAIL.match(
            text, group[-1].end()
        )
        if told and (
            len(materials) > 1
            or is_precursor(materials[0])
            or materials[0].kind == "composite"
            or "polymer" in materials[0].flags
            or "from" in told.group()
        ):
            found.extend(materials)
    return found


def put_in(sentence: MaskedSentence) -> list[Material]:
    """What is dissolved in, dispersed in or added to something else, and so is a starting material."""
    text = sentence.masked
    return [
        sentence.material(sign.group())
        for group in groups_between(text, 0, len(text))
        if PROCEDURES.PUT_IN.match(text, group[-1].end()) or PROCEDURES.PUTTING_IN.search(text, 0, group[0].start())
        for sign in group
    ]
