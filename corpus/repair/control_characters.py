"""LaTeX commands whose first letters were read as an escape: a tab followed by ``imes`` was ``\\times``."""

from __future__ import annotations

import re

from corpus.mapped_text import MappedText
from corpus.repair.patterns import BROKEN_ESCAPES
from corpus.repair.profile import Profile

_BROKEN = re.compile(
    "|".join(
        f"{re.escape(control)}(?=(?:{'|'.join(map(re.escape, rests))})(?![a-z]))"
        for control, (_, rests) in BROKEN_ESCAPES.items()
    )
)


def restore_commands(text: MappedText, profile: Profile) -> MappedText:
    r"""A control character at the head of a command becomes backslash and letter.

    >>> restore_commands(MappedText.from_raw("3 \times 10"), Profile()).text
    '3 \\times 10'
    """
    return text.substitute(_BROKEN, lambda match: "\\" + BROKEN_ESCAPES[match.group()][0])
