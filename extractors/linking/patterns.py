"""Words that tell which material a value belongs to. Plain regular expressions over canonical clean text."""

from __future__ import annotations

import re

DESCRIPTOR = (
    r"(?:solid[- ]state |solid |superionic |ionic |thin |dense |single[- ]|poly)?"
    r"(?:glass[- ]ceramics?|glass(?:es)?|ceramics?|electrolytes?|conductors?|crystals?|pellets?|powders?|films?|samples?|"
    r"membranes?|compounds?|compositions?|phases?|materials?|systems?|composites?|polymers?|garnets?|argyrodites?|"
    r"halides?|sulfides?|oxides?|derivatives?|analogu?es?|SSEs?|SEs?|ISEs?|SPEs?|CSEs?|CPEs?|layers?)"
)
"""Nouns that may stand between a material's name and what is said of it."""

OWNER_BRACKET = re.compile(
    rf"^(?:\s*-?\s*{DESCRIPTOR}){{0,3}}\s*(?:\([^()]{{1,40}}\)\s*)?[\(\[][^()]{{0,60}}$"
    r"|^\s+(?:is|was)\s+(?:an?|the)\s+[^.;,()]{0,60}\s\((?:~|≈|>|about )?$"
)
"""Between a material and a value in the bracket right behind it: ``Li6PS5Cl (mol%, 2 mS cm^-1``."""

OWNER_DIRECT = re.compile(
    rf"^(?:\s*{DESCRIPTOR})?\s*(?:,|:|=|~|≈|–|—|\bat\b|\bof\b|\bwith\b|\bshowing\b|\bhaving\b|\breaching\b|\bmeasuring\b)\s*"
    r"(?:σ\s*=\s*|about |approximately |around |only |just |~|≈|of |an? |its |high |low |higher |lower |similar |comparable |value |"
    r"ionic |total |Li\^\+ |Li-ion |Na\^\+ |room-temperature |bulk |electronic |conductivity |activation |energy )*$"
)
"""Between a material and a value that follows as an apposition: ``than that of Li3YCl6, 0.5 mS cm^-1``."""

FOR_AFTER = re.compile(
    r"^\s*\((?:for |in |of )?(?:pristine |the |pure )?$"
    r"|^\s+by (?:controlling|adjusting|tuning|optimi[sz]ing|increasing|varying|changing)\s[^.;()]{0,60}\($|^(?:\s*\([^()]{0,60}\))?"
    r"(?:\s*,?\s*(?:at|@)\s+(?:a temperature of\s+)?(?:room temperature|ambient temperature|RT|-?\d+(?:\.\d+)?\s*(?:°C|K)))?"
    r"(?:\s*,?\s*(?:was|were|is|are|has been|have been|can be|could be)\s+(?:\w+ly\s+)?"
    r"(?:achieved|obtained|reported|measured|observed|found|determined|attained|demonstrated|recorded|reached|shown|"
    r"realized|realised|estimated|calculated|predicted|exhibited|displayed|delivered))?"
    r"\s*,?\s*(?:for|in|of|by|with|from)\s+(?:both\s+)?(?:the |a |an |their )?"
    r"(?:(?:combination|composition|case|sample) of (?:the )?)?(?:(?:sintered |cold-pressed |pressed |dense )?(?:body|pellet|sample|compact|specimen)(?:,| of)\s+(?:the )?)?"
    r"(?:(?!with\b|and\b|or\b|in\b|of\b|by\b|to\b|from\b|at\b|on\b|than\b|using\b)[A-Za-z][\w+^-]*\s+){0,3}$"
)
"""Between a value and the material it is given for: ``0.8 mS cm^-1 for 0.25Nb-LLZO``."""

CONDUCTIVITY_OF = re.compile(
    r"(?:conductivit(?:y|ies)|σ|activation energ(?:y|ies)|E_?a|barriers?|values?)(?:\s+values?)?\s+(?:of|for|in)\s+"
    r"(?:both\s+)?(?:the |a |an |this )?(?:\w+[- ]){0,3}$",
    re.IGNORECASE,
)
"""Before a material whose property is named: ``the ionic conductivity of cubic LLZO``."""

