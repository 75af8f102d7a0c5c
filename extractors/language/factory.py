"""The spaCy language: a tokenizer that keeps formulas and units whole, and a component that sets sentence starts."""

from __future__ import annotations

import re

import numpy
from spacy.attrs import IDX, IS_SPACE, SENT_START  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

from extractors.language.patterns import FORMULA, INFIXES, PREFIXES, SUFFIXES
from extractors.language.sentences import sentence_spans

SENTENCE_COMPONENT = "ionmine_sentences"
START, NO_START = 1, -1
"""spaCy's marks of a token that begins a sentence and of one that does not."""


LONGEST_FORMULA = 300
LONGEST_SUFFIX = 60
"""Characters. spaCy takes a token's signs off one by one and looks at the whole rest each time; here at so much."""


def _whole_formula(characters: str) -> re.Match[str] | None:
    """The match of a formula that these characters are, its brackets in pairs and none of them around the whole."""
    if len(characters) > LONGEST_FORMULA or characters.islower():
        return None
    depth = 0
    for position, character in enumerate(characters):
        depth += (character in "([") - (character in ")]")
        if depth < 0 or (
            depth == 0 and position == len(characters) - 1 and characters[0] in "([" and character in ")]"
        ):
            return None
    return FORMULA.fullmatch(characters) if depth == 0 else None


def _build_tokenizer(nlp: Language) -> Tokenizer:
    suffix = compile_suffix_regex(SUFFIXES).search
    return Tokenizer(
        nlp.vocab,
        prefix_search=compile_prefix_regex(PREFIXES).search,
        suffix_search=lambda token: suffix(token[-LONGEST_SUFFIX:]),
        infix_finditer=compile_infix_regex(INFIXES).finditer,
        token_match=_whole_formula,
    )


TEXT = "text"
"""Where ``doc.user_data`` may hold the Doc's own text; spaCy puts it together from the tokens at every look."""


def text_of(doc: Doc) -> str:
    """The text of a Doc, from ``doc.user_data`` where it is kept."""
    kept = doc.user_data.get(TEXT)
    return kept if isinstance(kept, str) else doc.text


@Language.component(SENTENCE_COMPONENT)
def set_sentences(doc: Doc) -> Doc:
    """Mark the first token of every sentence of :func:`~extractors.language.sentences.sentence_spans`."""
    places = doc.to_array(IDX).astype(numpy.int64)
    starts = numpy.array([start for start, _ in sentence_spans(text_of(doc))], dtype=numpy.int64)
    marks = numpy.full(len(doc), NO_START, dtype=numpy.int64)
    first = numpy.searchsorted(places, starts)
    marks[first[first < len(doc)]] = START
    marks[:1] = START
    # setting token by token costs ten times as much; the array is one-dimensional for one attribute
    return doc.from_array([SENT_START], marks.astype(numpy.uint64))  # type: ignore[arg-type]


def build_language() -> Language:
    """A blank spaCy language with this project's tokens and sentences; no model is loaded.

    Its words carry no attributes but ``is_space``: spaCy's English ones cost as much as the tokens themselves.

    >>> nlp = build_language()
    >>> [t.text for t in nlp("Li7-xLa3Zr2-xNbxO12 shows 0.31eV at 25°C.")]
    ['Li7-xLa3Zr2-xNbxO12', 'shows', '0.31', 'eV', 'at', '25', '°C', '.']
    """
    nlp = Language(Vocab(lex_attr_getters={IS_SPACE: str.isspace}), create_tokenizer=_build_tokenizer)
    nlp.add_pipe(SENTENCE_COMPONENT)
    return nlp
