"""Vocabulary of formulas and names: symbols, prefixes, suffixes and what stands between parts. No logic here."""

from __future__ import annotations

import re

from corpus.data import data_of
from corpus.elements import CATIONS, SYMBOL_OF
from corpus.patterns import Pattern

_LISTS: dict[str, str] = data_of(__file__, "vocabulary.toml")


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


# --- formulas -------------------------------------------------------------------------------------------------------

SITE_SYMBOLS = frozenset({"M", "X", "A", "Ln", "RE", "R", "Me", "TM", "Ch", "Pn", "Q", "Z", "T", "D", "Hal"})
"""Letters that stand for a choice of elements on a site: M metal, X halogen, Ln and RE rare earth, Ch chalcogen."""

DEFICIENCY = "δ"
"""What an oxide lacks of its oxygen: it makes no series, and stays open in a member's formula."""

VACANCIES = frozenset({"□", "◻", "☐", "⎕"})
"""Signs for an empty site."""

MOBILE_IONS = {
    "Li": "Li+", "Na": "Na+", "Ag": "Ag+", "K": "K+", "Cu": "Cu+", "Mg": "Mg2+", "Ca": "Ca2+", "Zn": "Zn2+",
    "Al": "Al3+", "Rb": "Rb+", "Cs": "Cs+",
}  # fmt: skip
"""Elements whose ions electrolytes conduct, the most usual first."""

COMMON_MOBILE = frozenset({"Li", "Na", "K", "Ag"})
"""Mobile ions whose mere presence makes a compound an electrolyte; others conduct only where they lead the formula."""

GASES = _words("gases")
WRITTEN_WITHOUT_DIGITS = _words("written_without_digits")
METALS = _words("metals")
ELECTRODE_FORMULAS = _words("electrodes")
CRYSTAL_WATER = re.compile(r"[·-](?:\d++(?:\.\d++)?+|[nx])?H2O$")
"""The water of a hydrate, of which the amount is not open as that of a series is: ``ZrO(NO3)2-xH2O``."""

PRECURSOR_FORMULAS = _words("precursors")

_SALT_ANIONS = dict(pair.split(":") for pair in _words("salt_anions"))
SPELLED_SALT = Pattern(
    r"(?:(?<=[A-Za-z)\]\d][-–/:])|(?<=[A-Za-z)\]\d]\s[-–]\s)|(?<![\w-])(?=\w+\s"
    r"(?:perchlorate|triflate|trifluoromethanesul(?:f|ph)onate|thiocyanate|hexafluorophosphate|tetrafluoroborate)(?!\s?\()))"
    rf"(?P<cation>[Ll]ithium|[Ss]odium|[Pp]otassium|[Aa]mmonium)\s(?P<anion>{'|'.join(_SALT_ANIONS)})(?![\w-])"
)
"""A salt by its name: one that polymers dissolve, or joined to its polymer by a sign: ``chitosan-lithium acetate``."""


def salt_formula(spelled: re.Match[str]) -> str:
    """The formula of a salt told by its name."""
    anion, cation = _SALT_ANIONS[spelled["anion"]], {"ammonium": "NH4", **CATIONS}[spelled["cation"].lower()]
    return anion + cation if anion.endswith("COO") else cation + anion


NAME_ANIONS, NAME_CONDUCTORS = map(_words, ("name_anions", "name_conductors"))

ORGANIC_ELEMENTS = frozenset({"C", "H", "N", "O", "S", "F", "Cl"})
HALOGENS = frozenset({"F", "Cl", "Br", "I"})
HALIDES = HALOGENS | {"H"}
"""Elements whose singly charged anions are written without a number."""

NONMETALS = HALOGENS | {"O", "S", "Se", "N"}
ANION_FORMERS = NONMETALS | {"P", "B", "C", "H", "Te", "As", "Sb", "Si", "Ge"}
"""Elements that form anions; a run of others without any amount (LaZr) is no compound."""

REDOX_METALS = frozenset({"Co", "Ni", "Mn", "Fe", "V"})
"""Metals whose oxides and phosphates store charge."""

ISOTOPE = re.compile(r"\[\d{1,2}(?=(?:Li|Na|H|B|K)\])")
"""The mass number of an enriched isotope: ``[6Li]3PS4``."""

MIDDLE_DOT = r"(?:[·∙⋅•]|(?<=\s)center dot(?=\s))"
"""The middle dot between the parts of a mixture, also as indexing services spell it."""

