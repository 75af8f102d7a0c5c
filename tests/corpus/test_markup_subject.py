"""What a page is about is told by its tables, too."""

from __future__ import annotations

from corpus.document import Status
from corpus.reader import read_bytes

WORDS = "Pressed pellets were measured between blocking electrodes, and the table holds one row for each of them. " * 30


def page(head: str, cells: list[tuple[str, str]]) -> bytes:
    rows = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in cells)
    table = f"<table><tr><th>Sample</th><th>{head}</th></tr>{rows}</table>"
    return f"<html><body><h1>Pellets</h1><p>{WORDS}</p>{table}<p>{WORDS}</p></body></html>".encode()


def test_conductivities_in_cells_tell_what_a_page_is_about() -> None:
    cells = [(f"Li<sub>3</sub>Y{x}Cl<sub>6</sub>", f"{x} × 10<sup>−4</sup> S cm<sup>−1</sup>") for x in range(1, 9)]
    assert read_bytes(page("Ionic conductivity", cells), "page.html").status is Status.SUCCESS


def test_cells_of_another_field_do_not() -> None:
    cells = [(f"Sample {x}", f"{x} mg of iron") for x in range(1, 9)]
    assert read_bytes(page("Iron", cells), "page.html").status is Status.NO_ARTICLE
