"""The language layer: spaCy tokens and sentences for electrolyte papers."""

from extractors.language.factory import build_language
from extractors.language.sentences import sentence_spans

__all__ = ["build_language", "sentence_spans"]