OXIDATION_STATE = re.compile(r"[A-Z][a-z]?\((?:I{1,3}|IV|VI{0,3})\)")
"""An element with its oxidation state: ``Sb(V)``."""

# --- names ----------------------------------------------------------------------------------------------------------

NOT_ELEMENTS = _words("not_elements")
NOT_MATERIALS = _words("not_materials")
NOT_CODES = _words("not_codes")

GREEK_NAMES = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa", "λ": "lambda", "θ": "theta",
}  # fmt: skip

_POLYMORPH_SIGN = rf"(?:[{''.join(GREEK_NAMES)}]|alpha|beta|gamma|delta|[abgctohrm]|HT|LT|LP|HP)['′″\"]{{0,2}}"
POLYMORPH = re.compile(rf"(?<![A-Za-z0-9.+])(?P<prefix>{_POLYMORPH_SIGN})\s?[-–]\s?$")
"""What stands before a formula to name its polymorph: β-, gamma-, c-, HT-."""

POLYMORPH_NAME = re.compile(
    r"^(?:alpha|beta|gamma|delta|epsilon|kappa|lambda|theta|[abgctohrm]|HT|LT|LP|HP)['′″]*-(?=[A-Z])"
)
"""The same in a plain name."""

NOT_POLYMERS = re.compile(
    r"poly(?:mer|crystal|morph|hedr|sulfid|sulphid|anion|cation|type|electrolyt|phase|valent|olefin\b|atomic|domain|"
    r"functional|selenid|disper|iodide|halide|vinyl\b|ether\b|ester\b)",
    re.IGNORECASE,
)
"""Words that begin with poly and name no polymer."""

CATHODE_CODE = re.compile(r"(?:N[CM]{2}A?|NMC|NCA|LNCM|Li?NMC)-?\d{2,3}")
"""Layered oxides by their metal ratio: NCM811, NMC-622, NCM85."""

ELECTROLYTE_LIKE = re.compile(
    r"(?:L(?:L[ZTCNA]|A[TGL][A-Z]|G[PL][A-Z]|GLZ|PS|SPS|SnPS|iPSC)|N(?:[A-Z]?ZS|PS[A-Z]))[A-Za-z]{0,6}"
    r"|[LN][YIZSETH][A-Z]O?[CB]"
)
"""Abbreviations built like those of Li and Na electrolytes (LLxx garnets, LATxx, xPS sulfides, NZSP, LYZC)."""

# --- what is put into or onto a material ----------------------------------------------------------------------------

DOPING = re.compile(
    r"(?P<charge>\s?\^?\d?[+\-–](?=[-–\s]))?(?:\s?[-–]\s?|\s)(?:(?:co|dual|double|multi|triple|self|single)[-\s]\s?)?"
    r"(?P<how>(?:co-)?[a-z]{2,9}ed)\s+(?P<word>(?:cubic|tetragonal|garnet(?=\s[A-Z(])|crystalline|glassy|amorphous|nano-?sized)\s?)?"
)
"""Between a dopant and what it is put into: ``Nb-doped LLZO``, ``Fe3+-substituted LHC``, ``AlF3-coated NASICON``."""

HANGING_DOPING = re.compile(
    r"(?:(?:\^?\d?[+\-–])?[-–\s](?:co-)?(?:doped|substituted)|[-–])(?P<next>\s?,\s(?:and\s)?|\s(?:and|or)\s)"
)
"""Between two dopants of one host, which stands behind the last: ``Al-doped, Ga- and Ta-doped LLZO``."""

PUT_IN = _words("put_in")
"""How a dopant is put in: the participles that :data:`DOPING` may hold."""

SPELLED_ELEMENTS = {name: symbol for name, symbol in SYMBOL_OF.items() if symbol not in _words("no_dopants")}
"""Elements that are put into electrolytes, by name."""

SPELLED_DOPANT = re.compile(r"\b(?P<element>[A-Za-z]{3,12})[-\s]?(?:doped|substituted)\s{1,3}$")
"""A dopant by the name of its element before what it was put into: ``sulfur-doped LATP``."""

DOPANT_AMOUNT = re.compile(r"(?<![\w.=])(?:\d+(?:\.\d+)?\s?(?:(?:at|mol|wt|vol)\.?\s?)?%|\d+\.\d+)\s?$")
"""An amount before a dopant: ``0.6 Nb-doped``, ``2.5 at% Ta-doped``."""

