"""Names as they stand beside a value, read from a text and from a marked-up article."""

from __future__ import annotations

import pytest

from corpus.reader import read_bytes, read_text
from extractors.composition import find_materials
from extractors.extract import extract
from extractors.records import PropertyRecord


def told(text: str) -> list[str | None]:
    """The materials of the conductivities that a text tells."""
    return [record.material for record in extract(read_text(text)) if record.kind == "conductivity"]


WRITTEN = {
    "LPSBr–3 wt% LiI": "LPSBr-3 wt% LiI",  # the share is not the end of a code
    "Y0.2-NZSP": "Y0.2-NZSP",
    "LLZO–Nb0.3": "LLZO-Nb0.3",
    "LLZO:Nb": "LLZO:Nb",
    "Sb–O co-doped LPSBr": "Sb-O co-doped LPSBr",
    "30Li2O: 50B2O3: 20SiO2": "30Li2O-50B2O3-20SiO2",
    "15 mol% NaFSI/[C4mpyr][FSI]": "15 mol% NaFSI/[C4mpyr][FSI]",
    "(Mg0.2Hf0.8)4/3.6Nb(PO4)3": "(Mg0.2Hf0.8)4/3.6Nb(PO4)3",
    "chitosan–NaClO4": "chitosan-NaClO4",
    "sodium alginate–LiFSI": "sodium alginate-LiFSI",
    "cellulose acetate/LiFSI": "cellulose acetate/LiFSI",
    "LiBOB–sulfolane": "LiBOB-sulfolane",
    "PAN/sepiolite": "PAN/sepiolite",
    "PEO12LiN(CF3SO2)2": "PEO12LiN(CF3SO2)2",
    "PEG(60)/PVA(40)/LiBF4": "PEG(60)/PVA(40)/LiBF4",
    "PEO(NaTFSI)/NZSP": "PEO(NaTFSI)/NZSP",
    "P(MMA/EM)–LiFSI": "P(MMA/EM)-LiFSI",
    "P(VDF-TrFE)-15": "P(VDF-TrFE)-15",
    "PVDF/LATP-CPE": "PVDF/LATP-CPE",
    "LiBH4/SBA-16": "LiBH4/SBA-16",
    "PEO–NaFSI–[Pyr1.201]2TFSI": "PEO-NaFSI-[Pyr1.201]2TFSI",
    "Ca-doped β″-alumina": "Ca-doped beta''-alumina",
    "PEO−NaFSI−NZSP": "PEO-NaFSI-NZSP",  # a minus for the hyphen
    "PAN – NaTFSI": "PAN-NaTFSI",
    "Li2S – B2S3": "Li2S-B2S3",
    "poly-DXL": "poly-DXL",
    "Na2.8PS3.93Se0.07": "Na2.8PS3.93Se0.07",  # the last digit of a small amount cites nothing
}


@pytest.mark.parametrize("surface", WRITTEN)
def test_a_name_is_the_longest_that_stands_there(surface: str) -> None:
    before = told(f"The ionic conductivity of {surface} was 0.37 mS/cm at 25 °C.")
    shown = told(f"{surface} shows a conductivity of 0.37 mS/cm at 25 °C.")
    assert before == shown == [WRITTEN[surface]]


def test_a_share_belongs_to_the_dopant_it_stands_with() -> None:
    text = "The Ca0.1-, Co0.1- and Cu0.1-doped NZSP reached 1.2, 2.1 and 1.7 mS/cm, respectively."
    assert told(text) == ["Ca0.1-doped NZSP", "Co0.1-doped NZSP", "Cu0.1-doped NZSP"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The CPQ-15 electrolyte had 0.31 mS/cm.", "CPQ-15"),  # one place is enough for a code with a number
        ("The conductivity of Sc0.2NZSP was 1.4 mS/cm.", "Sc0.2NZSP"),
        ("LiBH4 confined in mesoporous KIT-6 had 0.12 mS/cm.", "LiBH4-KIT-6"),
        ("Nanoconfined NaBH4 in SBA-15 had 0.12 mS/cm.", "NaBH4-SBA-15"),
        ("A PAN film soaked in 1 M NaPF6 in EC/DMC had 1.3 mS/cm.", "PAN-1 M NaPF6 in EC/DMC"),
        ("The ionogel of PMMA, EMIM-TFSI and LiFSI had 1.3 mS/cm.", "PMMA-EMIM-TFSI-LiFSI"),
        ("The gelatin film doped with 20 wt% LiBF4 had 0.13 mS/cm.", "gelatin-LiBF4"),
        ("A network of PEGDMA and ETPTA had 0.13 mS/cm.", "PEGDMA-ETPTA"),
        ("The PETA-based gel electrolyte shows 4.1 mS/cm.", "PETA"),
        ("The agarose film doped with 20 wt% LiBF4 had 0.13 mS/cm.", "agarose-LiBF4"),
        ("A membrane consisting of PVDF-HFP and LATP had 0.13 mS/cm.", "PVDF-HFP-LATP"),
        ("The 12% LAGP CPE membrane had 0.15 mS/cm.", "12% LAGP"),
        ("PAN with 12 wt% LAGP composite films had 0.15 mS/cm.", "PAN-LAGP"),
        ("NQWS with 2.1 mS/cm was best.", "NQWS"),
        ("Not LLZO – LATP had 0.3 mS/cm.", "LATP"),  # no parts of a mixture
        ("K3SbCh4 with Ch = Se conducts with 0.2 mS/cm.", "K3SbSe4"),
        ("The powder consisting of Li2S and P2S5 was milled to Li3PS4 with 0.4 mS/cm.", "Li3PS4"),
        ("The carbonate electrolyte with LAGP in it and LATP with 0.7 mS/cm.", "LATP"),
    ],
)
def test_a_sample_told_by_words(text: str, name: str) -> None:
    assert told(text) == [name]


