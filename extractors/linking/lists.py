"""Lists: several values and several materials told in one breath, and one value told of several materials."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractors.linking import patterns
from extractors.linking.candidate import is_nameable
from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind, Quantity

VALUE_GLUE = re.compile(
    r"^(?:\s*\([^()]{0,40}\))?\s*(?:,|/|;|\band\b|\bor\b|&|, and|to|vs\.?|versus|compared (?:to|with)|from)?\s*"
    r"(?:(?:an? )?(?:\w+[- ]){0,4}(?:conductivity|energy) of\s+)?(?:about |approximately |~|≈|only |and )*\s*$",
    re.IGNORECASE,
)
"""Between two values of one list."""


def value_list(passage: Passage, value: Quantity) -> list[Quantity]:
    """The values told one after the other with ``value``, in text order (just ``[value]`` when it stands alone)."""
    start, end = passage.sentences[passage.sentence_index(value.start)]
    same = [q for q in passage.quantities_in(start, end) if q.kind is value.kind]
    at = same.index(value)
    low = high = at
    while low > 0 and VALUE_GLUE.match(passage.text[same[low - 1].end : same[low].start]):
        low -= 1
    while high + 1 < len(same) and VALUE_GLUE.match(passage.text[same[high].end : same[high + 1].start]):
        high += 1
    return same[low : high + 1]


def material_lists(passage: Passage, start: int, end: int) -> list[list[Material]]:
    """Runs of two or more materials that stand in one coordination inside ``[start, end)``."""
    runs: list[list[Material]] = []
    run: list[Material] = []
    run_end = start
    for material in (m for m in passage.materials_in(start, end) if is_nameable(m)):
        between = passage.text[run_end : material.start]
        if run and _is_alias_of(run[-1], material, between):
            run_end = material.end + passage.text.startswith(")", material.end)
            continue
        if run and patterns.COORDINATION.match(between):
            run.append(material)
        else:
            runs.append(run)
            run = [material]
        run_end = material.end
    runs.append(run)
    return [run for run in runs if len(run) > 1]


def _is_alias_of(first: Material, second: Material, between: str) -> bool:
    """``Li7La3Zr2O12 (LLZO)``: the bracket repeats the same material."""
    if re.match(r"^\s*\(\s*=\s*$", between):
        return True
    return bool(re.match(r"^\s*\(\s*$", between)) and first.identity == second.identity


def _is_list(passage: Passage, run: list[Material]) -> bool:
    """A run joined by commas alone is an apposition, not a list."""
    return any(re.search(r"/|&|\b(?:and|or|as well as)\b", passage.text[a.end : b.start]) for a, b in pairwise(run))


def respective_material(passage: Passage, value: Quantity) -> Material | None:
    """The material at the value's place of a list: ``A and B show v1 and v2, respectively``.

    The list must be as long as the values' list; without ``respectively`` both must stand in the same sentence and
    no value may stand between the materials. None when no list fits.
    """
    values = value_list(passage, value)
    if len(values) < 2:
        return None
    start, end = passage.sentences[passage.sentence_index(value.start)]
    told = patterns.RESPECTIVELY.search(passage.text, values[-1].end, end) or patterns.RESPECTIVELY.search(
        passage.text, start, values[0].start
    )
    without = _with_and_without(passage, value, values)
    if without is not None:
        return without
    fitting = [
        run
        for run in material_lists(passage, start, end)
        if len(run) == len(values) and not passage.quantities_in(run[0].end, run[-1].start)
    ]
    if not fitting and told:
        return _named_in_order(passage, value, values, start)
    if not fitting or not (told or len(values) == 2):
        return None
    before = [run for run in fitting if run[-1].end <= values[0].start]
    behind = [run for run in fitting if run[0].start >= values[-1].end]
    if not told:
        behind = [run for run in behind if patterns.FOR_AFTER.match(passage.text[values[-1].end : run[0].start])]
    run = before[-1] if before else behind[0] if behind else None
    return run[values.index(value)] if run else None


def _named_in_order(passage: Passage, value: Quantity, values: list[Quantity], start: int) -> Material | None:
    """Fallback for ``respectively``: as many different materials before the values as there are values."""
    named: dict[str, Material] = {}
    for material in passage.materials_in(start, values[0].start):
        if is_nameable(material) and material.subject_kind != "class":
            named.setdefault(material.identity, material)
    return list(named.values())[values.index(value)] if len(named) == len(values) else None


def _with_and_without(passage: Passage, value: Quantity, values: list[Quantity]) -> Material | None:
    """``LZC with and without the Li3N layer is v1 and v2``: the first is the sample with the addition."""
    start, _ = passage.sentences[passage.sentence_index(value.start)]
    found = patterns.WITH_AND_WITHOUT.search(passage.text, start, values[0].start)
    owners = [m for m in passage.materials_in(start, found.start()) if is_nameable(m)] if found else []
    if found is None or not owners or len(values) != 2:
        return None
    owner = owners[-1]
    if value is values[1]:
        return owner
    added = f" with {found['added']}"
    return replace(
        owner,
        name=owner.name + added,
        formula=owner.formula + added if owner.formula else None,
        surface=passage.text[owner.start : found.end()],
        end=found.end(),
    )


def respective_series(passage: Passage, value: Quantity) -> str | None:
    """The x at the value's place: ``(x = 0, 0.1 and 0.2) ... are v1, v2 and v3, respectively``.

    Looks in the value's sentence and in the one before; returns the number as written.
    """
    values = value_list(passage, value)
    if len(values) < 2:
        return None
    index = passage.sentence_index(value.start)
    for sentence in (index, index - 1):
        if sentence < 0:
            continue
        start, end = passage.sentences[sentence]
        for match in re.finditer(
            r"\b[xyz]\s*=\s*((?:\d+(?:\.\d+)?\s*(?:,|and|, and|;)\s*)+\d+(?:\.\d+)?)", passage.text[start:end]
        ):
            numbers: list[str] = re.findall(r"\d+(?:\.\d+)?", match.group(1))
            if len(numbers) == len(values):
                return numbers[values.index(value)]
    return None


def named_behind(passage: Passage, value: Quantity) -> list[Material]:
    """Materials named as examples of the kind a value was told of: ``conductors (v), e.g. A and B``."""
    _, end = passage.sentences[passage.sentence_index(value.start)]
    behind = [m for m in passage.materials_in(value.end, end) if is_nameable(m)]
    if not behind or not patterns.NAMELY_BEHIND.match(passage.text[value.end : behind[0].start]):
        return []
    run = [behind[0]]
    for material in behind[1:]:
        if not patterns.COORDINATION.match(passage.text[run[-1].end : material.start]):
            break
        run.append(material)
    closed = passage.text[run[-1].end : run[-1].end + 2].strip().startswith("(")  # their own values follow
    return [] if closed else run


def code_of(passage: Passage, value: Quantity) -> Material | None:
    """A sample code that no list of names knows, told right beside the value: ``v for LACO75``, ``LACO75 (v``."""
    start, end = passage.sentences[passage.sentence_index(value.start)]
    behind = patterns.CODE_BEHIND.match(passage.text[value.end : end])
    before = patterns.CODE_BEFORE.search(passage.text[start : value.start])
    bracketed = _parallel_code(passage, value, end)
    if bracketed is not None:
        span = bracketed
    elif behind is not None:
        span = (value.end + behind.start("code"), value.end + behind.end("code"))
    elif before is not None:
        span = (start + before.start("code"), start + before.end("code"))
    else:
        return None
    if any(m.start < span[1] and span[0] < m.end for m in passage.materials):
        return None
    code = passage.text[span[0] : span[1]]
    return Material(span[0], span[1], code, code, kind=MaterialKind.NAME, flags=("unknown_name",))


def _parallel_code(passage: Passage, value: Quantity, end: int) -> tuple[int, int] | None:
    """Where a short name stands in the bracket behind a value, each of the other values having one too."""
    found = patterns.NAME_IN_BRACKET.match(passage.text, value.end, end)
    values = value_list(passage, value)
    if found is None or len(values) < 2:
        return None
    if not all(patterns.NAME_IN_BRACKET.match(passage.text, other.end, end) for other in values):
        return None
    return found.span("code")


def shared_subjects(
    passage: Passage, value: Quantity, chosen: Material, source: Passage | None = None
) -> list[Material]:
    """All materials that share one value: ``A and B show a low conductivity of v``, ``A/B with a conductivity of v``.

    Only a coordination that holds ``chosen``, is the subject of what follows and is not a mixture counts. When the
    chosen one stands in an earlier sentence (of ``source``), the value's must point back to several (``These show v``).
    """
    if source is not None:
        return _listed_before(passage, value, chosen, source)
    if len(value_list(passage, value)) > 1:
        return [chosen]
    start, end = passage.sentences[passage.sentence_index(value.start)]
    for run in material_lists(passage, start, end):
        if run[0] is chosen and patterns.FOR_AFTER.match(passage.text[value.end : chosen.start]):
            return _of_one_kind(run) if _is_list(passage, run) else [chosen]
        if chosen not in run or run[-1].end > value.start:
            continue
        distinct = list({m.identity: m for m in run}.values())
        left = passage.text[start : run[0].start]
        right = passage.text[run[-1].end : value.start]
        same_kind = passage.quantities_in(run[0].end, value.start)
        if (
            len(distinct) > 1
            and _is_list(passage, run)
            and not any(q.kind is value.kind for q in same_kind)
            and patterns.SHOWS.match(re.sub(r"^(?:\s+in the [\w-]+ class|\s*\([^()]*\))", "", right))
            and not patterns.MIXED.search(left[-60:])
            and not patterns.AGENT.search(left[-60:])
        ):
            return distinct
    return [chosen]


def _of_one_kind(run: list[Material]) -> list[Material]:
    """The members of a list that are definite, or classes, as its first is."""
    return list({m.identity: m for m in run if m.subject_kind == run[0].subject_kind}.values())


def _listed_before(passage: Passage, value: Quantity, chosen: Material, source: Passage) -> list[Material]:
    start, _ = passage.sentences[passage.sentence_index(value.start)]
    if not patterns.PLURAL_ANAPHOR.match(passage.text[start : start + 60]):
        return [chosen]
    source_start, source_end = source.sentences[source.sentence_index(chosen.start)]
    for run in material_lists(source, source_start, source_end):
        if any(m is chosen for m in run) and all(m.subject_kind == chosen.subject_kind for m in run):
            return list({m.identity: m for m in run}.values())
    return [chosen]
