"""The store of parts: one immutable file for each document and rules version.

A part is written whole or not at all (temporary file, fsync, rename), so runs may be killed, repeated or made at the
same time without a lock: two runs that extract the same document write the same bytes.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Part = dict[str, Any]
FORMAT = 1  # of the part's own layout; raise it when fields change their meaning


def dump(part: Part) -> bytes:
    """The bytes of a part: the same for equal parts."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file that takes the place of ``path`` when the block ends well, and vanishes when it does not.

    No one ever sees half of it, not even after a power cut.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb") as stream:
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, whole or not at all."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def _sync_folder(folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # a system that cannot open folders (Windows) has nothing to sync
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Store:
    """Parts below ``folder`` that one version of the rules made."""

    def __init__(self, folder: Path, rules: str) -> None:
        self.folder = folder / f"{rules}-{FORMAT}"

    def path(self, sha256: str) -> Path:
        """Where the part of a file lies, whether it is there or not."""
        return self.folder / sha256[:2] / f"{sha256}.json"

    def size(self, sha256: str) -> int | None:
        """Bytes of the part of a file; None when there is none."""
        try:
            return self.path(sha256).stat().st_size
        except OSError:
            return None

    def read(self, sha256: str) -> Part | None:
        """The part of a file; None when there is none or it cannot be read (it is then made again)."""
        try:
            part = json.loads(self.path(sha256).read_bytes())
        except (OSError, ValueError):
            return None
        return part if isinstance(part, dict) else None

    def write(self, sha256: str, part: Part) -> None:
        """Keep a part. Writing one that is there already replaces it by the same bytes."""
        write_atomically(self.path(sha256), dump(part))

    def digests(self) -> Iterator[str]:
        """The sha256 of every file with a part, sorted."""
        yield from sorted(path.stem for path in self.folder.glob("??/*.json"))
