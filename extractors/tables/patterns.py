"""The words of heads, captions and row labels that tell what a table holds."""

from __future__ import annotations

import re

from extractors.tables.columns import Meaning

_I = re.IGNORECASE

# Heads that look like a wanted column and are none: tried first.
NOT_WANTED = re.compile(
    r"thermal conduct|heat conduct|\bASR\b|resistance|resistivity|impedance|capacit|current|densit|diffusi|"
    r"\bT\s?_?\{?[gcmx12]\}?(?=\s|\(|$|,|/)|glass transition|crystalli[sz]ation temp|melting|onset|"
    r"electronegativ|band ?gap|voltage|potential|log\s?\(?\s?[σs]|ln\s?\(?\s?[σs]|pre-?exponential|"
    r"modulus|lattice|radius|thickness|particle|grain size|cycl|retention|energy density|"
    r"structure of (?:the )?(?:batter|cell)|(?:batter(?:y|ies)|cell) (?:struct|config|design)|specific energy|"
    r"formation energ|window|relaxation|power",
    _I,
)

# How sure or how changed a value is, and never the value itself.
NO_VALUE = re.compile(
    r"^\W*(?:errors?|uncertaint\w*|standard dev\w*|s\.?d\.|deviation|±|[Δδ]\s?σ|relative|normali[sz]ed)\b|"
    r"\berrors?\s*(?:range|bars?|of|in|\(|$)|(?:conductivity|σ|energy|E_?a)\s+(?:error|uncertainty|deviation|ratio)|"
    r"energ\w* (?:of|for) (?:the )?(?:crystalli|formation|decompos|nucleat|viscous|relax|sinter|grain growth)|"
    r"\b(?:increase|decrease|improvement|enhancement|change|drop|retention)\b",
    _I,
)
LOGARITHM = re.compile(
    r"^\W*?(?P<minus>[-−–])?\s?(?:log|lg)\s?_?\{?\s?(?:10)?\}?\s?[(\[{]?\s?"
    r"(?:σ|s(?![a-z])|(?:ionic |total |bulk )?conductivity)(?!\s?[·*.]?\s?T\b)(?!_?0)",
    _I,
)
"""``log σ (S/cm)``, ``-log10(conductivity)``: not ``log σT``, whose unit is another, nor the pre-exponential ``σ0``."""

REFERENCE_HEAD = re.compile(r"^\W*(?:ref(?:s|erences?)?\b\.?|citations?\b|sources?\b|literature\b)", _I)

MEASURED_AT = re.compile(
    r"\W{0,3}(?:(?:σ|conductivity)\S{0,12}[\s-]+)?(?:(?:measur|test|operat)\w{0,10}|working)[\s-]+temp", _I
)
"""``σ_total measuring temperature``: the temperature of measuring and no value."""

