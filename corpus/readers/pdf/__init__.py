"""The PDF reader: pages as they were printed, in reading order.

A page's way: ``characters`` and ``drawings`` (read with PDFium) become ``lines`` with sub- and superscripts told by
geometry (``scripts``); ``running_heads`` takes out what recurs in the margins, ``table_finder`` and ``figure_finder``
take out the floats, ``columns`` and ``reading_order`` put the rest in order, ``blocks`` and ``roles`` make paragraphs,
headings and references of it, and ``assemble`` writes the raw text with the place of every character.
"""

from corpus.readers.pdf.limits import PdfLimits
from corpus.readers.pdf.reader import PdfReader

__all__ = ["PdfLimits", "PdfReader"]
