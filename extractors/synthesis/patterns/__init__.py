"""The patterns of the synthesis rules, one table a file, and the signs that stand for things in masked sentences."""

from __future__ import annotations

from pathlib import Path

from corpus.patterns import Patterns

# private use plane: no text holds these signs once it is clean
FIRST_MATERIAL = 0xF0000
FIRST_METHOD = 0xF8000
MATERIAL = f"[{chr(FIRST_MATERIAL)}-{chr(FIRST_METHOD - 1)}]"
METHOD = f"[{chr(FIRST_METHOD)}-{chr(0xFFFF0)}]"
NOT_DONE_REACH = 50  # characters in front of a verb in which it is said not to be done


def _read(name: str) -> Patterns:
    return Patterns(Path(__file__).with_name(f"{name}.toml"), material=MATERIAL, method=METHOD)


BESIDE, CONDITIONS, FRAMES = _read("beside"), _read("conditions"), _read("frames")
MASKING, NAMING, OPERATIONS, PROCEDURES = _read("masking"), _read("naming"), _read("operations"), _read("procedures")
ROLES, SOLVENTS, STEPS = _read("roles"), _read("solvents"), _read("steps")
