"""Wording by which the parts of an article are known, in English scientific articles of any publisher."""

from __future__ import annotations

import re

from corpus.alternatives import Alternatives
from corpus.structure.wording import wording

# Titles of sections that are no evidence, and what stands under them; front matter wherever it stands.
REFERENCES_TITLE = wording("references")
BACK_MATTER_TITLE = wording("back_matter")
GLOSSARY_TITLE = wording("glossary")
FRONT_MATTER_LINE = wording("front_matter")
SECTION_TITLE = wording("section")
BACK_MATTER_RUN_IN = wording("back_matter_run_in")
# Lists of what stands where; their entries look like headings and captions.
CONTENTS_TITLE = re.compile(
    r"^[#■●▪◆\s]*\**(?:Table of contents|Contents|List of (?:figures|tables|schemes|publications))\**\s*:?$",
    re.IGNORECASE,
)
DOT_LEADER = re.compile(r"\.(?:[ ]?\.){5,}")
PAGE_AT_END = re.compile(r"[^\d\s]\s+(?:\d{1,3}|[ivxl]{1,6})\s*\|?$")
# A part of a long document that stands behind a list of references, or begins anew.
PART_TITLE = re.compile(
    r"^[#■●▪◆\s]*\**(?:(?:Chapter|CHAPTER|Part|PART)\s+(?:\d{1,2}|[IVX]{1,5})\b"
    r"|(?:Appendix|APPENDIX|Appendices|Annex)(?:\s+[A-Z\d]{1,2})?\b(?!\.? Supplementary)"
    r"|(?:Supporting|SUPPORTING|Supplementary|SUPPLEMENTARY|Supplemental) ?(?:Information|INFORMATION|Materials?|Notes?)\b).{0,110}$"
)
ABSTRACT_TITLE = re.compile(
    r"^[#■●▪◆\s]*\**(?:Abstract|ABSTRACT|A ?B ?S ?T ?R ?A ?C ?T|a b s t r a c t|Summary|SUMMARY)\**\s*[:.]?$"
)
ABSTRACT_RUN_IN = re.compile(r"^\**(?:Abstract|ABSTRACT)\**\s?[:.—–-]\**\s")
INTRODUCTION_TITLE = re.compile(
    r"^[#■●▪◆\s]*(?:(?:1|I)\.?\s+(?:\|\s)?)?\**(?:Introduction|INTRODUCTION|Background|BACKGROUND)\**\s*:?$"
)

