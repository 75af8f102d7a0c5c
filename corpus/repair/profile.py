"""What a document shows of its own habits: computed once from the raw text, read by every rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypedDict

from corpus.elements import SYMBOL
from corpus.patterns import Pattern, read_patterns
from corpus.repair.author_years import Work
from corpus.repair.patterns import LIGATURES, LOST_HYPHENS
from corpus.repair.running_words import glued_words, is_known
from corpus.repair.substituted_signs import ALWAYS, Substitute, greek_letters, substitutes_in
from corpus.signs import AS_HYPHEN

HABITS = read_patterns(__file__, symbol=SYMBOL)

_SPACED_SCRIPTS = (
    HABITS.SPACED_POWER, HABITS.SPACED_UNIT, HABITS.SPACED_ION, HABITS.SPACED_CLUSTER, HABITS.SPACED_PRESSURE
)  # fmt: skip
_SPACED_CITATIONS = (HABITS.SPACED_BEHIND_STOP, HABITS.SPACED_BEFORE_STOP)


_A_HABIT = 3
_LONG_MEMBER = 3  # letters: "Li-In" and "LiIn" are told apart by their author
_SHORT = 4000  # characters; in a shorter text two times are a habit


@dataclass(frozen=True, slots=True)
class Profile:
    """Habits of one document. The default is that of a text of which nothing is known."""

    tokens: Counter[str] = field(default_factory=Counter)  # how often each token stands, dashes as "-", as written
    words: Counter[str] = field(default_factory=Counter)  # the same in lower case, letters only at the ends
    line_wrapped: bool = False  # lines end at the column's edge, not at the paragraph's end
    bracket_citations: int = 0  # how often "[12]" stands
    marked_citations: int = 0  # how often a marked superscript number follows a word
    glued_citations: int = 0  # how often a bare number is glued to the end of a word: "cells.12"
    reference_count: int | None = None  # size of the bibliography, when known
    works: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)  # its entries by their first author
    substitutes: tuple[Substitute, ...] = ALWAYS  # signs that stand for others because a font was lost
    greek: frozenset[str] = frozenset()  # Latin letters that stand for Greek ones before a hyphen: "b-Li3PS4"
    spaced_scripts: bool = False  # sub- and superscripts stand apart by blanks: "10 -4 S cm -1"
    spaced_punctuation: bool = False  # commas, stops and brackets stand apart by blanks: "0 . 53 eV ( 36 ) ,"
    spaced_citations: int = 0  # how often a citation stands apart by a blank: "cells. 12 We"
    parenthesised_citations: int = 0  # how often a number in parentheses stands behind a word: "cells (12)"
    hyphens_apart: bool = False  # words are broken by a hyphen and a blank: "conduc- tivity"
    lost_hyphens: bool = False  # compounds lost their hyphen at line ends: "roomtemperature"
    joined_names: Mapping[str, int] = field(default_factory=dict)  # "LiTFSILLZO" and where its hyphen was
    glyph_broken: Counter[str] = field(default_factory=Counter)  # tokens right before the name of a ligature
    glued_words: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # "andthe" and where to cut it
    lost_ligatures: bool = False  # "fi", "fl" ... were dropped

    @property
    def cites_in_brackets(self) -> bool:
        """Whether "[12]" is the document's way to cite."""
        return self.bracket_citations > max(self.marked_citations, self.glued_citations)

    @property
    def cites_spaced(self) -> bool:
        """Whether bare numbers between blanks may be citations."""
        enough = 1 if self.spaced_scripts else _A_HABIT
        others = max(
            self.bracket_citations, self.marked_citations, self.parenthesised_citations if self.spaced_scripts else 0
        )
        return self.spaced_citations >= enough and self.spaced_citations > others

    @property
    def cites_in_parentheses(self) -> bool:
        """Whether "(12)" is the document's way to cite."""
        others = self.bracket_citations, self.marked_citations, self.glued_citations, self.spaced_citations
        enough = _A_HABIT if self.reference_count is None else _A_HABIT - 1
        return self.parenthesised_citations >= enough and self.parenthesised_citations > max(others)

    @property
    def cites_glued(self) -> bool:
        """Whether bare numbers at the ends of words may be citations; not when the document cites in another way."""
        return self.bracket_citations + self.marked_citations <= self.glued_citations


def _sets_commas_apart(raw: str) -> bool:
    """Whether most commas have a blank before them."""
    apart = len(HABITS.SPACED_COMMA.findall(raw))
    return apart >= _A_HABIT and apart > len(HABITS.COMMA.findall(raw))


