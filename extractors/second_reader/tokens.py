"""ionmine's tokens and material names as ChemDataExtractor2's tokenizer and tagger.

Importing this module imports the library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import spacy
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from extractors.second_reader.offline import load
from extractors.second_reader.patterns import INFIX, PREFIX, SUFFIX

load()  # before the library's own modules

from chemdataextractor.doc.text import Cell, Sentence, Text  # noqa: E402
from chemdataextractor.nlp.lexicon import Lexicon  # noqa: E402
from chemdataextractor.nlp.subsentence import NoneSubsentenceExtractor  # noqa: E402
from chemdataextractor.nlp.tag import BaseTagger  # noqa: E402
from chemdataextractor.nlp.tokenize import BaseTokenizer  # noqa: E402

Spans = Iterable[tuple[int, int]]
FindNames = Callable[[str], Spans]

CELL_SEPARATOR = "🙃"
"""The library puts it between a cell and its heads."""


class WordTokenizer(BaseTokenizer):
    """Formulas, numbers and units as one token each."""

    def __init__(self) -> None:
        self._split = Tokenizer(
            spacy.blank("en").vocab,
            prefix_search=re.compile(PREFIX).search,
            suffix_search=re.compile(SUFFIX).search,
            infix_finditer=re.compile(INFIX).finditer,
        )

    def span_tokenize(self, text: str, additional_regex: Any = None) -> list[tuple[int, int]]:
        """Half-open spans of the tokens of a text."""
        return [(token.idx, token.idx + len(token)) for token in self._split(text) if not token.is_space]

    def get_word_tokens(self, sentence: Any, additional_regex: Any = None) -> Any:
        """The tokens of one of the library's sentences."""
        return sentence._tokens_for_spans(self.span_tokenize(sentence.text))


class NameTagger(BaseTagger):
    """Tags material names as chemical entities and everything else as noun or number.

    ``find_names`` gives the spans of the names of a text; it is set for each document.
    """

    find_names: FindNames = staticmethod(lambda text: ())

    def can_tag(self, tag_type: str) -> bool:
        """Whether it gives tags of a type."""
        return tag_type in ("ner_tag", "pos_tag", "index", "dependency")

    def tag_for_type(self, tokens: Any, tag_type: str) -> list[tuple[Any, Any]]:
        """Tokens with their tags."""
        if tag_type == "ner_tag":
            return list(self._entities(tokens))
        if tag_type == "index":
            return [(token, number) for number, token in enumerate(tokens)]
        return [(token, "CD" if token.text[:1].isdigit() else "NN") for token in tokens]

    def _entities(self, tokens: Any) -> Iterator[tuple[Any, str]]:
        for run in _runs(tokens):
            text = ""
            for token in run:
                text = text.ljust(token.start - run[0].start) + token.text
            spans = sorted(self.find_names(text))
            for token in run:
                start = token.start - run[0].start
                span = next((span for span in spans if span[0] < start + len(token.text) and start < span[1]), None)
                yield token, "O" if span is None else "B-CM" if start <= span[0] else "I-CM"


def _runs(tokens: Any) -> Iterator[list[Any]]:
    """Tokens that stand in one text: a sentence, or one of the cells joined into a table cell with its heads."""
    run: list[Any] = []
    for token in tokens:
        if token.text.startswith(CELL_SEPARATOR):
            if run:
                yield run
            yield [token]
            run = []
        else:
            run.append(token)
    if run:
        yield run


TAGGER = NameTagger()


def install() -> None:
    """Make every sentence and cell of the library use these tokens and tags."""
    tokenizer, lexicon = WordTokenizer(), Lexicon()
    for element in (Text, Sentence, Cell):
        element.word_tokenizer = tokenizer
        element.lexicon = lexicon
        element.taggers = [TAGGER]
        element.abbreviation_detector = None
        element.subsentence_extractor = NoneSubsentenceExtractor()
