"""Queries that stand in files of SQL beside the code that asks them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_HEAD = re.compile(r"^-- (\w+): .*\n", re.MULTILINE)


@cache
def queries(file: str) -> dict[str, str]:
    """The queries of a file of ``pipeline``, each by the name that stands over it as ``-- name: what it is for``."""
    parts = _HEAD.split(files("pipeline").joinpath(file).read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))
