"""Vocabulary of the composition extractor: symbols, prefixes, suffixes and words. No logic here."""

from __future__ import annotations

import re

# --- formulas -------------------------------------------------------------------------------------------------------

SITE_SYMBOLS = frozenset({"M", "X", "A", "Ln", "RE", "R", "Me", "TM", "Ch", "Q", "Z", "T", "D", "Hal"})
"""Letters that stand for a choice of elements on a site: M metal, X halogen, Ln and RE rare earth, Ch chalcogen."""

VACANCIES = frozenset({"□", "◻", "☐", "⎕"})
"""Signs for an empty site."""

MOBILE_IONS = {
    "Li": "Li+", "Na": "Na+", "Ag": "Ag+", "K": "K+", "Cu": "Cu+", "Mg": "Mg2+", "Ca": "Ca2+", "Zn": "Zn2+",
}  # fmt: skip
"""Elements whose ions electrolytes conduct, the most usual first."""

COMMON_MOBILE = frozenset({"Li", "Na", "K", "Ag"})
"""Mobile ions whose mere presence makes a compound an electrolyte; others conduct only where they lead the formula."""

GASES = frozenset(
    {
        "O2",
        "N2",
        "H2",
        "Cl2",
        "F2",
        "Br2",
        "I2",
        "CO2",
        "CO",
        "SO2",
        "NO",
        "NO2",
        "H2S",
        "NH3",
        "H2O",
        "CH4",
        "HCl",
        "HF",
    }
)  # noqa: E501
"""Gases and water: never an electrolyte."""

BINARY_WITHOUT_DIGITS = frozenset({"KI", "BN", "KF", "HI", "HF", "VN", "KH", "YN"})
"""Compounds of capital letters only that are not an abbreviation."""

KNOWN_WITHOUT_DIGITS = frozenset(
    {"LiOH", "NaOH", "KOH", "LiCN", "LiSCN", "NaSCN", "KSCN", "LiBOB", "LiInO", "NaCN", "LiPF", "LiAlH", "AgSCN"}
)
"""Compounds of three or more elements written without a digit."""

ORGANIC_ELEMENTS = frozenset({"C", "H", "N", "O", "S", "F", "Cl"})

HALIDES = frozenset({"F", "Cl", "Br", "I", "H"})
"""Elements whose singly charged anions are written without a number."""

NONMETALS = frozenset({"O", "S", "Se", "N", "F", "Cl", "Br", "I"})

OXIDATION_STATE = re.compile(r"[A-Z][a-z]?\((?:I{1,3}|IV|VI{0,3})\)")
"""An element with its oxidation state: ``Sb(V)``."""

CATHODE_METALS = frozenset({"Co", "Ni", "Mn", "Fe", "V", "Mo", "Cr", "Cu", "Ti", "Nb", "W"})
"""Metals whose oxides, sulfides and phosphates store charge."""

REDOX_METALS = frozenset({"Co", "Ni", "Mn", "Fe", "V"})

METALS = frozenset(
    "Li Na K Rb Cs Be Mg Ca Sr Ba Al Ga In Tl Sn Pb Bi Sb Ge Si Zn Cd Hg Cu Ag Au Pt Pd Ti Zr Hf V Nb Ta Cr Mo W Mn Fe Co Ni".split()
)
"""Metals and metalloids; a compound of these alone is an alloy and an electrode."""

ELECTRODE_FORMULAS = frozenset(
    {
        "Li4Ti5O12",
        "LiTiS2",
        "TiS2",
        "MoS2",
        "FeS2",
        "FeS",
        "NiS",
        "CoS",
        "V2O5",
        "LiVO3",
        "WO3",
        "MoO3",
        "SnO2",
        "Co9S8",
        "TiS3",
        "TiS4",
        "SeS2",
        "Li2TiO3",
        "CuS",
        "VS2",
        "VS4",
        "NbS2",
        "MnO2",
        "LiC6",
    }
)  # noqa: E501

