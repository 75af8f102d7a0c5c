"""A text with wrapped lines, and what tests ask of documents."""

from __future__ import annotations

from corpus.document import Block, BlockKind, Document

WRAPPED_LINES = """ 1. Introduction

Batteries with solid electrolytes promise safety, and the ionic
conductivity of Li7La3Zr2O12 is high enough for thin sepa-
rators made by tape casting.1,2 Garnet pellets of LLZO were pressed
before they were sintered at high temperature in oxygen.

2.1.1. Garnet. Garnets such as LLZO conduct lithium ions along
channels, and 0.5 mS cm−1 was reached by doping with
Fig. 2 (A) Cross-section of garnet pellets sintered at high temperat
in oxygen with (b) thin separators and (c) conductivity of the pelle
Copyright 2021, Nobody.

12 | J. Ions, 2021, 1, 10–20
 tantalum.3–5 The pellets are dense, and the PO4

3− groups are missing in them altogether, as expected.
They were tested in batteries at room temperature for safety.
ure, before they were pressed, and of the tape after casting, made
ts at room temperature. Reproduced with permission from ref. 5.

J. Ions, 2021, 1, 10–20 | 13
 The next page begins with a new paragraph on solid electrolytes
and their dense pellets, which were sintered again.6 Another sen-
tence follows to fill this page with words on the conductivity of
garnet and on the doping of garnet by tantalum.7,8

14 | J. Ions, 2021, 1, 10–20
 A last page holds more text about solid-state batteries and says
that separators of LLZO are thin and pellets of it are not.
"""


def kinds(document: Document, *wanted: BlockKind) -> list[str]:
    return [block.text.text for block in document.blocks if block.kind in wanted]


def paragraph(document: Document, words: str) -> Block:
    return next(block for block in document.blocks if words in block.text.text)
