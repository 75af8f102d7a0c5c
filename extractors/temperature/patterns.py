"""Words for temperatures, and words that tell a measuring temperature from a treatment or a property."""

from __future__ import annotations

import re

ROOM_TEMPERATURE_K = 298.15
"""What "room temperature" stands for (25 °C, the convention of this field's papers)."""

ROOM_TEMPERATURE = re.compile(
    r"\b(?:room|ambient)[\s-]?temperatures?\b|\b(?:room|ambient)\s+temp\b\.?|\br\.t\.|\bRT\b|(?<=σ_)RT\b|(?<=σ)RT\b",
    re.IGNORECASE,
)

IN_FIGURES = re.compile(r"\s?[(\[]\s?[~≈=]?\s?")
"""Between words for room temperature and the figure that says which it was."""

SUBSCRIPT_TEMPERATURE = re.compile(r"(?<=σ)_?[({]?(?P<figure>-?\d{1,3}(?:\.\d+)?)\s?(?P<unit>°C|K)\b")
"""The temperature a symbol carries: ``σ_25°C``, ``σ300K``."""

SAME_TEMPERATURE = re.compile(
    r"\b(?:at|under) (?:the|this|that) (?:same |given )?temperature\b|\bat identical temperature", re.IGNORECASE
)

TREATMENT = re.compile(
    r"\b(?:(?:co-)?sinter|anneal|calcin|heat|fir(?:ed|ing)\b|(?:ball-?)?mill|melt(?:ed|ing)\b|quench|dried\b|dry(?:ing)?\b|"
    r"crystalli[sz]|treat(?:ed|ment|ing)|process(?:ed|ing)|(?:hot-?|cold-?)?press(?:ed|ing)|prepar|synthesi[sz]|deposit|"
    r"grow[ni]?|grew|kept|keep|held\b|hold(?:ing)?\b|cur(?:ed|ing)\b|pyroly|evaporat|reflux|stirr|cool|solidif|fabricat|"
    r"react(?:ed|ing)\b|dissol|consolidat|densif|vacuum|immers|soak|pre-?heat|warm|raised? to|dwell|oven|furnace|"
    r"decompos|stable|stability|transition|transform|melts?\b|boil|soften|T_?g\b|T_?m\b|T_?c\b|shrink|volatil|"
    r"formed\b|forms?\b|forming\b|exotherm|endotherm|peaks?\b|operat|cycl|charg|discharg|stor(?:ed|age))\w*",
    re.IGNORECASE,
)
"""A process, a transition or a test of a cell: the temperature that follows is not that of a measurement."""

TREATMENT_AFTER = re.compile(
    r"\s*(?:for|during|over)\s+(?:about\s|~\s?)?\d+(?:\.\d+)?\s?(?:h|hours?|min|minutes?|s|days?)\b|\s*,\s*\d+(?:\.\d+)?\s?(?:h|hours?|min|minutes?|days?)\b"
    r"|[\s-](?:sinter|anneal|calcin|heat[- ]?treat|process|treat|fired|quench|crystalli|press|prepar)\w*"
    r"|\s*/\s*\d+(?:\.\d+)?\s?(?:h|min)\b|\s*(?:,|and|with)\s+(?:a\s+)?(?:~\s?)?\d+(?:\s?±\s?\d+)?\s?%\s?(?:RH\b|relative humidity)|\s+(?:in|under)\s+(?:flowing\s+|an?\s+)?(?:argon|Ar|air|vacuum|nitrogen|N2|oxygen|O2|H2S|dry)\b",
    re.IGNORECASE,
)
"""A duration, an atmosphere, a humidity or a process right behind a temperature: a treatment."""

MEASUREMENT = re.compile(
    r"\b(?:conductivit(?:y|ies)|conduct(?:s|ed|ing)?\b|measur\w*|σ\w*|conduction|impedance|values?|determined|recorded|tested)\b|σ",
    re.IGNORECASE,
)
"""Words that say a temperature is that of a measurement."""

CONDUCTIVITY_BEHIND = re.compile(r"[\s-]+(?:[^\s,;]+\s+){0,3}?conductivit", re.IGNORECASE)
"""Behind a temperature used as an adjective: ``RT ionic conductivity``."""

MILD_TEMPERATURE_K = 373.15
"""Up to here conductivities are commonly measured: a process word makes a treatment only right before ("dried at")."""

