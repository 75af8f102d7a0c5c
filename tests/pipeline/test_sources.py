from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.doi import find_doi
from corpus.structure.bibliography import parse_entry
from pipeline.consolidate.kept import SCHEMAS
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.known_works import known_works
from pipeline.consolidate.sources import least_works, traits
from pipeline.consolidate.works import join_works
from pipeline.discover import Input
from tests.pipeline.conftest import Builder, fill
from tests.pipeline.hand_made import part, value

KAMAYA = "N. Kamaya, K. Homma and A. Mitsui, Nature Materials, 2011, 10, 682."
ROOM: dict[str, Any] = {"temperature_k": 298.15}


def works(entries: dict[str, dict[str, Any]]) -> dict[str, str]:
    """The id of the work of each entry."""
    rows = [{"source_id": key, **traits(entry).columns()} for key, entry in entries.items()]
    with KnowledgeBase(Path(":memory:")) as base:
        base.attach(Path(":memory:"), "scratch")
        base.replace("scratch.cited", rows, SCHEMAS["cited"])
        join_works(base)
        return {row["key"]: row["source_id"] for row in base.table("scratch.works")}


def ids(*texts: str) -> list[str]:
    found = works({f"{number:02}": {"text": text} for number, text in enumerate(texts)})
    return [found[key] for key in sorted(found)]


def test_a_work_has_one_id_in_every_style() -> None:
    styles = (
        KAMAYA,
        "Kamaya N, Homma K, Mitsui A. A lithium superionic conductor. Nat Mater 2011;10:682-6.",
        "Kamaya, N.; et al. Nat. Mater. 2011, 10 (9), 682–686.",
        "Nat. Mater. 10, 682 (2011)",
    )
    assert set(ids(*styles)) == {"2011:10:682"}
    with_doi = ids(*styles, "Kamaya, N. Nat. Mater. 2011, 10, 682. https://doi.org/10.1038/NMAT3066.")
    assert set(with_doi) == {"doi:10.1038/nmat3066"}


def test_works_that_only_share_year_volume_and_page_are_two() -> None:
    one, other = ids("A. Yilmaz, Solid Ionics, 2014, 12, 345.", "B. Okafor, Adv. Energy Mater., 2014, 12, 345.")
    assert one != other
    one, other = ids("C. Ito, J. Ions 2014, 12, 345. doi:10.1000/a", "C. Ito, J. Ions 2014, 12, 345. doi:10.1000/b")
    assert one != other


def test_titles_join_what_is_cited_with_two_dois() -> None:
    title = "Fast sodium ions in a disordered chloride framework"
    preprint = {"text": "x", "title": title, "year": 2020, "doi": "10.1000/preprint"}
    article = {"text": "y", "title": title.upper(), "year": 2020, "doi": "10.1000/article"}
    assert len(set(works({"a": preprint, "b": article}).values())) == 1


@pytest.mark.parametrize(
    "text", ["10.1016/0038-1098(93)90841-A", "10.1002/(SICI)1521-4095(199807)10:10", "10.1021/x.1"]
)
@pytest.mark.parametrize("frame", ["{}", "doi: {}.", "(https://doi.org/{}).", "see [{}], and", "**{}**"])
def test_dois_are_kept_whole(text: str, frame: str) -> None:
    assert find_doi(frame.format(text)) == text
    assert parse_entry(1, f"A. Author, J. Ions 2020, 1, 2. {frame.format(text)}").doi == text


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=3), max_size=8))
def test_there_are_never_more_works_than_measurements(groups: list[frozenset[str]]) -> None:
    counted = least_works(groups)
    assert set(counted) == set(groups)
    assert all(work in group for group, work in counted.items())
    assert len(set(counted.values())) <= len(set(groups))


def test_a_group_of_citations_is_one_source(build: Builder) -> None:
    records = [
        value("Li3YCl6", 5e-4, references=[1, 2, 3], **ROOM),
        value("Li3YCl6", 4e-4, references=[2], start=9, **ROOM),
    ]
    entries = {n: f"A. Author{n}, J. Ions, 20{n}0, 1, 23." for n in (1, 2, 3)}
    (row,) = build(part("review", records, entries)).table("consensus")
    assert (row["measurements"], row["independent_sources"]) == (2, 1)


FILES = {
    "works.csv": "doi,title,authors,journal,year,volume,page\n10.1000/n,,N. Kamaya,Nat. Mater.,2011,10,682\n",
    "works.bib": "@article{k, author = {Kamaya, {N.} and Homma, K.}, journal = {Nat. Mater.}, year = 2011,\n"
    " volume = {10}, pages = {682--686}, doi = {10.1000/N}}\n@misc{none, title = {No DOI}}",
    "works.json": json.dumps({"message": {"items": [{
        "DOI": "10.1000/N", "author": [{"family": "Kamaya"}], "container-title": ["Nature Materials"], "volume": "10",
        "page": "682-686", "issued": {"date-parts": [[2011, 7]]},
    }]}}),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_known_works_gives_sources_their_doi(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    told = part("a", [value("Li10GeP2S12", 0.012, references=[1])], {1: KAMAYA})
    with KnowledgeBase(tmp_path / "base.duckdb") as base:
        fill(base, [Input(Path("a"), "a", "a")], [told], tmp_path / name)
        (source,) = base.table("sources")
        (measurement,) = base.table("measurements")
    assert (source["source_id"], source["doi"]) == ("doi:10.1000/n", "10.1000/n")
    assert measurement["counted_source"] == "doi:10.1000/n"


def test_a_file_without_a_doi_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "works.csv"
    file.write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no work with a DOI"):
        known_works(file)
