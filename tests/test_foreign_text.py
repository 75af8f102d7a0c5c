"""Nothing of the supplied reviews is kept here: no run of words of theirs stands in any file of the project."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

RUN = 10
"""Words in a row that two authors do not write by chance."""
TITLES_OF_PAPERS = {"corpus/manifest.toml", "corpus/sample/sample-review.txt"}
"""They cite papers by their titles, as the reviews do."""
TEXTS = {".py", ".md", ".txt", ".toml", ".tsv", ".json", ".jsonl", ".j2", ".js", ".sql", ".css"}


def runs_of_words(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z]{2,}", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def test_no_run_of_words_comes_from_the_supplied_reviews(root: Path, shared: Path) -> None:
    reviews = [file.read_text(encoding="utf-8") for file in sorted((shared / "corpus").glob("*.txt"))]
    theirs = {run for review in reviews for run in runs_of_words(review)}
    assert len(theirs) > 10_000
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    ours = [name for name in listed if Path(name).suffix in TEXTS and name not in TITLES_OF_PAPERS]
    assert ours
    copied = {
        name: " ".join(run)
        for name in ours
        if (root / name).is_file()
        for run in runs_of_words((root / name).read_text(encoding="utf-8"))
        if run in theirs
    }
    assert not copied
