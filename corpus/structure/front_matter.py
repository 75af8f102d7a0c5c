"""What a document says of itself: title, DOI, year, licence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Block, BlockKind, Metadata
from corpus.doi import find_doi

_YEAR = re.compile(r"(?:Published|Accepted|Received|©|\(c\)|Copyright).{0,40}?((?:19|20)\d\d)")
_LICENCE = re.compile(
    r"\bCC[ -]BY(?:[ -](?:NC|ND|SA))*(?:[ -]\d\.\d)?|Creative Commons Attribution[\w .-]{0,40}", re.IGNORECASE
)
_LICENCE_PATH = re.compile(r"creativecommons\.org/licenses/([a-z-]+)/\s?(\d\.\d)")
_FRONT = (BlockKind.FRONT_MATTER, BlockKind.RUNNING_HEAD, BlockKind.TITLE)


def metadata_of(blocks: Sequence[Block], metadata: Metadata) -> None:
    """Fill what ``metadata`` does not know yet from the front matter and the running heads."""
    for block in blocks:
        if block.kind not in _FRONT:
            continue
        text = block.text.text
        if block.kind is BlockKind.TITLE and not metadata.title:
            metadata.title = text
        if not metadata.doi:
            metadata.doi = find_doi(text.replace("doi.org/ 10", "doi.org/10"))
        if metadata.year is None:
            year = _YEAR.search(text)
            metadata.year = int(year.group(1)) if year else None
        if not metadata.licence:
            path = _LICENCE_PATH.search(text)
            named = _LICENCE.search(text)
            if path:
                metadata.licence = f"CC {path.group(1).upper()} {path.group(2)}"
            elif named:
                metadata.licence = named.group().strip()
