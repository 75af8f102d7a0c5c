"""Numbers with units: conductivities, energies, temperatures, durations, pressures and what only looks like them.

Numbers of table cells, which mostly stand without a unit, are read by :mod:`extractors.quantities.cells`.
"""

from extractors.quantities.finder import find_quantities
from extractors.quantities.units import Unit, UnitMention, find_unit, unit_named

__all__ = ["Unit", "UnitMention", "find_quantities", "find_unit", "unit_named"]
