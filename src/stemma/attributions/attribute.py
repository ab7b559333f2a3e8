"""The stage: who is given as whose word, in one report."""

from dataclasses import dataclass, replace

from stemma.attributions.frame import Frame
from stemma.attributions.frames import frames
from stemma.attributions.page import Page, lay_out
from stemma.attributions.speakers.kinds import refined
from stemma.attributions.speakers.media import interview
from stemma.attributions.speakers.memory import Memory, remember
from stemma.attributions.speakers.resolve import resolve
from stemma.model import Annotated, Attribution, Sentence, Source, Span, Strength, Style

_CAPTION = 8  # Words of a line that can stand between two paragraphs of one quotation: a caption, a cross-heading.
_LEAST_QUOTE = 4  # Words of a quotation that can stand by itself; shorter ones are terms in somebody's sentence.


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before it has its number; `outer` is the source through which it reached the report."""

    source: Source
    cue: Span | None
    strength: Strength
    contents: tuple[Span, ...]
    cites: tuple[Source, ...]
    outer: tuple[Source, ...]
    continued: bool = False
    about: tuple[Span, ...] = ()


def attribute(annotated: Annotated) -> tuple[Attribution, ...]:
    """All attributions of a report in the order of their content; an enclosing one stands before those inside it.

    Method: frames of reporting verbs (`frames.py`), joined to the quotations they introduce, in the manner of
    quotation extraction by rules (Pouliquen et al. 2007; O'Keefe et al. 2012, section 4), with nesting by
    containment."""
    page = lay_out(annotated)
    memory = Memory()
    drafts: list[Draft] = []
    done: set[Span] = set()
    for sentence in annotated.sentences:
        told = interview(page, sentence)
        memory = replace(memory, interview=told) if told else memory
        headline = annotated.report.blocks[sentence.block].kind == "title"
        for frame in frames(page, sentence, headline):
            draft = _draft(page, sentence, frame, memory)
            if draft is not None and frame.answers:
                draft = _answered(page, sentence, draft, drafts)
            if draft is None:
                continue
            drafts.append(draft)
            # Nothing was said, or it was within somebody's words, and whose those are is another frame's to tell.
            if page.quoted[frame.cue[0]] or not draft.contents:
                continue
            memory = remember(memory, draft.source, draft.outer, sentence, frame.cites)
            done.update(quote for quote in page.quotes if any(_touch(quote, c) for c in draft.contents))
        continued = _continued(page, sentence, memory, done, drafts)
        if continued is not None:
            drafts.append(continued)
            done.update(continued.contents)
    return _numbered(annotated.report.id, page, drafts)


def _draft(page: Page, sentence: Sentence, frame: Frame, memory: Memory) -> Draft | None:
    resolved = resolve(page, sentence, frame, memory)
    spoken = page.quoted[frame.cue[0]]
    contents = tuple(
        content for first, last in frame.content if (content := _content(page, first, last, spoken)) is not None
    )
    if resolved is None or (not contents and frame.strength != "declines"):
        return None
    source, outer, cites = resolved
    return Draft(source, page.span(*frame.cue), frame.strength, contents, cites, outer)


def _answered(page: Page, sentence: Sentence, draft: Draft, before: list[Draft]) -> Draft:
    """The draft of an answer with what it answers in place of its content: what somebody else was last said to have
    said, in this block or the one before; else the sentence before. As it is where there is nothing to answer."""
    for earlier in reversed(before):
        if earlier.contents and earlier.source.name != draft.source.name:
            near = page.sentence_of(earlier.contents[0].start)
            if near is not None and sentence.block - near.block <= 1:
                return replace(draft, about=earlier.contents, contents=())
            break
    last = page.sentence_of(max(0, sentence.start - 2))
    if last is None or last.start >= sentence.start:
        return draft
    return replace(draft, about=(Span(last.start, last.end),), contents=())


def _content(page: Page, first: int, last: int, spoken: bool) -> Span | None:
    """The characters of the content, cleaned of marks at its ends, and widened to whole quotations unless the cue
    itself is `spoken` within one."""
    if first >= last:
        return None
    span = page.span(first, last)
    start, end = span.start, span.end
    for quote in page.quotes:
        if quote.start < end and quote.end > start:
            start, end = (start, min(end, quote.end)) if spoken else (min(start, quote.start), max(end, quote.end))
    while start < end and page.text[start] in " ,;:-–—\n":
        start += 1
    while start < end and page.text[end - 1] in " ,;:-–—.\n":
        end -= 1
    return Span(start, end) if end - start > 1 else None


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _continued(page: Page, sentence: Sentence, memory: Memory, done: set[Span], drafts: list[Draft]) -> Draft | None:
    """A quotation without a cue of its own goes on in the voice of the speaker just before it."""
    if memory.last is None or memory.block is None or _gap(page, memory.block, sentence.block) > 1:
        return None
    for quote in page.quotes:
        if not sentence.start <= quote.start < sentence.end or any(_touch(quote, d) for d in done):
            continue
        opens = quote.start - sentence.start <= 1
        long = len(page.text[quote.start : quote.end].split()) >= _LEAST_QUOTE
        quoted_before = bool(drafts) and any(page.text[c.start] in '“"‘' or c in done for c in drafts[-1].contents)
        if opens and long and (sentence.block == memory.block or quoted_before):
            return Draft(memory.last, None, "says", (quote,), (), memory.outer, continued=True)
    return None


def _gap(page: Page, block: int, later: int) -> int:
    """How many blocks lie between, captions and cross-headings of a few words left out."""
    blocks = page.annotated.report.blocks
    short = sum(len(page.text[b.start : b.end].split()) <= _CAPTION for b in blocks[block + 1 : later])
    return later - block - min(short, 1)


def _style(page: Page, contents: tuple[Span, ...]) -> Style:
    quoted = page.quoted_part(contents)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * sum(c.end - c.start for c in contents) else "mixed"


def _numbered(report: str, page: Page, drafts: list[Draft]) -> tuple[Attribution, ...]:
    """Attributions with their numbers; what was passed on by somebody stands inside that one's own attribution."""
    flat: list[tuple[Draft, Source, Span | None, bool]] = []
    for draft in drafts:
        flat.extend((draft, outer, None, True) for outer in draft.outer)
        flat.append((draft, draft.source, draft.cue, False))
    order = sorted(range(len(flat)), key=lambda i: (_place(flat[i][0]), -_extent(flat[i][0]), not flat[i][3], i))
    numbered: list[Attribution] = []
    for number, i in enumerate(order):
        draft, source, cue, carrier = flat[i]
        attribution = Attribution(
            id=f"{report}.a{number}",
            source=refined(page, source),
            cue=cue,
            strength="says" if carrier else draft.strength,
            style=_style(page, draft.contents),
            contents=draft.contents,
            cites=() if carrier else tuple(refined(page, cited) for cited in draft.cites),
            continued=draft.continued,
            about=draft.about,
        )
        numbered.append(replace(attribution, inside=_around(numbered, attribution)))
    return tuple(numbered)


def _place(draft: Draft) -> int:
    """Where the content begins; where somebody declines to say anything, the source."""
    return draft.contents[0].start if draft.contents else draft.source.start


def _extent(draft: Draft) -> int:
    return sum(content.end - content.start for content in draft.contents)


def _around(before: list[Attribution], inner: Attribution) -> str | None:
    """The nearest earlier attribution whose content holds all of `inner`'s."""
    if not inner.contents:
        return None
    for outer in reversed(before):
        holds = all(any(c.start <= i.start and i.end <= c.end for c in outer.contents) for i in inner.contents)
        if holds and outer.source != inner.source:
            return outer.id
    return None
