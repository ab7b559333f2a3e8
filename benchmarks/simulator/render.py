"""A text in parts -> the words as they stand, and where each telling and paragraph stands in them."""

import re
from dataclasses import dataclass, field
from random import Random

from benchmarks.simulator.numerals import in_words
from benchmarks.simulator.parts import Paragraph, Telling, Text
from benchmarks.simulator.pool import Pool
from benchmarks.simulator.wording import filled, template
from benchmarks.simulator.world import World, person

Span = tuple[int, int]

OPEN, CLOSE = "\x01", "\x02"
# What stands in a report's own voice -> in somebody else's.
TENSES = {"will": "would", "is": "was", "are": "were", "has": "had", "have": "had", "can": "could"}
APPOSITION = re.compile(rf",([{CLOSE}]?[,.;:])")


@dataclass(frozen=True, slots=True)
class Told:
    """A telling where it stands in a body: the characters of its claim, and the other outlets that its sentence
    names."""

    telling: Telling
    span: Span
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text in words: title and body, each telling in it, and the characters of each paragraph in the body."""

    title: str
    body: str
    told: tuple[Told, ...]
    paragraphs: tuple[Span, ...]


@dataclass(slots=True)
class _Page:
    world: World
    pool: Pool
    outlet: str
    met: set[str] = field(default_factory=set)


def written(text: Text, world: World, pool: Pool) -> Written:
    """`text` in words."""
    page = _Page(world, pool, text.outlet)
    body, found, spans = "", [], []
    for number, paragraph in enumerate(text.paragraphs):
        if number:
            body += "\n\n"
        start = len(body)
        body += _opening(text, world) if number == 0 else ""
        for telling, words, span in _sentences(paragraph, page):
            body += words if body.endswith("\n") or len(body) == start or body.endswith("— ") else f" {words}"
            shift = len(body) - len(words)
            if telling is not None:
                found.append(Told(telling, (span[0] + shift, span[1] + shift), _outlets(telling, page)))
        spans.append((start, len(body)))
    if text.place == "foot":
        body += f"\n\n{text.credit}"
    title = sentence(text.headline, _Page(world, pool, text.outlet))[0].rstrip(".")
    return Written(title, body, tuple(found), tuple(spans))


def _outlets(telling: Telling, page: _Page) -> tuple[str, ...]:
    """The outlets that the sentence names as having it, the nearest first."""
    frames = page.pool.phrases.get(telling.form, ())
    teller = bool(frames) and "{O}" in frames[telling.frame] and telling.teller != page.outlet
    return telling.via or ((telling.teller,) if teller else ())


def _opening(text: Text, world: World) -> str:
    """The dateline or byline that credits an agency."""
    if text.place == "byline":
        return f"By {person(Random(text.id), world.names)}, {text.credit}\n\n"
    if text.place != "dateline":
        return ""
    day = text.moment.strftime("%b %-d")
    return f"{world.values['town'].upper()}, {day} ({text.credit}) — "


def _sentences(paragraph: Paragraph, page: _Page) -> list[tuple[Telling | None, str, Span]]:
    found: list[tuple[Telling | None, str, Span]] = []
    for telling in paragraph.tellings:
        words, span = sentence(telling, page)
        found.append((telling, words, span))
    if paragraph.tail:
        found.append((None, page.world.filled(paragraph.tail), (0, 0)))
    return found


def sentence(telling: Telling, page: _Page) -> tuple[str, Span]:
    """A telling in words, and where its claim stands in them."""
    world, phrases = page.world, page.pool.phrases
    own = telling.form in ("own", "head")
    made = template(telling.wording)
    claim = filled(made, telling.choices, front=own) if telling.choices else telling.wording
    for number in telling.swaps:
        old, new = page.pool.swaps[number]
        claim = re.sub(rf"(?<!{{)\b{old}\b(?!}})", new, claim, count=1)  # A slot keeps its name.
    claim = _slots(claim, telling, page, own=own or telling.form.startswith("quote"))
    if "{S}" in claim:
        frame = f"{OPEN}{claim}{CLOSE}."
    else:
        frame = "{c}." if own else phrases[telling.form][telling.frame]
        if "“{c}" in frame and claim[-1] in "?!":
            frame = frame.replace("{c},", "{c}").replace("{c}.", "{c}")
        frame = frame.replace("{c}", f"{OPEN}{claim}{CLOSE}")
    for mark, outlet in zip("BA", telling.via, strict=False):
        frame = frame.replace(f"{{{mark}}}", running(outlet))
    frame = frame.replace("{O}", running(telling.teller or page.outlet))
    if "{S}" in frame:
        frame = frame.replace("{S}", _party(telling, page), 1)
    return _marked(world.filled(frame), telling.form)


def _slots(claim: str, telling: Telling, page: _Page, *, own: bool) -> str:
    variants = dict(telling.variants)

    def value(match: re.Match[str]) -> str:
        slot = match[1]
        if slot in TENSES:
            return slot if own else TENSES[slot]
        if slot == "S":
            return match[0]
        words = variants.get(slot, page.world.values.get(slot, match[0]))
        if slot not in page.world.people:
            return words
        known = slot in page.met
        page.met.add(slot)
        return words.rsplit(maxsplit=1)[-1] if known else words

    return re.sub(r"\{(\w+)\}", value, claim)


def _party(telling: Telling, page: _Page) -> str:
    """The source as the sentence names it: in full at first, briefly later."""
    party = page.world.parties[telling.source]
    met = f"{party.key}/{telling.naming}" in page.met
    page.met.add(f"{party.key}/{telling.naming}")
    if telling.naming == "person":
        name = dict(telling.variants).get(f"party:{party.key}", party.person)
        return name.rsplit(maxsplit=1)[-1] if met else f"{name}, {page.world.filled(party.title)},"
    if telling.naming == "body":
        return page.world.filled(party.source.short if met else party.source.body)
    return page.world.filled(party.words)


def running(outlet: str) -> str:
    """An outlet's name in running text."""
    return f"the {outlet.removeprefix('The ')}" if not re.search(r"^Radio | (?:Today|Online|News)$", outlet) else outlet


def _marked(text: str, form: str) -> tuple[str, Span]:
    """The sentence with a capital and clean commas, and where its marks stood."""
    text = APPOSITION.sub(r"\1", text)
    text = re.sub(r"\.([”]?)\.", r".\1", text)
    if (number := re.match(rf"{OPEN}?(\d\d?) ", text)) is not None:
        text = text[: number.start(1)] + in_words(int(number[1])) + text[number.end(1) :]
    at = next(index for index, letter in enumerate(text) if letter.isalnum())
    text = text[:at] + text[at].upper() + text[at + 1 :]
    if form.startswith("quote"):
        inside = text.index(OPEN) + 1
        text = text[:inside] + text[inside].upper() + text[inside + 1 :]
    start, end = text.index(OPEN), text.index(CLOSE) - 1
    plain = text.replace(OPEN, "").replace(CLOSE, "")
    while end > start and plain[end - 1] in ",.":
        end -= 1
    return plain, (start, end)
