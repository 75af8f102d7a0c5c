"""Whether a sentence goes on with the route under way, begins another one, or tells another way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.mentions import Material
from extractors.synthesis.frames import Frame
from extractors.synthesis.method_choice import MINOR
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.route import Route, is_stated
from extractors.synthesis.sameness import are_polymorphs, is_other, same
from extractors.synthesis.steps import PlacedStep
from extractors.synthesis.targets import is_precursor, is_verb
from extractors.synthesis.telling import Said


@dataclass(frozen=True, slots=True)
class Following:
    """A frame behind the route under way, and what decides whether it tells more of that."""

    active: Route
    frame: Frame
    targets: list[Material]  # what the frame makes; [] where it does not say
    others: list[Material]  # things the sentence names that the route does not know
    said: Said
    cited_before: frozenset[int]  # the sources of the sentence that the route began in
    is_procedure: bool  # the paragraph is experimental

    @property
    def codes(self) -> set[str]:
        """The methods that the frame names."""
        return {n.method.code for n in self.frame.methods}

    @property
    def is_minor(self) -> bool:
        """Whether it names only treatments."""
        return all(n.is_minor for n in self.frame.methods)

    @property
    def are_verbs(self) -> bool:
        """Whether its methods are told as done: "ball-milled"."""
        return all(is_verb(n) for n in self.frame.methods)

    @property
    def is_told_in_order(self) -> bool:
        """Whether the paragraph is experimental and the sentence keeps to it."""
        return self.is_procedure and not self.said.is_off_topic

    @property
    def is_another_way(self) -> bool:
        """Whether the frame's own words say that it is another way."""
        frame = self.frame
        by_solvent = bool(frame.solvent and self.active.named)
        return frame.alternative or frame.is_change or by_solvent or self.is_of_reference

    @property
    def is_of_reference(self) -> bool:
        """Whether it makes the common form of the thing, to compare with: "The traditional M was synthesized by R"."""
        begins = (self.said.text[: m.start] for m in self.frame.targets)
        return any(PROCEDURES.REFERENCE_SAMPLE.search(text) for text in begins)

    @property
    def is_remark(self) -> bool:
        """Whether a later sentence looks at something, and not at the thing in hand by a pronoun."""
        return self.said.is_off_topic and self.said.index != self.active.sentence and not self.frame.anaphor

    @property
    def is_about_it(self) -> bool:
        """Whether nothing else can be meant."""
        return self.said.index == self.active.sentence or self.frame.anaphor or not self.others

    @property
    def is_step(self) -> bool:
        """Whether the methods are steps of the route: known, done, treatments, or its first."""
        known = self.codes <= set(self.active.named) and not self.said.is_off_topic
        return self.is_minor or known or self.is_told_in_order or not self.active.named or self.are_verbs

    @property
    def names_product(self) -> bool:
        """Whether it names what the procedure's starting materials became."""
        active = self.active
        awaited = not active.targets and active.is_under_way and active.takes(self.targets)
        return self.is_procedure and not self.frame.same_method and bool(self.targets) and awaited

    @property
    def is_another_thing(self) -> bool:
        """Whether the frame makes something else, or more than the route."""
        return not same(self.active.targets, self.targets) or len(self.targets) > len(self.active.targets)

    @property
    def completes_solvent(self) -> bool:
        """Whether it tells more of a procedure that was known by its solvent alone."""
        return self.is_told_in_order and self.active.by_solvent and not (self.frame.solvent or self.active.is_heated)

    @property
    def names_polymorph(self) -> bool:
        """Whether a treatment is that of another polymorph of the route's thing."""
        named = self.is_minor and self.frame.rule == "noun" and bool(self.active.named)
        return named and are_polymorphs(self.active.targets, self.targets)

    @property
    def is_first_heat(self) -> bool:
        """Whether it is the first treatment told of the thing, and of the same work."""
        cited, before = self.said.cited, self.cited_before
        retold = self.frame.rule.startswith("verb") and bool(cited and before) and cited != before
        return self.is_minor and not self.active.is_heated and not retold


Rule = tuple[Callable[[Following], bool], bool]

# what decides, the first that holds; where none does, the frame tells a route of its own
_OF_SOMETHING_UNSAID: tuple[Rule, ...] = (
    (lambda f: f.is_another_way or f.is_remark, False),
    (lambda f: f.is_about_it and f.is_step, True),
)
_OF_SOMETHING_NAMED: tuple[Rule, ...] = (
    (lambda f: f.is_another_way, False),
    (lambda f: f.names_product, True),
    (lambda f: f.is_another_thing, False),
    (lambda f: f.completes_solvent, True),
    (lambda f: (f.frame.anaphor or f.is_told_in_order) and f.are_verbs, True),
    (lambda f: f.names_polymorph, False),
    (lambda f: not f.active.named or f.is_first_heat, True),
    (lambda f: f.codes <= set(f.active.named) and not f.is_minor, True),
)


def continues(following: Following) -> bool:
    """Whether a frame goes on telling the route under way: same work, same thing, no second route of its own."""
    rules = _OF_SOMETHING_NAMED if following.targets else _OF_SOMETHING_UNSAID
    return next((verdict for holds, verdict in rules if holds(following)), False)


def begins_anew(active: Route | None, frame: Frame) -> bool:
    """Whether a frame lists starting materials of its own while another route is under way."""
    if active is None or len(frame.precursors) < 2 or not any(map(is_stated, active.steps)):
        return False
    return all(is_precursor(m) for m in frame.precursors)


def may_go_on(active: Route | None, text: str, materials: list[Material], product: list[Material]) -> bool:
    """Whether a sentence can only tell more of a procedure under way: nothing else is named or looked at."""
    if active is None or not (active.is_under_way or same(active.targets, product)):
        return False
    if PROCEDURES.OFF_TOPIC.search(text):
        return False
    return not any(is_other(m, active, []) for m in materials)


def is_optimized(active: Route | None, text: str, materials: list[Material]) -> bool:
    """Whether a sentence tells the best conditions of the route under way, of which none were told yet."""
    if active is None or not active.targets or any(is_other(m, active, []) for m in materials):
        return False
    return not active.is_under_way and PROCEDURES.OPTIMIZED.search(text) is not None


def is_end(active: Route | None, text: str, made: list[Material]) -> bool:
    """Whether a sentence on the thing in hand tells what the procedure ends in: "It was heated to obtain M"."""
    told = active is not None and active.is_under_way and same(active.targets, made)
    return bool(told and FRAMES.RESULT.search(text) and FRAMES.PRONOUN_SUBJECT.search(text))


def tells_enough(
    active: Route | None, frame: Frame, text: str, targets: list[Material], steps: list[PlacedStep], *, cited: bool
) -> bool:
    """Whether a frame that goes on with no route tells one of its own: what is made, of what, or whose work it is."""
    stated = active is None and any(s.values for s in steps)
    studied = cited or FRAMES.STUDY.search(text) is not None
    begun = studied and any(n.method.code not in MINOR for n in frame.methods)
    return bool(targets or frame.precursors or stated or begun)