# In this order; the first pattern that is found names a column that is neither of references nor of a property's values.
HEAD_MEANINGS: tuple[tuple[Meaning, re.Pattern[str]], ...] = (
    (Meaning.PRECURSORS, re.compile(r"precursor|reagent|reactant|\b(?:starting|raw) (?:material|compound|powder)", _I)),
    (
        Meaning.CONDITIONS,
        re.compile(
            r"(?:sinter|dwell|holding|soaking|anneal|consolidat|calcin|crystalli[sz]|heat[- ]?treat|fir(?:ing|ed)|"
            r"heating|milling|pressing|rotation|"
            r"synthesis|processing|preparation|reaction|hot[- ]press|densification|quench|ageing|aging|drying|"
            r"thermal treatment)\w*\.?\s*"
            r"(?:temp|T(?=[\s_(/,]|$)|time|condition|parameter|profile|program|pressure|speed|duration|atmosphere|step|treatment|\(|/|$)|"
            r"^\W*(?:temperature and time|heat[- ]treatment|thermal treatment|(?:sinter|anneal|calcin|fir)ed (?:at|for)\b|"
            r"T_?\{?(?:sint|ann|calc|syn|ht\b|proc|cryst|s\b))",
            _I,
        ),
    ),
    (
        Meaning.METHOD,
        re.compile(
            r"synthe(?:sis|tic|si[sz]ed)|preparation|prepared by|processing|fabrication|manufactur|\bmethod|"
            r"\broutes?\b|technique|^\W*process\b|(?:sintering|densification)(?! (?:aid|additive|agent|flux))",
            _I,
        ),
    ),
    (
        Meaning.TEMPERATURE,
        re.compile(
            r"^\W*(?:(?:measur\w*|test\w*|operat\w*|working|room|σ|conductivity|ambient)[\s-]*)*temp(?:erature|\.)?(?![a-z])|"
            r"^\W*T(?:[_ ]?\{?(?:meas|test|exp|op)\}?)?\s*(?:[(/\[]\s*(?:°\s?C|K|◦C|oC)|$)",
            _I,
        ),
    ),
    (
        Meaning.AMOUNT,
        re.compile(
            r"^(?!.*(?:composition|material|electrolyte|sample|system|formula))"
            r".*(?:content|concentration|amount|loading|weight ratio|mol(?:ar)? ratio|wt\.?\s?%|vol\.?\s?%|fraction|"
            r"doping level)",
            _I,
        ),
    ),
    (Meaning.SALT, re.compile(r"^(?:(?:li(?:thium)?|na|sodium|alkali|metal|conducting)[- ])?salts?\b", _I)),
    (
        Meaning.MATRIX,
        re.compile(
            r"^(?:polymers?|(?:polymer|host|organic)[- ]*(?:matrix|matrices|hosts?|component|phase)?|matrix|hosts?)\b",
            _I,
        ),
    ),
    (
        Meaning.FILLER,
        re.compile(
            r"^(?:(?:inorganic|ceramic|active|passive|nano)[- ]*)*"
            r"(?:fillers?|ceramics?|nanoparticles|inorganic (?:component|phase))\b",
            _I,
        ),
    ),
    (
        Meaning.DOPANT,
        re.compile(
            r"^(?:dopants?|doping|doped|substituents?|substitution|substituted)\b(?!.*(?:level|amount|content|conc|compos|material|compound|formula))",
            _I,
        ),
    ),
    (Meaning.VARIABLE, re.compile(r"^\W*[xyz]\W*$|^(?:value of )?[xyz](?:\s?(?:value|\(mol|in |=|\())", _I)),
    (Meaning.ADDITIVE, re.compile(r"additive|plasticizer|ionic liquid|solvent|modifier", _I)),
    (
        Meaning.MATERIAL,
        re.compile(
            r"composition|^(?:target|product)s?\b(?!.*(?:distance|power|yield))|materials?\b|electrolytes?\b|compounds?\b|samples?\b|systems?\b|formulae?\b|\b(?:IS|SS|S|CS|CP|SP|HS|SC|GP)Es?\b|"
            r"specimen|^name|conductors?\b|glass|ceramics?\b|phases?\b \(composition|nominal",
            _I,
        ),
    ),
    (
        Meaning.FORM,
        re.compile(r"structure|phase|^form\b|state|morpholog|crystal|symmetry|space group|^nature\b|polymorph", _I),
    ),
    (Meaning.KIND, re.compile(r"^(?:types?|famil(?:y|ies)|class(?:es)?|categor(?:y|ies)|kinds?)\b", _I)),
    (Meaning.NUMBER, re.compile(r"^\W*(?:no\.?|#|entry|number|s\.?\s?no\.?)\W*$", _I)),
)

# The first column's words in a table whose properties are rows: "Ionic conductivity (S cm^-1)" and the like.
REMARKS_HEAD = re.compile(r"^\W*(?:remarks?|notes?|comments?|details?|history|treatments?)\W*$", _I)
"""Heads of what is worth to be told of a row; where that names a method it tells how the row's sample was made."""
SOLVENT_HEAD = re.compile(r"^\W*solvents?\b", _I)
CONDITIONS_HEAD = re.compile(r"^\W*(?:conditions?|parameters?)\W*$", _I)
BESIDE_PROCESS = re.compile(
    r"^\W*(?:conditions?|parameters?|(?:temperature|T)\W{0,3}(?:°\s?C|K)?|(?:time|duration|t)\W{0,3}(?:h|hours?|min)|"
    r"(?:pressure|P)\W{0,3}[MG]?Pa|(?:rotation\w* )?speed\W{0,3}rpm|atmosphere|gas)\W*$",
    _I,
)
"""Heads that tell of making where another column or the caption speaks of making."""
PROPERTY_ROW = (Meaning.VALUE, Meaning.REFERENCE, Meaning.TEMPERATURE)

MULTIPLIED = re.compile(r"[×x*]\s?10\s?\^?\s?\{?(-?)(\d{1,2})\}?\s*(?=[(\[,]|$)")
"""``σ × 10^4 (S cm^-1)``: the printed number is 10^4 times the value."""

