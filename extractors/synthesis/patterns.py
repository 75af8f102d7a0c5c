"""Patterns over clean text that the synthesis rules share.

The words of methods, operations, atmospheres and solvents are in ``vocabulary.toml``.
"""

from __future__ import annotations

import re

from extractors.synthesis.masking import MATERIAL, METHOD

# sections that tell procedures of the paper's own
PROCEDURE_SECTION = re.compile(
    r"experiment|method|synthe|prepar|procedure|fabricat|growth|deposition of|processing", re.I
)

# ------------------------------------------------------------------ frames
# read over masked sentences: M is one material, R one named method

M = MATERIAL
R = METHOD

_PAST = (
    "prepared|synthesi[sz]ed|fabricated|manufactured|produced|obtained|made|created|grown|generated|formed|densified|"
    "consolidated|developed|constructed|designed|achieved|reported|proposed|introduced|presented|demonstrated|processed|"
    "reali[sz]ed|converted|transformed|deposited|coated|devised|built|explored|precipitated|stabili[sz]ed"
)
_BASE = (
    "prepare|synthesi[sz]e|fabricate|manufacture|produce|obtain|make(?!\\s{1,3}sure)|crystalli[sz]e|create|grow|generate|form|develop|construct|coat|"
    "deposit|densify|consolidate|access|afford|yields?|gives?"
)
_GERUND = (
    "preparing|synthesi[sz]ing|fabricating|manufacturing|producing|obtaining|making|creating|growing|forming|developing|"
    "constructing|coating|depositing|densifying|consolidating|yielding|giving"
)
_NOUN = "preparations?|synthesis|syntheses|fabrication|production|manufacture|deposition|densification|consolidation"
MAKE = re.compile(
    rf"\b(?:(?P<past>{_PAST})|(?P<base>{_BASE})|(?P<gerund>{_GERUND})|(?P<noun>{_NOUN}))\b",
    re.I,
)
# words of what one starts from and of how it is put together
SOURCE_WORDS = re.compile(
    r"\b(?:used\s+as|weighed|purchased|precursors?|starting|gave|reactions?\s+(?:of|between)|sealed|placed|loaded|rotation|speeds?)\b",
    re.I,
)
# these only say that something was told or found; the route has to follow directly by a preposition
WEAK_MAKE = frozenset(
    (
        *("reported", "proposed", "introduced", "presented", "demonstrated", "achieved", "formed", "form", "developed"),
        *("designed", "explored", "generated", "processed", "stabilized", "stabilised", "realized", "realised"),
        *("converted", "transformed", "crystallize", "crystallise"),
    )
)
# these tell what something became
CHANGE_MAKE = frozenset(("converted", "transformed"))
CHANGED_INTO = re.compile(rf"\s{{1,3}}(?:in)?to\s{{1,3}}(?:an?\s{{1,3}}|the\s{{1,3}})?(?:[\w-]+\s{{1,3}}){{0,3}}?({M})")
# these tell of a work: "R presented" is no way of making
REPORT_MAKE = frozenset(("reported", "proposed", "introduced", "presented", "demonstrated", "achieved"))
# verbs that put a layer onto something
COVER_MAKE = frozenset(["coated", "coat", "coating", "deposited", "deposit", "depositing", "deposition"])

