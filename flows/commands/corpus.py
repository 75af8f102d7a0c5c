"""``ionmine corpus``: what the manifest of a corpus lists, adding to it, and whether the files are still the same."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from flows.console import OK, SOME_FAILED, complain, fail, output
from pipeline.discover import digest_of, files_in, own_corpus
from pipeline.manifest import MANIFEST, read_manifest
from pipeline.store import write_atomically

FIELDS = ("id", "title", "journal", "doi", "licence", "form", "path", "sha256")


def manifest_in(folder: Path | None) -> Path:
    """The manifest of a folder, the project's own when none is given; ends the program where there is none."""
    manifest = (folder or own_corpus()) / MANIFEST
    return manifest if manifest.exists() else fail(f"{manifest}: no such file")


def list_documents(folder: Path | None) -> int:
    """Print the manifest's documents; the exit code."""
    manifest = manifest_in(folder)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("id", "title", "licence", "gold", "here"):
        table.add_column(name, overflow="fold" if name == "title" else "ellipsis", no_wrap=name in ("gold", "here"))
    for entry in read_manifest(manifest.parent).values():
        file = _file_of(manifest.parent, entry)
        cells = [entry["id"], entry.get("title", ""), entry.get("licence", ""), "yes" if entry.get("gold") else ""]
        table.add_row(*[Text(str(text)) for text in [*cells, "yes" if file is not None else ""]])
    output().print(table)
    return OK


def add(file: Path, folder: Path | None, **fields: str) -> int:
    """Put a file into the manifest of a folder (the file's own folder when none is given); the exit code.

    A file known already is only told of; one of the same name with other bytes is refused.
    """
    if not file.is_file():
        fail(f"{file}: no such file")
    home = (folder or file.parent).resolve()
    manifest = home / MANIFEST
    known = read_manifest(home)
    digest = digest_of(file)
    if any(entry.get("sha256") == digest for entry in known.values()):
        output().print(f"{file}: in {manifest} already")
        return OK
    if file.stem in known:
        fail(f"{file}: {manifest} has another document {file.stem}")
    entry: dict[str, Any] = {"id": file.stem, **fields, "sha256": digest}
    if file.resolve().is_relative_to(home):
        entry["path"] = file.resolve().relative_to(home).as_posix()
    before = manifest.read_text(encoding="utf-8") if manifest.exists() else ""
    lines = [f"{name} = {json.dumps(entry.get(name, ''), ensure_ascii=False)}" for name in FIELDS if name in entry]
    text = f"{before.rstrip()}\n\n[[document]]\n" if before else "[[document]]\n"
    text += "\n".join(lines) + "\n"
    tomllib.loads(text)
    write_atomically(manifest, text.encode("utf-8"))
    output().print(f"{file}: added to {manifest} with sha256 {digest[:12]}…")
    return OK


def verify(folder: Path | None) -> int:
    """Compare the files with the manifest's sha256; the exit code is 1 when one differs or is missing."""
    manifest = manifest_in(folder)
    entries = read_manifest(manifest.parent)
    wrong = 0
    for entry in entries.values():
        file = _file_of(manifest.parent, entry)
        if file is None:
            if entry.get("path"):
                complain(entry["path"], "missing")
                wrong += 1
            continue
        if entry.get("sha256") and digest_of(file) != entry["sha256"]:
            complain(str(file), "differs from the manifest's sha256")
            wrong += 1
    output().print(f"{len(entries)} documents in {manifest}, {wrong} wrong")
    return SOME_FAILED if wrong else OK


def _file_of(folder: Path, entry: dict[str, Any]) -> Path | None:
    """The entry's file: where its path says, else one of its name in the folder."""
    if entry.get("path"):
        path = folder / entry["path"]
        return path if path.is_file() else None
    return next((path for path in files_in(folder) if path.stem == entry["id"]), None)