DOPANT_LIST = re.compile(
    r"(?:(?:(?<![\w.=])\d+\.\d+\s?|(?<![A-Za-z0-9])(?<!\d ))[A-Z][a-z]?(?:\^?\d?\+|\^\d?-|\([IV]+\))?"
    r"(?:\s?[,/–-]\s?(?![,/–-])|\s?,?\s(?:and|&)\s)(?:\d*\.\d+\s?)?)+$"
)
"""Further dopants before the last: ``Al/Ta co-doped``, ``0.2Al/0.3Ta co-doped``."""

DOPED_CLASS = re.compile(r"(?:NASICON|LISICON|thio-LISICON|argyrodite|garnet|perovskite|anti-?perovskite)(?![\w-])")
"""Class names that name a definite sample once something was put into them."""

WEIGHT_GAP = re.compile(r"[)\]]?\s?[-–+/]\s?[(\[]?\d+(?:\.\d+)?\s?(?:(?:wt|mol|vol|at)\.?\s?)?%\s?[-–]?\s?$")
"""Between two parts when the second is given in per cent: ``LGPS-3 wt% Al2O3``."""

WEIGHT_BEFORE = re.compile(r"(?<![\w.=])\d+(?:\.\d+)?\s?(?:(?:wt|mol|vol|at)\.?\s?)?%\s?[-–]?\s?$")
"""A share in per cent before the first part: ``1 wt% CuO-LLZWO``."""

SUBJECT_SHARE = re.compile(
    r"(?:^|[.;]\s|\b(?:[Tt]he|[Aa]n?|for|of\sthe)\s)(?P<share>\d+(?:\.\d+)?\s?(?:(?:wt|mol|vol)\.?\s?)?%\s)$"
)
FILLED_BODY = re.compile(r"\s(?:(?:composite|hybrid|polymer)\s|[CSHP]{1,3}[PS]?E\b|PC?SE\b)")
"""Before a filler its share where a sentence or a noun phrase begins, behind it the body it fills: ``the 10% LATP CPE``."""

# --- sample codes ---------------------------------------------------------------------------------------------------

SAMPLE_NUMBER = re.compile(
    r"-(?P<number>\d++(?:\.\d++)?+)"
    r"(?![\d.]*\s?(?:wt|mol|vol|at\b|%|S\b|mS|eV|nm|µm|μm|K\b|°C|h\b|V\b|cm|MPa|GPa))(?![A-Za-z0-9(\[])"
)
"""A sample's number behind an abbreviation: ``LLZO-2``, ``Mg-NZSP-0.128``."""

DOPANT_SHARE = re.compile(r"[A-Z][a-z]?\d*\.\d+")
"""What went into a sample behind its name: the ``Sc0.3`` of ``NZSP-Sc0.3``."""

SAMPLE_LETTER = re.compile(r"-(?:[A-Z]|GC|HT|LT|SPS|HP|CSP)(?![A-Za-z0-9-])(?:\s\d+\s(?:min|h)\b)?")
"""A sample's letter behind an abbreviation: ``LLZT-C``."""

SAMPLE_TEMPERATURE = re.compile(r"\s(\d{3,4})\s?°C(?!\s?(?:for|in|to|and|under|–|-)\b)")
"""A sample named after its treatment: ``LGPS 600 °C``."""

SAMPLE_PREFIX = re.compile(r"(?<![\w-])[A-Z]-$")
"""A sample's letter before an abbreviation: ``A-LZOC``."""

PROCESS_PREFIX = re.compile(
    r"(?<![\w-])(?!(?:co|de|re|in|on|un|an|as|ab|ad|bi|di|tri|non|pre|sub|mid|low|all|the|two|ion|p|n|s)-)[a-z]{2,3}[-–]$"
)
"""Small letters before a name that tell how its sample was made: ``hp-Li3YBr6`` (hot-pressed), ``bm-LPSCl``."""

SAMPLE_TREATMENT = re.compile(r"\s\d+(?:\.\d+)?\s?(?:min|h)\b")
"""A sample's treatment behind its letters: ``LLZO-XY 30 min``."""

