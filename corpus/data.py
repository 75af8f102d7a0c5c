"""Data files beside the code that reads them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def data_of(module: str, name: str = "") -> dict[str, Any]:
    """What the data file of a module tells, the module given by its ``__file__``; read once, and not to be changed.

    It is the TOML file that has the module's name, or ``name`` beside it.
    """
    file = Path(module)
    return tomllib.loads((file.with_name(name) if name else file.with_suffix(".toml")).read_text(encoding="utf-8"))
