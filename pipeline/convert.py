"""One document through the house: reader, extractors, checks, confidence.

``process`` never raises for a document's fault. What went wrong is in the result's status and problems, and what could
be read is kept.
"""

from __future__ import annotations

import hashlib
import stat
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpus.document import BibliographyEntry, Document, Metadata, Problem, Status
from extractors.records import AnyRecord
from pipeline.causes import Passing, is_environment
from pipeline.names import shown
from pipeline.settings import Settings


class TimeLimitReached(BaseException):
    """The document's time is up. No ``Exception``, so that no extractor's own error handling swallows it."""


@dataclass(slots=True)
class Result:
    """What became of one document."""

    document_id: str
    sha256: str
    status: Status
    media_type: str = ""
    characters: int = 0
    blocks: int = 0
    tables: int = 0
    metadata: Metadata = field(default_factory=Metadata)
    records: list[AnyRecord] = field(default_factory=list)
    second_readings: list[dict[str, Any]] = field(default_factory=list)  # what only the second reader found
    problems: list[Problem] = field(default_factory=list)
    bibliography: list[BibliographyEntry] = field(default_factory=list)  # the entries that records cite
    given_up: dict[str, float | bool] | None = None  # the limits of a failure that can pass, and whether it ran alone
    timings: dict[str, float] = field(default_factory=dict)  # seconds a stage; no part of the stored bytes

    def part(self) -> dict[str, Any]:
        """The result as the store keeps it: equal for equal input and rules, whoever made it and how fast."""
        return {
            "document": {
                "document_id": self.document_id,
                "sha256": self.sha256,
                "status": str(self.status),
                "media_type": self.media_type,
                "characters": self.characters,
                "blocks": self.blocks,
                "tables": self.tables,
                **asdict(self.metadata),
            },
            "records": [record.model_dump(mode="json") for record in self.records],
            "second_readings": self.second_readings,
            "problems": [asdict(problem) for problem in self.problems],
            "bibliography": [asdict(entry) for entry in self.bibliography],
            "given_up": self.given_up,
        }


def failure(
    document_id: str, sha256: str, code: str, message: str, limits: Settings | None = None, *, alone: bool = False
) -> Result:
    """The result of a document nothing could be read of.

    With ``limits``, of one that was given up within them for a cause that can pass; ``alone``: as the only one at work.
    """
    given_up = {"timeout": limits.timeout, "memory": float(limits.memory), "alone": alone} if limits else None
    return Result(document_id, sha256, Status.FAILURE, problems=[Problem(code, message)], given_up=given_up)


def process(
    source: Path | bytes | str, settings: Settings, *, name: str = "text", password: str | None = None
) -> Result:
    """Everything ionmine finds in one document.

    ``source`` is a file, the bytes of one, or a text; ``name`` names bytes and texts. Raises nothing for a bad
    document; ``KeyboardInterrupt`` and the like pass through.
    """
    document_id = shown(source.stem if isinstance(source, Path) else Path(name).stem) or "text"
    timings: dict[str, float] = {}
    sha256 = ""
    try:
        data = _bytes_of(source, settings)
        sha256 = hashlib.sha256(data).hexdigest()
        with _timed(timings, "read"):
            document = _read(source, data, name, password)
        document.sha256, document.document_id = sha256, document_id
        result = _extract(document, settings, timings)
    except (Exception, TimeLimitReached) as error:
        result = failure(document_id, sha256, *_why(error, settings))
    result.timings = timings
    return result


def _why(error: BaseException, settings: Settings) -> tuple[str, str, Settings | None]:
    """Code and message of a failure, with the limits of one that can pass."""
    match error:
        case FileNotFoundError():
            return "missing", "no such file", None
        case IsADirectoryError():
            return "unreadable", "is a folder", None
        case TooLargeError():
            return "too_large", str(error), None
        case MemoryError():
            return Passing.MEMORY, f"needs more than {settings.memory} MB; given up", settings
        case TimeLimitReached():
            return Passing.TIME, f"not finished in {settings.timeout:g} s of computing; given up", settings
        case _ if is_environment(error):
            return Passing.ENVIRONMENT, describe_error(error), settings
        case OSError():
            return "unreadable", error.strerror or str(error), None
    return "reader_error", describe_error(error), None


