"""ChemDataExtractor2's quantity models for ionic conductivity and activation energy.

Importing this module imports the library. Units, models and parsers follow the library's own way; added are the
dimension it lacks, grammars that are built once instead of for every sentence, and the token range of each result.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from extractors.second_reader.offline import load

load()  # before the library's own modules

from chemdataextractor.doc.text import NER_TAG_TYPE, POS_TAG_TYPE  # noqa: E402
from chemdataextractor.model import Compound  # noqa: E402
from chemdataextractor.model.base import ModelType, SetType, StringType  # noqa: E402
from chemdataextractor.model.units import Dimension, EnergyModel, Length, QuantityModel, Unit  # noqa: E402
from chemdataextractor.parse import I, R, T, join  # noqa: E402
from chemdataextractor.parse.auto import AutoTableParser  # noqa: E402
from chemdataextractor.parse.cem import CompoundParser, CompoundTableParser, names_only, roles_only  # noqa: E402
from chemdataextractor.parse.elements import Any as AnyToken  # noqa: E402
from chemdataextractor.parse.elements import Group, NoMatch, Not, ParseElementEnhance, ParseException, ZeroOrMore  # noqa: E402
from chemdataextractor.parse.template import MultiQuantityModelTemplateParser, QuantityModelTemplateParser  # noqa: E402

JOULE_PER_EV = 1.602176634e-19  # SI 2019, exact
PER_MOLE = 6.02214076e23  # SI 2019, exact


VALUE_START = re.compile(r"[\d(\[<>=~≈±−–-]")
WORDS_START = re.compile(r"ion|total|bulk|conductivit|σ|activation|E_?a", re.IGNORECASE)
"""How the first token of a value and of the property's name may begin."""


NAME = "B-CM"
"""Tag of the first word of a material's name."""

Words = list[dict[int | str, str]]
"""The words of a sentence or cell (0), each with its leading tag (1) and its tags by type, as grammars ask for them."""


class Conductance(Dimension):
    """Electrical conductance."""


class ConductanceUnit(Unit):
    """A unit of conductance."""

    def __init__(self, magnitude: float = 0.0, powers: Any = None) -> None:
        super().__init__(Conductance(), magnitude, powers)


class Siemens(ConductanceUnit):
    """S, the standard unit."""

    def convert_value_to_standard(self, value: float) -> float:
        """To S, the unit itself."""
        return value

    convert_value_from_standard = convert_value_to_standard
    convert_error_to_standard = convert_value_to_standard
    convert_error_from_standard = convert_value_to_standard


Conductance.units_dict = {R(r"S(iemens)?(?!i)", group=0): Siemens, R(r"·|⋅", group=0): None}
Conductance.standard_units = Siemens()


class Conductivity(Dimension):
    """Conductance per length."""

    constituent_dimensions = Conductance() / Length()


class _Remembered(ParseElementEnhance):
    """A part of a grammar that is tried again and again at one token: where it failed or ended is kept for a sentence.

    ``begins`` tells quickly whether the part can begin with a token at all.
    """

    def __init__(self, part: Any, begins: Callable[[Any], bool]) -> None:
        super().__init__(part)
        self._begins = begins
        self._tokens: Any = None
        self._ends: dict[int, int | None] = {}  # None: it does not match there

    def parse(self, tokens: Any, i: int, actions: bool = True) -> Any:
        """What the part makes of the tokens from ``i`` on; raises ParseException where it does not match."""
        if self._known_end(tokens, i) is None:
            raise ParseException(tokens, i, "does not match", self)
        try:
            result, end = self.expr.parse(tokens, i, actions)
        except ParseException:
            self._ends[i] = None
            raise
        self._ends[i] = end
        return result, end

    def try_parse(self, tokens: Any, i: int) -> int:
        """Where the part would end."""
        end = self._known_end(tokens, i)
        return end if end else int(self.parse(tokens, i, actions=False)[1])

    def _known_end(self, tokens: Any, i: int) -> int | None:
        """Where it ended when it was tried here before, None when it failed, 0 when it was not tried yet."""
        if tokens is not self._tokens:
            self._tokens, self._ends = tokens, {}
        if i not in self._ends and not (i < len(tokens) and self._begins(tokens[i])):
            self._ends[i] = None
        return self._ends.get(i, 0)


def _is_name(token: Any) -> bool:
    return bool(token[1] == NAME)


def _may_begin_value(token: Any) -> bool:
    return bool(VALUE_START.match(token[0]))


def _may_begin_words(token: Any) -> bool:
    return bool(WORDS_START.match(token[0]))


def _may_begin_statement(token: Any) -> bool:
    """Whether one of the library's sentence grammars can begin with a token; a list of materials may with "in"."""
    return _is_name(token) or _may_begin_words(token) or _may_begin_value(token) or token[0].lower() in ("in", "for")


def plain(element: Any) -> Words:
    """The words of a sentence or cell with their tags: the library's own tokens look each up anew."""
    return [{key: token[key] for key in (0, 1, POS_TAG_TYPE, NER_TAG_TYPE)} for token in element.tokens]


