"""The version of the rules: a fingerprint of everything that decides what is found in a document.

Parts of the store carry it in their name, so a changed rule, word list or library makes the next run read again.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
from functools import cache
from pathlib import Path

# Folders and modules whose code and data decide a document's records; what only tells of them (report, export) is out.
RULE_SOURCES = (
    "corpus/*.py", "corpus/readers", "corpus/repair", "corpus/structure", "corpus/tables", "extractors",
    "pipeline/checks", "pipeline/confidence.py", "pipeline/confidence.toml", "pipeline/convert.py",
    "pipeline/materials.py", "pipeline/samples.py",
)  # fmt: skip
LIBRARIES = ("spacy", "pint", "pypdfium2", "pdfplumber", "pdfminer.six", "ftfy", "lxml", "chemdataextractor2")
IGNORED_SUFFIXES = {".pyc", ".tmp"}


def package_root() -> Path:
    """The folder that holds the packages ``corpus``, ``extractors``, ``pipeline`` and ``flows``."""
    return Path(__file__).resolve().parent.parent


def _files(root: Path) -> list[Path]:
    found: set[Path] = set()
    for source in RULE_SOURCES:
        path = root / source
        found.update(path.rglob("*") if path.is_dir() else root.glob(source))
    return sorted(p for p in found if p.is_file() and p.suffix not in IGNORED_SUFFIXES)


def library_version(name: str) -> str:
    """Installed version of a distribution, "none" when it is not installed."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def second_reader_available() -> bool:
    """Whether ChemDataExtractor2 is installed (it is not imported for this)."""
    return importlib.util.find_spec("chemdataextractor") is not None


@cache
def rules_version(second_reader: bool = False) -> str:
    """Sixteen hexadecimal digits that change with the rules, their data, the libraries and the second reader."""
    root = package_root()
    digest = hashlib.sha256()
    for path in _files(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name in LIBRARIES:
        digest.update(f"{name}={library_version(name)};".encode())
    digest.update(b"second_reader" if second_reader else b"")
    return digest.hexdigest()[:16]