POROUS_HOST = re.compile(
    r"(?<![\w-])(?:MCM|SBA|KIT|MIL|U[iI]O|ZIF|HKUST|IRMOF|MOF|COF|NU|DUT|PCN|CAU)-\d{1,4}+(?:\([A-Z][a-z]?\))?(?![\w.])"
)
"""Mesoporous silicas and metal-organic frameworks by their series and number: ``SBA-15``, ``MIL-68(In)``."""

KIND_OF_ELECTROLYTE = re.compile(r"[-–](?:[CSGHP]PE|C?S?SE|QSS?E)(?![\w-])")
"""Behind a composite what kind of electrolyte it is: ``PVDF/LLZTO-CPE``."""

POLYMER_COMPOSITE = re.compile(r"[-−–\s]polymer\s(?:composites?|hybrids?)\b")
"""Behind a material, the composite it makes with a polymer that is not named: ``LPS polymer composite``."""

RATIO = re.compile(
    r"\s?\((?:\d+(?:\.\d+)?)(?:\s?:\s?\d+(?:\.\d+)?)+(?:\s?(?:(?:wt|mol|vol)\.?\s?%?|w/w|v/v|by\s(?:mass|weight|volume)))?\)"
)
"""The ratio of a composite's parts behind it: ``LLZO-PEO (9:1)``, ``PVDF/LATP (7:3 by mass)``."""

NAMES_A_SAMPLE = re.compile(
    r"\s(?:(?:solid|composite|polymer|gel|hybrid)\s)*(?:electrolytes?|SSEs?|SPEs?|CPEs?|CSEs?|GPEs?)\b"
)
"""Behind an abbreviation nobody defined that names an electrolyte: ``the PLLS electrolyte``."""

STRUCTURE_PART = re.compile(
    r"\s(?:units?|groups?|tetrahedra|octahedra|polyhedra|polyanions?|anions?|clusters?|moiet(?:y|ies)|ions?)\b"
)
"""Behind anions that are a part of structures: ``the PO4 tetrahedra``."""

# --- definitions ----------------------------------------------------------------------------------------------------

MEANING_EXCLUDED = re.compile(
    r"batter|cell\b|spectroscop|spectrometr|microscop|diffract|resonance|density|method|process|interphase|interface|"
    r"voltage|calculation|dynamics|theory|database|network|analysis|energy|temperature|resistance|treatment|technique|"
    r"sintering|layer\b",
    re.IGNORECASE,
)
"""Words of definitions that name a method, a device or a quantity."""

_SALT_WORDS = (
    r"bis\(|(?<!poly)(?<!poly\()imide\b|perchlorate|hexafluoro(?!prop)|tetrafluoroborate|oxalat.*borate|\btriflate"
    r"|(?:lithium|sodium|potassium|magnesium|zinc|ammonium)\s(?:\w+sul(?:f|ph)onate|thiocyanate|iodide|bromide|nitrate|acetate|hydroxide)\b"
)
MEANING_ROLES: tuple[tuple[re.Pattern[str], str | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), role)
    for pattern, role in (
        (r"electrolyte", None),
        (r"\bcathode|\banode|graphit|cobalt oxide|manganese oxide|titanate|iron phosphate|nickel", "electrode"),
        (rf"poly\w*[ (\[].*(?:{_SALT_WORDS})|(?:{_SALT_WORDS}).*\bpoly", "electrolyte"),
        (r"(?:imidazol|pyrrolidin|piperidin|pyridin|phosphon)ium\b", "liquid"),
        (_SALT_WORDS, "salt"),
        (r"poly|cellulose|glycol|acrylate|rubber|siloxane|chitosan|dextran|starch|gelatin|alginate|lignin|carrageenan", "polymer"),
        (r"(?<!poly)ic acid$", "salt"),
        (r"(?:ethylene|propylene|butylene|vinylene|methyl|ethyl) carbonate\b|furan|nitrile|glyme|ether\b|alcohol|formamide|pyrrolidone|ethan|glycerol"
         r"|phthalate\b|sulph?[fh]?ite\b|sulfolane|lactone", "solvent"),
        (r"black|carbon|nanotube|graphene|framework", "filler"),
        (r"(?:lithium|sodium|potassium).*(?:oxide|sulfide|phosph|chloride|titan|zircon|oxynitride|halide|thio|germani)",
         "electrolyte"),
        (r"\w(?:ide|ate)\b", "filler"),
    )
)  # fmt: skip
"""What the words of a definition say of the short name; None: it names no material. The first that fits holds."""