PRECURSOR_FORMULAS = frozenset(
    """Li2S Na2S P2S5 P4S10 SiS2 GeS2 SnS2 SnS B2S3 Al2S3 Sb2S3 Sb2S5 As2S3 As2S5 ZnS WS2 P2S3 P4S9 P4S7
    LiCl LiBr LiF NaCl NaBr NaI NaF KCl KBr KI AgI CuI InCl3 InBr3 YCl3 YBr3 ScCl3 ErCl3 HoCl3 YbCl3 ZrCl4 HfCl4 AlCl3 GaCl3 FeCl3 TaCl5 NbCl5
    LaCl3 CeCl3 SmCl3 NdCl3 MgCl2 CaCl2 ZnCl2 SrCl2 BaCl2 LiF AlF3 LaF3 CaF2 ZrF4
    Li2O Na2O LiOH NaOH KOH Li2CO3 Na2CO3 K2CO3 LiNO3 NaNO3 CH3COOLi LiNH2 NaNH2 LiH NaH Li2O2 La2O3 La(OH)3 La(NO3)3 ZrO2 Ta2O5 Nb2O5 Al2O3
    Ga2O3 Y2O3 Sc2O3 TiO2 GeO2 SiO2 SnO2 HfO2 WO3 MoO3 CaO MgO ZnO CuO SrO SrCO3 BaCO3 CaCO3 In2O3 Fe2O3 Cr2O3 Sb2O3 Sb2O5 Bi2O3 TeO2 CeO2
    B2O3 H3BO3 P2O5 NH4H2PO4 (NH4)2HPO4 (NH4)3PO4 H3PO4 NaH2PO4 LiH2PO4 Al(OH)3 Al(NO3)3 ZrO(NO3)2 V2O5 Li2SO4 Na2SO4 LiPO3 NaPO3""".split()
)
"""Starting materials: compounds that are weighed in, not measured (some are a filler or a coating elsewhere)."""

# --- names ----------------------------------------------------------------------------------------------------------

NOT_ELEMENTS = frozenset(
    {"In", "As", "At", "No", "He", "Be", "Am", "Os", "Es", "Md", "Fm", "Lr", "Ra", "Re", "Th", "Pa", "Ho", "Er", "Pr"}
)  # noqa: E501
"""Element symbols that as a word of their own are nearly always something else in running text."""

GREEK_NAMES = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "κ": "kappa",
    "λ": "lambda",
    "θ": "theta",
}  # noqa: E501

POLYMORPH = re.compile(
    r"(?<![A-Za-z0-9.+])(?P<prefix>(?:[αβγδεκλθ]|alpha|beta|gamma|[abgctohrm]|HT|LT|LP|HP)(?:['′″\"]{0,2}))\s?[-–]\s?$"
)
"""What stands before a formula to name its polymorph: β-, gamma-, c-, HT-."""

NOT_POLYMERS = re.compile(
    r"poly(?:mer|crystal|morph|hedr|sulfid|sulphid|anion|cation|type|electrolyt|phase|valent|olefin\b|atomic|domain|functional|"
    r"selenid|disper|iodide|halide|vinyl\b|ether\b|ester\b)", re.IGNORECASE,
)  # fmt: skip
"""Words that begin with poly and name no polymer."""

CATHODE_CODE = re.compile(r"(?:N[CM]{2}A?|NMC|NCA|LNCM|Li?NMC)-?\d{2,3}")
"""Layered oxides by their metal ratio: NCM811, NMC-622, NCM85."""

ELECTROLYTE_LIKE = re.compile(
    r"(?:L(?:L[ZTCNA]|A[TGL][A-Z]|G[PL][A-Z]|GLZ|P[S]|SPS|Sn?PS|i?PSC|YZ|IZ|ZOC)|N(?:ZS|[LM]ZS|PS[A-Z]))[A-Za-z]{0,6}"
)
"""Abbreviations built like those of Li and Na electrolytes (LLxx garnets, LATxx, xPS sulfides, NZSP)."""

