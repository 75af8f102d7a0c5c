"""Whether a sentence goes on with the route under way, begins another one, or tells another way."""

from __future__ import annotations

from extractors.mentions import Material
from extractors.synthesis import patterns, procedure_patterns
from extractors.synthesis.frames import Frame
from extractors.synthesis.method_choice import MINOR
from extractors.synthesis.reaction import leaves_nothing
from extractors.synthesis.route import Route, is_stated
from extractors.synthesis.sameness import is_other, same
from extractors.synthesis.steps import PlacedStep
from extractors.synthesis.targets import is_precursor


def is_other_way(active: Route | None, frame: Frame, text: str) -> bool:
    """Whether a frame tells what was done with some of the samples instead: "Some pellets were hot pressed"."""
    if active is None or not procedure_patterns.OTHER_WAY.search(text):
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


def may_go_on(active: Route | None, text: str, materials: list[Material], product: list[Material]) -> bool:
    """Whether a sentence can only tell more of a procedure under way: nothing else is named or looked at."""
    if active is None or not (active.is_under_way or same(active.targets, product)):
        return False
    if procedure_patterns.OFF_TOPIC.search(text):
        return False
    return not any(is_other(m, active, []) for m in materials)


def is_optimized(active: Route | None, text: str, materials: list[Material]) -> bool:
    """Whether a sentence tells the best conditions of the route under way, of which none were told yet."""
    if active is None or not active.targets or any(is_other(m, active, []) for m in materials):
        return False
    return not active.is_under_way and procedure_patterns.OPTIMIZED.search(text) is not None


def tells_enough(
    active: Route | None, frame: Frame, text: str, targets: list[Material], steps: list[PlacedStep], *, cited: bool
) -> bool:
    """Whether a frame that goes on with no route tells one of its own: what is made, of what, or whose work it is."""
    stated = active is None and any(s.values for s in steps)
    studied = cited or patterns.STUDY.search(text) is not None
    begun = studied and any(n.method.code not in MINOR for n in frame.methods)
    return bool(targets or frame.precursors or stated or begun)
