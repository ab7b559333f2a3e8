"""Who writes what: the texts of one event, one after another, each by an outlet of its own."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from benchmarks.simulator.author import Writer, authored, chosen, headline, initials, told
from benchmarks.simulator.derive import Manner, citable, cited, errors, misspelt, retold, taken, wrong_figure
from benchmarks.simulator.desk import Desk
from benchmarks.simulator.parts import Paragraph, Place, Text, Variants

OWN = ("wire", "staff", "speech", "follow", "copy", "heir")
LEAST_UNSAID = 0.3  # Share of wordings that must be left for one more reporter to find words of his own.
LEAST_KEPT, LEAST_COPIED = 4, 5  # Paragraphs that an agency's text is cut to at most; sentences of a copy.
HEIRS = (2, 3)  # Reports that draw on a lost local report.
SAME_TITLE = 0.5


def cast(desk: Desk, agency: str, number: int) -> None:
    """Fills the desk with texts until `number` of them are reports."""
    noise = desk.noise
    _staff(desk)
    while authored(desk, "wire", agency, lost=desk.chance(noise.wire_lost)) is None:
        pass
    heirs = desk.rng.randint(*HEIRS) if number >= 12 and desk.chance(noise.local_lost) and _local(desk) else 0
    roles = {"staff": noise.staff, "reprint": noise.reprint, "follow": noise.follow, "copy": noise.copy}
    roles |= {"feed": noise.feed, "speech": noise.speech}
    named = not desk.chance(noise.silent)
    while (here := sum(not text.lost for text in desk.texts)) < number:
        if heirs and desk.chance(heirs / (number - here)):
            heirs -= 1
            _heir(desk)
            continue
        role = desk.rng.choices(list(roles), list(roles.values()))[0]
        if role in ("staff", "speech") and desk.unsaid() < LEAST_UNSAID:
            continue
        _WAYS[role](desk) if role != "reprint" else _reprint(desk, named)
    _loops(desk)


def _local(desk: Desk) -> bool:
    """A local report that is lost, with a misspelt name and wrong figures; whether there is one. Nobody sees its
    wordings: they stay unused, but for those with an error, which its heirs may take over."""
    used = {fact: set(wordings) for fact, wordings in desk.used.items()}
    text = authored(desk, "local", desk.outlet(), lost=True)
    desk.used = used
    if text is None:
        return False
    words = " ".join(telling.wording for paragraph in text.paragraphs for telling in paragraph.tellings)
    figures = [slot for slot in desk.world.figures if f"{{{slot}}}" in words]
    people = [slot for slot in sorted(desk.world.people) if f"{{{slot}}}" in words]
    wrong: Variants = tuple((slot, wrong_figure(desk, desk.world.figures[slot])) for slot in figures[:2])
    wrong += tuple((slot, misspelt(desk, desk.world.values[slot])) for slot in people[:1])
    paragraphs = tuple(
        replace(each, tellings=tuple(replace(t, variants=_touched(t.wording, wrong)) for t in each.tellings))
        for each in text.paragraphs
    )
    desk.texts[-1] = replace(text, paragraphs=paragraphs)
    for telling in (telling for paragraph in paragraphs for telling in paragraph.tellings):
        if telling.variants:
            desk.used.setdefault(telling.fact, set()).add(telling.wording)
    return True


def _touched(wording: str, wrong: Variants) -> Variants:
    return tuple((slot, value) for slot, value in wrong if f"{{{slot}}}" in wording)


def _heir(desk: Desk) -> None:
    """A report that draws on the lost local one without saying so, with reporting of its own."""
    lost = desk.earlier(("local",), lost=True)[0]
    wrong_first = sorted(
        ((at, telling) for at, each in enumerate(lost.paragraphs) for telling in each.tellings),
        key=lambda place: (not place[1].variants, desk.rng.random()),
    )
    inherited = []
    for at, telling in wrong_first[: desk.rng.randint(2, 4)]:
        alone = all(each.variants for each in lost.paragraphs[at].tellings)
        anew = None if alone and not desk.chance(desk.noise.retold) else retold(desk, lost, at, telling)
        if anew or alone:
            inherited.append(anew or taken(desk, lost, [at], Manner(1.0, (), open=False))[0])
    distinct = {paragraph.at: paragraph for paragraph in inherited}.values()
    _mixed(desk, "heir", list(distinct), [lost], desk.rng.randint(5, 9))


def _reprint(desk: Desk, named: bool) -> None:
    """The agency's text, or another print of it, with or without the agency's name."""
    noise, rng = desk.noise, desk.rng
    wire = desk.earlier(("wire",), lost=True)[0]
    prints = desk.earlier(("reprint",))
    parent = rng.choice(prints) if prints and desk.chance(noise.second_hand) else wire
    credits = named and desk.chance(noise.credited) and (parent is wire or bool(parent.credit))
    length = len(parent.paragraphs)
    kept = [at for at in range(length) if not desk.chance(noise.cut * 2 * (at + 1) / length)]
    kept = kept if len(kept) >= LEAST_KEPT else list(range(min(LEAST_KEPT, length)))
    manner = Manner(_share(desk), errors(desk, parent.paragraphs), open=credits)
    copied = taken(desk, parent, kept, manner)
    more = rng.randint(2, 4) if desk.chance(noise.added) else 0
    made = _mixed(desk, "reprint", copied, [parent, wire], more)
    if made and credits:
        place, phrase = _credit(desk, wire.outlet)
        desk.texts[-1] = replace(desk.texts[-1], credited=wire.id, credit=phrase, place=place)


def _share(desk: Desk) -> float:
    draw, noise = desk.rng.random(), desk.noise
    if draw < noise.heavy:
        return noise.heavy_share
    return noise.light_share if draw < noise.heavy + noise.light else 0.0


def _credit(desk: Desk, agency: str) -> tuple[Place, str]:
    short = initials(agency)
    places: tuple[Place, ...] = ("dateline", "foot", "byline")
    place = desk.rng.choice(places)
    if place == "dateline":
        return place, short
    if place == "byline":
        return place, agency
    return place, desk.rng.choice(desk.pool.phrases["foot"]).format(agency=agency, short=short)


def _mixed(desk: Desk, role: str, copied: list[Paragraph], parents: list[Text], more: int) -> bool:
    """A text of copied paragraphs and as many as `more` of its own, about what its parents do not tell; whether there
    was enough to say."""
    name, outlet = desk.name(), desk.outlet()
    known = {telling.fact for text in parents for each in text.paragraphs for telling in each.tellings}
    known |= {telling.fact for each in copied for telling in each.tellings}
    own = Writer(desk, name, outlet).paragraphs(chosen(desk, outlet, more, sorted(known)))
    paragraphs = [*copied, *own] if role == "reprint" else woven(desk.rng, own, copied)
    if told(paragraphs) < LEAST_COPIED:
        return False
    keeps = role == "reprint" and not parents[0].lost and desk.chance(SAME_TITLE)
    title = parents[0].headline if keeps else headline(desk, paragraphs)
    desk.texts.append(Text(name, outlet, desk.moment(), role, title, tuple(paragraphs)))
    return True


def woven(rng: Random, own: Sequence[Paragraph], others: Sequence[Paragraph]) -> list[Paragraph]:
    """Both, each in its own order."""
    places = sorted(rng.randint(0, len(own)) for _ in others)
    found = list(own)
    for number, (place, paragraph) in enumerate(zip(places, others, strict=True)):
        found.insert(place + number, paragraph)
    return found


def _follow(desk: Desk) -> None:
    """A report that cites one or two others by name, and has reporting of its own."""
    rng = desk.rng
    sources = desk.earlier(("staff", "speech", "wire", "follow", "copy"), lost=True)
    parents = rng.sample(sources, min(len(sources), rng.choice((1, 1, 2))))
    paragraphs: list[Paragraph] = []
    facts: set[str] = set()
    for parent in parents:
        places = [place for place in citable(desk, parent) if place[1].fact not in facts]
        places.sort(key=lambda place: (not desk.world.fact(place[1].fact).exclusive, rng.random()))
        for at, telling in places[: rng.randint(1, 2)]:
            paragraphs.append(cited(desk, parent, at, telling))
            facts.add(telling.fact)
    name, outlet = desk.name(), desk.outlet()
    own = Writer(desk, name, outlet).paragraphs(chosen(desk, outlet, rng.randint(5, 9), sorted(facts)))
    paragraphs = woven(rng, own, paragraphs)
    links = tuple(parent.id for parent in parents if not parent.lost and desk.chance(desk.noise.linked))
    if told(paragraphs) >= LEAST_COPIED:
        title = headline(desk, paragraphs)
        desk.texts.append(Text(name, outlet, desk.moment(), "follow", title, tuple(paragraphs), links=links))


def _copy(desk: Desk) -> None:
    """A report that takes passages of another without saying so, and has reporting of its own."""
    rng = desk.rng
    parent = rng.choice(desk.earlier(("staff", "speech", "follow")))
    places = [at for at, paragraph in enumerate(parent.paragraphs) if paragraph.mode == "own" and paragraph.tellings]
    numbers = sorted(rng.sample(places, min(len(places), rng.randint(2, 4))))
    share = rng.choice((desk.noise.light_share, desk.noise.heavy_share))
    manner = Manner(share, errors(desk, parent.paragraphs), open=False)
    _mixed(desk, "copy", taken(desk, parent, numbers, manner), [parent], rng.randint(5, 9))


def _feed(desk: Desk) -> None:
    """The whole text of another outlet, as the sister papers and services that carry texts of others have it."""
    parent = desk.rng.choice(desk.earlier(OWN))
    paragraphs = taken(desk, parent, range(len(parent.paragraphs)), Manner(0.0, (), open=True))
    named, wire = desk.chance(0.5), parent.role == "wire"
    phrase = desk.rng.choice(desk.pool.phrases["first_appeared"]).format(outlet=parent.outlet)
    outlet = desk.sister(parent.outlet)
    desk.texts.append(
        replace(
            parent,
            id=desk.name(),
            outlet=outlet,
            moment=desk.moment(),
            role="feed",
            paragraphs=tuple(paragraphs),
            credited=parent.id if named else "",
            credit="" if not named else initials(parent.outlet) if wire else phrase,
            place="" if not named else "dateline" if wire else "foot",
            links=(),
        )
    )


def _loops(desk: Desk) -> None:
    """Reports that were changed later to cite the one that cites them."""
    for follow in desk.earlier(("follow",)):
        for at, paragraph in enumerate(follow.paragraphs):
            parent = next((text for text in desk.texts if text.id == paragraph.parent), None)
            if paragraph.mode != "cited" or parent is None or parent.role != "staff" or parent.lost:
                continue
            exclusive = desk.world.fact(paragraph.tellings[0].fact).exclusive
            if desk.chance(desk.noise.loop * (1 if exclusive else 0.3)):
                number = desk.texts.index(parent)
                back = cited(desk, follow, at, paragraph.tellings[0])
                back = replace(back, tellings=(replace(back.tellings[0], via=(follow.outlet,), form="cited", frame=0),))
                desk.texts[number] = replace(parent, paragraphs=(*parent.paragraphs, back))
                return


def _staff(desk: Desk) -> None:
    authored(desk, "staff", desk.outlet())


def _speech(desk: Desk) -> None:
    authored(desk, "speech", desk.outlet())


_WAYS: dict[str, Callable[[Desk], None]] = {
    "staff": _staff,
    "speech": _speech,
    "follow": _follow,
    "copy": _copy,
    "feed": _feed,
}