NOT_MATERIALS = frozenset(
    """SEM TEM XRD XPS EIS DFT AIMD NMR RT CV LSV CCD SEI CEI ASSB ASSBs ASSLB ASSLBs ASSLIB LIB LIBs LMB LMBs SSB SSBs
    EV EVs USA DOI ACS MDPI III II IV VI VII VIII IX XI XII FTIR EDS EDX TGA DSC MAS TOF SIMS ALD PLD CVD SPS CSP HPLT UHS RS HT LT
    CAM CE SS DOE BSE STEM HRTEM EELS AFM IR UV GB NP NPs CT MD NEB BVSE MSD RDF PDF SG TOC SOC OCV CC MIEC VTF VFT NN GITT""".split()
)
"""Abbreviations of methods, devices and journals: never a material nor a part of one."""

DOPING = re.compile(
    r"(?P<charge>\s?\^?\d?[+\-–](?=[-–\s]))?(?:\s?[-–]\s?|\s)(?:(?:co|dual|double|multi|triple|self|single)-?\s?)?"
    r"(?P<how>doped|codoped|substituted|co-doped|coated|modified|added|infiltrated|filled|incorporated|stabilized|reinforced|enriched)\s+"
    r"(?P<word>(?:cubic|tetragonal|garnet|crystalline|glassy|amorphous|nano-?sized)\s?)?"
)
"""Between a dopant and what it is put into: ``Nb-doped LLZO``, ``Fe3+-substituted LHC``, ``AlF3-coated NASICON``."""

DOPANT_AMOUNT = re.compile(r"(?<![\w.=])(\d+(?:\.\d+)?)\s?(?:(?:at|mol|wt|vol)\.?\s?%|%)?\s?$")
"""An amount before a dopant: ``0.6 Nb-doped``, ``2.5 at% Ta-doped``."""

DOPANT_LIST = re.compile(
    r"(?:(?<![A-Za-z0-9])(?<!\d )[A-Z][a-z]?(?:\^?\d?[+\-]|\([IV]+\))?(?:\s?[,/–-]\s?|\s?,?\s(?:and|&)\s)(?:\d*\.\d+\s?)?)+$"
)
"""Further dopants before the last: ``Al/Ta co-doped``, ``Al and Ta co-doped``."""

WEIGHT_GAP = re.compile(r"\s?(?P<sign>[-–+])\s?(?P<share>\d+(?:\.\d+)?)\s?(?P<unit>wt|mol|vol|at)\.?\s?%\s?[-–]?\s?$")
"""Between two parts when the second is given in per cent: ``LGPS-3 wt% Al2O3``."""

WEIGHT_BEFORE = re.compile(r"(?<![\w.=])(?P<share>\d+(?:\.\d+)?)\s?(?P<unit>wt|mol|vol|at)\.?\s?%\s?[-–]?\s?$")
"""A share in per cent before the first part: ``1 wt% CuO-LLZWO``."""

SAMPLE_NUMBER = re.compile(
    r"-(?P<number>\d++(?:\.\d++)?+)(?![\d.]*\s?(?:wt|mol|vol|at\b|%|S\b|mS|eV|nm|µm|μm|K\b|°C|h\b|V\b|cm|MPa|GPa))(?![A-Za-z0-9(\[])"
)
"""A sample's number behind an abbreviation: ``LLZO-2``, ``Mg-NZSP-0.128``."""

SAMPLE_LETTER = re.compile(r"-(?:[A-Z]|GC|HBM|HT|LT|SPS|HP|CSP)(?![A-Za-z0-9-])(?:\s\d+\s(?:min|h)\b)?")
"""A sample's letter behind an abbreviation: ``LLZT-C``."""

SAMPLE_TEMPERATURE = re.compile(r"\s(\d{3,4})\s?°C(?!\s?(?:for|in|to|and|under|–|-)\b)")
"""A sample named after its treatment: ``LGPS 600 °C``."""

