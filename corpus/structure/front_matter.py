"""What a document says of itself: title, DOI, year, licence."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Block, BlockKind, Metadata
from corpus.doi import find_doi
from corpus.patterns import read_patterns

_P = read_patterns(__file__)
_YEARS = (_P.PUBLISHED, _P.IN_A_VOLUME, _P.ACCEPTED, _P.RECEIVED)
"""What tells the year of publication, surest first: manuscripts are accepted, and more so received, in years before."""
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
            path = _P.LICENCE_PATH.search(text)
            named = _P.LICENCE.search(text)
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
