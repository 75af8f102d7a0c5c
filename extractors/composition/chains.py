"""Pieces joined to names: mixtures, composites, doped and coated materials, sample codes, cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extractors.composition import lexicon, patterns
from extractors.composition.formula import parse
from extractors.composition.roles import role_of
from extractors.composition.tokens import Piece

SALT = 8
"""Characters of a salt's formula at most."""

LONGEST_GAP = 16
"""Characters between two pieces of one name at most: `` center dot 12.5``."""

_PARTS = frozenset({"formula", "alias"})
_SHORT = frozenset({"alias", "letters"})
_WRITTEN = _PARTS | _SHORT
_NAMED = _WRITTEN | {"polymer"}
_ELEMENTS = frozenset({"element", "run"})

NameTest = Callable[[str], bool]
JointTest = Callable[[str, Piece, Piece], bool]


@dataclass(slots=True)
class Chain:
    """One or more pieces that name one material. ``connectors`` stand between them; ``flags`` say what was added."""

    start: int
    end: int
    pieces: list[Piece]
    connectors: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    prefix: str = ""  # polymorph: "beta", "c"
    base: Chain | None = None  # what a dopant or coating was put on

    @property
    def core(self) -> Chain:
        """The chain without what was put on it."""
        return self if self.base is None else self.base.core


_NUMBER = r"(?:\d/\d|\d+(?:\.\d+)?|\.\d+)"
_SHARE = rf"(?:{_NUMBER}|\({_NUMBER}\s?[-−]\s?(?:{_NUMBER})?[a-z]\)|[xy])"
_HYPHEN_GAP = re.compile(
    rf"(?P<close>[)\]]?)\s?(?:[-–]|{patterns.MIDDLE_DOT})\s?(?P<share>{_SHARE}\s?)?(?P<open>[(\[]?)"
)
_PLUS_GAP = re.compile(rf"[)\]]?\s?\+\s?(?P<share>{_SHARE}\s?)?[(\[]?")
_SPACED_SHARE = re.compile(rf"(?<![\w.=])(?:{_NUMBER}|\({_NUMBER}\s?[-−]\s?(?:{_NUMBER})?[a-z]\))\s?$")
_OPENING = re.compile(
    rf"(?<![\w.=])(?:{_NUMBER}|\(\d{{1,3}}\s?[-−]\s?[a-z]\))?[(\[](?:{_NUMBER}\s?(?:\w{{2,3}}\s?)?%\s?)?$"
)


def connector(text: str, left: Piece, right: Piece) -> str | None:
    """What joins two neighbouring pieces to one name: "-", "+", "wt", "b", "@", "/", "|", ":" or None."""
    gap = text[left.end : right.start]
    if _is_polymer_list(gap, left, right) or (gap == ":" and left.kind in _PARTS and right.kind == "ion"):
        return ":"  # "PVA: PVP: LiClO4", "Li7La3Zr2O12:Al^3+"
    if gap == "(" and left.kind in _NAMED and _is_polymer(left.text) and _is_salt(right):
        return "-"  # "PEO(LiTFSI)/LLZTO"
    if len(gap) > LONGEST_GAP or "ion" in (left.kind, right.kind):
        return "@" if gap == "@" and right.kind in _SHORT else None  # "Li+@MOF"
    return next((sign for sign, joins in _JOINTS if joins(gap, left, right)), None)


def _is_polymer_list(gap: str, left: Piece, right: Piece) -> bool:
    return gap in (": ", " : ", "):", "): ") and _is_polymer(left.text) and (_is_polymer(right.text) or _is_salt(right))


def _is_hyphenated(gap: str, left: Piece, right: Piece) -> bool:
    """A hyphen or middle dot, also between blanks before a share, or with a blank left over on one side."""
    match = _HYPHEN_GAP.fullmatch(gap)
    if match is None:
        return gap == "." and left.kind == right.kind == "formula" and bool(left.share and right.share)
    if " " not in gap or ((right.share or match["share"]) and (left.kind == "formula" or match["close"])):
        return True
    if re.fullmatch(r"\)?\s[-–]\s", gap):
        return _is_part(left) and _is_part(right)  # "PEO – LiTFSI", "Li2S – P2S5"
    one_sided = r"\s[-–]" if left.kind == right.kind == "formula" else r"[-–]\s"
    return {left.kind, right.kind} <= _NAMED and re.fullmatch(one_sided, gap) is not None


def _is_weighed(gap: str, _left: Piece, right: Piece) -> bool:
    return patterns.WEIGHT_GAP.fullmatch(gap) is not None and right.kind in _NAMED


def _is_added(gap: str, left: Piece, right: Piece) -> bool:
    match = _PLUS_GAP.fullmatch(gap) if left.kind in _PARTS else None
    return match is not None and bool(match["share"] or right.share or gap == "+")


