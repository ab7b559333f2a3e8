"""What a source is in the field's terms, once it is known whom it means; and why an unnamed one is not named.

Resolution needs few kinds (a body is a body); readers want to tell a court from a company, and a post from a report."""

import re
from dataclasses import replace
from functools import cache

from stemma.attributions.cues import rule, table
from stemma.attributions.page import Page
from stemma.model import Source, SourceKind
from stemma.values.companies import is_company

_REFINED = frozenset({"body", "document", "unnamed"})


def refined(page: Page, source: Source) -> Source:
    """`source` with its kind in the field's terms; an unnamed one with why it is not named, where that is told."""
    if source.kind in ("outlet", "agency"):
        words = frozenset(page.text[source.start : source.end].lower().split())
        return replace(source, kind="observation") if words & rule("journalists") else source
    if source.kind not in _REFINED:
        return source
    kind = _kind(page, source) if source.kind != "unnamed" else source.kind
    unnamed = kind == "unnamed" or (kind == "body" and source.entity is None)
    return _with_reason(page, source) if unnamed else replace(source, kind=kind)


def _kind(page: Page, source: Source) -> SourceKind:
    words = frozenset(re.findall(r"[a-z]+", source.name.lower()))
    if source.kind == "document":
        return "post" if words & rule("posted") else "document"
    if words & rule("courts"):
        return "court"
    return "company" if is_company(source.name) or _called_company(page, source) else "body"


def _called_company(page: Page, source: Source) -> bool:
    """Whether the report calls the body a company somewhere: "the firm", "the airline"."""
    nouns = frozenset(table("sources")["bodies"]["generic"])
    called = (n for n in page.names if n.entity == source.entity and n.kind == "nominal")
    return any(nouns & frozenset(page.text[n.start : n.end].lower().split()) for n in called)


def _with_reason(page: Page, source: Source) -> Source:
    """An unnamed source with why it is not named: what its own sentence says of that."""
    sentence = page.sentence_of(source.start)
    found = _reasons().search(page.text, source.start, sentence.end) if sentence else None
    if found is None:
        return source
    return replace(source, reason=page.trimmed(found.start(), found.end()))


@cache
def _reasons() -> re.Pattern[str]:
    return re.compile("|".join(table("sources")["anonymity"]["reasons"]))
