"""Words around citations: of a work that is told of, compared with, or credited for a picture."""

from __future__ import annotations

import re

GOES_ON = re.compile(
    r"^(?:As a (?:result|consequence)|Consequently|Therefore|Thus|Hence|Accordingly|Among (?:them|these)|It|Its|This|These|"
    r"They|Their|The (?:obtained|resulting|resultant|(?:as-)?prepared|as-synthesi[sz]ed|former|latter|authors?|same))\b"
)
"""Openings of a sentence that goes on telling of the work before (general English)."""

WORK_TOLD = re.compile(
    r"\bet\s?\.?\s?al\b|\b(?:co-?workers|colleagues|[Gg]roup|[Tt]eam|authors)\b"
    r"|\b(?:was|were|has been|have been|be(?:en)?)\s(?:\w+ly\s|also\s|then\s|first\s|further\s)?(?:prepar|synthesi[sz]|fabricat|develop|"
    r"design|produc|introduc|investigat|stud(?:y|ied)|made|milled|ball-milled|sintered|deposit|obtain|employ|applied|used|"
    r"optimi[sz]|examin|explor|found|propos|construct|dop|substitut|incorporat|add|coat|report)\w*"
    r"|(?<!can be )(?<!be )(?<!are )\b(?:prepared|synthesi[sz]ed|fabricated|produced|made) (?:by|via|using|through|from|with)\b",
)
"""A sentence that tells what somebody did: its citation is that of a work, not of a common statement."""

NEW_WORK = re.compile(
    r"^(?:(?:More )?[Rr]ecently|[Ll]ately|[Ii]n (?:another|a (?:different|separate|recent|later|subsequent)) (?:work|study|report|paper)|"
    r"[Oo]ther (?:groups|studies|works|authors))\b"
    r"|\b(?:we|our group|others|researchers|another (?:group|team|work|study))\s(?:\w+ly\s)?(?:report|show|demonstrat|develop|prepar|synthes)\w*",
    re.IGNORECASE,
)
"""A sentence that turns to another work than the one before."""

WORK_NAMED = re.compile(
    r"\bet\s?\.?\s?al\b|['’]s group\b|\b(?:co-?workers|colleagues)\b|^(?:In another (?:study|work)|Another (?:study|work|group|team))\b"
)
"""A sentence that names whose work it tells, with or without its number."""

TOLD_ON = re.compile(
    r"^(?:[A-Z]\w+ly, |In addition, |Moreover, |Furthermore, |Meanwhile, )?(?:[Ii]ts?|[Tt]h(?:is|ese|ey|eir)|[Tt]he (?:obtained|resulting|resultant|"
    r"(?:as-)?prepared|same|doping|substitution|addition|introduction|incorporation|material|compound|electrolyte|sample|glass|"
    r"crystalline|improvement|enhancement|increase|high|conductivity|phase))\b|^[^,.;]{0,40}\b(?:its|their)\b"
)
"""Opening of a sentence that goes on telling of the one before, whose citation may stand at its end."""

COMPARED_WORK = re.compile(
    r"\b(?:surpass\w*|exceed\w*|compar\w+|than|similar to|findings? (?:of|by)|consistent with|in line with|agree\w*|unlike|"
    r"contrast to|twice|times|as in|based on|following|inspired by|contrary to)\b(?:[^.;]|al\.){0,60}$",
    re.IGNORECASE,
)
"""Before a cited work that the statement is only compared with."""

COMPARISON = re.compile(
    r"\b(?<!show )(?<!shows )(?<!exhibit )(?<!have )(?:surpass\w*|exceed\w*|compar\w+|(?:higher|lower|larger|smaller|greater|better|less|more) than|similar|close to|match\w*|"
    r"agree\w*|consistent with|in line with|in contrast|unlike|outperform\w*|record|(?:highest|best) (?:\w+ ){0,3}(?:among|reported|known))\b",
    re.IGNORECASE,
)
"""Between a value and a citation: the citation is that of what the value is compared with.

Not ``A (v) and B (v) show similar values``: these are what something else is compared with."""

PICTURE_CREDIT = re.compile(r"\b(?:permission|reproduced|reprinted|adapted|copyright)\b[^.]{0,40}$", re.IGNORECASE)
"""Before the source of a picture."""

