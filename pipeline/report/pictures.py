"""Pages of PDFs as pictures with a frame around every value that was read on them, for the report on request."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.discover import digest_of

MOST_PAGES = 400  # in one report; some 100 kB each
SCALE = 1.3  # pixels a point
QUALITY = 60  # of JPEG
BOXES = """
SELECT document_id, any_value(file) AS file, any_value(sha256) AS sha256, page, list(bbox ORDER BY record_id) AS boxes
FROM ({records}) JOIN documents USING (document_id) WHERE page IS NOT NULL AND bbox IS NOT NULL
GROUP BY document_id, page ORDER BY document_id, page LIMIT {most}
"""


def pictures(base: KnowledgeBase, kinds: tuple[str, ...]) -> dict[str, list[dict[str, Any]]]:
    """Of each PDF that is still where it was read the pages with records: number and address of the picture."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, page, picture in _drawn(base, kinds):
        found.setdefault(name, []).append({"page": page, "picture": picture})
    return found


def _drawn(base: KnowledgeBase, kinds: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    from corpus.readers.pdf.picture import page_with_boxes

    records = " UNION ALL ".join(f"SELECT document_id, record_id, page, bbox FROM {kind}" for kind in kinds)
    same: dict[str, bool] = {}
    for row in base.rows(BOXES.format(records=records, most=MOST_PAGES)):
        path = Path(row["file"])
        if same.setdefault(row["file"], path.is_file() and digest_of(path) == row["sha256"]):
            try:
                drawn = page_with_boxes(path, row["page"], [tuple(box) for box in row["boxes"]], None, SCALE)
            except (OSError, ValueError, pdfium.PdfiumError):
                continue
            stream = io.BytesIO()
            drawn.convert("RGB").save(stream, "JPEG", quality=QUALITY)
            yield (
                row["document_id"],
                row["page"],
                f"data:image/jpeg;base64,{base64.b64encode(stream.getvalue()).decode()}",
            )
