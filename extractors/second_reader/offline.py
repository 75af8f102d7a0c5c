"""Import ChemDataExtractor 2.4 without its neural models and without a network.

Its modules build a BERT tokenizer, a BERT tagger and a stanza pipeline while they are imported, each of which fetches
its weights from a server. ionmine uses only its grammar, quantity models and table reading, and brings tokens and tags
of its own; so where those toolkits are not installed, the modules that need them are replaced before the first import.
Where they are installed, nothing is replaced.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import logging
import os
import sys
import tempfile
import types
import warnings
from collections import namedtuple
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

INSTALL_HINT = (
    "the second reader needs ChemDataExtractor2, which is not installed; "
    "`make setup` installs it, as does `pip install 'ionmine[cde]'` (with 6 GB of neural toolkits)"
)
LOGGERS = ("chemdataextractor", "tabledataextractor")
NEURAL_TOOLKITS = ("torch", "transformers", "stanza", "tokenizers")
BROWSERS = ("firefox", "chrome", "edge", "ie")
EMPTY_VOCABULARY = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n"


class SecondReaderMissingError(ImportError):
    """ChemDataExtractor2 is not installed."""


def is_available() -> bool:
    """Whether ChemDataExtractor2 is installed. It is not imported for this."""
    return importlib.util.find_spec("chemdataextractor") is not None


@cache
def load() -> None:
    """Make ``import chemdataextractor`` work in this process; raises SecondReaderMissingError when it is not installed.

    Nothing is written outside the system's folder for temporary files, and logging stays as it was.
    """
    if not is_available():
        raise SecondReaderMissingError(INSTALL_HINT)
    for name in LOGGERS:  # they report every table they cannot make sense of; that is no news to a user
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    if all(map(_installed, NEURAL_TOOLKITS)):
        with _quiet_import():
            importlib.import_module("chemdataextractor")
        return
    with tempfile.TemporaryDirectory(prefix="ionmine-cde-") as folder, _settings_in(Path(folder)):
        _replace_model_modules()
        _replace_optional_packages()
        with _quiet_import():
            importlib.import_module("chemdataextractor.doc")
        sys.modules.pop("tokenizers", None)


def _installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


@contextlib.contextmanager
def _settings_in(folder: Path) -> Iterator[None]:
    """Its own settings and data in a folder that holds a vocabulary of five words and no model."""
    (folder / "models").mkdir()
    (folder / "models" / "scibert_uncased_vocab-1.0.txt").write_text(EMPTY_VOCABULARY, encoding="utf-8")
    settings = folder / "chemdataextractor.yml"
    settings.write_text(f"data_dir: {folder}\n", encoding="utf-8")
    before = os.environ.get("CHEMDATAEXTRACTOR_CONFIG")
    os.environ["CHEMDATAEXTRACTOR_CONFIG"] = str(settings)
    try:
        yield
    finally:
        if before is None:
            del os.environ["CHEMDATAEXTRACTOR_CONFIG"]
        else:
            os.environ["CHEMDATAEXTRACTOR_CONFIG"] = before


@contextlib.contextmanager
def _quiet_import() -> Iterator[None]:
    """No log files in the current folder and no change of the root logger, both of which an import would bring."""

    class NoFile(logging.NullHandler):
        def __init__(self, *_: Any, **__: Any) -> None:
            super().__init__()

    root, real = logging.getLogger(), logging.FileHandler
    level, handlers = root.level, list(root.handlers)
    logging.FileHandler = NoFile  # type: ignore[assignment, misc]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.FileHandler = real  # type: ignore[misc]
        root.setLevel(level)
        root.handlers[:] = handlers


class _NoTagger:
    """A tagger that tags nothing; stands where a neural one would."""

    tag_type = ""

    def __init__(self, *_: Any, **__: Any) -> None: ...

    def can_tag(self, tag_type: str) -> bool:
        return tag_type == self.tag_type

    def can_batch_tag(self, tag_type: str) -> bool:
        return False

    def tag(self, tokens: Sequence[Any]) -> list[tuple[Any, None]]:
        return [(token, None) for token in tokens]


def _module(name: str, **content: Any) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__dict__.update(content)
    sys.modules[name] = module
    return module


def _tagger(name: str, tag_type: str) -> type[_NoTagger]:
    return type(name, (_NoTagger,), {"tag_type": tag_type})


def _replace_model_modules() -> None:
    """The three modules whose import builds a model."""
    package = "chemdataextractor.nlp."
    _module(
        package + "bertcrf_tagger",
        BertCrfTagger=_tagger("BertCrfTagger", "ner_tag"),
        _BertCrfTokenTagger=_tagger("_BertCrfTokenTagger", "_bertcrftoken"),
        ProcessedTextTagger=_tagger("ProcessedTextTagger", "processed_text"),
    )
    _module(package + "crf", ConditionalRandomField=object, allowed_transitions=None)
    _module(
        package + "dependency",
        Dependency=namedtuple("Dependency", "head relation"),
        IndexTagger=_tagger("IndexTagger", "index"),
        DependencyTagger=_tagger("DependencyTagger", "dependency"),
    )


def _replace_optional_packages() -> None:
    """What is imported on the way and never called here: a browser driver, a URL check, a word-piece tokenizer."""
    if not _installed("selenium"):
        for name in ("selenium", "selenium.webdriver", *(f"selenium.webdriver.{each}" for each in BROWSERS)):
            _module(name).__path__ = []
        for name in BROWSERS:
            _module(f"selenium.webdriver.{name}.options", Options=_NoTagger)
    if not _installed("django"):

        class ValidationError(Exception): ...

        class URLValidator:
            def __call__(self, value: object) -> None:
                if not str(value).startswith(("http://", "https://")):
                    raise ValidationError(value)

        for name in ("django", "django.core"):
            _module(name).__path__ = []
        _module("django.core.validators", URLValidator=URLValidator)
        _module("django.core.exceptions", ValidationError=ValidationError)
    if not _installed("tokenizers"):
        _module("tokenizers", BertWordPieceTokenizer=_NoTagger)
