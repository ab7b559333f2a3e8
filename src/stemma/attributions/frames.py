"""Frames of reporting within one sentence: who, with which verb, says what.

    subject first     Police said (on Tuesday) (that) CONTENT
    subject last      CONTENT, police said.      "CONTENT," said the mayor.
    according to      CONTENT, according to the ministry.      According to the ministry, CONTENT
    headline          CONTENT: report      Mayor: CONTENT
"""

from dataclasses import dataclass, replace

from stemma.attributions.cues import Cue, cues, table
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, phrase_after, phrase_before
from stemma.attributions.sources import nouns, read_source
from stemma.model import Sentence, Source, Strength


@dataclass(frozen=True, slots=True)
class Frame:
    """Token ranges of one frame. `subject` is None where it must be carried over from the frame before ("and added").
    `told` is the outlet that was spoken to; `cites` the sources that the subject names as its own."""

    subject: tuple[int, int] | None
    source: Source | None
    cue: tuple[int, int]
    strength: Strength
    content: tuple[tuple[int, int], ...]
    cites: tuple[Source, ...] = ()
    told: Source | None = None


def frames(page: Page, sentence: Sentence, headline: bool) -> tuple[Frame, ...]:
    """All frames of `sentence`, outermost first where one stands in the content of another."""
    wide = [*_according(page, sentence), *(_headline(page, sentence) if headline else ())]
    closing: list[Frame] = []
    opening: list[Frame] = []
    floor = sentence.first
    for at in range(sentence.first, sentence.last):
        cue = cues().get(page.words[at])
        if cue is None or page.quoted[at] or not _reports(page, sentence, at, cue):
            continue
        frame = _last(page, sentence, floor, at, cue)
        if frame is not None:
            closing.append(frame)
            continue
        frame = _first(page, sentence, floor, at, cue)
        if frame is not None:
            opening.append(frame)
            floor = at + 1
    return _with_citing(page, sentence, (*wide, *closing, *_bounded(page, opening, [*wide, *closing])))