def _is_ratio(gap: str, left: Piece, right: Piece) -> bool:
    """A colon; between parts with shares also with blanks around it: ``40Li2O: 60B2O3``."""
    return gap == ":" or (gap.strip() == ":" and bool(left.share and right.share))


def _stands(pattern: str) -> JointTest:
    return lambda gap, _left, _right: re.fullmatch(pattern, gap) is not None


_JOINTS: tuple[tuple[str, JointTest], ...] = (
    ("-", _is_hyphenated),
    ("wt", _is_weighed),
    ("+", _is_added),
    ("b", _stands(r"-(?:b|co|g|alt|r|ran|block|graft|stat)-")),
    ("@", _stands(r"\s?@\s?")),
    ("|", _stands(r"\s?(?:\|{1,3}|¦|∥|‖|//)\s?")),
    ("/", _stands(r"(?:\(\d{1,3}(?:\s?wt\.?\s?%)?\)|\))?\s?/\s?")),
    (":", _is_ratio),
)
"""What may stand between two pieces of one name; the first that does joins them."""


def join(text: str, pieces: list[Piece]) -> list[Chain]:
    """Runs of pieces with a connector between each two, brackets around parts of them balanced."""
    found: list[Chain] = []
    for piece in pieces:
        if found:
            sign = connector(text, found[-1].pieces[-1], piece)
            if sign is not None:
                chain = found[-1]
                chain.pieces.append(piece)
                chain.connectors.append(sign)
                chain.end = piece.end
                continue
        found.append(Chain(piece.start, piece.end, [piece]))
    return found


def _slice(chain: Chain, low: int, high: int) -> Chain:
    pieces = chain.pieces[low:high]
    return Chain(pieces[0].start, pieces[-1].end, pieces, chain.connectors[low : high - 1], set(chain.flags))


def split(chain: Chain, signs: str | tuple[str, ...]) -> list[Chain]:
    """The chain cut at its connectors of the given signs."""
    cuts = [index + 1 for index, sign in enumerate(chain.connectors) if sign in signs]
    return [_slice(chain, a, b) for a, b in zip([0, *cuts], [*cuts, len(chain.pieces)], strict=True)]


def balance_brackets(text: str, chain: Chain) -> Chain | None:
    """The chain with the brackets around its parts taken in: ``98(0.75Li2S-0.25P2S5)-2P2O5``; None if they do not fit.

    A number with a space before a first compound is taken in when the next has a number too: ``70 Li2S-30 P2S5``.
    """
    start, end = chain.start, chain.end
    inside = text[start:end]
    depth = lowest = 0
    for character in inside:
        depth += (character in "([") - (character in ")]")
        lowest = min(lowest, depth)
    if lowest < 0:
        match = _OPENING.search(text, max(start - 10, 0), start)
        if lowest < -1 or match is None:
            return None
        start, depth = match.start(), depth + 1
    if depth == 1 and text[end : end + 1] in (")", "]"):
        end, depth = end + 1, 0
    if depth:
        return None
    if start == chain.start and len(chain.pieces) > 1 and not chain.pieces[0].share:
        second = text[chain.pieces[0].end : chain.pieces[1].start] + chain.pieces[1].share
        match = _SPACED_SHARE.search(text, max(start - 10, 0), start)
        if match and re.search(r"\d", second) and chain.connectors[0] in "-+":
            start = match.start()
    chain.start, chain.end = start, end
    return chain


def trim(chain: Chain, is_name: NameTest, text: str) -> list[Chain]:
    """Chains without elements and unknown letters that only stand beside a material; [] when nothing is left.

    ``Li-La-Cl`` (three elements or more) stays a name; ``Li-LLZO`` is LLZO beside lithium, ``Nb-LLZO`` doped LLZO.
    """
    surface = text[chain.start : chain.end]
    kinds = [piece.kind for piece in chain.pieces]
    if is_name(surface):
        return [chain]
    if set(kinds) <= _ELEMENTS:
        if len(kinds) >= 3 or kinds == ["element"]:
            return [chain]
        return [_slice(chain, len(kinds) - 1, len(kinds))] if _doping(text, chain.end) else []  # "Zn-O co-doped LPS"
    unknown = set(kinds) <= _ELEMENTS | {"letters"}
    if ("[" if unknown else "]") in surface and set(kinds) & _SHORT:
        return [chain]
    whole = _without_ends(text, chain)
    if unknown and not any(p.kind == "letters" and _names_an_electrolyte(p, is_name, text) for p in whole.pieces):
        return []
    return [whole]


