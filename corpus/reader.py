"""One file becomes one :class:`~corpus.document.Document`, whatever its format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from corpus.document import Document, Problem, Status
from corpus.readers.base import RawDocument, Reader
from corpus.readers.markdown import MarkdownReader
from corpus.readers.markup import HtmlReader, XmlReader
from corpus.readers.pdf import PdfReader
from corpus.readers.text import TextReader
from corpus.structure import Structure, build, not_an_article

ENTRY_POINT_GROUP = "ionmine.readers"
_BUILT_IN: tuple[Callable[[], Reader], ...] = (TextReader, MarkdownReader, PdfReader, XmlReader, HtmlReader)
_HEAD_LENGTH = 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost at most."""

    file_bytes: int = 200_000_000


@cache
def readers() -> tuple[Reader, ...]:
    """All registered readers; the built-in ones when the package is not installed."""
    found: dict[str, Reader] = {}
    for entry_point in entry_points(group=ENTRY_POINT_GROUP):
        reader: Reader = entry_point.load()()
        found[reader.name] = reader
    for built_in in _BUILT_IN:
        reader = built_in()
        found.setdefault(reader.name, reader)
    return tuple(found.values())


@cache
def document_suffixes() -> frozenset[str]:
    """Suffixes, in small letters, of the files that are documents; a file without one is read when it is named."""
    return frozenset(suffix for reader in readers() for suffix in reader.suffixes if suffix)


def choose_reader(head: bytes, suffix: str) -> Reader | None:
    """The reader that is surest of a file; None when none claims it."""
    best = max(readers(), key=lambda reader: reader.accepts(head, suffix))
    return best if best.accepts(head, suffix) > 0 else None


def read(path: Path, *, limits: Limits | None = None, password: str | None = None) -> Document:
    """Read a file. Bad content gives a document with a status and problems; a missing file FileNotFoundError."""
    path = Path(path)
    limits = limits or Limits()
    size = path.stat().st_size
    if size > limits.file_bytes:
        message = f"{size} bytes, more than the limit of {limits.file_bytes}"
        return _failed(path.stem, path, "", Problem("too_large", message))
    try:
        data = path.read_bytes()
    except OSError as error:
        return _failed(path.stem, path, "", Problem("unreadable_file", f"{path.name}: {error.strerror}"))
    return read_bytes(data, path.name, source=path, password=password)


def read_bytes(data: bytes, name: str, *, source: Path | None = None, password: str | None = None) -> Document:
    """Read a file's bytes; ``name`` gives suffix and document id."""
    document_id = Path(name).stem
    sha256 = hashlib.sha256(data).hexdigest()
    if not data.strip():
        return _failed(document_id, source, sha256, Problem("empty", "the file is empty"))
    reader = choose_reader(data[:_HEAD_LENGTH], Path(name).suffix)
    if reader is None:
        return _failed(document_id, source, sha256, Problem("unknown_format", f"no reader for {name}"))
    try:
        raw_document = reader.read(data, name, password)
    except (MemoryError, ImportError):  # the machine's fault, not the document's
        raise
    except Exception as error:  # a reader's fault must cost the other documents nothing
        return _failed(document_id, source, sha256, Problem("reader_error", f"{type(error).__name__}: {error}"))
    return _finish(raw_document, document_id, source, sha256)


def read_text(text: str, document_id: str = "text") -> Document:
    """Read a text at hand, one sentence or a whole article."""
    sha256 = hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()
    if not text.strip():
        return _failed(document_id, None, sha256, Problem("empty", "the text is empty"))
    return _finish(RawDocument(raw=text, media_type="text/plain"), document_id, None, sha256)


def _failed(document_id: str, source: Path | None, sha256: str, problem: Problem) -> Document:
    return Document(document_id, source, sha256, "", "", status=Status.FAILURE, problems=[problem])


def _finish(raw_document: RawDocument, document_id: str, source: Path | None, sha256: str) -> Document:
    if raw_document.status is Status.FAILURE:
        structure = Structure(metadata=raw_document.metadata)
    else:
        problem = not_an_article(raw_document.wording) if raw_document.status is not Status.NO_ARTICLE else None
        if problem is not None:
            raw_document.status = Status.NO_ARTICLE
            raw_document.problems.append(problem)
        known = raw_document.status is Status.NO_ARTICLE
        structure = Structure(metadata=raw_document.metadata) if known else build(raw_document)
    problems = [*raw_document.problems, *structure.problems]
    status = raw_document.status
    if status is Status.SUCCESS and any(problem.code.startswith("unreadable") for problem in problems):
        status = Status.PARTIAL
    return Document(
        document_id=document_id,
        source=source,
        sha256=sha256,
        media_type=raw_document.media_type,
        raw=raw_document.raw,
        status=status,
        problems=problems,
        metadata=structure.metadata,
        blocks=structure.blocks,
        bibliography=structure.bibliography,
        definitions=structure.definitions,
        layout=raw_document.layout,
    )
