"""Page coordinates: points from the top left corner of the page as it is displayed."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import Box

_TOLERANCE = 5.0  # degrees by which text may lean and still count as upright


_ASCENT = 0.76  # of the font size: how far type reaches above its baseline
_DESCENT = 0.22


class OnBaseline:
    """Type on a baseline, with the edges of its line in the frame in which it stands upright."""

    __slots__ = ()
    baseline: float
    size: float

    @property
    def top(self) -> float:
        """Upper edge of the line of type."""
        return self.baseline - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower edge of the line of type."""
        return self.baseline + _DESCENT * self.size


@dataclass(frozen=True, slots=True)
class PageFrame:
    """From PDF user space (y upwards) to the displayed page (y downwards, page rotation applied)."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0  # degrees clockwise, as the page's /Rotate says

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as displayed."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A user space point on the displayed page."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A user space rectangle on the displayed page."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def angle(self, a: float, b: float) -> int:
        """Direction of text whose matrix begins with ``a b``: 0, 90 (upwards), 180, 270 or -1 for any other."""
        degrees = math.degrees(math.atan2(b, a)) - self.rotation
        nearest = round(degrees / 90) * 90
        return nearest % 360 if abs(degrees - nearest) <= _TOLERANCE else -1


def turn(x: float, y: float, angle: int, size: tuple[float, float]) -> tuple[float, float]:
    """A page point as seen after turning the page so that text of this angle stands upright."""
    width, height = size
    if angle == 90:
        return height - y, x
    if angle == 270:
        return y, width - x
    if angle == 180:
        return width - x, height - y
    return x, y


def turn_back(box: Box, angle: int, size: tuple[float, float]) -> Box:
    """The page box of a box in the frame of :func:`turn`; ``size`` is the page's."""
    return turn_box(box, -angle % 360, size if angle in (0, 180) else size[::-1])


def turn_box(box: Box, angle: int, size: tuple[float, float]) -> Box:
    """A page box in the frame of :func:`turn`."""
    x0, y0 = turn(box[0], box[1], angle, size)
    x1, y1 = turn(box[2], box[3], angle, size)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all; raises ValueError when there is none."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def overlap(low: float, high: float, other_low: float, other_high: float) -> float:
    """Length that two intervals share, 0 when they lie apart."""
    return max(0.0, min(high, other_high) - max(low, other_low))


def inside(box: Box, outer: Box, slack: float = 1.0) -> bool:
    """Whether a box's centre lies in another box."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] - slack <= x <= outer[2] + slack and outer[1] - slack <= y <= outer[3] + slack
