"""`story(seed, ...)`: reports as files and as Stemma reads them, with the truth about them. Same seed, same story."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from random import Random

from benchmarks.simulator.cast import cast
from benchmarks.simulator.desk import Desk
from benchmarks.simulator.noise import DEFAULT, Noise
from benchmarks.simulator.parts import Text
from benchmarks.simulator.pool import Pool, Split, pool
from benchmarks.simulator.render import Written, running, written
from benchmarks.simulator.truth import Made, Truth, truth
from benchmarks.simulator.world import person, world
from stemma.documents import read
from stemma.model import File, Hyperlink, Report
from stemma.settings import DEFAULTS

EVENT = 30  # Reports of one event: a story of more is several events, one after another.
OTHERS = 0.3  # How many outlets belong to a publisher though they carry nothing from it.


@dataclass(frozen=True, slots=True)
class SimulatedStory:
    """A story and the truth about it. `split` is where its texts are from. `files` are the reports as JSON records,
    `reports` the same as Stemma reads them, in the same order. `families` gives the publisher of an outlet that has
    one; `roles` how a report (its id) came about; `kinds` are the kinds of story that its events are."""

    name: str
    split: Split
    files: tuple[File, ...]
    reports: tuple[Report, ...]
    truth: Truth
    families: Mapping[str, str]
    roles: Mapping[str, str]
    kinds: frozenset[str]


def story(seed: int, reports: int = 20, noise: Noise = DEFAULT, split: Split = "held_out") -> SimulatedStory:
    """A story of so many reports, made of one split of the texts."""
    texts = pool(split)
    rng = Random(f"{split}/{seed}")
    agency = rng.choice(texts.names["agencies"])
    events = max(1, round(reports / EVENT))
    made: list[Made] = []
    files: list[File] = []
    found: list[Report] = []
    families: dict[str, str] = {}
    roles: dict[str, str] = {}
    first = rng.randrange(len(texts.kinds))
    for number in range(events):
        share = (number + 1) * reports // events - number * reports // events
        desk = _desk(rng, texts, first + number, noise)
        cast(desk, agency, share)
        words = {text.id: written(text, desk.world, texts) for text in desk.texts}
        here = {text.id: _report(desk, text, words) for text in desk.texts if not text.lost}
        files += [file for file, _ in here.values()]
        found += [report for _, report in here.values()]
        roles |= {here[text.id][1].id: text.role for text in desk.texts if not text.lost}
        families |= desk.families
        made.append(Made(desk.world, desk.texts, words, {text: report.id for text, (_, report) in here.items()}))
    kinds = frozenset(each.world.kind.name for each in made)
    for report in found:
        if report.outlet not in families and rng.random() < OTHERS:
            families[report.outlet] = rng.choice(texts.names["publishers"])
    return SimulatedStory(f"{split}-{seed}", split, tuple(files), tuple(found), truth(made), families, roles, kinds)


def _desk(rng: Random, texts: Pool, number: int, noise: Noise) -> Desk:
    event = world(rng, texts, number)
    outlets = [f"{place} {paper}" for place in texts.names["towns"] for paper in texts.names["papers"]]
    outlets += [f"Radio {place}" for place in texts.names["towns"]]
    rng.shuffle(outlets)
    return Desk(rng, event, texts, noise, outlets, event.start + timedelta(hours=3))


def _report(desk: Desk, text: Text, words: Mapping[str, Written]) -> tuple[File, Report]:
    """The text as a file, and as Stemma reads it. ValueError where it cannot be read."""
    title, body = words[text.id].title, words[text.id].body
    host = re.sub(r"\W+", "-", text.outlet.lower()).strip("-")
    record = {
        "title": title,
        "text": body,
        "outlet": text.outlet,
        "url": f"https://{host}.example/news/{text.id.replace('.', '-')}",
        "authors": [person(desk.rng, desk.world.names)] if desk.chance(0.5) else [],
        "date_publish": _published(desk, text),
    }
    content = json.dumps(record, ensure_ascii=False).encode()
    file = File(f"{text.id}.json", sha256(content).hexdigest(), content)
    outcome = next(iter(read(file, DEFAULTS)))
    if not isinstance(outcome, Report) or outcome.text != f"{title}\n{body}":
        raise ValueError(f"{file.path} cannot be read: {outcome}")
    return file, replace(outcome, hyperlinks=tuple(_links(desk, text, outcome)))


def _published(desk: Desk, text: Text) -> str:
    noise = desk.noise
    if desk.chance(noise.undated):
        return ""
    moment = text.moment
    if desk.chance(noise.wrong_date):
        moment += timedelta(days=desk.rng.choice((-2, -1, 1, 2)))
    return moment.strftime("%Y-%m-%d" if desk.chance(noise.no_hour) else "%Y-%m-%d %H:%M:%S")


def _links(desk: Desk, text: Text, report: Report) -> Iterator[Hyperlink]:
    """Links to the reports cited, as a page would have them, on the name of the outlet."""
    for link in text.links:
        parent = next(other for other in desk.texts if other.id == link)
        host = re.sub(r"\W+", "-", parent.outlet.lower()).strip("-")
        start = report.text.find(running(parent.outlet))
        if start >= 0:
            url = f"https://{host}.example/news/{link.replace('.', '-')}"
            yield Hyperlink(start, start + len(running(parent.outlet)), url)