RATIO = re.compile(r"\s?\((?:\d+(?:\.\d+)?)(?:\s?:\s?\d+(?:\.\d+)?)+(?:\s?(?:wt|mol|vol)\.?\s?%?)?\)")
"""The ratio of a composite's parts behind it: ``LLZO-PEO (9:1)``."""

SAMPLE_PREFIX = re.compile(r"(?<![\w-])[A-Z]-$")
"""A sample's letter before an abbreviation: ``A-LTC``."""

SAMPLE_TREATMENT = re.compile(r"\s\d+(?:\.\d+)?\s?(?:min|h)\b")
"""A sample's treatment behind its letters: ``LGPS-HBM 520 min``."""

DOPED_CLASS = re.compile(r"(?:NASICON|LISICON|thio-LISICON|argyrodite|garnet|perovskite|anti-?perovskite)(?![\w-])")
"""Class names that name a definite sample once something was put into them."""

NEGATED_SUFFIX = re.compile(r"[-–]\s?(?:free|poor|deficient)\b")

# --- definitions ----------------------------------------------------------------------------------------------------

MEANING_ROLES: tuple[tuple[re.Pattern[str], str | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), role)
    for pattern, role in (
        (
            r"electrolyte|batter|cell\b|spectroscop|microscop|density|method|process|interphase|interface|voltage|calculation|dynamics",
            None,
        ),  # noqa: E501
        (r"\bcathode|\banode|graphit|cobalt oxide|manganese oxide|titanate|iron phosphate|nickel", "electrode"),
        (r"bis\(|imide\b|perchlorate|hexafluoro|tetrafluoroborate|oxalat.*borate", "salt"),
        (r"poly|cellulose|glycol|acrylate|rubber|siloxane", "polymer"),
        (r"carbonate\b|furan|nitrile|glyme|ether\b|alcohol|formamide|pyrrolidone|ethan", "solvent"),
        (r"black|carbon|nanotube|graphene|framework", "filler"),
        (
            r"(?:lithium|sodium|potassium).*(?:oxide|sulfide|phosph|chloride|titan|zircon|oxynitride|halide|thio|germani)",
            "electrolyte",
        ),  # noqa: E501
        (r"\w(?:ide|ate)\b", "filler"),
    )
)
"""What the words of a definition say of the short name; None: it names no material. The first that fits holds."""

# --- classes --------------------------------------------------------------------------------------------------------

CLASS_MODIFIERS = (
    r"(?:NASICON|LISICON|thio-?LISICON|LGPS|argyrodite|garnet|perovskite|anti-?perovskite|spinel|olivine|UCl3|LPS|LLZO|LATP)[-\s](?:type|like|structured|based)",
    r"(?:Li|Na|K|Mg|lithium|sodium|sulfide|sulphide|oxide|halide|polymer|PEO|phosphate|hydroborate|chloride|oxychloride)[-\s]based",
    r"(?:Li|Na|K|Mg|lithium|sodium|single|fast|dual|mixed)[-\s]ion(?:[-\s]conduct(?:ing|ive))?",
    r"(?:inorganic|organic|solid|solid[-\s]state|quasi[-\s]solid(?:[-\s]state)?|all[-\s]solid[-\s]state|liquid|polymer(?:ic)?|ceramic|composite|hybrid|gel|crystalline|amorphous|"
    r"glassy|glass[-\s]ceramic|glass|oxide|oxidic|sulfide|sulphide|halide|chloride|bromide|iodide|fluoride|hydride|borohydride|hydroborate|closo-borate|phosphate|thiophosphate|nitride|"
    r"oxyhalide|oxychloride|oxysulfide|argyrodites?|garnet|perovskite|anti-?perovskite|NASICON|LISICON|thio-?LISICON|superionic|ionic|ion|fast|lithium|sodium|Li\+?|Na\+?|commercial|conventional|traditional|plasticized|single|"
    r"free-standing|ternary|quaternary|binary|mixed|layered|aliovalent|high-entropy|flexible|dry)",
)
"""Words that narrow a class down, before its head."""