ANOTHER_NAME = re.compile(
    r"\s?(?:,|and|&|, and)\s(?:[A-Z][\w’'-]+\s?){1,3}(?:et al\.?,?|and (?:co-?workers|colleagues))\s?"
)
"""Between the citations of works that are named together: ``Kim et al. [4] and Lee et al. [5]``."""

VALUE_LIST_GAP = re.compile(
    r"(?:\s?\([^()]{1,30}\))?(?:\s?[,;]\s?(?:and\s|or\s)?|\s(?:and|or|to)\s)(?:[~≈<>=≤≥]\s?|about\s)?"
    r"|\)\s?(?:[,;]\s)?(?:and\s|or\s)?\S{1,40}\s\([~≈<>=≤≥]?\s?"
)
"""Between the values of one list, each with its condition in a bracket, or each in the bracket of its material."""

REPORTED = re.compile(r"\b(?<!we )(?:reported|literature)\b", re.IGNORECASE)
"""Before a value that others have published."""

NAME_ENDS = re.compile(
    r"[\s)\]]{0,2}|(?:\s?\(|, )(?:(?:denoted|named|abbreviated|labell?ed|called) (?:as )?)?[A-Z][\w@-]{1,20}\)\s?"
)
"""Between a material and the citation that stands behind its name, its abbreviation included."""

REVIEW_TITLE = re.compile(
    r"\breviews?\b|\bRecent (?:progress|advances|developments)\b|\b[Pp]rogress (?:and|on|in|of)\b|\bPerspectives?\b|\b[Oo]verview\b|"
    r"\b[Tt]our\b"
)
"""Words of a title that announce a review."""

REVIEW_ABSTRACT = re.compile(
    r"\b(?:[Tt]his|[Tt]he present|[Oo]ur|[Tt]he|[Ii]n a) (?:mini-?|short |comprehensive |critical )?(?:review|perspective|tour)\b|\breviews?\b"
    r"|\bRecent (?:progress|advances|developments)\b|\bPerspectives?\b|\b[Oo]verview\b"
)
"""Words of an abstract that announce a review."""

_DID = (
    r"(?:report(?!ed)|show|demonstrat|f(?:i|ou)nd\b|prepar|synthesi[sz]|measur|investigat|develop|present|obtain|observ|calculat|"
    r"perform|examin|propos|adopt|appl(?:y|ied)|carr(?:y|ied) out|form(?:ed)?\b|design|achiev|fabricat|simulat|stud(?:y|ied)|reveal|"
    r"identif|determin|us(?:e|ed)\b|extend|characteri[sz])\w*"
)
OWN_STUDY = re.compile(
    rf"\b(?:here(?:in)?|in (?:this|the present) (?:study|work|paper|communication|letter|article|contribution)),? we (?!present)"
    rf"(?:\w+ly )?{_DID}",
    re.IGNORECASE,
)
"""Authors who say what this very paper did."""

OWN_WORK = re.compile(
    rf"\b(?:in (?:this|the present) (?:study|work|paper|communication|letter|article|contribution)\b"
    rf"|we (?:also |further |therefore |have |recently |first )?{_DID})"
    r"|\b(?:this|the present) (?:study|work|article|paper) (?:investigat|report|present|show|demonstrat|describ)\w*"
    r"|\b(?:[Mm]easurements?|[Ss]pectroscopy|[Ee]xperiments|[Ss]imulations|[Cc]alculations|[Dd]iffraction)\s(?:was|were) (?:also )?"
    r"(?:performed|conducted|carried out|collected)"
    r"|\b(?:Supplementary|Supporting|Extended Data) (?:Fig|Tab|Note|Data|Inf|Movie|Vid)|\b(?:Figures?|Figs?\.?|Tables?) S\d",
    re.IGNORECASE,
)
"""Words of authors who tell what they did themselves, or point to the supplement of their own data."""

OWN_SECTION = re.compile(
    r"^\W{0,3}(?:\d+(?:\.\d+)*\.?\s*)?(?:experimental(?: section| procedures?| methods?| details)?|materials and methods|methods?|methodology|"
    r"results(?: and discussion)?)\b",
    re.IGNORECASE,
)
"""Headings that only a research paper has."""
