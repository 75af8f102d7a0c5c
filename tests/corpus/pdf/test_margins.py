"""Running heads and feet, page numbers, line numbers, stamps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpus.document import BlockKind


def test_heads_feet_and_page_numbers_are_no_text(sheet: Callable[..., Any], texts: Callable[..., list[str]]) -> None:
    page = sheet()
    for number in range(1, 5):
        page.text(48, 40, "J. Mater. 2020, 7, 11" if number % 2 else "Smith and others", 8)
        page.text(530, 40, str(100 + number), 8)
        page.column(48, 80, 500, 50, first=f"begin{number}", last="end.", start=number * 11)
        page.text(48, 760, "Published by a society", 7)
        page.page()
    document = page.read()
    running = texts(document, BlockKind.RUNNING_HEAD)
    assert sum("society" in text for text in running) == 4
    assert sum("J. Mater." in text or "Smith and" in text for text in running) == 4
    body = " ".join(texts(document, BlockKind.PARAGRAPH))
    assert "Mater" not in body and "society" not in body and "Smith" not in body and " 103" not in body


def test_text_that_happens_to_stand_where_heads_stand_is_kept(
    sheet: Callable[..., Any], texts: Callable[..., list[str]]
) -> None:
    page = sheet()
    for number in range(1, 5):
        page.text(48, 40, "Journal of Things", 8)
        page.column(48, 58, 500, 50, first=f"line{number}", last="end.", start=number * 13)
        page.page()
    body = " ".join(texts(page.read(), BlockKind.PARAGRAPH))
    assert all(f"line{number}" in body for number in range(1, 5))


def test_line_numbers_are_taken_out(sheet: Callable[..., Any], texts: Callable[..., list[str]]) -> None:
    page = sheet()
    page.column(90, 80, 430, 40, leading=16)
    for number in range(40):
        page.text(62, 80 + 16 * number, str(number + 1), 8)
    document = page.read()
    assert not any(token.isdigit() for text in texts(document, BlockKind.PARAGRAPH) for token in text.split())
    assert sum(text.isdigit() for text in texts(document, BlockKind.RUNNING_HEAD)) == 40


def test_turned_licence_stamps_are_taken_out(sheet: Callable[..., Any], texts: Callable[..., list[str]]) -> None:
    page = sheet()
    page.column(60, 80, 480, 50, first="begin", last="end.")
    page.turned(20, 600, "Downloaded on 3 May 2021. This article is licensed under a Creative Commons licence.")
    document = page.read()
    assert any("Creative Commons" in text for text in texts(document, BlockKind.RUNNING_HEAD))
    assert "Creative" not in " ".join(texts(document, BlockKind.PARAGRAPH))


def test_a_page_turned_by_its_rotation_entry_reads_upright(sheet: Callable[..., Any]) -> None:
    page = sheet(792, 595)
    page.canvas.setPageRotation(90)
    page.canvas.rotate(90)
    page.canvas.translate(0, -792)
    page.canvas.setFont("Times-Roman", 10)
    for number, line in enumerate(("first line of a turned page", "second line of it", "third and last line")):
        page.canvas.drawString(60, 700 - 14 * number, line)
    document = page.read()
    assert document.raw.replace("\n", " ").startswith("first line of a turned page second line of it third")
