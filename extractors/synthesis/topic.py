"""What a sentence that names nothing definite is about: a thing named before, or one whose ways of making are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.composition.lexicon import entry
from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind, SubjectKind
from extractors.synthesis.masking import MaskedSentence, NamedMethod, moved
from extractors.synthesis.method_choice import MINOR
from extractors.synthesis.naming import is_definite
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.route import Route
from extractors.synthesis.targets import is_precursor
from extractors.synthesis.telling import Said
from extractors.synthesis.vocabulary import find_methods

_REACH = 3  # sentences before one that calls a thing by its kind in which it is named
_CODE_REACH = 40  # characters in front of a kind whose words a short name may abbreviate too


def member_made(said: Said, targets: list[Material]) -> list[Material]:
    """The member of a series that a sentence gives the variable of ("M was made by R for x = 0.3"), else targets."""
    if len(targets) != 1 or targets[0].kind != MaterialKind.SERIES:
        return targets
    given = [m for m in said.materials if PROCEDURES.ONE_VALUE.fullmatch(said.text, m.start, m.end)]
    only = len(given) == 1 and len(PROCEDURES.ANY_VALUE.findall(said.text)) == 1
    only = only and PROCEDURES.MORE_VALUES.match(said.text, given[0].end) is None
    told = only and PROCEDURES.FOR_VALUE.search(said.text, targets[0].end - said.start, given[0].start)
    return said.placed(given) if told else targets


def coded_kind(said: Said, targets: list[Material]) -> list[Material]:
    """A target that is called by its kind and given a short name of its own there: "a dual-layer electrolyte (DLE)"."""
    if len(targets) != 1 or targets[0].subject_kind != "class":
        return targets
    kind = moved(targets[0], -said.start)
    code = PROCEDURES.OWN_CODE.match(said.text, kind.end)
    if code is None or not PROCEDURES.ONE_BEFORE.search(said.text, 0, kind.start) or entry(code["code"]) is not None:
        return targets
    initials = iter(re.sub(r"[^a-z]", "", said.text[max(0, kind.start - _CODE_REACH) : kind.end].lower()))
    if not all(letter in initials for letter in code["code"].lower()):
        return targets
    named = replace(kind, end=code.end(), surface=said.text[kind.start : code.end()], name=code["code"])
    return said.placed([replace(named, subject_kind=SubjectKind.SPECIFIC, kind=MaterialKind.ALIAS)])


def sample_meant(said: Said, targets: list[Material]) -> list[Material]:
    """The sample that a sentence says its treatment is for: "For A-SPS, powder of A was densified by R"."""
    if not targets or any(m.subject_kind == "class" for m in targets):
        return targets
    meant = _meant_first(said) or _coded_behind(said, targets)
    return said.placed(meant) if len(meant) == 1 else targets


def _meant_first(said: Said) -> list[Material]:
    """The sample at the head of a sentence that its treatment is for."""
    named = (m for m in said.materials if m.electrolyte and m.subject_kind == "specific")
    first = [m for m in named if PROCEDURES.FOR_SAMPLE.fullmatch(said.text[: m.start])]
    return [m for m in first if PROCEDURES.THEN_TOLD.match(said.text, m.end)]


def _coded_behind(said: Said, targets: list[Material]) -> list[Material]:
    """The name in brackets that goes on that of the thing treated: "A was sintered at 900 °C (A-900)"."""
    coded = [m for m in said.materials if any(m.name.startswith(f"{t.name}-") for t in targets)]
    return [m for m in coded if said.text[m.start - 1 : m.start] == "(" and said.text[m.end : m.end + 1] == ")"]


def named_so(said: Said) -> list[Material]:
    """What the thing just made is named by a sentence of its own: "This ceramic is called A-SPS"; [] where none."""
    told = [m for m in said.materials if m.subject_kind == "specific" and not is_precursor(m)]
    if len(told) != 1 or not PROCEDURES.NAMED_SO.fullmatch(said.text[: told[0].start]):
        return []
    return said.placed(told)


def doped_sample(said: Said, targets: Sequence[Material]) -> list[Material]:
    """The composition that a sentence gives what was only told as doped: "The doped electrolyte M"; [] where none."""
    if len(targets) != 1 or targets[0].formula is not None or not PROCEDURES.DOPED_NAME.search(targets[0].name):
        return []
    told = [m for m in said.materials if m.formula == m.name and PROCEDURES.THE_DOPED.search(said.text, 0, m.start)]
    return said.placed(told) if len(told) == 1 else []


def made_in_ways(said: Said, sentence: MaskedSentence) -> list[Material]:
    """The one thing of which a sentence says that there are several ways of making it; [] where it says none."""
    definite = {m.name: m for m in said.materials if is_definite(m)}
    ways = FRAMES.SEVERAL_WAYS.search(said.text) and FRAMES.MAKE.search(sentence.masked)
    return said.placed(definite.values()) if ways and len(definite) == 1 else []


def ways_told(sentence: MaskedSentence, told: set[int]) -> list[NamedMethod]:
    """The methods of a sentence that names no other thing, but for those in ``told`` (by id) and those not used."""
    if any(map(is_definite, sentence.materials)):
        return []
    new = [n for n in sentence.methods if not n.is_minor and id(n) not in told]
    return [n for n in new if not FRAMES.NO_METHOD.match(sentence.masked, sentence.hidden(n.mention.start) + 1)]


def method_pointed_at(passage: Passage, said: Said, span: tuple[int, int] | None, told: Route | None) -> Route | None:
    """The method that "this method" means where the sentences before name one that no route before was told by."""
    if span is None or not said.text[span[0] :].lower().startswith("this"):
        return None
    begin, _ = passage.sentences[max(said.index - _REACH, 0)]
    named = [method.code for _, method in find_methods(passage.text[begin : said.start]) if method.code not in MINOR]
    if not named or (told is not None and named[-1] in told.methods):
        return None
    return Route([], said.index, "same method", named=[named[-1]])
