"""Which files a run reads, under which name, and what the manifest beside them says of them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.reader import document_suffixes
from pipeline.rules import package_root

NO_DOCUMENTS = frozenset({"readme", "license", "licence", "changelog", "notice", "requirements"})
MANIFEST = "manifest.toml"


@dataclass(frozen=True, slots=True)
class Input:
    """One file of a run. ``sha256`` is empty when it cannot be read; ``problem`` then says why."""

    path: Path
    document_id: str
    sha256: str = ""
    problem: str = ""
    manifest: dict[str, Any] = field(default_factory=dict, compare=False)


def own_corpus() -> Path:
    """The folder with the project's manifest, sample and gold."""
    return package_root() / "corpus"


def default_corpora() -> list[Path]:
    """The project's own sample and, when it stands beside the project, the shared corpus."""
    return [
        folder for folder in (own_corpus() / "sample", package_root().parent / "shared" / "corpus") if folder.is_dir()
    ]


def files_in(folder: Path) -> list[Path]:
    """The documents below a folder, sorted; hidden files and project papers (README, LICENSE) left out.

    Of a folder only files with a reader's suffix are taken; a file named on the command line is read whatever it has.
    """
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in document_suffixes()
        and path.stem.lower() not in NO_DOCUMENTS
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def digest_of(path: Path) -> str:
    """sha256 of a file, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """The entries of a folder's ``manifest.toml`` by document id; empty when there is none that can be read."""
    try:
        content = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(entry["id"]): entry for entry in content.get("document", []) if "id" in entry}


def discover(corpora: Sequence[Path]) -> list[Input]:
    """Every document of the given files and folders once, in the order of their paths.

    A document's id is the file's stem. Where files share it, the one that the manifest calls so (else the first) has it
    alone; another has the manifest's name for it, its own name with the suffix, or in the end the first digits of its
    sha256. A file that stands there twice under different names is kept twice here and told apart by the run.
    """
    known = {entry["sha256"]: entry for entry in read_manifest(own_corpus()).values() if entry.get("sha256")}
    beside: dict[Path, dict[str, dict[str, Any]]] = {}
    found: list[Input] = []
    for path in _unique(_expand(corpora)):
        if path.parent not in beside:
            beside[path.parent] = read_manifest(path.parent)
        try:
            digest, problem = digest_of(path), ""
        except OSError as error:
            digest, problem = "", _cause(error)
        entry = known.get(digest) or beside[path.parent].get(path.stem) or {}
        found.append(Input(path, path.stem, digest, problem, entry))
    return _with_own_ids(found)


def _expand(corpora: Sequence[Path]) -> Iterable[Path]:
    for corpus in corpora:
        if corpus.is_dir():
            yield from files_in(corpus)
        else:
            yield corpus


def _unique(paths: Iterable[Path]) -> list[Path]:
    return list({path.resolve(): path for path in reversed(list(paths))}.values())[::-1]


def _cause(error: OSError) -> str:
    return "no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)


def _with_own_ids(inputs: list[Input]) -> list[Input]:
    taken: dict[str, str] = {}
    ids: dict[int, str] = {}
    for index, item in sorted(enumerate(inputs), key=lambda pair: pair[1].manifest.get("id") != pair[1].path.stem):
        stem, name = item.path.stem, item.path.name
        names = (stem, item.manifest.get("id"), name, f"{stem}-{item.sha256[:8] or index}")
        ids[index] = next(name for name in filter(None, names) if taken.setdefault(name, item.sha256) == item.sha256)
    return [replace(item, document_id=ids[index]) for index, item in enumerate(inputs)]
