"""Tables of signs and names that the repair rules use."""

from __future__ import annotations

GREEK_COMMANDS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip

# LaTeX commands that stand for one sign.
SIGN_COMMANDS = {
    **GREEK_COMMANDS,
    "times": "×", "cdot": "·", "bullet": "·", "cdotp": "·", "sim": "~", "thicksim": "~", "approx": "≈", "simeq": "≈",
    "cong": "≈", "geq": "≥", "ge": "≥", "geqslant": "≥", "leq": "≤", "le": "≤", "leqslant": "≤", "gg": "≫", "ll": "≪",
    "gt": ">", "lt": "<", "gtrsim": "≳", "lesssim": "≲", "neq": "≠", "ne": "≠", "pm": "±", "mp": "∓", "circ": "°",
    "degree": "°", "degreeCelsius": "°C", "celsius": "°C", "textdegree": "°", "textcelsius": "°C", "prime": "′",
    "rightarrow": "→", "to": "→", "longrightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔",
    "rightleftharpoons": "⇌", "infty": "∞", "propto": "∝", "ldots": "…", "dots": "…", "cdots": "…", "square": "□",
    "Box": "□", "AA": "Å", "angstrom": "Å", "textmu": "μ", "micro": "μ", "ohm": "Ω", "textendash": "–",
    "textemdash": "—", "textasciitilde": "~", "mid": "|", "parallel": "‖", "Vert": "‖", "vert": "|", "setminus": "\\",
    "percent": "%", "slash": "/", "div": "÷", "partial": "∂", "dagger": "†", "ddagger": "‡", "star": "*", "ast": "*",
    "minus": "-", "textminus": "-", "texttimes": "×", "textperiodcentered": "·", "equiv": "≡", "perp": "⊥",
    "langle": "<", "rangle": ">", "quad": " ", "qquad": " ", "space": " ",
}  # fmt: skip

# Commands whose sign stands right before what follows: "$\\mu m$", "$\\sim 4$".
PREFIX_COMMANDS = frozenset({"mu", "textmu", "micro", "sim", "thicksim"})

# Commands that only change the look of what follows, and are dropped.
STYLE_COMMANDS = frozenset({
    "overline", "bar", "hat", "tilde", "vec", "widetilde", "widehat", "mathring", "phantom",
    "text", "textrm", "textit", "textbf", "textsf", "texttt", "textup", "textnormal", "mathrm", "mathit", "mathbf",
    "mathsf", "mathtt", "mathcal", "mathbb", "mathnormal", "rm", "it", "bf", "sf", "tt", "boldsymbol", "bm", "pmb",
    "operatorname", "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "mbox", "hbox",
    "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "ce", "mathregular", "unit", "si", "em",
    "textsubscript", "underline", "overbrace", "underbrace", "mathrel", "mathop", "mathord", "mathbin", "rmfamily",
    "hspace", "vspace",
})  # fmt: skip

# A backslash and the letter after it that were read as an escape, and how the broken command goes on.
BROKEN_ESCAPES = {
    "\t": ("t", ("imes", "ext", "heta", "au", "o ", "ilde")),
    "\r": ("r", ("m", "ho", "ightarrow", "ight")),
    "\f": ("f", ("rac",)),
    "\b": ("b", ("eta", "f", "ar", "egin")),
    "\a": ("a", ("pprox", "lpha", "st")),
    "\v": ("v", ("ec", "arphi", "arepsilon", "ert")),
}

SUPERSCRIPTS = {
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁺": "+",
    "⁻": "-", "⁼": "=", "⁽": "(", "⁾": ")", "ⁿ": "n", "ˣ": "x", "˒": ",", "⸴": ",", "ᵃ": "a", "ᵇ": "b", "ᶜ": "c",
}  # fmt: skip
SUBSCRIPTS = {
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9", "₊": "+",
    "₋": "-", "₌": "=", "₍": "(", "₎": ")", "ₐ": "a", "ₑ": "e", "ₒ": "o", "ₓ": "x", "ₕ": "h", "ₖ": "k", "ₗ": "l",
    "ₘ": "m", "ₙ": "n", "ₚ": "p", "ₛ": "s", "ₜ": "t", "ᵢ": "i", "ᵣ": "r", "ᵤ": "u", "ᵥ": "v", "ᵧ": "γ", "ᵦ": "β",
}  # fmt: skip

# One sign for another that looks alike or means the same.
LOOKALIKES = {
    "∼": "~", "˜": "~", "～": "~", "≅": "≈", "⩾": "≥", "⩽": "≤", "≧": "≥", "≦": "≤", "µ": "μ", "Ω": "Ω", "Å": "Å",
    "⋅": "·", "∙": "·", "•": "·", "‧": "·", "・": "·", "·": "·", "ൈ": "×", "✕": "×", "⨯": "×", "╳": "×", "⁎": "*",
    "℃": "°C", "º": "°", "˚": "°", "∘": "°", "◦": "°", "‐": "-", "‑": "-", "﹣": "-", "－": "-", "‒": "–", "―": "—", "∥": "‖",
    "∕": "/", "⁄": "/", "∶": ":", "（": "(", "）": ")", "，": ",", "％": "%", "＝": "=", "＋": "+", "＜": "<",
    "＞": ">", "…": "...", "\u2061": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "",
    "\ufeff": "", "\u00ad": "", "\u2212": "−",
}  # fmt: skip

# Ligatures: Unicode's own and the private-use code points that publishers' fonts give them.
LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st",
    "\ue103": "fi", "\ue104": "fl", "\ue09d": "ft", "\ue09e": "fft", "\ue0a1": "fh", "\ue105": "ffi", "\ue106": "ffl",
    "\ue0ad": "tt", "\ue0b7": "fj",
}  # fmt: skip

# Signs of PDF symbol fonts that were written out as a glyph name.
GLYPH_NAMES = {
    "FB00": "ff", "FB01": "fi", "FB02": "fl", "FB03": "ffi", "FB04": "ffl", "2212": "−", "00D7": "×", "2013": "–",
    "03BC": "μ", "00B5": "μ", "03C3": "σ", "03A9": "Ω", "2126": "Ω", "00B0": "°", "00B7": "·", "22C5": "·",
    "2264": "≤", "2265": "≥", "223C": "~", "00B1": "±", "03B1": "α", "03B2": "β", "03B3": "γ", "03B4": "δ",
}  # fmt: skip

# Places of signs in the TeX symbol font (CMSY), which publishers' fonts keep: "/C0", "GLYPH<2>".
GLYPH_CODES = {
    0: "−", 1: "·", 2: "×", 3: "*", 4: "÷", 6: "±", 7: "∓", 14: "°", 15: "•", 17: "≡", 20: "≤", 21: "≥", 24: "~",
    25: "≈", 28: "≪", 29: "≫", 33: "→", 36: "↔", 47: "∝", 49: "∞",
}  # fmt: skip

# Compounds whose hyphen a converter lost with the line end behind it: where it stood.
LOST_HYPHENS = {
    "roomtemperature": 4, "hightemperature": 4, "lowtemperature": 3, "ambienttemperature": 7, "highenergy": 4,
    "temperaturedependent": 11, "solidstate": 5, "allsolid": 3, "allsolidstate": 3, "singlecrystal": 6,
    "nasicontype": 7, "lisicontype": 7, "fastion": 4, "grainboundary": 5, "solidelectrolyte": 5,
}  # fmt: skip


RELATION_OF_LETTER = {"Z": "≥", "o": "<", "r": "≤", "B": "~"}
GREEK_OF_LATIN = {"a": "α", "b": "β", "g": "γ", "d": "δ"}
