"""Every cue is shown by its example and not by its counterexample."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.composition import context_of
from extractors.extract import read_block
from extractors.synthesis import cues
from extractors.synthesis.phrases import Sentence, label

LEAD = "The ionic conductivity of solid electrolytes depends on how they are made."  # tells what the text is of


def sentences(text: str) -> list[Sentence]:
    document = read_text(f"{LEAD} {text}")
    names = context_of(document)
    passages = [read_block(block, document, names).passage for block in document.evidence_blocks()]
    return [label(p, start, end) for p in passages if p is not None for start, end in p.sentences[1:]]


def shown(text: str) -> set[str]:
    return {
        name
        for sentence in sentences(text)
        for group in sentence.groups
        for _, token in sentence.processes
        for name in cues.found_in(sentence.signs, group.token, token)
    }


@pytest.mark.parametrize("cue", cues.load(), ids=lambda cue: cue.name)
def test_example_and_counterexample(cue: cues.Cue) -> None:
    assert cue.name in shown(cue.example)
    assert cue.name not in shown(cue.counter)


def test_no_pattern_is_long() -> None:
    assert all(len(cue.pattern.pattern) <= 300 for cue in cues.load())


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Li3YCl6, Li3ErCl6 and Li3InCl6 were ball milled.", [["Li3YCl6", "Li3ErCl6", "Li3InCl6"]]),
        ("Garnet-type Li7La3Zr2O12 was sintered.", [["Li7La3Zr2O12"]]),
        ("LiCl and YCl3 were milled to obtain Li3YCl6.", [["LiCl", "YCl3"], ["Li3YCl6"]]),
    ],
)
def test_lists_are_one_token(text: str, groups: list[list[str]]) -> None:
    (sentence,) = sentences(text)
    assert [[m.name for m in group.materials] for group in sentence.groups] == groups
