"""Characters: sub- and superscripts by geometry, ligatures, symbol fonts, spaces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from corpus.readers.pdf.fonts import Font


@pytest.mark.parametrize(
    "text",
    [
        "a conductivity of 1.4 × 10^{-5} S cm^{-1} at 25 °C was found for the sample",
        "the garnet Li_{6.4}La_{3}Zr_{1.4}Ta_{0.6}O_{12} was sintered",
        "in the series Na_{1+x}Zr_{2}Si_{x}P_{3-x}O_{12} the ions move",
        "reported earlier^{12} by others",
        "ions of Li^{+} and S^{2-} in the lattice",
        "the glass 70Li_{2}S-30P_{2}S_{5} was milled",
    ],
)
def test_scripts_are_told_by_size_and_baseline(sheet: Callable[..., Any], text: str) -> None:
    page = sheet()
    page.text(60, 100, text)
    page.column(60, 130, 400, 4)
    assert page.read().raw.startswith(text)


def test_exponent_and_citation_after_it_are_two_scripts_when_their_heights_differ(sheet: Callable[..., Any]) -> None:
    page = sheet()
    end = page.text(60, 100, "of 3 mS cm^{-1}")
    page.canvas.setFont("Times-Roman", 6)
    page.canvas.drawString(end, page.height - 95.5, "66")
    page.column(60, 130, 400, 4)
    assert "cm^{-1}^{66}" in page.read().raw


def test_raised_rings_are_degrees(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(60, 100, "heated to 700 ^{°}C for 2 h")
    page.column(60, 130, 400, 4)
    assert "700 °C" in page.read().raw


@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [
        ("ABCDEF+MinionPro-Regular", False, False),
        ("MinionPro-BoldIt", True, True),
        ("URWPalladioL-Ital", False, True),
        ("AdvOT1234.B", True, False),
        ("HelveticaNeueLTStd-Lt", False, False),
        ("CMBX12", True, False),
    ],
)
def test_style_from_font_names(name: str, bold: bool, italic: bool) -> None:
    font = Font.of(name)
    assert (font.bold, font.italic) == (bold, italic)


def test_greek_and_signs_of_the_symbol_font(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(60, 100, "with σ below 4 μΩ at ≤ 3 × 2 ± 1")
    page.column(60, 130, 400, 4)
    assert page.read().raw.replace("µ", "μ").startswith("with σ below 4 μΩ at ≤ 3 × 2 ± 1")


def test_letterspaced_lines_keep_their_words(sheet: Callable[..., Any]) -> None:
    page = sheet()
    line = page.canvas.beginText(60, page.height - 100)
    line.setFont("Times-Bold", 10)
    line.setCharSpace(2.0)
    line.textOut("RESEARCH ARTICLE")
    page.canvas.drawText(line)
    page.column(60, 130, 400, 4)
    assert page.read().raw.startswith("RESEARCH ARTICLE")


def test_text_outside_the_clip_of_a_figure_is_not_read(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(60, 80, 400, 4, first="SEEN")
    canvas = page.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(100, 300, 200, 100)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(120, 350, "inside")
    canvas.drawString(120, 600, "HIDDEN")
    canvas.restoreState()
    raw = page.read().raw
    assert "inside" in raw and "SEEN" in raw and "HIDDEN" not in raw
