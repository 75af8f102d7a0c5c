"""What a clip hides: figures are often whole pages of which only a part is shown."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]


def clipped_away(page_object: Any) -> bool:
    """Whether an object of a page or form lies outside its clip (told by the object's middle)."""
    clip = pdfium_c.FPDFPageObj_GetClipPath(page_object)
    count = pdfium_c.FPDFClipPath_CountPaths(clip) if clip else 0
    if count <= 0:
        return False
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(page_object, *(ctypes.byref(value) for value in (left, bottom, right, top)))
    middle_x, middle_y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
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