PROPERTY_BEHIND = re.compile(
    rf"^(?:[’']s)?(?:\s+{DESCRIPTOR})?\s+(?:(?:total|ionic|bulk|overall|electronic|electrical|Li\^?\+|Na\^?\+|Li-ion|Na-ion|lithium|sodium|"
    r"ion|room[- ]temperature|RT|measured|calculated|intrinsic|high|low)[- ]+)*(?:conductivit(?:y|ies)|activation energ)",
    re.IGNORECASE,
)
"""Behind a material that stands before its property: ``the LGPS conductivity value``."""

SHOWS = re.compile(
    rf"^\)?(?:\s*\([^()]{{0,60}}\))?(?:[- ]+{DESCRIPTOR}){{0,3}}(?:\s*\([^()]{{0,60}}\))?"
    r"(?:\s*,?\s*(?:using|by|via|through|from)\b[^,.;]{0,60}(?=,\s*(?:which|and)\b))?"
    r"(?:\s+of (?:an? )?(?:\w+ ){1,3}(?=(?:has|have) been))?(?:\s+(?:has|have) been (?:developed|prepared|reported|synthesi[sz]ed)(?= with\b))?"
    r"(?:\s*,)?(?:\s*,?\s*(?:which|that|both|all|each|also|still|thus|even|already|can|could|may|has|have|had|been|was|were|is|are|to|"
    r"generally|typically|usually|only|now|actually|currently|recently|often|\w+ly))*\s*"
    r"(?:show|exhibit|display|possess|conduct\b|has|have|had|deliver|demonstrat|present|reach|achiev|attain|offer|with\b|having|"
    r"provid|yield|record|gave|give|reveal|measur|feature|being|represent|obtain|retain|maintain|register)",
    re.IGNORECASE,
)
"""Behind a material that is the subject of a statement on its value."""

COMPARED = re.compile(
    r"(?:\bthan\b|compar(?:ed|able|ison|ing)\b[^,;]{0,12}\b(?:to|with)\b|surpass\w*|exceed\w*|superior to|inferior to|"
    r"\b(?:same|similar|identical)\b[^,;]{0,70}\bas\b|\bversus\b|\bvs\.?|instead of|relative to|as opposed to|\bunlike\b|outperform\w*|times (?:that|those) of|"
    r"in contrast (?:to|with)|twice|similar to|close to|like)"
    r"\s*(?:the\s+)?(?:\w+\s+){0,3}?(?:that of|those of|of)?\s*(?:the |its |our |previously |reported |earlier |pure |pristine |bare |undoped |original |"
    r"\w*spinel |garnet |argyrodite |(?:anti-?)?perovskite |NASICON |LISICON |conventional |parent |unmodified |crystalline |glassy |commercial )*$",
    re.IGNORECASE,
)
"""Before a material that is only compared with."""

AGENT = re.compile(
    r"(?:\bby\b|\bwith\b(?! the composition)|\busing\b|\bvia\b|\bfrom\b|\bintroduc\w+(?: of)?|\bincorporat\w+(?: of)?"
    r"|\bdop(?:ing|ed) (?:of|with|by)|\binto\b|\bonto\b|\bagainst\b|\btoward\w*"
    r"|\bstarting\b|\bmixture of\b|\bsubstitut\w+ (?:of|with|by|for)|\breplac\w+|\bbetween\b|\bpresence of\b|\bpowders? of\b"
    r"|\bfraction of\b|\bformation of\b|\bimpurit\w+|\bwithout\b|\bremov\w+(?: of)?|\bprecipitat\w+(?: of)?|\bsoluble in\b"
    r"|\bfiber|\bas an?(?: \w+){0,2} (?:additive|aid|filler|precursor|salt|solvent)(?! (?:to|in|for|into)\b))"
    r"\s+(?:(?!and\b)[\w.%]+[- ]){0,4}$",
    re.IGNORECASE,
)
"""Before a material that acts on another one: additive, dopant source, solvent, precursor."""

