"""Signs of print that look alike and mean one thing."""

from __future__ import annotations

from typing import Final

HYPHENS: Final = "−–‐‑"
"""What stands for the hyphen of a name or the minus of a number, beside the typed one."""

AS_HYPHEN: Final = str.maketrans(dict.fromkeys(HYPHENS, "-"))
"""For ``str.translate``: the typed hyphen for each of them; offsets stay as they are.

>>> "Li2S–P2S5, 10−4".translate(AS_HYPHEN)
'Li2S-P2S5, 10-4'
"""
