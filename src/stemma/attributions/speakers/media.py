"""Through which outlet somebody's words came: "told the Herald", "in an interview with NBC", "wrote in Wired"."""

from collections.abc import Iterator

from stemma.attributions.cues import rule
from stemma.attributions.frame import Frame
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, has_article
from stemma.attributions.speakers.memory import Interview
from stemma.attributions.speakers.phrase import nouns
from stemma.attributions.speakers.sources import outlet_kind
from stemma.attributions.tree import child
from stemma.model import Entity, Sentence, Source, Span
from stemma.values.outlets import outlet_key

_LEAD = 5  # Words between "told" and an outlet's name, at most: "told a reporter from the local Herald".
_CHANNEL = 3  # Words between "interview" and its "with" or "on", at most: "an interview on Friday with".
_STEPS = 5  # Words from an outlet's name up to the verb that it hangs on.
PRESS = frozenset({"reporter", "reporters", "journalist", "journalists", "press", "media"})  # Of no outlet.


def medium(page: Page, sentence: Sentence, frame: Frame) -> Source | None:
    """The outlet that somebody spoke to or wrote in, where the words around the content say so."""
    for first, source in _outlets(page, sentence):
        if not _outside(page, frame, first) or _is_subject(frame, first):
            continue
        if _addressed(page, sentence, frame, first):
            return source
    return None


def interview(page: Page, sentence: Sentence) -> Interview | None:
    """An appearance that a sentence tells of ("Roy appeared on “Face the Nation”"): the outlet, and the people
    of the sentence, whose words in the next paragraphs come from there."""
    people = {n.entity for n in page.names_in(Span(sentence.start, sentence.end)) if page.entity(n).kind == "person"}
    if not people or not rule("appearances") & {*page.words[sentence.first : sentence.last]}:
        return None
    for first, source in _outlets(page, sentence):
        at = _before_leads(page, sentence, first)
        meets = page.words[at] in ("on", "with", "by", "to", "for") and not page.quoted[at]
        if meets and set(_words_before(page, sentence, at)) & rule("appearances"):
            return Interview(source, frozenset(people), sentence.block)
    return None


def _outlets(page: Page, sentence: Sentence) -> Iterator[tuple[int, Source]]:
    """The first token of each outlet in the sentence, and the outlet as a source: by name, as the journalist of
    one, or by common noun with an article."""
    named: set[int] = set()
    for name in page.names_in(page.span(sentence.first, sentence.last)):
        entity = page.entity(name)
        first, last = page.token_at(name.start), page.token_at(name.end)
        named.update(range(first, last))
        if name.kind == "pronoun":
            continue
        if entity.kind == "outlet":
            kind = outlet_kind(entity.name)
            yield first, Source(entity.name, kind, _from_article(page, first), name.end, entity.number)
        elif entity.kind == "person" and (entity.number in page.employers or _writes(entity)):
            yield first, Source(entity.name, "person", name.start, name.end, entity.number)
    for title in page.titles:
        if sentence.start <= title.start < sentence.end:
            inner = page.text[title.start : title.end].strip("“”\"‘’'.,")
            yield page.token_at(title.start), Source(inner, "outlet", title.start, title.end)
    for at in range(sentence.first + 1, sentence.last):
        if page.words[at] in nouns("outlets") | rule("sites") and at not in named:
            first = _with_attributes(page, sentence, at)
            if (page.words[at] in PRESS and first == at) or "social" in page.words[first:at]:
                continue
            span = page.span(first, at + 1)
            yield first, Source(page.text[span.start : span.end], "outlet", _from_article(page, first), span.end)


def _from_article(page: Page, first: int) -> int:
    """Where the phrase begins, its article counted: by that "the station" is known as definite."""
    return page.starts[first - has_article(page, first - 1)]


def _writes(entity: Entity) -> bool:
    return any(set(role.text.lower().split()) & PRESS for role in entity.roles)


def employer(page: Page, source: Source) -> Source | None:
    """The outlet of a source that the text gives as its journalist: "the Herald's Ana Roy"."""
    name = page.employers.get(source.entity) if source.kind == "person" and source.entity is not None else None
    if name is None:
        return None
    outlet = page.entity(name)
    return Source(outlet.name, outlet_kind(outlet.name), name.start, name.end, outlet.number)


