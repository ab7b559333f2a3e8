"""Frames of an adverbial that gives its sentence to a source: "going by the minutes, CONTENT"; "CONTENT, as first
reported by the Herald"; "by the Herald's account, CONTENT"; "CONTENT, if the Herald is to be believed"."""

from collections.abc import Callable

from stemma.attributions.cues import cues, rule, table
from stemma.attributions.frame import Frame, printed, subject_of
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar
from stemma.attributions.tree import Range, by_case, child, described, owner, reach, subject
from stemma.model import Sentence, Source

_LEAST = 3  # Words beside the adverbial that can be a content.
_WRITTEN = ("document", "poll", "outlet", "agency")
_ARTICLES = ("the", "a", "an")
_KNOWN = (*_WRITTEN, "person", "body", "general", "unnamed")

Given = tuple[Range, Source]


def beside(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` whose source and cue stand in an adverbial beside what is said."""
    found = []
    for token in range(sentence.first, sentence.last):
        given = None if page.quoted[token] else next((g for read in _READERS if (g := read(page, token))), None)
        content = _content(page, sentence, token, given[0]) if given else ()
        if given and content:
            found.append(Frame(*given, (token, token + 1), "says", content))
    return found


def _source(page: Page, noun: int | None, kinds: tuple[str, ...]) -> Given | None:
    """The noun's phrase, without its preposition, as a source of one of these kinds."""
    if noun is None:
        return None
    said_of = described(page, noun)
    source = subject_of(page, *said_of)
    return (said_of, source) if source and source.kind in kinds else None


def _opened(page: Page, token: int, word: str) -> int | None:
    """Where the conjunction stands that opens the clause of `token`."""
    return next((n for n in page.children[token] if n < token and page.words[n] == word), None)


def _gauged(page: Page, token: int) -> Given | None:
    """ "Going by the minutes", "judging from emails"; "based on", "per", which the syntax takes for prepositions."""
    if page.annotated.tokens[token].relation == "case" and page.words[token] in rule("bases"):
        return _source(page, page.annotated.tokens[token].head, _WRITTEN)
    by = table("cues")["gauges"].get(page.words[token], ())
    return _source(page, by_case(page, token, *by), _KNOWN) if by else None


def _as_done(page: Page, token: int) -> Given | None:
    """ "As first reported by the Herald", "as set out in a memo"."""
    word = page.words[token]
    verb = page.annotated.tokens[token]
    mark = _opened(page, token, "as")
    if verb.tag != "VBN" or mark is None or page.words[mark + 1] in _ARTICLES:
        return None
    if word not in rule("set_out") and word not in cues():
        return None
    return _source(page, by_case(page, token, "by"), _KNOWN) or _source(
        page, by_case(page, token, "in", "on", "at"), _WRITTEN
    )


def _as_first(page: Page, token: int) -> Given | None:
    """ "As the Herald was the first to report"."""
    if page.words[token] != "first" or _opened(page, token, "as") is None:
        return None
    reports = child(page, token, "acl", "xcomp", "advcl")
    tells = reports is not None and page.words[reports] in cues()
    return _source(page, child(page, token, "nsubj"), _KNOWN) if tells else None


def _told(page: Page, token: int) -> Given | None:
    """ "By the Herald's account", "by the account of Ana Roy", "in the words of the mayor"."""
    case, verb = child(page, token, "case"), page.annotated.tokens[token].head
    if page.words[token] not in rule("tellings") or case is None or page.words[case] not in ("by", "in"):
        return None
    if not page.annotated.tokens[token].relation.startswith("obl") or page.words[verb] in cues():
        return None  # "Roy said in her account"
    said_of = owner(page, token)
    if said_of is None or not _set_off(page, case) or child(page, token, "det", "nmod:poss") is None:
        return None  # "had money in his account", "in full view of a reporter"
    source = subject_of(page, *said_of)
    if source is None and page.words[token] in rule("tellings_of_people"):
        source = printed(page, *said_of)
    return (said_of, source) if source else None


def _set_off(page: Page, case: int) -> bool:
    """Whether the phrase that begins with token `case` stands by itself."""
    around = page.sentence_of(page.starts[case])
    opens = around is not None and case <= around.first + 1
    return page.words[case] == "by" or opens or page.words[case - 1] in grammar("marks")


def _believed(page: Page, token: int) -> Given | None:
    """ "If the Herald is to be believed", "if a report in the Herald is right"."""
    if page.words[token] not in rule("believable") or _opened(page, token, "if") is None:
        return None
    return _source(page, subject(page, token), (*_WRITTEN, "person", "body"))


_READERS: tuple[Callable[[Page, int], Given | None], ...] = (_gauged, _as_done, _as_first, _told, _believed)


def _content(page: Page, sentence: Sentence, token: int, said_of: Range) -> tuple[Range, ...]:
    """The clause that the adverbial of `token` stands in, without the adverbial: what is said."""
    tokens = page.annotated.tokens
    head = tokens[token].head if tokens[token].relation == "case" else token
    first, last = reach(page, head)
    if tokens[head].head in (-1, head):  # read as what the sentence says: "CONTENT, as set out in the memo"
        first, last = min((*(n for n in page.children[head] if page.words[n] == "as"), head)), head + 1
    own = min(first, said_of[0], token), max(last, said_of[1])
    said = tokens[head].head
    whole = reach(page, said) if said not in (-1, head) else (sentence.first, sentence.last)
    parts = ((max(whole[0], sentence.first), own[0]), (own[1], min(whole[1], sentence.last)))
    return tuple(part for part in parts if part[1] - part[0] >= _LEAST)
