"""A drawing that stands where an article has a figure."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph

from benchmarks.typesetting.fonts import FAMILY

_HEIGHT = 110.0


class FigurePlaceholder(Flowable):
    """Axes with ticks, labels and a curve, and the caption below."""

    def __init__(self, width: float, caption: Paragraph) -> None:
        super().__init__()
        self.column = width
        self.caption = caption
        self.caption_height = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height."""
        _, self.caption_height = self.caption.wrap(self.column, available_height)
        return self.column, _HEIGHT + self.caption_height + 14

    def draw(self) -> None:
        """Draw at the origin."""
        canvas = self.canv
        self.caption.drawOn(canvas, 0, 6)
        base = self.caption_height + 28
        left, right, top = 40.0, self.column - 20, base + _HEIGHT - 30
        canvas.setLineWidth(0.6)
        canvas.rect(left, base, right - left, top - base)
        canvas.setFont(FAMILY, 7)
        for tick in range(5):
            x = left + tick * (right - left) / 4
            y = base + tick * (top - base) / 4
            canvas.line(x, base, x, base + 3)
            canvas.line(left, y, left + 3, y)
            canvas.drawCentredString(x, base - 8, f"{2.6 + 0.2 * tick:.1f}")
            canvas.drawRightString(left - 3, y - 2, f"{-6 + tick}")
        canvas.drawCentredString((left + right) / 2, base - 17, "1000/T (1/K)")
        path = canvas.beginPath()
        path.moveTo(left + 8, top - 8)
        path.curveTo(left + 60, top - 20, right - 60, base + 30, right - 8, base + 8)
        canvas.drawPath(path)
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawCentredString((base + top) / 2, -14, "log conductivity")
        canvas.restoreState()
