"""Where cells and rows begin before anything is known of a table: shares of the gaps for each way of cutting lines."""

from __future__ import annotations

from enum import Enum

import numpy as np


class Cut(Enum):
    """What the tokens of a lattice are, and what stands between its cells."""

    LINES = "lines"  # a line is a cell or part of one
    WORDS = "words"  # a line holds a row or several of its cells
    MIXED = "mixed"  # most lines are cells or parts of one, some hold several


USUAL_GAPS = {
    Cut.LINES: np.array([[0.04, 0.02, 0.9, 0.1], [0.96, 0.98, 0.1, 0.9], [0.96, 0.98, 0.1, 0.9]]),
    Cut.WORDS: np.array([[0.15, 0.05, 0.45, 0.05], [0.15, 0.35, 0.5, 0.9], [0.7, 0.6, 0.05, 0.05]]),
    Cut.MIXED: np.array([[0.15, 0.05, 0.7, 0.1], [0.85, 0.95, 0.3, 0.9], [0.85, 0.95, 0.1, 0.1]]),
}
"""How often each gap (line, blank line, blank, wide) stands inside a cell, between cells, between rows."""
