"""Tables of signs and names that the repair rules use."""

from __future__ import annotations

from corpus.data import data_of

_TABLES = data_of(__file__)

SIGN_COMMANDS: dict[str, str] = {**_TABLES["greek_commands"], **_TABLES["sign_commands"]}
# Commands whose sign stands right before what follows: "$\\mu m$", "$\\sim 4$".
PREFIX_COMMANDS = frozenset({"mu", "textmu", "micro", "sim", "thicksim"})
STYLE_COMMANDS = frozenset(_TABLES["style_commands"].split())
SHORT_WORDS = frozenset(_TABLES["short_words"].split())
SUPERSCRIPTS: dict[str, str] = _TABLES["superscripts"]
SUBSCRIPTS: dict[str, str] = _TABLES["subscripts"]
LOOKALIKES: dict[str, str] = _TABLES["lookalikes"]
LIGATURES: dict[str, str] = _TABLES["ligatures"]
GLYPH_CODES: dict[int, str] = {int(code): sign for code, sign in _TABLES["glyph_codes"].items()}
LOST_HYPHENS: dict[str, int] = _TABLES["lost_hyphens"]
RELATION_OF_LETTER = {"Z": "≥", "o": "<", "r": "≤", "B": "~"}
GREEK_OF_LATIN = {"a": "α", "b": "β", "g": "γ", "d": "δ"}
SI_PREFIXES: dict[str, str] = _TABLES["siunitx_prefixes"]
SI_UNITS: dict[str, str] = _TABLES["siunitx_units"]
SI_POWERS: dict[str, str] = _TABLES["siunitx_powers"]
