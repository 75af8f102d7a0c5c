import spacy

from extractors.composition import factory
from tests.extractors.own_names import names_of


def test_the_component_marks_materials():
    nlp = spacy.blank("en")
    nlp.add_pipe(factory.NAME)
    doc = nlp("Pellets of Li6PS5Cl were pressed.")
    assert [material.name for material in doc._.materials] == ["Li6PS5Cl"]


def test_the_component_knows_the_names_of_the_document():
    nlp = spacy.blank("en")
    nlp.add_pipe(factory.NAME)
    doc = nlp.make_doc("Pellets of XLPS were pressed.")
    doc._.name_context = names_of({"XLPS": "Li6PS5Cl"})
    assert [material.formula for material in nlp(doc)._.materials] == ["Li6PS5Cl"]
