"""Words around citations: of a work that is told of, compared with, or credited for a picture."""

from __future__ import annotations

import re

GOES_ON = re.compile(
    r"^(?:As a result|As a consequence|Consequently|Therefore|Thus|Hence|Accordingly|Moreover|Furthermore|In addition|"
    r"Additionally|Meanwhile|Also|Among them|Specifically|In particular|Finally|It|Its|This|These|They|Their|"
    r"The (?:obtained|resulting|resultant|prepared|as-prepared|authors?|optimi[sz]ed|highest|maximum|ionic|conductivity|"
    r"activation|total|sample|material|electrolyte|composite|Li|Na|glass|film|membrane|former|latter))\b"
)
"""Openings of a sentence that goes on telling of the work before (general English)."""

COMPARED_WORK = re.compile(
    r"\b(?:surpass\w*|exceed\w*|compar\w+|than|similar to|findings? (?:of|by)|consistent with|in line with|agree\w*|unlike|"
    r"contrast to|twice|times|as in|based on|following|inspired by|contrary to)\b(?:[^.;]|al\.){0,60}$",
    re.IGNORECASE,
)
"""Before a cited work that the statement is only compared with."""

PICTURE_CREDIT = re.compile(r"\b(?:permission|reproduced|reprinted|adapted|copyright)\b[^.]{0,40}$", re.IGNORECASE)
"""Before the source of a picture."""

REVIEW = re.compile(
    r"\b(?:[Tt]his|[Tt]he present|[Oo]ur|[Tt]he) (?:mini-?|short |comprehensive |critical )?(?:review|perspective|tour)\b|\breviews?\b"
    r"|\bRecent (?:progress|advances|developments)\b|\b[Pp]rogress (?:and|on|in|of)\b|\bPerspectives?\b|\b[Oo]verview\b"
)
"""Words of a title or abstract that announce a review."""

OWN_WORK = re.compile(
    r"\b(?:in (?:this|the present) (?:study|work|paper|communication|letter|article|contribution)|(?:this|the present) (?:study|work) "
    r"(?:investigat|report|present|show|demonstrat|describ)\w*|here(?:in)?,? we|we (?:also |further |therefore |have |recently )?"
    r"(?:report|show|demonstrate|find|found|prepared|synthesi[sz]ed?|measured?|investigated?|developed?|present|obtain(?:ed)?|"
    r"observed?|calculated?|performed?|examined?))\b",
    re.IGNORECASE,
)
"""Words of authors who tell what they did themselves."""

OWN_SECTION = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s*)?(?:experimental(?: section| procedures?| methods?| details)?|materials and methods|methods?|methodology|"
    r"results(?: and discussion)?)\b",
    re.IGNORECASE,
)
"""Headings that only a research paper has."""
