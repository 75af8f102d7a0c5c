"""Words that join a method to a material beside it where no verb of making stands.

Read over masked sentences: a material is one sign, a named method is one.
"""

from __future__ import annotations

import re

from extractors.synthesis.masking import MATERIAL

# "M powder by | R", "the M sample sintered at 600 °C by | R"
MATERIAL_BY = re.compile(
    rf"({MATERIAL})\)?(?:\s+(?!measured|determined|studied|investigated|examined|tested|characteri[sz]ed|confirmed)[\w-]+){{0,3}}?"
    r"(?:\s+(?:sintered|densified|consolidated|annealed|heated|treated|pressed|made|prepared)\s+at\s+[\d.–-]+\s?(?:°C|K)(?:\s+for\s+[\d.]+\s?(?:min|h)\w*)?)?"
    r"\s+(?:by|via|through|using|during|for|derived\s+from)\s+(?:[\w-]+\s+){0,4}$"
)
# "the conductivity of M can reach 7 mS cm^-1 after | R", "... is increased to ... through an | R"
PROPERTY_BY = re.compile(
    rf"\bof\s+({MATERIAL})\s+(?:can|could|may|was|is|has|reach\w*|increas\w*|ris\w*|rose)\b(?:(?!{MATERIAL})(?:[^.;:]|\.(?=\d))){{3,150}}?"
    r"\b(?:after|upon|by|through|via|using)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}$"
)
# "By combining | R with R, the conductivity of M was ...", "After | R, M reached ..."
HEAD_METHOD = re.compile(r"^(?:By|Via|Through|After|Upon|Using)\s[^,.;:]{0,80}$")
PROPERTY_BEHIND = re.compile(
    r"(?:[^,.;:]|\.(?=\d)){0,60},\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}?"
    rf"(?:conductivit(?:y|ies)\s+(?:of|for)\s+(?:the\s+)?({MATERIAL})|"
    rf"({MATERIAL})(?:\s+[\w-]+){{0,2}}?\s+(?:show\w*|exhibit\w*|deliver\w*|display\w*|reach\w*|attain\w*|achiev\w*|had|has)\b)"
)
# "Two routes were used for M: | R and R"
WAYS_OF = re.compile(
    rf"\b(?:routes|methods|ways|techniques|approaches)\b[^.;:]*({MATERIAL})[^.;:]{{0,40}}:\s+(?:[\w-]+\s+){{0,2}}$"
)
# "M showed a conductivity of 3 mS cm^-1 after | R": what a heat treatment did to a material
SHOWED_AFTER = re.compile(
    rf"({MATERIAL})(?:\s+[\w–-]+){{0,3}}?\s+(?:show\w*|exhibit\w*|deliver\w*|display\w*|reach\w*|attain\w*|achiev\w*|had)\b"
    rf"(?:(?!{MATERIAL})(?:[^.;:]|\.(?=\d))){{3,150}}?\b(?:after|upon)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}$"
)
# behind a method: its temperature or time
STATED = re.compile(
    r"(?:\s+(?:treatment|process))?\s*(?:\(|\b(?:at|for|in the range(?:\s+of)?)\s)\s*(?:about\s|ca\.?\s|~\s?)?\d"
)
# "The conductivity was further enhanced to 3 mS cm^-1 by a | R": of what was told before
ITS_PROPERTY_BY = re.compile(
    rf"(?:^|[,;]\s)(?:[Tt]he|[Ii]ts|[Tt]his)\s+(?:\w+\s+){{0,2}}?conductivit(?:y|ies)\s+(?:was|were|has\s+been)\s+(?:\w+\s+)?"
    r"(?:enhanced|increased|improved|raised|boosted|optimi[sz]ed)\b"
    rf"(?:(?!{MATERIAL}|\bof\s)(?:[^.;:,]|\.(?=\d))){{0,60}}?\b(?:by|through|via|using)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}$"
)
# "the effect of | R temperature on the density of | M"
EFFECT_OF = re.compile(r"\b(?:effects?|influences?|impacts?|roles?|dependence)\s+of\s+(?:the\s+)?$")
ON_MATERIAL = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?on\s+(?:[^.;:,]{3,90}?\s+)?(?:of|in)\s+(?:the\s+)?(?=(?:(?!was\b|were\b|is\b|are\b)[\w-]+\s+){0,2}?"
    rf"{MATERIAL})"
)
# "M doped with M by | R": the host is what was made
DOPED_HOST = re.compile(
    rf"({MATERIAL})(?:\s+[\w-]+){{0,2}}?\s+(?:co-?)?(?:doped|substituted)\s+(?:with|by)\s[^.;:]{{0,60}}$"
)
# a material before and behind a treatment: "M (before and after ball milling)"
MATERIAL_AFTER = re.compile(
    rf"({MATERIAL})(?:\s*\([^()]*\))?(?:\s+[\w-]+){{0,2}}?\s*\(?(?:before|after|before\s+and\s+after)\s+(?:the\s+)?$"
)
METHOD_OF = re.compile(
    r"(?:\s*\([^()]*\))?\s+(?:as\s+(?:an?\s+|the\s+)?(?:means|ways?|route|method)\s+(?:of|for)\s+(?:[\w-]+\s+){0,2}?)?"
    r"(?:process(?:ing|es)?\s+|synthes[ie]s\s+|method\s+|technique\s+|depositions?\s+|preparation\s+|fabrication\s+|growth\s+)?"
    r"(?:of|for)\s+"
    r"|(?:\s+(?:process|synthesis|method|technique|route|approach))?\s+to\s+(?=the\s|[\U000f0000-\U000f7fff])"
)
_USED = r"(?:applied|used|employed|adopted|utili[sz]ed|demonstrated|reported|established|chosen|selected|followed)"
# "R was applied to | M", "R in xylene was used by Kim for | M", "R offers another route to | M"
METHOD_APPLIED_TO = re.compile(
    rf"(?:\s+(?:route|method|process|technique|approach|synthesis))?(?:\s+in\s+[\w-]+)?\s+(?:was|were|is|are|has\s+been|have\s+been|can\s+be)\s+(?:\w+ly\s+|also\s+|first\s+)*{_USED}\s+"
    r"(?:by\s+[A-Z]\w+(?:\s+et\s+al\.?,?|\s+and\s+(?:co-?workers|colleagues))?\s+)?(?:to|for|on)\s+(?:the\s+)?"
    r"|\s+(?:offers?|provides?|is|are|represents?|opens?)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:routes?|ways?|approach(?:es)?|methods?|techniques?|means|tool|alternative)\s+(?:to|for|towards?|of)\s+(?:the\s+)?"
)
# behind a material: what it is made from was treated, not it
ITS_SOURCES = re.compile(r"\s+(?:precursors?|raw\s+materials?|starting\s+materials?|reagents?)\b")
METHOD_TO = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,3}}?to\s+(?!prepare|synth|make|produce|fabricate|obtain)\w+\s+(?:[\w-]+\s+){{0,12}}?(?:of|in)\s+"
    rf"(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,4}}?\(?({MATERIAL})"
)
# a method used as an adjective: "tape-cast M", "solution-processable M"
ADJECTIVE_METHOD = re.compile(r"(?:ed|cast|spun|able|ible|based|derived|assisted|mediated|grown)$")
ADJECTIVE_BEHIND = re.compile(
    r"[\s-]+(?:derived|processed|prepared|synthesi[sz]ed|grown|deposited|made|sintered|treated|densified)\b(?=\s)"
)
METHOD_MATERIAL = re.compile(rf"[\s,-]+(?:[\w-]+,?\s+){{0,3}}?({MATERIAL})")
