"""Words that tell what a made thing is for: patterns of roles over clean text."""

from __future__ import annotations

import re

_UP_TO_TWO = r"(?:[\w-]+\s+){0,2}?"
ELECTRODE_HEAD = re.compile(
    rf"\s*(?:-?based\s+)?{_UP_TO_TWO}(?:(?:composite|nanocomposite)\s+)?(?:electrodes?|cathodes?|anodes?|catholytes?)\b"
)
ELECTRODE_BEFORE = re.compile(
    rf"\b(?:electrodes?|cathodes?|anodes?)\s+(?:films?\s+|layers?\s+|composites?\s+)?of\s+{_UP_TO_TWO}$"
)
INTERLAYER_HEAD = re.compile(
    rf"\s*-?\s*(?:based|rich|containing)?\s*{_UP_TO_TWO}(?:interlayers?|interphases?|SEIs?|(?:protective|protection|buffer|interface|interfacial|"
    r"passivation|intermediate|interfacial|artificial|modification)\s+(?:layers?|films?))\b"
)
INTERLAYER_BEFORE = re.compile(
    rf"\b(?:interlayers?|interphases?|SEIs?|(?:protective|protection|buffer|interface|interfacial|passivation)\s+(?:layers?|films?))\s+"
    rf"(?:consisting\s+of|composed\s+of|made\s+of|of|based\s+on)\s+{_UP_TO_TWO}$"
)
METAL_CORE = re.compile(r"\b(?:Li|Na)\s?@$")
COATED_IN_FRONT = re.compile(r"(?:coated|deposited|modified|sputtered)\s+$|@$")
FORMED_ON = re.compile(
    r"[^.;]{0,25}\b(?:formed|deposited|grown|coated|applied|sprayed|sputtered)\s+(?:\w+ly\s+)?(?:on|onto)\b"
)
COMPOSITE_ELECTRODE = re.compile(r"\bcomposites?\s+(?:[\w-]+\s+){0,3}(?:electrodes?|cathodes?|anodes?)\b[^.]{0,160}$")
COATED_BODY = re.compile(r"(?:\s*/\s*[\w@]+)*\s*-?\s*(?:[\w-]+\s+){0,3}?coated\b")
COATING_HEAD = re.compile(rf"\s*{_UP_TO_TWO}(?:coatings?|shells?|layers?\s+on|films?\s+on|nanosheets?\s+on)\b")
COATING_BEFORE = re.compile(
    rf"\b(?:coatings?|shells?|(?:layers?|films?))\s+(?:consisting\s+of|of)\s+{_UP_TO_TWO}$|\b(?:coated|coating|coat)\s+(?:an?\s+|the\s+|with\s+)?{_UP_TO_TWO}$"
)
ONTO = re.compile(r"[^.;]{0,40}\b(?:on|onto)\b")

# "M | infiltrated into porous electrodes": it fills the electrode, no body of its own is made
INTO_ELECTRODE = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:infiltrated|impregnated|infused|penetrated|filled)\s+(?:in|into|within)\s+(?:(?!the\s+\w+lyte)[\w-]+\s+){0,4}?"
    r"(?:electrodes?|cathodes?|anodes?)\b"
)
# "M | was milled with LiCoO2 to prepare the composite cathode"
FOR_ELECTRODE = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,160}?\bwith\s(?:[^.;]|\.(?=\d)){0,80}?\bto\s+(?:form|give|obtain|make|produce|prepare|fabricate)\s+"
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?(?:cathodes?|anodes?|electrodes?|catholytes?)\b"
)
# "M | was cast on lithium to form an interfacial layer"
FOR_INTERLAYER = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,160}?\bto\s+(?:form|give|obtain|make|produce|serve\s+as|act\s+as)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:interlayers?|interphases?|(?:interfac\w+|protecti\w+|buffer|passivation)\s+(?:layers?|films?))\b"
)
