"""The truth about a story, as it follows from how the story was made: claims with their origins and counts, who rests
on whom, which texts are lost. Nothing here looks at what Stemma finds.

The count follows the rules for annotators of real stories: min are the origins that are named or plainly first-hand;
max adds the voices that give a claim without saying where they have it, copies removed. `really` is the number of
parties from which the tellings truly come, which the texts need not show.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.simulator.parts import Mode, Telling, Text
from benchmarks.simulator.render import Written
from benchmarks.simulator.world import World
from stemma.model import EdgeKind, Passage

TAKEN = ("copied", "reworded", "retold")  # Ways in which a paragraph comes from another text that it does not name.


@dataclass(frozen=True, slots=True)
class TrueMention:
    """A stretch of a report (its id; characters into `Report.text`) that states a claim. `chain` is whose word the
    report gives, nearest first; `root` is the origin's key; `mode` says how the report came by it."""

    report: str
    start: int
    end: int
    chain: tuple[str, ...]
    root: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class TrueClaim:
    """A claim: its mentions, the keys of its origins, [min, max], and from how many parties it really comes."""

    id: str
    kind: str
    mentions: tuple[TrueMention, ...]
    sure: tuple[str, ...]
    unsure: tuple[str, ...]
    independent: tuple[int, int]
    really: int


