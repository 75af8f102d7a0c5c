"""Routes of a paragraph as events on samples: each process goes to its likeliest target."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.synthesis import links
from extractors.synthesis.links import LOOKED_AT, Link, Setting, Target, candidates, features, probability
from extractors.synthesis.method_choice import are_alternatives
from extractors.synthesis.phrases import Sentence, label
from extractors.synthesis.processes import Level, Process, find_processes
from extractors.synthesis.route import Route, is_done
from extractors.synthesis.sources import is_source
from extractors.synthesis.steps import PlacedStep, find_steps
from extractors.synthesis.vocabulary import Mention, Method

LINKED = 0.45  # probability from which a process belongs to a target of its sentence
ABSENT = 0.55  # and to one that is named elsewhere
_STUDY = re.compile(r"\bet\s+al\b|\bco-?\s?workers\b|\band\s+colleagues\b|\bgroup\s+of\b|['’]s?\s+(?:group|team)\b")
_RESULT = re.compile(r"(?:t|,|q|c)k[^XMmr;]{0,4}M|KtM")  # "to obtain M"
_MAY_RESULT = re.compile(r"\b(?:to|which|and|yield\w*|giv\w+|gave|form\w*|obtain\w*|afford\w*)\b")
# between solvents that are tried one by one
_TRIED = re.compile(r"(?:\s*\([^()]{0,20}\))?\s*(?:,\s*(?:and\s+|or\s+)?|and\s+)(?:\([A-Z]\)\s*)?(?:[\w-]+\s+)?")
_STEPS = (Level.OPERATION, Level.TREATMENT)
_SILENCE = 3  # sentences that tell nothing of a route, behind which it is told again
_AHEAD = 8  # sentences in which the result of a procedure is looked for


class Teller:
    """Reads a paragraph sentence by sentence; ``elsewhere`` gives what the headings, the title, earlier text name."""

    def __init__(self, passage: Passage, elsewhere: Callable[[Sequence[str]], list[Target]], setting: Setting) -> None:
        self.passage = passage
        self.elsewhere = elsewhere
        self._labelled: dict[int, Sentence] = {}
        self.routes: list[Route] = []
        self.active: Route | None = None
        self.study = 0
        self.before: Target | None = None  # what was last named
        self.trace: list[tuple[Sentence, Process, Target, list[str]]] = []
        self._sources = list(dict.fromkeys(m.name for m in passage.materials if is_source(m) and m.kind != "ion"))
        self.setting = replace(setting, counts=Counter(m.identity for m in passage.materials if _is_definite(m)))

    def tell(self) -> list[Route]:
        """The routes of the paragraph in text order."""
        for index, (start, end) in enumerate(self.passage.sentences):
            if _STUDY.search(self.passage.text, start, end):
                self.study += 1
                self.active = None
            materials = self.passage.materials_in(start, end)
            if find_processes(self.passage.text[start:end], []):
                self._read(index, self._sentence(index))
            definite = next((m for m in materials if _is_definite(m)), None)
            if definite is not None:
                self.before = Target((definite,), "before")
        return [route for route in self.routes if route.is_told]

    def _sentence(self, index: int) -> Sentence:
        if index not in self._labelled:
            self._labelled[index] = label(self.passage, *self.passage.sentences[index])
        return self._labelled[index]

    def _read(self, index: int, sentence: Sentence) -> None:
        others = self._others(index)
        found = (self._link(index, process, token, others) for process, token in sentence.processes)
        links = [link for link in found if link is not None]
        touched: list[tuple[int, Route]] = []
        last: Link | None = None
        for link in links:
            route = self._route_of(link, last, index, sentence)
            if route is None:
                continue
            route.join(link, sentence.start)
            route.last = index
            at = min(link.process.start, link.target.group.start if link.target.group else link.process.start)
            if not any(r is route for _, r in touched):
                touched.append((at, route))
            last = link
        self._add_steps(sentence, touched)

    def _others(self, index: int) -> list[Target]:
        found: list[Target] = []
        if self.active is not None:
            found.append(Target(self.active.targets, "carried"))
        elif self.before is not None:
            found.append(self.before)
        later = self._later(index)
        if later is not None:
            found.append(later)
        return [*found, *self.elsewhere(self._sources)]

    def _later(self, index: int) -> Target | None:
        """What a procedure is said to end in, in this sentence or one that follows."""
        for ahead in range(index + 1, min(index + _AHEAD, len(self.passage.sentences))):
            if not _MAY_RESULT.search(self.passage.text, *self.passage.sentences[ahead]):
                continue
            sentence = self._sentence(ahead)
            result = _RESULT.search(sentence.signs)
            if result:
                group = next(g for g in sentence.groups if g.token == result.end() - 1)
                return Target(_placed(group.materials, sentence.start), "later")
        return None

    def _link(self, index: int, process: Process, token: int, others: Sequence[Target]) -> Link | None:
        sentence = self._sentence(index)
        under_way = self.active is not None and self.active.is_under_way
        setting = replace(self.setting, under_way=under_way, cites=bool(self._cited(index)))
        if process.level in _STEPS and self._goes_on(sentence):
            assert self.active is not None
            return Link(process, Target(self.active.targets, "carried"), 0.8, ("goes on",))
        best: Link | None = None
        for target in candidates(sentence, others):
            told = features(sentence, process, token, target, setting)
            self.trace.append((sentence, process, target, told))
            likely = probability(told, links.weights()[process.level])
            if best is None or likely > best.probability:
                best = Link(process, target, likely, tuple(told))
        limit = LINKED if best is not None and best.target.group is not None else ABSENT
        return best if best is not None and best.probability >= limit else None

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence can only tell more of the route under way: nothing else is named or looked at."""
        if self.active is None or not self.active.is_under_way or LOOKED_AT.search(sentence.text):
            return False
        return not any(
            sentence.tokens[g.token].sign == "M" and not self.active.is_of(g.materials) for g in sentence.groups
        )

    def _route_of(self, link: Link, last: Link | None, index: int, sentence: Sentence) -> Route | None:
        """The route that a link goes on with, or a new one; None where a mere word of treatment tells none."""
        targets = self._targets(link, sentence)
        known = next((r for r in reversed(self.routes) if r.study == self.study and r.is_of(targets)), None)
        if known is not None and not self._is_new(link, last, known, index, sentence):
            self.active = known
            return known
        route = Route(targets, index, link.target.found, self.study)
        if link.process.level is Level.SAME:
            before = next((r for r in reversed(self.routes) if not r.is_of(targets)), None)
            if before is None:
                return None
            route.named, route.steps = list(before.methods), list(before.steps)
        self.routes.append(route)
        self.active = route
        return route

    def _is_new(self, link: Link, last: Link | None, known: Route, index: int, sentence: Sentence) -> bool:
        """Whether a link tells a second route of a sample."""
        process = link.process
        if process.level is Level.SAME:
            return False
        if known.last == index:
            return last is not None and _are_two_ways(last.process, process, sentence)
        if index - known.last > _SILENCE:
            return True
        if process.level is not Level.METHOD:
            return self._cites_other(known, index) and process.level is Level.TREATMENT
        if process.code in known.named:
            return self._cites_other(known, index)
        procedural = self.setting.is_procedure or (link.target.group is None and known.is_under_way)
        return bool(known.named) and known.names_major and not (procedural and process.is_verb)

    def _cites_other(self, known: Route, index: int) -> bool:
        """Whether sentences cite different works."""
        here, there = self._cited(index), self._cited(known.sentence)
        return bool(here and there) and not here & there

    def _cited(self, index: int) -> set[int]:
        start, end = self.passage.sentences[index]
        return {n for c in self.passage.citations if start <= c.position <= end for n in c.numbers}

    def _targets(self, link: Link, sentence: Sentence) -> tuple[Material, ...]:
        if link.target.group is not None:
            return _placed(link.target.materials, sentence.start)
        return link.target.materials

    def _add_steps(self, sentence: Sentence, touched: list[tuple[int, Route]]) -> None:
        """The steps and starting materials of a sentence, each stretch to the route told in it."""
        if not touched:
            return
        touched.sort(key=lambda t: t[0])
        bounds = [0, *(at for at, _ in touched[1:]), len(sentence.text)]
        for (_, route), (low, high) in zip(touched, pairwise(bounds), strict=True):
            named = [
                Mention(p.start, p.end, p.op, p.surface)
                for p, _ in sentence.processes
                if p.level in (Level.METHOD, Level.TREATMENT)
            ]
            own = {link.process for link in route.links}
            steps = find_steps(sentence.text, low, high, named)
            route.add([s for s in steps if s.values or _is_told(s, sentence, own)], sentence.text)
            names = [
                m.name
                for g in sentence.groups
                if low <= g.start < high and not route.is_of(g.materials) and _starts(sentence, g.token)
                for m in g.materials
            ]
            route.precursors = list(dict.fromkeys([*route.precursors, *names]))