ADDITIVE = re.compile(
    r"(?:\badd(?:ed|ing|s)?\b|\b(?:addition|content|amount|fraction|presence|loading|excess) of\b|\bcontaining\b|\bfilled with\b"
    r"|\bfillers?\b(?! (?:to|into|in|for)\b)|\badditives?\b(?! (?:to|into|in|for)\b)|\bloaded with\b|(?:with|by|of|and) (?:only |about |~)?\d+(?:\.\d+)? ?(?:wt|mol|vol|at)\.? ?%"
    r"|\(\d+(?:\.\d+)? ?(?:(?:wt|mol|vol)\.? ?)?%)"
    r"\s*(?:of )?(?:[\w.%]+[- ]){0,4}$",
    re.IGNORECASE,
)
"""Before a material that is only a part of the sample: filler, additive, excess."""

MADE = re.compile(
    r"(?:prepar|synthesi[sz]|fabricat|obtain|develop|report|propos|produc|design|construct|introduc|discover|explor|"
    r"investigat|stud(?:y|ied)|made|achiev|creat|form(?:ed|ing)\b)\w*\s+(?:on\s+|of\s+)?(?:[\w-]+\s+){0,6}$",
    re.IGNORECASE,
)
"""Before a material that a work is about: ``Kim et al. prepared a glassy``."""

IS_MADE = re.compile(
    rf"^(?:[- ]+{DESCRIPTOR}){{0,3}}(?:\s*\([^()]{{0,60}}\))?\s*(?:,\s*)?(?:was|were|is|are|has been|have been|can be|could be)?"
    r"\s*(?:\w+ly\s+|also\s+|first\s+)?(?:prepar|synthesi[sz]|fabricat|obtain|develop|report|propos|produc|form)",
    re.IGNORECASE,
)
"""Behind a material that was made: ``Li3InCl6 was synthesised``."""

ANAPHOR = re.compile(
    r"\b(?:it|its|they|their|this|these|the (?:obtained|resulting|resultant|prepared|as-prepared|synthesi[sz]ed|optimi[sz]ed|"
    r"modified|final|sample|samples|composite|material|materials|electrolytes?|membrane|film|pellets?|compound|product|"
    r"glass(?:es)?|ceramics?|polymer|conductivity|ionic conductivity|total|Li-ion|Li\^\+|Na\^\+|highest|maximum|activation))\b",
    re.IGNORECASE,
)
"""Words that point back to a material of an earlier sentence."""

CLASS_ANAPHOR = re.compile(
    r"(?:\b(?:the|this|that|its|their|these|those|such an?)(?:\s+(?:\w+ly\s+)?(?:obtained|resulting|resultant|prepared|as-prepared|final|"
    r"synthesi[sz]ed|optimi[sz]ed|modified|designed|developed|novel|new|same|above|crosslinked|sulfide|oxide|halide|composite|"
    r"polymer|above-mentioned))*|\b(?:prepared|obtained|resulting|as-prepared))\s*$",
    re.IGNORECASE,
)
"""Before a class noun that points back to one definite material: ``the obtained glass-ceramic electrolyte``."""

CATEGORY = re.compile(
    r"\b(?:in|of|among|within|for|to|from|as|like|than|compared with|compared to) (?:the |an? |all |other |most |many |typical )*$",
    re.IGNORECASE,
)
"""Before a class noun that only says what kind of thing the subject is: ``in the closo-borates class``."""

WITH_AND_WITHOUT = re.compile(
    r"\bwith and without\s+(?:an? |the )?(?P<added>[^,;()]{1,40}?)"
    r"(?=\s+(?:is|are|was|were|reach|show|exhibit|measur|equal|had|has|of)\b|,)"
)
"""``X with and without the Y layer``: two samples of X, the first with Y."""

RESPECTIVELY = re.compile(r"\brespectively\b|\bin (?:that|this) order\b|\bin turn\b", re.IGNORECASE)

WHICH_BEHIND = re.compile(r"^\s*,\s*which\b")
"""Right behind a material that a relative clause tells of."""

