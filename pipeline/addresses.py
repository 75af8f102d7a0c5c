"""Outputs and store at an address that fsspec knows (``s3://bucket/folder``): a run works on a copy on this machine.

What is there is fetched when the run begins, and what it adds is put there when it ends. Parts are put one by one, for
each is whole; of what is published the seal comes last, by which a reader can tell that the files belong together. Two
runs into one address must not be made at the same time: no lock reaches there.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath

from pipeline.guard import RefusedError
from pipeline.history import RUNS, SEAL
from pipeline.publish import building, publish, published
from pipeline.settings import Settings, address_of

PARTS = "*/??/*.json"


class Remote:
    """A folder at an address."""

    def __init__(self, address: str) -> None:
        import fsspec

        self._files, self._root = fsspec.core.url_to_fs(address)

    def fetch(self, name: str, target: Path) -> bool:
        """Bring one file here; whether it is there."""
        if not self._files.exists(self._at(name)):
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        self._files.get_file(self._at(name), str(target))
        return True

    def put(self, source: Path, name: str) -> None:
        """Bring one file there."""
        self._files.makedirs(self._files._parent(self._at(name)), exist_ok=True)
        self._files.put_file(str(source), self._at(name))

    def names(self) -> set[str]:
        """All files below the folder."""
        if not self._files.exists(self._root):
            return set()
        return {str(PurePosixPath(path).relative_to(self._root)) for path in self._files.find(self._root)}

    def _at(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"


@contextmanager
def at_hand(settings: Settings) -> Iterator[Settings]:
    """The settings with folders of this machine in place of addresses, which have the same in them afterwards.

    Raises RefusedError where other machines would have to see such a folder.
    """
    outputs, store = address_of(settings.outputs), address_of(settings.store_folder)
    if store and settings.dask_address:
        raise RefusedError(f"a Dask cluster needs a store that all its machines see as a folder, not {store}")
    with ExitStack() as stack:
        update: dict[str, Path] = {}
        if store:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ionmine-store-")))
            update["store"] = folder
            stack.enter_context(_parts(Remote(store), folder))
        if outputs:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ionmine-outputs-")))
            update["outputs"] = folder
            stack.enter_context(_published(Remote(outputs), folder))
        yield settings.model_copy(update=update)


@contextmanager
def _parts(remote: Remote, folder: Path) -> Iterator[None]:
    for name in remote.names():
        if PurePosixPath(name).match(PARTS):
            remote.fetch(name, folder / name)
    there = {path: path.stat().st_mtime_ns for path in folder.glob(PARTS)}
    try:
        yield
    finally:  # what was read is kept, however the run ends
        for path in folder.glob(PARTS):
            if there.get(path) != path.stat().st_mtime_ns:
                remote.put(path, path.relative_to(folder).as_posix())


@contextmanager
def _published(remote: Remote, folder: Path) -> Iterator[None]:
    remote.fetch(RUNS, folder / RUNS)
    with building(folder) as work:
        there = remote.fetch(SEAL, work / SEAL)
        for name in remote.names() - {RUNS, SEAL} if there else ():
            if not PurePosixPath(name).match("store/" + PARTS):
                remote.fetch(name, work / name)
        before = publish(work, folder) if there else None
    try:
        yield
    finally:
        now = published(folder)
        if now is not None and now != before:
            for path in sorted(now.rglob("*"), key=lambda path: path.name == SEAL):
                if path.is_file():
                    remote.put(path, path.relative_to(now).as_posix())
        if (folder / RUNS).exists():
            remote.put(folder / RUNS, RUNS)