def _is_line_wrapped(raw: str) -> bool:
    """Whether lines are short, about equally long, and often end in a hyphen or without a full stop."""
    lengths = [len(line) for line in raw.split("\n") if len(line) > 8]
    if len(lengths) < 8:
        return False
    lengths.sort()
    return lengths[len(lengths) // 2] < 120 and lengths[int(0.98 * (len(lengths) - 1))] < 260


def _joined_names(tokens: Mapping[str, int], words: Counter[str]) -> dict[str, int]:
    """Words and members of names that stand elsewhere, no more rarely, as two with a hyphen between them.

    A converter that joins what a line's end broke takes the hyphen of "PEO-LiTFSI-" before "LLZO" with it.
    """
    members: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for token, count in tokens.items():
        parts = token.split("-")
        members.update(dict.fromkeys(parts, count))
        pairs.update(dict.fromkeys(pairwise(parts), count))
    return {
        first + second: len(first)
        for (first, second), count in pairs.items()
        if 0 < members[first + second] <= count
        and all(len(part) >= _LONG_MEMBER and _may_stand_alone(part, words) for part in (first, second))
    }


def _may_stand_alone(part: str, words: Counter[str]) -> bool:
    """Whether half of a compound is a name or a word, not a prefix or a number."""
    return is_known(part, words) if part.islower() else any(map(str.isalpha, part))


def _with_usual_signs(raw: str) -> str:
    """The text as its tokens are kept: hyphens for dashes, letters for ligatures."""
    raw = raw.translate(AS_HYPHEN)
    for ligature, letters in LIGATURES.items():
        raw = raw.replace(ligature, letters)
    return raw


def _count(patterns: Iterable[Pattern], raw: str) -> int:
    return sum(len(pattern.findall(raw)) for pattern in patterns)


def profile_of(raw: str, lost_font: bool = False, scripts_apart: bool = False) -> Profile:
    """The profile of a document from its text, signs read; its bibliography is added when it is known.

    ``lost_font`` tells that signs of a mathematical font were lost and inferred, ``scripts_apart`` that those of
    scripts stood between blanks.
    """
    tokens: Counter[str] = Counter()
    for token, count in Counter(HABITS.TOKEN.findall(_with_usual_signs(raw))).items():
        tokens[token.rstrip(".")] += count
    words: Counter[str] = Counter()
    for token, count in tokens.items():
        words[token.lower()] += count
    return Profile(
        tokens=tokens,
        words=words,
        line_wrapped=_is_line_wrapped(raw),
        substitutes=substitutes_in(raw, lost_font),
        greek=greek_letters(raw),
        spaced_scripts=scripts_apart
        or _count(_SPACED_SCRIPTS, raw) >= (_A_HABIT if len(raw) > _SHORT else _A_HABIT - 1),
        spaced_punctuation=_sets_commas_apart(raw),
        hyphens_apart="- " in raw and len(HABITS.HYPHEN_APART.findall(raw)) >= _A_HABIT,
        lost_hyphens=any(word in words for word in LOST_HYPHENS),
        joined_names=_joined_names(tokens, words),
        glyph_broken=Counter(token.lower() for token in HABITS.BEFORE_GLYPH.findall(raw))
        if "/uni" in raw
        else Counter(),
        lost_ligatures=bool(HABITS.LOST_LIGATURE.search(raw)),
        glued_words=glued_words(words),
        **_ways_to_cite(raw),
    )


def citing_as_in(profile: Profile, raw: str) -> Profile:
    """The profile of a document as it holds for a chapter whose text is ``raw``, which cites in its own way."""
    own = replace(profile, **_ways_to_cite(raw))
    in_brackets, marks = own.bracket_citations + own.parenthesised_citations, own.marked_citations
    cites = max(in_brackets, marks, own.glued_citations, own.spaced_citations) >= _A_HABIT
    return own if cites else profile  # a short appendix goes on as the document does


class _Ways(TypedDict):
    """How often a text cites in each way."""

    bracket_citations: int
    marked_citations: int
    glued_citations: int
    spaced_citations: int
    parenthesised_citations: int


def _ways_to_cite(raw: str) -> _Ways:
    return {
        "bracket_citations": len(HABITS.BRACKET_CITATION.findall(raw)),
        "marked_citations": len(HABITS.MARKED_CITATION.findall(raw)),
        "glued_citations": len(HABITS.GLUED_CITATION.findall(raw)),
        "spaced_citations": _count(_SPACED_CITATIONS, raw),
        "parenthesised_citations": len(HABITS.PARENTHESISED_CITATION.findall(raw)),
    }
