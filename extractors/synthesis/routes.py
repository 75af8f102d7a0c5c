"""Routes of a paragraph: the frames of its sentences, and the sentences that go on telling a route step by step."""

from __future__ import annotations

from dataclasses import replace

from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.records import SynthesisStep
from extractors.synthesis import patterns, procedure_patterns
from extractors.synthesis.conditions import find_conditions
from extractors.synthesis.continuing import begins_anew, is_optimized, is_other_way, may_go_on, tells_enough
from extractors.synthesis.draft import is_verb
from extractors.synthesis.frames import Frame, is_debris, made_without_method, makes_anaphor, read_sentence, result_of
from extractors.synthesis.items import items_of, route_of
from extractors.synthesis.masking import MaskedSentence, mask, moved
from extractors.synthesis.method_choice import MINOR, VAPOUR
from extractors.synthesis.naming import REACH, agrees, is_definite, is_nameless, named_before, named_later
from extractors.synthesis.naming_patterns import EXAMPLE
from extractors.synthesis.nearby import routes_nearby, sample_treated
from extractors.synthesis.precursors import put_in
from extractors.synthesis.product import made_before, product_of
from extractors.synthesis.reaction import is_made_of
from extractors.synthesis.route import Route
from extractors.synthesis.sameness import are_composed, are_polymorphs, is_other, is_source_of, only_tells_form, same
from extractors.synthesis.steps import PlacedStep
from extractors.synthesis.targets import is_precursor
from extractors.synthesis.telling import (
    implied_heat,
    may_tell,
    performed,
    steps_of,
    tells_procedure,
    told_steps,
    treated_by,
)
from extractors.synthesis.vocabulary import find_methods

_NOTHING = Route([], 0, "")  # what an item of a caption may be another thing than

_BOTH = 2  # things that "both" points back to


def find_routes(passage: Passage) -> list[Route]:
    """The routes a paragraph or caption tells, in text order; those whose target is not named have no targets."""
    teller = _Teller(passage)
    for index, (start, end) in enumerate(passage.sentences):
        items = items_of(passage.text, start, end) if passage.is_caption else []
        if items and teller.read_items(index, items):
            continue
        heading = procedure_patterns.RUN_IN_HEADING.match(passage.text, start, end)
        if heading:
            teller.read(index, start, heading.end())
        teller.read(index, heading.end() if heading else start, end)
    for route in teller.routes:
        if not route.targets:
            route.targets = route.topic or made_before(route, passage)
    return [*teller.routes, *routes_nearby(passage, teller.routes)]