CLASS_HEADS = (
    r"electrolytes?(?:\s(?:materials?|systems?|membranes?))?", r"(?-i:ISEs?|SSEs?|SEs?|SPEs?|CPEs?|GPEs?|CSEs?|CSSEs?|QSSEs?|SSCEs?|HSEs?)",
    r"(?:superionic\s|ion(?:ic)?\s|fast\s)?conductors?",
)  # fmt: skip
"""What a class of electrolytes is called."""

CLASS_NOUNS = (
    r"(?:thio-?)?LISICONs?", r"NASICONs?(?:[-\s](?:type|like|structured)(?:\s(?:materials?|compounds?|ceramics?))?)?", r"argyrodites?", r"garnets?", r"perovskites?", r"anti-?perovskites?",
    r"(?:lithium|sodium|Li|Na)[-\s]?(?:argyrodites?|garnets?|halides?|hydroborates?)", r"(?:thio|oxy)?halides", r"sul(?:f|ph)ides", r"thiophosphates", r"hydroborates", r"borohydrides", r"closo-?borates",
    r"glass[-\s]ceramics", r"oxyhalides", r"oxychlorides", r"(?:sulfide|sulphide|oxide|halide|polymer)\s(?:materials?|glass(?:es)?|glass[-\s]ceramics?|ceramics?|systems?)",
    r"(?:garnet|argyrodite|perovskite|LGPS|UCl3|LISICON)[-\s](?:type|like|structured)(?:\s(?:materials?|compounds?|oxides?|structures?|phases?))?",
)  # fmt: skip
"""Class names that need no head."""

CLASS_FAMILIES = (
    (r"thio-?LISICON", "thio-LISICON"), (r"LISICON", "LISICON"), (r"NASICON|LATP", "NASICON"), (r"LGPS", "LGPS-type"), (r"argyrodite", "argyrodite"),
    (r"garnet|LLZO", "garnet"), (r"anti-?perovskite", "anti-perovskite"), (r"perovskite", "perovskite"), (r"oxy(?:halide|chloride)", "oxyhalide"),
    (r"halide|chloride|bromide|iodide|UCl3", "halide"), (r"hydr(?:ide|oborate)|borohydr|closo", "hydroborate"), (r"glass[-\s]?ceramic", "glass-ceramic"),
    (r"composite|hybrid|CPE|CSE", "composite"), (r"polymer|SPE|GPE|PEO", "polymer"), (r"glass", "glass"), (r"sul(?:f|ph)ide|thiophosph|LPS", "sulfide"), (r"oxid", "oxide"), (r"liquid", "liquid"),
)  # fmt: skip
"""Words of a class or name → family; the first that fits holds."""

TYPE_SUFFIX = re.compile(
    rf"[-–](?:type|like|structured)(?![a-z])(?:\s(?:{'|'.join(CLASS_MODIFIERS)}))*(?:\s(?:{'|'.join(CLASS_HEADS)}|materials?|compounds?|phases?|structures?|oxides?|ceramics?))?(?![A-Za-z])"
)
"""Behind a name: it is the prototype of a class (``LGPS-type``, ``UCl3-type SSEs``)."""

BASED_SUFFIX = re.compile(r"[-–\s]based\s(?:[a-z-]+\s){0,2}(?:[a-z]+[a-rt-z]s|SSEs|SEs|ISEs)\b")
"""Behind a name: it stands for the materials made with it (``Li3InCl6-based halides``)."""

FORMS = (
    (r"glass[-\s]?ceramics?", "glass-ceramic"), (r"single[-\s]crystals?", "single crystal"), (r"thin[-\s]films?", "thin film"), (r"glass(?:y|es)?", "glass"),
    (r"amorphous", "amorphous"), (r"crystalline", "crystalline"), (r"composites?", "composite"), (r"films?", "thin film"),
)  # fmt: skip
"""Words beside a name → form of the sample."""
