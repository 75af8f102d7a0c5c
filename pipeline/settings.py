"""Every setting in one place: its default, its meaning and the environment variable that changes it.

A field ``workers`` is read from ``IONMINE_WORKERS``, and so on. The command line's options override the environment.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.discover import LARGEST

PREFIX = "IONMINE_"


ADDRESS = re.compile(r"([a-z][a-z0-9+.\-]+):/+(.*)")
HERE = "file"


def address_of(path: Path | str) -> str | None:
    """The address that a setting names, None for a folder of this machine; a path has one of the slashes only."""
    found = ADDRESS.fullmatch(str(path))
    return f"{found[1]}://{found[2]}" if found else None


def known_place(told: Any) -> Any:
    """A setting's value; ``file://`` is a folder. Raises ValueError for an address that fsspec cannot reach."""
    address = address_of(told) if isinstance(told, str | Path) else None
    if address is None:
        return told
    protocol, _, rest = address.partition("://")
    if protocol == HERE:
        return Path("/", rest)
    import fsspec

    try:
        fsspec.get_filesystem_class(protocol)
    except (ValueError, ImportError) as error:
        raise ValueError(f"no way to {protocol}:// ({' '.join(str(error).split())})") from None
    return told


def first_fault(error: ValidationError) -> tuple[str, str]:
    """The field that is at fault first, empty where it is all of them, and why."""
    first = error.errors()[0]
    return ".".join(map(str, first["loc"])), first["msg"].removeprefix("Value error, ")


def usable_cores() -> int:
    """The cores this process may use: fewer than the machine has when it was pinned or put in a container."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Settings(BaseModel):
    """What a run may use and where it writes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outputs: Path = Field(
        Path("outputs"),
        description="folder that receives tables, report and knowledge base, or an address of fsspec (`s3://bucket/folder`)",
    )
    store: Path | None = Field(
        None, description="folder of the extracted parts, or an address; unset: `store` inside the outputs folder"
    )
    corrections: Path | None = Field(
        None, description="log of people's decisions; unset: `corrections.jsonl` in the folder of the first corpus"
    )
    workers: int = Field(
        default_factory=usable_cores, ge=1, le=1024, description="processes that read documents (default: one a core)"
    )
    timeout: float = Field(
        120.0,
        gt=0,
        le=1e6,
        description="seconds of computing after which one document is given up; a process that computes nothing is "
        "ended after five times as long",
    )
    memory: int = Field(
        2048, ge=64, le=10_000_000, description="MB one document may take beyond an idle worker's own memory"
    )
    max_file_size: int = Field(LARGEST, ge=1, le=10_000_000, description="MB above which a file is not opened at all")
    second_reader: bool | None = Field(
        None, description="let ChemDataExtractor2 read along; unset: on in corpus runs where it is installed, else off"
    )
    dois: Path | None = Field(
        None,
        description="file of known works with DOIs (CSV, BibTeX, or JSON saved from Crossref) to which sources are "
        "joined",
    )
    pictures: bool = Field(False, description="put the pages of PDFs on which something was read into the report")
    task_runner: Literal["local", "dask"] = Field(
        "local", description="`local`: processes on this machine; `dask`: tasks of some documents on a Dask cluster"
    )
    dask_address: str | None = Field(None, description="scheduler of a Dask cluster; unset: a cluster on this machine")
    accept_loss: bool = Field(
        False, description="publish even when more than a fifth of the published documents or records would be lost"
    )
    least_f1: float = Field(
        0.5,
        ge=0,
        le=1,
        description="share (F1) of conductivity pairs of annotated documents that must be right for a run to be "
        "published",
    )
    retries: int = Field(1, ge=0, le=100, description="times a stage of the flow is tried again when it fails")
    prefect_home: Path | None = Field(
        None,
        description="folder of Prefect's local state; unset: one for each outputs folder in the user's state folder",
    )
    api_url: str | None = Field(None, description="Prefect server to report to; unset: none, all stays on this machine")

    @property
    def store_folder(self) -> Path:
        """Where the parts lie."""
        return self.store if self.store is not None else self.outputs / "store"

    @field_validator("outputs", "store", mode="before")
    @classmethod
    def _can_be_reached(cls, told: Any) -> Any:
        return known_place(told)

    @field_validator("outputs", "store", "corrections", "prefect_home")
    @classmethod
    def _can_be_written(cls, path: Path | None) -> Path | None:
        if path is not None and not str(path).isprintable():
            raise ValueError("must be a name of printable characters")
        return path

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
        """Settings from the environment, then from ``overrides`` (None leaves a setting as it is).

        Raises pydantic.ValidationError for a value that does not fit.
        """
        environment = os.environ if environment is None else environment
        values: dict[str, Any] = {}
        for name in cls.model_fields:
            text = environment.get(PREFIX + name.upper(), "").strip()
            if text:
                values[name] = text
        values.update({name: value for name, value in overrides.items() if value is not None})
        return cls(**values)
