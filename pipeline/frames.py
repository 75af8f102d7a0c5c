"""The exported tables as pandas DataFrames, and the questions asked of them most."""

from __future__ import annotations

import json
from pathlib import Path

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

    Conductivity and synthesis of one sample share a ``sample_id``. One row a sample and value: material, family,
    method, conductivity_s_cm, treatment_c, duration_h, document_id, references; a value told
    several times counts once.
    """
    values = tables["conductivity"]
    values = values[values["sample_id"].notna() & values["property"].isin(["ionic", "total"])]
    kelvin = values["temperature_k"]
    values = values[kelvin.isna() | kelvin.between(*ROOM_TEMPERATURE_K)]
    routes = tables["synthesis"]
    routes = routes.loc[routes["sample_id"].notna(), ["sample_id", "record_id", "method"]]
    steps = tables["synthesis_steps"]
    steps = steps[(steps["op"] == operation) & steps["temperature_high_c"].notna()]
    hottest = steps.loc[steps.groupby("record_id")["temperature_high_c"].idxmax()]
    hottest = hottest[["record_id", "temperature_high_c", "duration_high_h"]]
    treated = routes.merge(hottest, on="record_id").drop(columns="record_id")
    joined = values.merge(treated, on="sample_id")
    joined = joined.rename(
        columns={
            "value_high": "conductivity_s_cm",
            "temperature_high_c": "treatment_c",
            "duration_high_h": "duration_h",
        }
    )
    told = [
        "material",
        "family",
        "method",
        "conductivity_s_cm",
        "treatment_c",
        "duration_h",
        "document_id",
        "references",
    ]
    joined = joined.drop_duplicates(["sample_id", "conductivity_s_cm", "treatment_c"])
    return joined[told].sort_values(["family", "treatment_c", "conductivity_s_cm"], ignore_index=True)
