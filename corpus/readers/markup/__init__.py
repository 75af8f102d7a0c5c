"""Readers for marked-up articles (JATS, TEI, Elsevier XML, HTML pages): what the marks say is handed over as it is."""

from corpus.readers.markup.reader import HtmlReader, XmlReader

__all__ = ["HtmlReader", "XmlReader"]
