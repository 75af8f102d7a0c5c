"""What a sentence without a frame adds to a making: things made, things treated, starting materials, steps."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.mentions import Material
from extractors.synthesis.continuing import is_end, is_optimized, may_go_on
from extractors.synthesis.frames import made_without_method, makes_anaphor, result_of
from extractors.synthesis.masking import MaskedSentence
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.reaction import is_made_of, leaves_nothing
from extractors.synthesis.route import Route
from extractors.synthesis.sameness import is_body_of, is_other, is_source_of, only_tells_form
from extractors.synthesis.steps import PlacedStep
from extractors.synthesis.targets import is_verb, put_in
from extractors.synthesis.telling import Said, implied_heat, performed, told_steps, treated_by
from extractors.synthesis.vocabulary import Mention


@dataclass(slots=True)
class Contribution:
    """What a sentence adds; offsets count its characters."""

    goes_on: bool  # it tells more of the route under way
    made: list[Material] = field(default_factory=list)
    treated: list[Material] = field(default_factory=list)
    sources: list[Material] = field(default_factory=list)
    steps: list[PlacedStep] = field(default_factory=list)
    is_implied: bool = False  # the heat is told by no word for it: "prepared from M and M at 600 °C"
    is_body: bool = False  # what is made is the body of something that was there before

    @property
    def forms_compound(self) -> bool:
        """Whether the heat made the compound, not only its body."""
        return self.is_implied and not self.is_body


def contribution_of(
    said: Said, sentence: MaskedSentence, active: Route | None, product: list[Material], topic: list[Material]
) -> Contribution:
    """What a sentence adds; ``topic`` is what it is about where nothing is under way and it names nothing."""
    parts = put_in(sentence)
    others = [m for m in said.materials if m not in parts]
    named = performed(sentence, active.named) if active is not None else []
    found = Contribution(goes_on=may_go_on(active, said.text, others, product) or bool(named))
    found.made, found.sources = made_without_method(sentence)
    found.steps = told_steps(said.text, found.goes_on or len(found.sources) > 1, named, _others(sentence, active))
    _keep_to_making(found, said, active)
    _find_made(found, said, sentence, active, topic)
    _find_treated(found, said, sentence, active, parts)
    return found


def _others(sentence: MaskedSentence, active: Route | None) -> list[Mention]:
    """The methods of a sentence that are listed beside what was done: the conditions behind them are their own."""
    known = active.named if active is not None else []
    named = [n for n in sentence.methods if not (n.is_minor or is_verb(n) or n.method.code in known)]
    listed = [n for n in named if not FRAMES.BY_METHOD.search(sentence.text, 0, n.mention.start)]
    return [n.mention._replace(code=n.method.step) for n in listed]


def _keep_to_making(found: Contribution, said: Said, active: Route | None) -> None:
    """Leave out what a measurement or a cell is made with; the best conditions of a route are its steps."""
    off_topic = PROCEDURES.OFF_TOPIC.search(said.text)
    if not found.goes_on and found.steps and is_optimized(active, said.text, said.materials):
        found.steps = [s for s in found.steps if not off_topic or s.end < off_topic.start()]
        found.goes_on = bool(found.steps)
    if off_topic and not (found.made or found.steps):
        found.sources = []


def _find_made(
    found: Contribution, said: Said, sentence: MaskedSentence, active: Route | None, topic: list[Material]
) -> None:
    """What is said to be made: not the form of what is in hand, and not its name again at the end of its procedure."""
    if found.made and (only_tells_form(found.made, active) or is_end(active, said.text, found.made)):
        found.made, found.goes_on = [], True
    found.is_body = any(m.form or FRAMES.BODY_NAMED.match(said.text, m.end) for m in found.made)
    if not found.made and active is None and makes_anaphor(sentence):
        found.made = topic
    found.made = found.made or _formed(found, said, active)
    if found.made and not found.steps:
        found.steps = implied_heat(said.text)
        found.is_implied = bool(found.steps)


def _formed(found: Contribution, said: Said, active: Route | None) -> list[Material]:
    """What several starting materials became in the steps told, where no word says that it was made."""
    if len(found.sources) < 2 or not any(step.values for step in found.steps):
        return []
    names = [m.name for m in found.sources]
    others = [m for m in said.materials if is_other(m, active, found.sources)]
    return [m for m in others if is_made_of(m.formula or "", names) and leaves_nothing(m.formula or "", names)]


def _find_treated(
    found: Contribution, said: Said, sentence: MaskedSentence, active: Route | None, parts: list[Material]
) -> None:
    """What is treated: a thing of its own, the one in hand by its kind, or starting materials of what they became."""
    treated, sources = ([], parts) if parts else treated_by(sentence, found.steps)
    found.sources += [m for m in sources if m not in found.sources]
    became = result_of(sentence) if len(treated) > 1 else []
    if became and is_made_of(became[0].formula or "", [m.name for m in treated]):
        found.made, found.sources, treated = became, treated, []
    if treated and is_body_of(treated, active, said.text):
        treated, found.goes_on = [], True
    if treated and is_source_of(treated, active):
        treated, found.sources = [], treated
    found.treated = treated
    if said.puts_together:
        found.goes_on = True