MULTIPLIED_BEFORE = re.compile(r"^\W*10\s?\^?\s?\{?(-?)(\d{1,2})\}?\s?[×x*·]?\s?(?=[σsκ])")
"""``10^4 σ (S cm^-1)``: likewise."""

PROPERTY_MARKS = {
    "t": "total", "total": "total", "tot": "total", "b": "bulk", "bulk": "bulk", "gb": "grain_boundary",
    "grain boundary": "grain_boundary", "g.b.": "grain_boundary", "e": "electronic", "electronic": "electronic",
}  # fmt: skip
MARK = re.compile(r"\s*[(\[]\s?(total|tot|bulk|grain boundary|gb|g\.b\.|electronic|[TtBbe])\s?[)\]]")
COMPUTED = re.compile(
    r"\b(?:calculat|comput|simulat|predict|theoret|ab initio|first[- ]principles|molecular dynamics)\w*|DFT|AIMD|NEB\b",
    _I,
)
SIGN_LOST = re.compile(r"\d\s?\ufffd\s?\d|\d\s?\(cid:\d{0,4}\)")
"""A sign between figures that a converter could not name and repair could not tell."""

REMARK_COMPUTED = re.compile(
    r"\(\s?(?:(?:cal|calcd?|theor|theory|comp|sim|pred)\.?|(?:calculat|comput|simulat|predict|theoretic)\w*|DFT|AIMD|MD)\s?\)",
    _I,
)
"""A remark behind a label or a value: ``(calc.)``, ``(theor.)``, ``(DFT)``."""
MEASURED = re.compile(r"experiment|measur|EIS|impedance|synthesi|prepar|sinter", _I)
BAND_GAP = re.compile(r"band ?gap", _I)

NOTE_MARK = re.compile(r"^\s*\^?\{?[(\[]?([a-z*†‡§#])[)\]]?\}?(?:\s*[:.)]|\s+|(?=[A-Z]))")
CELL_MARK = re.compile(
    r"(?:\^\{?[a-z*†‡§#](?:,[a-z*†‡§#])*\}?|\s?[*†‡§#]+|\s\(?[a-f]\)?|(?<=\s)\[[a-f*]\]|(?<=\d)[a-f])$"
)
SPEAKS_OF_CONDUCTIVITY = re.compile(r"conductiv\w*|σ\w*", _I)
SAME_LIST = re.compile(r"\s*(?:,|and|or|to|/|&|–|,\s?and)\s*(?:at\s+)?", _I)
SYMBOL_TEMPERATURE = re.compile(r"^\W*[σs]\s?_?\{?\s?(?P<figure>\d{2,3})\s?\}?(?=\s*(?:[(\[/,]|$))")
"""A bare number in the index of σ: ``σ_25 (S/cm)``, ``σ_298``."""
SENTENCE_SPLIT = re.compile(r"(?<=[.;])\s+(?=[A-Z*†‡^])")

