"""Patterns of experimental sections: sentences that go on with a procedure without naming what is made."""

from __future__ import annotations

import re

from extractors.synthesis.masking import MATERIAL, METHOD

# a heading run in before a colon: "Synthesis of M: | Li2S and P2S5 were ..."
RUN_IN_HEADING = re.compile(
    r"(?:[\d.]+\s{1,3})?(?:[A-Z][a-z]+\s{1,3})?(?:[Ss]ynthesis|[Pp]reparation|[Ff]abrication|[Pp]roduction|[Gg]rowth|[Dd]eposition)"
    r"\s{1,3}of\s(?:[^.;:]|\.(?=\d)){2,90}:\s{1,3}(?=[A-Z\d(])"
)
# a heading run in at the head of a paragraph: "Synthesis. | All handling was ..."
HEADED = re.compile(
    r"(?:[\d.]+\s{1,3})?(?:(?:Sample|Material|Powder|Electrolyte)s?\s{1,3})?(?:[Ss]ynthes[ie]s|[Pp]reparation|[Ff]abrication|Experimental)"
    r"(?:\s{1,3}[Pp]rocedures?)?[.:]\s{1,3}(?=[A-Z])"
)
# the conditions that were found to be best, in a sentence that may also tell what they led to
OPTIMIZED = re.compile(r"\b(?:optimi[sz]\w+|optimum|optimal|adjust(?:ed|ing)|varying|varied)\b", re.I)
# the sentence tells how something was looked at or put into a cell, not how it was made
_LOOKED_AT = (
    "impedance|XRD|SEM|TEM|NMR|EIS|DSC|DTA|TGA|Raman|cycled|cycling|electrodes?|cathodes?|anodes?|tests?|tested|foils?|"
    "shows?|showed|observed|detected|found"
)
OFF_TOPIC = re.compile(
    rf"\b(?:{_LOOKED_AT}|(?:measur|characteri[sz]|spectr|microscop|assembl|conductivit|calculat|simulat|reveal|indicat)\w+|"
    r"(?:diffract|exhibit)\w*|cyclic\s{1,3}voltammetry|cells?\s{1,3}(?:was|were)|full\s{1,3}cells?|S\s?cm\^-1)\b"
)
# nothing was made: a computer's run, the imprint of an article
NOT_DONE_IN_LAB = re.compile(
    r"\b(?:AIMD|ab initio|molecular dynamics|simulat(?:ed|ions?)|first-principles|Monte Carlo|supercells?|NVT|NPT|Academic Editor|Publisher.s Note)\b"
    r"|\bCitation:|\bdoi\.org\b"
)
# a supplier, a purity, weighed amounts: the paragraph tells a procedure of its own
REAGENTS = re.compile(
    r"\b(?:Aldrich|Alfa\s?Aesar|Aladdin|Macklin|Merck|Sinopharm|Kojundo|Wako|stoichiometric\s{1,3}(?:amounts?|ratios?|mixtures?|quantit))"
    r"|\b(?:weighed|purchased)\b|(?<!density )(?<!densities )\(\s?[>≥]?\s?9[5-9](?:\.\d+)?\s?%"
)
# an operation named as a noun in front of its conditions: "the milling was performed for ...", "a milling time of ..."
RESTATED_AGAIN = re.compile(
    r"\b(?:second|again|further|additional|subsequent|subsequently|another|post|final|then|after|followed\s{1,3}by|re)[\s-]+(?:\w+\s{1,3}){0,2}$",
    re.I,
)
# behind a word of making that may also mean "reported": it was made from starting materials
FROM_SOURCES = re.compile(
    r"\b(?:from|using|(?:by|through|via)\s{1,3}(?:\w+ing|(?:the\s{1,3})?(?:reaction|combination)\s{1,3}of))\s{1,3}(?:[\w-]+\s{1,3}){0,4}?(?:of\s{1,3})?(?:the\s{1,3})?"
    + MATERIAL
)
_YIELD = (
    r"\b(?:yield(?:s|ed)?|gives?|gave|produc(?:es|ed)|afford(?:s|ed)|deliver(?:s|ed)|densif(?:ies|ied)|precipitates|crystalli[sz]es|forms|leads?\s{1,3}to|led\s{1,3}to|result(?:s|ed)\s{1,3}in)\s{1,3}"
    rf"(?:an?\s{{1,3}}|the\s{{1,3}})?(?:(?!conductivit|(?:in|into|on|to|for)\b)[\w-]+,?\s{{1,3}}){{0,6}}?({MATERIAL})"
)
# behind a method's or operation's word, no verb between: "| of M and M at 500 °C gave M"
METHOD_YIELDS = re.compile(
    r"(?:\s{1,3}\w+)?(?:\s{1,3}(?:was|has\s{1,3}been)\s{1,3}(?:introduced|developed|proposed|presented|reported|established)\s{1,3}(?:which|that))?"
    r"(?:(?!\b(?:is|are|was|were|has|have|can|could|may|(?<!followed )by|show\w*|exhibit\w*)\b)[^;]){0,90}?" + _YIELD
)
# behind a method: what it did to a property of the thing told before, "| at 300 °C raised it to ..."
BETTERS_IT = re.compile(
    r"(?:[^,;.:]|\.(?=\d)){0,60}?\s(?:further\s{1,3})?(?:rais|increas|improv|enhanc|boost|lower|reduc|decreas)(?:es|s|ed)\s{1,3}(?:it|this)\b"
    r"|(?:[^,;.:]|\.(?=\d)){0,60}?\s(?:is|was)\s{1,3}(?:an?\s{1,3}(?:[\w-]+\s{1,3})?alternative|also\s{1,3}possible)\b"
)
# starting materials that become something: "The reaction between M and M gave M"
SOURCES_YIELD = re.compile(_YIELD)
# "the conductivities of M obtained", "M as synthesized": a value was obtained, a sample is told from others
NOT_MADE = re.compile(
    r"\bas[\s-]+[a-z]+$|\b(?:conductivit\w+|energ(?:y|ies)|values?|data|results?|spectr(?:um|a)|patterns?|plots?|images?)\s{1,3}(?:of|for)\s{1,3}[^,.;]{0,80}?\bobtained$"
)
# in front of what comes out of a procedure: "Synthesis of | M", "the resulting | M", "in the molar ratio of | M", "to form | M"
_MAKING_OF = r"\b(?:[Ss]ynthes[ie]s|[Pp]reparation|[Ff]abrication|[Gg]rowth|[Dd]eposition|[Bb]atch)\s{1,3}of"
_MADE_THING = r"\b(?:obtained|resulting|resultant|final|synthesi[sz]ed|prepared|as-\w+)"
_OF_COMPOSITION = r"\b(?:ratios?|compositions?|stoichiometr\w+|formula)\s{1,3}(?:of|for)|\bcompositions?"
_TO_MAKE = (
    r"\b(?:to|and)\s{1,3}(?:finally\s{1,3})?(?:obtain|form|yield|give|get|produce|prepare|synthesi[sz]e|afford|make)|"
    r"\b(?:yielding|giving|affording|obtaining|forming)"
)
_NO_PRODUCT = "of|from|with|by|via|through|using|in|at|was|were|on"
PRODUCT_BEFORE = re.compile(
    rf"(?:{_MAKING_OF}|{_MADE_THING}|{_OF_COMPOSITION}|{_TO_MAKE})\s{{1,3}}(?:the\s{{1,3}}|an?\s{{1,3}})?"
    rf"(?:(?!(?:{_NO_PRODUCT})\b)[\w-]+\s{{1,3}}){{0,3}}$"
)
PRODUCT_BEHIND = re.compile(
    r"(?:\s{0,3}\([^()]{0,60}\))?(?:\s{1,3}[\w-]+){0,2}?\s{1,3}(?:was|were)\s{1,3}(?:\w+ly\s{1,3}|then\s{1,3}|first\s{1,3}|finally\s{1,3})?"
    r"(?:prepared|synthesi[sz]ed|obtained|fabricated|produced|made|formed|grown|deposited)\b"
)
# what starting materials are for: "... were used as starting materials for | M"
SOURCES_FOR = re.compile(
    r"\b(?:precursors?|(?:starting|raw|source)\s{1,3}(?:materials?|reagents?|compounds?)|reagents?)\s{1,3}"
    rf"(?:for|of|to\s{{1,3}}\w+)\s{{1,3}}(?:the\s{{1,3}})?(?:(?:synthesis|preparation)\s{{1,3}}of\s{{1,3}})?(?:[\w-]+\s{{1,3}}){{0,2}}?({MATERIAL})"
)
# in front of the target of a list that goes on with its starting materials: "To obtain | M, Li2S and P2S5 were milled"
FOR_MAKING = re.compile(
    r"(?:^For\b|\b[Tt]o\s{1,3}(?:obtain|prepare|synthesi[sz]e|make|produce|form|get)|"
    r"\b(?:[Ss]ynthesis|[Pp]reparation|[Ff]abrication|[Pp]roduction|batch)\s{1,3}of)\s{1,3}(?:the\s{1,3})?(?:[\w-]+\s{1,3}){0,2}$"
)
# the number that says where a section belongs: "4.2.1 Materials", "Chapter 4. ..."
SECTION_NUMBER = re.compile(r"(?:Chapter\s{1,3})?(\d+(?:\.\d+)*)(?=\D|$)")
# a name that only tells the form of what was told before: "the glass-ceramics", "the glass pellets"
FORM_ONLY = re.compile(
    r"(?:the\s{1,3}|prepared\s{1,3}|obtained\s{1,3}|resulting\s{1,3})*(?:sul(?:f|ph)ide\s{1,3})?(?:mother\s{1,3})?(?:glass(?:es)?|glass[\s-]ceramics?|ceramics?)(?:\s{1,3}(?:solid\s{1,3})?electrolytes?)?",
    re.I,
)
# made at a temperature with no operation named: "prepared from A and B | at 600 °C for 24 h"
MADE_AT = re.compile(
    r"\b(?:(?:prepared|synthesi[sz]ed|obtained|made|formed|grown|produced)\s{1,3}from|reactions?\s{1,3}(?:of|between)|"
    r"(?:synthesi[sz]ed|prepared)(?=\s{1,3}(?:at|in)\s)|(?:by|through|via)\s{1,3}reacting)\b"
    r"[^.;]{0,120}?(?<!ratio )"
    r"\b(at)\s{1,3}(?=\d{3,4}\s{0,3}(?:°C|K)\b)"
)
# an operation told as a verb, so done once more; a noun can repeat one told before
DONE = re.compile(r"(?:ed|ground|cast|frozen|spun|held|kept)(?:\s{1,3}(?:onto|on|into|in|at))?$", re.I)
# behind and in front of what is put into something else
PUT_IN = re.compile(
    r"\)?(?:\s{0,3}\([^()]{0,60}\))?(?:\s{1,3}(?:nano)?(?:powders?|salts?|particles?|fillers?|fib(?:er|re)s?|wires?|sheets?))?(?:\s{0,3}\([^()]{0,60}\))?"
    r"\s{1,3}(?:was|were)\s{1,3}(?:[\w-]+\s{1,3}){0,2}?(?:dissolved|dispersed|added|suspended)\b"
)
PUTTING_IN = re.compile(r"\b(?:dissolving|dispersing|adding|suspending)\s{1,3}(?:[\w-]+\s{1,3}){0,3}?$")
# an operation that makes one thing of several, which are what it starts from
JOINING = re.compile(r"dissol\w+|\b(?:mix|combin|blend)(?:ed|ing)\b", re.I)
# what a solution sets to before it is fired, not what a membrane swells to
GEL = re.compile(r"\b(?:xero)?gels?\b(?!\s{1,3}(?:polymer|electrolyte|membrane))")
# what was heated had become a liquid: "the melt was poured onto steel"
MELT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|resulting|homogeneous|molten)\s{1,3}(?:[\w-]+\s{1,3})?(?:melts?|liquid|mixture|glass)\s{1,3}(?:was|were)\s{1,3}"
    r"(?:(?:then|\w+ly)\s{1,3})?(?:quenched|poured)\b"
)
# a way of making named by how many steps it has: "by a two-step process"
NAMED_BY_STEPS = re.compile(
    r"\b(?:one|two|three|single|multi)[\s-](?:step|pot|stage)\s{1,3}(?:[\w-]+\s{1,3})?(?:process|procedure|method|route|approach|synthesis)\b"
)
# milled "for 60 cycles", each of "10 min milling and 5 min rest"
CYCLES = re.compile(r"\b(\d{1,3})\s{1,3}(?:milling\s{1,3})?cycles\b")
CYCLE_PART = re.compile(
    r"\b(\d{1,3})[\s-]{1,3}min(?:utes?)?\s{1,3}(?:of\s{1,3})?(?:(?:ball[\s-]?)?milling|grinding|run(?:ning)?|on)\b"
)
# the method named before is told again with its conditions: "The | R process | was carried out at ..."
PERFORMED = re.compile(
    rf"({METHOD})\)?(?:\s{{1,3}}(?:process|step|procedure|method|treatment|synthesis))?\s{{1,3}}(?:was|were|is)\s{{1,3}}(?:\w+ly\s{{1,3}}|then\s{{1,3}})?"
    r"(?:carried\s{1,3}out|performed|conducted|done|executed|accomplished|run|continued)\b"
)
# another way with some of the samples: "Some pellets were ... instead", "Alternatively, the powder was ..."
OTHER_WAY = re.compile(
    r"^(?:Alternatively|Instead|For\s{1,3}comparison|As\s{1,3}a\s{1,3}reference|In\s{1,3}another\s{1,3}\w+|(?:Some|Other|Another|A\s{1,3}second)\s{1,3}(?:[\w-]+\s{1,3}){0,3}?(?:pellets?|samples?|powders?|batch|part|films?|specimens?)\b)"
    r"|\binstead[.;,]?$"
)
# in front of the common form of a thing, made to compare with
REFERENCE_SAMPLE = re.compile(
    r"\b(?:[Tt]raditional|[Cc]onventional|[Rr]eference|[Cc]ontrol)\s{1,3}(?:sample\s{1,3}of\s{1,3})?$"
)
# in front of a sample for which the procedure under way was changed
IN_CASE_OF = re.compile(r"^(?:For|In\s{1,3}the\s{1,3}case\s{1,3}of)\s{1,3}(?:the\s{1,3})?")
# in front of an operation: what was done to the thing that the sentence tells of, "M conducts well when | sintered"
WHEN_DONE = re.compile(
    r"\b(?:when|once|after)\s{1,3}(?:(?:it|they)\s{1,3}(?:was|were|is|are)\s{1,3}|being\s{1,3})?(?:\w+ly\s{1,3})?$"
)
# values in the order of the things they belong to
RESPECTIVELY = re.compile(r"\brespectively\b")
# put down by the deposition named before: "When depositing M, ...", "M layers were deposited at ..."
DEPOSITED = re.compile(r"\bdeposit(?:ed|ing|ions?)\b")
# a sample of the paper's own told by its treatment: "the pellets | sintered at 1100 °C", "When | sintered at 1100 °C"
SAMPLE_BEFORE = re.compile(
    r"\b(?:(?:samples?|specimens?|pellets?|ceramics?|sheets?|tapes?|dis[ck]s?|films?|membranes?|glass(?:es)?|electrolytes?|powders?|ones?)"
    r"(?:\s{1,3}(?:that|which))?(?:\s{1,3}(?:was|were|is|are))?|[Ww]hen|[Aa]fter(?:\s{1,3}being)?)\s{1,3}(?:\w+ly\s{1,3})?$"
)
TREATED = re.compile(r"\b(?:(?:re|co)-?)?(?:sintered|annealed|calcined|heat-?\s?treated|fired|crystalli[sz]ed)\b")
# times of a milling that are compared: "conductivity of M electrolytes vs. milling time", "M for different milling times"
_SET_AGAINST = r"vs\.?|versus|for|against|at|after|with|as\s{1,3}a\s{1,3}function\s{1,3}of|depending\s{1,3}on"
MILLED_FOR = re.compile(
    rf"({MATERIAL})\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,2}}?(?:{_SET_AGAINST})\s{{1,3}}(?:(?:the|an?|different|various|several)\s{{1,3}})?"
    r"(?:optimi[sz](?:ation|ing|ed)\s{1,3}(?:of\s{1,3})?(?:the\s{1,3})?)?(milling)\s{1,3}(?:times?|durations?)\b"
)