@pytest.mark.parametrize(
    ("made", "shown", "names"),
    [
        (
            "The PAN-LiFSI-LAGP film is named CSE, that of PAN-LiFSI SPE.",
            "CSE has 0.4 mS/cm, SPE 0.1 mS/cm.",
            ["CSE", "SPE"],
        ),
        ("A gel polymer electrolyte (GPE) of PMMA and LiFSI was cured.", "The GPE has 1.1 mS/cm.", ["GPE"]),
        ("PVDF/LATP composite membranes (CPE) were cast.", "CPE has 0.2 mS/cm.", []),  # a class of membranes
        ("Films with y wt% TiO2 were denoted QTM-y.", "Among them QTM-5 delivers 0.2 mS/cm.", ["QTM-5"]),
        ("Films were measured.", "Among them QTM-5 delivers the most.", []),
    ],
)
def test_a_paper_gives_a_name_to_its_sample(made: str, shown: str, names: list[str]) -> None:
    records = extract(read_text(f"Experimental\n\n{made}\n\nResults\n\n{shown}\n"))
    assert [record.material for record in records if record.subject_kind == "specific"] == names


def test_the_formula_in_its_bracket_is_that_of_a_doped_compound() -> None:
    [record] = extract(read_text("CeF3 doped with 4 mol% SrF2 (Ce0.96Sr0.04F2.96) had 0.2 mS/cm."))
    assert isinstance(record, PropertyRecord)
    assert (record.material, record.formula) == ("4 mol% SrF2-doped CeF3", "Ce0.96Sr0.04F2.96")


ARTICLE = (
    '<?xml version="1.0"?><article><front><article-meta><title-group><article-title>On ions</article-title>'
    "</title-group></article-meta></front><body><sec><title>Results</title><p>{}</p></sec></body></article>"
)


def test_what_stands_in_a_marked_up_file_is_told_without_its_tags() -> None:
    words = "PVDF–SnO<sub>2</sub> &amp; water had 3.1 × 10<sup>−4</sup> S cm<sup>−1</sup>."
    [record] = extract(read_bytes(ARTICLE.format(words).encode(), "a.xml"))
    assert isinstance(record, PropertyRecord)
    assert (record.material_surface, record.value_surface) == ("PVDF–SnO2", "3.1 × 10−4 S cm−1")


def test_raised_primes_stand_on_the_line() -> None:
    words = "Na-β<sup>″</sup>-Al<sub>2</sub>O<sub>3</sub> had 2 mS cm<sup>−1</sup>."
    assert [r.material for r in extract(read_bytes(ARTICLE.format(words).encode(), "a.xml"))] == ["beta''-alumina"]


def test_a_formula_in_the_bracket_behind_a_subscript_is_another() -> None:
    words = "ZnPS<sub>3</sub> (Zn<sub>0.95</sub>PS<sub>3</sub>) had 0.2 mS cm<sup>−1</sup>."
    assert [r.material for r in extract(read_bytes(ARTICLE.format(words).encode(), "a.xml"))] == ["Zn0.95PS3"]
    group = "Li<sub>1.2</sub>Al<sub>0.2</sub>Ti<sub>1.8</sub> (PO<sub>4</sub>)<sub>3</sub> had 0.2 mS cm<sup>−1</sup>."
    assert [r.material for r in extract(read_bytes(ARTICLE.format(group).encode(), "a.xml"))] == [
        "Li1.2Al0.2Ti1.8(PO4)3"
    ]


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("xAgBr(1-x)AgPO3", "xAgBr-(1-x)AgPO3"),
        ("xLi2S(100−x)GeS2", "xLi2S-(100-x)GeS2"),
        ("67Li2S33SiS2", "67Li2S-33SiS2"),
        ("35Na2O: (50−x)P2O5: xSiO2", "35Na2O-(50-x)P2O5-xSiO2"),
        ("xNa2S-(1-x)P2S5", "xNa2S-(1-x)P2S5"),
        ("Na3Zr2Si2PO12", "Na3Zr2Si2PO12"),
    ],
)
def test_a_mixture_keeps_its_parts_where_print_lost_the_sign_between(surface: str, name: str) -> None:
    assert [m.name for m in find_materials(f"The {surface} glass was made.")] == [name]
