"""The records ionmine writes: one measured or computed value, or one route of synthesis.

Field names and units are a contract with everything that reads the tables: conductivities in S/cm, energies in eV,
temperatures of measurement in K, of treatment in °C, durations in h, pressures in MPa, speeds in rpm.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from extractors.mentions import SubjectKind
from extractors.properties.specification import specifications

Comparator = Literal["=", "~", ">", "<", ">=", "<=", "range"]
BlockName = Literal["text", "table", "caption"]


class Record(BaseModel):
    """What every record carries: its material, its place, its evidence and how far it can be trusted."""

    model_config = ConfigDict(extra="forbid")

    document_id: str = ""
    kind: str
    material: str | None = Field(default=None, description="plain name as the document uses it")
    material_surface: str | None = Field(default=None, description="raw characters that name the material")
    formula: str | None = Field(
        default=None,
        description="composition the name stands for in this document; of a composite its parts by their short names",
    )
    subject_kind: SubjectKind = SubjectKind.SPECIFIC
    family: str | None = None
    mobile_ion: str | None = None
    form: str | None = None
    phase: str | None = Field(default=None, description="crystal phase the text tells: cubic, tetragonal, beta ...")
    sample_id: str | None = Field(default=None, description="the same for the property and the synthesis of one sample")
    references: list[int] = Field(default_factory=list, description="cited numbers")
    sources: list[str] = Field(default_factory=list, description="the bibliography entries they stand for")
    start: int = Field(description="raw offset of the first character of the value or method")
    end: int
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    material_start: int | None = Field(default=None, description="raw offset of the material's surface")
    material_end: int | None = None
    block: BlockName = "text"
    section: str = ""
    sentence: str = Field(default="", description="evidence: the sentence or table row")
    confidence: float = Field(default=0.5, ge=0, le=1)
    flags: list[str] = Field(default_factory=list)
    confirmed_by: list[str] = Field(default_factory=list)
    reasons: list[str] = Field(default_factory=list, description="rules and features that chose this material")


class PropertyRecord(Record):
    """A value of a property (conductivity in S/cm, activation energy in eV ...) of one material."""

    kind: str = Field(description="a property of `extractors/properties/specifications.toml`")
    property: str = Field(description="a variety of it")
    origin: Literal["experimental", "computed"] = "experimental"
    value_surface: str
    value_low: float
    value_high: float
    comparator: Comparator = "="
    unit: str = Field(default="", description="the unit as written")
    temperature_k: float | None = None
    temperature_surface: str | None = None

    @model_validator(mode="after")
    def _is_specified(self) -> Self:
        spec = specifications().get(self.kind)
        if spec is None or self.property not in spec.varieties:
            raise ValueError(f"{self.property} is no variety of a property {self.kind}")
        return self


class SynthesisStep(BaseModel):
    """One operation of a route with its conditions. A range is [low, high]."""

    model_config = ConfigDict(extra="forbid")

    op: Literal[
        "mix",
        "mill",
        "press",
        "melt",
        "quench",
        "heat",
        "dry",
        "dissolve",
        "stir",
        "deposit",
        "cast",
        "evaporate",
        "wash",
        "other",
    ]
    surface: str
    temperature_c: float | list[float] | None = None
    duration_h: float | list[float] | None = None
    pressure_mpa: float | list[float] | None = None
    speed_rpm: float | list[float] | None = None
    ramp_k_min: float | list[float] | None = Field(default=None, description="rate of heating up, K/min")
    ball_ratio: float | list[float] | None = Field(
        default=None, description="mass of the balls over that of the powder"
    )
    atmosphere: str | None = None
    solvent: str | None = None


class SynthesisRecord(Record):
    """How one material was made: method, precursors and the ordered steps."""

    kind: Literal["synthesis"] = "synthesis"
    role: Literal["electrolyte", "coating", "electrode", "interlayer", "other"] = "electrolyte"
    method: str
    method_surface: str | None = None
    methods: list[str] = Field(default_factory=list)
    precursors: list[str] = Field(default_factory=list)
    steps: list[SynthesisStep] = Field(default_factory=list)
    reaction: str | None = Field(default=None, description="balanced reaction where precursors and target allow it")
    route_id: str | None = Field(default=None, description="the same for all passages that tell one route of a sample")


AnyRecord = PropertyRecord | SynthesisRecord