@dataclass(frozen=True, slots=True)
class TrueEdge:
    """`report` rests on `to`, a report's id or the name of an `outside` outlet, in these ways. The passages are those
    taken over, in whatever words; of an outside text, which nobody has, the other side is empty."""

    report: str
    to: str
    outside: bool
    kinds: tuple[EdgeKind, ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class LostText:
    """A text that is not among the reports, those that took something from it, and their passages that they have from
    there. `named` where a report says so."""

    outlet: str
    reports: tuple[str, ...]
    named: bool
    passages: Mapping[str, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of a story. `reprints` are groups of reports that print one agency's text, that text's own report
    among them; `speeches` groups that heard one speech for themselves and rest on nobody."""

    claims: tuple[TrueClaim, ...]
    edges: tuple[TrueEdge, ...]
    lost: tuple[LostText, ...]
    loops: tuple[tuple[str, ...], ...]
    reprints: tuple[tuple[str, ...], ...]
    speeches: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """The texts of one event with their words, and the ids of those that are reports."""

    world: World
    texts: Sequence[Text]
    words: Mapping[str, Written]
    ids: Mapping[str, str]


def truth(events: Iterable[Made]) -> Truth:
    """The truth about the events of a story."""
    claims: list[TrueClaim] = []
    edges: list[TrueEdge] = []
    lost: list[LostText] = []
    loops: list[tuple[str, ...]] = []
    reprints: list[tuple[str, ...]] = []
    speeches: list[tuple[str, ...]] = []
    for made in events:
        claims += _claims(made)
        edges += _edges(made)
        lost += _lost(made)
        loops += _loops(made)
        reprints += _reprints(made)
        speeches += _speeches(made)
    return Truth(tuple(claims), tuple(edges), tuple(lost), tuple(loops), tuple(reprints), tuple(speeches))


# --- claims -----------------------------------------------------------------------------------------------


def _claims(made: Made) -> Iterator[TrueClaim]:
    """The facts told in two reports or more."""
    told: defaultdict[str, list[tuple[TrueMention, Telling]]] = defaultdict(list)
    for text in made.texts:
        if text.lost:
            continue
        words = made.words[text.id]
        shift = len(words.title) + 1
        modes = [paragraph.mode for paragraph in text.paragraphs for _ in paragraph.tellings]
        for mode, here in zip(modes, words.told, strict=True):
            telling, (start, end) = here.telling, here.span
            named = made.world.name(telling.source, telling.naming) if telling.source else ""
            chain = (*here.outlets, *([named] if named else []))
            place = TrueMention(made.ids[text.id], start + shift, end + shift, chain, telling.root, mode)
            told[_claimed(made.world, telling)].append((place, telling))
    for claim, mentions in told.items():
        if len({mention.report for mention, _ in mentions}) > 1:
            first = mentions[0][1]
            kind = "quote" if first.form == "quote" else made.world.fact(first.fact).kind
            yield _claim(f"{made.world.number}.{claim}", kind, mentions)


def _claimed(world: World, telling: Telling) -> str:
    """What a telling claims: the fact. Of quotations, opinions and what everybody knows each wording says its own."""
    own = telling.form == "quote" or world.fact(telling.fact).kind in ("opinion", "background")
    return f"{telling.fact}: {telling.wording}" if own else telling.fact


def _claim(name: str, kind: str, told: Sequence[tuple[TrueMention, Telling]]) -> TrueClaim:
    sure = {telling.root for _, telling in told if telling.sure}
    # A sentence of the report's own beside one on a counted party's word adds nothing: that party could be its source.
    unsure = {telling.root for _, telling in told if not telling.sure and telling.beside not in sure}
    low = max(1, len(sure))
    return TrueClaim(
        name,
        kind,
        tuple(mention for mention, _ in told),
        tuple(sorted(sure)),
        tuple(sorted(unsure)),
        (low, max(low, len(sure) + len(unsure))),
        len({telling.real for _, telling in told}),
    )


# --- lineage ----------------------------------------------------------------------------------------------


def _edges(made: Made) -> Iterator[TrueEdge]:
    """What each report rests on, one edge for each pair."""
    for text in made.texts:
        if text.lost:
            continue
        kinds: defaultdict[str, set[EdgeKind]] = defaultdict(set)
        for parent, kind in _ways(made, text):
            kinds[parent].add(kind)
        for parent in sorted(kinds):
            passages = tuple(_passages(made, text, parent))
            to, report = made.ids.get(parent, parent), made.ids[text.id]
            if to != report:
                yield TrueEdge(report, to, parent not in made.ids, tuple(sorted(kinds[parent])), passages)


def _ways(made: Made, text: Text) -> Iterator[tuple[str, EdgeKind]]:
    """What the text rests on, and how: the id of a text that is a report, or the name of an outlet outside."""
    known = {other.id: other for other in made.texts}
    named = {known[other.credited].id for other in made.texts if other.credited and not other.lost}
    if text.credited and text.credited != text.id:
        yield _target(made, known[text.credited]), "credits"
    for paragraph in text.paragraphs:
        parent = known.get(paragraph.parent)
        if parent and paragraph.mode in TAKEN and (not parent.lost or parent.id in named):
            yield _target(made, parent), "reuses"
    for told in made.words[text.id].told:
        if told.outlets and told.outlets[0] != text.outlet:
            yield _target(made, next(other for other in made.texts if other.outlet == told.outlets[0])), "cites"
    for link in text.links:
        yield link, "cites"


def _target(made: Made, text: Text) -> str:
    return text.id if text.id in made.ids else text.outlet


def _passages(made: Made, text: Text, parent: str) -> Iterator[Passage]:
    ours = made.words[text.id]
    shift = len(ours.title) + 1
    for number, paragraph in enumerate(text.paragraphs):
        known = next((other for other in made.texts if other.id == paragraph.parent), None)
        if known is None or _target(made, known) != parent or paragraph.mode not in TAKEN:
            continue
        start, end = ours.paragraphs[number]
        other, other_end = 0, 0
        if parent in made.ids:
            theirs = made.words[parent]
            other, other_end = (at + len(theirs.title) + 1 for at in theirs.paragraphs[paragraph.at])
        yield Passage(start + shift, end + shift, other, other_end)


def _lost(made: Made) -> Iterator[LostText]:
    """The lost texts that two reports or more took something from."""
    for lost in made.texts:
        heirs = [
            text
            for text in made.texts
            if not text.lost and any(p.parent == lost.id and p.mode != "cited" for p in text.paragraphs)
        ]
        if lost.lost and len(heirs) > 1:
            named = any(text.credited == lost.id for text in heirs)
            passages = {made.ids[text.id]: tuple(_passages(made, text, lost.outlet)) for text in heirs}
            yield LostText(lost.outlet, tuple(passages), named, passages)


def _loops(made: Made) -> Iterator[tuple[str, ...]]:
    """Pairs that cite each other."""
    pairs = {(edge.report, edge.to) for edge in _edges(made) if not edge.outside}
    yield from (pair for pair in sorted(pairs) if pair[0] < pair[1] and pair[::-1] in pairs)


def _reprints(made: Made) -> Iterator[tuple[str, ...]]:
    """The prints of each agency's text, whatever they were made from."""
    for wire in made.texts:
        prints = [text for text in made.texts if text.id == wire.id or text.role == "reprint"]
        reports = tuple(made.ids[text.id] for text in prints if not text.lost)
        if wire.role == "wire" and len(reports) > 1:
            yield reports


def _speeches(made: Made) -> Iterator[tuple[str, ...]]:
    """Those that quote the speaker and rest on nobody."""
    heard = [
        made.ids[text.id]
        for text in made.texts
        if not text.lost
        and text.role in ("wire", "staff", "speech")
        and any(telling.form == "quote" for paragraph in text.paragraphs for telling in paragraph.tellings)
        and all(paragraph.mode == "own" for paragraph in text.paragraphs)
    ]
    if len(heard) > 1:
        yield tuple(heard)
