"""The registry of a document's samples, filled by a first pass over its text before any value is given away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.patterns import Pattern
from extractors.composition.assignments import assignments_in
from extractors.composition.codes import GIVES_A_NAME, cues_at
from extractors.linking.cues import fits
from extractors.mentions import Material, MaterialKind

if TYPE_CHECKING:
    from extractors.linking.passage import Passage

DOMINANT_SHARE = 0.3
"""Share of all definite mentions a material must have to be what a paper is about; no material of a review has it."""

DOMINANT_MENTIONS = 6

TITLE_SHARE = 0.03
"""Share of all definite mentions: what a title names and the text hardly comes back to is not what it is about."""

SECTION_SHARE, SECTION_MENTIONS = 0.45, 4
"""The same for one section, which is shorter and speaks of fewer materials."""

MOST_SERIES = 200
"""Mentions of series that are looked through for the values of their variables."""

LETTER_GIVEN = Pattern(r"\s?\((?:sample|specimen)\s(?P<letter>[A-H])\)")
"""Behind a material the letter it is called by: ``70Li2S-30P2S5 (sample B)``."""

WORD_GIVEN = Pattern(
    r"(?:\s?\(|,\s)(?:(?:hereafter|denoted|called|named|labell?ed|as|the)\s)*(?P<word>[\w-]{3,20})\s(?:sample|specimen)\)"
)
"""Behind a material the word it is called by: ``Na3.3Zr2Si2PO12 (Na-rich sample)``."""

LIST_GAP = re.compile(r"\s?,?\s(?:and\s)?")
"""Between the names of a list."""

_SHARE = r"\d++(?:\.\d++)?+(?:\s?(?:wt|mol|vol|at)\.?\s?%)?"
SHARES = re.compile(rf"(?<![\w.])(?P<shares>{_SHARE}(?:(?:,\s(?:and\s)?|\sand\s){_SHARE})++)(?<=%)")
"""The shares of what was added to several samples: ``0, 1 and 2 wt%``."""

ADDED_BEHIND = re.compile(r"\s(?:of\s)?")
ADDED_BEFORE = re.compile(
    r"(?:\s(?:powders?|particles?|fillers?|salts?))?\s?(?:\(|(?:in\s(?:the\s)?)?(?:amounts?|contents?|concentrations?|"
    r"loadings?|shares?)\s(?:of|from)\s)"
)
"""Between shares and what was added, which stands behind or before them: ``LiF (0, 1 and 2 wt%)``."""

NUMBER = re.compile(r"^\d+(?:\.\d+)?(?=[A-Z])|(?<=[A-Za-z-])\d+(?:\.\d+)?(?=[A-Z]?[A-Za-z]{0,2}$)")
"""The figure of a code: ``2QP-900``, ``QP-10``, ``QP-4Zn``."""

BESIDE = 40
"""Characters beside shares in which what was added stands."""

SENTENCES_BACK = 2
"""So many sentences before names given to samples their shares may stand."""

_BODY = r"(?:films?|membranes?|samples?|pellets?|ceramics?|electrolytes?|glass(?:es)?)"
WITHOUT_GIVEN = Pattern(rf"\s(?:is|was|denotes|being|refers\sto)\s(?:the|a)\s(?:\w+\s)?{_BODY}\swithout\b")
"""Behind the name of a sample words that tell it as the one that nothing was added to."""

NOTHING = "0"

ABSTRACT = re.compile(r"\W*(?:abstract|summary|highlights)\W*", re.IGNORECASE)

AS_GOOD = 0.98
"""A value told again, perhaps rounded, for a sample under another name: this share of the best one so far."""

REPEATED = 0.3
"""How much of a second reason to be the topic counts: title, headings and counts repeat one another."""


@dataclass(slots=True)
class Sample:
    """One sample: the material, its names, where it is spoken of and how often, and what its works say of it."""

    material: Material
    names: set[str] = field(default_factory=set)
    sections: Counter[str] = field(default_factory=Counter)
    in_title: bool = False
    made_here: int = 0
    """Sentences that say the authors made or measured it themselves."""

    @property
    def mentions(self) -> int:
        """How often the document speaks of it."""
        return sum(self.sections.values())


def is_sample(material: Material) -> bool:
    """Whether a mention is one of a definite material that may conduct, no series."""
    apart = material.subject_kind == "class" or material.kind in ("ion", "element")
    return material.electrolyte and not apart and not material.variables


def _names_given(passage: Passage) -> Iterator[tuple[Material, ...]]:
    """Lists of short names behind words that give them, or alone in a bracket."""
    names: list[Material] = []
    for material in (*passage.materials, None):
        gap = passage.text[names[-1].end : material.start] if names and material is not None else ""
        if material is not None and names and is_code(material) and LIST_GAP.fullmatch(gap):
            names.append(material)
            continue
        if len(names) > 1 and _are_given(passage.text, names[0].start, names[-1].end):
            yield tuple(names)
        names = [material] if material is not None and is_code(material) else []


def _shares_of(passage: Passage, names: Sequence[Material]) -> Iterator[tuple[tuple[str, str], Material]]:
    """The samples by the shares of what was added, listed in the same order shortly before; "" is added whatever."""
    index = passage.sentence_index(names[0].start)
    start, end = passage.sentences[max(0, index - SENTENCES_BACK)][0], passage.sentences[index][1]
    for told in SHARES.finditer(passage.text, start, end):
        shares = re.findall(r"(?<![\w.])\d+(?:\.\d+)?", told["shares"])
        if len(shares) == len(names):
            for word in ("", *_added(passage, told)):
                yield from (((share, word), name) for share, name in zip(shares, names, strict=True))


def _added(passage: Passage, told: re.Match[str]) -> Iterator[str]:
    """The names of the material that shares are told of, behind or before them."""
    for material in passage.materials_in(told.start() - BESIDE, told.end() + BESIDE):
        behind = ADDED_BEHIND.fullmatch(passage.text, told.end(), material.start)
        if behind or ADDED_BEFORE.fullmatch(passage.text, material.end, told.start()):
            yield from filter(None, (material.name, material.formula))


def _numbered(passage: Passage, codes: Sequence[Material]) -> Iterator[tuple[tuple[str, str], Material]]:
    """Codes with the shares that a text lists as their numbers: ``0, 2 and 4 wt% LiF`` of ``QP-0, QP-2 and QP-4``."""
    for told in SHARES.finditer(passage.text):
        shares = re.findall(r"(?<![\w.])\d+(?:\.\d+)?", told["shares"])
        found: dict[str, list[Material]] = {}
        for code in codes:
            number = NUMBER.search(code.name)
            if number is not None and number.group() in shares:
                found.setdefault(number.group(), []).append(code)
        stems = {NUMBER.sub("", named[0].name) for named in found.values()}
        if len(stems) == 1 and all(len(found.get(share, ())) == 1 for share in shares if float(share)):
            for word in ("", *_added(passage, told)):
                yield from (((share, word), named[0]) for share, named in found.items() if len(named) == 1)


def is_code(material: Material) -> bool:
    """Whether a mention is a short name of a sample."""
    return is_sample(material) and material.kind is MaterialKind.ALIAS and " " not in material.name


def _are_given(text: str, start: int, end: int) -> bool:
    """Whether the names of ``[start, end)`` stand where a text gives names."""
    if any(cue.name in GIVES_A_NAME for cue in cues_at(text, start, end)):
        return True
    return text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"


@dataclass(slots=True)
class Best:
    """The highest conductivity near room temperature so far, what it was given to, and how many were compared."""

    value: float = 0.0
    material: Material | None = None
    compared: set[str] = field(default_factory=set)

    def take(self, value: float, material: Material) -> None:
        """Take in one more value; a sample told again under another name is called by the last one."""
        self.compared.add(material.identity)
        if value >= AS_GOOD * self.value:
            self.value, self.material = max(value, self.value), material


@dataclass(slots=True)
class Samples:
    """All samples of a document by identity (composition or name), and its series with their listed values."""

    by_identity: dict[str, Sample] = field(default_factory=dict)
    series: list[Material] = field(default_factory=list)
    values: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Series' identity → variable → the values the document lists for it, as written."""
    section_mentions: Counter[str] = field(default_factory=Counter)
    lettered: dict[str, str] = field(default_factory=dict)
    """``sample B`` → the composition that the text gives it."""
    worded: dict[str, str] = field(default_factory=dict)
    """``bare`` (sample) → the composition that the text gives it."""
    lists: list[tuple[Passage, tuple[Material, ...]]] = field(default_factory=list, repr=False)
    """Names that the text gives to several samples at once: ``denoted as PL0, PL5 and PL10``."""
    by_share: dict[tuple[str, str], Material] = field(default_factory=dict)
    """Share and name of an addition → the sample called so: ``with 0, 1 and 2 wt% LiF (LF0, LF1, LF2)``."""
    headings: dict[str, tuple[Material, ...]] = field(default_factory=dict)
    """Title of a section → the materials that it names."""
    best: Best = field(default_factory=Best)
    """The best of the samples whose own values were given away so far."""
    routes: list[Any] = field(default_factory=list, repr=False)
    """The routes that the paper's procedures have told so far."""
    _topics: dict[str, list[tuple[Material, dict[str, float]]]] = field(default_factory=dict, repr=False)

    def topics(self, section: str) -> list[tuple[Material, dict[str, float]]]:
        """What the document and a section are about, each with what speaks for it."""
        if section not in self._topics:
            self._topics[section] = self._topics_of(section)
        return self._topics[section]

    def _topics_of(self, section: str) -> list[tuple[Material, dict[str, float]]]:
        total = sum(self.section_mentions.values())
        found = []
        headed, abstract = self._heading_of(section), self._subject_of_abstract()
        for sample in self.by_identity.values():
            features = {}
            if headed is not None and sample.material.identity == headed.identity:
                features["topic_heading"] = 1.0
            if sample.material.identity == abstract:
                features["topic_title"] = 1.0
            if sample.in_title and sample.mentions >= TITLE_SHARE * total:
                features["topic_title"] = 1.0
            if sample.mentions >= max(DOMINANT_MENTIONS, DOMINANT_SHARE * total):
                features["topic_dominant"] = 1.0
            here = self.section_mentions[section]
            if section and sample.sections[section] >= max(SECTION_MENTIONS, SECTION_SHARE * here):
                features["topic_section"] = 1.0
            for name in tuple(features)[1:]:
                features[name] = REPEATED
            if features and sample.made_here:
                features["topic_made"] = 1.0
            if features:
                found.append((sample.material, features))
        return found

    def _subject_of_abstract(self) -> str | None:
        """The one definite material that the abstract names."""
        named = {
            identity
            for identity, sample in self.by_identity.items()
            if any(ABSTRACT.fullmatch(section) for section in sample.sections)
        }
        return named.pop() if len(named) == 1 else None

    def _heading_of(self, section: str) -> Material | None:
        """The one definite material that the title of a section names, which is then a sample of the document."""
        told = (m for m in self.headings.get(section, ()) if not fits("effect_of", section[: m.start]))
        named = {m.identity: m for m in told if is_sample(m)}
        if len(named) != 1:
            return None
        material = next(iter(named.values()))
        self.by_identity.setdefault(material.identity, Sample(material))
        return material

    def materials(self) -> Iterator[Material]:
        """The materials of the samples, those first that the document names first."""
        return (sample.material for sample in self.by_identity.values())

    def listed(self, passage: Passage, position: int) -> Iterator[tuple[Material, Passage, tuple[str, list[str]]]]:
        """The nearest series before a position whose only variable has its values listed somewhere."""
        source: Passage | None = passage
        while source is not None:
            for material in reversed([m for m in source.materials if source is not passage or m.start < position]):
                listed = self.values.get(material.identity, {})
                if len(material.variables) == 1 and len(listed) == 1:
                    yield material, source, next(iter(listed.items()))
            source = source.before

    def fill(self, passages: Iterable[tuple[Passage, str]], titles: Sequence[Material]) -> None:
        """Take in every mention of the document; ``passages`` with their sections, ``titles`` the title's materials."""
        passages = list(passages)
        for passage, section in passages:
            for material in passage.materials:
                self._take(passage, section, material)
            for names in _names_given(passage):
                self.lists.append((passage, names))
                self.by_share.update(_shares_of(passage, names))
        codes = [material for material in self.materials() if is_code(material)]
        for passage, _ in passages if codes else ():
            self.by_share = dict(_numbered(passage, codes)) | self.by_share
        for material in titles:
            if material.variables:
                self.series.append(material)
            elif is_sample(material):
                self.by_identity.setdefault(material.identity, Sample(material)).in_title = True

    def named_together(self, number: int) -> tuple[Passage, tuple[Material, ...]] | None:
        """The only so many names that the document gives to samples at once."""
        told = {tuple(m.name for m in names): (source, names) for source, names in self.lists if len(names) == number}
        return next(iter(told.values())) if len(told) == 1 else None

    def with_share(self, share: str, names: Iterable[str], section: str) -> Material | None:
        """The sample that the text calls by a share of one of the names; an abstract stands before such names."""
        if ABSTRACT.fullmatch(section):
            return None
        return next((self.by_share[share, name] for name in names if (share, name) in self.by_share), None)

    def without_addition(self, section: str) -> Material | None:
        """The sample, called by a name of its own, that nothing was added to."""
        return self.with_share(NOTHING, ("",), section)

    def _take(self, passage: Passage, section: str, material: Material) -> None:
        if material.variables:
            if len(self.series) < MOST_SERIES:
                self.series.append(material)
                self._list_values(passage, material)
            return
        if not is_sample(material):
            return
        sample = self.by_identity.setdefault(material.identity, Sample(material))
        sample.names.add(material.name)
        if (given := LETTER_GIVEN.match(passage.text, material.end)) is not None:
            self.lettered[f"sample {given['letter']}"] = material.identity
        if WITHOUT_GIVEN.match(passage.text, material.end):
            self.by_share[NOTHING, ""] = material
        if (given := WORD_GIVEN.match(passage.text, material.end)) is not None:
            self.worded[given["word"]] = material.identity
        sample.sections[section] += 1
        self.section_mentions[section] += 1
        index = passage.sentence_index(material.start)
        if fits("made_here", passage.sentence_text(index)[:400]):
            sample.made_here += 1

    def _list_values(self, passage: Passage, material: Material) -> None:
        """Take in the values that the series' own sentence gives to its variables."""
        start, end = passage.sentences[passage.sentence_index(material.start)]
        for told in assignments_in(passage.text, start, end):
            if told.variable in material.variables and len(told.items) > 1:
                known = self.values.setdefault(material.identity, {}).setdefault(told.variable, [])
                known.extend(item for _, _, item in told.items if item not in known)
