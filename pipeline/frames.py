"""The exported tables as pandas DataFrames, and the questions asked of them most."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import duckdb
import pandas as pd

ROOM_TEMPERATURE_K = (288.15, 313.15)
"""What counts as measured near room temperature: 15 to 40 °C."""


def read_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """Every exported table of a folder by its name; ``frame.attrs["units"]`` holds the units of its columns.

    Raises FileNotFoundError when the folder holds no exported tables.
    """
    package = folder / "datapackage.json"
    if not package.is_file():
        raise FileNotFoundError(f"{folder} holds no exported tables (no datapackage.json): run `ionmine run` first")
    frames: dict[str, pd.DataFrame] = {}
    for path in sorted(folder.glob("*.parquet")):
        frames[path.stem] = pd.read_parquet(path)
    for resource in json.loads(package.read_text(encoding="utf-8"))["resources"]:
        frame = frames.get(Path(resource["path"]).stem)
        if frame is not None:
            frame.attrs["units"] = {f["name"]: f["unit"] for f in resource["schema"]["fields"] if f.get("unit")}
    return frames


def conductivity_by_treatment(tables: dict[str, pd.DataFrame], operation: str = "heat") -> pd.DataFrame:
    """σ near room temperature (S/cm) against the hottest step of the route that made the sample (°C, h).

    Conductivity and synthesis of one sample share a ``sample_id``; of several routes of a sample a value takes the one
    told nearest to it, so that no value stands beside all of them. One row a sample, value and treatment: sample_id,
    material, family, method, conductivity_s_cm, treatment_c, duration_h, document_id, references, record_ids (of the
    statements of the value) and route_record_id. Treatments told as a range of alternatives are left out.
    """
    low, high = ROOM_TEMPERATURE_K
    query = files("pipeline").joinpath("by_treatment.sql").read_text(encoding="utf-8")
    with duckdb.connect() as memory:
        for name in ("conductivity", "synthesis", "synthesis_steps"):
            memory.register(name, tables[name])
        found: pd.DataFrame = memory.execute(query, {"operation": operation, "low": low, "high": high}).df()
    return found
