"""Which records of one-off extraction are wanted, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from extractors.properties.specification import specifications
from flows.options import Kind, Order
from pipeline.materials import plain_name, same_material

Record = dict[str, Any]


KINDS = {Kind.ENERGY: "activation_energy", Kind.TRANSFERENCE: "transference_number"}
_KEYS: dict[Order, Callable[[Record], Any]] = {
    Order.MATERIAL: lambda record: (record["material"] is None, record["material"]),
    # By property, each with its largest value first; routes have none and come last.
    Order.VALUE: lambda r: (
        (list(specifications()).index(r["kind"]), -r["value_high"]) if "value_high" in r else (99, 0)
    ),
    Order.TEMPERATURE: lambda record: record.get("temperature_k") or float("inf"),
    Order.CONFIDENCE: lambda record: -record["confidence"],
}


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted: all, when nothing is said."""

    least_confidence: float = 0.0
    kinds: tuple[Kind, ...] = ()
    material: str = ""
    order: Order = Order.PLACE

    def chosen(self, records: list[Record]) -> list[Record]:
        """The wanted ones of these records, in order."""
        kinds = {KINDS.get(kind, kind.value) for kind in self.kinds}
        found = [
            record for record in records
            if record["confidence"] >= self.least_confidence
            and (not kinds or record["kind"] in kinds)
            and (not self.material or self._is_of(record))
        ]  # fmt: skip
        return found if self.order is Order.PLACE else sorted(found, key=_KEYS[self.order])

    def _is_of(self, record: Record) -> bool:
        """Whether a record's material is the wanted one, by composition, or has its name in it."""
        names = (record["material"], record["formula"])
        wanted = plain_name(self.material)
        return same_material((self.material,), names) or any(wanted in plain_name(name) for name in names if name)