class TooLargeError(Exception):
    """The file is bigger than the setting ``max_file_size`` allows."""


def _bytes_of(source: Path | bytes | str, settings: Settings) -> bytes:
    if isinstance(source, str):
        return source.encode("utf-8", "surrogatepass")
    if isinstance(source, bytes):
        return source
    status = source.stat()
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise OSError("is no regular file; `-` reads standard input")
    size = status.st_size / 1e6
    if size > settings.max_file_size:
        raise TooLargeError(f"{size:.0f} MB, more than the {settings.max_file_size} MB that are opened")
    return source.read_bytes()


def _read(source: Path | bytes | str, data: bytes, name: str, password: str | None) -> Document:
    from corpus import reader

    if isinstance(source, str):
        return reader.read_text(source, document_id=name)
    if isinstance(source, Path):
        return reader.read_bytes(data, source.name, source=source, password=password)
    return reader.read_bytes(data, name, password=password)


def _extract(document: Document, settings: Settings, timings: dict[str, float]) -> Result:
    """Extractors, checks and confidence; a failing stage costs its own work only."""
    from extractors.cited_source import tells_own_work
    from extractors.extract import extract
    from pipeline.checks import check
    from pipeline.confidence import calibrate
    from pipeline.samples import link_samples

    records: list[AnyRecord] = []
    second_readings: list[dict[str, Any]] = []
    problems = list(document.problems)
    status = document.status

    def attempt(stage: str, work: Callable[[], None]) -> None:
        nonlocal status
        with _timed(timings, stage):
            try:
                work()
            except Exception as error:
                if isinstance(error, MemoryError) or is_environment(error):
                    raise  # what the machine lacked is no finding about the document
                problems.append(Problem(f"{stage}_error", describe_error(error)))
                status = Status.PARTIAL

    if status in (Status.SUCCESS, Status.PARTIAL):
        attempt("extract", lambda: records.extend(extract(document)))
        if document.problems[len(problems) :]:
            failed = any(problem.code.endswith("_error") for problem in document.problems[len(problems) :])
            problems = list(document.problems)
            status = Status.PARTIAL if failed else status
        records.sort(key=lambda record: (record.start, record.end, record.kind, record.material or ""))
        if settings.second_reader:
            attempt("second_reader", lambda: second_readings.extend(_confirm(document, records)))
        attempt("check", lambda: check(document, records))
        attempt("samples", lambda: link_samples(records, own_work=tells_own_work(document)))
        attempt("confidence", lambda: calibrate(records))
    for record in records:
        record.document_id = document.document_id
    cited = sorted({number for record in records for number in record.references})
    return Result(
        document_id=document.document_id,
        sha256=document.sha256,
        status=status,
        media_type=document.media_type,
        characters=len(document.raw),
        blocks=len(document.blocks),
        tables=sum(1 for _ in document.tables()),
        metadata=document.metadata,
        records=records,
        second_readings=second_readings,
        problems=problems,
        bibliography=[document.bibliography[number] for number in cited if number in document.bibliography],
    )


def _confirm(document: Document, records: list[AnyRecord]) -> list[dict[str, Any]]:
    """Let the second, independent reader mark the records it finds too; what it alone found, for a person."""
    from extractors.second_reader import confirm

    return [asdict(reading) for reading in confirm(document, records)]


def describe_error(error: BaseException) -> str:
    """An error in one line: what, and where in ionmine it happened."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    message = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{': ' if message else ''}{message}{where}"


@contextmanager
def _timed(timings: dict[str, float], stage: str) -> Iterator[None]:
    begin = time.perf_counter()
    try:
        yield
    finally:
        timings[stage] = round(time.perf_counter() - begin, 4)
