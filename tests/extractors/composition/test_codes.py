import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reader import read_text
from extractors.composition import context_of, find_materials
from extractors.composition.codes import CUES, code_pattern, codes_in, codes_of


def names_in(text: str) -> list[str]:
    """Names of definite materials in a text read as a document."""
    document = read_text(f"The ionic conductivity of solid electrolytes (mS/cm) depends on structure.\n\n{text}\n")
    names = context_of(document)
    blocks = list(document.evidence_blocks())[1:]
    return [m.name for b in blocks for m in find_materials(b.text.text, names) if m.subject_kind == "specific"]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_a_cue_names_what_stands_in_its_braces(cue):
    told = [code.text for code in codes_in(re.sub(r"[{}]", "", cue.example))]
    assert told == re.findall(r"\{(.+?)\}", cue.example)
    assert list(codes_in(cue.counter)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The membrane PVDF-LiFSI-TaOC conducts better than PVDF-LiFSI.", ["PVDF-LiFSI-TaOC", "PVDF-LiFSI"]),
        ("We found 6.1 mS/cm for MC-LPSBrI at 30 °C.", ["MC-LPSBrI"]),
        ("The conductivity of LQS0.3Z0.7 was 1.9 mS/cm.", ["LQS0.3Z0.7"]),
        ("The glass (5 wt%-900 °C) shows 2 mS/cm.", ["5 wt%-900 °C"]),
        ("The moist powder (280 °C-NQPS) conducts 1 mS/cm.", ["280 °C-NQPS"]),
        ("The conductivity of the QCCEs reaches 0.8 mS/cm.", ["QCCE"]),
        ("The conductivities of NBC-4, NBC-5 and CPE-30 are 1, 2 and 3 mS/cm.", ["NBC-4", "NBC-5", "CPE-30"]),
        ("The conductivity of HP-2 GPa-90 °C was low; HP-4 GPa-90 °C broke.", ["HP-2 GPa-90 °C", "HP-4 GPa-90 °C"]),
        ("hp-Li3HoBr6 conducts better than cp-Li3HoBr6.", ["hp-Li3HoBr6", "cp-Li3HoBr6"]),
        ("The PVDF– LiFSI–LLZTO film conducts 1 mS/cm.", ["PVDF-LiFSI-LLZTO"]),
        ("Beside LZP with 1 mS/cm stand LCZP and LYbZP.", ["LZP", "LCZP", "LYbZP"]),
        ("The conductivity of LSTP is 1 mS/cm, LYTP broke.", ["LSTP", "LYTP"]),
        ("Beside LZP with 1 mS/cm stand LSQP and YZP by TEM.", ["LZP"]),
        ("A value of 1 mS/cm was measured for LLTO-4 wt%LLTO.", ["LLTO-4 wt%LLTO"]),
        ("The NZSP-Mg sample cracked, the NZSP-Zn sample did not.", ["NZSP-Mg", "NZSP-Zn"]),
        ("The HT-700 pellet was grey. The HT-850 pellet was white.", ["HT-700", "HT-850"]),
        ("The samples are labelled P3 and P5. P3 is dense.", ["P3", "P5", "P3"]),
        ("The samples are named NZSP0.2 and NZSP0.4.", ["NZSP0.2", "NZSP0.4"]),
        ("The samples are labelled LYC-0, LYC-I05 and LYC-I10.", ["LYC-0", "LYC-I05", "LYC-I10"]),
        ("For QZ-3b, 0.2 mS/cm was found.", ["QZ-3b"]),
        ("The cubic F-43m phase and the F-43m lattice at 1200K.", []),
        ("CSE-20 and SPE-A cracked, GPE-D3 swelled.", ["CSE-20", "SPE-A", "GPE-D3"]),
        ("Monoclinic QQT with a high conductivity was made.", ["QQT"]),
        ("The monoclinic QQT phase is stable.", ["QQT"]),
        ("It was 1 mS/cm at 30 °C for QQT.", ["QQT"]),
        ("The barrier at EKTV is high, the EKTV of ~410 meV is that of EKTV.", []),
        ("The conductivity of c-NBQZ and VX7Q was low.", ["c-NBQZ", "VX7Q"]),
        ("A value of 1 mS/cm was found in LG/TPV.", ["LG/TPV"]),
        ("A value of 1 mS/cm was found in QZX-1/QBX-2; QZX-1 broke.", []),
        ("The phase COMMUNICATIONS and the compound COMMUNICATIONS and the REVIEW phase, a REVIEW sample.", []),
        ("Fig. S5 and Figs. S3, S4 and S16 reveal a high conductivity; Table S2 shows a conductivity of 1 mS/cm.", []),
        ("The compound σRT shows a conductivity of 1 mS/cm.", []),
        ("The resistors R1 and R2 of the circuit are of no concern.", []),
        ("XRD, SEM and DSC were used, and CuKα radiation for the ASSB and the SEI.", []),
    ],
)  # fmt: skip
def test_names_of_samples(text, names):
    assert names_in(text) == names


def test_one_weak_cue_names_nothing():
    assert "QQT" not in names_in("The QQT pellet cracked.")
    assert names_in("The QQT pellet cracked. The QQT sample did too.") == ["QQT", "QQT"]


@given(st.text(alphabet="ABcx0123456789.-– °CGPawt%(),", max_size=300))
def test_any_text_gives_codes_at_their_places(text):
    for code in codes_in(text):
        assert text[code.start : code.start + len(code.text)] == code.text


@given(st.lists(st.from_regex(r"[A-Z]{2,4}-\d{1,2}", fullmatch=True), min_size=1, max_size=5, unique=True))
def test_a_known_code_is_found_however_its_dash_is_printed(codes):
    pattern = code_pattern(codes)
    for code in codes:
        assert pattern.search(f"the {code.replace('-', '–')} film")


def test_series_of_codes_are_told_by_one_of_them():
    assert set(codes_of([("The conductivity of QZ-3 is low. QZ-12 cracked.", 0)])) == {"QZ-3", "QZ-12"}


@pytest.mark.parametrize(
    ("text", "name", "formula"),
    [
        (
            "Li7-xLa3Zr2-xTaxO12 with x = 0.25 and 0.50 was made, denoted as Ta25 and Ta50.",
            "Ta50",
            "Li6.5La3Zr1.5Ta0.5O12",
        ),
        (
            "Li7-3x-3yAlxGayLa3Zr2O12 was made: A20 (x = 0.20, y = 0) and A10G10 (x = 0.10, y = 0.10).",
            "A10G10",
            "Li6.4Al0.1Ga0.1La3Zr2O12",
        ),
    ],
)  # fmt: skip
def test_codes_of_the_members_of_a_series(text, name, formula):
    names = context_of(read_text(f"The ionic conductivity of solid electrolytes (mS/cm) is told.\n\n{text}\n"))
    assert names.resolve(name) == formula


def test_codes_that_begin_with_a_share_or_end_in_a_temperature() -> None:
    text = "e.g. 3QB-700 for the pellet with 3 wt% of the aid; 0QB-700, the conductivity of QSX900; GDC-Li3 has 2 mS/cm"
    assert set(codes_of([(text, 0)])) == {"3QB-700", "0QB-700", "QSX900", "GDC-Li3"}
