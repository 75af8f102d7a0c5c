"""The reader of a paragraph's sentences: one route under way, and what each sentence does to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.records import SynthesisStep
from extractors.synthesis import telling
from extractors.synthesis.conditions import find_conditions
from extractors.synthesis.continuing import (
    Following,
    begins_anew,
    continues,
    is_other_way,
    only_speaks_of,
    starts_from_others,
    tells_enough,
    tells_mixture,
)
from extractors.synthesis.contribution import Contribution, contribution_of
from extractors.synthesis.cues import CUES
from extractors.synthesis.frames import Frame, read_sentence, result_of
from extractors.synthesis.masking import MaskedSentence, mask
from extractors.synthesis.method_choice import MINOR, VAPOUR
from extractors.synthesis.naming import REACH, agrees, is_definite, is_nameless, named_before, named_later
from extractors.synthesis.nearby import sample_treated
from extractors.synthesis.patterns import FRAMES, NAMING, PROCEDURES
from extractors.synthesis.product import made_of_sources, product_of
from extractors.synthesis.reaction import is_made_of
from extractors.synthesis.route import Route
from extractors.synthesis.sameness import is_body_of, is_other, only_tells_form, same
from extractors.synthesis.steps import PlacedStep
from extractors.synthesis.targets import is_precursor
from extractors.synthesis.telling import Said
from extractors.synthesis.topic import (
    coded_kind,
    doped_sample,
    made_in_ways,
    member_made,
    method_pointed_at,
    named_so,
    sample_meant,
    ways_told,
)
from extractors.synthesis.vocabulary import find_methods

_BOTH = 2  # things that "both" points back to


class Teller:
    """Reads sentence after sentence and keeps the route that is being told."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.routes: list[Route] = []
        self.active: Route | None = None
        self.before: list[Said] = []  # the sentences read
        self.study = 0
        self.common: Route | None = None  # a procedure whose targets are named by what is done to them later
        self.shared: list[SynthesisStep] = []  # its steps before the first of them
        self.told = 0  # the sentence that last told of the active route
        self.ends = False  # the sentence names what came of the active route
        self.vapour = False  # a deposition from the vapour was named
        self.is_procedure = telling.tells_procedure(passage)
        self.product = product_of(passage) if self.is_procedure else []
        self.ways: list[Material] = []  # the thing whose ways of making are told one by one

    def read(self, index: int, start: int, end: int) -> None:
        """Read one sentence, or a part of it."""
        said = Said(self.passage, index, start, self.passage.text[start:end])
        if FRAMES.STUDY.search(said.text):
            self.active = None
            self.study += 1
        if telling.may_tell(said.text):
            sentence = mask(said.text, said.materials)
            self._read(said, sentence)
        self._name(said)
        if self.active is not None and self.product:
            self.active.call(self.product)
        self.before.append(said)

    def _read(self, said: Said, sentence: MaskedSentence) -> None:
        """The frames of a sentence, or what it adds without one."""
        self.vapour = self.vapour or any(n.method.code == VAPOUR for n in sentence.methods)
        frames = read_sentence(sentence)
        ways = made_in_ways(said, sentence)
        awaited = bool(frames) and self.active is not None and not self.active.targets
        self.ends = awaited and bool(result_of(sentence))
        for frame in frames:
            self._tell(frame, said)
        if self._tell_ways(said, sentence, frames):
            return
        self.ways = ways or self.ways
        if not frames and not self._go_on(said, sentence):
            self._retell(said)
        if self.active is not None and not self.active.targets:
            self.active.targets = said.placed(result_of(sentence))

    def _tell_ways(self, said: Said, sentence: MaskedSentence, frames: Sequence[Frame]) -> bool:
        """One route a method of a sentence that goes through the ways of making something; whether it does."""
        told = {id(n) for f in frames if f.targets for n in f.methods}
        ways = ways_told(sentence, told) if self.ways else []
        for named in ways:
            route = Route(self.ways, said.index, "used", self.study)
            route.named = [named.method.code]
            route.spans = [(named.mention.start + said.start, named.mention.end + said.start)]
            known = (r for r in self.routes if r.study == self.study and same(r.targets, self.ways))
            if not any(set(route.named) <= set(r.methods) for r in known):
                self._open(route)
        return bool(ways)

    def _name(self, said: Said) -> None:
        """Give the active route of a described work the target that only this sentence names."""
        active = self.active
        if active is not None and self.told < said.index <= self.told + REACH:
            active.targets = named_so(said) or doped_sample(said, active.targets) or active.targets
        if active is None or not is_nameless(active.targets) or set(active.named) <= set(MINOR):
            return
        if self.told < said.index <= self.told + REACH:
            found = named_later(said.text, said.materials, active.targets)
            if found is None or not active.may_become(found):
                return
            head = said.text[: found.start]
            if not active.described and not NAMING.AS_MADE_BEFORE.search(head):
                return
            if not active.topic or PROCEDURES.PRODUCT_BEFORE.search(head):
                active.targets, active.rule = said.placed([found]), "named later"

    # ------------------------------------------------------------------ sentences with a frame

    def _tell(self, frame: Frame, said: Said) -> None:
        """A frame: a new route, or more of the one being told."""
        if frame.rule == "headed":
            if not self.is_procedure:
                return  # how a method works in general
            frame.alternative = self.active is None or frame.methods[0].method.code not in self.active.named
        self.told = said.index
        steps = telling.steps_of(frame, said.text)
        targets, topic = self._made(frame, said)
        active = self.active
        if is_other_way(active, frame, said.text):
            targets, active = targets or (active.targets if active else []), None
        elif begins_anew(active, frame, self.product):
            active = None
        else:
            active = self._continued(frame, targets, said)
        if active is not None:
            self._tell_more(active, frame, steps, said)
            return
        cited = bool(said.cited) and not targets
        enough = tells_enough(self.active, frame, said.text, targets, steps, cited=cited)
        if enough and not self._is_retold(frame, targets, said):
            route = Route(targets, said.index, frame.rule, self.study, topic=topic, described=cited or self.study > 0)
            self._begin(route, frame, steps, said)

    def _made(self, frame: Frame, said: Said) -> tuple[list[Material], list[Material]]:
        """What a frame makes, and what its sentence is about when that is others' work."""
        targets = self._named(frame, said)
        topic: list[Material] = []
        if frame.anaphor and not targets and not tells_mixture(frame, said.text):
            targets, topic = self._pointed_at(frame, said)
        if frame.rule == "used":
            return [m for m in targets if is_definite(m)], [m for m in topic if is_definite(m)]
        return targets, topic

    def _named(self, frame: Frame, said: Said) -> list[Material]:
        """What the words of a frame's sentence name as made, or call by its kind."""
        targets = said.placed(frame.targets)
        form = bool(targets) and only_tells_form(targets, self.active)
        if form or (targets and frame.rule == "method verb" and is_body_of(targets, self.active, said.text)):
            targets, frame.anaphor = [], True
        if is_nameless(targets) and PROCEDURES.OF_THIS_COMPOSITION.search(said.text):
            targets, frame.anaphor = [], True
        if is_nameless(frame.targets) and (body := named_before(said.text, said.materials, frame.targets)):
            targets = said.placed([body])
        return coded_kind(said, member_made(said, sample_meant(said, targets)))

    def _pointed_at(self, frame: Frame, said: Said) -> tuple[list[Material], list[Material]]:
        """What "it", "the sample" makes; others' work is on it unless the next sentences name another thing."""
        told = self.active is not None and (self.active.named or self.active.is_under_way)
        meant = self.active.targets if self.active is not None and told else self._topic(said.text)
        if FRAMES.STUDY.search(said.text):
            return [], [] if frame.rule == "used" and any(map(is_definite, said.materials)) else meant
        return meant, []

    def _continued(self, frame: Frame, targets: list[Material], said: Said) -> Route | None:
        """The route that a frame goes on telling; it may name what that makes."""
        active = self.active
        if active is None:
            return None
        others = [] if self.ends else [m for m in said.materials if is_other(m, active, frame.precursors)]
        before = telling.sources_of(self.passage, active.sentence)
        following = Following(active, frame, targets, others, said, before, self.is_procedure)
        if not continues(following):
            return None
        if following.names_product:
            active.targets = targets
        return active

    def _tell_more(self, active: Route, frame: Frame, steps: list[PlacedStep], said: Said) -> None:
        """A frame that goes on with a route, or with a variant of it."""
        if frame.rule == "noun" and active.steps and FRAMES.IMPROVED.search(said.text):
            active = self._variant(active, said.index)
        stated = [s for s in steps if s.values]
        if stated and frame.rule.startswith("verb"):
            active.place_again(said.index)
        if frame.rule != "noun" or all(n.is_minor for n in frame.methods):
            active.add(stated, said.text)
        active.from_parts = active.from_parts or said.puts_together
        active.add_precursors(frame.precursors)
        active.add_methods(frame, said.start)
        if active.by_solvent and not frame.solvent:
            active.tell_more_than_solvent()

    def _begin(self, route: Route, frame: Frame, steps: list[PlacedStep], said: Said) -> None:
        """Open a route with what its first frame tells."""
        route.forms_compound = frame.forms_compound
        route.from_parts = said.puts_together
        before = self._meant_by_same(frame, said)
        if frame.same_method and before is not None:
            start, end = frame.same_method
            route.named, route.spans = list(before.named), [(start + said.start, end + said.start)]
            route.by_solvent = before.by_solvent
            route.from_parts = route.from_parts or before.from_parts or before.made_from_several
            told_anew = len(frame.precursors) > 1
            route.steps = [] if told_anew or not (before.is_procedure or before.is_reaction) else list(before.steps)
        route.add_methods(frame, said.start)
        route.is_worded = route.is_worded or not self.passage.tells_own(said.start)
        route.by_solvent = bool(frame.solvent) or route.by_solvent
        if frame.solvent and not any(frame.solvent == c.name for s in steps for c in s.values.values()):
            route.steps.append(SynthesisStep(op="mix", surface=frame.solvent, solvent=frame.solvent))
        route.add(steps, said.text)
        route.add_precursors(frame.precursors)
        self._open(route)

    def _meant_by_same(self, frame: Frame, said: Said) -> Route | None:
        """The route that "the same procedure" means: the last of the paragraph, or of the paper's procedures before."""
        if frame.same_method and CUES.DESCRIBED_ELSEWHERE.match(said.text, frame.same_method[1]):
            return None
        known = [*self.passage.samples.routes, *self.routes]
        told = next((r for r in reversed(known) if r.named or r.is_procedure or r.is_reaction), None)
        return method_pointed_at(self.passage, said, frame.same_method, told) or told

    def _topic(self, text: str) -> list[Material]:
        """What a sentence that names nothing is about: what the one before names first, or both of its things."""
        named = next(filter(None, (said.subjects for said in reversed(self.before))), [])
        if FRAMES.BOTH.search(text) and len(named) == _BOTH:
            return named
        if FRAMES.LATTER.search(text):
            return named[-1:]
        first = named[:1]
        members = [m for m in named if is_definite(m)] if is_nameless(first) else []
        return members if len({m.name for m in members}) == 1 else first

    def _is_retold(self, frame: Frame, targets: list[Material], said: Said) -> bool:
        """Whether a route told by its solvent, of a sample compared with or spoken of, was told before."""
        known = [r for r in self.routes if r.study == self.study and same(r.targets, targets)]
        codes = {n.method.code for n in frame.methods}
        if frame.alternative and frame.anaphor and any(codes <= set(r.named) for r in known):
            return True
        if only_speaks_of(frame, said.text):
            return self._was_told(targets, codes)
        return bool(frame.solvent) and any(frame.solvent in (s.solvent or "") for r in known for s in r.steps)

    def _was_told(self, targets: list[Material], codes: set[str]) -> bool:
        """Whether the paper told a route of the same things by these methods."""
        known = [r for r in (*self.passage.samples.routes, *self.routes) if same(r.targets, targets)]
        return any(codes <= set(r.methods) for r in known)

    # ------------------------------------------------------------------ sentences without a frame

    def _go_on(self, said: Said, sentence: MaskedSentence) -> bool:
        """More of the active route, or a treatment of something the sentence names; whether it is either."""
        topic = said.taken(m for m in self._topic(said.text) if is_definite(m))
        found = contribution_of(said, sentence, self.active, self.product, topic)
        made, treated = said.placed(found.made), said.placed(found.treated)
        self._adopt(said)
        self._place(made, treated, found, said)
        if self.active is None or not (made or treated or self._tells_more(found, said)):
            return False
        self._add(self.active, found, said, sentence)
        return True

    def _tells_more(self, found: Contribution, said: Said) -> bool:
        """Whether a sentence that names nothing of its own adds to the route: what it is made of, or "it"."""
        reacted = len(found.sources) > 1 and any(step.values for step in found.steps)
        sources = found.sources and (self.is_procedure or reacted or not said.is_off_topic)
        return bool(sources) or found.goes_on or FRAMES.PRONOUN_SUBJECT.search(said.text) is not None

    def _add(self, active: Route, found: Contribution, said: Said, sentence: MaskedSentence) -> None:
        """Give the active route what a sentence adds."""
        if found.steps and not active.spans:
            way = PROCEDURES.NAMED_BY_STEPS.search(said.text)
            start, end = way.span() if way else (found.steps[0].start, found.steps[0].end)
            active.spans = [(start + said.start, end + said.start)]
        active.forms_compound = active.forms_compound or found.forms_compound
        active.from_parts = active.from_parts or said.puts_together
        self.told = said.index if found.steps else self.told
        active.add(found.steps, said.text)
        active.own([{m.name for m in telling.treated_by(sentence, [step])[0]} for step in found.steps])
        active.add_precursors(found.sources)
        if found.goes_on and not found.steps:
            active.complete(find_conditions(said.text))

    def _place(self, made: list[Material], treated: list[Material], found: Contribution, said: Said) -> None:
        """Find or open the route that a sentence without a frame tells of."""
        if not (made or treated) and starts_from_others(self.active, found.sources):
            route = Route([], said.index, "procedure", self.study)
            route.add_precursors(found.sources)
            route.targets = made_of_sources(route, self.passage)
            self._open(route)
        elif made:
            self._make(made, said)
        elif treated:
            if not self._branches(treated, said.index) and not self._is_of_active(treated):
                self._open(Route(treated, said.index, "treatment", self.study))
        elif self.active is None:
            several = found.sources and (found.steps or len(found.sources) > 1)
            if several or said.puts_together:
                self._open(Route([], said.index, "procedure", self.study))
                self.common = self.active

    def _is_of_active(self, materials: list[Material]) -> bool:
        return self.active is not None and same(self.active.targets, materials)

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
        elif not same(common.targets, placed) and not self._is_of_active(placed):
            route = Route(placed, index, "procedure", self.study, steps=list(self.shared))
            route.sources = dict(common.sources)
            self._open(route)
        return True

    def _adopt(self, said: Said) -> None:
        """The method named in a sentence that goes on with something made, where no method was named before."""
        active = self.active
        if active is None or active.named or said.is_off_topic:
            return
        if (active.rule == "treatment" and not self.is_procedure) or any(
            is_other(m, active, []) for m in said.materials
        ):
            return
        for mention, method in find_methods(said.text):
            if method.code not in MINOR and FRAMES.BY_METHOD.search(said.text, 0, mention.start):
                active.named.append(method.code)
                active.spans.append((mention.start + said.start, mention.end + said.start))

    def _make(self, targets: list[Material], said: Said) -> None:
        """Something is said to be made: the end of the procedure being told, or the head of one to come."""
        active = self.active
        known = self._is_of_active(targets)
        if active is not None and self._is_name_of(active, targets, said.text):
            active.targets = targets
        elif active is None or (not known or (active.is_under_way and not self.is_procedure)):
            self._open(Route(targets, said.index, "made", self.study))
        if self.vapour and self.active and not self.active.named and PROCEDURES.DEPOSITED.search(said.text):
            self.active.named.append(VAPOUR)

    @staticmethod
    def _is_name_of(active: Route, targets: list[Material], text: str) -> bool:
        """Whether something made is what a route has no name for yet: its product, or an example of its class."""
        if not active.targets and active.takes(targets):
            return True
        classes = bool(active.targets) and is_nameless(active.targets) and NAMING.EXAMPLE.search(text) is not None
        return classes and all(agrees(m, t) for m in targets for t in active.targets)

    def _retell(self, said: Said) -> None:
        """A sample of the paper's own told by its treatment, once a passage: others by other temperatures or times."""
        if self.is_procedure or any(map(is_definite, said.materials)):
            return
        route = sample_treated(self.passage, said.index)
        known = [r for r in self.routes if route is not None and same(r.targets, route.targets)]
        if route is not None and not any(r.tells(step) for r in known for step in route.steps):
            self.routes.append(route)

    def _variant(self, route: Route, index: int) -> Route:
        """A second way that begins as ``route`` does."""
        begun = replace(route, named=list(route.named), spans=[], steps=list(route.steps), sources=dict(route.sources))
        begun.sentence, begun.rule = index, "variant"
        self._open(begun)
        return begun

    def _open(self, route: Route) -> None:
        self.routes.append(route)
        self.active = route
