"""Constructs of marked-up articles: heads in plain cells, notes within sentences, sources named in brackets."""

from __future__ import annotations

from corpus.document import BlockKind
from corpus.reader import read_bytes
from extractors.extract import extract
from extractors.records import PropertyRecord

TITLE = "<title-group><article-title>Solid electrolytes</article-title></title-group>"
GLASS, OTHER = "Li<sub>3</sub>BS<sub>3</sub>", "Li<sub>4</sub>GeS<sub>4</sub>"
UNIT = "mS cm<sup>−1</sup>"
NAMED = '<xref ref-type="bibr" rid="r3">Writer et al., 2018</xref>'


def link(number: int, text: str = "") -> str:
    return f'<xref ref-type="bibr" rid="r{number}">{text or number}</xref>'


def told(body: str) -> list[tuple[str | None, float, float | None, tuple[int, ...]]]:
    references = "".join(
        f'<ref id="r{at}"><label>{at}</label><mixed-citation>Own</mixed-citation></ref>' for at in range(1, 7)
    )
    text = f"<body><sec><title>Results</title>{body}</sec></body><back><ref-list>{references}</ref-list></back>"
    article = f"<article><front><article-meta>{TITLE}</article-meta></front>{text}</article>"
    return [
        (record.material, record.value_low, record.temperature_k, tuple(record.references))
        for record in extract(read_bytes(article.encode(), "paper.xml"))
        if isinstance(record, PropertyRecord)
    ]


def table(*rows: tuple[str, ...]) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    caption = "<caption><p>Glasses at 25 °C.</p></caption>"
    return f"<table-wrap><label>Table 1</label>{caption}<table><tbody>{cells}</tbody></table></table-wrap>"


def test_heads_in_cells_that_are_marked_as_none() -> None:
    heads = ("<bold>Glass</bold>", f"<bold>σ ({UNIT})</bold>", "<bold>Ref.</bold>")
    found = table(heads, (GLASS, "0.4", link(2)), (OTHER, "0.2", link(5)))
    assert told(f"<p>Solid electrolytes of glass.</p>{found}") == [
        ("Li3BS3", 0.0004, 298.15, (2,)),
        ("Li4GeS4", 0.0002, 298.15, (5,)),
    ]


def test_a_table_without_heads_has_none() -> None:
    assert told(f"<p>Solid electrolytes of glass.</p>{table((GLASS, '0.4'), (OTHER, '0.2'))}") == []


def test_a_note_within_a_sentence_is_left_out() -> None:
    note = f"<fn><p>Where 7 {UNIT} was meant.</p></fn>"
    begun = f"<p>In glass of {GLASS},{note} the solid electrolyte of them,"
    assert told(f"{begun} the ionic conductivity is 0.3 {UNIT} at 30 °C.</p>") == [("Li3BS3", 0.0003, 303.15, ())]


def test_sources_named_in_one_bracket_are_cited_together() -> None:
    sources = f"({NAMED}; {link(4, 'Reader and Other, 2019')})"
    said = f"<p>A conductivity of 0.5 {UNIT} at 25 °C is told of {GLASS} {sources}.</p>"
    assert told(said) == [("Li3BS3", 0.0005, 298.15, (3, 4))]


def test_a_value_in_the_bracket_of_a_source_stays() -> None:
    said = f"<p>Of {GLASS} the conductivity is told (0.5 {UNIT} at 25 °C; {NAMED}).</p>"
    assert told(said) == [("Li3BS3", 0.0005, 298.15, (3,))]


def test_authors_with_their_year_are_the_subject() -> None:
    subject = link(1, "Reader et al. (2019)")
    others = f"and {link(2, 'Writer et al. (2020)')} 0.9 {UNIT} at 25 °C for {OTHER}"
    said = f"<p>{subject} measured an ionic conductivity of 1.7 {UNIT} at 25 °C for {GLASS}, {others}.</p>"
    assert told(said) == [("Li3BS3", 0.0017, 298.15, (1,)), ("Li4GeS4", 0.0009, 298.15, (2,))]


