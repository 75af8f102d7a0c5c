"""Marked-up papers of our own on composites: names coined in the abstract or the experimental part, used later."""

from __future__ import annotations

import re

import pytest

from corpus.reader import read_bytes
from extractors.extract import extract
from extractors.records import PropertyRecord

HEAD = '<?xml version="1.0"?><article article-type="research-article"><front><article-meta><title-group>'
PAPER = HEAD + (
    "<article-title>{}</article-title></title-group><abstract><p>{}</p></abstract></article-meta></front>"
    "<body><sec><title>2 Experimental</title><p>{}</p></sec>"
    "<sec><title>3 Results</title><p>{}</p></sec></body></article>"
)


def marked(*texts: str) -> str:
    """A paper of title, abstract, experimental part and results: ``^2`` and ``_2`` are scripts, "
    "``~`` a thin space."""
    scripts = (re.sub(r"\^([−\d]+)", r"<sup>\1</sup>", re.sub(r"_([\d.]+)", r"<sub>\1</sub>", text)) for text in texts)
    return PAPER.format(*(text.replace("~", "\u2009") for text in scripts))


NUMBERED = marked(
    "Attapulgite Nanorods in Poly(propylene carbonate): A Composite Electrolyte",
    "Lithiated attapulgite nanorods (Li‐ATP) are introduced into poly(propylene carbonate) (PPC). "
    "PPC/Li‐ATP‐8 shows an "
    "ionic conductivity of 3.9~×~10^−4~S~cm^−1 at 25~°C, seven times that of PPC/LiTFSI (5.5~×~10^−5~S~cm^−1).",
    "PPC and LiTFSI were dissolved in DMF. Li‐ATP (4, 8, and 12~wt%) was added. The films were named PPC/Li‐ATP‐4, "
    "PPC/Li‐ATP‐8, and PPC/Li‐ATP‐12, respectively. A film with 8~wt% of untreated attapulgite was named PPC/ATP‐8.",
    "The ionic conductivity of PPC/Li‐ATP‐4, PPC/Li‐ATP‐8, and PPC/Li‐ATP‐12 is 1.6~×~10^−4, 3.9~×~10^−4, and "
    "2.8~×~10^−4~S~cm^−1, respectively. PPC/ATP‐8 shows only 9.7~×~10^−5~S~cm^−1. Pan et al. filled "
    "PEO with halloysite and "
    "reached 1.1~×~10^−4~S~cm^−1.",
)

SHARES = marked(
    "Membrane of a Polymerized Ionic Liquid and Li_1.5Al_0.5Ge_1.5(PO_4)_3",
    "We report a hybrid membrane in which Li_1.5Al_0.5Ge_1.5(PO_4)_3 (LAGP) particles are bound by "
    "a polymerized ionic "
    "liquid (PIL). The hybrid with 70~wt% LAGP (HM-70) has a conductivity of 0.44~mS~cm^−1.",
    "PIL was mixed with LiTFSI; this matrix is denoted PIL-E. LAGP powder was added in shares of "
    "50, 60, and 70~wt%, giving "
    "HM-50, HM-60, and HM-70.",
    "The matrix PIL-E alone conducts 0.31~mS~cm^−1. A pellet of LAGP has 0.29~mS~cm^−1. For the "
    "hybrids HM-50, HM-60, and "
    "HM-70, values of 0.22, 0.35, and 0.44~mS~cm^−1 were measured.",
)

ALIGNED = marked(
    "Aligned Li_0.33La_0.557TiO_3 Walls in Poly(ethylene oxide)",
    "Aligned walls of Li_0.33La_0.557TiO_3 (LLTO) are filled with poly(ethylene oxide) (PEO) and "
    "LiFSI. The conductivity of "
    "the aligned composite (VA-LLTO/PEO) is 1.3~×~10^−4~S~cm^−1, 2.4 times that of the composite "
    "with random particles "
    "(R-LLTO/PEO).",
    "LLTO was sintered at 1200~°C.",
    "The polymer electrolyte without ceramic (PEO–LiFSI) shows 8.1~×~10^−6~S~cm^−1. The addition of "
    "30~wt% of random LLTO "
    "particles raises the conductivity to 5.4~×~10^−5~S~cm^−1. VA-LLTO/PEO keeps 1.2~×~10^−4~S~cm^−1 after a month.",
)


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (
            NUMBERED,
            [
                ("PPC/Li-ATP-8", 3.9e-4),
                ("PPC/LiTFSI", 5.5e-5),
                ("PPC/Li-ATP-4", 1.6e-4),
                ("PPC/Li-ATP-8", 3.9e-4),
                ("PPC/Li-ATP-12", 2.8e-4),
                ("PPC/ATP-8", 9.7e-5),
                ("PEO-halloysite", 1.1e-4),
            ],
        ),
        (
            SHARES,
            [
                ("HM-70", 4.4e-4),
                ("PIL-E", 3.1e-4),
                ("LAGP", 2.9e-4),
                ("HM-50", 2.2e-4),
                ("HM-60", 3.5e-4),
                ("HM-70", 4.4e-4),
            ],
        ),
        (
            ALIGNED,
            [
                ("VA-LLTO/PEO", 1.3e-4),
                ("PEO-LiFSI", 8.1e-6),
                ("PEO-LiFSI-LLTO", 5.4e-5),
                ("VA-LLTO/PEO", 1.2e-4),
            ],
        ),
    ],
)
def test_coined_names_own_their_values(paper: str, expected: list[tuple[str, float]]) -> None:
    found = extract(read_bytes(paper.encode(), "paper.xml"))
    told = [(r.material, r.value_low) for r in found if isinstance(r, PropertyRecord) and r.kind == "conductivity"]
    assert [name for name, _ in told] == [name for name, _ in expected]
    assert [low for _, low in told] == pytest.approx([low for _, low in expected])
