"""Bare numbers glued to what stands before them: citations whose superscript was lost (``cells.12``, ``at RT173``).

Where such a number may stand is told in ``glued_citations.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.data import data_of
from corpus.patterns import Patterns
from corpus.repair.found_citations import LAST_TOKEN, WINDOW, YEAR, Found, is_narrative, numbers_of, plausible
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.profile import Profile
from corpus.signs import AS_HYPHEN

REACH = 110
"""Characters before a number that a place may take: a bracket of 90 with its brackets."""

_P = Patterns(Path(__file__).with_name("glued_citation_patterns.toml"), end=END)


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand right before a glued citation."""

    name: str
    before: re.Pattern[str]
    blank: bool
    example: str
    counter: str


@cache
def places() -> tuple[Place, ...]:
    """The places of ``glued_citations.toml``."""
    return tuple(
        Place(
            entry["name"],
            re.compile(f"(?:{entry['before']})$"),
            entry.get("blank", False),
            entry["example"],
            entry["counter"],
        )
        for entry in data_of(__file__)["place"]
    )


def place_of(text: str, start: int) -> Place | None:
    """The first place that what ends before ``start`` fits; None when a number there is no citation."""
    before = text[max(0, start - REACH) : start]
    apart = before.endswith(" ")
    for place in places():
        if (not apart or place.blank) and place.before.search(before[:-1] if apart else before):
            return place
    return None


def glued(text: str, profile: Profile) -> Iterator[Found]:
    """Citations glued to a stop, a word, a bracket, a unit, a formula or the value of a variable."""
    for match in _P.CANDIDATE.finditer(text):
        place = place_of(text, match.start())
        numbers = numbers_of(match["list"])
        if place is not None and plausible(numbers, profile) and _fits(text, match, place, profile):
            start = match.start() - (text[match.start() - 1] == " ")
            yield Found(start, match.end("list"), numbers, is_narrative(text, start))
    for match in _P.BEHIND_FORMULA.finditer(text):
        digits = _cited_digits(match["token"], match["more"], profile)
        if digits:
            numbers = numbers_of(digits + match["more"])
            yield Found(match.end("token") - len(digits), match.end(), numbers, False)
    for match in _P.BEHIND_VARIABLE.finditer(text):
        numbers = numbers_of(match["list"])
        if plausible(numbers, profile) and profile.reference_count:
            yield Found(match.start("list"), match.end(), numbers, False)


def _fits(text: str, match: re.Match[str], place: Place, profile: Profile) -> bool:
    start = match.start()
    if place.name == "stop":
        token = LAST_TOKEN.search(text, max(0, start - 1 - WINDOW), start - 1)
        return token is not None and _may_end_before_citation(token.group(), text[start - 1], profile)
    if place.name == "word":
        word = re.search(r"[A-Za-z-]+$", text[max(0, start - WINDOW) : start])
        return word is not None and _may_be_followed_by_number(word.group(), profile)
    following = _P.NEXT_WORD.match(text, match.end("list"))
    return following is None or following[1] not in data_of(__file__)["units"]


def _cited_digits(token: str, more: str, profile: Profile) -> str:
    """The last digits of a formula that are a citation, because the document names the formula without them."""
    bare = token.lstrip("([").translate(AS_HYPHEN)
    own = profile.tokens[bare]
    if not own:
        return ""  # printed with blanks inside: its last figure is not glued to it
    for length in (3, 2, 1):
        head, digits = bare[:-length], bare[-length:]
        if not digits.isdigit() or digits.startswith("0") or not re.search(r"[A-Za-z)\]\d]$", head):
            continue
        if sum(character.isupper() for character in head) < 2:
            continue
        # behind a letter the digits may be the element's own amount: "Li2S" and "Li2S8"
        if profile.tokens[head] < (own if head[-1].isdigit() or len(digits) > 2 else 2 * own + 1):
            continue
        if profile.reference_count and plausible(numbers_of(digits + more), profile):
            return digits
    return ""


def _may_end_before_citation(token: str, stop: str, profile: Profile) -> bool:
    """Whether ``token`` with ``stop`` and a bare number behind it is a word with a citation, not one number or name."""
    if not re.search(rf"[A-Za-z{END}]", token):
        return bool(YEAR.fullmatch(token)) and stop == "."
    if token[-1].isdigit() and stop == ".":
        # "Li3YCl6.57": a formula that stands elsewhere without the decimals, not an amount such as "Cl0.5".
        bare = re.sub(r"^[(α-ω]*-?", "", token).translate(AS_HYPHEN)
        part = bare.split("-")[-1]  # "glass-Li3YCl6.57", but not a sample's label: "HP-2.5"
        known = profile.tokens[bare] + profile.tokens[token.translate(AS_HYPHEN)]
        known += profile.tokens[part] if not part.isdigit() else 0
        return known > 0 and not re.search(r"(?<!\d)0$", token)
    return token.lower().lstrip("(") not in data_of(__file__)["abbreviations"]


def _may_be_followed_by_number(word: str, profile: Profile) -> bool:
    """Whether a word with a number glued to it is a word that the document uses, not a name such as "sample12"."""
    return (
        profile.words[word.lower()] > 0
        or word.lower().endswith(("workers", "worker", "colleagues"))
        or not profile.words
    )
