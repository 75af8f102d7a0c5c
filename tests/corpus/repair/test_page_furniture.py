"""Running heads and notices inside sentences. The journals' lines are made up."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind
from corpus.mapped_text import MappedText
from corpus.reader import read_text
from corpus.repair import Profile
from corpus.repair.page_furniture import is_page_furniture
from tests.corpus.repair.cleaned import repair


@pytest.mark.parametrize(
    "notice",
    [
        "Published on 03 May 2019. Downloaded by Some University on 1/2/2020 3:04:05 PM.",
        "Downloaded on 5/6/2021 7:08:09 AM. This article is licensed under a Creative Commons Attribution 3.0 Unported"
        " Licence.",
        "4711 | Dalton Trans., 2018, 47, 4711–4720This journal is © The Royal Society of Chemistry 2018",
        "This journal is © The Royal Society of Chemistry 2018 Dalton Trans., 2018, 47, 4711–4720 | 4712",
        "View Article OnlineReviewRSC Advances",
        "Adv. Sci. 2018, 51700001700000 (3 of 18)© 2018 WILEY-VCH Verlag GmbH & Co. KGaA, Weinheim",
        "1700000 (3 of 18)",
        "© 2017 Wiley-VCH GmbHwww.example.dewww.example.com",
        "Downloaded via SOME UNIV on March 3, 2020 at 13:14:15 (UTC). See https://example.org/x for options on how to"
        " legitimately share published articles.",
    ],
)
def test_notices_are_cut_out_of_sentences(notice: str) -> None:
    text = repair(MappedText.from_raw(f"the conductivity was low{notice}by far"), Profile())
    assert text.text == "the conductivity was low by far"
    assert is_page_furniture(notice)


@pytest.mark.parametrize(
    "raw",
    [
        "two (2 of 3) samples failed",
        "the cell Na | NPS | Na was built in Berlin, 2019, 12 times",
        "published on paper and downloaded by us",
        "In Dalton Trans. 2018, 47, 4711 it was shown",
        "software downloaded from a server",
    ],
)
def test_sentences_stay(raw: str) -> None:
    assert repair(MappedText.from_raw(raw), Profile()).text == raw
    assert not is_page_furniture(raw)


def test_a_line_of_notices_does_not_part_a_sentence() -> None:
    notice = (
        "12 | Dalton Trans., 2018, 47, 11–20This journal is © The Royal Society of Chemistry 2018View Article Online"
    )
    raw = f"First words stand here.\n\nThe conductivity of the glass fell\n\n{notice}\n\nby two orders of magnitude.\n"
    document = read_text(raw)
    paragraphs = [block.text.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert "The conductivity of the glass fell by two orders of magnitude." in paragraphs
    assert [block.kind for block in document.blocks if "Dalton" in block.text.text] == [BlockKind.RUNNING_HEAD]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The glass has a conductivity of 5 ×", "10−6 S cm−1 at best."),
        ("The glass has a conductivity of 5 (cid:3)", "10(cid:2)6 S cm(cid:2)1 at best."),
        ("Solid electrolytes are of use. Even when warmed", "(above 90 °C), the conductivity of Li3PS4 is low."),
    ],
)
def test_a_line_that_ends_openly_goes_on(first: str, second: str) -> None:
    paragraphs = [block for block in read_text(f"{first}\n{second}\n").blocks if block.kind is BlockKind.PARAGRAPH]
    assert len(paragraphs) == 1
