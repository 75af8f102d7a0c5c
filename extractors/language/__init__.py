"""The language layer: spaCy tokens and sentences for electrolyte papers."""

from extractors.language.factory import TEXT, build_language, text_of
from extractors.language.sentences import sentence_spans

__all__ = ["TEXT", "build_language", "sentence_spans", "text_of"]
