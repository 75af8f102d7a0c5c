"""Words that tell what a made thing is for: patterns of roles over clean text."""

from __future__ import annotations

import re

_UP_TO_TWO = r"(?:[\w-]{1,30}\s{1,3}){0,2}?"
ELECTRODE_HEAD = re.compile(
    rf"\s{{0,3}}(?:-?based\s{{1,3}})?{_UP_TO_TWO}(?:(?:composite|nanocomposite)\s{{1,3}})?(?:electrodes?|cathodes?|anodes?|catholytes?)\b"
)
ELECTRODE_BEFORE = re.compile(
    rf"\b(?:electrodes?|cathodes?|anodes?)\s{{1,3}}(?:films?\s{{1,3}}|layers?\s{{1,3}}|composites?\s{{1,3}})?of\s{{1,3}}{_UP_TO_TWO}$"
)
INTERLAYER_HEAD = re.compile(
    rf"\s{{0,3}}-?\s{{0,3}}(?:based|rich|containing)?\s{{0,3}}{_UP_TO_TWO}(?:interlayers?|interphases?|SEIs?|(?:protective|protection|buffer|interface|interfacial|"
    r"passivation|intermediate|interfacial|artificial|modification)\s{1,3}(?:layers?|films?))\b"
)
INTERLAYER_BEFORE = re.compile(
    rf"\b(?:interlayers?|interphases?|SEIs?|(?:protective|protection|buffer|interface|interfacial|passivation)\s{{1,3}}(?:layers?|films?))\s{{1,3}}"
    rf"(?:consisting\s{{1,3}}of|composed\s{{1,3}}of|made\s{{1,3}}of|of|based\s{{1,3}}on)\s{{1,3}}{_UP_TO_TWO}$"
)
METAL_CORE = re.compile(r"\b(?:Li|Na)\s?@$")
COATED_IN_FRONT = re.compile(r"(?:coated|deposited|modified|sputtered)\s{1,3}$|@$")
FORMED_ON = re.compile(
    r"[^.;]{0,25}\b(?:formed|deposited|grown|coated|applied|sprayed|sputtered)\s{1,3}(?:\w+ly\s{1,3})?(?:on|onto)\b"
)
# a part that conducts electrons: behind a composite's name, or its last part
WITH_CARBON = re.compile(
    r"[-/@+]\s?(?:C|AB|VGCF|CNTs?|CNFs?|rGO|Super\s?P|carbon(?:\s{1,3}black)?|graphite|acetylene\s{1,3}black)\b"
)
COMPOSITE_ELECTRODE = re.compile(
    r"\bcomposites?\s{1,3}(?:[\w-]+\s{1,3}){0,3}(?:electrodes?|cathodes?|anodes?)\b[^.]{0,160}$"
)
COATED_BODY = re.compile(r"(?:\s{0,3}/\s{0,3}[\w@]+){0,4}\s{0,3}-?\s{0,3}(?:[\w-]+\s{1,3}){0,3}?coated\b")
COATING_HEAD = re.compile(
    rf"\s{{0,3}}{_UP_TO_TWO}(?:coatings?|shells?|layers?\s{{1,3}}on|films?\s{{1,3}}on|nanosheets?\s{{1,3}}on)\b"
)
COATING_BEFORE = re.compile(
    rf"\b(?:coatings?|shells?|layers?)\s{{1,3}}(?:consisting\s{{1,3}}of|of)\s{{1,3}}{_UP_TO_TWO}$|\b(?:coated|coating|coat)\s{{1,3}}(?:an?\s{{1,3}}|the\s{{1,3}}|with\s{{1,3}})?{_UP_TO_TWO}$"
)
SUBSTRATE = re.compile(
    r"\b(?:substrates?|sapphire|quartz|wafers?|silicon|Si|MgO|SrTiO3|SiO2|glass|stainless|platinum|Pt|Al2O3)\b"
)  # of a film alone
# before and behind a material that is called an electrolyte
ELECTROLYTE_BEFORE = re.compile(r"\belectrolytes?\s{1,3}(?:of\s{1,3}|with\s{1,3})?\(?$")
ELECTROLYTE_BEHIND = re.compile(r"(?:\s{0,3}\([^()]{0,40}\))?\s{1,3}(?:[\w-]+\s{1,3}){0,2}?electrolytes?\b")
SUPPORT_BEHIND = re.compile(
    r"\s{1,3}(?:[\w-]+\s{1,3}){0,2}?(?:scaffolds?|skeletons?|mats?|nonwovens?|separators?|templates?)\b"
)
ONTO = re.compile(r"[^.;]{0,40}\b(?:on|onto)\b")

# "M | infiltrated into porous electrodes": it fills the electrode, no body of its own is made
INTO_ELECTRODE = re.compile(
    r"(?:\s{1,3}[\w-]+){0,3}?\s{1,3}(?:infiltrated|impregnated|infused|penetrated|filled)\s{1,3}(?:in|into|within)\s{1,3}(?:(?!the\s{1,3}\w+lyte)[\w-]+\s{1,3}){0,4}?"
    r"(?:electrodes?|cathodes?|anodes?)\b"
)
# "M | was milled with LiCoO2 to prepare the composite cathode"
FOR_ELECTRODE = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,160}?\bwith\s(?:[^.;]|\.(?=\d)){0,80}?\bto\s{1,3}(?:form|give|obtain|make|produce|prepare|fabricate)\s{1,3}"
    r"(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,3}?(?:cathodes?|anodes?|electrodes?|catholytes?)\b"
)
# "M | was cast on lithium to form an interfacial layer"
FOR_INTERLAYER = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,160}?\bto\s{1,3}(?:form|give|obtain|make|produce|serve\s{1,3}as|act\s{1,3}as)\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,3}?"
    r"(?:interlayers?|interphases?|(?:interfac\w+|protecti\w+|buffer|passivation)\s{1,3}(?:layers?|films?))\b"
)
