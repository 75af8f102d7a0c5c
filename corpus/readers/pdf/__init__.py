"""The PDF reader: pages as they were printed, in reading order."""

from corpus.readers.pdf.limits import PdfLimits
from corpus.readers.pdf.reader import PdfReader

__all__ = ["PdfLimits", "PdfReader"]