class _Prepared:
    """A parser whose grammar is built once and tried only where its property is named; its results know their place."""

    trigger: Any = None
    of_cells = False  # whether it reads cells of tables; else sentences

    def read(self, words: Words) -> Iterator[Any]:
        """Results for the words of a sentence or cell."""
        if any(True for _ in self.trigger_phrase.scan(words)):
            for result in self.statement.scan(words):
                yield from self.interpret(*result)

    @cached_property
    def root(self) -> Any:
        return super().root  # type: ignore[misc]

    @property
    def statement(self) -> Any:
        """What is looked for from each word on."""
        return self.root

    @cached_property
    def trigger_phrase(self) -> Any:
        return self.trigger or self.model.fields["specifier"].parse_expression  # type: ignore[attr-defined]

    def interpret(self, result: Any, start: int, end: int) -> Iterator[Any]:
        """The library's results, each with the half-open range of its tokens."""
        for found in super().interpret(result, start, end):  # type: ignore[misc]
            if found is not None:
                found.token_range = (start, end)
                yield found


class _PreparedSentences(_Prepared):
    """The parts that the library's sentence grammars repeat most."""

    @cached_property
    def statement(self) -> Any:
        return _Remembered(self.root, _may_begin_statement)

    @cached_property
    def specifier_phrase(self) -> Any:
        return _Remembered(super().specifier_phrase, _may_begin_words)  # type: ignore[misc]

    @cached_property
    def value_phrase(self) -> Any:
        return _Remembered(super().value_phrase, _may_begin_value)  # type: ignore[misc]


class _Lists(_PreparedSentences, MultiQuantityModelTemplateParser):
    """Several materials, several values, "respectively"."""

    @cached_property
    def single_cem(self) -> Any:
        return _Remembered(super().single_cem, _is_name)

    @cached_property
    def value_with_optional_unit(self) -> Any:
        return _Remembered(super().value_with_optional_unit, _may_begin_value)


class _Statements(_PreparedSentences, QuantityModelTemplateParser):
    """One material, one value, in any of the library's orders."""

    @cached_property
    def cem_phrase(self) -> Any:
        return _Remembered(super().cem_phrase, _is_name)

    @cached_property
    def specifier_and_value(self) -> Any:
        return _Remembered(super().specifier_and_value, _may_begin_words)


class _Brackets(_Statements):
    """Material ... property (value): the library's own grammar wants a word between property and value."""

    @cached_property
    def root(self) -> Any:
        between = ZeroOrMore(Not(self.specifier_phrase | self.value_phrase) + AnyToken().hide())
        return Group(self.cem_phrase + between + self.specifier_phrase + self.value_phrase)("root_phrase")


class _Tables(_Prepared, AutoTableParser):
    """A data cell with its row and column heads."""

    of_cells = True

    def interpret(self, result: Any, start: int, end: int) -> Iterator[Any]:
        """Results for one cell, of which the library cannot read every one."""
        with contextlib.suppress(AttributeError, TypeError):
            yield from super().interpret(result, start, end)


class _Compounds(_Prepared, CompoundParser):
    trigger = T(NAME)


class _CompoundCells(_Prepared, CompoundTableParser):
    trigger = T(NAME)


class Material(Compound):
    """A named material. Fields are declared again because the library looks them up in the class itself.

    The parsers for headings and labels are left out: they take whole sentences, or a Roman V, for a material.
    """

    names = SetType(StringType(), parse_expression=names_only, updatable=False)
    labels = SetType(StringType(), parse_expression=NoMatch(), updatable=False)
    roles = SetType(StringType(), parse_expression=roles_only, updatable=False)
    parsers = [_Compounds(), _CompoundCells()]  # noqa: RUF012  (the library's way of registering parsers)

    @classmethod
    def update(cls, definitions: Any, strict: bool = True) -> None:
        """Learn nothing: what one document defines must not change how the next one is read."""


_CONDUCTIVITY_WORDS = (
    (I("ionic") | I("ion") | I("total") | I("bulk")) + R("^[Cc]onductivit(y|ies)$")
    | R("^[Cc]onductivit(y|ies)$")
    | R("^σ[A-Za-z]{0,3}$")
).add_action(join)
_ACTIVATION_WORDS = ((R("^[Aa]ctivation$") + R("^energ(y|ies)$")) | R("^E_?[aA]$")).add_action(join)


class IonicConductivity(QuantityModel):
    """A conductivity; its standard unit is S/m."""

    dimensions = Conductivity()
    specifier = StringType(parse_expression=_CONDUCTIVITY_WORDS, required=True, contextual=False, updatable=False)
    compound = ModelType(Material, required=True, contextual=False)
    parsers = [_Lists(), _Statements(), _Brackets(), _Tables()]  # noqa: RUF012


class ActivationEnergy(EnergyModel):
    """An activation energy; its standard unit is J."""

    specifier = StringType(parse_expression=_ACTIVATION_WORDS, required=True, contextual=False, updatable=False)
    compound = ModelType(Material, required=True, contextual=False)
    parsers = [_Lists(), _Statements(), _Brackets(), _Tables()]  # noqa: RUF012


MODELS: dict[str, Any] = {"conductivity": IonicConductivity, "activation_energy": ActivationEnergy}
"""Kind of record to model."""


def standard_values(kind: str, found: Any) -> tuple[float, float] | None:
    """Lowest and highest value of a result in S/cm or eV; None when the library could not read number or unit.

    Neither is 0 or below, and 0 the library cannot raise to the power of a unit that divides.
    """
    if not found.value or min(found.value) <= 0 or not found.raw_value or found.units is None:
        return None
    values = [found.units.convert_value_to_standard(value) for value in found.value]
    if kind == "conductivity":
        factor = 1 / 100
    else:
        # It reads kJ mol-1 as kJ; an energy of so many joules is always one per mole.
        factor = 1 / JOULE_PER_EV if "eV" in found.raw_units else 1 / (JOULE_PER_EV * PER_MOLE)
    return min(values) * factor, max(values) * factor