def _with_attributes(page: Page, sentence: Sentence, noun: int) -> int:
    """The first token of "local radio station": attributes of the noun without the article."""
    tokens = page.annotated.tokens
    first = noun
    while first - 1 > sentence.first and tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN") and noun - first < _LEAD:
        first -= 1
    return first


def _outside(page: Page, frame: Frame, token: int) -> bool:
    """Whether a word belongs to the saying: it is no part of the content, or hangs on the cue ("confirmed the deaths in
    an interview with NBC", where the content is cut at the end of the sentence)."""
    if not any(first <= token < last for first, last in frame.content):
        return True
    tokens = page.annotated.tokens
    for _ in range(_STEPS):
        token = tokens[token].head
        if token < 0 or tokens[token].pos in ("VERB", "AUX"):
            return frame.cue[0] <= token < frame.cue[1]
    return False


def _is_subject(frame: Frame, first: int) -> bool:
    """Whether the outlet itself speaks; one that stands later in the subject's phrase was spoken to."""
    return frame.subject is not None and frame.subject[0] <= first <= frame.subject[0] + 1


def _addressed(page: Page, sentence: Sentence, frame: Frame, first: int) -> bool:
    """Whether the words before an outlet's name say that the frame's source spoke to it or in it."""
    words = page.words
    if _titles_a_conversation(page, sentence, first) or _hangs_on(page, frame, first):
        return True
    at = _before_leads(page, sentence, first)
    word, before = words[at], _words_before(page, sentence, at)
    if word in rule("tells"):
        return frame.cue[0] <= at < frame.cue[1] or (frame.subject is not None and frame.subject[0] <= at)
    if word == "to":
        return bool(before) and (before[-1] in rule("speaks") or bool(set(before) & rule("messages")))
    if word == "with":
        return bool(set(before) & rule("conversations"))
    if word in ("on", "in", "for", "by", "during"):
        return bool(set(before) & (rule("conversations") | rule("articles")))
    return False


def _hangs_on(page: Page, frame: Frame, outlet: int) -> bool:
    """Whether the outlet hangs on the cue by "to": "said Ana Roy, the head of the union, to the Herald"."""
    tokens = page.annotated.tokens
    for _ in range(_STEPS):
        if tokens[outlet].relation not in ("compound", "flat", "nmod", "appos", "amod"):
            break
        outlet = tokens[outlet].head
    case = child(page, outlet, "case")
    said = frame.cue[0] <= tokens[outlet].head < frame.cue[1] and tokens[outlet].relation.startswith("obl")
    return said and case is not None and page.words[case] == "to" and page.words[case - 1] != "according"


def _before_leads(page: Page, sentence: Sentence, first: int) -> int:
    """The token before an outlet's name and what leads up to it."""
    at = first - 1
    while at > sentence.first and first - at <= _LEAD and _leads(page, at):
        at -= 1
    return at


def _words_before(page: Page, sentence: Sentence, at: int) -> list[str]:
    """The last words before a token, as printed: "op-ed" is one."""
    text = page.text[sentence.start : page.starts[at]].lower()
    return [word.strip(",.:;") for word in text.split()[-_CHANNEL:]]


def _titles_a_conversation(page: Page, sentence: Sentence, first: int) -> bool:
    """ "In a Herald interview", "in a Herald op-ed"."""
    after = page.text[page.starts[first] : sentence.end].lower().replace(",", " ,").split()[1:_LEAD]
    before = _words_before(page, sentence, first)
    return bool(before) and before[-1] in ("a", "an", "his", "her", "their") and bool(set(after) & rule("pieces"))


def _leads(page: Page, at: int) -> bool:
    """Whether a word may stand between "told" and the outlet's name: an article, an attribute, "reporters from"."""
    word = page.words[at]
    plain = page.annotated.tokens[at].pos in ("DET", "ADJ", "PROPN", "PART", "PUNCT", "NOUN")
    return word in rule("outlet_leads") or (
        plain and word not in rule("conversations") | rule("messages") | grammar("marks")
    )


def is_own(page: Page, source: Source) -> bool:
    """Whether the source is the report's own outlet, by its name or a shorter one ("the Gazette")."""
    own = set(outlet_key(page.annotated.report.outlet).split())
    printed = page.text[source.start : source.end].removeprefix("the ")
    called = (set(outlet_key(name).split()) for name in (source.name, printed))
    return bool(own) and any(name and name <= own for name in called)
