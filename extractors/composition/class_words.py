"""Vocabulary of classes of materials and of forms of samples."""

from __future__ import annotations

import re

_STRUCTURES = (
    "NASICON|LISICON|thio-?LISICON|LGPS|argyrodite|garnet|perovskite|anti-?perovskite|spinel|olivine|UCl3|LPS|LLZO|LATP"
)
_ANIONS = (
    "oxide|oxidic|sulfide|sulphide|halide|chloride|bromide|iodide|fluoride|hydride|borohydride|hydroborate|closo-borate|"
    "phosphate|thiophosphate|nitride|oxyhalide|oxychloride|oxysulfide|argyrodites?|garnet|perovskite|anti-?perovskite|"
    "NASICON|LISICON|thio-?LISICON"
)
_CATIONS = "Li|Na|K|Mg|lithium|sodium"

_STATES = (
    r"inorganic|organic|solid|solid[-\s]state|quasi[-\s]solid(?:[-\s]state)?|all[-\s]solid[-\s]state|liquid|ceramic|"
    r"polymer(?:ic)?|composite|hybrid|gel|crystalline|amorphous|glassy|glass[-\s]ceramic|glass"
)
_MANNERS = (
    r"superionic|ionic|ion|fast|lithium|sodium|Li\+?|Na\+?|commercial|conventional|traditional|plasticized|single|"
    "free-standing|ternary|quaternary|binary|mixed|layered|aliovalent|high-entropy|flexible|dry"
)

MODIFIERS = (
    rf"(?:{_STRUCTURES})[-\s](?:type|like|structured|based)",
    rf"(?:{_CATIONS}|sulfide|sulphide|oxide|halide|polymer|PEO|phosphate|hydroborate|chloride|oxychloride)[-\s]based",
    rf"(?:{_CATIONS}|single|fast|dual|mixed)[-\s]ion(?:[-\s]conduct(?:ing|ive))?",
    rf"(?:{_STATES}|{_ANIONS}|{_MANNERS})",
)
"""Words that narrow a class down, before its head."""

SHORT_HEADS = r"(?:ISE|SSE|SIC|SE|SPE|PSE|CPE|GPE|CSE|SCE|HPE|PCE|PCSE|CSPE|CSSE|QSSE|SSCE|HSE)s?"
"""Short names of classes of electrolytes, always in capitals."""

SHORT_KINDS = r"(?:CS?PE|CSE|SPE|GPE|Q?SPE|QS?SE|HSE|HPE|SCE|PCS?E|SIPE|SICPE)"
"""Those of polymers and composites, which papers also give to one sample."""

HEADS = (
    r"electrolytes?(?:\s(?:materials?|systems?|membranes?))?",
    r"(?:superionic\s|ion(?:ic)?\s|fast\s)?conductors?",
)
"""What a class of electrolytes is called."""

_GENERAL = r"materials?|compounds?|oxides?|structures?|phases?|ceramics?"

NOUNS = (
    r"(?:thio-?)?LISICONs?",
    rf"NASICONs?(?:[-\s](?:type|like|structured)(?:\s(?:{_GENERAL}))?)?",
    r"argyrodites?", r"garnets?", r"perovskites?", r"anti-?perovskites?",
    r"(?:lithium|sodium|Li|Na)[-\s]?(?:argyrodites?|garnets?|halides?|hydroborates?)",
    r"zirconias", r"cerias", r"spinels", r"(?:closo-?)?carborates", r"(?:thio|oxy)?halides",
    r"sul(?:f|ph)ides", r"thiophosphates", r"hydroborates", r"borohydrides", r"closo-?borates",
    r"glass[-\s]ceramics", r"oxyhalides", r"oxychlorides",
    rf"(?:(?:{_CATIONS}|silver)\s)?(?:(?:boro|alumino|germano|thio|oxy)?(?:borate|phosphate|silicate|germanate)|chalcogenide|tellurite)\sglasses",
    r"(?:(?<=[.;]\s)|(?<=\n)|^)oxides(?=\s(?:\(|show|exhibit|have|reach|conduct))|oxides(?=\s\([<>~≈]?\s?\d)",
    r"(?:(?<=cm\sof\s)|(?<=cm\^-1\sof\s)|(?<=cm\sof\sthe\s)|(?<=cm\^-1\sof\sthe\s))oxides",
    r"(?:sulfide|sulphide|oxide|halide|polymer)\s(?:materials?|glass(?:es)?|glass[-\s]ceramics?|ceramics?|systems?)",
    rf"(?:{_ANIONS})\sframeworks?",
    rf"(?:garnet|argyrodite|perovskite|LGPS|UCl3|LISICON)[-\s](?:type|like|structured)(?:\s(?:{_GENERAL}))?",
)  # fmt: skip
"""Class names that need no head."""

FAMILIES = (
    (r"thio-?LISICON", "thio-LISICON"),
    (r"LISICON", "LISICON"),
    (r"NASICON|LATP", "NASICON"),
    (r"LGPS", "LGPS-type"),
    (r"argyrodite", "argyrodite"),
    (r"garnet|LLZO", "garnet"),
    (r"anti-?perovskite", "anti-perovskite"),
    (r"perovskite", "perovskite"),
    (r"oxy(?:halide|chloride)", "oxyhalide"),
    (r"halide|chloride|bromide|iodide|UCl3", "halide"),
    (r"hydr(?:ide|oborate)|borohydr|closo", "hydroborate"),
    (r"glass[-\s]?ceramic", "glass-ceramic"),
    (r"composite|hybrid|CPE|CSE|SCE|HPE|PCE|PCSE|CSPE", "composite"),
    (r"polymer|SPE|PSE|GPE|PEO", "polymer"),
    (r"glass", "glass"),
    (r"sul(?:f|ph)ide|thiophosph|LPS", "sulfide"),
    (r"oxid", "oxide"),
    (r"liquid", "liquid"),
)
"""Words of a class or name → family; the first that fits holds."""

TYPE_SUFFIX = re.compile(
    rf"(?:\)|\s?\([A-Z][\w-]{{1,8}}\))?[-–](?:type|like|structured)(?![a-z])(?:\s(?:{'|'.join(MODIFIERS)}))*(?:\s(?:{'|'.join(HEADS)}|{SHORT_HEADS}|{_GENERAL}))?(?![A-Za-z\d]|\s\d)"
)
"""Behind a name, its short name between: the prototype of a class (``LGPS-type``, ``UCl3-type SSEs``)."""

_SHOWS = r"(?:shows|exhibits|delivers|displays|presents|reaches|attains|achieves|gives|yields|has|is|was|conducts)\b"

BASED_SUFFIX = re.compile(rf"[-–\s]based\s(?:[a-z-]+\s){{0,2}}(?:(?!{_SHOWS})[a-z]+[a-rt-z]s|SSEs|SEs|ISEs)\b")
"""Behind a name: it stands for the materials made with it (``Li3InCl6-based halides``)."""

FORMS = (
    (r"glass[-\s]?ceramics?", "glass-ceramic"),
    (r"single[-\s]crystals?", "single crystal"),
    (r"thin[-\s]films?", "thin film"),
    (r"glass(?:y|es)?", "glass"),
    (r"amorphous", "amorphous"),
    (r"(?:nano|meso|micro|macro)?-?porous", "porous"),
    (r"(?<!poorly )crystalline", "crystalline"),
    (r"composites?", "composite"),
    (r"films?", "thin film"),
)
"""Words beside a name → form of the sample."""
