"""Samples told by two materials: one doped with, filled with or put into the other (``joint_cues.toml``).

Both become one mention that spans the phrase: ``LAGP with 3 wt% LiBF4``, ``LATP nanowires in a PEO matrix``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from corpus.data import data_of
from corpus.elements import ELEMENTS
from corpus.patterns import filled, words_of
from extractors.composition.families import PLAIN
from extractors.composition.lexicon import entry, short_of
from extractors.composition.patterns import POROUS_HOST
from extractors.mentions import Material, MaterialKind, SubjectKind

REACH: Final = 110  # characters between the two


class Called(StrEnum):
    """How the sample is called: ``B-doped A``, ``A-9 wt% B``."""

    DOPED = "doped"
    FILLED = "filled"


class PartKind(StrEnum):
    """What the part is that a cue speaks of; ``joint_cues.toml`` says more."""

    ANY = "any"
    ADDITIVE = "additive"
    HELD = "held"
    BLENDED = "blended"
    FURTHER = "further"
    SALT = "salt"
    LISTED = "listed"
    BINDER = "binder"


@dataclass(frozen=True, slots=True)
class JointCue:
    """Words that make one sample of the materials before and behind them."""

    name: str
    before: re.Pattern[str] | None
    between: re.Pattern[str]
    behind: re.Pattern[str] | None
    host_first: bool
    names: Called
    part: PartKind
    example: str
    named: str
    counter: str


def _read() -> tuple[tuple[JointCue, ...], re.Pattern[str]]:
    """The cues, and what a filler is called behind its name."""
    data = data_of(__file__, "joint_cues.toml")
    words = words_of(data["words"])

    def pattern(row: Mapping[str, str], place: str, end: str = "") -> re.Pattern[str] | None:
        return re.compile(filled(row[place] + end, words)) if place in row else None

    cues = tuple(
        JointCue(
            row["name"],
            pattern(row, "before", "$"),
            re.compile(filled(row["between"], words)),
            pattern(row, "behind"),
            row["host"] == "first",
            Called(row["names"]),
            PartKind(row.get("part", "any")),
            row["example"],
            row["named"],
            row["counter"],
        )
        for row in data["cue"]
    )
    return cues, re.compile(words["filler"])


CUES, _FILLER_BEHIND = _read()
_SYMBOL: Final = re.compile("[A-Z][a-z]?")
_PARTS: Final = re.compile(r"-(?!HFP|TrFE|CTFE)")
_PHRASE: Final = re.compile(r"\s(?:with|containing|plus|and|in|of)\s")
_SHORT_NAME: Final = re.compile(r"\s?\((?P<name>[A-Z]{2,8})\)")
_KIND_BEHIND: Final = re.compile(r"[-\s](?:based\s)?(?:[a-z]+\s)?(?:conductors?|electrolytes?|membranes?)\b")
_FRAMEWORKS: Final = frozenset({"MOF", "COF", "MOFs", "COFs"})
_NEVER: Final = frozenset({MaterialKind.ION, MaterialKind.CLASS})


def join_told_together(text: str, materials: Sequence[Material]) -> list[Material]:
    """The materials of a text (in order), those that a phrase makes one sample joined to one mention."""
    joined: list[Material] = []
    for material in materials:
        if joined and _says_what_it_is(text, joined[-1], material):
            continue
        sample = _renamed(text, joined[-1], material) or _sample(text, joined[-1], material) if joined else None
        if sample is not None:
            joined[-1] = sample
        else:
            joined.append(material)
    return joined


def _renamed(text: str, sample: Material, material: Material) -> Material | None:
    """A sample with its formula or its last part's short name, which its bracket tells: ``PEO with 9 wt% A (a)``."""
    told = text.startswith(")", material.end) and re.fullmatch(r"\s?\(", text[sample.end : material.start])
    if not told or not material.formula:
        return None
    end = material.end + 1
    surface = text[sample.start : end]
    if "doped" in sample.flags and material.kind is MaterialKind.FORMULA and _symbols(sample) <= _symbols(material):
        return replace(sample, formula=material.formula, end=end, surface=surface)  # "A doped with B (AxBy)"
    if sample.kind is not MaterialKind.COMPOSITE or not sample.name.endswith(material.formula):
        return None
    return replace(sample, name=sample.name.removesuffix(material.formula) + material.name, end=end, surface=surface)


