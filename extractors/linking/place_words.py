"""Words that point to a place of a list told before: ``the former``, ``the latter two``, ``both``, ``the last``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.linking.owner import How, Owner, is_definite
from extractors.linking.passage import Passage
from extractors.linking.pointing_words import ENDS, PLACE, SIZES
from extractors.linking.sentence import PROPERTIES

BARE = re.compile(r"(?:the|these) two (?:are|were|is|have|had|can|could|may|must)\b", re.IGNORECASE)
"""Two of whatever was told last, be it no material."""

FOLLOWS = 40
"""Characters behind pointing words in which the names that they announce begin."""

NOUN_OF_NAMES = re.compile(r"\s(?:[a-z-]+\s){0,2}(?!(?:ha|i|wa|show)s\b)[a-z-]+s[,:]?\s\(?")
"""Between pointing words and the names that they announce."""


def by_place(passage: Passage, before: Iterable[Sequence[Owner]], start: int, end: int) -> Iterator[Owner]:
    """``the former``, ``the latter two``, ``both``: their names where they stand."""
    matches = list(PLACE.finditer(passage.text, start, end))
    earlier = [_distinct(owners) for owners in before] if matches else []
    told_of_properties = _are_properties(passage, matches, end)
    for match in matches:
        if "other" in match["word"]:
            yield from _the_others(passage, match, [o for o in earlier if o], start)
        elif not told_of_properties and not _names_follow(passage, match):
            lists = _lists_before(passage, earlier, start, match)
            meant = _of_end(match["word"].lower(), lists) or _of_place(match["word"].lower(), lists)
            yield from (Owner(match.start(), match.end(), o.material, o.source, How.POINTED) for o in meant)


def _lists_before(
    passage: Passage, earlier: Sequence[list[Owner]], start: int, match: re.Match[str]
) -> list[list[Owner]]:
    """What the sentence has named, then the lists before it, with a bare ``the two`` behind a name its paragraph's."""
    named_here = [m for m in passage.materials_in(start, match.start()) if "=" not in m.surface]
    own = _distinct(Owner(m.start, m.end, m, passage) for m in named_here)
    near = own and BARE.match(passage.text, match.start()) is not None
    here = ([o for o in named if o.source is passage] for named in earlier) if near else earlier
    return [named for named in (own, *here) if named]


def _are_properties(passage: Passage, matches: Sequence[re.Match[str]], end: int) -> bool:
    """``the former rises to v and the latter falls to e``: a conductivity and an energy, no materials."""
    words = [match["word"].lower().removeprefix("the ") for match in matches]
    if words != ["former", "latter"]:
        return False
    told = [value for value in passage.quantities_in(matches[0].end(), end) if value.kind in PROPERTIES]
    return len(told) == 2 and told[0].end <= matches[1].start() < told[1].start and told[0].kind is not told[1].kind


def _names_follow(passage: Passage, match: re.Match[str]) -> bool:
    """``the two oxychlorides A and B``: the words point to what is named right behind them."""
    behind = next(iter(passage.materials_in(match.end(), match.end() + FOLLOWS)), None)
    several = any(name in match["word"].lower() for name in SIZES)
    return (
        several and behind is not None and NOUN_OF_NAMES.fullmatch(passage.text, match.end(), behind.start) is not None
    )


def _of_end(word: str, lists: Sequence[list[Owner]]) -> list[Owner]:
    """The first or the last of the list of three or more told last."""
    named: list[Owner] = next((named for named in lists if len(named) > len(ENDS)), [])
    return next((named[place] for end, place in ENDS.items() if end in word), [])


def _the_others(passage: Passage, match: re.Match[str], lists: Sequence[list[Owner]], start: int) -> Iterator[Owner]:
    """What a sentence has not named of the list told last: ``v for A and w for the other two``."""
    here = {m.identity for m in passage.materials_in(start, match.start()) if is_definite(m)}
    told = next((owners for owners in lists if len(owners) > 1), [])
    left = [o for o in told if o.material.identity not in here]
    size = next((n for name, n in SIZES.items() if name in match["word"]), len(left))
    if here and len(left) < len(told) and len(left) == size:
        yield from (Owner(match.start(), match.end(), o.material, o.source, How.POINTED) for o in left)


def _of_place(word: str, lists: Sequence[list[Owner]]) -> list[Owner]:
    """What a word for places means of the lists told before, the nearest first; () where none is long enough."""
    size = next((n for name, n in SIZES.items() if name in word), 0 if ENDS.keys() & set(word.split()) else 1)
    wanted = size if size > 1 and "latter" not in word else 2
    alone = "latter" in word and size == 1  # of two that were told one after the other it is the last
    named = next((named for named in lists if alone or len(named) >= wanted), [])
    if "former" in word:
        named = (_one_after_the_other(lists) or named)[-2:-1]
    elif "latter" in word:
        named = named[-size:]
    return named if len(named) == size else []


def _one_after_the_other(lists: Sequence[list[Owner]]) -> list[Owner]:
    """The two that the last two sentences were about, each alone."""
    return _distinct([*lists[1], *lists[0]]) if [len(named) for named in lists[:2]] == [1, 1] else []


def _distinct(owners: Iterable[Owner]) -> list[Owner]:
    """The definite materials of a sentence in their order, each once."""
    found: dict[str, Owner] = {}
    for owner in sorted(owners, key=lambda owner: owner.start):  # where it is named, not where "the former" means it
        if is_definite(owner.material) and owner.how is not How.MADE:
            found.setdefault(owner.material.identity, owner)
    return list(found.values())
