"""A sentence as labelled tokens: every list of materials and every process is one token, every other word its class."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind, Quantity
from extractors.synthesis.processes import Process, find_processes
from extractors.synthesis.sources import is_source
from extractors.synthesis.vocabulary import find_solvents

TARGET, PROCESS = "X", "R"  # the pair of which a cue is asked
MATERIAL, SOURCE, OTHER_PROCESS, QUANTITY, WORD = "M", "m", "r", "Q", "x"
_SPLIT = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*+|\d++(?:\.\d++)?+|[^\sA-Za-z\d]")
_PHRASES = 4  # words of the longest phrase in words.toml
_SIGNS = {",": ",", "(": "(", "[": "(", ")": ")", "]": ")", ";": ";", ":": ":", "/": "/"}
# between members of a list of materials: "M, M and cubic M"
_LIST = re.compile(r"[xvd]{0,2}(?:\([^()]{0,8}\))?(?:,c?|c|/)[xdv]{0,2}")
_BRACKETED = re.compile(r"N?\(")
_FAMILY_GAP = re.compile(
    r"[\s-]*(?:type|structured|based|like|rich)?[\s-]*(?:in\s+the\s+form\s+(?:of\s+)?|of\s+(?:the\s+)?composition\s+|"
    r"(?!(?:and|or|in|on|by|via|with|to|is|are|was|were|using|for|from|at)\b)[\w-]+\s+){0,2}\(?"
)
_JOINED_BODY = re.compile(
    r"\s*+(?:[\w-]+\s++)?(?:composites?|hybrids?|blends?|membranes?|electrodes?|cathodes?|mixtures?)\b"
)
_FILM_NEAR = re.compile(r"\s*+(?:[\w-]+\s++)?(?:films?|layers?|coatings?|interlayers?)\b")


@dataclass(frozen=True, slots=True)
class Token:
    """One labelled token over ``[start, end)`` of its sentence."""

    start: int
    end: int
    sign: str


@dataclass(frozen=True, slots=True)
class Group:
    """Materials told in one list, by the index of their token."""

    materials: tuple[Material, ...]
    token: int

    @property
    def start(self) -> int:
        """Where its first material begins in the sentence."""
        return self.materials[0].start


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its tokens, groups of materials, processes with their tokens, and its place."""

    text: str
    start: int
    tokens: tuple[Token, ...]
    groups: tuple[Group, ...]
    processes: tuple[tuple[Process, int], ...]
    signs: str  # the classes of all tokens, one sign a token


@cache
def word_classes() -> dict[str, str]:
    """The sign of each class of words by its name."""
    return {name: str(entry["sign"]) for name, entry in _load().items()}


def label(passage: Passage, start: int, end: int) -> Sentence:
    """The labelled tokens of the sentence at ``[start, end)`` of a passage."""
    text = passage.text[start:end]
    named = [_moved(m, -start) for m in passage.materials_in(start, end) if m.end <= end]
    quantities = [q for q in passage.quantities_in(start, end) if q.end <= end]
    processes = find_processes(text, named)
    materials = _makeable(text, named, processes)
    tokens, materials_at, processes_at = _tokens(text, start, materials, quantities, processes)
    signs = "".join(token.sign for token in tokens)
    return _grouped(Sentence(text, start, tuple(tokens), (), tuple(processes_at), signs), materials_at)


def _moved(material: Material, shift: int) -> Material:
    return replace(material, start=material.start + shift, end=material.end + shift)


@cache
def _load() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads((files("extractors.synthesis") / "words.toml").read_text(encoding="utf-8"))


@cache
def _finders() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    words: dict[str, str] = {}
    patterns: list[tuple[re.Pattern[str], str]] = []
    for entry in _load().values():
        sign = str(entry["sign"])
        for word in entry.get("words", []):
            words.setdefault(word, sign)
        patterns.extend((re.compile(pattern, re.I), sign) for pattern in entry.get("patterns", []))
    return words, patterns


@cache
def _sign_of(word: str) -> str:
    words, patterns = _finders()
    if word.lower() in words:
        return words[word.lower()]
    return next((sign for pattern, sign in patterns if pattern.fullmatch(word)), _SIGNS.get(word, WORD))


def _makeable(text: str, materials: Sequence[Material], processes: Sequence[Process]) -> list[Material]:
    """The materials a route can be of: no ions, bare elements, solvents, nor a family that only describes another."""
    solvents = {(s.start, s.end) for s in find_solvents(text)}
    kept: list[Material] = []
    for material in _joined(text, materials):
        if material.kind == "ion" or (material.start, material.end) in solvents:
            continue
        if material.kind == "element" and not _FILM_NEAR.match(text, material.end):
            continue
        if any(p.start < material.end and material.start < p.end for p in processes):
            continue
        last = kept[-1] if kept else None
        is_family = last is not None and "class" in (last.subject_kind, material.subject_kind)
        if last and is_family and _FAMILY_GAP.fullmatch(text, last.end, material.start):
            if last.subject_kind == "class" and material.subject_kind != "class":
                kept[-1] = material
            continue
        kept.append(material)
    return kept


