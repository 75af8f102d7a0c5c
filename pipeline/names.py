"""File names as text that can be written anywhere."""

from __future__ import annotations

import os
from pathlib import PurePath


def shown(name: str | PurePath) -> str:
    r"""A name with bytes that are no UTF-8 written as ``\xff``; others as they are.

    >>> shown("caf\udce9.txt"), shown("café.txt")
    ('caf\\xe9.txt', 'café.txt')
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")
