"""Documentation that runs: the examples in docstrings and in the README."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpus", "extractors", "pipeline", "flows")


def modules() -> list[str]:
    files = [file.relative_to(ROOT) for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    return ["ionmine", *(".".join(file.with_suffix("").parts).removesuffix(".__init__") for file in files)]


@pytest.mark.parametrize("name", modules())
def test_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0


def test_examples_in_the_readme_hold(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert examples, "the README shows how to call ionmine from Python"
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for number, example in enumerate(examples, start=1):
        runner.run(parser.get_doctest(example, {}, f"README example {number}", "README.md", 0))
    assert runner.tries > 0
    assert runner.failures == 0
