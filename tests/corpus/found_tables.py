"""What tests of finding tables in text share: the tables of a text, their cells, and the prose left over."""

from __future__ import annotations

from corpus.repair import profile_of, repair_with_citations
from corpus.tables import FoundTable, find_tables


def found_in(raw: str) -> list[FoundTable]:
    profile = profile_of(raw)
    return find_tables(raw, 0, len(raw), lambda text: repair_with_citations(text, profile))


def only_table(raw: str) -> FoundTable:
    (found,) = found_in(raw)
    return found


def grid(found: FoundTable) -> list[list[str]]:
    rows = []
    for row in found.table.rows():
        texts = []
        for cell in row:
            numbers = [n for citation in cell.citations for n in citation.numbers] if cell else []
            texts.append((cell.text.text if cell else "") + (str(numbers) if numbers else ""))
        rows.append(texts)
    return rows


def left_over(raw: str, found: list[FoundTable]) -> str:
    text = list(raw)
    for table in found:
        for start, end in table.consumed:
            text[start:end] = " " * (min(end, len(raw)) - start)
    return " ".join("".join(text).split())