_ADVERB = (
    r"(?:\w+ly|also|then|first|further|both|usually|mainly|often|easily|well|all|previously|once|thus|therefore|again|"
    r"finally|generally|commonly|subsequently|afterwards)"
)
BE_BEFORE = re.compile(
    rf"(?:\b(?:has|have|had|can|could|may|might|will|should)\s{{1,3}}(?:{_ADVERB}\s{{1,3}})*)?"
    rf"\b(?:was|were|is|are|be|been|being)\s{{1,3}}(?:{_ADVERB},?\s{{1,3}})*(?:in\s{{1,3}}situ\s{{1,3}})?(?:{R}\s{{1,3}})?(?:pre-?)?$"
)
AUTHOR_BEFORE = re.compile(
    r"(?:\bet\s{1,3}al\.?,?|co-?\s?workers|colleagues|groups?|teams?|researchers|authors|scholars|workers|\bwe|\bthey|\bwho|"
    r"\bhave|\bhas|\bhad|\band|\b(?!(?:Several|Many|Some|Most|Both|Various|Other|Such|Two|Three|The|These|This|All)\b)[A-Z][a-zé]+)\s{0,3}"
    rf"(?:{_ADVERB}\s{{1,3}})*$"
)
LINK = re.compile(
    r"\b(?:by|via|through|using|with|utili[sz]ing|employing|applying|adopting|from|in|under|including|included|includes|involving|"
    r"following|after|based on|use of|means of|of)\b"
)
DIRECT_LINK = re.compile(
    r"\b(?:by|via|through|using|utili[sz]ing|employing|applying|adopting|with|during|use of|means of|following)\b"
)
PREPOSITION_NEXT = re.compile(
    r"\s{0,3}(?:\([^()]*\)\s{0,3})?(?:by|via|through|using|with|in|from|under|at|according|following|utili[sz]ing|employing|on|onto|to|and)\b|\s{0,3}[,.;:)(]|\s{0,3}$"
)
# in front of a material: it is where something else lies, not what is made
ON_BEFORE = tuple(
    map(
        re.compile,
        (
            r"\b(?:on|onto|between|at|into|over|around|with(?!\s{1,3}(?:the\s{1,3})?(?:\w+\s{1,3})?(?:formula|composition))|inside|within)\s{1,3}"
            r"(?:(?!of\b)[\w/-]+\s{1,3}){0,4}?(?:(?:surfaces?|tops?|sides?|faces?|interfaces?|particles?)\s{1,3}of\s{1,3}(?:the\s{1,3})?)?$",
            r"\b(?:such\s{1,3}as|including|like|impurit(?:y|ies)|containing|(?:cells?|batter(?:y|ies)|interfaces?)\s{1,3}of)\s{1,3}(?:[\w-]+\s{1,3})?$",
            r"\b(?:products?|reactions?)\s{1,3}(?:of|between)\s{1,3}$",
        ),
    )
)
# the way from a verb to its object may not run over these
OBJECT_STOP = re.compile(
    r"\b(?:by|via|through|using|with|from|on|onto|at|for|between|to|which|that|and\s{1,3}then|(?<!-)based|utili[sz]ing|in(?!\s{1,3}the\s{1,3}form\b)|under|after|when|where|is|are|was|were)\b|[;:]"
)
# between a material and a participle that can only be its own: "with M powders | obtained by R"
OWN_PARTICIPLE = re.compile(
    r"\)?\s{1,3}(?:(?:powders?|pellets?|glass(?:es)?|ceramics?|particles|electrolytes?|samples?)\s{1,3})?$"
)
# what a passive subject may have between itself and its verb
SUBJECT_GAP_STOP = re.compile(
    r";|:(?!\d)|\b(?:was|were|is|are|has|have|had|showed|shows|exhibit(?:s|ed)|displayed|delivered|because|although|while|whereas|when|if|but)\b"
)
# a phrase that leads into a sentence, up to the first thing it names
INTRODUCTION = re.compile(r"(?:Through|By|With|Upon|After|Using|Due\s{1,3}to|In)\s[^,;.]{0,80}$")
# what is said of a subject before its verb: "M, which has a spinel structure, | was made"
RELATIVE_CLAUSE = re.compile(
    r"(?:,\s{1,3}|\s?[—–]\s?)(?:which|that|whose|where)\s[^,;.—–]{3,90}(?:,\s{0,3}|\s?[—–]\s?)$"
)
_USED = (
    "use|used|using|employ|employed|employing|utili[sz]e|utili[sz]ed|utili[sz]ing|adopt|adopted|adopting|apply|applied|"
    "applying|perform|performed|performing|conduct|conducted|conducting|proposed|proposing|introduced|introducing|"
    "developed|developing|chosen|carried out|popular|approach|approaches|followed|methods?|techniques?|process|routes?|"
    "suitable|suited|required|needed|necessary"
)
USED_TO = re.compile(rf"\b(?:{_USED})\b")
# a method in front of a verb: "mechanochemically | prepared M", "used | to synthesize M", "By ball milling, M was made"
ADVERBIAL_METHOD = re.compile(r"[\s-]*(?:(?:method|process|technique|route|approach)[\s-]*)?")
# between a method and a purpose: the purpose is of something else, "by sintering, by adding M to form"
OTHER_ACTION = re.compile(r"\b(?:by|via|through)\s{1,3}(?:\w+ly\s{1,3})?\w+ing\b")
BY_MEANS = re.compile(r"\b(?:by|via|through)\s{1,3}(?:\w+ly\s{1,3})?$")
PURPOSE = re.compile(r"\b(?:to|for|for the|of|in the)\s{1,3}(?:the\s{1,3})?(?:\w+ly\s{1,3})?$")
PREPOSED = re.compile(
    r"(?:^|[,;]\s|\b(?:and|then|that)\s)(?:[Bb]y|[Vv]ia|[Tt]hrough|[Uu]sing|[Ww]ith|[Aa]fter)\s[^,;]*$"
)
# another thing happened between the making and the method, "formed on the pellet was removed by annealing", or it is that of
# something compared with
OTHER_VERB = re.compile(
    r"\b(?:compared|comparable|than|unlike|instead)\b|\b(?:was|were)\s{1,3}(?:\w+ly\s{1,3}|first\s{1,3}|then\s{1,3})?(?:removed|eliminated|replaced|reduced|suppressed|measured|tested|studied)\b"
)
# kinds of material that say nothing but that it conducts
GENERIC = re.compile(
    r"(?:(?:all-)?solid(?:-state)?\s{1,3}|liquid\s{1,3}|free-standing\s{1,3}|inorganic\s{1,3}|the\s{1,3})*(?:electrolytes?|SEs?|SSEs?|ISEs?|conductors?)"
    r"(?:\s{1,3}materials?)?",
    re.I,
)
SENTENCE_BREAK = re.compile(r";|(?<!\bal)(?<!\bFig)(?<!\bFigs)(?<!\bRef)(?<!\bRefs)\.\s")
# "obtained by | heating"
BY_OPERATION = re.compile(r"\b(?:by|via|through|using|from|after|upon)\s{1,3}(?:\w+\s{1,3}){0,3}$")
WEAK_OPERATION = re.compile(r"\s{1,3}(?:by|via|through|upon|on)\s{1,3}(?:\w+\s{1,3}){0,3}")
# "Prepared by ball milling, | M": what a participle at the head of a sentence belongs to
WHEN_TREATED = re.compile(r"^(?:When|If|Once|(?:After|Upon)\s{1,3}being)\s{1,3}(?:\w+ly\s{1,3})?$")
DANGLING = re.compile(rf"[^,;.]{{3,80}},\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,4}}?({M})")
# a verb form among the words of methods: "ball-milled", "cast from"
VERB_FORM = re.compile(
    r"(?:^(?:re)?crystalli[sz]ed\s.*|ed|spun|\b(?:tape|slip|drop|solution)[\s-]cast$|\bground|\bcast(?:ed)?\s{1,3}(?:from|into))$"
)
# in front of a method's verb: what something was made from was treated so, "obtained from a powder that was | R"
SOURCE_THAT = re.compile(
    r"\bfrom\s{1,3}(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,3}?(?:precursors?|powders?|gels?|mixtures?|glass(?:es)?|hydroxides?)\s{1,3}"
    r"(?:(?:that|which)\s{1,3}(?:was|were|(?:has|have|had)\s{1,3}been)\s{1,3})?(?:\w+ly\s{1,3})?$"
)
# "microwave-assisted", "solution-based": they qualify the route named next
QUALIFYING_METHOD = re.compile(r"(?:assisted|based|mediated|derived|engineered)$")
NOT_DONE_REACH = 50  # characters in front of a verb in which it is said not to be done
# in front of a verb of making: it was not done
NOT_DONE = re.compile(
    r"\b(?:not|cannot|hardly|barely|scarcely|never|difficult\s{1,3}to|challenging\s{1,3}to|impossible\s{1,3}to|hard\s{1,3}to|failed\s{1,3}to|unable\s{1,3}to)\s{1,3}(?:be\s{1,3})?(?:\w+ly\s{1,3})?$"
)
SEVERAL_WAYS = re.compile(
    r"\b(?:two|three|four|various|several|different|other|many|numerous|some|alternative|multiple|common|diverse|number\s{1,3}of)\s{1,3}(?:[\w-]+\s{1,3}){0,2}?(?:routes|methods|techniques|processes|ways|approaches)\b",
    re.I,
)
ALTERNATIVE_METHODS = re.compile(
    r"(?:\s{0,3}\([^()]*\))*(?:\s{1,3}at\s{1,3}[\w\s°.]{1,30}?)?\s{0,3}(?:(?:methods?|process(?:es|ing)?|techniques?)\s{0,3})?(?:,|,?\s{0,3}\b(?:and|or|versus|vs\.?)\b)\s{0,3}(?:\([A-Za-z]\)\s{0,3})?(?:the\s{1,3}|by\s{1,3}|via\s{1,3})?"
)
# behind a method's word: a property or thing named after it, so no route is told
NO_METHOD = re.compile(
    r"[\s-]+(?:conditions?|parameters?|temperatures?(?!\s{1,3}of\s{1,3}\d)|times?\b|durations?|aids?|additives?|mechanisms?|equipment|speed|ratio|losses|balls?|media|medium)\b"
)
# in front of a heat word: what happens while a curve is taken, not how something was made
FINITE_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|can|could|may|will|shows?|showed|exhibit\w*|reach\w*|deliver\w*|"
    r"\w+(?:ed|ized|ised))\b"
)
UPON = re.compile(r"\b(?:[Uu]pon|[Oo]n|[Dd]uring)\s{1,3}(?:the\s{1,3})?(?:further\s{1,3})?$")
# "the as-prepared M", "the obtained M", "images of prepared M": a word of making that only qualifies
ADJECTIVE_BEFORE = re.compile(
    r"(?:\b(?:an?|the|The|these|These|all|this|of|for|on)\s{1,3}|\b[Aa]s[\s-]+|(?<!was pre)(?<!were pre)-)$"
)
NEXT_METHOD = re.compile(
    r"(?:\s{1,3}[\w-]+){0,2}\s{0,3}(?:,|,?\s{1,3}(?:and|or|plus|versus|vs\.?|with|followed\s{1,3}by))\s{1,3}(?:[\w-]+\s{1,3}){0,2}"
)
# "milled M and M to prepare a membrane": the parts of a composite
TO_COMPOSE = re.compile(
    r"\bto\s{1,3}(?:prepare|form|obtain|make|produce|fabricate|get)\s{1,3}(?:an?\s{1,3})?(?:[\w-]+\s{1,3})*?"
    rf"(?:(?:membranes?|composites?|films?|sheets?)\b|(?P<sign>{M}))"
)
# a property bettered by a further treatment: another way of making the same thing
IMPROVED = re.compile(
    r"\b(?:increased|improved|enhanced|raised|boosted|optimi[sz]ed)\b[^.;]*\b(?:by|via|through|upon|after)\b"
)
# behind a verb of making: "prepared | and R"
AND_METHOD = re.compile(rf"\s{{1,3}}and\s{{1,3}}(?:\w+ly\s{{1,3}}|then\s{{1,3}})?({R})")
# "M and M were mixed by | R"
DONE_BY = re.compile(
    r"\b(?:was|were)\s{1,3}(?:\w+ly\s{1,3}|then\s{1,3}|first\s{1,3})?(?:\w+ed|ground)(?:\s{1,3}[\w-]+){0,3}\s{1,3}(?:by|via|using|in|with|through)\s{1,3}(?:[\w-]+\s{1,3}){0,3}$"
)
# "annealed at 200 °C after | R", "sintered at 1200 °C by | R"
SEQUEL = re.compile(
    rf"\b(?:by|via|through|using|after|following)\s{{1,3}}(?:{R}\s{{0,3}}(?:\([^()]{{1,12}}\)\s{{0,3}})?(?:and|or|,)\s{{1,3}}){{0,2}}"
    r"(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,2}$"
)
BY_METHOD = re.compile(r"\b(?:by|via|through|using|for|under|with|to)\s{1,3}(?:[\w-]+\s{1,3}){0,3}$", re.I)
# between the parts in a composite's name
COMPOSITE_JOINT = re.compile(r"[-/+]|@")
LEADING_AMOUNT = re.compile(r"^\d+(?:\.\d+)?(?=[A-Z][a-z]?-)")
# "1 and | 2 wt% M"
AMOUNT_LIST = re.compile(r"((?:\d+(?:\.\d+)?\s{0,3}(?:,\s{0,3}(?:and\s{1,3}|or\s{1,3})?|and\s{1,3}|or\s{1,3}))+)$")
AMOUNT = re.compile(r"(\d+(?:\.\d+)?)(?=\s{0,3}(?:wt|mol|at|vol)\.?\s?%)")
NOUN_OF = re.compile(
    r"\s{1,3}(?:(?:process(?:es)?|method|treatment|mechanism|route|procedure|pathway|scheme|diagram)\s{1,3})?of\s{1,3}"
)
COVERED_WITH = re.compile(
    rf"(?:\s{{1,3}}(?:by|via|using)\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,2}}{R}(?=\s{{1,3}}with\b))?\s{{1,3}}(?:with|by)\s{{1,3}}(?:an?\s{{1,3}})?(?:[\w-]+\s{{1,3}}){{0,4}}({M})"
)
# "infiltrated | porous electrodes with M"
FILLED_WITH = re.compile(
    rf"(?:\s{{1,3}}[\w-]+){{0,6}}?\s{{1,3}}with\s{{1,3}}(?:an?\s{{1,3}}|the\s{{1,3}})?(?:[\w-]+\s{{1,3}}){{0,3}}?\(?({M})"
)
# what is no made thing: the parts of a cell and their interfaces ("M/M/M cells", "the M/M interface")
_PARTS_OF_CELLS = (
    "cells?|battery|batteries|ASSI?Bs?|ASSLI?Bs?|SSBs?|interfaces?|particles|surfaces?|substrates?|foams?|templates?|"
    "textiles?|separators?|targets?|solutions?|suspensions?|slurry|slurries|sols?"
)
CELL_BEHIND = re.compile(
    rf"(?:\s{{0,3}}[/|]\s{{0,3}}(?:{M}|[\w@-]+))*\s{{1,3}}"
    r"(?:(?!(?:with|on|in|for|from|by|at|of|to|and|as|was|were|is|are)\b)[\w-]+\s{1,3}){0,2}?"
    rf"(?:{_PARTS_OF_CELLS})\b|\s{{0,3}}[/|]\s{{0,3}}(?:Li|Na)\b"
)
# what a compound crystallises with from solution
SOLVATE = re.compile(r"[.·-]\d*(?:\.\d+)?x?(?:H2O|D2O|THF|ACN|DME|MeOH|EtOH|CH3CN|CH3OH|C2H5OH)$")
# starting materials by their anion or water
SALT = re.compile(r"(?:CO3|OH(?![A-Z])|NO3|OAc|acac|C2O4|CH3COO|H2PO4|HPO4)\)?\d*|(?:\.|-)?\d*H2O|^(?:NH4)")
_THINGS = (
    "mixtures?|powders?|pellets?|products?|precursors?|reagents?|salts?|chlorides?|bromides?|iodides?|hydrates?|tubes?|"
    "ampoules?|solvents?|melt|materials?|samples?|compounds?|oxides?|sulfides?|halides?|electrolytes?|solutions?|slurry|"
    "slurries|solids?|gels?|glass|glasses|ceramics?|dis[ck]s?|films?|membranes?|phases?|layers?|tapes?|fibers?|fibres?|"
    "nanofibers?|nanofibres?|sheets?|separators?|specimens?|residues?|precipitates?|body|bodies|compacts?|suspensions?|"
    "tablets?|crystals?|xerogels?|ingots?|melts?|SSEs?|SEs|ones?"
)
_THING = rf"(?:{_THINGS})"
_QUALITIES = (
    "final|resulting|obtained|prepared|above|target|oxide|sulfide|halide|pure|dense|two|three|all|whole|ball-milled|milled|"
    "calcined|dried|mixed|resultant|compacted|green|same|initial|starting|collected|ground|pressed|sintered|annealed|"
    "precursor|powder|glass|white|homogeneous|composite|solid|electrolyte|cubic|tetragonal|crystalline|glassy|amorphous"
)
_DEFINITE = rf"(?:as-\w+|{_QUALITIES})"
# binary and pseudo-binary systems are families: "the M system"
PLURAL_CLASS_BEHIND = re.compile(
    r"[\s-]{0,3}(?:based|type)?\s{0,3}(?:[\w-]+\s{1,3}){0,2}?(?:electrolytes|SSEs|SEs|glass-ceramics|conductors|materials|compounds)\b"
)
# one body is named after its main part: "the M-based polymer electrolyte"
BASED_BODY = re.compile(r"-based\s{1,3}(?:[\w-]+\s{1,3}){0,2}?(?:electrolyte|membrane|film|SPE|GPE|CPE|CSE|SSE|SE)\b")
# a free variable of a series, and the values it is given
VARIABLE = re.compile(r"(?<![A-Za-z])[xyzδ](?![a-z])|(?<=[A-Z])(?<!D)[xyz](?=[A-Z(]|$)|(?<=[a-z])[xy](?=[A-Z(])")
VARIABLE_GIVEN = re.compile(r"\b[xyz]\s{0,3}=\s{0,3}\d|\d\s{0,3}[≤<]\s{0,3}[xyz]\s{0,3}[≤<]\s{0,3}\d")
# behind a series: its members one by one, "... were made by R, such as 70Li2S-30P2S5, ..."
LISTED_MEMBERS = re.compile(r"\b(?:such\s{1,3}as|including|namely|e\.g\.,?)\s{1,3}(?:\d[\d.]*|Li|Na)[A-Z\d(]")
# a series of a salt and a free amount of another: "M.xNa2B12H12"
GLUED_BEHIND = re.compile(r"[.·]\d*[xyn][A-Z]")
# in front of a name: all its varieties are meant, "pure and doped | M"
VARIETIES_BEFORE = re.compile(
    r"\b(?:(?:pure|undoped|pristine)\s{1,3}(?:and|or)\s{1,3}doped|doped\s{1,3}(?:and|or)\s{1,3}(?:pure|undoped|pristine))\s{1,3}$",
    re.I,
)
SYSTEM_BEHIND = re.compile(r"\s{0,3}(?:\w+\s{1,3})?systems?\b")
# a base form that stands for what happens to its subject: "M and M form during | R"
INTRANSITIVE = re.compile(r"(?:form|grow)\b\s{1,3}(?:during|upon|on|after|by|from|at)\b")
# behind a method's word: it tells how the starting materials were mixed, "ball-milled mixtures of M and M"
OF_MIXTURE = re.compile(
    r"\s{1,3}(?:[\w-]+\s{1,3}){0,2}?(?:mixtures?|blends?)\s{1,3}(?:(?:composed|consisting|made)\s{1,3})?(?:of|from|containing)\b"
)
# in front of materials: parts of one thing that is not named
MIXING_BEFORE = re.compile(r"\b(?:mixing|milling|grinding|homogeni[sz]ation)\s{1,3}of\s{1,3}(?:[\w-]+\s{1,3}){0,2}?$")
MIXTURE_BEFORE = re.compile(r"\b(?:mixtures?|blends?)\s{1,3}of\s{1,3}(?:[\w-]+\s{1,3}){0,2}?$")
# in front of a material: it is put into another
ADDED_BEFORE = re.compile(
    r"\b(?:doping|adding|introducing|incorporating|(?:doped|substituted)\s{1,3}(?:with|by)|(?:doping|addition|introduction|incorporation)\s{1,3}of)\s{1,3}(?:[\w-]+\s{1,3}){0,2}$"
)
# a heat treatment of a body that is there already, and words that name such a body
BODY_TREATMENT = re.compile(r"sinter|crystalli|stage|step|post", re.I)
BODY_NAMED = re.compile(r"[\s-]+(?:\w+\s{1,3})?(?:glass|glassy|pellets?|ceramics?|films?|membranes?|sheets?|layers?)\b")
# between methods: "... as well as by | R", "or via the | R"
OTHER_WAY = re.compile(
    r"(?:\bas\s{1,3}well\s{1,3}as|\bor)\s{1,3}(?:also\s{1,3})?(?:(?:by|via|through|from|using)\s{1,3})?(?:an?\s{1,3}|the\s{1,3})?(?:[\w-]+\s{1,3}){0,2}$"
)
# "To prepare | M, M and M | were dissolved": only the first is the purpose
PURPOSE_FIRST = re.compile(r"(?:^|[.;]\s)(?:In\s{1,3}order\s{1,3}to|To)\s{1,3}(?:\w+ly\s{1,3})?$")
PASSIVE_BEHIND = re.compile(r"\)?\s{0,3}(?:\([^()]{0,60}\)\s{0,3})?(?:[\w-]+\s{1,3}){0,2}?(?:was|were)\b")
# behind a participle: the powder before it became the compound
MIXED_THING = re.compile(r"\s{1,3}(?:powder\s{1,3})?(?:mixtures?|precursors?|reagents?)\b")
# ", and Kim et al. | prepared"
SECOND_AUTHOR = re.compile(
    r"\b(?:and|while|whereas)\s{1,3}(?:[A-Z][\w-]+\s{1,3}){1,3}(?:et\s{1,3}al\.?,?|and\s{1,3}co-?workers)\s{1,3}$"
)
# "it", "the pellets", "this material" in front of a passive verb, and behind an active one
ANAPHOR_SUBJECT = re.compile(
    rf"(?:^|[,;]\s{{0,3}}|\band\s{{1,3}}|\bthen\s{{1,3}})(?:(?:[Dd]ense\s{{1,3}})?(?:[Pp]ellets|[Dd]is[ck]s|[Ff]ilms|[Pp]owders?|[Ss]heets)\s{{1,3}}of\s{{1,3}})?(?:[Ii]t|[Tt]hey|[Bb]oth|[Tt]he\s{{1,3}}(?:latter|former)|(?:[Tt]he|[Tt]his|[Tt]hese|[Ss]uch|[Aa]ll|[Bb]oth)\s{{1,3}}(?:{_DEFINITE}\s{{1,3}})*{_THING})\s{{0,3}}$"
)
# in front of a participle that belongs to a sample without a name
SAMPLE_IN_FRONT = re.compile(
    rf"\b(?:in|of|for|from)\s{{1,3}}(?:the|a|those)\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,2}}?{_THING}\s{{1,3}}$"
)
BOTH = re.compile(r"^Both\b")
LATTER = re.compile(r"\b[Tt]he\s{1,3}latter\b")
ANAPHOR_OBJECT = re.compile(rf"\s{{1,3}}(?:it|them|(?:the|this|these)\s{{1,3}}(?:{_DEFINITE}\s{{1,3}})*{_THING})\b")
# a sentence that goes on with the thing in hand
_CLAUSE = (
    r"(?:^|[,;]\s{0,3}(?:and\s{1,3}|then\s{1,3})?|\band\s{1,3}|^After\s[^,.;]{0,60}\s|"
    r"\b(?:[Tt]hen|[Ff]inally|[Ss]ubsequently|[Nn]ext|[Aa]fterwards?|[Aa]fter\s{1,3}that),?\s{1,3})"
)
_IS_FOUND = "found|demonstrated|shown|reported|believed|noted|suggested|revealed|observed"
PRONOUN_SUBJECT = re.compile(
    rf"{_CLAUSE}(?:[Ii]t|[Tt]hey|(?:[Tt]he|[Tt]his|[Tt]hese|[Aa]ll|[Ss]uch)\s{{1,3}}(?:{_DEFINITE}\s{{1,3}})*(?:{_THING}\s{{0,3}})?)"
    r"(?:,[^,;.]{0,60},)?\s{0,3}(?:was|were|is|are|had|then|undergoes|underwent|has|after)\b"
    rf"(?!\s{{1,3}}(?:also\s{{1,3}})?(?:{_IS_FOUND}))"
)
_SAME = (
    r"(?:[Tt]he\s{1,3}same|[Aa]\s{1,3}similar|[Ss]imilar|[Tt]his|[Tt]he\s{1,3}above|"
    r"[Aa]n\s{1,3}(?:identical|analogous)|[Tt]his\s{1,3}same)"
)
_WAY = (
    "methods?|procedures?|way|routes?|process|processes|approach|approaches|techniques?|manner|conditions|protocols?|"
    "treatments?"
)
SAME_METHOD = re.compile(
    rf"\b{_SAME}\s{{1,3}}(?:synthesis\s{{1,3}}|preparation\s{{1,3}}|synthetic\s{{1,3}})?(?:{_WAY})\b"
    r"|\b(?:analogously|likewise|identically)\b|(?<=[a-z]{2}[ed]\s)similarly\b"
)
# between a verb of making and "the same method"
SAME_LINK = re.compile(
    r"\s{1,3}(?:from\s{1,3}(?:[\w-]+\s{1,3}){1,4})?(?:in\s{1,3}|[^.;]*\b(?:by|via|through|using|utili[sz]ing|employing|applying|adopting|with|following)\s{1,3}(?:[\w-]+\s{1,3}){0,2})?"
)
SAME_USED = re.compile(
    r"\b(?:us(?:e|ed|ing)|employ(?:ed|ing)|adopt(?:ed|ing)|appl(?:ied|ying)|follow(?:ed|ing)|[Bb]y|[Vv]ia|[Tt]hrough)\s{1,3}$"
)
# behind "the same method": "| were followed to synthesize M, M and M", "| was used for M"
USED_FOR = re.compile(
    r"\s{1,3}(?:was|were|is|are|has\s{1,3}been|have\s{1,3}been)\s{1,3}(?:also\s{1,3}|then\s{1,3})?"
    r"(?:used|followed|employed|applied|adopted|utili[sz]ed|repeated)\s{1,3}"
    r"(?:for|to\s{1,3}\w+|in)\s{1,3}(?:the\s{1,3})?(?:(?:synthesis|preparation|fabrication)\s{1,3}of\s{1,3})?"
)

