"""ionmine in Python: ``import ionmine`` reads documents, ``python -m ionmine`` is the command line.

>>> import ionmine
>>> document = ionmine.read_text("Li6PS5Br reached 2.4 mS cm^-1 at 25 °C [4].")
>>> [(record.material, record.value_low, record.references) for record in ionmine.extract(document)]
[('Li6PS5Br', 0.0024, [4])]
"""

from __future__ import annotations

import sys
from pathlib import Path

# A folder of the user's own named "pipeline" or "corpus" in the current directory must not be taken for ours.
_ROOT = str(Path(__file__).resolve().parent)
if sys.path[:1] != [_ROOT]:
    sys.path.insert(0, _ROOT)

from corpus.document import Document  # noqa: E402
from corpus.reader import read, read_bytes, read_text  # noqa: E402
from extractors.records import AnyRecord, PropertyRecord, SynthesisRecord  # noqa: E402

__all__ = [
    "AnyRecord",
    "Document",
    "PropertyRecord",
    "SynthesisRecord",
    "extract",
    "main",
    "read",
    "read_bytes",
    "read_text",
]


def extract(document: Document) -> list[AnyRecord]:
    """Every record of a document in the order of its blocks; offsets count characters of ``document.raw``.

    Values in S/cm and eV, temperatures of measurement in K. Raises nothing for a document's fault: see
    ``document.problems``.
    """
    from extractors.extract import extract as extract_records  # spaCy loads when it is needed

    return extract_records(document)


def main() -> None:
    """The command line; see ``ionmine --help``."""
    from flows.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