def _symbols(material: Material) -> set[str]:
    """The symbols that the words of a name and its formula hold."""
    return {symbol for symbol in _SYMBOL.findall(material.name) if symbol in ELEMENTS}


def _says_what_it_is(text: str, first: Material, second: Material) -> bool:
    """Whether a part of a name only tells its kind: the ``PEO`` of ``PEO-LiTFSI-AlOC superionic PEO conductor``."""
    if POROUS_HOST.fullmatch(first.name) and second.name in _FRAMEWORKS:
        return text[first.end : second.start] == " "  # "the UiO-66 MOF"
    if second.name not in re.split(r"[-/]", first.name) or second.start - first.end > REACH // 4:
        return False
    between = re.fullmatch(r"\s(?:[a-z-]+\s){0,2}", text[first.end : second.start])
    return between is not None and _KIND_BEHIND.match(text, second.end) is not None


def _sample(text: str, first: Material, second: Material) -> Material | None:
    if first.kind in _NEVER or second.kind in _NEVER or not 0 < second.start - first.end <= REACH:
        return None
    for cue in CUES:
        told = cue.between.fullmatch(text, first.end, second.start)
        if told is None or not _stands_in(text, first.start, second.end, cue):
            continue
        host, part = _host_and_part(first, second, cue)
        if _holds(host, part, cue):
            return _joined(text, host, part, (told.groupdict().get("share") or "").strip(), cue)
    return None


def _stands_in(text: str, start: int, end: int, cue: JointCue) -> bool:
    """Whether the words before and behind two materials are those of a cue."""
    before = cue.before is None or cue.before.search(text, max(start - REACH, 0), start) is not None
    return before and (cue.behind is None or cue.behind.match(text, end) is not None)


def _host_and_part(first: Material, second: Material, cue: JointCue) -> tuple[Material, Material]:
    """What holds the other, and what it holds: a ceramic framework that a polymer fills is the part."""
    host, part = (first, second) if cue.host_first else (second, first)
    framework = is_polymer(part) and not is_polymer(host) and "binder" not in part.flags
    return (part, host) if cue.names is Called.FILLED and framework else (host, part)


def _joined(text: str, host: Material, part: Material, share: str, cue: JointCue) -> Material:
    """One mention of both, with the shape of a filler behind them."""
    first, second = sorted((host, part), key=lambda material: material.start)
    shape = _FILLER_BEHIND.match(text, second.end) if cue.host_first else None
    end = shape.end() if shape else second.end + (cue.part is PartKind.ADDITIVE)  # its bracket closes
    if cue.names is Called.FILLED and second.name in re.split(r"[-/]", first.name):  # "an A-B hybrid with 5 wt% B"
        return replace(first, end=end, surface=text[first.start : end])
    if cue.host_first and host is second:
        share = ""  # it is that of the polymer
    if (short := _SHORT_NAME.match(text, second.end)) is not None:
        if host is second:
            host = replace(host, name=short["name"])
        elif short_of(part.name) is not None:  # "nitrile rubber (NBR)"
            part, end = replace(part, name=short["name"]), short.end()
    return _named(text, first.start, end, host, part, share, cue)


def _holds(host: Material, part: Material, cue: JointCue) -> bool:
    """Whether a material can hold another: a dopant goes into anything, an ion conductor is put into a polymer."""
    if MaterialKind.ELEMENT in (host.kind, part.kind):
        return cue.names is Called.DOPED and host.kind is not MaterialKind.ELEMENT
    if host.identity == part.identity or {"electrode", "solvent"} & set(host.flags) or "solvent" in part.flags:
        return False
    return _is_part_of_cue(host, part, cue) and (cue.names is Called.DOPED or cue.host_first or is_polymer(host))


def _is_part_of_cue(host: Material, part: Material, cue: JointCue) -> bool:
    """Whether a part is of the kind that the words joining it to its host speak of."""
    if cue.part is PartKind.ADDITIVE:
        return _is_additive(part, host)
    if cue.part is PartKind.FURTHER:
        return _is_told_in_phrase(host) and not any(map(_is_ceramic, _PARTS.split(host.name)))
    if cue.part is PartKind.SALT:
        return _is_first_salt(host, part)
    if cue.part is PartKind.BINDER:
        return _is_binder_of(host, part)
    if cue.part is PartKind.LISTED:
        return _is_open_list(host)
    if cue.part is PartKind.BLENDED:
        return not ("precursor" in host.flags and "precursor" in part.flags)
    return cue.part is not PartKind.HELD or (_is_held(part) and is_polymer(host))


