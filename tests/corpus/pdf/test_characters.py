"""Characters as fonts name them."""

from __future__ import annotations

from collections.abc import Callable

from corpus.readers.pdf import PdfReader


def test_mathematical_letters_beyond_the_basic_plane(written: Callable[[list[bytes]], bytes]) -> None:
    content = b"BT /F1 10 Tf 50 700 Td (conductivity A of cells at temperature B was measured) Tj ET"
    meaning = b"2 beginbfchar <41> <D835DF0E> <42> <D835DC47> endbfchar"
    names = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n" + meaning + b"\nendcmap end end"
    )
    data = written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>",
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(names), names),
        ]
    )
    document = PdfReader().read(data, "test.pdf")
    assert document.raw.strip() == "conductivity \U0001d70e of cells at temperature \U0001d447 was measured"
    assert not document.problems
