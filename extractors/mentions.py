"""What the language layer finds in one clean text, as plain data. All offsets count characters of that text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class QuantityKind(StrEnum):
    """What a number with its unit measures; the unit after normalisation in brackets."""

    CONDUCTIVITY = "conductivity"  # S/cm
    ENERGY = "energy"  # eV
    TEMPERATURE = "temperature"  # K
    DURATION = "duration"  # h
    PRESSURE = "pressure"  # MPa
    SPEED = "speed"  # rpm
    HEATING_RATE = "heating_rate"  # K/min
    FRACTION = "fraction"  # of 1
    RATIO = "ratio"  # a bare number from 0 to 1 that a cue of a dimensionless property announces
    OTHER = "other"  # a quantity that is none of ours (resistance, capacity, current density): value as written


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range with its unit. ``start``/``end`` cover number and unit, ``number_end`` the number alone."""

    start: int
    end: int
    kind: QuantityKind
    low: float
    high: float
    comparator: str  # "=", "~", ">", "<", ">=", "<=", "range"
    unit: str  # as written, plain ascii: "S/cm", "mS/cm", "eV", "kJ/mol"
    surface: str
    number_end: int = 0
    uncertainty: float | None = None


ZERO_CELSIUS_K = 273.15  # definition of the Celsius scale (BIPM, SI brochure, 9th edition)
ROOM_TEMPERATURE_K = 298.15  # what "room temperature" stands for (25 °C, the convention of this field's papers)


@dataclass(frozen=True, slots=True)
class Temperature:
    """A temperature in K or a phrase for one ("RT", "room temperature" = 298.15 K)."""

    start: int
    end: int
    low: float
    high: float
    surface: str
    room: bool = False


class MaterialKind(StrEnum):
    """What a name is, read by itself."""

    FORMULA = "formula"
    MIXTURE = "mixture"  # compounds with shares: 70Li2S-30P2S5
    SERIES = "series"  # a formula with free variables or sites
    NAME = "name"  # words: beta-alumina, polyethylene oxide
    ALIAS = "alias"  # an abbreviation or a sample's code, with its dopant or coating
    COMPOSITE = "composite"  # several parts of which not all are formulas: PEO-LiTFSI-LLZO
    CLASS = "class"
    ION = "ion"
    ELEMENT = "element"


class SubjectKind(StrEnum):
    """Whether a name stands for one definite material or for a family of them."""

    SPECIFIC = "specific"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class Material:
    """A material named in a text.

    ``name`` is the plain name (subscripts flat, middle dots as "-"), ``formula`` the composition it stands for in this
    document or None. ``form`` (glass, thin film ...) and ``phase`` (cubic, tetragonal, alpha ...) are what its own
    words say of the sample.
    """

    start: int
    end: int
    surface: str
    name: str
    formula: str | None = None
    subject_kind: SubjectKind = SubjectKind.SPECIFIC
    kind: MaterialKind = MaterialKind.FORMULA
    family: str | None = None
    mobile_ion: str | None = None
    form: str | None = None
    phase: str | None = None
    variables: tuple[str, ...] = ()  # free variables of a series formula: ("x",)
    electrolyte: bool = True  # False: an electrode, solvent, salt, precursor, gas ... by its part in a battery
    flags: tuple[str, ...] = ()

    @property
    def is_code(self) -> bool:
        """Whether it is a sample's code or another name that tells nothing of what it is."""
        return (
            self.kind is MaterialKind.ALIAS and self.formula is None and set(self.flags) <= {"unknown_name", "sample"}
        )

    @property
    def identity(self) -> str:
        """What two mentions of the same material have in common: the composition, else the name."""
        return self.formula or self.name