def _reports(page: Page, sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether the word at token `at` is used as a reporting verb."""
    after = page.words[at + 1] if at + 1 < sentence.last else ""
    before = page.words[at - 1] if at > sentence.first else ""
    if cue.particle and after != cue.particle:
        return False
    if cue.verb == "call" and after in grammar("call_skips"):
        return False
    if cue.ambiguous and not (before in grammar("pronouns") or before in nouns("people") or _name_ends(page, at - 1)):
        return False
    if cue.verb in _rule("objects_of") and not _rule("objects") & set(page.words[at + 1 : at + 6]):
        return False
    spoken_by = after == "by" and page.words[at + 2 : at + 3] and page.words[at + 2] in grammar("circumstances")
    return spoken_by or not (after in ("by", "of") and cue.past)


def _rule(name: str) -> frozenset[str]:
    return frozenset(table("cues")["rules"][name])


def _name_ends(page: Page, token: int) -> bool:
    tokens = page.annotated.tokens
    return token >= 0 and any(name.end >= tokens[token].end > name.start for name in page.names_in(page.span(max(0, token - 4), token + 1)))


# --- subject last -----------------------------------------------------------------------------------------


def _last(page: Page, sentence: Sentence, floor: int, at: int, cue: Cue) -> Frame | None:
    """"CONTENT, police said" and "CONTENT," said the police."""
    if at - sentence.first < 3 or not cue.finite:
        return None
    inverted = _inverted(page, sentence, at, cue)
    if inverted is not None:
        return inverted
    phrase = phrase_before(page, sentence.first, at)
    if phrase is None or phrase[0] <= sentence.first + 2 or not _closes_content(page, phrase[0] - 1):
        return None
    tail, told = _after_addressee(page, at + 1, sentence.last, cue)
    if not _is_tail(page, tail, sentence.last) or _only_leads(page, sentence, phrase[0], sentence.last - tail):
        return None
    source = _subject(page, *phrase)
    trailing = _trailing_quote(page, tail, sentence.last)
    return Frame(phrase, source, (at, at + 1), cue.strength, ((sentence.first, phrase[0]), *trailing), told=told) if source else None


def _inverted(page: Page, sentence: Sentence, at: int, cue: Cue) -> Frame | None:
    """"CONTENT," said the mayor. Not where the comma closes an apposition to the subject ("Roy, the mayor, said …")."""
    if not _closes_content(page, at - 1) or phrase_before(page, sentence.first, at) is not None:
        return None
    phrase = phrase_after(page, at + 1, sentence.last)
    source = read_source(page, *phrase) if phrase and not page.quoted[at + 1] else None
    if phrase is None or source is None or not _is_tail(page, phrase[1], sentence.last):
        return None
    trailing = _trailing_quote(page, phrase[1], sentence.last)
    return Frame(phrase, source, (at, at + 1), cue.strength, ((sentence.first, at), *trailing))


def _closes_content(page: Page, token: int) -> bool:
    return token >= 0 and (page.words[token] in (",", "”", '"', "’", "?", "!", "—", "–", "-", "''") or page.quoted[token])


def _is_tail(page: Page, at: int, end: int) -> bool:
    """Whether the tokens from `at` on are only circumstances of the saying ("on Tuesday", "in a statement.")."""
    rest = page.words[at:end]
    if not rest or rest[0] in grammar("marks") or page.quoted[at]:
        return True
    circumstances = rest[0] in grammar("prepositions") or rest[0] in grammar("times") or rest[0].endswith("ing") or rest[0] in ("when", "as", "while")
    return circumstances and "that" not in rest[:10]


def _only_leads(page: Page, sentence: Sentence, first: int, tail: int) -> bool:
    """Whether what stands before the subject is only a lead-in ("In Kabul, officials said on Friday the driver …")."""
    lead = page.words[sentence.first]
    words = first - sentence.first
    return not page.quoted[sentence.first] and lead in (grammar("prepositions") | {"when", "asked", "as", "while", "if", "meanwhile"}) and words < 10 and tail > words


def _trailing_quote(page: Page, at: int, end: int) -> tuple[tuple[int, int], ...]:
    """What goes on after the frame: "It is," he said, "not so"; most had sore eyes, she said, and no one had died."""
    if page.words[at : at + 2] in ((",", "and"), (",", "but")) and end - at > 3:
        return ((at + 2, end),)
    for i in range(at, min(end, at + 12)):
        if page.quoted[i]:
            return ((i, end),)
    return ()


# --- subject first ----------------------------------------------------------------------------------------


def _first(page: Page, sentence: Sentence, floor: int, at: int, cue: Cue) -> Frame | None:
    """"Police said (that) CONTENT", ", saying CONTENT", "and added CONTENT"."""
    start, told = _after_cue(page, at + 1, sentence.last, cue)
    if sentence.last - start < 2 or not _has_clause(page, start, sentence.last, cue):
        return None
    strength = cue.strength
    content = ((start, sentence.last),)
    carried = at > floor and page.words[at - 1] in (",", "and", "but", "also") and (not cue.finite or floor > sentence.first)
    before = page.words[at - 1] if at > sentence.first else ""
    if not cue.finite and (carried or at == sentence.first or before in nouns("documents")):
        return Frame(None, None, (at, at + 1), strength, content, told=told)
    phrase = phrase_before(page, floor, at)
    if cue.verb in _rule("documents_only"):
        shown = read_source(page, *phrase) if phrase else None
        return Frame(phrase, shown, (at, at + 1), strength, content) if shown and shown.kind in ("document", "poll") else None
    if not cue.finite and not (phrase and "with" in page.words[max(floor, phrase[0] - 1) : at]):
        return None
    source = _subject(page, *phrase) if phrase else None
    if phrase and source:
        return Frame(phrase, source, (at, at + 1), strength, content, told=told)
    return Frame(None, None, (at, at + 1), strength, content, told=told) if carried else None


def _subject(page: Page, first: int, last: int) -> Source | None:
    """The source in subject position; a pronoun that the language stage left open stands for itself until resolved."""
    source = read_source(page, first, last)
    if source is None and last - first == 1 and page.words[first] in OPEN_PRONOUNS:
        span = page.span(first, last)
        return Source(page.words[first], "unnamed", span.start, span.end)
    return source


OPEN_PRONOUNS = ("he", "she", "it", "they")


def _has_clause(page: Page, start: int, end: int, cue: Cue) -> bool:
    word = page.words[start]
    if cue.infinitive and word == "to":
        return True
    if word == "to":
        return False
    if not cue.clausal:
        return True
    quoted = any(page.quoted[start : min(end, start + 6)])
    return quoted or page.words[start - 1] in ("that", ":") or word in grammar("pronouns")


def _after_cue(page: Page, at: int, end: int, cue: Cue) -> tuple[int, Source | None]:
    """The first token of the content after a cue, and the outlet that was told, where one was."""
    at, told = _after_addressee(page, at, end, cue)
    at = _skip_circumstances(page, at, end)
    while at < end and page.words[at] in ("that", ":", ","):
        at += 1
    return min(at, end), told


def _after_addressee(page: Page, at: int, end: int, cue: Cue) -> tuple[int, Source | None]:
    """The first token after a cue and whoever was told, and the outlet that was."""
    told = None
    if cue.particle and at < end and page.words[at] == cue.particle:
        at += 1
    if cue.addressed:
        stop = _addressee_end(page, at, end)
        told = _told(page, at, stop)
        at = stop
    return at, told or _interviewer(page, at, end)


def _addressee_end(page: Page, at: int, end: int) -> int:
    """The token after whoever was told: the end of an outlet's name, else the first word that opens the content."""
    named = [name for name in page.names_in(page.span(at, min(end, at + 8))) if page.token_at(name.start) - at <= 1]
    if named and page.entity(named[0]).kind == "outlet":
        return page.token_at(named[0].end)
    for i in range(at + 1, end):
        if page.words[i] in grammar("told_ends") or page.words[i] in grammar("marks") or page.quoted[i]:
            return i
    return end


def _interviewer(page: Page, at: int, end: int) -> Source | None:
    """The outlet of "in an interview with NBC"."""
    for i in range(at, end - 2):
        if page.words[i] == "interview" and page.words[i + 1] == "with":
            phrase = phrase_after(page, i + 2, end)
            return _told(page, *phrase) if phrase else None
    return None


def _told(page: Page, first: int, last: int) -> Source | None:
    source = read_source(page, first, last)
    return source if source and source.kind in ("outlet", "agency") else None


def _skip_circumstances(page: Page, at: int, end: int) -> int:
    """Passes over "on Friday", "in a statement", "by telephone from Kabul that"."""
    words = page.words
    while at < end and words[at] in grammar("prepositions") | grammar("times") and not page.quoted[at]:
        window = range(at, min(end, at + 14))
        that = next((i for i in window if words[i] == "that" or words[i] in (",", ".", ";") or page.quoted[i]), None)
        if that is not None and words[that] == "that":
            return that
        close = next((i for i in window[:7] if words[i] in grammar("circumstances") or words[i] in grammar("times")), None)
        if close is None:
            break
        at = close + 1
    return at


def _bounded(page: Page, opening: list[Frame], wide: list[Frame]) -> tuple[Frame, ...]:
    """Cuts the content of each subject-first frame where the next one's subject, or a closing frame, begins."""
    starts = [f.subject[0] if f.subject and f.subject[0] < f.cue[0] else f.cue[0] for f in opening]
    limits = [f.subject[0] if f.subject and f.subject[0] < f.cue[0] else f.cue[0] for f in wide]
    bounded = []
    for i, frame in enumerate(opening):
        (first, last), *rest = frame.content
        nested = opening[i + 1].subject is not None and opening[i + 1].subject[0] <= first + 1 if i + 1 < len(opening) else False
        ends = [last, *(limit for limit in limits if limit > first)]
        if i + 1 < len(opening) and not nested:
            ends.append(starts[i + 1])
        ends.append(_aside(page, first, last))
        bounded.append(replace(frame, content=((first, min(ends)), *rest)))
    return tuple(bounded)


def _aside(page: Page, first: int, last: int) -> int:
    """Where the writer's own aside begins after a comma ("…, killing 12"), else `last`."""
    for i in range(first + 1, last):
        if page.words[i] in grammar("asides") and page.words[i - 1] == "," and "," not in page.words[i:last]:
            return i - 1
    return last


# --- according to, citing, headlines ----------------------------------------------------------------------


def _according(page: Page, sentence: Sentence) -> list[Frame]:
    """"according to NP", "as reported by NP", and "alerted by NP that"."""
    found = []
    words = page.words
    for at in range(sentence.first, sentence.last - 2):
        passive = words[at] in _rule("passives") and words[at + 1] == "by"
        by = words[at] == "as" and words[at + 1] in cues() and words[at + 2] == "by"
        if not (passive or by or (words[at] == "according" and words[at + 1] == "to")) or (page.quoted[at] and not passive):
            continue
        phrase = phrase_after(page, at + (3 if by else 2), sentence.last)
        source = read_source(page, *phrase) if phrase else None
        if phrase is None or source is None or (passive and words[phrase[1] : phrase[1] + 1] != ("that",)):
            continue
        after = (phrase[1] + 1, sentence.last)
        amid = at - sentence.first < 6 and words[phrase[1] : phrase[1] + 1] == (",",)
        leads = at <= sentence.first + 1 or passive
        content = (after,) if leads else ((sentence.first, at), after) if amid else ((sentence.first, at),)
        found.append(Frame(phrase, source, (at, at + 2), "says", content))
    return found


def _headline(page: Page, sentence: Sentence) -> list[Frame]:
    colons = [i for i in range(sentence.first + 1, sentence.last - 1) if page.words[i] in (":", "–", "—", "-", "|")]
    if len(colons) != 1:
        return []
    at = colons[0]
    for part, content in (((at + 1, sentence.last), (sentence.first, at)), ((sentence.first, at), (at + 1, sentence.last))):
        short = part[1] - part[0] <= 4 and content[1] - content[0] >= 3
        source = read_source(page, *part) if short else None
        if source and (source.kind in ("document", "person", "body", "unnamed", "outlet") and page.words[at] == ":"):
            return [Frame(part, source, (at, at + 1), "says", (content,))]
    return []


def _with_citing(page: Page, sentence: Sentence, found: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Adds to each frame the sources that it cites: "a report citing three sources", "Reuters reported, citing documents"."""
    citing = [i for i in range(sentence.first, sentence.last - 1) if page.words[i] in ("citing", "quoting") and not page.quoted[i]]
    result = list(found)
    for at in citing:
        phrase = phrase_after(page, at + 1, sentence.last)
        source = read_source(page, *phrase) if phrase else None
        if source is None or not result:
            continue
        nearest = min(range(len(result)), key=lambda k: abs(result[k].cue[0] - at))
        frame = result[nearest]
        content = tuple((a, min(b, at) if a < at < b else b) for a, b in frame.content)
        result[nearest] = replace(frame, cites=(*frame.cites, source), content=content)
    return tuple(result)