def _without_ends(text: str, chain: Chain) -> Chain:
    """A chain without the elements that only stand before or behind it: the lithium of ``Li-LLZO``."""
    kinds = [piece.kind for piece in chain.pieces]
    low, high = 0, len(kinds)
    while high - low > 1 and kinds[high - 1] == "element" and not _put_in(text, chain, high - 1):
        high -= 1
    while high - low > 1 and kinds[low] in ("element", "run") and chain.pieces[low].text in ("Li", "Na", "K", "S", "C"):
        if chain.pieces[low].share:
            break
        low += 1
    return _slice(chain, low, high) if (low, high) != (0, len(kinds)) else chain


def _names_an_electrolyte(piece: Piece, is_name: NameTest, text: str) -> bool:
    """Whether unknown letters name an electrolyte: they are built like one, or are called one."""
    built_so = (patterns.ELECTROLYTE_LIKE, patterns.POROUS_HOST)
    if is_name(piece.text) or any(pattern.fullmatch(piece.text) for pattern in built_so):
        return True
    if patterns.DOPED_CLASS.match(piece.text) is not None:
        return False
    capitals = sum(character.isupper() for character in piece.text)
    return capitals >= 3 and bool(patterns.NAMES_A_SAMPLE.match(text, piece.end))


def _put_in(text: str, chain: Chain, index: int) -> bool:
    """Whether an element at the end says what went in: ``LATP-0.2F``, ``NZSP-Sc0.3``, carbon in ``NVPF/C``."""
    before, last = chain.pieces[index - 1], chain.pieces[index]
    gap = text[before.end : last.start] + last.share
    if text[before.end : last.start] == ":":  # "LLZO:Ta"
        return "doped" in chain.flags
    if before.kind not in ("alias", "letters") or text[last.end : last.end + 1] in ("-", "–", "/"):
        return False
    if gap in ("-", "–") and patterns.DOPANT_SHARE.fullmatch(last.text):
        return True
    return bool(re.fullmatch(r"-\d*\.\d+", gap)) or (last.text == "C" and gap == "/")


def extend(text: str, chain: Chain) -> Chain:
    """The chain with a polymorph's sign before it and a sample's number, letter or treatment behind it."""
    _take_before(text, chain)
    _take_behind(text, chain)
    return chain


def _take_before(text: str, chain: Chain) -> None:
    """Take in a polymorph's sign, or a share, the letters of a process and a sample's letter."""
    first = chain.pieces[0]
    named = first.kind in _WRITTEN and not first.share
    match = patterns.POLYMORPH.search(text, max(chain.start - 8, 0), chain.start)
    if match and named:
        chain.start, chain.prefix = match.start(), match["prefix"]
        return
    fills = chain.pieces[:1] == chain.pieces and patterns.FILLED_BODY.match(text, chain.end)
    if fills and (share := patterns.SUBJECT_SHARE.search(text, max(chain.start - 24, 0), chain.start)):
        chain.start = share.start("share")
        chain.flags.add("share")
        return
    for pattern, reach, flag, takes in (
        (patterns.WEIGHT_BEFORE, 14, "share", chain.connectors[:1] in (["-"], ["wt"], ["/"])),
        (patterns.PROCESS_PREFIX, 6, "process", named),
        (patterns.SAMPLE_PREFIX, 3, "sample", first.kind in _SHORT),
    ):
        if takes and (told := pattern.search(text, max(chain.start - reach, 0), chain.start)):
            chain.start = told.start()
            chain.flags.add(flag)


def _take_behind(text: str, chain: Chain) -> None:
    """Take in a sample's number, letter or treatment, the composite it is made to, and the ratio of its parts."""
    last, several = chain.pieces[-1], len(chain.pieces) > 1
    if last.kind in _NAMED - {"formula"} and last.end == chain.end and not _is_component(last.text):
        _take(text, chain, "sample", patterns.SAMPLE_NUMBER, patterns.SAMPLE_TEMPERATURE, patterns.SAMPLE_LETTER)
    if several and last.kind == "letters":
        _take(text, chain, "sample", patterns.SAMPLE_TREATMENT)
    if last.kind in _WRITTEN and not _is_polymer(last.text):
        _take(text, chain, "composite", patterns.POLYMER_COMPOSITE)
    if several:
        _take(text, chain, "sample", patterns.KIND_OF_ELECTROLYTE)
    if several and (ratio := patterns.RATIO.match(text, chain.end)):
        chain.end = ratio.end()


def _take(text: str, chain: Chain, flag: str, *behind: re.Pattern[str]) -> None:
    """Take in what the first of the patterns that fits finds behind a chain."""
    told = next((match for pattern in behind if (match := pattern.match(text, chain.end))), None)
    if told is not None:
        chain.end = told.end()
        chain.flags.add(flag)


def _is_polymer(word: str) -> bool:
    known = lexicon.entry(word.rstrip("0123456789"))
    return known is not None and known.role == "polymer"