def _is_told(step: PlacedStep, sentence: Sentence, own: set[Process]) -> bool:
    """Whether a step without conditions is one of the route's own operations, told as done."""
    text = sentence.text[step.start : step.end]
    return is_done(text) and any(p.start <= step.start < p.end and p.level is not Level.SOLVENT for p in own)


_STARTS = re.compile(r"(?:[fopyn]|r[eN]?o|kt?)[^XMmr;,]{0,4}X|X(?:\([^()]*\)|N|p){0,2}B?v{0,2}[rpU]|Xq?[dx]{0,2}p")


def _starts(sentence: Sentence, token: int) -> bool:
    """Whether materials are told as what one starts from."""
    signs = sentence.signs
    if signs[token] != "m" and "," not in sentence.text and "and" not in sentence.text:
        return False
    marked = f"{signs[:token]}X{signs[token + 1 :]}"
    return _STARTS.search(marked, max(0, token - 8), token + 8) is not None and (signs[token] == "m")


def _are_two_ways(first: Process, second: Process, sentence: Sentence) -> bool:
    """Whether two methods side by side are two ways of one purpose: "by SPS and hot pressing"."""
    gap = sentence.text[first.end : second.start]
    if first.level is second.level is Level.SOLVENT:
        return _TRIED.fullmatch(gap) is not None
    if first.code == second.code or first.level is not Level.METHOD or second.level is not Level.METHOD:
        return False
    if re.search(r"\bor\b|\bas\s+well\s+as\b|\bversus\b", gap):
        return True
    return len(gap) < 60 and bool(re.search(r",|\band\b", gap)) and _is_alternative(first, second)


def _is_alternative(first: Process, second: Process) -> bool:
    return are_alternatives(
        Method(first.code, first.parent, first.op, ""), Method(second.code, second.parent, second.op, "")
    )


def _is_definite(material: Material) -> bool:
    return material.electrolyte and material.subject_kind == "specific" and not is_source(material)


def _placed(materials: Sequence[Material], shift: int) -> tuple[Material, ...]:
    return tuple(replace(m, start=m.start + shift, end=m.end + shift) for m in materials)
