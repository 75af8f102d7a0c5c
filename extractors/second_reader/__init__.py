"""ChemDataExtractor2 as a second, independent reader of conductivities and activation energies.

What it finds too is worth more; what only it finds goes to a person. No result of the extraction depends on it.
"""

from extractors.second_reader.confirm import confirm, match
from extractors.second_reader.offline import SecondReaderMissingError, is_available
from extractors.second_reader.reader import SecondReading, read_again

__all__ = ["SecondReaderMissingError", "SecondReading", "confirm", "is_available", "match", "read_again"]
