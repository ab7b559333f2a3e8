"""The syntax of a sentence as attributions read it: what hangs on a word, and from where to where that reaches.

Relations are those of Universal Dependencies. A report without syntax has no children anywhere."""

from collections.abc import Collection, Iterator

from stemma.attributions.page import Page

Range = tuple[int, int]
_DEEPEST = 12  # Words from a verb up to the one in whose report it stands.
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")


def child(page: Page, token: int, *relations: str) -> int | None:
    """The first token that hangs on `token` by one of the relations."""
    return next((n for n in page.children[token] if page.annotated.tokens[n].relation in relations), None)


def subject(page: Page, verb: int) -> int | None:
    """The subject of a verb; a verb joined to another by "and" has that one's, and so has a participle."""
    found = child(page, verb, *_SUBJECTS)
    token = page.annotated.tokens[verb]
    if found is None and token.tag == "VBG" and token.head != verb:
        if token.relation == "acl":
            return token.head  # "an alarm saying that"
        if token.relation == "advcl":  # "after telling the court"
            return subject(page, token.head) if token.head >= 0 else None
    if found is None and token.relation in ("advcl", "xcomp") and token.tag == "VB" and token.head not in (-1, verb):
        return subject(page, token.head)  # "called to tell her"
    if found is None and token.relation == "conj" and token.head != verb and child(page, verb, "mark") is None:
        return subject(page, token.head) if token.head < verb else None
    return found


def doers(page: Page, first: int, last: int, verbs: Collection[str]) -> Iterator[tuple[int, int | None]]:
    """Each of the verbs whose object is among tokens `[first, last)`, with its subject."""
    for n in range(first, last):
        token = page.annotated.tokens[n]
        if token.relation == "obj" and page.words[token.head] in verbs:
            yield token.head, subject(page, token.head)


def reach(page: Page, token: int) -> Range:
    """The tokens `[first, last)` from the first to the last that hang on `token`, itself among them."""
    first, last = token, token + 1
    open_ = [token]
    while open_:
        here = open_.pop()
        first, last = min(first, here), max(last, here + 1)
        open_.extend(page.children[here])
    return first, last


def phrase(page: Page, noun: int) -> Range:
    """The tokens of a noun phrase without its relative clauses, and with the whole of the names at its ends."""
    first, last = reach(page, noun)
    prepositions = (n for n in page.children[noun] if n < noun and page.annotated.tokens[n].relation == "case")
    first = max((n + 1 for n in prepositions), default=first)
    while first < noun and page.words[first] in (",", "–", "—", "-", "“", '"', "(", "‘"):
        first += 1
    for n in page.children[noun]:
        relation = page.annotated.tokens[n].relation
        if n > noun and (relation.startswith(("acl", "parataxis", "punct"))):
            last = min(last, reach(page, n)[0])
    last = page.without_marks(noun, max(last, noun + 1))
    span = page.span(first, last)
    cut = [n for n in page.names_near(first, last) if n.start < span.end < n.end or n.start < span.start < n.end]
    return min((first, *(page.token_at(n.start) for n in cut))), max((last, *(page.token_at(n.end) for n in cut)))


def described(page: Page, noun: int) -> Range:
    """The phrase of a noun with the participles that say more of it: "a memo dated May 1 and seen by the Herald"."""
    first, last = phrase(page, noun)
    for n in page.children[noun]:
        token = page.annotated.tokens[n]
        if token.relation == "acl" and token.tag in ("VBN", "VBG") and reach(page, n)[0] <= last + 1:
            last = max(last, reach(page, n)[1])
    return first, page.without_marks(noun, last)


def by_case(page: Page, token: int, *prepositions: str) -> int | None:
    """The noun that follows `token` with one of the prepositions: right behind it, whatever it is read to hang on
    ("relayed a report by the Post that"), else the first that hangs on it."""
    behind = page.annotated.tokens[token + 1] if token + 1 < len(page.words) else None
    if behind and behind.relation == "case" and behind.head > token and page.words[token + 1] in prepositions:
        return behind.head
    for n in page.children[token]:
        case = child(page, n, "case")
        if n > token and case is not None and page.words[case] in prepositions:
            return n
    return None


def owner(page: Page, noun: int) -> Range | None:
    """The tokens of whoever a noun belongs to: "the Herald's account", "the account of the Herald"."""
    possessor = child(page, noun, "nmod:poss")
    if possessor is not None:
        first, last = phrase(page, possessor)
        return first, last - (page.words[last - 1] in ("'s", "'"))
    of = by_case(page, noun, "of", "from")
    return phrase(page, of) if of is not None else None


def said_within(page: Page, inner: int, outer: int) -> bool:
    """Whether a verb stands in the clause that another verb reports."""
    tokens = page.annotated.tokens
    for _ in range(_DEEPEST):
        head = tokens[inner].head
        if head in (-1, inner):
            return False
        if head == outer:
            return tokens[inner].relation in ("ccomp", "parataxis")
        inner = head
    return False


def with_name(page: Page, first: int, last: int) -> Range:
    """The phrase without marks before it, and with the name that stands right before its comma: "David Roy, an expert
    at the agency"."""
    while first < last - 1 and page.words[first] in (",", "–", "—"):
        first += 1
    if first > 1 and page.words[first - 1] == "," and page.words[first] in ("a", "an", "the"):
        end = page.span(first - 2, first - 1).end
        for name in page.names_in(page.span(max(0, first - _NAME), first - 1)):
            if name.end == end and page.entity(name).kind == "person":
                return page.token_at(name.start), last
    if page.words[last : last + 1] == (",",) and page.words[first] in ("a", "an", "the"):
        for name in page.names_in(page.span(last + 1, min(len(page.words), last + _NAME))):
            closed = page.words[page.token_at(name.end) : page.token_at(name.end) + 1] == (",",)
            if page.token_at(name.start) == last + 1 and closed and page.entity(name).kind == "person":
                return first, page.token_at(name.end)
    return first, last


_NAME = 6  # Tokens of a name and its comma, at most.
