"""Whether a sentence goes on with the route under way, begins another one, or tells another way."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.mentions import Material
from extractors.synthesis.frames import Frame
from extractors.synthesis.method_choice import MINOR
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.reaction import leaves_nothing
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
    def is_of_reference(self) -> bool:
        """Whether it makes the common form of the thing, to compare with: "The traditional M was synthesized by R"."""
        begins = (self.said.text[: m.start] for m in self.frame.targets)
        return any(PROCEDURES.REFERENCE_SAMPLE.search(text) for text in begins)

    @property
    def names_product(self) -> bool:
        """Whether it names what the procedure's starting materials became."""
        active = self.active
        awaited = not active.targets and active.is_under_way and active.takes(self.targets)
        return self.is_procedure and not self.frame.same_method and bool(self.targets) and awaited


def continues(following: Following) -> bool:
    """Whether a frame goes on telling the route under way: same work, same thing, no second route of its own."""
    active, frame = following.active, following.frame
    by_solvent = bool(frame.solvent and active.named)
    if frame.alternative or frame.is_change or by_solvent or following.is_of_reference:
        return False  # its own words say that it is another way
    return _goes_on_with_it(following) if following.targets else _goes_on(following)


def _goes_on(f: Following) -> bool:
    """Whether a frame that does not say what it makes can only mean the thing in hand, and is a step of its route."""
    it_is_meant = f.said.index == f.active.sentence or f.frame.anaphor
    if f.said.is_off_topic and not it_is_meant:
        return False  # a later sentence looks at something
    known = f.codes <= set(f.active.named) and not f.said.is_off_topic
    is_step = f.is_minor or known or f.is_told_in_order or not f.active.named or f.are_verbs
    return (it_is_meant or not f.others) and is_step


def _goes_on_with_it(f: Following) -> bool:
    """Whether a frame that says what it makes is about the thing of the route, and tells more of how that was made."""
    active, frame = f.active, f.frame
    if f.names_product:
        return True
    if not same(active.targets, f.targets) or len(f.targets) > len(active.targets):
        return False
    if f.is_told_in_order and active.by_solvent and not (frame.solvent or active.is_heated):
        return True  # more of what was known by its solvent alone
    return (f.are_verbs and (frame.anaphor or f.is_told_in_order)) or _treats_it(f)


def _treats_it(f: Following) -> bool:
    """Whether a frame tells the first treatment of the route's thing, or of its methods again."""
    active, frame = f.active, f.frame
    if f.is_minor and frame.rule == "noun" and active.named and are_polymorphs(active.targets, f.targets):
        return False
    if f.is_minor and active.named:  # the first treatment told of the thing, and of the same work
        retold = frame.rule.startswith("verb") and f.said.cited and f.cited_before and f.said.cited != f.cited_before
        return not (active.is_heated or retold)
    return f.codes <= set(active.named) or not active.named


def is_other_way(active: Route | None, frame: Frame, text: str) -> bool:
    """Whether a frame tells what was done with some of the samples instead: "Some pellets were hot pressed"."""
    if active is None or not PROCEDURES.OTHER_WAY.search(text):
        return False
    return any(not n.is_minor and n.method.code not in active.named for n in frame.methods)


def begins_anew(active: Route | None, frame: Frame, product: list[Material]) -> bool:
    """Whether a frame lists starting materials of its own while another route is under way."""
    if active is None or len(frame.precursors) < 2 or not any(map(is_stated, active.steps)):
        return False
    sources = [m.name for m in frame.precursors]
    if product and same(active.targets, product) and leaves_nothing(product[0].formula or "", sources):
        return False  # added later
    return all(is_precursor(m) for m in frame.precursors)


def only_speaks_of(frame: Frame, text: str) -> bool:
    """Whether a method only tells which thing is spoken of: "The | ball-milled | A is yellow"."""
    return frame.rule == "method verb" and PROCEDURES.THE_TREATED.search(text, 0, frame.anchor) is not None


def tells_mixture(frame: Frame, text: str) -> bool:
    """Whether "them" are the starting materials of the sentence: "put A and B into a pot and milled them"."""
    several = len(frame.precursors) > 1 and all(map(is_precursor, frame.precursors))
    return several and PROCEDURES.THEM.search(text) is not None


def starts_from_others(active: Route | None, sources: list[Material]) -> bool:
    """Whether several starting materials hold what the thing in hand has not: another one is made of them."""
    if active is None or len(sources) < 2 or not all(map(is_precursor, sources)):
        return False
    names = [m.formula or m.name for m in sources]
    made = [m.formula for m in active.targets if m.formula]
    told = active.made_from_several and any(map(is_stated, active.steps))
    return told and bool(made) and not any(leaves_nothing(formula, names) for formula in made)


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
