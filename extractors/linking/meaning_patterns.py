"""Words that tell what a value measures: which conductivity, which energy, computed or measured. No logic here."""

from __future__ import annotations

import re

from corpus.alternatives import Alternatives

_KIND_WORDS = r"(?:bulk|grain[- ]boundary|inter-?grain|intra-?grain|grain|total|ionic|electronic)"
_LISTED = rf"(?=(?:,? (?:and |or )?(?:the )?{_KIND_WORDS})+ (?:[a-zA-Z+^-]+ ){{0,2}}conductiv)"
"""A kind in a list of them: ``the bulk, grain-boundary and total conductivities``."""

_ONE = r"(?=[- ](?:\w+[- ]){0,3}(?:conduct|and|contribution|transport|leakage|ones?\b|part\b|components?\b))"

_BULK = r"(?:\bbulk\b|\bintra-?grain(?:ular)?\b|\bgrain\b(?![- ]bound)(?! size))"
_IONS = r"(?:\bionic\b|\bions?\b|Li\^?\+|Na\^?\+|\blithium\b|\bsodium\b|\bmagnesium\b|\bproton\b)"

CONDUCTIVITIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("grain", r"grain[- ]boundar(?:y|ies)|inter-?grain(?:ular)?|σ_?\{?gb"),
        ("bulk", rf"{_BULK}(?=[- ](?:(?:\w+[- ]){{0,3}}(?:conductiv|and)|(?:[a-z]+ )?\())"),
        ("bulk", rf"{_BULK}{_LISTED}|\bbulk(?= (?:values?|ones?)\b)"),
        ("bulk", r"σ_?\{?b(?:ulk)?\b|\b(?:in|of|within|through) the (?:bulk|grains)\b(?! of)"),
        ("total", r"\btotal\b(?=[- ](?:[^\s-]++[- ]){0,5}conductiv)|σ_?\{?t(?:ot(?:al)?)?\b"),
        ("total", rf"\btotal\b{_LISTED}"),
        ("electrical", r"\belectric(?:al(?:ly)?)?\b(?=[- ](?:\w+[- ]){0,3}conduct)"),
        ("electronic", rf"\belectron(?:ic(?:ally)?)?\b{_ONE}|σ_?\{{?e(?:l|on)?\b"),
        ("electronic", rf"\belectron(?:ic(?:ally)?)?\b{_LISTED}"),
        ("ionic", rf"{_IONS}(?=[- ](?:[^\s-]++[- ]){{0,3}}(?:conduct|and|ones?\b))|σ_?\{{?i(?:on)?\b"),
        ("ionic", rf"{_IONS}{_LISTED}"),
        ("plain", r"\bconductiv(?:ity|ities)\b"),
    )
)
"""Words that tell which conductivity is meant, by property (plain: as the last one, or ionic)."""

SUMMED = re.compile(
    r"\(\s?(?:including |i\.e\.,? |sum of )?(?:both |the )?(?:bulk|grain|σ_?b)[^()]{0,12}(?:\+|&|\band\b|\bplus\b)[^()]{0,40}\)",
    re.IGNORECASE,
)
"""What a total conductivity is the sum of: ``total (bulk + grain boundary) conductivity``."""

ACTIVATION_CUE = re.compile(
    r"(?i:\b(?:activat(?:ion|ing)|conduct(?:ion|ivity)) (?:\w+ )?(?:energ(?:y|ies)|barriers?)|\bapparent activation\b|"
    r"\benerg(?:y|ies) (?:of|for) activation\b|\bactivation enthalp\w+|\bArrhenius (?:plots?|behaviou?r|fits?|slopes?|equation|law|lines?)\b)|\bE(?: (?=a\b))?_?\{?[aA]\}?\b",
)
BARRIER_CUE = re.compile(
    r"\b(?:migration|diffusion|hopping|transport|jump|energy|energetic|percolation|conduction|kinetic|ion|Li\^\+|Na\^\+|Li-ion)"
    r"[- ](?:\w+[- ]){0,2}(?:barriers?|energ(?:y|ies)\b)|\bbarriers?\b|\bpercolation energ\w+|\bE_?m\b",
    re.IGNORECASE,
)
_ENERGY = r"[- ](?:\w+[- ]){0,1}energ(?:y|ies)"
OTHER_ENERGY_CUES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:formation|binding|adsorption|absorption|desorption|cohesive|dissociat\w+|reaction|decomposition){_ENERGY}",
        rf"\b(?:interfac\w+|surface|hull|lattice|solvation|mixing|free|Gibbs|photon|ioni[sz]ation|exchange|work of){_ENERGY}",
        rf"\b(?:vacancy|defect|segregation|cleavage|fracture|separation|bond|bonding|hydration|hydrolysis){_ENERGY}",
        rf"\b(?:substitution|total|cut-?off|convergence|crystalli[sz]ation|nucleation|phonon|optical|excitation){_ENERGY}",
        rf"\b(?:electron|relaxation|mobility){_ENERGY}",
        r"\bband ?gaps?|\bE_?g\b|\bwork functions?|\bcut-?off\b|\bconverge\w*|\bHOMO\b|\bLUMO\b|\bXPS\b|\bpeaks?\b|\bspectr\w+",
        r"\bFermi\b|\benthalp\w+|\babove (?:the )?hull|per atom|/atom|\bvalence band|\bconduction band",
        r"\bband (?:center|centre|edge)|\bSchottky|\bdriving force|\benergy densit\w+|\bspecific energy",
        r"\bchemical potential|\belectronegativit\w+|\belectron affinity|\bX-ray|\bbeam\b|\bedge\b",
    )
)
"""Energies that are none of moving ions."""

