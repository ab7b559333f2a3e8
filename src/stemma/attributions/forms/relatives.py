"""Whom a relative pronoun means: "the engineer Ana Roy, who said", "a statement which claims"."""

from stemma.attributions.page import Page

PRONOUNS = frozenset({"who", "which", "that"})
_STEPS = 5  # Words from a word of a phrase up to its head, or from a pronoun up to the verb of its clause.
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_PARTS = ("flat", "compound", "nmod", "appos", "nummod")


def antecedent(page: Page, token: int) -> tuple[int, int] | None:
    """The tokens `[first, last)` of the phrase that the relative pronoun `token` stands for: what its clause hangs on,
    or else what stands right before it. None where that is no noun."""
    last = page.without_marks(0, token)
    while last > 1 and page.words[last - 1] in ("in", "on", "at"):  # "a memo in which"
        last -= 1
    noun = _clause_of(page, token)
    if noun is None or not noun < last:
        noun = _top(page, last - 1)
    if noun is None:
        return None
    while page.annotated.tokens[noun].relation == "appos" and page.annotated.tokens[noun].head < noun:
        noun = page.annotated.tokens[noun].head
    first = noun
    while first > 0 and _within(page, first - 1, noun):
        first -= 1
    return first, last


def _clause_of(page: Page, token: int) -> int | None:
    """The noun that the pronoun's relative clause hangs on."""
    tokens = page.annotated.tokens
    for _ in range(_STEPS):
        if tokens[token].relation.startswith("acl"):
            return tokens[token].head
        token = tokens[token].head
    return None


def _top(page: Page, token: int) -> int | None:
    """The head of the noun phrase that ends with `token`."""
    tokens = page.annotated.tokens
    if token < 0 or tokens[token].pos not in _NOMINAL:
        return None
    for _ in range(_STEPS):
        if tokens[token].relation.partition(":")[0] not in _PARTS or tokens[token].head > token:
            break
        token = tokens[token].head
    return token


def _within(page: Page, token: int, noun: int) -> bool:
    """Whether the word belongs to the phrase that `noun` is the head of; a preposition stands before it."""
    tokens = page.annotated.tokens
    if tokens[token].relation in ("case", "cc", "punct", "mark"):
        return False
    for _ in range(_STEPS):
        if token == noun:
            return True
        token = tokens[token].head
    return token == noun
