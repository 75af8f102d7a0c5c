"""The spaCy component that hands mentions over as spans, for rules and tools of spaCy's users."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

NAME = "ionmine_spans"
GROUPS = {"materials": "MATERIAL", "quantities": "QUANTITY", "temperatures": "TEMPERATURE"}
"""The extension that holds the mentions and the span group of that name, and the label of its spans."""


@Language.component(NAME, assigns=["doc.spans"])
def mention_spans(doc: Doc) -> Doc:
    """Fill ``doc.spans["materials"]``, ``["quantities"]`` and ``["temperatures"]`` from what was found before.

    The mention itself (composition, value in standard units) is at the same place of ``doc._.materials`` and so on.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> for name in ("ionmine_quantities", "ionmine_temperature", "ionmine_composition", "ionmine_spans"):
    ...     _ = nlp.add_pipe(name)
    >>> doc = nlp("Li6PS5Br reached 2.4 mS cm^-1 at 25 °C .")
    >>> [(span.text, span.label_) for span in doc.spans["materials"]]
    [('Li6PS5Br', 'MATERIAL')]
    >>> [quantity.low for quantity in doc._.quantities][:1]
    [0.0024]
    """
    for group, label in GROUPS.items():
        found = getattr(doc._, group) if Doc.has_extension(group) else None
        doc.spans[group] = list(_spans(doc, found or (), label))
    return doc


def _spans(doc: Doc, mentions: Iterable[Any], label: str) -> Iterator[Span]:
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, label=label, alignment_mode="expand")
        if span is not None:
            yield span
