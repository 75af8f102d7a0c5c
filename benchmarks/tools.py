"""What the measurements share: the processor's time, files of PDF, pictures."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import altair as alt


def computed() -> float:
    """Seconds that the processor has spent on this process and on those that it waited for."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def svg(chart: alt.TopLevelMixin) -> str:
    """A chart as a picture."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    head = f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    return data + head + table + f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n".encode()
