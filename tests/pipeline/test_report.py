from __future__ import annotations

import base64
import gzip
import io
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.composition.families import reference
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.history import runs_into
from pipeline.publish import REPORT
from pipeline.report.build import MADE_HERE, packed, told, views, write_page
from pipeline.report.evidence import find, marks
from pipeline.run import run_corpus
from pipeline.settings import Settings
from pipeline.tables import schemas
from tests.pipeline.conftest import Builder
from tests.pipeline.hand_made import part, route, value


def page_of(base: KnowledgeBase) -> str:
    stream = io.StringIO()
    write_page(base, stream)
    return stream.getvalue()


HOSTILE = '</script><script>alert("x")</script><img src=x onerror=alert(1)>'


@pytest.fixture
def page(build: Builder) -> str:
    records = [
        value("Li6PS5Cl", 1.3e-3, family="argyrodite", temperature_k=298.15, references=[1], sentence=HOSTILE),
        value("Li6PS5Cl", 9e-3, family="argyrodite", temperature_k=373.0, references=[1], start=9),
        value("Li6PS5Cl", 0.3, kind="activation_energy", family="argyrodite", start=20),
        value("Li6PS5Cl", 1.3e-3, family="argyrodite", start=50, references=[2]),
        route("Li6PS5Cl", steps=[{"op": "heat", "surface": "heated", "temperature_c": 550}]),
    ]
    return page_of(build(part("a", records, {1: "A. Author", 2: "B. Author"}, title=HOSTILE)))


def test_nothing_is_loaded_from_elsewhere(page: str) -> None:
    markup = re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.DOTALL)
    assert not re.findall(r'(?:src|href)\s*=\s*["\']?(?!#)[\w/.:]+|@import|url\(\s*["\']?http', markup)
    assert "fetch(" not in page and "XMLHttpRequest" not in page


def test_words_of_a_document_are_never_markup(page: str) -> None:
    assert "<script>alert" not in page and "<img src=x" not in page


def data_of(page: str) -> Any:
    packed = re.search(r'id="data">(.*?)</script>', page, re.DOTALL).group(1)  # type: ignore[union-attr]
    return json.loads(gzip.decompress(base64.b64decode(packed)))


def test_pages_of_pdfs_are_in_the_page_on_request(sample_path: Path, tmp_path: Path) -> None:
    pdf, outputs = sample_path.with_suffix(".pdf"), tmp_path / "out"
    for wanted, ended in ((False, "published"), (True, "published"), (True, "unchanged")):
        run_corpus([pdf], Settings(outputs=outputs, workers=1, second_reader=False, pictures=wanted))
        assert runs_into(outputs)[-1]["ended"] == ended
        shown = data_of((outputs / REPORT).read_text(encoding="utf-8"))["pictures"]
        assert bool(shown) == wanted
    pages = [each["page"] for each in shown["sample-review"]]
    assert pages == sorted(set(pages)) and len(pages) > 1
    assert shown["sample-review"][0]["picture"].startswith("data:image/jpeg;base64,/9j/")


def test_all_records_are_in_the_page(page: str) -> None:
    data = data_of(page)
    found = {view["id"]: view for view in data["views"]}
    assert [len(found[name]["rows"]) for name in ("conductivity", "activation_energy", "synthesis")] == [3, 1, 1]
    conductivity = found["conductivity"]
    assert conductivity["rows"][0][conductivity["names"].index("sentence")] == HOSTILE


@given(st.lists(st.text(max_size=40), max_size=6))
def test_packed_text_is_whole_however_it_is_cut(pieces: list[str]) -> None:
    whole = "".join(pieces)
    assert gzip.decompress(base64.b64decode("".join(packed(iter(pieces))))).decode() == whole


def test_every_family_has_a_colour_of_its_own() -> None:
    palette = told()["palette"]
    families = {line.split("|")[1].strip() for line in reference().splitlines() if line.startswith("| ")} - {
        "family",
        "---",
    }
    assert families <= palette.keys()
    assert len({palette[name] for name in families}) == len(families)


def test_a_run_without_records_has_a_page(build: Builder) -> None:
    assert "No records were found" in page_of(build())


def test_views_show_columns_that_exist() -> None:
    for view in views():
        known = {column.name for column in schemas()[view["id"]].columns} | MADE_HERE
        assert {column[0] for column in view["columns"]} | {*view["filters"], *view["more"]} <= known


@pytest.mark.parametrize(
    "sentence, surface, expected",
    [
        ("Its value is 1.3 × 10^-3 S cm^-1 here.", "$1.3 \\times 10^{-3} \\text{ S cm}^{-1}$", "1.3 × 10^-3 S cm^-1"),
        ("The Li1.3Al0.3Ti1.7(PO4)3 pellet", "Li_{1.3}Al_{0.3}Ti_{1.7}(PO_4)_3", "Li1.3Al0.3Ti1.7(PO4)3"),
        ("At 25 °C it is 5 mS cm^-1.", "25 ∘C", "25 °C"),
        ("measured at 25 °C", "25 °C", "25 °C"),
        ("Li3PS4 and 3 S cm^-1", "3", "3"),
        ("nothing here", "", None),
    ],
)
def test_raw_characters_are_found_in_the_clean_sentence(sentence: str, surface: str, expected: str | None) -> None:
    span = find(sentence, surface)
    assert (sentence[span[0] : span[1]] if span else None) == expected


@given(st.text(alphabet="Li3PS4 ^-×.°C10", max_size=40), st.text(alphabet="Li3PS4 ^-×.°C10", max_size=8))
def test_marks_lie_in_the_sentence_and_do_not_overlap(sentence: str, surface: str) -> None:
    record = {"sentence": sentence, "value_surface": surface, "material": "Li3PS4", "temperature_surface": "10"}
    found = marks(record)
    assert all(0 <= start < end <= len(sentence) for start, end, _ in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
