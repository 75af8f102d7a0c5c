"""Names that nobody has seen: the materials of a text renamed, and how many of its values still find their owner.

Whoever writes rules from the texts that he reads fits them to their names. A text in which every material bears another
name, with nothing else changed, tells how much: ``python -m benchmarks.renamed FILE...``.
"""

from __future__ import annotations

import bisect
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from extractors.records import PropertyRecord
from pipeline.convert import process
from pipeline.settings import Settings

LETTERS = "BDGKLMPRTVXZ"
FORMULAS = (
    "Na3SbS4", "Li3OCl", "Li7P3S11", "LiTa2PO8", "Li2ZrCl6", "Na3PSe4", "Li4SnS4", "NaTaCl6", "Li10SnP2S12",
    "K2Mg2TeO6", "Li5La3Ta2O12", "Na2B12H12", "LiBH4", "Li3HoCl6", "Na11Sn2PS12", "Li9N2Cl3", "LiZr2P3O12", "Li3ScCl6",
    "Na4SiO4", "Li14ZnGe4O16", "Li3BS3", "LiAlCl4", "Li5GaO4", "Na5YSi4O12", "Li3N",
)  # fmt: skip
"""Conductors of many families, as their papers write them."""

_PLAIN = re.compile(r"(?=.*[A-Z])[\w.()\[\]/+-]{3,}")


def coined(chance: random.Random) -> str:
    """A sample's code: ``TRG-12``, ``DVKP``, ``CSE-M4``."""
    letters = "".join(chance.choice(LETTERS) for _ in range(4))
    return chance.choice((f"{letters[:3]}-{chance.randint(1, 30)}", letters, f"CSE-{letters[0]}{chance.randint(1, 9)}"))


def composition(chance: random.Random) -> str:
    """The formula of a conductor."""
    return chance.choice(FORMULAS)


def renamed(text: str, names: dict[str, str]) -> tuple[str, Callable[[int], int]]:
    """The text with other names, and what tells where a place of the old text is in the new one."""
    written = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    ends, moved, parts, last = [], [0], [], 0
    for match in re.finditer(rf"(?<![\w.\-–(\[])(?:{written})(?![\w\-–]|\.\d)", text) if names else ():
        name = names[match.group()]
        ends.append(match.end())
        moved.append(moved[-1] + len(name) - len(match.group()))
        parts += [text[last : match.start()], name]
        last = match.end()
    return "".join((*parts, text[last:])), lambda place: place + moved[bisect.bisect_right(ends, place)]


def kept(text: str, new_name: Callable[[random.Random], str], seed: int = 0) -> tuple[int, int]:
    """How many values of a text still have their material when all are renamed, and how many had a plain name."""
    chance, names = random.Random(seed), dict[str, str]()
    before = list(_values(text))
    for surface in dict.fromkeys(record.material_surface or "" for record in before):
        name = new_name(chance)
        if _PLAIN.fullmatch(surface) and name not in names.values() and name not in text:
            names[surface] = name
    changed, place = renamed(text, names)
    after = {(record.kind, record.start, record.material) for record in _values(changed)}
    asked = [record for record in before if record.material_surface in names]
    return sum((r.kind, place(r.start), names[r.material_surface or ""]) in after for r in asked), len(asked)


def _values(text: str) -> Iterator[PropertyRecord]:
    """The values of definite materials in a text."""
    for record in process(text, Settings(second_reader=False), name="renamed.txt").records:
        if isinstance(record, PropertyRecord) and record.material and record.subject_kind == "specific":
            yield record


def main(files: Sequence[str]) -> int:
    """Print the share kept of every file, by formulas and by coined codes."""
    for file in files:
        text = Path(file).read_text(encoding="utf-8")
        for made in (composition, coined):
            print("{}, {}: {} of {}".format(Path(file).name, made.__name__, *kept(text, made)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
