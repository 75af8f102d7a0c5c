"""What a process of a sentence was done to: candidates of its target, their features, and the choice between them."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from extractors.mentions import Material
from extractors.synthesis import cues
from extractors.synthesis.phrases import Group, Sentence
from extractors.synthesis.processes import Level, Process
from extractors.synthesis.sources import is_source

PROCEDURE = re.compile(r"experiment|method|synthe|prepar|procedure|fabricat|material", re.I)
_THING = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Aa]ll)\s+(?:[\w-]+\s+){0,2}(?:sample|pellet|powder|mixture|product|film|membrane|glass|"
    r"precursor|solution|slurry|material|electrolyte|ceramic)s?\b|\b[Ii]t\s(?:was|is)\b|\b[Tt]hey\b"
)
_STUDY = re.compile(r"\bet\s+al\b|\bco-?\s?workers\b|\bcolleagues\b|\bgroup\b")
LOOKED_AT = re.compile(
    r"\b(?:measur\w+|characteri[sz]\w+|impedance|diffract\w*|XRD|SEM|TEM|NMR|EIS|DSC|DTA|TGA|Raman|spectr\w+|microscop\w+|"
    r"cycl(?:ed|ing)|assembl\w+|electrodes?|cathodes?|anodes?|tests?|tested|calculat\w+|simulat\w+|AIMD|foils?)\b"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A candidate: the materials (offsets of the passage) and where they were found."""

    materials: tuple[Material, ...]
    found: str  # "sentence", "carried", "heading", "topic", "earlier", "later"
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a sentence's place: kind of section, caption, own work."""

    section: str = ""
    is_caption: bool = False
    own_work: bool = False
    under_way: bool = False  # a route is being told
    cites: bool = False  # the sentence cites a work
    topics: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)  # how often the paragraph names each definite electrolyte

    @property
    def is_procedure(self) -> bool:
        """Whether the section tells how things were made."""
        return PROCEDURE.search(self.section) is not None


@dataclass(frozen=True, slots=True)
class Link:
    """A process with its target, the probability that they belong together and the features that say so."""

    process: Process
    target: Target
    probability: float
    features: tuple[str, ...]


@cache
def weights() -> dict[str, dict[str, float]]:
    """Fitted weights of the features, for links by the level of their process and for whole routes."""
    text = (files("extractors.synthesis") / "weights.toml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, float]] = tomllib.loads(text)
    return loaded


def probability(features: Sequence[str], fitted: dict[str, float]) -> float:
    """The logistic function of the summed weights."""
    total = fitted.get("intercept", 0.0) + sum(fitted.get(name, 0.0) for name in features)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def candidates(sentence: Sentence, others: Sequence[Target]) -> Iterator[Target]:
    """The groups of a sentence and the targets from elsewhere, as candidates."""
    for group in sentence.groups:
        yield Target(group.materials, "sentence", group)
    yield from others


def features(sentence: Sentence, process: Process, token: int, target: Target, setting: Setting) -> list[str]:
    """The features of a pair; each is a name that ``weights.toml`` may give a weight."""
    found = [f"found {target.found}", *_of_process(sentence, process, token), *_of_material(target, setting)]
    found.extend(_of_place(sentence, setting))
    level = process.level
    if target.group is not None:
        shown = cues.found_in(sentence.signs, target.group.token, token)
        found.extend(f"cue {name}" for name in shown)
        if not shown:
            found.append("no cue")
        found.extend(_of_distance(sentence, token, target.group))
        if level in (Level.OPERATION, Level.TREATMENT, Level.SOLVENT):
            found.extend(f"{level} {name}" for name in shown)
    else:
        found.extend(_of_absence(sentence, target, setting, level))
    return found


def _of_process(sentence: Sentence, process: Process, token: int) -> Iterator[str]:
    yield f"level {process.level}"
    yield f"method {process.code}" if process.level is not Level.OPERATION else f"operation {process.op}"
    if process.is_verb:
        yield "process verb"
        yield f"{process.level} verb"
    elif process.surface.endswith("ing"):
        yield "process gerund"
    yield f"behind {sentence.signs[token + 1 : token + 2]}"
    yield f"before {sentence.signs[max(0, token - 1) : token]}"
    yield f"before two {sentence.signs[max(0, token - 2) : token]}"
    if "K" in sentence.signs[max(0, token - 8) : token]:
        yield "made before"
    if token < 4:
        yield "at head"
    if "Q" in sentence.signs[token + 1 : token + 6]:
        yield "conditions"
        yield f"{process.level} conditions"


def _of_material(target: Target, setting: Setting) -> Iterator[str]:
    first = target.materials[0]
    if len(target.materials) > 1:
        yield "several"
    if all(is_source(m) for m in target.materials):
        yield "source"
    if not first.electrolyte:
        yield "no electrolyte"
    if first.subject_kind == "class":
        yield "class"
    yield f"kind {first.kind}"
    if first.formula in setting.topics or first.name in setting.topics:
        yield "topic"
    count = max(setting.counts.get(m.identity, 0) for m in target.materials)
    yield f"named {'once' if count < 2 else 'twice' if count < 3 else 'often'}"
    if count and count == max(setting.counts.values()):
        yield "named most"


def _of_place(sentence: Sentence, setting: Setting) -> Iterator[str]:
    if setting.is_procedure:
        yield "procedure section"
    if setting.is_caption:
        yield "caption"
    if setting.own_work:
        yield "own work"
    if setting.cites:
        yield "cites"
    if LOOKED_AT.search(sentence.text):
        yield "looked at"
    if _STUDY.search(sentence.text):
        yield "study"
    if not set(sentence.signs) & set("KWkn"):
        yield "no making"


def _of_distance(sentence: Sentence, token: int, group: Group) -> Iterator[str]:
    gap = token - group.token
    distance = abs(gap)
    first = "target first" if gap > 0 else "process first"
    yield first
    yield f"distance {'1-3' if distance < 4 else '4-8' if distance < 9 else '9-16' if distance < 17 else '17+'}"
    between = [g for g in sentence.groups if min(token, group.token) < g.token < max(token, group.token)]
    if not between:
        yield f"nearest, {first}"
    yield f"groups {min(len(sentence.groups), 4)}"
    signs = sentence.signs
    low, high = min(token, group.token), max(token, group.token)
    for sign in set(signs[low + 1 : high]) & set("KWknUVyfoi@t4uaq!BAcNepbDEYrMmQ"):
        yield f"{first}, {sign} between"
    if high - low < 5:
        yield f"bridge {'X' if gap > 0 else 'R'}{signs[low + 1 : high]}"
    yield f"left two {signs[max(0, group.token - 2) : group.token]}"
    yield f"left {signs[max(0, group.token - 1) : group.token]}"
    yield f"right {signs[group.token + 1 : group.token + 2]}"


def _of_absence(sentence: Sentence, target: Target, setting: Setting, level: Level) -> Iterator[str]:
    yield f"{target.found} {level}"
    if setting.is_procedure:
        yield f"{target.found} in procedure"
    if _THING.search(sentence.text):
        yield f"{target.found} thing"
    if setting.under_way:
        yield f"{target.found} under way"
    definite = [g for g in sentence.groups if sentence.tokens[g.token].sign == "M"]
    yield f"{target.found}, {'others' if definite else 'sources' if sentence.groups else 'nothing'} named"
    if LOOKED_AT.search(sentence.text):
        yield f"{target.found} looked at"
    if "Q" in sentence.signs:
        yield f"{target.found} quantity"
