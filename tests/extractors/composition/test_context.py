import pytest

from corpus.document import Block, BlockKind, Definition, Document
from corpus.mapped_text import MappedText
from extractors.composition import NameContext, context_of
from extractors.composition.context import alias_of
from extractors.composition.definitions import definitions_in, listed_definitions_in


def document_of(*paragraphs: str, definitions: tuple[Definition, ...] = ()) -> Document:
    raw = "\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, MappedText.from_raw(raw, start, start + len(paragraph))))
        start += len(paragraph) + 1
    document = Document("test", None, "", "text/plain", raw, blocks=blocks)
    document.definitions.extend(definitions)
    return document


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("We cast Li6.5La3Zr1.5Ta0.5O12 (LLZTO) sheets.", [("LLZTO", "Li6.5La3Zr1.5Ta0.5O12")]),
        ("We cast LLZTO (Li6.5La3Zr1.5Ta0.5O12) sheets.", [("LLZTO", "Li6.5La3Zr1.5Ta0.5O12")]),
        ("Li1.4Al0.4Ti1.6(PO4)3 (LATP), sintered", [("LATP", "Li1.4Al0.4Ti1.6(PO4)3")]),
        ("Na3.2Hf2Si2.2P0.8O12, denoted as NHSP, was", [("NHSP", "Na3.2Hf2Si2.2P0.8O12")]),
        ("Li6-xPS5-xCl1+x (LPSC, x = 0.5) pellets", [("LPSC", "Li5.5PS4.5Cl1.5")]),
        ("Ta-doped LLZO (Li6.7La3Zr1.7Ta0.3O12) was", [("Ta-doped LLZO", "Li6.7La3Zr1.7Ta0.3O12")]),
        ("Li3xLa2/3-xTiO3 (LLTO) is", [("LLTO", "Li3xLa2/3-xTiO3")]),
        ("Li6PS5Cl (Figure 3) and Li3InCl6 (XRD) and Li3YCl6 (see Table S2)", []),
    ],
)
def test_finds_short_names_beside_formulas(text, pairs):
    assert [(short, formula) for short, formula, _ in definitions_in(text)] == pairs


def test_the_place_is_that_of_the_short_name():
    text = "We cast Li3InCl6 (LIC) sheets."
    ((short, _, position),) = definitions_in(text)
    assert text[position : position + len(short)] == short


@pytest.mark.parametrize(
    ("short", "meaning", "role"),
    [
        ("THF", "tetrahydrofuran", "solvent"),
        ("PXY", "poly(xylylene glycol)", "polymer"),
        ("LXO", "lithium xenon oxide", "electrolyte"),
        ("LNCO", "lithium nickel cobalt oxide", "electrode"),
        ("LiQSI", "lithium bis(quinoyl)imide", "salt"),
        ("GRSE", "graded solid electrolyte", "electrolyte"),
    ],
)
def test_the_words_of_a_definition_tell_the_role(short, meaning, role):
    alias = alias_of(short, meaning, 0)
    assert alias is not None
    assert alias.role == role


@pytest.mark.parametrize(
    ("short", "meaning"),
    [
        ("EIS", "electrochemical impedance spectroscopy"),
        ("ASSB", "all-solid-state battery"),
        ("CSEs", "composite solid electrolytes"),
        ("HPE", "hybrid polymer electrolyte"),
        ("Fig. 2", "Li6PS5Cl"),
        ("QRST", "Li6PS5Cl"),
        ("Li3PS4", "beta-Li3PS4"),
        ("DBE", "database of electrolytes"),
    ],
)
def test_what_names_no_material_is_no_alias(short, meaning):
    assert alias_of(short, meaning, 0) is None


def test_the_document_wins_over_the_lexicon():
    context = context_of(document_of("Here Li6.6La3Zr1.6Sb0.4O12 (LLZO) is used."))
    assert context.resolve("LLZO") == "Li6.6La3Zr1.6Sb0.4O12"
    assert NameContext().resolve("LLZO") == "Li7La3Zr2O12"


def test_a_glossary_is_believed():
    listed = Definition("QRTW", "Li6PS5Cl0.5Br0.5", 0, "glossary")
    assert context_of(document_of("Nothing here.", definitions=(listed,))).resolve("QRTW") == "Li6PS5Cl0.5Br0.5"
    assert context_of(document_of("Pellets of Li6PS5Cl0.5Br0.5 (QRTW).")).resolve("QRTW") is None


def test_a_name_defined_twice_means_what_was_said_last():
    first, filler, second = "We used Li3PS4 (LPS).", "Nothing. " * 60, "Later Li7P3S11 (LPS) was better."
    context = context_of(document_of(first, filler, second))
    assert context.resolve("LPS", at=25) == "Li3PS4"
    assert context.resolve("LPS", at=len(first) + len(filler) + 30) == "Li7P3S11"


def test_one_sample_of_a_common_name_does_not_rename_the_rest():
    context = context_of(
        document_of(
            "Garnet Li7La3Zr2O12 (LLZO) is stable.",
            "Few. " * 100,
            "Their LLZO (Li6.4La3Zr1.4Nb0.6O12) was pressed.",
            "More. " * 100,
        )
    )
    end = 38 + 500 + 50 + 500
    assert context.resolve("LLZO", at=end) == "Li7La3Zr2O12"


def test_short_names_are_told_in_the_order_of_as_many_compounds() -> None:
    told = "Li3HoCl6, Li2.5Ho0.5Zr0.5Cl6 and Li2Zr0.9Ho0.1Cl6 are called LHC, LHZC and LZHC."
    assert [(short, formula) for short, formula, _ in listed_definitions_in(told)] == [
        ("LHC", "Li3HoCl6"), ("LHZC", "Li2.5Ho0.5Zr0.5Cl6"), ("LZHC", "Li2Zr0.9Ho0.1Cl6")
    ]  # fmt: skip
    assert listed_definitions_in("Li3HoCl6, Li3ErCl6 and Li3YCl6 are called LHC and LEC.") == []


@pytest.mark.parametrize(
    ("text", "name", "formula"),
    [
        ("Na2B4O7 (NBO3) was added. NBO3 melts early.", "NBO3", "Na2B4O7"),
        ("Na2CO3 (KNO3) was added. KNO3 melts early.", "KNO3", None),  # another salt
    ],
)
def test_a_short_name_may_end_like_a_formula(text, name, formula):
    assert context_of(document_of(text)).resolve(name) == formula
