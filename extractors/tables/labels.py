"""The stretch of a table's cell that names the material: words of form, family, making and remarks taken off."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from extractors.composition import NameContext
from extractors.composition.classes import family_of_words, is_class_expression
from extractors.composition.names import plain
from extractors.synthesis.cells import ways_in
from extractors.synthesis.vocabulary import find_methods
from extractors.tables import patterns
from extractors.tables.names import is_compound, read_label

MOST_WORDS_OF_KIND = 3  # "lithium argyrodite analogue" before a formula


@dataclass(slots=True)
class Label:
    """The stretch of a cell that names the material, made shorter step by step."""

    whole: str
    start: int
    end: int

    def text(self) -> str:
        """What is left of the cell."""
        return self.whole[self.start : self.end]

    def strip(self) -> None:
        """Take blanks and a footnote's mark off the ends."""
        text = self.text()
        self.start += len(text) - len(text.lstrip())
        self.end = self.start + len(text.strip())
        mark = patterns.TRAILING_MARK.search(self.text())
        if mark is not None and mark.start() > 0:
            self.end = self.start + mark.start()

    def take_mark(self, marks: Set[str]) -> None:
        """Take the letter of a footnote off the end: "Li7La3Zr2O12 a" where a note a stands below the table."""
        mark = patterns.CELL_MARK.search(self.text())
        if mark is not None and mark.start() > 0 and mark.group().strip(" ^{}()[]") in marks:
            self.end = self.start + mark.start()

    def take_number(self) -> None:
        """Take a row's number, a year or an ion's charge off the front: "1) Li3InCl6", "2+ Na3PS4"."""
        number = patterns.ROW_NUMBER.match(self.text())
        if number is not None:
            self.start += number.end()

    def take_share(self) -> None:
        """Take the share or the size of a part off the end: "PEO-LiTFSI-LLZTO (20 wt%)"."""
        bracket = patterns.SIZE_OR_SHARE.search(self.text())
        if bracket is not None and bracket.start() > 0:
            self.end = self.start + bracket.start()

    def take_additives(self) -> list[str]:
        """Take what a bracket says was added off the end, "(1.7 wt.% Al + 0.1 wt.% Si)": share and name of each."""
        bracket = patterns.ADDITIVES.match(self.text())
        if bracket is None:
            return []
        self.end = self.start + len(bracket["name"].rstrip())
        parts = patterns.ADDITIVE.finditer(bracket["added"])
        return [
            f"{part['share']} {part['unit']}% {plain(part['what'])}" for part in parts if float(part["share"]) > 0.0
        ]

    def take_remark(self, context: NameContext) -> None:
        """Take words or a bracket behind a formula or a known name off that tell how it was made and name no part."""
        bracket = patterns.REMARK.match(self.text())
        if bracket is not None and ways_in(bracket["remark"]):
            self.end = self.start + bracket.end("name")
        remark = remark_behind(self.text())
        if remark is None:
            return
        end, _ = remark
        name = plain(self.text()[:end].split(" ")[0])
        if is_compound(name) or read_label(name, context).family is not None:
            self.end = self.start + end

    def take_form(self) -> str | None:
        """Take "glass", "amorphous" ... off one end; the form they name."""
        affix = patterns.FORM_AFFIX.search(self.text())
        if affix is None or affix.end() - affix.start() == self.end - self.start:
            return None
        if affix.start() == 0:
            self.start += affix.end()
        else:
            self.end = self.start + affix.start()
        return form_of(affix.group())

    def take_kind(self) -> str | None:
        """Take words for a family or a related compound off the front of a formula; the family they name."""
        text = self.text()
        words = text.split(" ")
        for count in range(1, min(MOST_WORDS_OF_KIND, len(words) - 1) + 1):
            before = " ".join(words[:count])
            kind = patterns.LIKENESS.sub("", before)
            related = kind != before and is_compound(plain(kind))
            if is_compound(plain(words[count])) and (related or is_class_expression(kind)):
                self.start += len(before) + 1
                return None if related else family_of_words(kind)
        return None

    def take_bracket(self, context: NameContext) -> tuple[dict[str, str], str | None, str | None]:
        """Take a remark in brackets off the end: values of variables, the composition or the form that it gives."""
        match = patterns.REMARK.match(self.text())
        if match is None:
            return {}, None, None
        name, remark = match["name"].strip(), match["remark"].strip()
        values = dict(patterns.VARIABLE_VALUE.findall(remark))
        inside = read_label(remark, context)
        form = form_of(remark)
        known = read_label(name, context)
        described = is_compound(inside.name) and not is_compound(known.name)
        if not (values or described or form is not None or is_compound(known.name)):
            return {}, None, None
        self.end = self.start + len(match["name"].rstrip())
        return values, inside.formula if described else None, form


def remark_behind(text: str) -> tuple[int, str] | None:
    """Where the name ends and what words behind it tell of its making: words that lead such a remark, or a method.

    >>> remark_behind("Na3PS4 ball milling")
    (6, 'ball milling')
    """
    led = patterns.REMARK_BEHIND.match(text)
    if led is not None:
        return led.end("name"), led["remark"]
    name, _, rest = text.partition(" ")
    if not patterns.WORD.search(rest) or not ways_in(rest):  # "MA" behind a polymer is a part of its name
        return None
    before = rest[: find_methods(rest, in_cell=True)[0][0].start].strip()
    if before and form_of(before) is None:
        return None
    return len(name) + bool(before) + len(before), rest[len(before) :].strip()


def form_of(text: str, only_glass: bool = False) -> str | None:
    """The form that words name: glass, glass-ceramic, thin film ...; ``only_glass``: no word that is also a class."""
    for form, pattern in patterns.FORM_WORDS:
        if pattern.search(text):
            return form if not only_glass or form in ("glass", "glass-ceramic", "thin film") else None
    return None
