"""Samples that a sentence makes of materials: doped, coated, filled, joined. Each has a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise

from extractors.linking.cues import find, fits
from extractors.linking.joining import has_part, is_polymer, joint, may_hold, renamed, without
from extractors.linking.members import share_of_part
from extractors.linking.owner import is_definite, is_substance
from extractors.linking.passage import Passage, named_before, placed_before
from extractors.linking.samples import NOTHING, is_code
from extractors.linking.sentence import window
from extractors.linking.wholes import wholes_in
from extractors.mentions import Material, MaterialKind, SubjectKind

REACH = 120
"""Characters between a host and what is put into it."""

NEAR = 16
"""Characters between what is added in turn and its value."""

HOSTS = 8
"""So many of the materials named last may be the polymer that a filler was put into."""


PUT_IN = frozenset({"salt", "filler", "liquid", "solvent", "precursor"})
"""What is put into a polymer, wherever a share of it is told."""


@dataclass(frozen=True, slots=True)
class Made:
    """A sample made of a host (whose place it takes) and other parts."""

    sample: Material
    host: Material
    parts: tuple[Material, ...]

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return min(part.start for part in self.parts)

    @property
    def end(self) -> int:
        """Where its last part ends."""
        return max(part.end for part in self.parts)


def made_in(passage: Passage, start: int, end: int) -> list[Made]:
    """The samples that the sentence ``[start, end)`` makes of the materials it names, found once."""
    return passage.once(f"made {start}", lambda: _made_in(passage, start, end))


def _made_in(passage: Passage, start: int, end: int) -> list[Made]:
    named = [m for m in passage.materials_in(start, end) if is_substance(m)]
    found: list[Made] = []
    pairs = (_of_pair(passage, named, first, second, start) for first, second in _pairs(passage, named))
    found += [made for made in pairs if made is not None]
    found += _added_in_front(passage, named, start)
    found += _added_in_turn(passage, found, named)
    found += _with_shares(passage, named, start, [part for made in found for part in made.parts])
    found += _with_fillers(passage, named, start, end)
    found += _without(passage, named, start, end)
    joined = _joined(passage, named, start)
    if joined is not None:
        found.append(joined)
    found += _doped_with(passage, start, end)
    taken = {part.start for made in found for part in made.parts}
    for whole in wholes_in(passage, start, end):
        if not taken & {part.start for part in whole.parts}:
            found.append(Made(whole.sample, whole.host, whole.parts))
    for material in named:
        left = window(passage.text, max(start, material.start - REACH), material.start)
        found += _as_behind_words(passage, material, left)
    return found


def _of_pair(passage: Passage, named: Sequence[Material], first: Material, second: Material, start: int) -> Made | None:
    """The sample of two neighbours; none where the second is one of several, each making another sample."""
    gap = window(passage.text, first.end, second.start)
    following = next((m for m in named if m.start > second.start), None)
    if following is not None and fits("coordination", window(passage.text, second.end, following.start)):
        return None
    made = _holds(first, second, gap) or _put_into(passage, first, second, gap, start)
    made = made or _coated(first, second, gap) or _used_for(first, second, gap)
    return made or _combined(passage, first, second, gap, start)


def _as_behind_words(passage: Passage, material: Material, left: str) -> Iterator[Made]:
    """What words before a material make of it: ``its composite with B``, ``1 at% of Ta was doped into A``."""
    if fits("composite_with", left):
        host = next((m for m in named_before(passage, material.start) if may_hold(m, material)), None)
        if host is not None:
            yield Made(joint(host, material, None), host, (material,))
    if (doped := find("doped_into", left)) is not None:
        sample = renamed(material, f"{doped['amount']} {doped['element']}-doped {{}}")
        yield Made(sample, material, (material,))


def _doped_with(passage: Passage, start: int, end: int) -> Iterator[Made]:
    """``A was doped with Ga2O3``, ``doping A with 2 at% of Zn``: B-doped A."""
    for host, dopant in pairwise(passage.materials_in(start, end)):
        gap = find("doped_with", window(passage.text, host.end, dopant.start)) if is_definite(host) else None
        if gap is None or dopant.subject_kind == "class":
            continue
        if "ed " in gap.group() or fits("doping", window(passage.text, max(start, host.start - 24), host.start)):
            share = f"{gap['share']} " if gap["share"] else ""
            sample = renamed(host, f"{share}{dopant.name}-doped {{}}", MaterialKind.ALIAS)
            yield Made(replace(sample, flags=(*host.flags, "doped")), host, (host, dopant))


def _added_in_front(passage: Passage, named: Sequence[Material], start: int) -> Iterator[Made]:
    """``Adding B raised the conductivity of A``, ``With 1 wt% B, A shows``: A with B, what the sentence opens with."""
    part = next((m for m in named if m.subject_kind != "class"), None)
    host = host_behind(passage, part) if part is not None else None
    if part is None or host is None:
        return
    left, gap = window(passage.text, start, part.start), window(passage.text, part.end, host.start)
    share = find("amount", left)
    told = fits("adding", left) or (not left.strip() and fits("as_aid", gap))
    if told and (share is not None or not gap.startswith(",")):  # "Upon addition of B, M forms": M is another
        yield Made(joint(host, part, share), host, (part, host))


def _added_in_turn(passage: Passage, found: Sequence[Made], named: Sequence[Material]) -> list[Made]:
    """``Adding B raised that of A to v1, C to v2 and D to v3``: A with each of what is told like the first."""
    in_turn = []
    for before, part in pairwise(named):
        first = next((m for m in found if m.end <= part.start and len(m.parts) > 1), None)
        if first is None or "electrode" in part.flags or not may_hold(first.host, part):
            continue
        left = window(passage.text, max(before.end, part.start - REACH), part.start)
        value = next(iter(passage.quantities_in(part.end, part.end + NEAR)), None)
        if value is not None and fits("in_turn", left) and fits("turns_to", passage.text[part.end : value.start]):
            in_turn.append(Made(joint(first.host, part, find("amount", left)), first.host, (part,)))
    return in_turn


def host_behind(passage: Passage, part: Material) -> Material | None:
    """What the sentence tells behind a part that it was put into."""
    _, end = passage.sentences[passage.sentence_index(part.start)]
    behind = (m for m in passage.materials_in(part.end, min(end, part.end + 2 * REACH)) if m.subject_kind != "class")
    host = next(behind, None)
    if host is None or not may_hold(host, part):
        return None
    return host if fits("host_behind", window(passage.text, part.end, host.start)) else None


def _with_shares(passage: Passage, named: Sequence[Material], start: int, taken: Sequence[Material]) -> Iterator[Made]:
    """Samples told by the share of what was added, the host named earlier: ``the pellet with 2 wt% Li3BO3``."""
    for part in named:
        share = _share_of(passage, part, start)
        if share is None or part in taken or part.subject_kind == "class":
            continue
        told = _called_behind(passage, part) or _of_series(passage, part, share)
        if (told := told or _with_this_share(passage, part, share["share"])) is not None:
            yield Made(told, told, (part,))
        elif (host := host_behind(passage, part) or host_of(passage, part)) is not None:
            yield Made(joint(host, part, share), host, (host, part) if host.start > part.start else (part,))


def _with_fillers(passage: Passage, named: Sequence[Material], start: int, end: int) -> Iterator[Made]:
    """``the electrolyte with LLTO nanowires``, ``LLTO was used as filler``: with the polymer named here, or last."""
    for part in named:
        left = window(passage.text, max(start, part.start - REACH), part.start)
        behind = window(passage.text, part.end, min(end, part.end + REACH))
        if part.subject_kind == "class" or is_polymer(part):
            continue
        instead = fits("used_as_filler", behind)
        if instead or (fits("filler_behind", behind) and fits("of_filled", left)):
            around = (*(m for m in named if m is not part), *islice(named_before(passage, start), HOSTS))
            hosts = [m for m in around if is_polymer(m) and may_hold(m, part)]
            if instead:  # "LATP was used as the filler": what was filled with something else is none
                hosts.sort(key=lambda host: len(re.split("[-/@]", host.name)))
            if hosts:
                yield Made(joint(hosts[0], part, None), hosts[0], (part,))


def _share_of(passage: Passage, part: Material, start: int) -> re.Match[str] | None:
    """The share of a part right before it, unless an article tells that its sample is none named before."""
    left = window(passage.text, max(start, part.start - REACH), part.start)
    share = find("share_of", left)
    behind = window(passage.text, part.end, part.end + REACH)
    if share is None and (fits("composite_behind", behind) or _is_put_into_polymer(passage, part)):
        share = find("share_before", left)
    return None if fits("new_sample", left) else share


def _is_put_into_polymer(passage: Passage, part: Material) -> bool:
    """Whether a material is a component and what it was put into a polymer."""
    host = host_of(passage, part) if PUT_IN & set(part.flags) else None
    return host is not None and is_polymer(host)


def _called_behind(passage: Passage, part: Material) -> Material | None:
    """The code right behind what a sample holds, set off by commas: ``the membrane with 30 wt% LATP, CPE-30, has``."""
    behind = next(iter(passage.materials_in(part.end, part.end + 4)), None)
    if behind is None or not is_code(behind):
        return None
    set_off = re.fullmatch(r",\s|\s?\(", window(passage.text, part.end, behind.start))
    return behind if set_off and re.match(r"[,)]", passage.text[behind.end : behind.end + 1]) else None


def _of_series(passage: Passage, part: Material, share: re.Match[str]) -> Material | None:
    """The member of the series named last that has this share of a part."""
    series = next((m for m in named_before(passage, part.start) if m.variables), None)
    told = share_of_part(f"{share.group()}{part.name}", series) if series is not None else None
    return None if told is series else told


def _with_this_share(passage: Passage, part: Material, share: str) -> Material | None:
    """The sample that the document names after a part and its share: ``LLZTO-1LBO`` for 1 wt% of LBO."""
    names = [name for name in (part.name, part.formula) if name]
    named = "|".join(rf"(?<![\d.]){re.escape(share)}(?: ?\w+%)? ?{re.escape(name)}(?!\w)" for name in names)
    called = passage.samples.with_share(share, names, passage.section)
    return called or next((m for m in passage.samples.materials() if re.search(named, m.name)), None)


def host_of(passage: Passage, part: Material) -> Material | None:
    """What a part was put into: the material named last that may hold it, else the sample that the authors made."""
    for host, source in placed_before(passage, part.start):
        if may_hold(host, part) and not fits("added_behind", window(source.text, host.end, host.end + REACH)):
            return _whole_matrix(source, host, part)
    own = [s for s in passage.samples.by_identity.values() if s.made_here and may_hold(s.material, part)]
    plain = [sample for sample in own if not has_part(sample.material, part)]
    return max(plain, key=lambda sample: (sample.made_here, sample.mentions)).material if plain else None


def _whole_matrix(passage: Passage, host: Material, part: Material) -> Material:
    """A polymer with what its sentence tells beside it: the others of a blend, the only salt of the sentence."""
    if "polymer" not in host.flags or host.kind is MaterialKind.COMPOSITE:
        return host
    start, end = passage.sentences[passage.sentence_index(host.start)]
    told = [m for m in passage.materials_in(start, end) if m.identity != part.identity]
    blend = (
        [m for m in told if "polymer" in m.flags and m.kind is MaterialKind.ALIAS]
        if fits("blend", passage.text[start:end])
        else []
    )
    salts = {m.identity: m for m in told if "salt" in m.flags or fits("as_salt", passage.text[m.end : end])}
    sample = next(iter(blend), host)
    for other in (*blend[1:], *(salts.values() if len(salts) == 1 else ())):
        sample = joint(sample, other, None)
    return sample


def _without(passage: Passage, named: Sequence[Material], start: int, end: int) -> Iterator[Made]:
    """A composite without one of its parts: ``the LATP-free membrane`` beside PVDF/LiTFSI/LATP."""
    for part in named:
        left = window(passage.text, max(start, part.start - REACH), part.start)
        free = fits("free_behind", window(passage.text, part.end, end))
        if not free and not fits("without", left):
            continue
        told = chain(named_before(passage, part.start), passage.samples.materials())
        earlier = (m for m in told if may_hold(m, part))
        names = (name for name in (part.name, part.formula) if name is not None)
        lacking = replace(part, end=part.end + len("-free")) if free else part
        if (called := passage.samples.with_share(NOTHING, names, passage.section)) is not None:
            yield Made(called, called, (lacking,))
        elif (host := next((m for m in earlier if has_part(m, part)), None)) is not None:
            yield Made(without(host, part), host, (lacking,))


def _pairs(passage: Passage, named: Sequence[Material]) -> list[tuple[Material, Material]]:
    """Neighbours, a short name in brackets behind a name standing for it."""
    kept: list[Material] = []
    for material in named:
        if (
            kept
            and material.end < len(passage.text)
            and fits("short_name_opens", window(passage.text, kept[-1].end, material.start))
        ):
            if material.subject_kind != "class":
                kept[-1] = replace(material, start=kept[-1].start, end=material.end + 1)
            continue
        if material.subject_kind != "class":
            kept.append(material)
    return [(a, b) for a, b in pairwise(kept) if b.start - a.end <= REACH]


def _holds(host: Material, part: Material, gap: str) -> Made | None:
    """``A with 5 wt% B``, ``A filled with B``."""
    is_salted = is_polymer(host) and host.kind != MaterialKind.COMPOSITE and "salt" in part.flags
    if not (is_salted and fits("salted", gap)) and not fits("holds", gap):
        return None
    return Made(joint(host, part, find("amount", gap)), host, (host, part))


def _put_into(passage: Passage, part: Material, host: Material, gap: str, start: int) -> Made | None:
    """``B fillers were dispersed in A``, ``mixed B into A``: the composite A-B."""
    left = window(passage.text, max(start, part.start - REACH), part.start)
    shaped = is_polymer(host) and fits("shaped_in", gap)
    if not shaped and not (fits("put_into", gap) and (fits("put_verb", gap) or fits("put_verb", left))):
        return None
    named = gap.endswith("(") and host.formula is None and "polymer" not in host.flags  # "into fibers (QN@LLZO)"
    return Made(host if named else joint(host, part, find("amount", left)), host, (host, part))


def _combined(passage: Passage, host: Material, part: Material, gap: str, start: int) -> Made | None:
    """``sintered A with B glass``: the sample A-B; starting materials make something else."""
    left = window(passage.text, max(start, host.start - REACH), host.start)
    whole = is_definite(host) and "precursor" not in host.flags and part.kind != MaterialKind.ELEMENT
    told = whole and fits("combined_with", gap) and fits("combined", left)
    return Made(joint(host, part, None), host, (host, part)) if told else None


def _used_for(part: Material, host: Material, gap: str) -> Made | None:
    """``used B as a sintering aid for A`` gives A-B."""
    return Made(joint(host, part, None), host, (host, part)) if fits("used_for", gap) else None


def _coated(host: Material, coat: Material, gap: str) -> Made | None:
    """``A pellets were coated with B``, ``the pores of A were filled with B``."""
    if fits("coated_with", gap):
        return Made(
            replace(renamed(host, f"{coat.name}-coated {{}}"), subject_kind=SubjectKind.SPECIFIC), host, (host, coat)
        )
    if fits("filled_with", gap):
        return Made(joint(host, coat, None), host, (host, coat))
    return None


def _joined(passage: Passage, named: Sequence[Material], start: int) -> Made | None:
    """``a composite of A and B``, ``mixed A, B and C``: the sample A-B(-C), no name of its own standing before it."""
    parts: list[Material] = []
    end = 0
    for material in named:
        if material.subject_kind == "class":
            continue
        left = window(passage.text, max(start, material.start - REACH), material.start)
        if not parts:
            if fits("joined", left) and not _is_named(passage, named, material):
                parts, end = [material], material.end
            continue
        gap = window(passage.text, end, material.start)
        if fits("short_name_opens", gap):
            parts[-1] = material  # the short name stands for the long one before it
        elif fits("part_glue", gap.removeprefix(")")):
            parts.append(material)
        else:
            break
        end = material.end
    if len(parts) < 2 or any(has_part(whole, parts[0]) for whole in parts[1:]):  # "A with some B (A-B)" has a name
        return None
    return _with_told_matrix(passage, parts) or _of_parts(passage, parts)


def _with_told_matrix(passage: Passage, parts: Sequence[Material]) -> Made | None:
    """``a film made with some A and B`` where a composite P-A was told before: P-A-B."""
    told = islice(named_before(passage, parts[0].start), HOSTS)
    matrix = next((m for m in told if is_polymer(m) and has_part(m, parts[0])), None)
    if matrix is None or any(is_polymer(part) for part in parts):
        return None
    sample = matrix
    for part in parts[1:]:
        sample = joint(sample, part, None)
    return Made(sample, matrix, tuple(parts))


def _of_parts(passage: Passage, parts: Sequence[Material]) -> Made:
    """The sample of parts in their order; the polymer that the others are told to be in stands first."""
    last = parts[-1]
    inside = is_polymer(last) and fits("part_in", window(passage.text, parts[-2].end, last.start))
    ordered = (last, *parts[:-1]) if inside else tuple(parts)
    name = "-".join(part.name for part in ordered)
    sample = replace(renamed(ordered[0], name, MaterialKind.COMPOSITE), formula=None, family="composite")
    return Made(sample, ordered[0], ordered)


def _is_named(passage: Passage, named: Sequence[Material], part: Material) -> bool:
    """``The Na0.9Y0.5Ta0.6Cl6 composite of``: the composite has a name."""
    before = [m for m in named if m.end <= part.start and m.subject_kind != "class"]
    return bool(before) and fits("named_composite", window(passage.text, before[-1].end, part.start))
