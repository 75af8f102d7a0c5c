"""The store of parts: one immutable file for each document and rules version.

A part is written whole or not at all (temporary file, fsync, rename), so runs may be killed, repeated or made at the
same time without a lock: two runs that extract the same document write the same bytes. It ends with a checksum over
its content, the rules and the document's sha256, so that a part with other bytes, of another document or of other
rules is no part.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Part = dict[str, Any]
FORMAT = 2  # of the part's own layout; raise it when fields change their meaning
WRITING = "writing"  # folder of a store for what is being written
TEMPORARY = ".{name}."  # how the name of a temporary file begins, and how it ends
SUFFIX = ".tmp"
CHECKSUM = b',"checksum":"'
CHECKSUM_SIZE = 67  # bytes at the end of a part: sixty-four digits, quotation mark, brace, line end


def dump(part: Part) -> bytes:
    """The bytes of a part's content: the same for equal parts."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


@contextmanager
def replacing(path: Path, beside: Path | None = None) -> Iterator[Path]:
    """A temporary file that takes the place of ``path`` when the block ends well, and vanishes when it does not.

    No one ever sees half of it, not even after a power cut. It lies in the folder ``beside`` (on the same disk), else
    next to ``path``, and is locked while this process lives: see :func:`clear_temporaries`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = _own_temporary(path, beside or path.parent)
    try:
        yield temporary
        with temporary.open("rb") as stream:
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
    _sync_folder(path.parent)


def _own_temporary(path: Path, folder: Path) -> tuple[int, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    while True:
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=TEMPORARY.format(name=path.name[:80]), suffix=SUFFIX)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:  # else another run cleared it between the two lines above
            return descriptor, Path(name)
        os.close(descriptor)


def clear_temporaries(folders: Iterable[Path]) -> int:
    """Remove the temporary files in these folders that no living process holds; their number."""
    cleared = 0
    for folder in folders:
        for path in folder.glob(f".*{SUFFIX}"):
            try:
                descriptor = os.open(path, os.O_RDWR)
            except OSError:
                continue
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink(missing_ok=True)
                cleared += 1
            except BlockingIOError:
                continue
            finally:
                os.close(descriptor)
    return cleared


def write_atomically(path: Path, data: bytes, beside: Path | None = None) -> None:
    """Put ``data`` at ``path``, whole or not at all."""
    with replacing(path, beside) as temporary:
        temporary.write_bytes(data)


def append_lines(path: Path, data: bytes) -> None:
    """Add lines to a file in one write, on disk when this returns; none is lost to others who append.

    Raises OSError when they cannot be written; the file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        size = os.fstat(descriptor).st_size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            data = b"\n" + data  # after a line that a dying machine left unfinished
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, size)
            raise
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # a system that cannot open folders has nothing to sync
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

    def checksum(self, sha256: str) -> str | None:
        """What a part ends with: another one for other content; None when there is no part. The content is not read."""
        try:
            with self.path(sha256).open("rb") as stream:
                stream.seek(-min(CHECKSUM_SIZE, os.fstat(stream.fileno()).st_size), os.SEEK_END)
                return stream.read().decode("ascii", "replace")
        except OSError:
            return None

    def _seal(self, sha256: str, content: bytes) -> bytes:
        return hashlib.sha256(f"{self.folder.name}\0{sha256}\0".encode() + content).hexdigest().encode()

    def content(self, sha256: str) -> bytes | None:
        """The bytes of a part; None when there is none or its checksum does not fit (it is then made again)."""
        try:
            data = self.path(sha256).read_bytes()
        except OSError:
            return None
        content, found, rest = data.rpartition(CHECKSUM)
        return content + b"}\n" if found and rest == self._seal(sha256, content) + b'"}\n' else None

    def read(self, sha256: str) -> Part | None:
        """The part of a file; None when there is none that can be believed."""
        content = self.content(sha256)
        if content is None:
            return None
        part: Part = json.loads(content)
        return part

    def write(self, sha256: str, part: Part) -> None:
        """Keep a part. Writing one that is there already replaces it by the same bytes."""
        content = dump(part).removesuffix(b"}\n")
        data = content + CHECKSUM + self._seal(sha256, content) + b'"}\n'
        write_atomically(self.path(sha256), data, self.folder / WRITING)