FORM_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("glass-ceramic", re.compile(r"glass[- –]?ceramics?|glassy ceramics?|^GC$", _I)),
    ("glass", re.compile(r"\bglass(?:es|y)?\b", _I)),
    ("thin film", re.compile(r"\bthin[- ]?films?\b|\bfilms?\b", _I)),
    ("single crystal", re.compile(r"single[- ]crystals?", _I)),
    ("amorphous", re.compile(r"\bamorphous\b", _I)),
    ("composite", re.compile(r"\bcomposites?\b", _I)),
    ("polymer", re.compile(r"\bpolymers?\b", _I)),
    (
        "crystalline",
        re.compile(
            r"crystal|cubic|tetragonal|orthorhombic|monoclinic|triclinic|hexagonal|trigonal|rhombohedral|ceramic|pellet",
            _I,
        ),
    ),
)
FORM_AFFIX = re.compile(
    r"(?:^(?:amorphous|glassy|crystalline|single[- ]crystal(?:line)?)\s+)|"
    r"(?:[\s,]+\(?(?:glass(?:y)?[- –]?ceramics?|glass(?:es)?|ceramics?|thin[- ]?films?|films?|single[- ]crystals?|"
    r"crystals?|pellets?|amorphous|crystalline|powders?)\)?$)",
    _I,
)
CLASS_NAME = re.compile(
    r"\b(?:electrolytes|SEs|SSEs|ISEs|SPEs|CPEs|conductors|types?|famil(?:y|ies)|systems|polymers|ceramics|glasses|composites|oxides|sulfides|"
    r"halides|hydrides|garnets?|NASICONs?|argyrodites?|perovskites?|anti-?perovskites?|LISICONs?|hydroborates|liquids?)\s*$|[\w]-type\b",
    _I,
)
_AGAIN = r"(?:[xyzδwu]|[A-Z][a-z]?)\s?=\s?(?:\d+(?:\.\d+)?|[A-Z][a-z]?)"
VARIABLE_VALUE = re.compile(r"(?<![A-Za-z])([xyzδ])\s?=\s?(\d+(?:\.\d+)?)(?![\d.]|\s?[-–,]\s?\d)")
ASSIGNMENT = re.compile(r"(?P<variable>[xyzδwu]|[A-Z][a-z]?)\s?=\s?(?P<value>\d+(?:\.\d+)?|[A-Z][a-z]?)(?![\w.])")
ASSIGNMENTS = re.compile(rf"^\W*{ASSIGNMENT.pattern}(?:\s?[,;]?\s?(?:and\s)?{_AGAIN}(?![\w.]))*\W*$")
PROPERTY_HEAD = re.compile(r"^\W*(?:propert(?:y|ies)|parameters?|quantit(?:y|ies)|(?:performance )?indicators?)\b", _I)
VALUE_HEAD = re.compile(r"^\W*(?:(?:measured |typical )?values?|results?)\b", _I)
UNIT_HEAD = re.compile(r"^\W*units?\b", _I)
NO_LABEL = re.compile(
    r"atmosphere|\bgas|pressure|\btime|duration|solvent|electrodes?\b|cells?\b|anode|cathode|direction|route|author|"
    r"year|technique|condition|precursor|source|treatment|temperature|method|medium|contact|propert|parameter",
    _I,
)
"""Heads of columns whose words are no names of samples."""
STATE = re.compile(
    r"^(?:as[- ](?:prepared|synthesi[sz]ed|milled|received|cast|sintered|made)|(?:un)?annealed|sintered|heat[- ]treated|"
    r"(?:cold|hot|warm)[- ]press\w*|quenched|slow(?:ly)?[- ]cooled|ball[- ]milled|before|after|without|with)\b",
    _I,
)
"""Labels that tell how a sample was treated and not what it is."""
ELECTRODE_HEAD = re.compile(r"\bactive materials?\b|\b(?:cathode|anode|electrode|counter|cell)s?\b", _I)
_ADDED = r"\d{1,2}(?:\.\d{1,3})?\s?(?:wt|mol|at|vol)\.?\s?%\s?[A-Z][A-Za-z\d()]{0,19}"
ADDITIVE = re.compile(
    r"(?P<share>\d{1,2}(?:\.\d{1,3})?)\s?(?P<unit>wt|mol|at|vol)\.?\s?%\s?(?P<what>[A-Z][A-Za-z\d()]{0,19})"
)
ADDITIVES = re.compile(rf"(?P<name>\S.{{2,120}}?)\s?\((?P<added>{_ADDED}(?:\s?[+,&]\s?{_ADDED}){{0,3}})\)$")
"""A composition and what was added to it: ``Li7La3Zr2O12 (1.7 wt.% Al + 0.1 wt.% Si)``."""
ROW_NUMBER = re.compile(r"(?:\(?\d{1,2}[).]|\d\+|(?:19|20)\d\d)\s{1,3}(?=[A-Z(])")
"""What another column or row left before a name: ``3) Li3InCl6``, the charge of ``2+ Na3PS4``, a year."""
BEHIND_DASH = re.compile(r"[-–—]\s+(?P<name>[A-Z(].*)")
REMARK_BEHIND = re.compile(
    r"(?P<name>\S{3,119}[^\s,;])[,;]?\s{1,3}(?P<remark>(?:with|in|under|after|by|via|using|from|for|isostatic|cold|hot|warm|laser|spark|"
    r"sinter|anneal|press|flow|sol-gel|solid|melt|quench|\d{1,3}\s?(?:mol|wt)?\.?\s?%\s?(?:excess|extra))(?:\b|\w).{0,120})$",
    _I,
)
"""Words behind a formula that tell of its making: ``with flow of O2``, ``isostatic pressing``, ``30 mol.% excess Li``."""
WORD = re.compile(r"[a-z]{4}")
CHANGED_COMPOSITION = re.compile(
    r"\b(?:doped|substituted|final|resulting|obtained|modified|actual|new|optimi[sz]ed)\b", _I
)
"""Of two columns of compositions the one whose values are told."""
UNDOPED = re.compile(r"^(?:pristine|undoped|un-?substituted|unmodified|bare|none|non-?doped|pure|parent|host)\b", _I)
NOTHING = re.compile(r"^[\s/–—−-]*$|^n\.?[/.]?[adr]\.?$", _I)
REMARK = re.compile(r"^(?P<name>\S.*?)\s+\((?P<remark>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
LIKENESS = re.compile(r"\s(?:analog(?:ue)?s?|derivatives?)$", _I)
"""Behind a family or a known compound and before the composition meant: ``argyrodite analogue Li6PS5Cl``."""
HEAD_VARIABLE = re.compile(r"(?<![A-Za-z])([xyzδ])(?![A-Za-z])")
PLACEHOLDER_HEAD = re.compile(r"^\W*[MARXDE]\W*$")
HEAD_PLACEHOLDER = re.compile(r"(?<![A-Za-z])[MARXDE](?![A-Za-z])")
DOPANT_ELEMENT = re.compile(r"^([A-Z][a-z]?)(?:\s?\^?\d?\+)?$")
BARE_NUMBER = re.compile(r"^(?:[xyz]\s?=\s?)?(\d+(?:\.\d+)?)$")
TRAILING_MARK = re.compile(r"[\s^]*(?:[*†‡§#]+|\^\{?[a-z]\}?)$")
OWN_WORK = re.compile(r"this (?:work|study)|present (?:work|study)", _I)
REFERENCE_NUMBERS = re.compile(r"(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?")
REFERENCE_TEXT = re.compile(
    r"^[\s\[\](){},;.&–-]*+(?:(?:refs?\.?|and)?+[\s\[\](){},;.&–-]*+\d{1,4}+(?!\d)[\s\[\](){},;.&–-]*+)++$", _I
)
SHORT_AND_LONG = re.compile(
    r"([A-Za-z][A-Za-z0-9\s–-]{3,60}?)\s?\(([A-Z][A-Za-z-]{1,7})\)|\b([A-Z][A-Za-z-]{1,7})\s?[:=]\s?([A-Za-z][\w\s,–-]{3,60}?)(?=[;.]|$)"
)
STROKE_PART = re.compile(r"[^\s/](?:[^/]*[^\s/])?")
LIST_JOINT = re.compile(r"\s*;\s*|\s+and\s+|\s*,\s+(?=\S)")
MADE_BY = re.compile(
    r"\b(?:prepar|synthesi[sz]|fabricat|obtain|produc|made|process|sinter|densif|derived|grown)\w*\s*(?:by|via|using|through|from|with)\b[^.;]*|"
    r"\b(?:by|via)\b[^.;]*|"
    r"(?:[\w-]+[ -](?=derived))?[\w-]*(?:sintered|pressed|milled|quenched|derived|deposited|sputtered|spun|cast|processed|synthesi[sz]ed) (?=[A-Za-z(])",
    _I,
)
RAISED_AT_END = re.compile(r"(?<=[a-z)\]])(\d{1,3}(?:[,–-]\d{1,3})*)\.?$")
"""A raised citation that ends a caption without a blank."""
LOOKED_AT = re.compile(
    r"\b(?:NMR|XRD|EIS|DFT|AIMD|NEB|QENS|SIMS)\b|\b(?:spectr|diffract|impedance|simulat|calculat|microscop|calorimetr|titrat|polari[sz])\w*",
    _I,
)
"""A method of measuring or computing and none of making: ``solid-state NMR``."""
COMPARED = re.compile(r"different|various|several|methods|routes|techniques|and the", _I)

CLASS_OF_NAME = re.compile(
    r"(?:(?:sul(?:f|ph)ide|oxide|halide|chloride|polymer|garnet|NASICON|LISICON|perovskite|anti-?perovskite|argyrodite|hydride|"
    r"(?:boro)?hydride|phosphate|ceramic|glass|glass[- ]ceramic)s?(?:[- ](?:type|based|electrolytes?))*)\s?\((?P<name>[^()]{2,40})\)$",
    re.IGNORECASE,
)
"""A class with the material that stands for it in brackets: ``Oxide (LLZO)``."""
