"""Every cue fits its examples and none of its counters."""

from __future__ import annotations

from enum import StrEnum

import pytest

from extractors.cited_source.cues import CUES as CITATION_CUES
from extractors.cited_source.cues import Cue as CitationCue
from extractors.cues import Entry
from extractors.linking.meaning_cues import CUES as MEANING_CUES
from extractors.linking.meaning_cues import Cue as MeaningCue
from extractors.linking.origin import CUES as ORIGIN_CUES
from extractors.linking.origin import Cue as OriginCue
from extractors.quantities.comparators import WORDS, Words
from extractors.quantities.cues import CUES as QUANTITY_CUES
from extractors.quantities.cues import Cue as QuantityCue
from extractors.synthesis.cues import CUES as SYNTHESIS_CUES
from extractors.synthesis.cues import Cue as SynthesisCue
from extractors.tables.columns import Meaning
from extractors.tables.cues import CUES as TABLE_CUES
from extractors.tables.cues import HEADS
from extractors.tables.cues import Cue as TableCue
from extractors.temperature.cues import CUES as TEMPERATURE_CUES
from extractors.temperature.cues import Cue as TemperatureCue

GAPS = {
    CitationCue.ANOTHER_NAME,
    CitationCue.NAME_ENDS,
    CitationCue.VALUE_LIST_GAP,
    MeaningCue.ENERGY_BESIDE,
    TemperatureCue.GOES_ON_AT,
    TemperatureCue.LIST_GAP,
    TemperatureCue.TREATMENT_GAP,
}
"""Cues that must fill what stands between two things."""

OPENINGS = {
    TemperatureCue.ADJECTIVE,
    TemperatureCue.FOR_EACH,
    TemperatureCue.REACHED,
    TemperatureCue.TREATMENT_BEHIND,
    OriginCue.FRAME,
}
"""Cues that must stand at the beginning of what is read: right behind a temperature, at a sentence's first word."""

ENTRIES: list[tuple[StrEnum, Entry]] = [
    *CITATION_CUES.entries.items(),
    *TEMPERATURE_CUES.entries.items(),
    *TABLE_CUES.entries.items(),
    *HEADS.entries.items(),
    *WORDS.entries.items(),
    *QUANTITY_CUES.entries.items(),
    *SYNTHESIS_CUES.entries.items(),
    *ORIGIN_CUES.entries.items(),
    *MEANING_CUES.entries.items(),
]


@pytest.mark.parametrize(("cue", "entry"), ENTRIES, ids=[cue.value for cue, _ in ENTRIES])
def test_cue(cue: StrEnum, entry: Entry) -> None:
    fits = entry.pattern.fullmatch if cue in GAPS else entry.pattern.match if cue in OPENINGS else entry.pattern.search
    assert entry.about and entry.examples and entry.counters
    assert [text for text in entry.examples if fits(text) is None] == []
    assert [text for text in entry.counters if fits(text) is not None] == []
    assert max(map(len, entry.patterns)) <= 300


def test_every_name_has_its_cue() -> None:
    assert set(CITATION_CUES.entries) == set(CitationCue)
    assert set(TEMPERATURE_CUES.entries) == set(TemperatureCue)
    assert set(WORDS.entries) == set(Words)
    assert set(MEANING_CUES.entries) == set(MeaningCue)
    assert set(QUANTITY_CUES.entries) == set(QuantityCue)
    assert set(SYNTHESIS_CUES.entries) == set(SynthesisCue)
    assert set(TABLE_CUES.entries) == set(TableCue)
    assert set(HEADS.entries) == set(Meaning) - {Meaning.VALUE, Meaning.OTHER}  # told by a property, or by no head