class _Teller:
    """Reads sentence after sentence and keeps the route that is being told."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.routes: list[Route] = []
        self.active: Route | None = None
        self.last_named: list[Material] = []  # by the sentence before that names anything
        self.study = 0
        self.common: Route | None = None  # a procedure whose targets are named by what is done to them later
        self.shared: list[SynthesisStep] = []  # its steps before the first of them
        self.told = 0  # the sentence that last told of the active route
        self.ends = False  # the sentence names what came of the active route
        self.vapour = False  # a deposition from the vapour was named
        self.is_procedure = tells_procedure(passage)
        self.product = product_of(passage) if self.is_procedure else []

    def read(self, index: int, start: int, end: int) -> None:
        """Read one sentence."""
        text = self.passage.text[start:end]
        materials = [moved(m, -start) for m in self.passage.materials_in(start, end)]
        if patterns.STUDY.search(text):
            self.active = None
            self.study += 1
        if may_tell(text):
            sentence = mask(text, materials)
            if is_debris(sentence):
                return
            self.vapour = self.vapour or any(n.method.code == VAPOUR for n in sentence.methods)
            frames = read_sentence(sentence)
            awaited = bool(frames) and self.active is not None and not self.active.targets
            self.ends = awaited and bool(result_of(sentence))
            for frame in frames:
                self._tell(frame, text, materials, index, start)
            if not frames and not self._go_on(sentence, materials, index, start):
                self._retell(index, materials)
            if self.active is not None and not self.active.targets:
                self.active.targets = [moved(m, start) for m in result_of(sentence)]
        self._name(text, materials, index, start)
        if self.active is not None and self.product:
            self.active.call(self.product)
        named = [m for m in materials if m.kind not in ("ion", "element")]
        self.last_named = [moved(m, start) for m in named] or self.last_named

    def read_items(self, index: int, items: list[tuple[int, int]]) -> bool:
        """Read the lettered items of a caption where some is treated that only an item before it names."""
        text = self.passage.text
        owners: list[Material | None] = []
        for span in items:
            named = [m for m in self.passage.materials_in(*span) if text[m.start - 1 : m.start] not in ("/", "|")]
            owners.append(next((m for m in named if is_other(m, _NOTHING, [])), None))
        about, borrowed = None, {}
        for span, own in zip(items, owners, strict=True):
            about = own or about
            if own is None and about is not None and (route := route_of(text, span, about, index, self.study)):
                borrowed[span] = route
        for span, own in zip(items, owners, strict=True) if borrowed else ():
            self.active = None
            if own is not None:
                self.read(index, *span)
            self.routes.extend([borrowed[span]] if span in borrowed else [])
        return bool(borrowed)

    def _name(self, text: str, materials: list[Material], index: int, shift: int) -> None:
        """Give the active route of a described work the target that only this sentence names."""
        active = self.active
        if active is None or not active.described or not is_nameless(active.targets) or set(active.named) <= set(MINOR):
            return
        if self.told < index <= self.told + REACH:
            found = named_later(text, materials, active.targets)
            head = text[: found.start] if found is not None else ""
            if found is not None and (not active.topic or procedure_patterns.PRODUCT_BEFORE.search(head)):
                active.targets, active.rule = [moved(found, shift)], "named later"

    def _tell(self, frame: Frame, text: str, materials: list[Material], index: int, shift: int) -> None:
        """A frame: a new route, or more of the one being told."""
        self.told = index
        steps = steps_of(frame, text)
        targets, topic = self._made(frame, text, materials, shift)
        others = [] if self.ends else [m for m in materials if is_other(m, self.active, frame.precursors)]
        if is_other_way(self.active, frame, text):
            targets, active = targets or (self.active.targets if self.active else []), None
        elif begins_anew(self.active, frame, self.product):
            active = None
        else:
            active = self._continued(frame, targets, index, others)
        if active is not None:
            self._tell_more(active, frame, text, steps, index, shift)
            return
        cited = bool(self._sources(index)) and not targets
        if tells_enough(self.active, frame, text, targets, steps, cited=cited) and not self._is_retold(frame, targets):
            route = Route(targets, index, frame.rule, self.study, topic=topic, described=cited or self.study > 0)
            self._begin(route, frame, text, steps, shift)

    def _made(
        self, frame: Frame, text: str, materials: list[Material], shift: int
    ) -> tuple[list[Material], list[Material]]:
        """What a frame makes, and what its sentence is about when that is others' work."""
        targets = [moved(m, shift) for m in frame.targets]
        if targets and only_tells_form(targets, self.active):
            targets, frame.anaphor = [], True
        if is_nameless(frame.targets) and (body := named_before(text, materials, frame.targets)):
            targets = [moved(body, shift)]
        topic: list[Material] = []
        if frame.anaphor and not targets:
            told = self.active is not None and (self.active.named or self.active.is_under_way)
            targets = self.active.targets if self.active is not None and told else self._topic(text)
            if patterns.STUDY.search(text):  # others' work on it, unless the next sentences name another thing
                about = [] if frame.rule == "used" and any(map(is_definite, materials)) else targets
                targets, topic = [], about
        if frame.rule == "used":
            return [m for m in targets if is_definite(m)], [m for m in topic if is_definite(m)]
        return targets, topic

    def _tell_more(
        self, active: Route, frame: Frame, text: str, steps: list[PlacedStep], index: int, shift: int
    ) -> None:
        """A frame that goes on with a route, or with a variant of it."""
        if frame.rule == "noun" and active.steps and patterns.IMPROVED.search(text):
            active = self._variant(active, index)
        if frame.rule != "noun" or all(n.is_minor for n in frame.methods):
            active.add([s for s in steps if s.values], text)
        active.add_precursors(frame.precursors)
        active.add_methods(frame, shift)
        if active.by_solvent and not frame.solvent:
            active.tell_more_than_solvent()

    def _begin(self, route: Route, frame: Frame, text: str, steps: list[PlacedStep], shift: int) -> None:
        """Open a route with what its first frame tells."""
        route.forms_compound = frame.forms_compound
        before = next((r for r in reversed(self.routes) if r.named or r.is_procedure or r.is_reaction), None)
        if frame.same_method and before is not None:
            start, end = frame.same_method
            route.named, route.spans = list(before.named), [(start + shift, end + shift)]
            route.by_solvent = before.by_solvent
            route.steps = list(before.steps) if before.is_procedure or before.is_reaction else []
        route.add_methods(frame, shift)
        route.by_solvent = bool(frame.solvent) or route.by_solvent
        if frame.solvent and not any(frame.solvent == c.name for s in steps for c in s.values.values()):
            route.steps.append(SynthesisStep(op="mix", surface=frame.solvent, solvent=frame.solvent))
        route.add(steps, text)
        route.add_precursors(frame.precursors)
        self._open(route)

    def _topic(self, text: str) -> list[Material]:
        """What a sentence that names nothing is about: what the one before names first, or both of its things."""
        both = patterns.BOTH.search(text) is not None and len(self.last_named) == _BOTH
        latter = slice(-1, None) if patterns.LATTER.search(text) else slice(1)
        return self.last_named if both else self.last_named[latter]

    def _ends(self, text: str, made: list[Material]) -> bool:
        """Whether a sentence on the thing in hand tells what the procedure ends in: "It was heated to obtain M"."""
        told = self.active is not None and self.active.is_under_way and same(self.active.targets, made)
        return bool(told and patterns.RESULT.search(text) and patterns.PRONOUN_SUBJECT.search(text))

    def _sources(self, index: int) -> set[int]:
        """The numbers cited in a sentence."""
        start, end = self.passage.sentences[index]
        return {n for c in self.passage.citations if start <= c.position <= end for n in c.numbers}

    def _is_retold(self, frame: Frame, targets: list[Material]) -> bool:
        """Whether a route told by its solvent was told before."""
        known = [r for r in self.routes if r.study == self.study and same(r.targets, targets)]
        return bool(frame.solvent) and any(frame.solvent in (s.solvent or "") for r in known for s in r.steps)

    def _continued(self, frame: Frame, targets: list[Material], index: int, others: list[Material]) -> Route | None:
        """The route that a frame goes on telling: same work, same thing, no second route of its own.

        ``others`` are materials of the sentence that the route does not know.
        """
        minor = all(n.is_minor for n in frame.methods)
        off_topic = procedure_patterns.OFF_TOPIC.search(self.passage.sentence_text(index)) is not None
        active = self.active
        if active is None:
            return None
        if frame.alternative or frame.is_change or (frame.solvent and active.named):
            return None
        if not targets:
            goes_on = index == active.sentence or frame.anaphor or not others
            known = {n.method.code for n in frame.methods} <= set(active.named) and not off_topic
            remark = off_topic and index != active.sentence and not frame.anaphor
            done = self.is_procedure and not off_topic
            as_step = minor or known or done or not active.named or all(is_verb(n) for n in frame.methods)
            return active if goes_on and as_step and not remark else None
        awaited = not active.targets and active.is_under_way and active.takes(targets)
        named_here = awaited or (is_nameless(active.targets) and are_composed(targets, active.precursors))
        if self.is_procedure and named_here:
            active.targets = targets
            return active
        if not same(active.targets, targets) or len(targets) > len(active.targets):
            return None
        told = self.is_procedure and not off_topic
        if told and active.by_solvent and not frame.solvent:
            return active
        if (frame.anaphor or told) and all(is_verb(n) for n in frame.methods):
            return active
        if minor and frame.rule == "noun" and active.named and are_polymorphs(active.targets, targets):
            return None
        cited, before = self._sources(index), self._sources(active.sentence)
        retold = frame.rule.startswith("verb") and bool(cited and before) and cited != before
        if not active.named or (minor and not active.is_heated and not retold):
            return active
        codes = {n.method.code for n in frame.methods}
        return active if codes <= set(active.named) and not minor else None

    def _retell(self, index: int, materials: list[Material]) -> None:
        """A sample of the paper's own told by its treatment, once a passage."""
        route = None if self.is_procedure or any(map(is_definite, materials)) else sample_treated(self.passage, index)
        if route is not None and not any(same(r.targets, route.targets) and r.is_heated for r in self.routes):
            self.routes.append(route)

    def _go_on(self, sentence: MaskedSentence, materials: list[Material], index: int, shift: int) -> bool:
        """A sentence without a frame: more of the active route, or a treatment of something it names; whether it is."""
        text = sentence.text
        parts = put_in(sentence)
        goes_on = may_go_on(self.active, text, [m for m in materials if m not in parts], self.product)
        made, sources = made_without_method(sentence)
        named = performed(sentence, self.active.named) if self.active is not None else []
        goes_on = goes_on or bool(named)
        steps = told_steps(text, bare=goes_on or len(sources) > 1, named=named)
        off_topic = procedure_patterns.OFF_TOPIC.search(text)
        if not goes_on and steps and is_optimized(self.active, text, materials):
            steps = [s for s in steps if not off_topic or s.end < off_topic.start()]
            goes_on = bool(steps)
        if made and (only_tells_form(made, self.active) or self._ends(text, [moved(m, shift) for m in made])):
            made, goes_on = [], True
        if off_topic and not (made or steps):
            sources = []  # what a cell or a measurement is made with
        told = [moved(m, shift) for m in made]
        if not told and self.active is None and makes_anaphor(sentence):
            told = [m for m in self._topic(text) if is_definite(m)]
        reacted = implied_heat(text) if told and not steps else []
        if any(same(r.targets, told) and r.was_heated_as(step) for r in self.routes for step in reacted):
            return False  # which of the samples is meant: "the M film prepared at 700 °C"
        steps = steps or reacted
        done_to, started_from = ([], parts) if parts else treated_by(sentence, steps)
        sources = sources or started_from
        became = result_of(sentence) if len(done_to) > 1 else []
        if became and is_made_of(became[0].formula or "", [m.name for m in done_to]):
            told, sources, done_to = [moved(m, shift) for m in became], done_to, []
        placed = [moved(m, shift) for m in done_to]
        if placed and is_source_of(placed, self.active):
            placed, sources = [], done_to
        self._adopt(text, materials, shift)
        opened = self._place(told, placed, steps, sources, index, text)
        if self.active is None or not (opened or sources or goes_on or patterns.PRONOUN_SUBJECT.search(text)):
            return False
        if steps and not self.active.spans:
            self.active.spans = [(steps[0].start + shift, steps[0].end + shift)]
        body = any(m.form or patterns.BODY_NAMED.match(text, m.end) for m in made)
        self.active.forms_compound = self.active.forms_compound or (bool(reacted) and not body)
        self.told = index if steps else self.told
        self.active.add(steps, text)
        self.active.own([{m.name for m in treated_by(sentence, [step])[0]} for step in steps])
        self.active.add_precursors(sources)
        if goes_on and not steps:
            self.active.complete(find_conditions(text))
        return True

    def _place(
        self,
        made: list[Material],
        placed: list[Material],
        steps: list[PlacedStep],
        sources: list[Material],
        index: int,
        text: str,
    ) -> bool:
        """Find or open the route that a sentence without a frame tells of; whether it is told of by name.

        ``made`` is said to be made, ``placed`` to be treated.
        """
        if made:
            self._make(made, index, text)
            if self.vapour and self.active and not self.active.named and procedure_patterns.DEPOSITED.search(text):
                self.active.named.append(VAPOUR)
        elif placed and self._branches(placed, index):
            pass
        elif placed and (self.active is None or not same(self.active.targets, placed)):
            self._open(Route(placed, index, "treatment", self.study))
        elif (steps or len(sources) > 1) and sources and self.active is None:
            self._open(Route([], index, "procedure", self.study))
            self.common = self.active
        return bool(made or placed)

    def _branches(self, placed: list[Material], index: int) -> bool:
        """Whether things treated are made of the starting materials told before: each has the steps told in common."""
        common = self.common if self.common is not None and self.common.study == self.study else None
        if common is None or any(m.formula is None or is_precursor(m) for m in placed):
            return False
        if not all(is_made_of(m.formula or "", common.precursors) for m in placed):
            return False
        if not common.targets:
            common.targets, self.shared = placed, list(common.steps)
            self.active = common
        elif not same(common.targets, placed):
            if self.active is not None and same(self.active.targets, placed):
                return True
            route = Route(placed, index, "procedure", self.study, steps=list(self.shared))
            route.sources = dict(common.sources)
            self._open(route)
        return True

    def _adopt(self, text: str, materials: list[Material], shift: int) -> None:
        """The method named in a sentence that goes on with something made, where no method was named before."""
        if procedure_patterns.OFF_TOPIC.search(text):
            return
        if self.active is None or self.active.named or any(is_other(m, self.active, []) for m in materials):
            return
        for mention, method in find_methods(text):
            if method.code not in MINOR and patterns.BY_METHOD.search(text, 0, mention.start):
                self.active.named.append(method.code)
                self.active.spans.append((mention.start + shift, mention.end + shift))

    def _make(self, targets: list[Material], index: int, text: str) -> None:
        """Something is said to be made: the end of the procedure being told, or the head of one to come."""
        if self.active is not None and not self.active.targets and self.active.takes(targets):
            self.active.targets = targets
        elif self.active is not None and is_nameless(self.active.targets) and EXAMPLE.search(text):
            if all(agrees(m, t) for m in targets for t in self.active.targets):
                self.active.targets = targets
        elif self.is_procedure and self.active is not None and same(self.active.targets, targets):
            return
        elif self.active is None or self.active.is_under_way or not same(self.active.targets, targets):
            self._open(Route(targets, index, "made", self.study))

    def _variant(self, route: Route, index: int) -> Route:
        """A second way that begins as ``route`` does."""
        begun = replace(route, named=list(route.named), spans=[], steps=list(route.steps))
        begun.sentence, begun.rule = index, "variant"
        self._open(begun)
        return begun

    def _open(self, route: Route) -> None:
        self.routes.append(route)
        self.active = route
