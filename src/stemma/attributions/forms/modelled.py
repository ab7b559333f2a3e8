"""Frames of reporting as the language model reads them: who, with which word, says what."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.attributions.cues import cues, nouns_of_saying, rule
from stemma.attributions.forms.relatives import PRONOUNS, antecedent
from stemma.attributions.frame import Frame, describes, is_deed, printed, strength_at, subject_of
from stemma.attributions.page import Page
from stemma.attributions.tree import child, phrase, reach, subject, with_name
from stemma.model import Reported, Sentence, Span, Strength

_QUOTED = 0.5  # Share of a content that must stand in quotation marks for any cue to do.
_LEAST = 2  # Words of content in indirect speech: "it was criticised by Roy" gives no words of hers.


def modelled(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames whose cue stands in `sentence`, in the order of their cues."""
    found = [each for each in page.annotated.reported if sentence.start <= each.cue.start < sentence.end]
    frames = (_frame(page, each) for each in sorted(found, key=lambda each: each.cue.start))
    return [frame for frame in frames if frame]


def _utters(page: Page, cue: Span) -> bool:
    """Whether the cue tells of words said or written. The model also finds what people think, want, ask and do about a
    matter, and what they did not say: none of that vouches for anything. Who is cited is read elsewhere."""
    first, last = _tokens(page, cue)
    words = page.words[first:last]
    verbs = [page.words[n] for n in range(first, last) if page.annotated.tokens[n].pos == "VERB"]
    known = [cues()[word] for word in verbs if word in cues()]
    if any(is_deed(page, n) or _remembers(page, n) for n in range(first, last)):
        return False
    if {*page.words[max(0, first - 2) : last]} & rule("unsaid") or set(words) & rule("attitudes"):
        return False
    if any(cue.verb == "call" for cue in known) and not describes(page, first, last):
        return False
    if not verbs and set(words) & nouns_of_saying().keys():
        return True
    said = bool(known) and len(known) == len(verbs) and any(cue.strength != "asks" for cue in known)
    return said or bool(set(words) & rule("prepositions"))


def _to_come(page: Page, first: int, last: int) -> bool:
    """ "Its board would review the proposal": nothing is said yet."""
    return bool(rule("modals") & set(page.words[max(0, first - 1) : last]))


def _contrasted(page: Page, content: Sequence[tuple[int, int]], subject: int) -> bool:
    """ "Twelve were hurt, not 18 as the police said": what stands before the contrast is just what was not said."""
    before = [last for _, last in content if last <= subject]
    return bool(before) and bool({"not", "than"} & set(page.words[max(before) : subject]))


def _was_told(page: Page, reported: Reported) -> bool:
    """ "The ministry was warned": the subject of a passive is the one to whom it was said."""
    cue = range(*_tokens(page, reported.cue))
    tokens = page.annotated.tokens
    source = (n for span in reported.source for n in range(*_tokens(page, span)))
    return any(tokens[n].relation == "nsubj:pass" and tokens[n].head in cue for n in source)


def _remembers(page: Page, verb: int) -> bool:
    cue = cues().get(page.words[verb])
    return cue is not None and cue.verb in rule("remembers") and child(page, verb, "ccomp", "parataxis") is None


def _elsewhere(page: Page, reported: Reported) -> bool:
    """Whether something is expected or said by nobody, and the source was found in another sentence."""
    here = page.sentence_of(reported.cue.start)
    passive = any(page.annotated.tokens[n].relation == "aux:pass" for n in range(*_tokens(page, reported.cue)))
    return passive and here is not None and any(page.sentence_of(span.start) != here for span in reported.source)


def _is_told(page: Page, reported: Reported) -> bool:
    """Whether the source stands where whoever is told does: "…, two officials told the Herald"."""
    cue, source = _tokens(page, reported.cue), reported.source
    return bool(source) and page.words[cue[1] - 1] in rule("tells") and _tokens(page, source[0])[0] == cue[1]


