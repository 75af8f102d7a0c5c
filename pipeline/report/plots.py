"""The report's plots, drawn here and put into the page as SVG: nothing is loaded when it is opened."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

import altair as alt
import vl_convert

from extractors.properties import specification
from pipeline.consolidate.derived import quoted
from pipeline.consolidate.knowledge_base import KnowledgeBase

Row = dict[str, Any]
MOST_VALUES = 20_000  # a plot of more is made of a part of them, chosen by their ids, which are as good as random
MOST_POINTS = 1500  # a plot of more shows every n-th
MOST_FAMILIES = 9  # told apart by colour; the others are one grey
MOST_MATERIALS = 18  # in the plot of values over sources
PALETTE = [
    "#1b6ca8", "#d1495b", "#2e933c", "#b07d12", "#6f4e9b", "#008b8b", "#c75b12", "#7a5c3e", "#5b7c1f", "#9a9a9a",
]  # fmt: skip
OTHER = "other"
WIDTH, HEIGHT = 430, 280
NEAR_ROOM_TITLE = "σ near room temperature (S/cm)"
CONFIG = {
    "view": {"stroke": "transparent"},
    "axis": {"grid": True, "gridColor": "#e8e8ee", "domainColor": "#888", "tickColor": "#888", "labelFontSize": 11,
             "titleFontSize": 12, "titleFontWeight": "normal", "labelColor": "#444", "titleColor": "#333"},
    "legend": {"labelFontSize": 11, "titleFontSize": 11, "symbolSize": 60, "labelColor": "#444"},
    "font": "sans-serif",
    "padding": {"left": 30, "top": 5, "right": 40, "bottom": 5},
    "background": None,
}  # fmt: skip


def plots(base: KnowledgeBase) -> list[dict[str, str]]:
    """Title, caption and SVG of every plot there are values for."""
    drawn = []
    for title, caption, draw in _PLOTS:
        chart = draw(base)
        if chart is not None:
            drawn.append({"title": title, "caption": caption, "svg": svg(chart)})
    return drawn


def svg(chart: alt.TopLevelMixin) -> str:
    """A chart as SVG that scales with the page."""
    text: str = vl_convert.vegalite_to_svg(chart.to_dict() | {"config": CONFIG})
    return re.sub(
        r'<svg ([^>]*?)width="(\d+)" height="(\d+)"', r'<svg \1role="img" style="max-width:\2px"', text, count=1
    )


def _thinned(rows: Sequence[Row]) -> list[Row]:
    step = math.ceil(len(rows) / MOST_POINTS) or 1
    return list(rows[::step])


def _with_families(rows: list[Row]) -> list[Row]:
    """Rows with the rarer families joined to one."""
    counts: dict[str, int] = {}
    for row in rows:
        row["family"] = row["family"] or OTHER
        counts[row["family"]] = counts.get(row["family"], 0) + 1
    kept = sorted((f for f in counts if f != OTHER), key=lambda f: (-counts[f], f))[:MOST_FAMILIES]
    for row in rows:
        if row["family"] not in kept:
            row["family"] = OTHER
    return rows


def _colours(rows: Sequence[Row]) -> alt.Color:
    families = sorted({row["family"] for row in rows} - {OTHER}) + [OTHER] * any(row["family"] == OTHER for row in rows)
    colours = PALETTE[: len(families)]
    if OTHER in families:
        colours[-1] = PALETTE[-1]
    return alt.Color("family:N", scale=alt.Scale(domain=families, range=colours), title="family")


CENTRE = "sqrt(value_low * value_high)"
COMPARABLE = "comparator IN ('=', '~', 'range') AND value_low > 0 AND origin = 'experimental'"
IONIC = f"kind = 'conductivity' AND property IN ({quoted(specification('conductivity').comparable)})"
NEAR_ROOM = "abs(coalesce(temperature_k, 298.15) - 298.15) <= 10"


def _by_family(base: KnowledgeBase) -> alt.TopLevelMixin | None:
    rows = list(base.rows(
        f"SELECT coalesce(family, 'other') AS family, material, {CENTRE} AS value FROM measurements "
        f"WHERE {IONIC} AND {COMPARABLE} AND {NEAR_ROOM} ORDER BY measurement_id LIMIT {MOST_VALUES}"
    ))  # fmt: skip
    if not rows:
        return None
    groups = _grouped(rows, "family")
    y = alt.Y("family:N", title=None, sort=[group["family"] for group in groups])
    x = alt.X("value:Q", scale=alt.Scale(type="log"), title=NEAR_ROOM_TITLE, axis=_powers(rows))
    points = alt.Chart(alt.InlineData(_thinned(rows))).mark_circle(size=34, opacity=0.5, color=PALETTE[0])
    medians = alt.Chart(alt.InlineData(groups)).mark_tick(thickness=2.5, size=20, color="#222")
    layers = (points.encode(x=x, y=y), medians.encode(x="median:Q", y=y))
    return alt.layer(*layers).properties(width=WIDTH, height=alt.Step(24))


def _grouped(rows: Sequence[Row], name: str) -> list[Row]:
    """Smallest, middle and largest value of each group, the group with the largest median first."""
    values: dict[str, list[float]] = {}
    for row in rows:
        values.setdefault(row[name], []).append(row["value"])
    groups = [{name: key, "low": min(v), "median": median(v), "high": max(v)} for key, v in values.items()]
    return sorted(groups, key=lambda group: (-group["median"], group[name]))


def _powers(rows: Sequence[Row]) -> alt.Axis:
    """An axis with a line for each power of ten."""
    logs = [math.log10(row["value"]) for row in rows]
    return alt.Axis(values=[10.0**n for n in range(math.floor(min(logs)), math.ceil(max(logs)) + 1)], format="~e")


def _arrhenius(base: KnowledgeBase) -> alt.TopLevelMixin | None:
    rows = _with_families(list(base.rows(
        f"SELECT family, material, 1000 / temperature_k AS inverse, {CENTRE} AS value, "
        "concat_ws('|', material_id, coalesce(form, ''), coalesce(array_to_string(source_ids, ','), '')) AS sample "
        "FROM measurements "
        f"WHERE {IONIC} AND {COMPARABLE} AND temperature_k > 0 ORDER BY measurement_id LIMIT {MOST_VALUES}"
    )))  # fmt: skip
    if not rows:
        return None
    x = alt.X("inverse:Q", title="1000 / T (1/K)", scale=alt.Scale(zero=False))
    y = alt.Y("value:Q", title="σ (S/cm)", scale=alt.Scale(type="log"), axis=_powers(rows))
    temperatures: dict[str, set[float]] = {}
    for row in rows:
        temperatures.setdefault(row["sample"], set()).add(row["inverse"])
    several = [row for row in rows if len(temperatures[row["sample"]]) > 1]
    colour = _colours(rows)
    points = alt.Chart(alt.InlineData(_thinned(rows))).mark_circle(size=34, opacity=0.6).encode(x=x, y=y, color=colour)
    lines = (
        alt.Chart(alt.InlineData(several))
        .mark_line(opacity=0.5, strokeWidth=1.2)
        .encode(x=x, y=alt.Y("median(value):Q"), color=colour, detail="sample:N")
    )
    return alt.layer(lines, points).properties(width=WIDTH, height=HEIGHT)


def _energy_against_conductivity(base: KnowledgeBase) -> alt.TopLevelMixin | None:
    rows = _with_families(list(base.rows(
        "SELECT family, material, conductivity_median AS value, activation_energy_median AS energy FROM materials "
        "WHERE conductivity_median > 0 AND activation_energy_median IS NOT NULL "
        f"ORDER BY material_id LIMIT {MOST_VALUES}"
    )))  # fmt: skip
    if not rows:
        return None
    chart: alt.TopLevelMixin = (
        alt.Chart(alt.InlineData(_thinned(rows)))
        .mark_circle(size=46, opacity=0.7)
        .encode(
            x=alt.X("value:Q", title=NEAR_ROOM_TITLE, scale=alt.Scale(type="log"), axis=_powers(rows)),
            y=alt.Y("energy:Q", title="activation energy (eV)", scale=alt.Scale(zero=False)),
            color=_colours(rows),
        )
        .properties(width=WIDTH, height=HEIGHT)
    )
    return chart


def _over_sources(base: KnowledgeBase) -> alt.TopLevelMixin | None:
    rows = list(base.rows(
        f"""WITH near AS (SELECT * FROM measurements WHERE {IONIC} AND {COMPARABLE} AND {NEAR_ROOM}),
        often AS (SELECT material_id, count(DISTINCT coalesce(source_ids[1], record_ids[1])) AS n FROM near
                  GROUP BY material_id HAVING n > 1 ORDER BY n DESC, material_id LIMIT {MOST_MATERIALS}),
        named AS (SELECT material_id, material AS name FROM materials)
        SELECT name, {CENTRE} AS value, len(source_ids) > 0 AS cited
        FROM near JOIN often USING (material_id) JOIN named USING (material_id)
        ORDER BY measurement_id LIMIT {MOST_VALUES}"""
    ))  # fmt: skip
    if not rows:
        return None
    groups = _grouped(rows, "name")
    y = alt.Y("name:N", title=None, sort=[group["name"] for group in groups])
    x = alt.X("value:Q", title=NEAR_ROOM_TITLE, scale=alt.Scale(type="log"), axis=_powers(rows))
    spans = alt.Chart(alt.InlineData(groups)).mark_rule(color="#b9bfd0", strokeWidth=3)
    points = alt.Chart(alt.InlineData(_thinned(rows))).mark_circle(size=40, opacity=0.75, color=PALETTE[1])
    layers = (spans.encode(x=alt.X("low:Q"), x2="high:Q", y=y), points.encode(x=x, y=y))
    return alt.layer(*layers).properties(width=WIDTH, height=alt.Step(20))


_PLOTS: Sequence[tuple[str, str, Callable[[KnowledgeBase], alt.TopLevelMixin | None]]] = (
    (
        "Conductivity by family",
        "Measured ionic conductivities within 10 K of room temperature, one point a measurement; bar: median.",
        _by_family,
    ),
    (
        "Arrhenius",
        "Conductivity against inverse temperature; a line joins the values of one composition from one source.",
        _arrhenius,
    ),
    (
        "Activation energy against conductivity",
        "One point a composition for which both are known: medians over all measurements.",
        _energy_against_conductivity,
    ),
    (
        "Values over sources",
        "Compositions measured most often: every point is a measurement, the line spans them.",
        _over_sources,
    ),
)