def test_a_comma_raised_by_itself_between_raised_links() -> None:
    links = f"<sup>{link(2)}</sup><sup>,</sup><sup>{link(4)}</sup>"
    said = f"<p>The ionic conductivity of {GLASS} is 0.4 {UNIT} at 30 °C{links}.</p>"
    assert told(said) == [("Li3BS3", 0.0004, 303.15, (2, 4))]


def test_raised_numbers_within_their_links_keep_their_places() -> None:
    first, second = link(2, "<sup>2</sup>"), link(5, "<sup>5</sup>")
    said = f"<p>The ionic conductivity of {GLASS} is 0.4 {UNIT}{first} while {OTHER}{second} has 0.2 {UNIT}.</p>"
    assert told(said) == [("Li3BS3", 0.0004, None, (2,)), ("Li4GeS4", 0.0002, None, (5,))]


def test_a_work_named_before_its_bracket_is_the_subject() -> None:
    first, second = f"Reader et al. {link(1, '[1]')}", f"Writer et al. {link(2, '[2]')}"
    said = f"{first} found 1.7 {UNIT} for {GLASS}, and {second} 0.9 {UNIT} for {OTHER}."
    assert told(f"<p>Ionic conductivity was told. {said}</p>") == [
        ("Li3BS3", 0.0017, None, (1,)),
        ("Li4GeS4", 0.0009, None, (2,)),
    ]


def test_authors_behind_a_raised_source_are_the_subject() -> None:
    first, second = link(3, "<sup>3</sup>"), link(4, "<sup>4</sup>")
    said = f"{OTHER} conducts 0.2 {UNIT}.{first} Reader and Other{second} found 0.5 {UNIT} for {GLASS}, close to the"
    found = told(f"<p>Ionic conductivity was told. {said} 0.6 {UNIT} of Writer et al.{link(5, '<sup>5</sup>')}</p>")
    assert found[:2] == [("Li4GeS4", 0.0002, None, (3,)), ("Li3BS3", 0.0005, None, (4,))]


def test_one_link_that_shows_a_range_cites_all_of_it() -> None:
    assert told(f"<p>{GLASS} conducts 0.4 {UNIT} [{link(2, '2–4')}], and {OTHER} 0.2 {UNIT} [{link(5)}].</p>") == [
        ("Li3BS3", 4e-4, None, (2, 3, 4)),
        ("Li4GeS4", 2e-4, None, (5,)),
    ]


def test_a_short_name_that_reads_like_another_compound() -> None:
    body = f"<p>Na<sub>5</sub>TbSi<sub>4</sub>O<sub>12</sub> (N5Tb) was made. N5Tb conducts 0.4 {UNIT}.</p>"
    article = f"<article><front><article-meta>{TITLE}</article-meta></front><body>{body}</body></article>"
    assert {r.formula for r in extract(read_bytes(article.encode(), "paper.xml"))} == {"Na5TbSi4O12"}


def test_a_sentence_goes_on_over_paragraphs_and_captions_between_them() -> None:
    page = (
        "<html><body><article><h1>Glasses of lithium</h1><h2>Results</h2>"
        "<p>The glasses were quenched and pressed. After a second hour of heating in argon the conductivity of "
        "Li<sub>3</sub>BS<sub>3</sub></p><p>Figure 2.1 Conductivity of the glasses against time.</p>"
        "<p>at 25 °C was 0.4 mS cm<sup>−1</sup>.</p><ul><li>glasses that were quenched between two plates of cold "
        "steel</li><li>glasses that were pressed</li></ul></article></body></html>"
    )
    document = read_bytes(page.encode(), "page.html")
    texts = [block.text.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert len(texts) == 3 and "conductivity of Li3BS3 at 25 °C was" in texts[0]
    assert [block.label for block in document.blocks if block.kind is BlockKind.CAPTION] == ["Figure 2.1"]
    [record] = extract(document)
    assert record.material == "Li3BS3"