def _joined(text: str, materials: Sequence[Material]) -> list[Material]:
    """Parts of one composite as one material: "M/M composite"."""
    joined: list[Material] = []
    for material in materials:
        last = joined[-1] if joined else None
        if last and text[last.end : material.start].strip() == "/" and _JOINED_BODY.match(text, material.end):
            joined[-1] = replace(
                last, end=material.end, surface=text[last.start : material.end], name=f"{last.name}/{material.name}",
                formula=None, kind=MaterialKind.COMPOSITE, electrolyte=last.electrolyte and material.electrolyte,
            )  # fmt: skip
        else:
            joined.append(material)
    return joined


def _tokens(
    text: str, shift: int, materials: Sequence[Material], quantities: Sequence[Quantity], processes: Sequence[Process]
) -> tuple[list[Token], dict[int, Material], list[tuple[Process, int]]]:
    spans: list[tuple[int, int, Material | Quantity | Process]] = []
    spans.extend((p.start, p.end, p) for p in processes)
    spans.extend((m.start, m.end, m) for m in materials)
    taken = [(a, b) for a, b, _ in spans]
    for quantity in quantities:
        a, b = quantity.start - shift, quantity.end - shift
        if not any(s < b and a < e for s, e in taken):
            spans.append((a, b, quantity))
    spans.sort(key=lambda s: s[0])
    tokens: list[Token] = []
    materials_at: dict[int, Material] = {}
    processes_at: list[tuple[Process, int]] = []
    position = 0
    for start, end, mention in spans:
        if start < position:
            continue
        tokens.extend(_words(text, position, start))
        if isinstance(mention, Material):
            materials_at[len(tokens)] = mention
            tokens.append(Token(start, end, SOURCE if is_source(mention) else MATERIAL))
        elif isinstance(mention, Quantity):
            tokens.append(Token(start, end, QUANTITY))
        else:
            processes_at.append((mention, len(tokens)))
            tokens.append(Token(start, end, OTHER_PROCESS))
        position = end
    tokens.extend(_words(text, position, len(text)))
    return tokens, materials_at, processes_at


def _words(text: str, start: int, end: int) -> list[Token]:
    """The words between two offsets, phrases of the word list as one."""
    found = [m.span() for m in _SPLIT.finditer(text, start, end)]
    phrases, _ = _finders()
    tokens: list[Token] = []
    index = 0
    while index < len(found):
        for length in range(min(_PHRASES, len(found) - index), 1, -1):
            a, b = found[index][0], found[index + length - 1][1]
            if (sign := phrases.get(text[a:b].lower())) is not None:
                tokens.append(Token(a, b, sign))
                index += length
                break
        else:
            a, b = found[index]
            tokens.append(Token(a, b, _sign_of(text[a:b])))
            index += 1
    return tokens


def _grouped(sentence: Sentence, materials_at: dict[int, Material]) -> Sentence:
    """The sentence with each list of materials as one token; a name in brackets behind a material is another of it."""
    signs = sentence.signs
    groups: list[list[int]] = []
    aside: set[int] = set()
    for index in materials_at:
        if groups:
            gap = signs[groups[-1][-1] + 1 : index]
            if _BRACKETED.fullmatch(gap) and signs[index + 1 : index + 2] in (")", ","):
                aside.add(index)
                if materials_at[groups[-1][-1]].subject_kind == "class" and materials_at[index].subject_kind != "class":
                    materials_at[groups[-1][-1]] = materials_at[index]
                continue
            same = signs[index] == signs[groups[-1][-1]]
            if same and _LIST.fullmatch(gap):
                groups[-1].append(index)
                continue
        groups.append([index])
    tokens: list[Token] = []
    moved: dict[int, int] = {}
    listed = {i: members[0] for members in groups for i in range(members[0], members[-1] + 1)}
    for index, token in enumerate(sentence.tokens):
        if index in listed and listed[index] != index:
            continue
        moved[index] = len(tokens)
        if index in listed:
            last = max(i for i, first in listed.items() if first == index)
            token = replace(token, end=sentence.tokens[last].end)
        tokens.append(token)
    return replace(
        sentence,
        tokens=tuple(tokens),
        groups=tuple(Group(tuple(materials_at[i] for i in members), moved[members[0]]) for members in groups),
        processes=tuple((p, moved[t]) for p, t in sentence.processes if t in moved),
        signs="".join(token.sign for token in tokens),
    )
