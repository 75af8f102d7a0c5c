"""What a document says of itself: title, DOI, year, licence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.document import Block, BlockKind, Metadata
from corpus.doi import find_doi

_YEARS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:Published|©|\([cC]\)|Copyright).{0,40}?(?<!\d)((?:19|20)\d\d)(?!\d)",
        r"\(((?:19|20)\d\d)\)\s?\d{1,4}[:,]|\b((?:19|20)\d\d),\s?\d{1,4},\s?\d",  # volume and page follow it
        r"Accepted.{0,40}?(?<!\d)((?:19|20)\d\d)(?!\d)",
        r"Received.{0,40}?(?<!\d)((?:19|20)\d\d)(?!\d)",
    )
)
"""What tells the year of publication, surest first: manuscripts are accepted, and more so received, in years before."""
_LICENCE = re.compile(
    r"\bCC[ -]BY(?:[ -](?:NC|ND|SA))*(?:[ -]\d\.\d)?|Creative Commons Attribution[\w .-]{0,40}", re.IGNORECASE
)
_LICENCE_PATH = re.compile(r"creativecommons\.org/licenses/([a-z-]+)/\s?(\d\.\d)")
_FRONT = (BlockKind.FRONT_MATTER, BlockKind.RUNNING_HEAD, BlockKind.TITLE)


def metadata_of(blocks: Sequence[Block], metadata: Metadata) -> None:
    """Fill what ``metadata`` does not know yet from the front matter and the running heads."""
    front = [block for block in blocks if block.kind in _FRONT]
    if metadata.year is None:
        metadata.year = _year_of([block.text.text for block in front])
    for block in front:
        text = block.text.text
        if block.kind is BlockKind.TITLE and not metadata.title:
            metadata.title = text
        if not metadata.doi:
            metadata.doi = find_doi(text.replace("doi.org/ 10", "doi.org/10"))
        if not metadata.licence:
            path = _LICENCE_PATH.search(text)
            named = _LICENCE.search(text)
            if path:
                metadata.licence = f"CC {path.group(1).upper()} {path.group(2)}"
            elif named:
                metadata.licence = named.group().strip()


def _year_of(texts: Sequence[str]) -> int | None:
    """The year a document appeared in, by the surest words for it.

    >>> _year_of(["Received: 3 May 2019; Accepted: 7 January 2020", "J. Ions 2020, 12, 34"])
    2020
    """
    found = (match for words in _YEARS for text in texts if (match := words.search(text)))
    first = next(found, None)
    return int(next(filter(None, first.groups()))) if first else None
