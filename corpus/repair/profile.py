"""What a document shows of its own habits: computed once from the raw text, read by every rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypedDict

from corpus.elements import SYMBOL
from corpus.repair.author_years import Work
from corpus.repair.patterns import (
    DOLLAR_FOR_DOT,
    GREEK_OF_LATIN,
    HYPHEN_GOES_ON,
    LATIN_FOR_GREEK,
    LIGATURES,
    LOST_HYPHENS,
    RELATION_BY_LETTER,
)
from corpus.repair.running_words import glued_words
from corpus.signs import AS_HYPHEN

# Each is sought through the whole text: it begins with a sign that tells, what stands before that is looked back at.
_TOKEN = re.compile(r"[^\s,;:!?()\[\]{}\"“”'’]+")
_BRACKET_CITATION = re.compile(r"\[\s{0,2}\d{1,3}(?:\s?[,;–−-]\s?\d{1,3})*\s{0,2}\]")
_WORD_BEFORE = r"(?:(?<=[a-z)\]].)|(?<=[a-z)\]][.,;\s].)|(?<=[a-z)\]][.,;]\s.))"
_MARKED_CITATION = re.compile(
    rf"[⁰¹²³⁴⁵⁶⁷⁸⁹^]{_WORD_BEFORE}(?:(?<=\^)\{{?\d{{1,3}}(?:[,–-]\d{{1,3}})*\}}?|(?<!\^)[⁰¹²³⁴⁵⁶⁷⁸⁹]*)(?=[\s.,;:)]|$)"
)
_GLUED_CITATION = re.compile(
    r"[.,](?<=[a-z]{3}.)\d{1,3}(?:[,–]\d{1,3})*+(?=\s|$)|\d(?<=[a-z]{4}\d)\d{0,2}(?:[,–-]\d{1,3})*+(?=[\s.,;])"
)
_LATEX = ("\\text", "\\times", "_{", "$_", "$^", "\\begin{")
_AT_MOST = re.compile(r"(?:[\d.]|\b[xyzδ])\s?#\s*(?:[\d.]|[xyzδ]\b)")
_AT_MOST_BY_PERCENT = re.compile(r"[\d.] % [xyzδ] % [\d.]")
_DOT_BY_DOLLAR = re.compile(DOLLAR_FOR_DOT)
_OHM_BY_U = re.compile(r"\d [kM]?U(?= cm|[.,;)]| [a-z])")
_BAR_BY_J = re.compile(rf"j(?<=[\da-zA-Z)]j)(?=(?:{SYMBOL}|[A-Z]{{2}}))")
_LATIN_FOR_GREEK = re.compile(LATIN_FOR_GREEK)
_AMORPHOUS_A = re.compile(r"amorphous[^.()]{0,80}\(\s?a-")
_THETA_BY_Q = re.compile(r"\b2q\s?(?:=|\(|range|angle|of\b)")
# "10 -4 S cm -1", "Li 6 PS 5 Cl": scripts set apart by blanks and left without marks.
_SPACED_SCRIPTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"10 (?:(?<=×10 )|(?<=× 10 )|(?<=\d 310 )|(?<=\d 3 10 )) *[−-] ?\d",
        r"cm (?:(?<=[Ss]cm )|(?<=[Ss] cm )|(?<=[Ss]  cm )) *[−-] ?1\b",
        r"(?:Li|Na) (?<!\w...)(?:\d(?:\.\d+)? [A-Z][A-Za-z]?[ \d]"
        r"| *\+ +(?:ions?|cat|and|or|cond|trans|migr|super|diff|mobil|[,.)]))",
        r"B(?<!\w.)\d{1,2} H\d",
        r"10 -\d m?bar",
    )
)
_PARENTHESISED_CITATION = re.compile(
    r" \((?:(?<=[a-z)\]\d] \()(?<!tep \()(?<!tion \()(?<!igure \()(?<!able \()(?<!\d\d \() ?|(?<=\w \() )"
    r"\d{1,3}(?: ?[,–-] ?\d{1,3})* ?\)(?=[ .,;)])"
)
# Of a lost font: "glass e ceramic" for the dash.
_DASH_BY_E = re.compile(r" e (?<=[a-z\d] e )(?=[a-z\d])")
_HYPHEN_APART = re.compile(rf"[a-z]{{2}}- {HYPHEN_GOES_ON}")
_RELATION_BY_LETTER = re.compile(RELATION_BY_LETTER)
_SPACED_CITATIONS = (
    re.compile(r"[.,] (?<=[a-z)\]C]. )\d{1,3}(?: ?[,–-] ?\d{1,3})*(?: (?=[A-Z])|$)", re.MULTILINE),
    re.compile(r" (?<=[a-z]{3} )\d{1,3}(?:[,–-]\d{1,3})* [.,](?=\s)"),
)
_LOST_LIGATURE = re.compile(
    r"(?<![\w\ue000-\uf8ff])(?<!uniFB0\d )"
    r"(?:signicant(?:ly)?|specic(?:ally)?|modied|dened|conguration|ammable|uorine|sulde)\b"
)


_SPACED_COMMA = re.compile(r" ,(?<=\w ,)(?= )")
_COMMA = re.compile(r",(?<=\w,)(?= )")
_BEFORE_GLYPH = re.compile(r"([A-Za-z]+) /uniFB0")
_A_HABIT = 3
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
    hash_is_at_most: bool = False  # "#" stands for the sign of "at most", whose font was lost
    percent_is_at_most: bool = False  # "%" does: "0 % x % 1"
    dollar_is_dot: bool = False  # "$" stands for the middle dot
    u_is_ohm: bool = False  # "U" stands for the ohm sign
    j_is_bar: bool = False  # "j" stands for the bar between the parts of a cell
    q_is_theta: bool = False  # "2q" is the diffraction angle
    greek: frozenset[str] = frozenset()  # Latin letters that stand for Greek ones before a hyphen: "b-Li3PS4"
    letters_are_relations: bool = False  # "(Z1 mS" stands for "(≥1 mS", in a text that lost a mathematical font
    e_is_dash: bool = False  # "e" between blanks stands for a dash
    spaced_scripts: bool = False  # sub- and superscripts stand apart by blanks: "10 -4 S cm -1"
    spaced_punctuation: bool = False  # commas, stops and brackets stand apart by blanks: "0 . 53 eV ( 36 ) ,"
    spaced_citations: int = 0  # how often a citation stands apart by a blank: "cells. 12 We"
    parenthesised_citations: int = 0  # how often a number in parentheses stands behind a word: "cells (12)"
    hyphens_apart: bool = False  # words are broken by a hyphen and a blank: "conduc- tivity"
    lost_hyphens: bool = False  # compounds lost their hyphen at line ends: "roomtemperature"
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


def _greek_letters(raw: str) -> frozenset[str]:
    """Latin letters before formulas, when the document has none of the Greek letters they would stand for."""
    found = Counter(match.group(1) for match in _LATIN_FOR_GREEK.finditer(raw))
    letters = {letter for letter in found if GREEK_OF_LATIN[letter] not in raw}
    if _AMORPHOUS_A.search(raw):
        letters.discard("a")
    return frozenset(letters)


def _sets_commas_apart(raw: str) -> bool:
    """Whether most commas have a blank before them."""
    apart = len(_SPACED_COMMA.findall(raw))
    return apart >= _A_HABIT and apart > len(_COMMA.findall(raw))


def _is_line_wrapped(raw: str) -> bool:
    """Whether lines are short, about equally long, and often end in a hyphen or without a full stop."""
    lengths = [len(line) for line in raw.split("\n") if len(line) > 8]
    if len(lengths) < 8:
        return False
    lengths.sort()
    return lengths[len(lengths) // 2] < 120 and lengths[int(0.98 * (len(lengths) - 1))] < 260


def _with_usual_signs(raw: str) -> str:
    """The text as its tokens are kept: hyphens for dashes, letters for ligatures."""
    raw = raw.translate(AS_HYPHEN)
    for ligature, letters in LIGATURES.items():
        raw = raw.replace(ligature, letters)
    return raw


def _count(patterns: Iterable[re.Pattern[str]], raw: str) -> int:
    return sum(len(pattern.findall(raw)) for pattern in patterns)


def _replaces(raw: str, substitute: str, shown: re.Pattern[str], *own: str) -> bool:
    """Whether a text without signs of its ``own`` has a substitute for them, where ``shown`` finds it."""
    return substitute in raw and not any(sign in raw for sign in own) and shown.search(raw) is not None


def profile_of(raw: str, lost_font: bool = False, scripts_apart: bool = False) -> Profile:
    """The profile of a document from its text, signs read; its bibliography is added when it is known.

    ``lost_font`` tells that signs of a mathematical font were lost and inferred, ``scripts_apart`` that those of
    scripts stood between blanks.
    """
    tokens: Counter[str] = Counter()
    for token, count in Counter(_TOKEN.findall(_with_usual_signs(raw))).items():
        tokens[token.rstrip(".")] += count
    words: Counter[str] = Counter()
    for token, count in tokens.items():
        words[token.lower()] += count
    return Profile(
        tokens=tokens,
        words=words,
        line_wrapped=_is_line_wrapped(raw),
        hash_is_at_most=_replaces(raw, "#", _AT_MOST, "≤"),
        percent_is_at_most=_replaces(raw, "%", _AT_MOST_BY_PERCENT, "≤"),
        dollar_is_dot=_replaces(raw, "$", _DOT_BY_DOLLAR, *_LATEX),
        u_is_ohm=_replaces(raw, "U", _OHM_BY_U, "Ω", "\\Omega"),
        j_is_bar=len(_BAR_BY_J.findall(raw)) > 1,
        q_is_theta=_replaces(raw, "2q", _THETA_BY_Q, "θ"),
        greek=_greek_letters(raw),
        letters_are_relations=lost_font and bool(_RELATION_BY_LETTER.search(raw)),
        e_is_dash=len(_DASH_BY_E.findall(raw)) >= _A_HABIT,
        spaced_scripts=scripts_apart
        or _count(_SPACED_SCRIPTS, raw) >= (_A_HABIT if len(raw) > _SHORT else _A_HABIT - 1),
        spaced_punctuation=_sets_commas_apart(raw),
        hyphens_apart="- " in raw and len(_HYPHEN_APART.findall(raw)) >= _A_HABIT,
        lost_hyphens=any(word in words for word in LOST_HYPHENS),
        glyph_broken=Counter(token.lower() for token in _BEFORE_GLYPH.findall(raw)) if "/uni" in raw else Counter(),
        lost_ligatures=bool(_LOST_LIGATURE.search(raw)),
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
        "bracket_citations": len(_BRACKET_CITATION.findall(raw)),
        "marked_citations": len(_MARKED_CITATION.findall(raw)),
        "glued_citations": len(_GLUED_CITATION.findall(raw)),
        "spaced_citations": _count(_SPACED_CITATIONS, raw),
        "parenthesised_citations": len(_PARENTHESISED_CITATION.findall(raw)),
    }
