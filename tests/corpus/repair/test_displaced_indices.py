"""Amounts on a line of their own below their formulas go back into them, or stay where they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.mapped_text import MappedText
from corpus.repair.displaced_indices import index_edits


def restored(text: str) -> str:
    return MappedText.from_raw(text).edit(index_edits(text)).text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("the garnet Li La Zr O at 300 K,\n      7 3 2 12", "the garnet Li7La3Zr2O12 at 300 K,"),
        ("of Na Zr Si PO (NZSP)\n3 2 2 12", "of Na3Zr2Si2PO12 (NZSP)"),
        ("Li Al Ge (PO ) pellets\n1.5 0.5 1.5 4 3", "Li1.5Al0.5Ge1.5(PO4)3 pellets"),
        ("The argyrodite Li PS Cl (X = Cl) conducts\n6 5", "The argyrodite Li6PS5Cl (X = Cl) conducts"),
        ("KOH, La O and ZrO were milled\n2 3 2", "KOH, La2O3 and ZrO2 were milled"),
        ("PEO–LiClO –SiO holds\n4 2", "PEO–LiClO4–SiO2 holds"),
        ("Na Al Ge P O is slow; E of it\n1+x x 2−x 3 12 a", "Na1+xAlxGe2−xP3O12 is slow; Ea of it"),
        ("in type of small size: LiGePS and LiInCl\n10 2 12 3 6", "in type of small size: Li10GeP2S12 and Li3InCl6"),
    ],
)
def test_amounts_go_into_the_formulas_above(printed: str, read: str) -> None:
    assert restored(printed) == read


@pytest.mark.parametrize(
    "text",
    [
        "Sodium chloride NaCl\n25",  # a cell below a cell
        "LiI\n1.0",
        "Na3PS4\n0.2",
        "Two glasses were measured at 25 °C and 60 °C in N\n12",  # the number of a page
        "Li La Zr O\n7 3 2 12 5",  # more amounts than gaps
        "PEO and SiC and GaN\n2",  # nothing tells where it belongs
        "2.6 2.8 3.0\n3.2 3.4",
    ],
)
def test_what_cannot_be_told_stays(text: str) -> None:
    assert restored(text) == text


@given(st.text(alphabet="LiNaPSOZr(),.\n 2347x−-", max_size=80))
def test_no_sign_is_lost(text: str) -> None:
    read = restored(text)
    assert sorted(read.replace(" ", "").replace("\n", "")) == sorted(text.replace(" ", "").replace("\n", ""))
