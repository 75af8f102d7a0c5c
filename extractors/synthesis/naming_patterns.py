"""Words by which a sentence names what an earlier one only called "a glass", "the electrolyte"."""

from __future__ import annotations

import re

# what is said of a sample once it is made
PROPERTY = re.compile(
    r"\b(?:conductivit\w+|activation\s+energ\w+|show\w*|exhibit\w*|deliver\w*|display\w*|possess\w*|achiev\w+|reach\w*|"
    r"results?\s+in|resulted\s+in|attain\w*|obtained|prepared|resulting|had|has)\b"
)
# behind these words stands something it is compared with
COMPARED = re.compile(
    r"\b(?:than|compared|in\s+comparison|relative\s+to|unlike|whereas|while|versus|similar\s+to|in\s+contrast|comparable)\b"
)
# things of several parts, named by joining these
OF_PARTS = re.compile(r"\b(?:composites?|polymers?|hybrids?|gel|blends?|CSEs?|CPEs?|SPEs?|core[\s-]shell)\b", re.I)
# in front of a name: the sample it started from or is compared with
REFERENCE_BEFORE = re.compile(r"\b(?:pristine|bare|unmodified|uncoated|undoped|conventional|commercial)\s+$")
JOINT = re.compile(r"[-/@+]")
# in front of a name: its conductivity is told, or it is what came out
OWNER_BEFORE = re.compile(
    r"\b(?:(?:conductivit\w+|energy|energies)\s+(?:of|for)|result(?:s|ed)\s+in|yield(?:s|ed)|gave)\s+"
    r"(?:an?\s+|the\s+|this\s+)?(?:[\w-]+\s+){0,2}$"
)
# behind a name: it is the thing a sheet or pellet is made of
BODY_BEHIND = re.compile(
    r"\s+(?:(?:solid|glass|ceramic|sulfide|oxide|halide)\s+)?(?:electrolytes?|powders?|particles)\b"
)
# "By combining | R and R, the pores were closed": a method applied to what the sentence is about
METHOD_APPLIED = re.compile(
    r"(?:^|,\s)(?:[Bb]y|[Tt]hrough|[Vv]ia)\s+(?:combining|using|applying|employing|adopting|the\s+use\s+of|means\s+of)\s+"
    r"(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}$"
)
# "They used | R": somebody applied a method to what the sentence before was about
AUTHORS_USED = re.compile(
    r"(?:^|[,;]\s)(?:(?:[Tt]hey|[Ww]e)|[Tt]he\s+(?:authors?|groups?|teams?|researchers))\s+(?:then\s+|also\s+|further\s+)?"
    r"(?:used|employed|applied|adopted|utili[sz]ed|chose)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}$"
)
