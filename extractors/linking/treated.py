"""Samples told by the temperature of their treatment where codes are numbered so: ``the pellet fired at 1150 °C``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.linking.owner import How, Owner, is_definite
from extractors.linking.passage import Passage, named_before
from extractors.linking.samples import is_code, stem_of
from extractors.mentions import Material

_BEARER = (
    r"(?:samples?|pellets?|specimens?|ceramics?|glass(?:es)?(?:[- ]ceramics?)?|films?|powders?|materials?|ones?|"
    r"those|that|compounds?|electrolytes?|dis[ck]s?|products?|phases?)"
)
_TREATED = (
    r"(?:(?:heat|thermally)[- ]?)?(?:fired|sintered|annealed|treated|calcined|crystalli[sz]ed|tempered|heated|"
    r"densified|hot[- ]pressed|consolidated|cerami[sz]ed|prepared|obtained|synthesi[sz]ed|quenched)"
)
TOLD = re.compile(
    rf"\b{_BEARER}(?:,? which (?:was|were|had been|has been))? {_TREATED} at (?P<list>"
    r"(?:\d{3,4}(?: ?°C)?(?:, (?:and |or )?| and | or ))*\d{3,4} ?°C)"
    rf"|(?<![\w.])(?P<one>\d{{3,4}}) ?°C(?:[- ]{_TREATED})? (?:{_BEARER})\b"
)
"""A sample, or several, by the temperature that each was treated at."""

_NUMBER = re.compile(r"\d{3,4}")
REACH = 2_000
"""Characters before a place in which the name of its series stands."""

LONGEST = 60
"""Characters of a name."""

BESIDE = 3
"""Characters between a name and the word for the sample behind it: ``the LLTO pellet fired at``."""


def treated_samples(passage: Passage, start: int, end: int) -> Iterator[Owner]:
    """The samples of ``[start, end)`` told by their treatment's temperature, each where its number stands."""
    numbered = passage.samples.treated
    for match in TOLD.finditer(passage.text, start, end) if numbered else ():
        beside = passage.materials_in(max(start, match.start() - LONGEST), match.start())
        if any(is_definite(m) and m.end > match.start() - BESIDE for m in beside):
            continue
        low, high = match.span("list" if match["list"] else "one")
        numbers = list(_NUMBER.finditer(passage.text, low, high))
        meant = _of_one_series(passage, numbered, [number.group() for number in numbers], match.start())
        for number, material in zip(numbers, meant, strict=False):
            last = number is numbers[-1]
            yield Owner(number.start(), high if last else number.end(), material, passage, How.POINTED)


def _of_one_series(
    passage: Passage, numbered: dict[str, dict[str, Material]], numbers: list[str], position: int
) -> list[Material]:
    """The samples of one series with all of the numbers: the only one that has them, or that spoken of last."""
    having = [stem for stem, samples in numbered.items() if samples.keys() >= set(numbers)]
    if len(having) > 1:
        having = _spoken_of_last(passage, having, position)
    return [numbered[having[0]][number] for number in numbers] if len(having) == 1 else []


def _spoken_of_last(passage: Passage, stems: list[str], position: int) -> list[str]:
    """Of several series that whose name stands last before a place: ``the SS ceramics``, ``SS-1150``."""
    places = {stem: _last_place(passage.text, stem, position) for stem in stems}
    last = max(places, key=lambda stem: places[stem])
    if places[last] >= 0:
        return [last]
    told = (stem_of(m.name) for m in named_before(passage, 0) if is_code(m))
    found = next((stem for stem in told if stem in stems), None)
    return [found] if found is not None else []


def _last_place(text: str, stem: str, position: int) -> int:
    name = re.compile(rf"(?<![\w-]){re.escape(stem)}(?!\w)")
    return max((m.start() for m in name.finditer(text, max(0, position - REACH), position)), default=-1)
