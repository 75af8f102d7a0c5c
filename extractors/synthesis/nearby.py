"""Methods and treatments that a paper tells of its own electrolytes where no word of making joins the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.linking.passage import Passage, named_before
from extractors.mentions import Material
from extractors.synthesis.frames import read_sentence
from extractors.synthesis.masking import MaskedSentence, NamedMethod, mask, moved
from extractors.synthesis.method_choice import MINOR
from extractors.synthesis.naming import is_definite
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.route import Route
from extractors.synthesis.sameness import same
from extractors.synthesis.steps import find_steps
from extractors.synthesis.targets import is_precursor
from extractors.synthesis.telling import tells_procedure
from extractors.synthesis.vocabulary import Mention, find_methods

_EXCHANGED = "ion-exchange"  # beside an electrolyte mostly what water does to it, not how it was made


def routes_nearby(passage: Passage, told: Sequence[Route]) -> list[Route]:
    """One route a passage for each of the paper's electrolytes and each method beside it that ``told`` does not tell.

    Of several electrolytes of a sentence it is the nearest. In a procedure a method beside something whose making is
    told is a step of that.
    """
    found: list[Route] = []
    sentences = {route.sentence for route in told if route.is_told}
    procedure = tells_procedure(passage)
    for index, (start, end) in enumerate(passage.sentences):
        if index in sentences or not passage.tells_own(start):
            continue
        for target, named in _pairs(passage, start, end):
            known = [r for r in (*told, *found) if r.is_told and same(r.targets, [target])]
            if not (known and (procedure or any(named.method.code in r.methods for r in known))):
                found.append(_route(passage, index, target, named))
    return found


def _route(passage: Passage, index: int, target: Material, named: NamedMethod) -> Route:
    """The route of a method beside an electrolyte, with the method's own conditions."""
    start, end = passage.sentences[index]
    place = _placed(named, start)
    route = Route([target], index, "nearby")
    route.named, route.spans = [named.method.code], [(place.start, place.end)]
    steps = find_steps(passage.text, start, end, [place])
    route.add([s for s in steps if s.values and s.start == place.start], passage.text[:end])
    return route


def sample_treated(passage: Passage, index: int) -> Route | None:
    """How a sample that a sentence does not name was treated: "the pellets sintered at 1100 °C for 2 h showed ..."."""
    start, end = passage.sentences[index]
    text = passage.text[start:end]
    treated = (m.start() for m in PROCEDURES.TREATED.finditer(text))
    if not passage.tells_own(start) or not any(PROCEDURES.SAMPLE_BEFORE.search(text, 0, at) for at in treated):
        return None
    steps = [s for s in find_steps(text) if s.op == "heat" and s.values]
    spoken_of = next(filter(is_definite, named_before(passage, start)), None)
    if spoken_of is None or not any("temperature_c" in s.values for s in steps):
        return None
    route = Route([spoken_of], index, "treatment")
    route.spans = [(steps[0].start + start, steps[0].end + start)]
    route.add(steps, text)
    for mention, method in find_methods(text):
        if method.code not in MINOR and FRAMES.BY_METHOD.search(text, steps[0].end, mention.start):
            route.named.append(method.code)
    return route


def _placed(named: NamedMethod, shift: int) -> Mention:
    """A method's words as the operation that its own conditions describe, in the passage."""
    mention = named.mention
    return mention._replace(start=mention.start + shift, end=mention.end + shift, code=named.method.step)


def _pairs(passage: Passage, start: int, end: int) -> Iterator[tuple[Material, NamedMethod]]:
    """Each method of a sentence with the electrolyte nearest to it; nothing where starting materials are listed."""
    text = passage.text[start:end]
    if any(p.search(text) for p in (PROCEDURES.NOT_DONE_IN_LAB, PROCEDURES.CELL, PROCEDURES.HOPED)):
        return
    sentence = mask(text, [moved(m, -start) for m in passage.materials_in(start, end)])
    if any(map(is_precursor, sentence.materials)):
        return
    made = {id(method) for frame in read_sentence(sentence) if frame.targets for method in frame.methods}
    for method in sentence.methods:
        place = sentence.hidden(method.mention.start)
        if id(method) in made or FRAMES.DONE_BY.search(sentence.masked, 0, place):
            continue
        owner = _nearest(sentence, method)
        if owner is not None and not (method.is_minor or method.method.code == _EXCHANGED):
            yield moved(owner, start), method


def _nearest(sentence: MaskedSentence, method: NamedMethod) -> Material | None:
    """The definite electrolyte nearest to a method; None where it is a part of a mixture."""
    place = method.mention
    owners = [m for m in sentence.materials if is_definite(m)]
    nearest = min(owners, key=lambda m: max(m.start - place.end, place.start - m.end), default=None)
    if nearest is None or FRAMES.MIXTURE_BEFORE.search(sentence.text, 0, nearest.start):
        return None
    return nearest
