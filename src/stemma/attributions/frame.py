"""One frame of reporting: who, with which word, says what."""

from dataclasses import dataclass

from stemma.attributions.cues import cues, does, rule
from stemma.attributions.page import Page
from stemma.attributions.speakers.phrase import nouns
from stemma.attributions.speakers.sources import read_source
from stemma.attributions.tree import child
from stemma.model import Source, SourceKind, Strength

_NEAR = 20  # Words after a verb among which its complement is looked for.

OPEN_PRONOUNS = ("he", "she", "it", "they")


@dataclass(frozen=True, slots=True)
class Frame:
    """Token ranges of one frame. `subject` is None where it must be carried over from the frame before ("and added").
    `through` is who quotes the source; `cites` the sources that the subject names as its own.
    `answers` marks a frame whose content stands for what was said before, and is confirmed or denied."""

    subject: tuple[int, int] | None
    source: Source | None
    cue: tuple[int, int]
    strength: Strength
    content: tuple[tuple[int, int], ...]
    cites: tuple[Source, ...] = ()
    through: Source | None = None
    answers: bool = False


def subject_of(page: Page, first: int, last: int) -> Source | None:
    """The source in subject position; a pronoun that the language stage left open stands for itself until resolved."""
    if page.words[first] == "no":  # "no drivers reported", "no official confirmed": nobody said it
        return None
    source = read_source(page, first, last)
    if source is None and last - first == 1 and page.words[first] in OPEN_PRONOUNS:
        span = page.span(first, last)
        return Source(page.words[first], "unnamed", span.start, span.end)
    return source


def medium_of(page: Page, first: int, last: int) -> Source | None:
    """The outlet or agency in subject position."""
    source = subject_of(page, first, last)
    return source if source and source.kind in ("outlet", "agency") else None


def strength_at(page: Page, verb: int) -> Strength:
    """What the verb at token `verb` does to what it reports; a verb that needs a particle for it only says without one
    ("ruled that", not "ruled out")."""
    cue = cues()[page.words[verb]]
    return "says" if cue.particle and page.words[verb + 1 : verb + 2] != (cue.particle,) else cue.strength


def printed(page: Page, first: int, last: int, kind: SourceKind = "unnamed") -> Source:
    """Tokens `[first, last)` as a source under its own words: a speaker of no known kind, or nobody in particular."""
    span = page.span(first, last)
    return Source(page.text[span.start : span.end], kind, span.start, span.end)


def is_document(page: Page, first: int, last: int) -> bool:
    """Whether the phrase of tokens `[first, last)` names a document or poll, whoever made it."""
    return bool((nouns("documents") | nouns("polls")) & set(page.words[first:last]))


def describes(page: Page, first: int, last: int) -> bool:
    """Whether the verb among tokens `[first, last)` calls something something ("called it a fraud"); not so "called
    the police", "called for calm"."""
    after = range(last, min(len(page.words), last + _NEAR))
    predicates = (page.annotated.tokens[n] for n in after)
    below = [token for token in predicates if first <= token.head < last]
    parts = [token.relation for token in below if token.tag != "VB"]  # "called her to appear"
    named = bool({"xcomp", "ccomp"} & {*parts}) or sum(part in ("obj", "iobj") for part in parts) > 1
    return "for" not in page.words[first : last + 1] and (named or any(page.quoted[n] for n in after))


def is_deed(page: Page, verb: int) -> bool:
    """Whether the verb of saying at token `verb` says nothing: something is done by it."""
    return does(page.words, verb) or _performs(page, verb)


def _performs(page: Page, verb: int) -> bool:
    """Whether the word at token `verb` does in public what it names: "declared a state of emergency", "announced an
    offer"; not so "declared that", "announced a plan to close", nor what somebody reports that another announced."""
    tokens, cue = page.annotated.tokens, cues().get(page.words[verb])
    if cue is None or cue.verb not in rule("acts") or tokens[verb].relation in ("ccomp", "parataxis"):
        return False
    said = child(page, verb, "ccomp", "parataxis")
    done = said if said is not None else child(page, verb, "obj", "nsubj:pass")
    named = done is not None and tokens[done].pos in ("NOUN", "PROPN") and not page.quoted[done]
    return done is not None and named and child(page, done, "acl", "nsubj", "cop") is None
