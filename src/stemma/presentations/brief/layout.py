"""The brief as a page: which statements stand where, and how much of each list is shown."""

from stemma.presentations.brief.layout_claims import claim_sections
from stemma.presentations.brief.layout_findings import (
    disagreement_sections,
    doubt_section,
    no_claim_section,
    omission_section,
    people_section,
    quote_section,
    report_section,
    timeline_section,
)
from stemma.presentations.brief.layout_lineage import lineage_section
from stemma.presentations.brief.limits import Limits
from stemma.presentations.brief.model import Brief
from stemma.presentations.page import Page, Run, Section, item
from stemma.presentations.wording import counted

_HOW_TO_READ = (
    "A count is the number of independent origins, [min, max]. A place such as [3:1042–1101] is report 3, "
    "characters 1042 to 1101. Nothing here says what is true: it says what each claim rests on."
)


def brief_page(brief: Brief, limits: Limits) -> Page:
    """The page of `brief`; lists are cut to `limits`, and each cut says how much it leaves out."""
    sections = (
        _numbers_section(brief),
        *claim_sections(brief, limits),
        lineage_section(brief.lineage, brief.reports, limits),
        *disagreement_sections(brief.disagreements, limits),
        omission_section(brief.omissions, limits),
        timeline_section(brief, limits),
        people_section(brief.parties, limits),
        quote_section(brief.quotes, limits),
        no_claim_section(brief.no_claims, limits),
        doubt_section(brief.doubts, limits),
        report_section(brief.reports),
    )
    title = f"A story in {counted(len(brief.reports), 'report')}"
    return Page(title, tuple(section for section in sections if section.items))


def _numbers_section(brief: Brief) -> Section:
    width = max(len(str(number.value)) for number in brief.numbers)
    rows = tuple(
        item(Run(f"{number.value:>{width}} {number.counts}", "strong"), Run(f" — {number.meaning}", "faint"))
        for number in brief.numbers
    )
    return Section("The story in four numbers", _HOW_TO_READ, rows)
