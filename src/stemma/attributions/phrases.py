"""Where the noun phrase that names a source begins and ends, read from word classes without a parser."""

from functools import cache

from stemma.attributions.cues import cues, table
from stemma.attributions.page import Page
from stemma.attributions.speakers.sources import read_source

_APPOSITIONS = 3  # Asides between a name and its verb: "Ana Roy, 71, a teacher, whose window looks out, said".
LONGEST = 28  # Tokens of a source phrase. Longer ones in our reading were always two phrases run together.


@cache
def grammar(kind: str) -> frozenset[str]:
    """A closed class of words from `data/grammar.toml`."""
    return frozenset(table("grammar")[kind])


def phrase_before(page: Page, floor: int, cue: int) -> tuple[int, int] | None:
    """Tokens `[first, last)` of the subject of the reporting verb at token `cue`, not before token `floor`.

    None where there is none: a passive, a negation, an infinitive, or nothing but marks."""
    words = page.words
    last = _without_reason(words, floor, _without_adverbs(words, floor, cue))
    if last > floor and words[last - 1] == "who":
        last -= 1
    if last <= floor or words[last - 1] in grammar("refusals") or words[last - 1] in ("and", "but", "or"):
        return None
    if words[last - 1] == ",":
        return _before_apposition(page, floor, last - 1)
    first = _walk_left(page, floor, last)
    if (
        first - 2 > floor
        and words[first - 1] in _RELATIVES
        and words[first - 2] not in cues()
        and words[first - 2] != ","
    ):
        first = _walk_left(page, floor, first - 1)
    return _without_lead(page, first, last)


_ASIDES = ("who", "whom", "whose", "which", "speaking", "all", "none", "some")
_RELATIVES = ("that", "who", "which")


def _without_adverbs(words: tuple[str, ...], floor: int, last: int) -> int:
    """Passes back over "has also", "later", "on Wednesday"."""
    while last > floor:
        word = words[last - 1]
        dated = word in grammar("times") or (word == "on" and words[last] in grammar("times"))
        if not (dated or word in grammar("auxiliaries") or word.endswith("ly")) or word in ("family", "july"):
            break
        last -= 1
    return last


def _without_reason(words: tuple[str, ...], floor: int, last: int) -> int:
    """Passes back over why somebody is not named: "engineers who did not want to be named"."""
    if last > floor and words[last - 1] in _UNNAMED:
        return next((n for n in range(last - 1, max(floor, last - _REASON), -1) if words[n] == "who"), last)
    return last


_UNNAMED = ("named", "identified", "quoted", "anonymous", "anonymity")
_REASON = 12  # Words of such a reason, at most.


def _before_apposition(page: Page, floor: int, comma: int) -> tuple[int, int] | None:
    """ "Ana Roy, the head of the union, said": the phrase with its apposition, where one of the two is a name."""
    words = page.words
    commas = [i for i in range(comma - 1, max(floor, comma - LONGEST), -1) if words[i] == "," and not page.quoted[i]]
    for opening in commas[:_APPOSITIONS]:
        first = _walk_left(page, floor, opening)
        head = _without_lead(page, first, opening)
        if head is None:
            continue
        named_before = page.names_in(page.span(*head))
        ends_with_name = bool(named_before) and named_before[-1].end == page.span(*head).end
        starts_with_name = any(
            n.start == page.starts[opening + 1] for n in page.names_in(page.span(opening + 1, comma))
        )
        aside = any(word in _ASIDES for word in words[opening + 1 : opening + 5])
        if ends_with_name or starts_with_name or (aside and read_source(page, *head) is not None):
            return head[0], comma
    return None


def _walk_left(page: Page, floor: int, last: int) -> int:
    """The first token of the phrase that ends before token `last`."""
    words = page.words
    first = last
    while first > floor and last - first < LONGEST:
        word = words[first - 1]
        if _is_mark(page, first - 1) or word in grammar("stops") or page.quoted[first - 1]:
            break
        if word == "and" and first - 2 >= floor and words[first - 2] == ",":
            break
        first -= 1
    return first


def _is_mark(page: Page, token: int) -> bool:
    """Whether a token ends a phrase; a hyphen does only between spaces, a full stop not after an abbreviation."""
    word = page.words[token]
    if word not in ("-", "–"):
        return word in grammar("marks")
    return page.text[page.starts[token] - 1 : page.starts[token]].isspace()


def _without_lead(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """Drops what stands before the phrase proper: "And", "On Tuesday", "In a statement"."""
    words = page.words
    while first < last and (words[first] in grammar("leaders") or words[first] in grammar("times")):
        first += 1
    if first < last and words[first] in grammar("prepositions"):
        closing = [n for n in page.names_in(page.span(first, last)) if n.end == page.span(first, last).end]
        if not closing:
            return None
        first = page.token_at(closing[-1].start)
        while first > 0 and words[first - 1] in ("the", "a", "an"):
            first -= 1
    return (first, last) if first < last else None


def has_article(page: Page, at: int) -> bool:
    """Whether token `at` is "the", "a" or "an"."""
    return page.words[at : at + 1] in (("the",), ("a",), ("an",))


def phrase_after(page: Page, first: int, ceiling: int) -> tuple[int, int] | None:
    """Tokens of the noun phrase that starts at token `first` and ends before token `ceiling` at the latest, all of it
    inside a quotation or all of it outside."""
    spoken = first < ceiling and page.quoted[first]
    words = page.words
    last = first
    while last < ceiling and last - first < LONGEST:
        word = words[last]
        if _is_mark(page, last) or page.quoted[last] != spoken or (last > first and word in _ENDS):
            break
        if last > first and word in ("on", "in", "at") and _is_time(page, last + 1, ceiling):
            break
        if last > first and word in grammar("times") and word not in ("last", "early", "late", "earlier"):
            break
        last += 1
    return (first, last) if first < last else None


_ENDS = frozenset(
    {"that", "while", "after", "before", "when", "as", "adding", "but", "because", "although", "if", "during"}
)


def _is_time(page: Page, at: int, ceiling: int) -> bool:
    lead = page.words[at : min(ceiling, at + 2)]
    return any(word in grammar("times") or word in ("interview", "statement", "conference", "twitter") for word in lead)
