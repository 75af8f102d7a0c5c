"""Documents as many as wanted, made of the sample review: of other length, with other values, and some damaged.

Equal seed and number give the same document, so that a corpus of 10,000 holds that of 1,000.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

from benchmarks.mutants import mutate
from pipeline.discover import own_corpus

MEDIAN_BLOCKS, SPREAD = 6, 0.8  # paragraphs and tables of a document: log-normal, as lengths of articles are
LONGEST = 120
DAMAGED, VARIED = 0.2, 0.8  # share of damaged documents; of figures and compositions that are changed
OWN_WORKS = 0.5  # share of the cited works that no other document cites
PAGE, DOI = re.compile(r"(?<=, )\d{2,}(?=[–.])"), re.compile(r"(?<=doi\.org/10\.\d{4}/)\S+")
FRACTION = re.compile(r"(?<=[₀-₉]\.)[₀-₉]|(?<=\d\.)\d")
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"


@cache
def stock() -> tuple[str, tuple[str, ...], str]:
    """Beginning, paragraphs and tables, and end of the sample review."""
    text = (own_corpus() / "sample" / "sample-review.txt").read_text(encoding="utf-8")
    begin, end = text.index("1. Introduction"), text.index("Abbreviations")
    table = re.compile(r"(Table \d.*?\n\n.*?)(?=\n\n)", re.DOTALL)
    body = text[begin:end]
    blocks = [match[1] for match in table.finditer(body)]
    blocks += [block for block in table.sub("", body).split("\n\n") if len(block) > 100]
    return text[:begin], tuple(blocks), text[end:]


def document(number: int, seed: int = 1) -> tuple[str, str]:
    """File name and text of a document."""
    chance = random.Random(f"{seed}-{number}")
    head, blocks, tail = stock()
    length = min(max(1, round(chance.lognormvariate(0, SPREAD) * MEDIAN_BLOCKS)), LONGEST)
    chosen = (chance.choice(blocks) for _ in range(length))
    body = "\n\n".join(f"{place}. Results\n\n{block}" for place, block in enumerate(chosen, start=1))

    def other(match: re.Match[str]) -> str:
        if chance.random() > VARIED:
            return match[0]
        digit = chance.randint(1, 9)
        return SUBSCRIPTS[digit] if match[0] in SUBSCRIPTS else str(digit)

    def own(entry: str) -> str:
        if chance.random() > OWN_WORKS:
            return entry
        return DOI.sub(f"own.{entry.partition('.')[0]}.{number}", PAGE.sub(str(10_000 + number), entry))

    # Documents of one title, or that tell the same facts, are one paper to the run.
    begin, references, entries = tail.partition("References\n\n")
    head = head.replace("Solid Electrolytes", f"{spelled(number)} Solid Electrolytes", 1)
    tail = begin + references + "\n".join(map(own, entries.splitlines()))
    text = f"{head}{FRACTION.sub(other, body)}\n\n{tail}\n"
    if chance.random() < DAMAGED:
        text = mutate(text, chance)
    return f"{number:07}{chance.choice(('.txt', '.txt', '.md'))}", text


def spelled(number: int) -> str:
    """A number as a word.

    >>> spelled(1204)
    'Bcae'
    """
    return "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize()


def write_documents(folder: Path, first: int, last: int) -> int:
    """Write the documents of these numbers into a folder; characters in all."""
    size = 0
    for number in range(first, last):
        name, text = document(number)
        (folder / name).write_text(text, encoding="utf-8", errors="surrogatepass")
        size += len(text)
    return size