AFFILIATION = re.compile(
    r"\b(?:Universit(?:y|ät|é|à)|Institutes?|Department|School|Faculty|Laborator(?:y|ies)|Academy|College"
    r"|Cent(?:er|re) (?:for|of)"
    r"|Hospital|Ministry)\b"
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
HIGHLIGHTS_TITLE = re.compile(r"^[#■●▪◆\s]*\**(?:Highlights|HIGHLIGHTS|h i g h l i g h t s)\**\s*:?$")
NO_TITLE = re.compile(
    r"^(?:Short communication|Letter$|Full paper|Chapter \d|Supplementary|Review|Article|Open Access|Research|Perspective|Communication|Journal|\W|https?:)",
    re.IGNORECASE,
)

_LABEL = re.compile(
    r"^[#>\s]*\**((?:Supplementary\s)?(?:Fig(?:ure|\.|s\.|ures)?|FIG(?:URE|\.)?|Scheme|SCHEME|Chart|Box|Table|TABLE)\s{0,3}"
    r"(?:S?\d{1,3}(?:\.\d{1,2})?|[IVX]{1,4})[a-z]?)\**(?=[.:|\s(]|$)"
)
_PANELS = re.compile(r"(?:\([a-z]\)|-[a-z]|[a-z])(?:(?:,|,?\sand)?\s?(?:\([a-z]\)|-[a-z]))*\s")
_SENTENCE = re.compile(
    r"(?:shows?|presents?|displays?|illustrates?|compares?|summari[sz]es|lists?|gives?|depicts?|and\b|,|is\b|are\b|in\b|of\b"
    r"|[a-z]\d?\b(?!\.))"
)


def caption_start(text: str) -> re.Match[str] | None:
    """The label (group 1) with which a line begins that is a caption and no sentence about a figure or table.

    >>> [bool(caption_start(text)) for text in ("Figure 2. Cells", "Figure 2 shows cells", "Table 1 (a) and (b) list")]
    [True, False, False]
    """
    label = _LABEL.match(text)
    if label is None:
        return None
    behind = text[label.end() :].lstrip()
    panels = _PANELS.match(behind)
    is_sentence = _SENTENCE.match(behind) or (panels and _SENTENCE.match(behind, panels.end()))
    return None if is_sentence else label


CAPTION_GOES_ON = re.compile(
    r"^\([a-zA-Z]\d?(?:[,–-]\s?[a-z]\d?)*\)|Repr(?:oduced|inted)|[Cc]opyright|©|permission|Adapted|Panel"
)

# Words that stand in captions and hardly in running text: panel letters, rights.
CAPTION_MARK = re.compile(
    r"\([a-h]\d{1,2}\) [A-Zα-ω]|Repr(?:oduced|inted) ?with|ermission from|Copyright \d{4}|\d{4}, [A-Z][\w-]+\.?$"
)

# A line that ends in a sign between two numbers, and one that begins with a remark in brackets: no list's "(a)".
OPEN_END = re.compile(r"(?:[×·=±≈~<>≤≥]|\d\s?\(cid:\d+\))$")
OPEN_BRACKET = re.compile(r"^\([a-z]{4,}\s")

NUMBERED_HEADING = re.compile(
    r"^(?:#{1,6}\s)?\**(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?:\|\s)?(?=[A-Zα-ω“\"(\[$\\]|[a-z]+-[A-Z]|[23]D\b)"
)
ROMAN_HEADING = re.compile(r"^(?:#{1,6}\s)?\**(?:[IVX]{1,5}|[A-H])\.\s+(?=[A-Z])")
RUN_IN_HEADING = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,4}\.?\s[A-Z][^.:]{2,70}[.:])\s+(?=[A-Z\d(])")
MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+\S")
BULLET = re.compile(r"^(?:[-•▪◦·*]\s+|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])\)\s+(?=[A-Z]))")

# A sentence's end, with closing brackets, quotation marks and citations behind it.
SENTENCE_END = re.compile(
    r"[.!?:;](?:[\"”’')\]}$*]|\\[)\]])*\s?(?:\^?\[[\d,;\s–−-]+\]|\^\{?[\d,–−-]+\}?|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻,˒]+"
    r"|(?:(?<=[A-Za-z)\]%’”\"][.!?])|(?<=[A-Za-z][1-9][.!?]))\d{1,3}(?:[,–-]\d{1,3})*)?\*{0,3}$"
)
ABBREVIATION_END = re.compile(
    r"(?:\bet al|\bFigs?|\bRefs?|\bEqs?|\be\.g|\bi\.e|\bvs|\bca|\bapprox|\bNo|\bcf|\bresp)\.$"
)
UNIT_OPENS = re.compile(r"^(?:S(?:[\s·.]?|\s?/\s?)cm|S/m\b|(?:K|V|MPa|GPa|C)(?=[\s,.;)]))")
"""A line that begins with the unit of the number which ends the line before."""

GOES_ON = re.compile(r"^(?:[a-zα-ω\d(≥≤<>=~±×+\-–−%°/,.;:)\]]|\[\d|[\\$]|\W*(?:Ω|Å))")

RUNNING_HEAD = Alternatives(
    # Numbers of pages, alone or beside a title.
    r"^(?:Page \d+ of \d+|\d+ of \d+|p\.? ?\d{1,4}|\d{1,4}\s?\|\s?.{3,80}|.{3,80}\|\s?\d{1,4})$",
    # Journals with year, volume and pages.
    r"^(?:[A-Z][\w. ]{2,40}\.? )?(?:19|20)\d\d, ?\d+, ?\d+\s?[-–−]\s?\d+$",
    r"^\*?[A-Z][\w. ]+\*? \**(?:19|20)\d\d\**, \*?\d+\*?, \d+(?: of \d+| FOR PEER.*)?$",
    r"^(?:j ?o ?u ?r ?n ?a ?l homepage: ?\S+|(?:#+ )?Journal of [A-Z][\w ]{2,40}|(?:#+ )?ll|(?:[A-Z][a-z]*\. ?){2,5})$",
    # What publishers say of access, dates and rights.
    r"^(?:https?://\S+|www\.\S+|View Article Online|Contents lists? available at .{3,40}|Downloaded (?:from|on|by) .*"
    r"|This journal is ©.*|Creative Commons.{0,60}|This article is licensed under a Creative Commons.*"
    r"|Open Access Article\..*|© ?\d{4} .{0,80}|(?:Accepted|Published on) .{0,40}\d{4}\.?.{0,60})$",
    # The title of an axis that was set between two lines of the text.
    r"^[A-Z][a-z]+(?: [a-zA-Z]+){0,4} \((?:min|h|s|°C|K|V|mV|nm|μm|Å|%|cm|mA|a\. ?u\.|degrees?|2θ|S cm-1|MPa|GPa|Ω)\)$",
)

_JOURNAL = r"[A-Z][\w.]*(?: (?:[A-Z&(][\w.)]*|of|and|in|the|for)){0,7}"
# The same where they stand apart from the text; a reference may end with such a line.
RUNNING_HEAD_ALONE = Alternatives(
    r"^\d{1,4}$",
    rf"^(?:[A-Z].{{2,70}} ?/ ?)?{_JOURNAL} \d{{1,4}} \((?:19|20)\d\d\) [A-Z]?\d{{1,7}}(?:\s?[-–−]\s?[A-Z]?\d{{1,7}})?$",
    rf"^{_JOURNAL}, \d{{1,4}} \(\d{{1,3}}\) [A-Z]?\d{{1,5}}(?:[-–−][A-Z]?\d{{1,5}})? \((?:19|20)\d\d\)$",
    rf"^{_JOURNAL},? (?:19|20)\d\d, \d{{1,4}}, [A-Z]?\d{{1,7}}(?:\s?[-–−]\s?\d{{1,7}})?(?: \d{{1,3}} of \d{{1,3}})?$",
    r"^(?:DOI:? ?|(?:https?://)?(?:dx\.)?doi\.org/|doi:)10\.\d{4,5}/\S{3,60}(?: \| .{3,60})?$",
    r"^[A-Z].{2,60}\| .{0,60}www\.\S{4,60}.{0,60}$",
)


# Licence stamps that publishers set sideways at the edge of a page, blanks left out.
SIDEWAYS_STAMP = re.compile(
    r"OpenAccessArticle|Downloadedfrom|Downloadedon|islicensedunder|Publishedon|Viewonline", re.IGNORECASE
)
