"""Structure: raw lines become blocks in reading order, with bibliography, definitions and metadata."""

from corpus.structure.build import Structure, build

__all__ = ["Structure", "build"]