ELECTRONS = re.compile(
    r"\belectron(?:s|ic|ically)?\b|\bholes?\b|\bmetallic\b|\bsemiconduct|\bcarbon\b|\bleakage\b|\bband ?gap|\bcathode|"
    r"\bpolari[sz]ation\b|\bpolaron",
    re.IGNORECASE,
)
"""In a sentence whose ``electrical`` conductivity is one of electrons; that of a solid electrolyte is of ions."""

_OF = (
    r"\b(?:activation )?energ(?:y|ies)(?: \([^()]{1,12}\))? (?:(?:associated|connected) with|related to|of|for|to) "
    r"(?:the |an? )?(?:\w+ ){0,2}"
)
NOT_OF_CONDUCTION = Alternatives(
    rf"{_OF}(?:crystalli[sz]|crystal growth|nucleat|viscous|flow|reaction|decompos|sinter|grain growth|densificat|dehydrat)",
    rf"{_OF}(?:glass transition|deposit|melt|rotation|(?:charge|electron)[- ]transfer|de-?solvat|interfac)",
    r"\b(?:charge[- ]transfer|interfac\w+|de-?solvation) (?:activation )?(?:energ(?:y|ies)|barriers?)\b",
    r"\b(?:(?:re-?)?orient|rotat)\w*(?: [\w^+-]+){0,3}? (?:barriers?|(?:activation )?energ(?:y|ies))\b",
    r"\b(?:barriers?|energ(?:y|ies)) (?:of|for|to) (?:the |an? )?(?:\w+ ){0,2}(?:re-?)?(?:orient|rotat)\w*",
    r"\b(?:errors?|uncertaint(?:y|ies)|deviations?|accuracy|standard) (?:of|in|for) (?:the |their )?"
    r"(?:activation |migration )?(?:energ|barrier)",
    r"\b(?:crystalli[sz]ation|nucleation|viscous flow) (?:activation )?energ",
    flags=re.IGNORECASE,
)
"""An energy of activation of something else than conduction, or an error of one."""

CALORIMETRY = re.compile(r"\b(?:Kissinger|Ozawa|Avrami|Augis|Matusita)\b")
"""After whom energies of calorimetry are evaluated."""

DIRECT_CURRENT = re.compile(
    r"\b(?:dc|DC|direct[- ]current|potentiostatic|Hebb|Wagner)\b[^.;]{0,40}?\b(?:polari[sz]ation|bias|method)"
    r"|\bchronoamperomet\w+|\bHebb.Wagner\b|\bWagner.Hebb\b"
)
"""How the conductivity of electrons is measured between blocking electrodes."""

BARRIER_RENAMED = re.compile(r"\bbarriers?\b[\s,(]{1,3}$", re.IGNORECASE)
"""Right before ``Ea`` where it stands for the barrier just named."""

KIND_BEFORE_BRACKET = re.compile(
    r"\b(?P<kind>total|bulk|electronic|ionic)(?:\s(?:ionic|Li\^\+|Na\^\+))?\s\([~≈<>=\s]*$", re.IGNORECASE
)
"""Right before a value in brackets, its conductivity named before the noun: ``total ionic (v1) and electronic (v2) ones``."""

ENERGY_BESIDE = re.compile(
    r"(?: ?\((?:total|bulk|grain[- ]boundary)\))?(?: at [^,;()]{1,24})?(?:,? ?(?:with|and|/|\()|[,;])"
    r" ?(?:only |about |[~≈])?"
)
"""Between a conductivity and the energy of its activation that is told in one breath with it."""