WHICH_BETWEEN = re.compile(rf"^(?:\s*{DESCRIPTOR})?\s*,\s*which\b")
"""Between a material and a value of its relative clause: ``LLZO garnets, which conduct``."""

STRUCTURES = frozenset({"garnet", "NASICON", "argyrodite", "perovskite", "anti-perovskite", "hydroborate"})
"""Families that name a structure: a class noun of one means no material of another."""

COORDINATION = re.compile(
    rf"^(?:\s\d{{1,3}}(?:\s?[,–-]\s?\d{{1,3}})*)?(?:\s*{DESCRIPTOR})?\s*(?:\([^()]{{0,50}}\))?\s*(?:,|/|;|\band\b|\bor\b|&|, and|, or|as well as|and then|with and without|to)\s*"
    r"(?:also |the |a |an |for |of |in |both |doped |pure |pristine |with |without |x\s*=\s*)*(?:\([^()]{0,30}\)\s*)?$",
    re.IGNORECASE,
)
"""Between two members of a list."""

MIXED = re.compile(
    r"(?:mixtures?|composites?|combin\w+|ratio|blends?|mixing|consist\w*|compos\w+|between|interface|from|pairs?|solutions?|"
    r"heterostructures?)\s+(?:of|with|from|between)?\s*(?:the |a |an )?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a list of materials that form one sample."""


ADDED_BEHIND = re.compile(
    r"^(?:(?:\s+\w+){0,2}\s*(?:was|were|is|are|has been|being)\s+(?:\w+ly )?(?:added|introduced|incorporated|doped|inserted|mixed in)"
    r"|\s+(?:was |were |is |are )?(?:used )?as (?:an?|the) (?:[\w-]+ ){0,2}"
    r"(?:additive|filler|sintering aid|binder|dopant|plasticizer|adsorbent|template|solvent|flux|precursor|salt|source)"
    r"|\s+(?:sputter\w* )?(?:targets?|precursors?|sources?|substrates?|seeds?|additives?|fillers?|sintering aids?|crucibles?|balls?))\b",
    re.IGNORECASE,
)
"""Behind a material that is only a part of the sample: ``2 wt% of Li3OCl was added``."""

GENITIVE = re.compile(
    r"\b(?:(?:structure|surface|family|framework|lattice|matrix|phase|skeleton|peaks?|pattern|space group|sites?|layer|interface|"
    r"particles?|grains?|cost|stability|decomposition|amorphi[sz]ation|crystallization|replacement|end ?member|analog\w*|type) of|"
    r"(?:ions?|atoms?|cations?|anions?|antimony|phosphorus|sulfur|halogens?) in)\s+"
    r"(?:the |an? |its )?(?:\w+[- ]){0,2}$",
    re.IGNORECASE,
)
"""Before a material of which something else than the value is told: ``the structure of the Li7P3S11``."""

NEW_WORK = re.compile(
    r"^\W*(?:(?:Recently|Moreover|Furthermore|In addition|Additionally|Similarly|Later|Very recently|More recently|Also|Besides|"
    r"For (?:example|instance)|In \d{4}|In particular|Meanwhile|However|Notably|Subsequently),?\s+)?"
    r"(?:[A-Z][\w’'-]+(?:\s+and\s+[A-Z][\w’'-]+)?(?:\s+et al\.?|\s+and co-?workers|['’]s (?:group|team))|(?:Another|A recent|A new) (?:study|work))",
)
"""Opening of a sentence that turns to another work."""

VALUE_OF_X = re.compile(
    r"\b(?:when|where|at|for|with|\()\s*(?P<variable>[xyzδ])\s*(?:=|is|was|of)\s*(?P<number>\d++(?:\.\d++)?+)(?!\s*(?:,|–|-|to|and|≤|<))"
)
"""The x of the one sample a sentence tells of: ``when x = 0.2``."""

CLAUSE_BEHIND = re.compile(
    r";|\b(?:while|whereas|but|however|although|though)\b|\bin contrast\b|\bon the other hand\b", re.IGNORECASE
)
"""Between a value and a material of the next clause."""

CLAUSE_BREAK = re.compile(
    r";|\bwhile\b|\bwhereas\b|\bbut\b|\bhowever\b|\bin comparison\b|, and (?=the |that |those )|\bon the other hand\b|\balthough\b|\bthough\b"
    r"|\bin contrast\b|\bsurpassing\b|\bcompared (?:to|with)\b|\bthan\b(?!\s*(?:~|≈|about |approximately )?$)|, which\b",
    re.IGNORECASE,
)

DOPED_INTO = re.compile(
    r"(?P<amount>\d+(?:\.\d+)?\s?(?:at|mol|wt)\.?\s?%)\s+(?:of\s+)?(?P<element>[A-Z][a-z]?)(?:\^?\d?\+)?(?:\s+ions?)?\s+"
    r"(?:was|were|is|are)\s+(?:doped|incorporated|introduced|substituted)\s+(?:in|into)\s+(?:the\s+)?$"
)
"""Before the material that a dopant went into: ``1 at% of Ta^5+ ions were doped into the``."""

COATED_WITH = re.compile(
    r"^(?:\s+(?:pellets?|discs?|disks?|particles?|powders?|surface|electrolytes?|membranes?|films?))?\s+(?:was|were)\s+(?:\w+ly\s+|then\s+)?"
    r"coated\s+(?:with|by)\s+(?:an?\s+|the\s+)?(?:[\d.]+\s*[nμm]?[mLl]+\s+(?:of\s+)?)?(?:thin\s+|layer\s+of\s+|uniform\s+)*"
)
"""Behind a material that got a coat: ``pellet was coated with``."""

MADE_OF_BOTH = re.compile(
    r"\b(?:ball-)?(?:milled|mixed|blended|combined|pressed)\s+(?:together\s+)?(?:an?\s+|the\s+)?$", re.IGNORECASE
)
JOINED = re.compile(r"^(?:\s+(?:powders?|particles?|solutions?))?(?P<joint>\s+(?:and|with)\s+(?:an?\s+|the\s+)?)")

JOINED_TO = re.compile(r"^(?:\s+[\w-]+){0,2}\s+(?:to|for)\s+(?:prepar|fabricat|obtain|form|mak|produc|get|yield)\w*\b")
"""Behind the second part: what both were joined to."""

SAMPLE_BEHIND = re.compile(r"^\s+(?:pellets?|discs?|disks?|samples?|tablets?|sheets?)\b")
"""Behind a class name that means one definite sample: ``the NASICON pellet``."""

PLURAL_ANAPHOR = re.compile(
    r"^\W*(?:[A-Z]\w+ly,?\s+|Moreover,?\s+|Furthermore,?\s+|However,?\s+)?(?:These|Both|They|The two|The three|All of (?:them|these)|All these|Such)\b"
)
"""Opening of a sentence that speaks of all materials listed in the one before."""

NAMELY_BEHIND = re.compile(
    r"^\s*\)?(?:\s*(?:at|@)\s+[^,;()]{0,30})?\s*[,(]?\s*(?:e\.g\.,?|i\.e\.,?|such as|namely,?|for example,?|for instance,?|including)\s+$"
)
"""Between a value told of a kind of material and the materials it names: ``conductors (>10^-3 S cm^-1), e.g. A and B``."""

X_BEHIND = re.compile(
    r"^\s*\)?\s*,?\s*(?:for|at|when|with|in|\()\s*(?:the )?(?:sample (?:with )?|composition )?(?P<variable>[xyzδ])\s*=\s*(?P<number>\d+(?:\.\d+)?)"
)
"""Right behind a value: the x of its sample."""

FIRST_PHASE = re.compile(
    r"\b(?P<element>[A-Z][a-z]?)(?:\^?\d?\+)?[- ](?:phase|series|system|analog\w*|doped|substituted|containing|compound|samples?|member)"
)
"""Words that pick one of several series by its element: ``For the Ge phase``."""

CODE = r"(?P<code>(?=[\w-]*[A-Z][a-z]?[A-Z][a-z]?[A-Z])(?=[\w-]*\d)[A-Z][\w-]*\w)(?![\w(])"
"""A sample code: three capitals at least and a number."""

CODE_BEHIND = re.compile(rf"^\s*(?:at\s+[\d.]+\s*(?:°C|K)\s+)?(?:for|in|of)\s+(?:the\s+)?(?:sample\s+)?{CODE}")
CODE_BEFORE = re.compile(rf"{CODE}\s*\((?:σ\s*=\s*)?[~≈]?\s*$")

NAME_IN_BRACKET = re.compile(r"\s*\((?P<code>(?=(?:[^()\sA-Z]*[A-Z]){3})[A-Z][\w.@+-]*(?:/[A-Z]\w*)?)\)")
"""A short name of three capitals at least in the bracket behind a value: ``v1 (NVP/C) to v2 (NKVP/C)``."""

APPOSITION = re.compile(
    r"^(?:[^,.;]{0,15},|\)?\s+(?:is|was|became))\s*(?:an?|the|one of the)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE
)
"""Between a material and a class noun that only says what it is: ``Na3SbS4, a new electrolyte``, ``is the first``."""

NOUN_BEHIND = re.compile(r"^\s*(?:\([^()]{1,20}\)\s*)?\)?\s*$")
"""Between a material and the class noun right behind it: ``Li1.3Al0.3Ti1.7(PO4)3 (LATP) glass-ceramics``."""

IN_SYSTEM = re.compile(r"\bin (?:the |an? )?(?:binary |ternary |quasi-?binary )?$")
SYSTEM_BEHIND = re.compile(r"^\s+(?:binary |ternary |glass |quasi-?binary )?(?:systems?|family|series)\b")
"""Before and behind a system that another material was found in: ``found in the Li2S-P2S5 system``."""

SAMPLE_WITH_X = re.compile(
    r"\b(?P<named>[xyzδ])\s*[=≈~]\s*(?P<amount>\d++(?:\.\d++)?+)\s+(?:member|sample|composition|phase|compound|material|end member)\b"
    r"|\b(?:samples?|pellets?|compositions?|compounds?|members?|materials?|electrolytes?|glass|phases?|one)\s+(?:with|at|of|for)\s+"
    r"(?P<variable>[xyzδ])\s*=\s*(?P<number>\d++(?:\.\d++)?+)(?!\s*(?:,|–|-|to|and|≤|<))"
)
"""A member of a series named by its x alone: ``the sample with x = 0.45``."""

MADE_SO = re.compile(
    r"^\s+(?:substituted|doped|containing|prepared|obtained|synthesi[sz]ed|milled|annealed|(?:heat-)?treated|sintered|heated|fabricated|quenched|pressed|with \d)",
    re.IGNORECASE,
)
"""Behind a class noun that means the samples of this work: ``the glass-ceramics prepared by milling``."""

RECORD_OF_CLASS = re.compile(
    r"\b(?:reported|known|found|achieved|observed|highest|lowest|best|record|values?)\b[^,;]{0,40}\b(?:for|among|of|in|by)\s+(?:[\w^+-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Before a class noun whose best value is told: ``the highest value reported for sulfides``."""

SHARE_OF_PART = r"(?P<number>\d+(?:\.\d+)?)\s*(?:mol\.?\s*)?%\s*(?:of\s+)?"
"""A share in mol % before the part of a mixture."""

SIGMA_INDEX = re.compile(
    r"σ\s?_?\{?(?P<degrees>2[057]|30|60|80|100|29[38]|30[03])\}?(?:\s?°C)?\s*(?:of|=|is|was|value)"
)
"""A conductivity whose index is its temperature: ``σ25 of`` (°C below 200, K above)."""

OTHER_BRACKET = re.compile(r"^\s*\((?:for |in |of |the |pure |pristine |bare )*$")
"""Between a value and the material in the bracket right behind it, whose value it is: ``v1 (A) to v2``."""

THAN_WHICH = re.compile(
    r"^\)?\s*,\s*which (?:is|was|has|had|shows|showed|exhibits|exhibited)(?: only| just| about| an?)?\s*$"
)
"""Between what is compared with and its own value: ``higher than A, which is v``."""

SUBJECT_OF_VALUE = re.compile(
    r"^\)?\s+(?:\w+ly\s+)?(?:show|exhibit|display|possess|has\b|had\b|deliver|present|reach|achiev|attain|offer|yield)\w*\s+(?:an?\s+|the\s+)?"
    r"(?:[\w-]+\s+){0,4}conductivit(?:y|ies)\s+(?:of|as high as|up to|reaching)\s+(?:about |approximately |around |over |~|≈|>)?$",
    re.IGNORECASE,
)
"""Between the grammatical subject of a conductivity and its value: it conducts, whatever else it is used for."""

CELL_BEHIND = re.compile(
    r"^(?:[/|‖][^\s,;.]*)?\s+(?:symmetric(?:al)?\s+|full\s+|half\s+)?(?:cells?|batter(?:y|ies))\b", re.IGNORECASE
)
"""Behind a layer of a cell."""

COMPOSITE_OF = re.compile(
    r"\b(?:composites?|hybrids?|blends?)(?:\s+(?:solid|polymer|electrolytes?|membranes?|films?|SSEs?|CSEs?|CPEs?))*\s+"
    r"(?:(?:consisting|composed|comprised|made(?: up)?)\s+of|of|involving|comprising|containing|combining|from|based on)\s+"
    r"(?:the\s+|an?\s+|both\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before the parts of one sample: ``a composite electrolyte of A and B``."""

PART_GLUE = re.compile(
    rf"^(?:\s+{DESCRIPTOR})?\s*(?:,|,?\s+and|\s+with|,?\s+as well as)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
"""Between two parts of one sample."""

_SHARE_UNIT = r"(?:wt|mol|vol)\.?\s?%"
_ADDED_NAME = r"(?:of\s+)?(?:the\s+)?(?P<added>[A-Z][\w()\[\].-]*[\w)\]])"

SHORT_NAME_OPENS = re.compile(r"^\s*\(\s*$")
"""Between a part's name and its short name in brackets: ``poly(vinylidene fluoride) (PVDF)``."""

WITH_SHARE = re.compile(
    rf"^(?:\s+{DESCRIPTOR})?(?:\s*\([^()]{{1,20}}\))?\s+(?:with|containing)\s+(?:an?\s+addition\s+of\s+)?"
    rf"(?P<share>\d+(?:\.\d+)?)\s?(?P<unit>{_SHARE_UNIT})\s+{_ADDED_NAME}"
)
"""Behind a material what it holds: ``LATP with 2 wt% Li3BO3``."""

SHARES_ADDED = re.compile(
    rf"(?P<shares>(?:\d+(?:\.\d+)?(?:\s?{_SHARE_UNIT})?\s*(?:,|,?\s*and)\s*)*\d+(?:\.\d+)?\s?(?P<unit>{_SHARE_UNIT}))\s+{_ADDED_NAME}"
    r"\s*(?:\([^()]*\)\s*)?(?:was|were|is|are|has been|have been)\s+(?:\w+ly\s+)?(?:added|introduced|incorporated|mixed)\b"
)
"""Shares of what was added to a material: ``as 5 wt%, 10 wt% and 20 wt% LiTFSI was added``."""

RAISED = re.compile(r"\b(?:increas|improv|enhanc|rais|rise|rose|boost|promot|decreas|reduc|drop)\w*", re.IGNORECASE)
"""A change between two values, what was added being its cause."""

OPENING_PHRASE = re.compile(
    r"(?:^|[,.;]\s*)(?:In addition to|Besides|Apart from|Along with|Together with|Despite|Owing to|Due to|Because of|Thanks to|With|"
    r"Having|Possessing|Exhibiting|Showing|Given)\s[^.;:]*$"
)
"""A phrase that opens a clause with a property of its subject: ``In addition to a conductivity of v, the M showed``."""

SUBJECT_FOLLOWS = re.compile(r"^(?:[^.;,()]|\([^()]*\))*,\s*(?:the |this |their |its )?(?:[\w-]+ ){0,3}$")
"""Between the value of such a phrase and the subject behind it."""
