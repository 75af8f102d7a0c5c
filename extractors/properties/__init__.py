"""Values of properties (conductivity, activation energy, ...) in running text, and what a property is."""

from extractors.properties.specification import PropertySpec, Scale, specification, specifications

__all__ = ["PropertySpec", "Scale", "specification", "specifications"]
