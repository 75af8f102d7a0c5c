"""Words that tell what a value measures: which conductivity, which energy, computed or measured. No logic here."""

from __future__ import annotations

import re

_KIND_WORDS = r"(?:bulk|grain[- ]boundary|inter-?grain|intra-?grain|grain|total|ionic|electronic)"
_LISTED = rf"(?=(?:,? (?:and |or )?(?:the )?{_KIND_WORDS})+ (?:[a-zA-Z+^-]+ ){{0,2}}conductiv)"
"""A kind in a list of them: ``the bulk, grain-boundary and total conductivities``."""

_ONE = r"(?=[- ](?:\w+[- ]){0,3}(?:conduct|and|contribution|transport|leakage|ones?\b|part\b|components?\b))"

CONDUCTIVITIES: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "grain": r"grain[- ]boundar(?:y|ies)|inter-?grain(?:ular)?|σ_?\{?gb",
        "bulk": r"(?:\bbulk\b|\bintra-?grain(?:ular)?\b|\bgrain\b(?![- ]bound)(?! size))"
        rf"(?:(?=[- ](?:(?:\w+[- ]){{0,3}}(?:conductiv|and)|(?:[a-z]+ )?\())|{_LISTED})"
        r"|σ_?\{?b(?:ulk)?\b|\b(?:in|of|within|through) the (?:bulk|grains)\b(?! of)",
        "total": rf"\btotal\b(?:(?=[- ](?:[^\s-]++[- ]){{0,5}}conductiv)|{_LISTED})|σ_?\{{?t(?:ot(?:al)?)?\b",
        "electrical": r"\belectric(?:al(?:ly)?)?\b(?=[- ](?:\w+[- ]){0,3}conduct)",
        "electronic": rf"(?:\belectronic(?:ally)?\b|\belectron\b)(?:{_ONE}|{_LISTED})|σ_?\{{?e(?:l|on)?\b",
        "ionic": r"(?:\bionic\b|\bions?\b|Li\^?\+|Na\^?\+|\blithium\b|\bsodium\b|\bmagnesium\b|\bproton\b)"
        rf"(?:(?=[- ](?:[^\s-]++[- ]){{0,3}}(?:conduct|and|ones?\b))|{_LISTED})|σ_?\{{?i(?:on)?\b",
        "plain": r"\bconductiv(?:ity|ities)\b",
    }.items()
}
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
OTHER_ENERGY_CUE = re.compile(
    r"\bband ?gaps?|\bbandgaps?|\bE_?g\b|\b(?:formation|binding|adsorption|absorption|desorption|cohesive|dissociation|reaction|"
    r"decomposition|interfac\w+|surface|hull|lattice|solvation|mixing|free|Gibbs|photon|ionization|ionisation|exchange|work of|"
    r"vacancy|defect|dissociat\w+|segregation|cleavage|fracture|separation|bond|bonding|hydration|hydrolysis|substitution|"
    r"total|cut-?off|convergence|crystalli[sz]ation|nucleation|phonon|optical|excitation|electron|relaxation|mobility)"
    r"[- ](?:\w+[- ]){0,1}energ(?:y|ies)|\bwork functions?|\bcut-?off\b|\bconverge\w*|\bHOMO\b|\bLUMO\b|\bXPS\b|\bpeaks?\b|\bspectr\w+|\bFermi\b|\benthalp\w+|"
    r"\babove (?:the )?hull|per atom|/atom|\bvalence band|\bconduction band|\bband (?:center|centre|edge)|\bSchottky|\bdriving force|"
    r"\benergy densit\w+|\bspecific energy|\bchemical potential|\belectronegativit\w+|\belectron affinity|\bX-ray|\bbeam\b|\bedge\b",
    re.IGNORECASE,
)
ELECTRONS = re.compile(
    r"\belectron(?:s|ic|ically)?\b|\bholes?\b|\bmetallic\b|\bsemiconduct|\bcarbon\b|\bleakage\b|\bband ?gap|\bcathode|"
    r"\bpolari[sz]ation\b|\bpolaron",
    re.IGNORECASE,
)
"""In a sentence whose ``electrical`` conductivity is one of electrons; that of a solid electrolyte is of ions."""

