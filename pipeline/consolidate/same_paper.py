"""One paper in several forms is one document: the best form tells, the others are named as copies of it."""

from __future__ import annotations

from itertools import pairwise

import pyarrow as pa

from pipeline.consolidate.derived import statements
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.trust import LEAST_CONFIDENCE

LEAST_FACTS = 6
"""Facts that two documents must share to be one paper without a common DOI or title."""

LEAST_SHARE = 0.4
"""Of all facts of both. Set by judgement: forms of one paper share many of them, papers of one group few."""

MARKED_UP = ("xml", "html")  # of media types: what such a file says of its parts is not guessed
COPIES = pa.schema([pa.field("document_id", pa.string()), pa.field("same_as", pa.string())])


def set_copies_apart(base: KnowledgeBase) -> None:
    """Name every document that is a paper already there in a better form: ``scratch.copies``.

    The best form is a marked-up one, else that with most facts that are sure.
    """
    shared = statements("same_paper.sql").format(least_facts=LEAST_FACTS, least_share=LEAST_SHARE)
    base.run(f"CREATE OR REPLACE TABLE scratch.pairs AS {shared}")
    query = """
        WITH told AS (SELECT *, count(*) OVER (PARTITION BY article_id) AS files FROM kept.documents)
        SELECT document_id, article_id, media_type, coalesce(sure, 0) AS sure
        FROM told JOIN scratch.present USING (document_id)
        LEFT JOIN (SELECT document_id, count(*) AS sure FROM kept.stated WHERE confidence >= ? GROUP BY document_id)
        USING (document_id)
        WHERE files > 1 OR document_id IN (SELECT unnest([a, b]) FROM scratch.pairs) ORDER BY place
    """
    known = {row["document_id"]: row for row in base.rows(query, [LEAST_CONFIDENCE])}
    root = {name: name for name in known}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    by_article: dict[str, list[str]] = {}
    for name, row in known.items():
        by_article.setdefault(row["article_id"], []).append(name)
    pairs = [(row["a"], row["b"]) for row in base.rows("FROM scratch.pairs ORDER BY a, b")]
    for one, other in [*pairs, *(pair for names in by_article.values() for pair in pairwise(names))]:
        root[find(other)] = find(one)
    papers: dict[str, list[str]] = {}
    for name in known:
        papers.setdefault(find(name), []).append(name)

    def worth(name: str) -> tuple[bool, int]:
        return any(word in (known[name]["media_type"] or "") for word in MARKED_UP), known[name]["sure"]

    copies = []
    for names in papers.values():
        best = max(names, key=worth)
        copies += [{"document_id": name, "same_as": best} for name in names if name != best]
    base.replace("scratch.copies", copies, COPIES)
