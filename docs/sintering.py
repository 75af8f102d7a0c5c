"""σ against the temperature of the heat treatment, over every review of the last run.

usage: python docs/sintering.py [TABLES_FOLDER] [PICTURE.svg]

Reads the exported tables (``outputs/tables`` when none is named), prints the table and draws it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import altair as alt
import pandas as pd
import vl_convert

from pipeline.frames import conductivity_by_treatment, read_tables


def plot(table: pd.DataFrame) -> alt.Chart:
    """Points of one colour a family; the value is on a logarithmic axis."""
    shown = table.assign(family=table["family"].fillna("other"))
    return (
        alt.Chart(shown, width=520, height=320)
        .mark_circle(size=70, opacity=0.75)
        .encode(
            x=alt.X("treatment_c:Q", title="hottest treatment (°C)", scale=alt.Scale(zero=False)),
            y=alt.Y("conductivity_s_cm:Q", title="σ near room temperature (S/cm)", scale=alt.Scale(type="log")),
            color=alt.Color("family:N", title="family"),
            tooltip=["material", "method", "treatment_c", "duration_h", "conductivity_s_cm"],
        )
    )


def main() -> None:
    """Print the table and write the picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("outputs/tables")
    picture = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("outputs/sintering.svg")
    table = conductivity_by_treatment(read_tables(folder))
    print(table.drop(columns=["references", "document_id"]).to_string(index=False))
    picture.write_text(vl_convert.vegalite_to_svg(plot(table).to_dict()), encoding="utf-8")
    print(f"{len(table)} values of {table['material'].nunique()} materials, drawn in {picture}")


if __name__ == "__main__":
    main()