def _is_first_salt(host: Material, part: Material) -> bool:
    """Whether a part is the salt of a composite told in a phrase that names none so far."""
    return _is_told_in_phrase(host) and "salt" in part.flags and not any(map(_is_salt, _PARTS.split(host.name)))


def _is_binder_of(host: Material, part: Material) -> bool:
    """Whether a part binds the powder of an electrolyte."""
    return "binder" in part.flags and host.electrolyte and not is_polymer(host)


def _is_open_list(host: Material) -> bool:
    """Whether a composite is told as a list whose last part is still to come: ``PEO, LiTFSI``."""
    return is_polymer(host) and ", " in host.surface and " and " not in host.surface


def _is_told_in_phrase(host: Material) -> bool:
    """Whether a composite is one by the words between its parts: ``PEO with LiTFSI``."""
    return is_polymer(host) and _PHRASE.search(host.surface) is not None


def _is_salt(name: str) -> bool:
    known = entry(name)
    return known is not None and known.role == "salt"


def _is_held(part: Material) -> bool:
    """Whether a material is what polymers hold: a salt, a filler, an ionic liquid."""
    return bool({"salt", "filler", "liquid"} & set(part.flags))


def _is_additive(part: Material, host: Material) -> bool:
    """Whether the short name of a salt or glass former stands with the short name of an electrolyte."""
    if not (part.kind is host.kind is MaterialKind.ALIAS and part.formula):
        return False
    return part.family in PLAIN and host.family is not None and host.family not in {*PLAIN, "polymer"}


def is_polymer(material: Material) -> bool:
    """Whether a material is a polymer or a composite built on one."""
    return material.family in ("polymer", "composite") or bool({"polymer", "binder"} & set(material.flags))


def _with_part(name: str, part: Material) -> str:
    """A composite's name with a further part, a salt before its ceramics: matrix, salt and filler in this order."""
    parts = _PARTS.split(name)
    ceramic = (i for i, one in enumerate(parts) if i and _is_ceramic(one))
    place = next(ceramic, len(parts)) if "salt" in part.flags else len(parts)
    return "-".join([*parts[:place], part.name, *parts[place:]])


def _is_ceramic(name: str) -> bool:
    """Whether a part of a composite's name is a filler or an ion conductor: a known one, or a formula."""
    known = entry(name)
    return known.role in ("filler", "electrolyte") if known is not None else bool(re.search(r"\d", name))


def _composite_names(host: Material, part: Material, share: str, held: str) -> tuple[str, str | None]:
    """Name and formula of a composite; ``held``: its part with the share of it."""
    name = _with_part(host.name, part) if is_polymer(host) else f"{host.name}-{held}"
    told = host.formula or (share and "salt" not in part.flags)
    return name, f"{host.formula or host.name}-{held}" if told else None


def _named(text: str, start: int, end: int, host: Material, part: Material, share: str, cue: JointCue) -> Material:
    share = re.sub(r"(?<=\d)(?=[a-z%])", " ", share) if cue.names is Called.FILLED else share
    held = f"{share} {part.name}".strip()
    doped = cue.names is Called.DOPED and not (is_polymer(host) and "salt" in part.flags)  # a polymer dissolves it
    if doped:
        name, formula = f"{held}-doped {host.name}", f"{held}-doped {host.formula}" if host.formula else None
        kind, family = MaterialKind.ALIAS, host.family
    else:
        name, formula = _composite_names(host, part, share, held)
        kind, family = MaterialKind.COMPOSITE, "composite" if is_polymer(host) else host.family
    kept = tuple(flag for flag in host.flags if flag not in ("polymer", "binder", "filler", "precursor"))
    return replace(
        host,
        start=start,
        end=end,
        surface=text[start:end],
        name=name,
        formula=formula,
        kind=kind,
        subject_kind=SubjectKind.SPECIFIC,
        family=family,
        mobile_ion=host.mobile_ion or part.mobile_ion,
        electrolyte=True,
        variables=(),
        flags=tuple(dict.fromkeys((*kept, "doped"))) if doped else kept,
    )
