"""How materials were made: routes, methods, precursors and ordered steps with their conditions."""

from extractors.synthesis.cells import MethodCell, parse_method_cell
from extractors.synthesis.extractor import synthesis_records

__all__ = ["MethodCell", "parse_method_cell", "synthesis_records"]
