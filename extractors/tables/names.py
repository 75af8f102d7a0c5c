"""What a document calls its materials: the one place where table reading asks the composition extractor."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.document import Document
from extractors.composition.formula import FormulaError, is_formula, parse, substitute
from extractors.composition.lexicon import entry


@dataclass(slots=True)
class Names:
    """Short names of one document and the compositions they stand for."""

    formulas: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Names:
        """From the document's own definitions."""
        formulas: dict[str, str] = {}
        for definition in document.definitions:
            if is_formula(definition.long):
                formulas.setdefault(definition.short, definition.long)
        return cls(formulas)

    def formula_of(self, name: str) -> str | None:
        """The composition a name stands for; the name itself when it is a formula."""
        if is_formula(name):
            return name
        if name in self.formulas:
            return self.formulas[name]
        known = entry(name)
        return known.formula if known is not None else None


def series_with(series: str, values: dict[str, str]) -> str | None:
    """A series formula with values put in for its variables; None when it cannot be written out."""
    try:
        return substitute(series, values)
    except (FormulaError, ValueError):
        return None


def variables_of(name: str) -> tuple[str, ...]:
    """Free variables of a formula; empty for anything else."""
    try:
        return tuple(parse(name).variables)
    except (FormulaError, ValueError):
        return ()
