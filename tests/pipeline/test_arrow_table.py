"""Rows as Arrow tables, as Arrow itself makes them."""

from __future__ import annotations

import math
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.tables import arrow_table

SCHEMA = pa.schema(
    [("whole", pa.int64()), ("number", pa.float64()), ("text", pa.string()), ("sure", pa.bool_()),
     ("texts", pa.list_(pa.string())), ("numbers", pa.list_(pa.float64()))]
)  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBER = st.floats(allow_nan=False) | st.integers(-5, 5)
ROW = st.fixed_dictionaries(
    {},
    optional={
        "whole": st.none() | st.integers(-(2**63), 2**63 - 1), "number": st.none() | NUMBER, "text": st.none() | TEXT,
        "sure": st.none() | st.booleans(), "texts": st.none() | st.lists(st.none() | TEXT, max_size=3),
        "numbers": st.none() | st.lists(NUMBER, max_size=3), "of no column": TEXT,
    },
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, max_size=4))
def test_rows_are_what_arrow_makes_of_them(rows: list[dict[str, Any]]) -> None:
    assert arrow_table(rows, SCHEMA).equals(pa.Table.from_pylist(rows, schema=SCHEMA))


def test_what_json_does_not_tell() -> None:
    assert arrow_table([{"whole": 3.0}], SCHEMA).to_pylist()[0]["whole"] == 3
    assert math.isnan(arrow_table([{"number": math.nan}], SCHEMA).to_pylist()[0]["number"])
    with pytest.raises(pa.ArrowException):
        arrow_table([{"whole": "three"}], SCHEMA)
