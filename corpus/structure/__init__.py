"""Structure: raw lines become blocks in reading order, with bibliography, definitions and metadata."""

from corpus.structure.build import Structure, build
from corpus.structure.subject import not_an_article

__all__ = ["Structure", "build", "not_an_article"]
