"""What is drawn on a page: rules, shadings, curves and images."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]
from pypdfium2 import PdfMatrix

from corpus.document import Box
from corpus.readers.pdf.geometry import PageFrame, around, turn_box
from corpus.readers.pdf.raster import lying_together


def clipped_away(page_object: Any) -> bool:
    """Whether an object of a page or form lies outside its clip (told by the object's middle)."""
    clip = pdfium_c.FPDFPageObj_GetClipPath(page_object)
    count = pdfium_c.FPDFClipPath_CountPaths(clip) if clip else 0
    if count <= 0:
        return False
    left, bottom, right, top = _own_bounds(page_object)
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(count):
        xs, ys = [], []
        for number in range(pdfium_c.FPDFClipPath_CountPathSegments(clip, path)):
            segment = pdfium_c.FPDFClipPath_GetPathSegment(clip, path, number)
            pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            xs.append(x.value)
            ys.append(y.value)
        if xs and not (min(xs) - 1 <= middle_x <= max(xs) + 1 and min(ys) - 1 <= middle_y <= max(ys) + 1):
            return True
    return False


_THIN = 2.6  # points: a filled rectangle no thicker is a rule
_SHORTEST_RULE = 12.0  # points: shorter strokes are ticks of a chart
_ONE_LINE = 1.2  # points by which rules drawn cell by cell may stand off one line
_MOST_SEGMENTS = 600  # of one path that are looked at; more is a drawing
_DEPTH = 4  # forms in forms
_FAINT = 10  # of 255: no one sees less
_NEAR = 12.0  # points between curves and the axes of one chart
_DRAWN = frozenset({pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_SHADING})


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke along one axis at ``at`` on the other."""

    low: float
    high: float
    at: float

    @property
    def length(self) -> float:
        """In points."""
        return self.high - self.low

    @property
    def along(self) -> Box:
        """Its box where it runs along the lines of text."""
        return self.low, self.at, self.high, self.at

    @property
    def down(self) -> Box:
        """Its box where it runs down the page."""
        return self.at, self.low, self.at, self.high


@dataclass(slots=True)
class Drawings:
    """Rules, rectangles and the marks figures are made of, in page coordinates."""

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    rectangles: list[Box] = field(default_factory=list)  # filled, thicker than a rule
    marks: list[Box] = field(default_factory=list)  # curves, slanted lines, ticks
    images: list[Box] = field(default_factory=list)
    painted: list[Box] = field(default_factory=list)  # coloured areas, on which white type shows
    skipped: int = 0  # objects beyond the limit

    def turned(self, angle: int, size: tuple[float, float]) -> Drawings:
        """The same in the frame in which text of this angle stands upright."""
        if angle == 0:
            return self

        def turned(boxes: Iterable[Box]) -> list[Box]:
            return [turn_box(box, angle, size) for box in boxes]

        result = Drawings(
            rectangles=turned(self.rectangles), marks=turned(self.marks), images=turned(self.images),
            painted=turned(self.painted), skipped=self.skipped,
        )  # fmt: skip
        for box in turned([*(rule.along for rule in self.horizontal), *(rule.down for rule in self.vertical)]):
            result.add_thin(box)
        return result

    def add_thin(self, box: Box) -> bool:
        """Take a box for a rule when it is thin; False when it is not."""
        width, height = box[2] - box[0], box[3] - box[1]
        if height <= _THIN and width >= _SHORTEST_RULE:
            self.horizontal.append(Rule(box[0], box[2], (box[1] + box[3]) / 2))
        elif width <= _THIN and height >= _SHORTEST_RULE / 2:
            self.vertical.append(Rule(box[1], box[3], (box[0] + box[2]) / 2))
        else:
            return False
        return True

    def add_painted(self, box: Box, item: Any) -> None:
        """Take the box of a filled path for a coloured area when it shows."""
        if box[3] - box[1] > _THIN and not is_white(pdfium_c.FPDFPageObj_GetFillColor, item):
            self.painted.append(box)

    def join_rules(self) -> None:
        """Make one rule of those drawn cell by cell or twice."""
        self.horizontal, self.vertical = _joined(self.horizontal), _joined(self.vertical)


def read_drawings(page: Any, frame: PageFrame, limit: int) -> Drawings:
    """All that is drawn on an open pypdfium2 page, at most ``limit`` objects."""
    result = Drawings()
    budget = limit
    for item, matrix in _objects(page.raw, PdfMatrix(), 0):
        budget -= 1
        if budget < 0:
            result.skipped += 1
            if result.skipped > limit:
                break
            continue
        if clipped_away(item):
            continue
        if pdfium_c.FPDFPageObj_GetType(item) == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            result.images.append(_bounds(item, matrix, frame))
        elif pdfium_c.FPDFPageObj_GetType(item) == pdfium_c.FPDF_PAGEOBJ_SHADING:
            result.painted.append(_bounds(item, matrix, frame))
        else:
            _read_path(item, matrix, frame, result)
    result.join_rules()
    return result


def is_white(colour_of: Any, *of: Any) -> bool:
    """Whether PDFium's function tells of something a colour that does not show on paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(*of, *(ctypes.byref(value) for value in (red, green, blue, alpha))):
        return False
    return alpha.value < _FAINT or min(red.value, green.value, blue.value) > 255 - _FAINT


def _objects(container: Any, matrix: PdfMatrix, depth: int) -> Iterator[tuple[Any, PdfMatrix]]:
    """Paths and images of a page or form with the matrix to user space."""
    if depth == 0:
        count, get = pdfium_c.FPDFPage_CountObjects(container), pdfium_c.FPDFPage_GetObject
    else:
        count, get = pdfium_c.FPDFFormObj_CountObjects(container), pdfium_c.FPDFFormObj_GetObject
    for index in range(count):
        item = get(container, index)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind in _DRAWN:
            yield item, matrix
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            yield from _objects(item, _matrix_of(item).multiply(matrix), depth + 1)


def _matrix_of(item: Any) -> PdfMatrix:
    matrix = pdfium_c.FS_MATRIX()
    told = pdfium_c.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    return PdfMatrix.from_raw(matrix) if told else PdfMatrix()


def _own_bounds(item: Any) -> tuple[float, ...]:
    """Left, bottom, right and top of an object in its own frame."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges))
    return tuple(edge.value for edge in edges)


def _bounds(item: Any, matrix: PdfMatrix, frame: PageFrame) -> Box:
    left, bottom, right, top = _own_bounds(item)
    return frame.box(*matrix.on_point(left, bottom), *matrix.on_point(right, top))


def _read_path(item: Any, matrix: PdfMatrix, frame: PageFrame, result: Drawings) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value and not stroke.value:
        return
    box = _bounds(item, matrix, frame)
    if fill.value:
        result.add_painted(box, item)
    count = pdfium_c.FPDFPath_CountSegments(item)
    if (count <= 5 or fill.value) and result.add_thin(box):
        return
    strokes = _straight_strokes(item, count, matrix, frame) if count <= _MOST_SEGMENTS else None
    if strokes is not None and stroke.value:
        result.marks += [part for part in strokes if not result.add_thin(part)]
    elif strokes is None or max(box[2] - box[0], box[3] - box[1]) < _SHORTEST_RULE:
        result.marks.append(box)
    else:
        result.rectangles.append(box)


def _straight_strokes(item: Any, count: int, matrix: PdfMatrix, frame: PageFrame) -> list[Box] | None:
    """The segments of a path as boxes when all run along an axis, else None."""
    to_page = _matrix_of(item).multiply(matrix)
    strokes: list[Box] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            return None
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = frame.point(*to_page.on_point(x.value, y.value))
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        else:
            strokes.append(_segment_box(before, point))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            strokes.append(_segment_box(point, start))
        before = point
    strokes = [box for box in strokes if box[2] - box[0] > 0.5 or box[3] - box[1] > 0.5]
    straight = all(min(box[2] - box[0], box[3] - box[1]) <= 0.6 for box in strokes)
    return strokes if straight else None


def _segment_box(start: tuple[float, float], end: tuple[float, float]) -> Box:
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules drawn cell by cell or twice become one."""
    joined: list[Rule] = []
    places: dict[int, float] = {}  # of rules on one line, which need not be drawn at exactly one place
    at = -math.inf
    for rule in sorted(rules, key=lambda rule: rule.at):
        at = places[id(rule)] = at if rule.at - at <= _ONE_LINE else rule.at
    for rule in sorted(rules, key=lambda rule: (places[id(rule)], rule.low)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.at - rule.at) <= _ONE_LINE and rule.low <= last.high + 2.0:
            joined[-1] = Rule(last.low, max(last.high, rule.high), last.at)
        else:
            joined.append(rule)
    return joined


def figure_boxes(drawings: Drawings, size: tuple[float, float]) -> list[Box]:
    """Areas covered by images and curves that lie together; page-wide backgrounds and small ornaments are left out."""
    width, height = size
    parts = [
        box for box in (*drawings.images, *drawings.marks)
        if (box[2] - box[0]) * (box[3] - box[1]) < 0.8 * width * height
        and box[2] > 0 and box[3] > 0 and box[0] < width and box[1] < height
    ]  # fmt: skip
    boxes = [_with_frame(around(group), drawings) for group in lying_together(parts, size)]
    return [box for box in boxes if box[2] - box[0] >= 35 and box[3] - box[1] >= 30]


def _with_frame(box: Box, drawings: Drawings) -> Box:
    """A group of curves with the axes and frame they are drawn in."""
    reach = (box[0] - _NEAR, box[1] - _NEAR, box[2] + _NEAR, box[3] + _NEAR)
    width, height = box[2] - box[0], box[3] - box[1]
    rules = [rule.along for rule in drawings.horizontal if rule.length > 0.5 * width]
    rules += [rule.down for rule in drawings.vertical if rule.length > 0.5 * height]
    near = (
        rule for rule in rules
        if reach[0] <= rule[0] and reach[1] <= rule[1] and rule[2] <= reach[2] and rule[3] <= reach[3]
    )  # fmt: skip
    return around([box, *near])
