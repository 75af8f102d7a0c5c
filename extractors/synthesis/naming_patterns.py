"""Words by which a sentence names what an earlier one only called "a glass", "the electrolyte"."""

from __future__ import annotations

import re

from extractors.synthesis.masking import METHOD

# what is said of a sample once it is made
PROPERTY = re.compile(
    r"\b(?:conductivit\w+|activation\s{1,3}energ\w+|show\w*|exhibit\w*|deliver\w*|display\w*|possess\w*|achiev\w+|reach\w*|"
    r"results?\s{1,3}in|resulted\s{1,3}in|attain\w*|obtained|prepared|resulting|had|has)\b"
)
# behind these words stands something it is compared with
COMPARED = re.compile(
    r"\b(?:than|compared|in\s{1,3}comparison|relative\s{1,3}to|unlike|whereas|while|versus|similar\s{1,3}to|in\s{1,3}contrast|comparable)\b"
)
# "comparable with that of the material | prepared by R": another sample of what the sentence tells of
COMPARED_SAMPLE = re.compile(
    r"\b(?:that|those)\s{1,3}(?:of|for)\s{1,3}(?:the|an?)\s{1,3}(?:[\w-]+\s{1,3}){0,2}?"
    r"(?:materials?|samples?|compounds?|ceramics?|pellets?|powders?|phase|ones?)\s{1,3}$"
)
# things of several parts, named by joining these
OF_PARTS = re.compile(r"\b(?:composites?|polymers?|hybrids?|gel|blends?|CSEs?|CPEs?|SPEs?|core[\s-]shell)\b", re.I)
# behind a kind that the authors gave a name of its own: "a polymer-ceramic electrolyte | (PCE)"
CODED = re.compile(r"\s{0,3}\([A-Z][A-Za-z]*[A-Z]\)")
# in front of a name: the sample it started from or is compared with
REFERENCE_BEFORE = re.compile(r"\b(?:pristine|bare|unmodified|uncoated|undoped|conventional|commercial)\s{1,3}$")
# in front of a name: it came out of what was told before
AS_MADE_BEFORE = re.compile(
    r"\b(?:as[\s-]{1,2}(?:prepared|synthesi[sz]ed|obtained|made)|resulting|resultant|thus[\s-]obtained)\s{1,3}(?:[\w-]+\s{1,3})?$"
)
JOINT = re.compile(r"[-/@+]")
# in front of a name: its conductivity is told, or it is what came out
OWNER_BEFORE = re.compile(
    r"\b(?:(?:conductivit\w+|energy|energies)\s{1,3}(?:of|for)|result(?:s|ed)\s{1,3}in|yield(?:s|ed)|gave)\s{1,3}"
    r"(?:an?\s{1,3}|the\s{1,3}|this\s{1,3})?(?:[\w-]+\s{1,3}){0,2}$"
)
# behind a name: it is the thing a sheet or pellet is made of
BODY_BEHIND = re.compile(
    r"\s{1,3}(?:(?:solid|glass|ceramic|sulfide|oxide|halide)\s{1,3})?(?:electrolytes?|powders?|particles)\b"
)
# "By combining | R and R, the pores were closed": a method applied to what the sentence is about
METHOD_APPLIED = re.compile(
    r"(?:^|,\s)(?:[Bb]y|[Tt]hrough|[Vv]ia)\s{1,3}(?:combining|using|applying|employing|adopting|the\s{1,3}use\s{1,3}of|means\s{1,3}of)\s{1,3}"
    r"(?:the\s{1,3}|an?\s{1,3})?(?:[\w-]+\s{1,3}){0,2}$"
)
# "used | R to assemble a battery": not the thing told of before was made
FOR_DEVICE = re.compile(r"[^,.;]{0,60}?\b(?:batter(?:y|ies)|cells?|electrodes?|cathodes?|anodes?)\b")
# "For example, | M": a member of the family told before
EXAMPLE = re.compile(r"^(?:For\s{1,3}(?:example|instance)|As\s{1,3}an\s{1,3}example)\b")
# "The synthesis was carried out by | R": of what the sentence before was about
_MAKINGS = "synthesis|syntheses|preparation|fabrication|densification|deposition"
_DONE = r"(?:carried\s{1,3}out|performed|done|conducted|achieved|accomplished|reali[sz]ed)"
MAKING_DONE = re.compile(
    rf"^(?:The|Its|Their|Our)\s{{1,3}}(?:[\w-]+\s{{1,3}})?(?:{_MAKINGS})\s{{1,3}}(?:was|were|has\s{{1,3}}been)\s{{1,3}}(?:\w+ly\s{{1,3}})?{_DONE}"
    r"\s{1,3}(?:by|via|using|through|with|in)\s{1,3}(?:the\s{1,3}|an?\s{1,3})?(?:[\w-]+\s{1,3}){0,3}$"
)
# behind a method: what things made by it reach, "R methods | have attained a conductivity of ..."
METHOD_REACHES = re.compile(
    r"(?:\s{1,3}(?:methods?|techniques?|process(?:es)?|routes?))?\s{1,3}(?:has\s{1,3}|have\s{1,3})?(?:\w+ly\s{1,3})?"
    r"(?:attained|achieved|reached|gave|given|yielded|provided|resulted\s{1,3}in|led\s{1,3}to)\s{1,3}(?:an?\s{1,3}|the\s{1,3})?"
    r"(?:(?!conductivit)[\w-]+\s{1,3}){0,3}conductivit(?:y|ies)\b"
)
# behind a method that was used on what the sentence before was about: "R and R | were adopted to raise the density"
_BETTER = (
    "improve|increase|enhance|raise|densify|consolidate|sinter|prepare|obtain|fabricate|synthesi[sz]e|make|produce|achieve|"
    "reduce|lower"
)
_AND_MORE = rf"(?:(?:,?\s{{1,3}}and|,)\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,2}}{METHOD}){{0,4}}"
USED_TO = re.compile(
    rf"{_AND_MORE}(?:\s{{1,3}}(?:methods?|techniques?|process(?:es)?))?\s{{1,3}}(?:was|were|has\s{{1,3}}been|have\s{{1,3}}been)\s{{1,3}}"
    r"(?:\w+ly\s{1,3}|also\s{1,3}|then\s{1,3})?(?:used|adopted|employed|applied|utili[sz]ed|introduced)\s{1,3}to\s{1,3}(?:\w+ly\s{1,3})?"
    rf"(?:{_BETTER})\b"
)
# "They used | R", "Kim et al. used | R": somebody applied a method to what the sentence before was about
_AUTHORS = (
    r"(?:(?:[Tt]hey|[Ww]e)|[Tt]he\s{1,3}(?:authors?|groups?|teams?|researchers)|"
    r"(?:[A-Z][\w-]+\s{1,3}){1,3}(?:et\s{1,3}al\.?,?|and\s{1,3}(?:co-?workers|colleagues)))"
)
_TOOK = "use|employ|apply|adopt|report|develop|propose|describe|introduce|present|used|employed|applied|adopted|utili[sz]ed|chose|reported|developed|proposed|described|introduced|presented"
AUTHORS_USED = re.compile(
    rf"(?:^|[,;]\s){_AUTHORS}\s{{1,3}}(?:then\s{{1,3}}|also\s{{1,3}}|further\s{{1,3}})?(?:{_TOOK})\s{{1,3}}"
    r"(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,3}$"
)
