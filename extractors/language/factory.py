"""The spaCy language: a tokenizer that keeps formulas and units whole, and a component that sets sentence starts."""

from __future__ import annotations

import re

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from extractors.language.patterns import FORMULA, INFIXES, PREFIXES, SUFFIXES
from extractors.language.sentences import sentence_spans

SENTENCE_COMPONENT = "ionmine_sentences"


def _whole_formula(characters: str) -> re.Match[str] | None:
    """The match of a formula that these characters are, its brackets in pairs and none of them around the whole."""
    depth = 0
    for position, character in enumerate(characters):
        depth += (character in "([") - (character in ")]")
        if depth < 0 or (
            depth == 0 and position == len(characters) - 1 and characters[0] in "([" and character in ")]"
        ):
            return None
    return FORMULA.fullmatch(characters) if depth == 0 else None


def _build_tokenizer(nlp: Language) -> Tokenizer:
    return Tokenizer(
        nlp.vocab,
        prefix_search=compile_prefix_regex(PREFIXES).search,
        suffix_search=compile_suffix_regex(SUFFIXES).search,
        infix_finditer=compile_infix_regex(INFIXES).finditer,
        token_match=_whole_formula,
    )


@Language.component(SENTENCE_COMPONENT)
def set_sentences(doc: Doc) -> Doc:
    """Mark the first token of every sentence of :func:`~extractors.language.sentences.sentence_spans`."""
    starts = iter([start for start, _ in sentence_spans(doc.text)])
    start = next(starts, None)
    for token in doc:
        begins = start is not None and token.idx >= start
        token.is_sent_start = begins or token.i == 0
        while start is not None and token.idx >= start:
            start = next(starts, None)
    return doc


def build_language() -> Language:
    """A blank English spaCy language with this project's tokens and sentences; no model is loaded.

    >>> nlp = build_language()
    >>> [t.text for t in nlp("Li7-xLa3Zr2-xNbxO12 shows 0.31eV at 25°C.")]
    ['Li7-xLa3Zr2-xNbxO12', 'shows', '0.31', 'eV', 'at', '25', '°C', '.']
    """
    nlp = spacy.blank("en")
    nlp.tokenizer = _build_tokenizer(nlp)
    nlp.add_pipe(SENTENCE_COMPONENT)
    return nlp
