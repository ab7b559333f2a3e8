"""Whose words a noun of saying tells of: "Roy's claim", "the word from Roy", "the version that Roy gave"."""

from stemma.attributions.cues import rule
from stemma.attributions.forms.relatives import PRONOUNS, antecedent
from stemma.attributions.frame import medium_of
from stemma.attributions.page import Page
from stemma.attributions.tree import Range, by_case, child, owner, phrase, subject
from stemma.model import Source


def whose(page: Page, noun: int, limit: int) -> Range | None:
    """The tokens of whoever's words `noun` tells of, those before token `limit`: its owner, "by", "from" or "of"
    somebody, or the subject of the verb that lends it one ("made a claim", "word came from Roy")."""
    owned = owner(page, noun)
    if owned is not None and owned[0] < limit:
        return owned[0], min(owned[1], limit)
    by = by_case(page, noun, "by", "among", "from")
    if by is None and page.annotated.tokens[noun].relation == "nsubj":
        by = by_case(page, page.annotated.tokens[noun].head, "from")
    if by is not None and noun < by < limit:
        return _cut(page, by, limit)
    return _lent(page, noun, limit)


def _cut(page: Page, noun: int, limit: int) -> Range:
    first, last = phrase(page, noun)
    return first, page.without_marks(first, min(last, limit))


def _lent(page: Page, noun: int, limit: int) -> Range | None:
    """The subject that a verb lends the noun: "made a claim", "the claim made by Roy", "the claim that Roy made"."""
    token = page.annotated.tokens[noun]
    made = _lending(page, noun)
    if made is not None:
        by, who = child(page, made, "obl:agent"), child(page, made, "nsubj")
        if by is not None and by < limit:
            return _cut(page, by, limit)
        if who is not None and noun < who < made and page.annotated.tokens[who].pos != "PRON":
            return phrase(page, who)
    if token.relation == "obj" and page.words[token.head] in rule("light"):
        who = subject(page, token.head)
        if who is not None:
            return antecedent(page, who) if page.words[who] in PRONOUNS else phrase(page, who)
    return None


def _lending(page: Page, noun: int) -> int | None:
    """The verb that says more of the noun and lends it a subject."""
    verbs = (n for n in page.children[noun] if page.annotated.tokens[n].relation in ("acl", "acl:relcl"))
    return next((n for n in verbs if page.words[n] in rule("light")), None)


def passing_on(page: Page, noun: int, said_of: Range) -> Source | None:
    """The outlet through which the noun's words came: "the version that Roy gave the Herald", "the Herald ran a report
    by the Post"."""
    made = _lending(page, noun)
    if made is not None and page.annotated.tokens[made].relation == "acl:relcl":
        tokens = page.annotated.tokens
        told = (n for n in page.children[made] if n > made and tokens[n].relation in ("iobj", "obj", "obl"))
        return next((found for n in told if (found := _medium(page, n))), None)
    token = page.annotated.tokens[noun]
    ran = token.relation == "obj" and page.words[token.head] in rule("light") and said_of[0] > noun
    who = subject(page, token.head) if ran else None
    return _medium(page, who) if who is not None else None


def _medium(page: Page, noun: int) -> Source | None:
    """The outlet that a noun's phrase names."""
    return medium_of(page, *phrase(page, noun))