# the narrative of another work begins
STUDY = re.compile(
    r"\bet\s{1,3}al\b|\bco-?\s?workers\b|\band\s{1,3}colleagues\b|\bgroup\s{1,3}of\b|['’]s?\s{1,3}(?:group|team)\b"
)
# in front of and behind starting materials
_SOURCE_VERBS = (
    "from|using|milling|mixing|combining|reacting|melting|heating|grinding|dissolving|adding|with|materials|precursors?|"
    "reagents?"
)
_SOURCE_NOUNS = "mixtures?|combination|reaction|amounts?|ratios?|proportions?|quantity|quantities|powders?"
_LISTED_AS = (
    r"(?:materials|reagents|powders|precursors|chemicals|compounds)\s{1,3}(?:[^.;:,()]{3,60}\s{1,3})?(?:were|are)"
)
SOURCE_BEFORE = re.compile(
    rf"(?:{R}(?:\s{{1,3}}of)?|\b(?:{_LISTED_AS}|(?:{_SOURCE_NOUNS})\s{{1,3}}of|reaction\s{{1,3}}between|{_SOURCE_VERBS}))\s{{0,3}}"
    r"(?:\([^()]*\)\s{0,3})?(?:an?\s{1,3}|the\s{1,3})?"
    r"(?:(?!(?:is|are|was|were|and|to|which|that)\b)[\w-]+\s{1,3}){0,3}?\(?$"
)
# what a procedure ends in: "to obtain M", "yielding M"
RESULT = re.compile(
    r"\b(?:to\s{1,3}(?:finally\s{1,3})?(?:obtain|form|yield|give|get|produce|prepare|synthesi[sz]e|afford|crystalli[sz]e|deposit|grow)|yielding|giving|"
    r"resulting\s{1,3}in|affording|obtaining|forming|which\s{1,3}(?:yielded|gave)|and\s{1,3}(?:thus\s{1,3}|then\s{1,3})?obtained)\s{1,3}"
)
# a run-in heading: "Synthesis of M."
HEADING = re.compile(
    rf"(?:[\d.]+\s{{1,3}})?(?:Synthesis|Preparation|Fabrication|Production)(?:\s{{1,3}}and\s{{1,3}}[\w\s-]{{3,40}}?)?\s{{1,3}}of\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,3}}({M})(?:[^.;:]|\.(?=\d)){{0,60}}[.:]?\s{{0,3}}"
)
# in front of members told before the verb: "Sulfides such as | M and M were made by R"
KIND_BEFORE = re.compile(
    r"(?<!impurity )\b(?i:\w+lytes?|conductors?|compounds?|materials?|halides?|sulfides?|oxides?|hydrides?|analog(?:ue)?s?|SSEs|SEs|"
    r"ceramics|glasses|garnets|argyrodites|compositions?)\s{0,3}$"
)
MEMBERS_BEFORE = re.compile(r"(?:,\s{0,3})?\b(?:such\s{1,3}as|including|like|namely)\s{1,3}(?:the\s{1,3})?$")
# members of a class target told behind it: "sulfides have been made by milling, including M, M and M"
MEMBERS = re.compile(r"(?:\b(?:including|such\s{1,3}as|namely|for\s{1,3}example|e\.g\.,?)|:)\s{1,3}")
_TAKEN = (
    "mixed|weighed|ground|milled|dissolved|added|blended|combined|melted|sealed|loaded|dispersed|reacted|purchased|"
    "homogeni[sz]ed|pelleti[sz]ed|pressed|placed|put|filled|introduced|charged|transferred"
)
_AND_ANOTHER = r"(?:,?\s{0,3}and\s{1,3}(?:[a-z]{3,20}|[A-Z][a-z]?\d?)\s{1,3})?"
_BODY_OF = r"(?:\s{1,3}(?:(?:nano)?(?:powders?|particles|wires|fib(?:er|re)s)|salts?|fillers?))?"
SOURCE_TAIL = (
    rf"\s{{0,3}}\)?(?:\s{{0,3}}\([^()]*\))?{_BODY_OF}\s{{0,3}}(?:\([^()]*\)\s{{0,3}})?"
    rf"{_AND_ANOTHER}(?:were|was|are|is)\s{{1,3}}(?:\w+ly\s{{1,3}}|first\s{{1,3}}|then\s{{1,3}}|hand[\s-]*)*"
    rf"(?:{R}|(?:{_TAKEN}|used\s{{1,3}}as|employed\s{{1,3}}as|used\s{{1,3}}for)\b)"
    r"|\s{1,3}as\s{1,3}(?:the\s{1,3})?(?:starting|raw|precursors?)|\s{1,3}precursors\b"
)
