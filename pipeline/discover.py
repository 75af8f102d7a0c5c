"""Which files a run reads, under which name, and what the manifest beside them says of them."""

from __future__ import annotations

import hashlib
import os
import stat
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any, overload

from corpus.reader import document_suffixes
from pipeline.manifest import MANIFEST, read_manifest
from pipeline.names import shown
from pipeline.rules import package_root

NO_DOCUMENTS = frozenset({"readme", "license", "licence", "changelog", "notice", "requirements"})
SAMPLE = "sample"  # folder of the own corpus with the review that was written for the project
LARGEST = 200  # MB; the default of the setting ``max_file_size``


@dataclass(frozen=True, slots=True)
class Input:
    """One file of a run. ``sha256`` is empty when it cannot be read; ``code`` and ``problem`` then say why."""

    path: Path
    document_id: str
    sha256: str = ""
    problem: str = ""
    code: str = ""
    manifest: dict[str, Any] = field(default_factory=dict, compare=False)
    is_sample: bool = False  # the project's own sample review, which is no publication


class Inputs(Sequence[Input]):
    """Many inputs in little memory: of most a line with path, id and sha256 is held, of which each is made anew."""

    def __init__(self, items: Iterable[Input] = ()) -> None:
        self._lines, self._ends = bytearray(), array("Q")
        self._others: dict[int, Input] = {}  # those of which more is known
        for number, item in enumerate(items):
            if item == Input(item.path, item.document_id, item.sha256) and not item.manifest:
                self._lines += "\0".join((str(item.path), item.document_id, item.sha256)).encode(errors="surrogatepass")
            else:
                self._others[number] = item
            self._ends.append(len(self._lines))

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> Input: ...
    @overload
    def __getitem__(self, place: slice) -> Inputs: ...
    def __getitem__(self, place: int | slice) -> Input | Inputs:
        numbers = range(len(self))[place]
        return self._at(numbers) if isinstance(numbers, int) else Inputs(map(self._at, numbers))

    def _at(self, number: int) -> Input:
        if number in self._others:
            return self._others[number]
        line = self._lines[self._ends[number - 1] if number else 0 : self._ends[number]]
        path, name, sha256 = line.decode(errors="surrogatepass").split("\0")
        return Input(Path(path), name, sha256)


@dataclass(frozen=True, slots=True)
class Skipped:
    """What of a corpus could not be looked into or believed: a folder, a manifest."""

    path: Path
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Discovery:
    """The documents of a run, and what may have held more of them."""

    inputs: Inputs
    skipped: list[Skipped] = field(default_factory=list)
    corrections: Path | None = None  # the log of people's decisions, whether it is there or not
    corpora: tuple[Path, ...] = ()  # where they were sought


def own_corpus() -> Path:
    """The folder with the project's manifest, sample and gold."""
    return package_root() / "corpus"


def default_corpora(*, sample: bool = True) -> list[Path]:
    """The project's own ``sample`` and, when it stands beside the project, the shared corpus."""
    own = [own_corpus() / SAMPLE] if sample else []
    return [folder for folder in (*own, package_root().parent / "shared" / "corpus") if folder.is_dir()]


def files_in(folder: Path, skipped: list[Skipped] | None = None) -> list[Path]:
    """The documents below a folder, sorted; hidden files and project papers (README, LICENSE) left out.

    Of a folder only files with a reader's suffix are taken; a file named on the command line is read whatever it has.
    Folders that cannot be entered, and links to folders, are told in ``skipped``.
    """
    told: list[Skipped] = [] if skipped is None else skipped

    def refused(error: OSError) -> None:
        told.append(Skipped(Path(error.filename), "not_entered", f"cannot be entered: {_cause(error)}"))

    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=refused):
        place = Path(parent)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [place / name for name in folders if (place / name).is_symlink()]
        told += [Skipped(link, "not_entered", "is a link to a folder; not followed") for link in links]
        found += [place / name for name in names if _is_document(name)]
    return sorted(found)


def _is_document(name: str) -> bool:
    path = Path(name)
    return (
        path.suffix.lower() in document_suffixes()
        and path.stem.lower() not in NO_DOCUMENTS
        and not name.startswith(".")
    )


def digest_of(path: Path) -> str:
    """sha256 of a file, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def discover(corpora: Sequence[Path], largest: int = LARGEST) -> Discovery:
    """Every document of the given files and folders once, in the order of their paths.

    A document's id is the file's stem. Where files share it, the one that the manifest calls so (else the first) has it
    alone; another has the manifest's name for it, its own name with the suffix, or in the end the first digits of its
    sha256. A file that stands there twice under different names is kept twice here and told apart by the run. Files of
    more than ``largest`` MB are not opened.
    """
    skipped: list[Skipped] = []
    known = {entry["sha256"]: entry for entry in read_manifest(own_corpus()).values() if entry.get("sha256")}
    beside: dict[Path, dict[str, dict[str, Any]]] = {}
    found: list[Input] = []
    named = (files_in(corpus, skipped) if corpus.is_dir() else [corpus] for corpus in corpora)
    for path in _unique(chain.from_iterable(named)):
        if path.parent not in beside:
            faults: list[str] = []
            beside[path.parent] = read_manifest(path.parent, faults)
            skipped += [Skipped(path.parent / MANIFEST, "manifest", fault) for fault in faults]
        item = _input(path, largest)
        own = known.get(item.sha256, {})
        is_sample = str(own.get("path", "")).startswith(f"{SAMPLE}/")
        found.append(replace(item, manifest=own or beside[path.parent].get(path.stem, {}), is_sample=is_sample))
    return Discovery(_with_own_ids(found), skipped, corpora=tuple(corpora))


def _input(path: Path, largest: int) -> Input:
    """The file with its fingerprint, or why it has none."""
    item = Input(path, shown(path.stem))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return replace(item, code="unreadable", problem="is a folder")
        if not stat.S_ISREG(status.st_mode):
            return replace(item, code="unreadable", problem="is no regular file")
        if status.st_size > largest * 1e6:
            size = f"{status.st_size / 1e6:.0f} MB, more than the {largest} MB that are opened"
            return replace(item, code="too_large", problem=size)
        return replace(item, sha256=digest_of(path))
    except OSError as error:
        code = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
        return replace(item, code=code, problem=_cause(error))


def _unique(paths: Iterable[Path]) -> list[Path]:
    return list({os.path.realpath(path): path for path in reversed(list(paths))}.values())[::-1]


def _cause(error: OSError) -> str:
    return "no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)


def _with_own_ids(inputs: list[Input]) -> Inputs:
    taken: dict[str, str] = {}
    ids: dict[int, str] = {}
    for index, item in sorted(enumerate(inputs), key=lambda pair: pair[1].manifest.get("id") != pair[1].document_id):
        stem, name = item.document_id, shown(item.path.name)
        names = (stem, item.manifest.get("id"), name, f"{stem}-{item.sha256[:8] or index}")
        what = item.sha256 or str(index)
        ids[index] = next(name for name in filter(None, names) if taken.setdefault(name, what) == what)
    return Inputs(replace(item, document_id=ids[index]) for index, item in enumerate(inputs))