def _frame(page: Page, reported: Reported) -> Frame | None:
    quoted = page.quoted_part(reported.contents) > _QUOTED * sum(span.end - span.start for span in reported.contents)
    at, last = _tokens(page, reported.cue)
    if _was_told(page, reported) or _is_told(page, reported) or _to_come(page, at, last):
        return None
    if not quoted and (not _utters(page, reported.cue) or _elsewhere(page, reported)):
        return None
    content = tuple(_clause(page, *_tokens(page, span)) for span in reported.contents)
    subject = _subject(page, reported)
    source = subject_of(page, *subject) if subject else None
    if subject and _contrasted(page, content, subject[0]):
        return None
    if not quoted and sum(end - start for start, end in content) < _LEAST:
        return None
    if source is None and not quoted:  # nobody, or no kind of source: "he was warned", "the attack highlighted"
        return None
    if subject and source is None:
        source = printed(page, *subject)
    return Frame(subject, source, (at, last), _strength(page, at, last), content)


def _strength(page: Page, first: int, last: int) -> Strength:
    """What the first verb or noun of saying among tokens `[first, last)` does to what is said."""
    for n in range(first, last):
        if page.words[n] in cues():
            return strength_at(page, n)
        if page.words[n] in nouns_of_saying():
            return nouns_of_saying()[page.words[n]]
    return "says"


def _subject(page: Page, reported: Reported) -> tuple[int, int] | None:
    """The tokens of the source, with the whole of its names and without the comma that closes its apposition."""
    if not reported.source:
        return None
    span = reported.source[0]
    cut = [name for name in page.names if name.start < span.start < name.end]
    first, last = _tokens(page, replace(span, start=min((name.start for name in cut), default=span.start)))
    if last - first == 1 and page.words[first] in PRONOUNS:
        return antecedent(page, first)
    first, last = with_name(page, first, page.without_marks(first, last))
    first, last = _of_whom(page, reported, first, last)
    acts = last > first and page.annotated.tokens[first].pos in ("VERB", "AUX")  # "to reincorporate in the country"
    return None if acts or last == first else (first, last)


def _of_whom(page: Page, reported: Reported, first: int, last: int) -> tuple[int, int]:
    """The subject of the cue in place of a name that only tells of it: "Tramway, which First Group owns, said"."""
    cue = range(*_tokens(page, reported.cue))
    who = next((found for n in cue if (found := subject(page, n)) is not None), None)
    if who is None or who >= first or page.words[first - 1] in (",", "and"):
        return first, last
    holds = reach(page, who)[1] >= last and page.annotated.tokens[who].pos in ("NOUN", "PROPN")
    return phrase(page, who) if holds else (first, last)


def _clause(page: Page, first: int, last: int) -> tuple[int, int]:
    """The content without the "that" which opens it."""
    opens = last - first > 1 and page.words[first] == "that" and page.annotated.tokens[first].relation == "mark"
    return first + opens, last


def _tokens(page: Page, span: Span) -> tuple[int, int]:
    """The tokens `[first, last)` of a stretch that begins and ends with a token."""
    return page.token_at(span.start), page.token_at(span.end)


def joined(page: Page, found: Sequence[Frame], read: Sequence[Frame]) -> tuple[Frame, ...]:
    """The frames that the patterns `found`, with the sources that the model `read` for the same cues, and after them
    those it read for other cues.

    The model sees who speaks across a long apposition, where patterns take the phrase beside the verb; they cut the
    content more exactly (both measured on the gold stories and the speakers of quotes)."""
    taken = {n for frame in found for n in range(*frame.cue)}
    more = [frame for frame in read if not taken & set(range(*frame.cue))]
    return (*(_with_source(page, frame, read) for frame in found), *more)


def _with_source(page: Page, frame: Frame, read: Sequence[Frame]) -> Frame:
    same = (r for r in read if r.subject and r.cue[0] < frame.cue[1] and frame.cue[0] < r.cue[1])
    other = next(same, None)
    if other is None or other.subject is None:
        return frame
    if _is_clause(page, frame.subject):
        return other
    within = any(first <= other.subject[0] < last for first, last in frame.content)
    if page.words[other.subject[0] - 1] in ("citing", "quoting"):
        return frame
    if frame.source and within and frame.cue[1] <= other.subject[0]:
        return frame  # whoever stands in what is said does not say it
    if frame.subject and frame.subject[0] == other.subject[0] and frame.subject[1] >= other.subject[1]:
        return frame  # the model leaves out why somebody is not named: "who feared for his job"
    return replace(frame, subject=other.subject, source=other.source)


def _is_clause(page: Page, subject: tuple[int, int] | None) -> bool:
    """Whether what was read as a subject states something: "Ana and Ben were members of the temple, said Rabbi Roy"."""
    return subject is not None and any(page.annotated.tokens[n].relation == "cop" for n in range(*subject))