NOT_OF_CONDUCTION = re.compile(
    r"\b(?:activation )?energ(?:y|ies) (?:of|for|to) (?:the |an? )?(?:\w+ ){0,2}(?:crystalli[sz]\w*|nucleat\w*|viscous|flow|reaction|"
    r"decompos\w*|sinter\w*|grain growth|densificat\w*|dehydrat\w*|glass transition|deposit\w*|melt\w*|rotation|"
    r"(?:charge|electron)[- ]transfer|de-?solvat\w*|interfac\w*)"
    r"|\b(?:charge[- ]transfer|interfac\w+|de-?solvation) (?:activation )?(?:energ(?:y|ies)|barriers?)\b"
    r"|\b(?:(?:re-?)?orient|rotat)\w*(?: [\w^+-]+){0,3}? (?:barriers?|(?:activation )?energ(?:y|ies))\b"
    r"|\b(?:barriers?|energ(?:y|ies)) (?:of|for|to) (?:the |an? )?(?:\w+ ){0,2}(?:re-?)?(?:orient|rotat)\w*"
    r"|\b(?:errors?|uncertaint(?:y|ies)|deviations?|accuracy|standard) (?:of|in|for) (?:the |their )?(?:activation |migration )?"
    r"(?:energ|barrier)|\b(?:crystalli[sz]ation|nucleation|viscous flow) (?:activation )?energ",
    re.IGNORECASE,
)
"""An energy of activation of something else than conduction, or an error of one."""

DIRECT_CURRENT = re.compile(
    r"\b(?:dc|DC|direct[- ]current|potentiostatic|Hebb|Wagner)\b[^.;]{0,40}?\b(?:polari[sz]ation|bias|method)"
    r"|\bchronoamperomet\w+|\bHebb.Wagner\b|\bWagner.Hebb\b"
)
"""How the conductivity of electrons is measured between blocking electrodes."""

BARRIER_RENAMED = re.compile(r"\bbarriers?\b[\s,(]{1,3}$", re.IGNORECASE)
"""Right before ``Ea`` where it stands for the barrier just named."""

DIFFERENCE = re.compile(
    r"\b(?:increas|improv|decreas|enhanc|reduc|rais|rise|rose|drop|high|low|larg|small|great|less|chang|differ|lift|shift)\w*"
    r"\b[^;]{0,60}?\bby (?:up to |about |approximately |~|as much as )?(?:[\d.]+ ?(?:m?eV|m?S cm\^-1|kJ mol\^-1)?(?:,| and) ?)?$"
    r"|\b(?:increase|decrease|difference|change|reduction|drop|shift)s? (?:in [\w -]{1,40} )?of (?:about |approximately |~)?$",
    re.IGNORECASE,
)
"""Before a number that tells a difference, not a value (``increased by 0.5 mS cm^-1``)."""

COMPUTED_CUE = re.compile(
    r"\bDFT\b|\bAIMD\b|\bab initio\b|\bfirst[- ]principles?\b|molecular dynamics|\bMD simulation|\bNEB\b|nudged elastic|"
    r"\bsimulat\w+|\bcalculat\w+|\bcomput(?:ed|ation\w*|ing)\b|\bpredict\w*|\btheoretical(?:ly)?\b|bond[- ]valence|\bBVEL\b|"
    r"\bBVSE\b|machine[- ]learn\w*|\bMLFF\b|\bextrapolat\w+ from AIMD|density functional",
    re.IGNORECASE,
)
MEASURED_CUE = re.compile(
    r"\bmeasur\w+|\bexperiment\w*|\bEIS\b|\bimpedance\b|\bArrhenius\b|\bsynthesi[sz]ed\b|\bprepared\b|\bsintered\b|\bannealed\b|"
    r"\bmilled\b|\bNMR\b",
    re.IGNORECASE,
)

AGREES_WITH_THEORY = re.compile(
    r"\b(?:agree\w*|consistent|accord|in line|match\w*)\b[^;]{0,25}\b(?:theor|calculat|predict|simulat|comput)",
    re.IGNORECASE,
)
EXPECTED = re.compile(
    r"\b(?:expected|predicted|anticipated|supposed|estimated|calculated|computed) to\b", re.IGNORECASE
)

KIND_BEFORE_BRACKET = re.compile(
    r"\b(?P<kind>total|bulk|electronic|ionic)(?:\s(?:ionic|Li\^\+|Na\^\+))?\s\([~≈<>=\s]*$", re.IGNORECASE
)
"""Right before a value in brackets, its conductivity named before the noun: ``total ionic (v1) and electronic (v2) ones``."""