HOT_PROCESS = re.compile(r"(?:co-)?sinter|anneal|calcin|crystalli|fir|pyroly|heat|melt", re.IGNORECASE)
WARM_K = 310.0
"""A process of :data:`HOT_PROCESS` cannot run at or below this: the temperature behind it is one of a measurement."""

TRANSITION = re.compile(r"transition|transform|T_?[gmc]\b|melts?\b", re.IGNORECASE)
"""A change of phase, which happens at its temperature however mild that is."""

TREATMENT_TIGHT_GAP = re.compile(
    r"\s*(?:(?:overnight|together|it|them|in|under|with|over)\s(?:\w+\s){0,3})?(?:for\s[\w.]+\s?\w*\s)?"
    r"(?:at|to|below|above|near|between|until|up to|around|of|from|=|\()?\s*(?:a|the)?\s*"
    r"(?:constant |low |elevated |different )?(?:temperatures?)?\s*"
    r"(?:of|at|about|around|~|≈|up to|as high as|as low as|\()?\s*"
)
"""Between a process word and the mild temperature it governs."""

CLAUSE_BREAK = re.compile(
    r"[;:]\s|\.\s(?=[A-Z])|,?\s(?:while|whereas|but|however|although|though|whilst)\s|,\s(?:which|where|when|and\s(?:the|its|it|they|this|these))\s"
)
"""Words and signs between clauses that speak of different things."""

SAMPLE_LABEL_BEFORE = re.compile(r"(?<![\w.])[A-Z][\w()-]*[A-Z0-9)][ -]$")
"""A name right before a figure makes the two a sample's label: ``LGPS 600 °C``, ``LATP-900 °C``."""

COMPARED_VALUE = re.compile(
    r"\b(?:compared|comparison|than|versus|vs|twice|half|relative|contrast)\b"
    r"|\b(?:which (?:\w+ )?|and )(?:increas|decreas|r[io]se|drop|improv|f[ea]ll)",
    re.IGNORECASE,
)
"""Between a value with its temperature and one it is compared with or changes to: both hold at that temperature."""

OTHER_STATEMENT = re.compile(r"[;:]\s|\.\s|\b(?:while|whereas|but|however|although|though)\b", re.IGNORECASE)
"""Begins a clause that states its own conditions."""

CELL_TEST = re.compile(
    r"\b(?:cells?|batter(?:y|ies)|capacit(?:y|ies)|retain\w*|retention|cycl\w*|efficienc\w*|(?:dis)?charg\w*|plating|stripping|"
    r"overpotentials?)\b",
    re.IGNORECASE,
)
"""Between a value and a temperature: the temperature is that of a test of a cell."""

LIST_GAP = re.compile(r"\s?[,;]\s?(?:and\s|or\s)?|\s(?:and|or)\s(?:at\s)?")
"""Between the members of a list of values or temperatures."""

USUAL_K = (283.15, 373.15)
"""Temperatures at which conductivities are compared (10 to 100 °C); others are set for one purpose and one value."""

CONDUCTION = re.compile(r"\bconductivit|\bimpedance\b|\bEIS\b|\bNyquist\b", re.IGNORECASE)
"""What a sentence that sets a measuring temperature is about."""

ANNOUNCED = re.compile(
    r"\b(?:performed|conducted|carried out|measured|recorded|determined|evaluated|tested|collected|investigated|summari[sz]ed|listed|shown|"
    r"presented|plotted|compared|displayed|given)\b|\b(?:Figures?|Figs?\.?|Tables?)\s\S{1,8}\s(?:\(\w\)\s)?(?:shows?|presents?|displays?|"
    r"summari[sz]es|lists?|compares?|gives?|plots?|depicts?)\b"
)
"""A measurement told of or results shown, of which the values follow."""

EXAMPLE = re.compile(r"^(?:For (?:instance|example)|As an example)\b")
"""Opens an example of the statement before."""

CHANGES_ON = re.compile(
    r"^(?:\w+(?: \w+)?, )?(?:it|this value|the value) (?:\w+ly |then |further )?(?:increas|decreas|stabili|drop|r[io]se|reach|remain|f[ae]ll|"
    r"saturat)",
    re.IGNORECASE,
)
"""Opens a sentence on how the value before goes on changing, under the same conditions."""