def _is_salt(piece: Piece) -> bool:
    """Whether a piece is a salt: a known one, or a small formula of a mobile ion (``NaBr``)."""
    known = lexicon.entry(piece.text)
    if known is not None or piece.formula is None:
        return known is not None and known.role == "salt"
    small = len(piece.text) <= SALT and piece.formula.symbols[0] in patterns.COMMON_MOBILE
    return small or role_of(piece.text) == "salt"


def _is_part(piece: Piece) -> bool:
    """Whether a piece is what samples are mixed from: a polymer, a salt, a filler, a starting material."""
    mixed = _is_polymer(piece.text) or _is_salt(piece) or _is_component(piece.text)
    return mixed or piece.kind == "polymer" or piece.text in patterns.PRECURSOR_FORMULAS


def _is_component(word: str) -> bool:
    known = lexicon.entry(word)
    return known is not None and known.role in ("filler", "electrode", "solvent", "salt", "binder")


def dope(text: str, chains: list[Chain]) -> list[Chain]:
    """Chains with ``X-doped`` (substituted, coated ...) joined to what follows; the name covers both."""
    found: list[Chain] = []
    for chain in _with_doped_classes(text, chains):
        before = found[-1] if found else None
        spelled = _spelled_dopant(text, chain)
        if spelled is not None:
            found.append(_spelled(spelled, chain))
            continue
        link = _doping(text, before.end) if before else None
        if before is None or link is None or link.end() != chain.start or _is_filled(chain, link["how"]):
            if chain.pieces:
                found.append(chain)
            continue
        _share_host(text, found, chain)
        start = before.start
        while match := patterns.DOPANT_LIST.search(text, max(start - 30, 0), start):
            start = match.start()
        while len(found) > 1 and found[-2].start >= start:
            del found[-2]
        amount = patterns.DOPANT_AMOUNT.search(text, max(start - 14, 0), start)
        if amount:
            start = amount.start()
        joined = Chain(start, chain.end, [*before.pieces, *chain.pieces], flags={*chain.flags, "doped"}, base=chain)
        if link["how"] == "coated":
            joined.flags.add("coated")
        found[-1] = joined
    return found


def _share_host(text: str, found: list[Chain], host: Chain) -> None:
    """Give the dopants that stand before the last of a list its host: ``Al-doped, Ga-doped and Ta-doped LLZO``."""
    following = found[-1].start
    for index in range(len(found) - 2, -1, -1):
        link = patterns.HANGING_DOPING.match(text, found[index].end)
        if link is None or link.end() != following:
            return
        following = found[index].start
        put_in = [*found[index].pieces, *host.pieces]
        found[index] = Chain(following, link.start("next"), put_in, flags={*host.flags, "doped"}, base=host)


def _doping(text: str, place: int) -> re.Match[str] | None:
    """The words behind a dopant that say how it is put in."""
    link = patterns.DOPING.match(text, place)
    return link if link is not None and link["how"] in patterns.PUT_IN else None


_FILLS = frozenset({"modified", "added", "infiltrated", "filled", "incorporated", "reinforced", "enriched"})


def _is_filled(chain: Chain, how: str) -> bool:
    """Whether a polymer holds a filler: both make a composite (``joint_cues.toml``), none is a dopant."""
    return how in _FILLS and bool(chain.pieces) and _is_polymer(chain.pieces[0].text)


_NUMBERED = re.compile(r"[A-Z]{3,}-\d+(?:\.\d+)?$")


def _spelled_dopant(text: str, chain: Chain) -> re.Match[str] | None:
    """A dopant told by its element's name before a chain that is no sample's code: ``oxygen-substituted LPSCO-5``."""
    is_code = _NUMBERED.search(text, chain.start, chain.end) is not None
    told = bool(chain.pieces) and not is_code
    dopant = patterns.SPELLED_DOPANT.search(text, max(chain.start - 24, 0), chain.start) if told else None
    known = dopant is not None and dopant["element"].lower() in {*patterns.SPELLED_ELEMENTS, "halogen", "halide"}
    return dopant if known else None


def _spelled(dopant: re.Match[str], chain: Chain) -> Chain:
    """A chain with its dopant told by name before it."""
    symbol = patterns.SPELLED_ELEMENTS.get(dopant["element"].lower())
    put_in = [Piece(*dopant.span("element"), "element", symbol, formula=parse(symbol))] if symbol else []
    return Chain(dopant.start(), chain.end, [*put_in, *chain.pieces], flags={*chain.flags, "doped"}, base=chain)


def _with_doped_classes(text: str, chains: list[Chain]) -> list[Chain]:
    """The chains and, without pieces, the class names something was put into: ``AlF3-coated NASICON``."""
    found: list[Chain] = []
    for chain in chains:
        found.append(chain)
        link = _doping(text, chain.end)
        noun = patterns.DOPED_CLASS.match(text, link.end()) if link else None
        if noun:
            found.append(Chain(noun.start(), noun.end(), []))
    return found
