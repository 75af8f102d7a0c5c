"""Words that join a method to a material beside it where no verb of making stands.

Read over masked sentences: a material is one sign, a named method is one.
"""

from __future__ import annotations

import re

from extractors.synthesis.masking import MATERIAL

# "M powder by | R", "the M sample sintered at 600 °C by | R"
_LOOKED_AT = (
    "measured|determined|studied|investigated|examined|tested|characteri[sz]ed|confirmed|observed|detected|found"
)
_TREATED_AT = (
    r"(?:\s{1,3}(?:sintered|densified|consolidated|annealed|heated|treated|pressed|made|prepared)\s{1,3}at\s{1,3}[\d.–-]+\s?(?:°C|K)"
    r"(?:\s{1,3}for\s{1,3}[\d.]+\s?(?:min|h)\w*)?)?"
)
MATERIAL_BY = re.compile(
    rf"({MATERIAL})\)?(?:\s{{1,3}}(?!{_LOOKED_AT})[\w-]+){{0,3}}?{_TREATED_AT}"
    r"\s{1,3}(?:(?<!followed )by|via|through|using|during|for(?!\s{1,3}\d)|derived\s{1,3}from)\s{1,3}(?:[\w-]+\s{1,3}){0,4}$"
)
# behind the last of several materials: they are put together, "M and M | were mixed"
PUT_TOGETHER = re.compile(
    r"\)?(?:\s{0,3}\([^()]{0,60}\))?(?:\s{1,3}powders?)?\s{1,3}(?:was|were)\s{1,3}(?:[\w-]+\s{1,3}){0,2}?(?:mixed|combined|blended|reacted)\b"
)
# "M and M, which require | R": how they have to be made
REQUIRES = re.compile(r"(?:,?\s{1,3}(?:which|that))?\s{1,3}(?:requires?|needs?)\s{1,3}(?:[\w-]+\s{1,3}){0,3}$")
# "the conductivity of M can reach 7 mS cm^-1 after | R", "... is increased to ... through an | R"
_BODIES = "sheets?|samples?|glass|glasses|pellets?|ceramics?|films?|electrolytes?"
_ROSE = r"(?:can|could|may|was(?!\s{1,3}not\b)|is|has|reach\w*|increas\w*|ris\w*|rose)"
PROPERTY_BY = re.compile(
    rf"\bof\s{{1,3}}(?:the\s{{1,3}})?(?:[\w-]+\s{{1,3}}){{0,2}}?({MATERIAL})(?:\s{{0,3}}\([^()]{{1,20}}\))?"
    rf"(?:\s{{1,3}}(?:{_BODIES}))?\s{{1,3}}{_ROSE}\b(?:(?!{MATERIAL})(?:[^.;:]|\.(?=\d))){{3,150}}?"
    r"\b(?:after|upon|by|through|via|using)\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,2}$"
)
# "By combining | R with R, the conductivity of M was ...", "After | R, M reached ..."
HEAD_METHOD = re.compile(r"^(?:By|Via|Through|After|Upon|Using)\s[^,.;:]{0,80}$")
PROPERTY_BEHIND = re.compile(
    r"(?:[^,.;:]|\.(?=\d)){0,60},\s{1,3}(?:the\s{1,3}|an?\s{1,3})?(?:[\w-]+\s{1,3}){0,3}?"
    rf"(?:conductivit(?:y|ies)\s{{1,3}}(?:of|for)\s{{1,3}}(?:the\s{{1,3}})?({MATERIAL})|"
    rf"({MATERIAL})(?:\s{{1,3}}[\w-]+){{0,2}}?\s{{1,3}}(?:show\w*|exhibit\w*|deliver\w*|display\w*|reach\w*|attain\w*|achiev\w*|had|has)\b)"
)
# "M showed a conductivity of 3 mS cm^-1 after | R": what a heat treatment did to a material
SHOWED_AFTER = re.compile(
    rf"({MATERIAL})(?:\s{{1,3}}[\w–-]+){{0,3}}?\s{{1,3}}(?:show\w*|exhibit\w*|deliver\w*|display\w*|reach\w*|attain\w*|achiev\w*|had)\b"
    rf"(?:(?!{MATERIAL})(?:[^.;:]|\.(?=\d))){{3,150}}?\b(?:after|upon)\s{{1,3}}(?:an?\s{{1,3}}|the\s{{1,3}})?(?:[\w-]+\s{{1,3}}){{0,2}}$"
)
# behind a method: its temperature or time
STATED = re.compile(
    r"(?:\s{1,3}(?:treatment|process))?\s{0,3}(?:\(|\b(?:at|for|in the range(?:\s{1,3}of)?)\s)\s{0,3}(?:about\s|ca\.?\s|~\s?)?\d"
)
# "the effect of | R temperature on the density of | M"
EFFECT_OF = re.compile(r"\b(?:effects?|influences?|impacts?|roles?|dependence)\s{1,3}of\s{1,3}(?:the\s{1,3})?$")
ON_MATERIAL = re.compile(
    r"\s{1,3}(?:[\w-]+\s{1,3}){0,3}?on\s{1,3}(?:[^.;:,]{3,90}?\s{1,3})?(?:of|in)\s{1,3}(?:the\s{1,3})?(?=(?:(?!was\b|were\b|is\b|are\b)[\w-]+\s{1,3}){0,2}?"
    rf"{MATERIAL})"
)
# a material before and behind a treatment: "M (before and after ball milling)"
MATERIAL_AFTER = re.compile(
    rf"({MATERIAL})(?:\s{{0,3}}\([^()]*\))?(?:\s{{1,3}}[\w-]+){{0,2}}?\s{{0,3}}\(?(?:before|after|before\s{{1,3}}and\s{{1,3}}after)\s{{1,3}}(?:\d[\d.]*\s?(?:h|min)\w*\s{{1,3}}of\s{{1,3}})?$"
)
_AS_MEANS = r"(?:as\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:means|ways?|route|method)\s{1,3}(?:of|for)\s{1,3}(?:[\w-]+\s{1,3}){0,2}?)?"
_PROCESS = "process|processing|processes|synthesis|syntheses|method|technique|deposition|depositions|preparation|fabrication|growth"
METHOD_OF = re.compile(
    rf"(?:\s{{0,3}}\([^()]*\))?\s{{1,3}}{_AS_MEANS}(?:(?:{_PROCESS})\s{{1,3}})?(?:of|for)\s{{1,3}}"
    rf"|(?:(?:[\s-]based)?\s{{1,3}}(?:process|synthesis|method|technique|route|approach))?\s{{1,3}}to\s{{1,3}}(?=the\s|{MATERIAL})"
)
_USED = r"(?:applied|developed|extended|used|employed|adopted|utili[sz]ed|demonstrated|reported|established|chosen|selected|followed|presented|proposed|introduced|described|optimi[sz]ed)"
# "R was applied to | M", "R in xylene was used by Kim for | M", "R offers another route to | M"
_BE_USED = (
    rf"(?:was|were|is|are|has\s{{1,3}}been|have\s{{1,3}}been|can\s{{1,3}}be)\s{{1,3}}"
    rf"(?:(?:\w+ly|also|first|further|then|later)\s{{1,3}})*{_USED}\s{{1,3}}"
)
_BY_AUTHOR = r"(?:by\s{1,3}[A-Z]\w+(?:\s{1,3}et\s{1,3}al\.?,?|\s{1,3}and\s{1,3}(?:co-?workers|colleagues))?\s{1,3})?"
_A_WAY = "routes?|ways?|approach|approaches|methods?|techniques?|means|tool|alternative"
_APPLIED = (
    rf"(?:\s{{1,3}}(?:route|method|process|technique|approach|synthesis))?(?:\s{{1,3}}in\s{{1,3}}[\w-]+)?\s{{1,3}}{_BE_USED}{_BY_AUTHOR}"
    r"(?:to|for|on)\s{1,3}(?:the\s{1,3})?"
)
_ENABLES = r"(?:\s{0,3}\([^()]{0,40}\))?\s{1,3}(?:enable[sd]?|allow(?:s|ed)?|permit(?:s|ted)?)\s{1,3}(?:the\s{1,3})?"
_OFFERS = (
    r"\s{1,3}(?:offers?|provides?|is|are|represents?|opens?)\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,3}?"
    rf"(?:{_A_WAY})\s{{1,3}}(?:to|for|towards?|of)\s{{1,3}}(?:the\s{{1,3}})?"
)
METHOD_APPLIED_TO = re.compile(rf"{_APPLIED}|{_ENABLES}|{_OFFERS}")
# "For M, a | R | was used"
FOR_MATERIAL = re.compile(
    rf"^(?:For|In\s{{1,3}}the\s{{1,3}}case\s{{1,3}}of)\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,3}}?({MATERIAL})(?:\s{{0,3}}\([^()]{{0,40}}\))?(?:\s{{1,3}}\w+)?"
    r",\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,3}$"
)
WAS_USED = re.compile(
    rf"(?:\s{{1,3}}(?:route|method|process|technique|approach|synthesis))?\s{{1,3}}(?:was|is|has\s{{1,3}}been)\s{{1,3}}{_USED}\b"
)
# behind a material: what it is made from was treated, not it
ITS_SOURCES = re.compile(r"\s{1,3}(?:precursors?|raw\s{1,3}materials?|starting\s{1,3}materials?|reagents?)\b")
METHOD_TO = re.compile(
    rf"\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,3}}?to\s{{1,3}}(?!prepare|synth|make|produce|fabricate|obtain)\w+\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,12}}?(?:of|in)\s{{1,3}}"
    rf"(?:an?\s{{1,3}}|the\s{{1,3}})?(?:[\w-]+\s{{1,3}}){{0,4}}?\(?({MATERIAL})"
)
# a method used as an adjective: "tape-cast M", "solution-processable M"
ADJECTIVE_METHOD = re.compile(r"(?:ed|cast|spun|able|ible|based|derived|assisted|mediated|grown)$")
ADJECTIVE_BEHIND = re.compile(
    r"[\s-]+(?:derived|processed|prepared|synthesi[sz]ed|grown|deposited|made|sintered|treated|densified)\b(?=\s)"
)
METHOD_MATERIAL = re.compile(rf"[\s,-]{{1,4}}(?:[\w-]+,?\s{{1,3}}){{0,3}}?({MATERIAL})")
