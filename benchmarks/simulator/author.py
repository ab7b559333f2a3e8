"""Reporting: texts and paragraphs whose writer has found things out and words them in a way of his own."""

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.simulator.desk import Desk
from benchmarks.simulator.parts import Naming, Paragraph, Telling, Text
from benchmarks.simulator.pool import Fact
from benchmarks.simulator.wording import drawn, template
from benchmarks.simulator.world import Party

# How often a writer picks up a fact by its weight, and reaches a source by its kind.
TOLD = {0: 0.35, 1: 0.45, 2: 0.75, 3: 0.95}
REACHED = {"body": 0.75, "witness": 0.5, "unnamed": 0.25, "document": 0.25, "seen": 0.3}
FORMS = {"body": "said", "witness": "told", "unnamed": "told", "document": "document", "seen": "seen"}
LENGTHS = (9, 13)
LEAST_TOLD = 6  # Fewer facts make no report.
FOLLOWED, ADDED = 0.3, 0.5  # How often a second sentence follows, and names its source again.
QUOTES = (3, 5)  # Sentences quoted by those who heard the speech; others quote one at most.


def authored(desk: Desk, role: str, outlet: str, *, lost: bool = False) -> Text | None:
    """A text of somebody's own, now on the desk: an agency's ("wire"), a reporter's ("staff"), one about a public
    speech ("speech"), or one that tells everything in its own voice ("local"). None where there is too little left to
    say."""
    name = desk.name()
    facts = chosen(desk, outlet, desk.rng.randint(*LENGTHS))
    if role == "speech":
        facts = [*(desk.world.fact("speech") for _ in range(desk.rng.randint(*QUOTES))), *facts]
    paragraphs = Writer(desk, name, outlet, bare=role == "local").paragraphs(facts)
    if told(paragraphs) < LEAST_TOLD:
        return None
    credit = desk.rng.choice(desk.pool.phrases["own_credit"]) if role == "wire" else ""
    text = Text(
        id=name,
        outlet=outlet,
        moment=desk.moment(),
        role=role,
        headline=headline(desk, paragraphs),
        paragraphs=tuple(paragraphs),
        credited=name if credit else "",
        credit=initials(outlet) if credit == "dateline" else "",
        place="dateline" if credit == "dateline" else "",
        lost=lost,
    )
    desk.texts.append(text)
    return text


def told(paragraphs: Sequence[Paragraph]) -> int:
    """How many facts are told, quotations not among them."""
    return sum(telling.form != "quote" for paragraph in paragraphs for telling in paragraph.tellings)


def initials(outlet: str) -> str:
    """ "Meridian News Agency" -> "MNA"."""
    return "".join(word[0] for word in outlet.split())


def chosen(desk: Desk, outlet: str, number: int, without: Sequence[str] = ()) -> list[Fact]:
    """Facts that a writer of `outlet` tells, the most important ones mostly first."""
    rng = desk.rng
    open_to = [
        fact
        for fact in desk.world.kind.facts
        if fact.id not in without and not (fact.exclusive and desk.owners.get(fact.id, outlet) != outlet)
    ]
    ranked = sorted(open_to, key=lambda fact: -fact.weight - rng.random() * 1.5)
    picked = [fact for fact in ranked if desk.chance(TOLD[fact.weight] * (0.5 if fact.exclusive else 1))]
    return picked[:number]


def headline(desk: Desk, paragraphs: Sequence[Paragraph]) -> Telling:
    """A headline for one of the facts told, one that nobody has used where there is one; else the words of the
    first."""
    plain = [
        telling
        for paragraph in paragraphs
        for telling in paragraph.tellings
        if telling.form != "quote" and "{S}" not in telling.wording
    ]
    used = desk.used.setdefault("head", set())
    options = [(telling, head) for telling in plain for head in desk.world.fact(telling.fact).head]
    fresh = [(telling, head) for telling, head in options if head not in used]
    if not options:
        return replace(plain[0], form="head", via=(), source="", variants=())
    telling, head = desk.rng.choice((fresh or options)[:6])
    used.add(head)
    choices = drawn(desk.rng, template(head))
    return Telling(telling.fact, head, choices, telling.root, telling.real, telling.sure, "head")


class Writer:
    """One who reports for an outlet: whom he reaches, and how he puts it."""

    def __init__(self, desk: Desk, text: str, outlet: str, *, bare: bool = False) -> None:
        """A writer of the text of that id; with `bare` he names no source."""
        self.desk, self.text, self.outlet, self.bare = desk, text, outlet, bare
        kind = desk.world.kind
        self.reached = {role for role, source in kind.sources.items() if desk.chance(REACHED[source.kind])}
        self.quoted: set[str] = set()

    def paragraphs(self, facts: Sequence[Fact]) -> list[Paragraph]:
        """The facts in paragraphs of one or two sentences. What he cannot put in words of his own he leaves out."""
        desk, left, found = self.desk, list(facts), []
        while left:
            telling = self.telling(left.pop(0))
            if telling is None:
                continue
            tellings = [telling]
            second = next((fact for fact in left if self._fits(telling, fact)), None)
            if second is not None and desk.chance(FOLLOWED):
                left.remove(second)
                tellings += self._second(telling, second)
            formula = desk.rng.choice(desk.pool.phrases["formulas"]) if desk.chance(desk.noise.formula) else ""
            found.append(Paragraph(tuple(tellings), formula))
        if found and desk.chance(desk.noise.stock):
            found.insert(desk.rng.randint(1, len(found)), Paragraph((), desk.rng.choice(desk.world.kind.stock)))
        return found

    def _fits(self, telling: Telling, fact: Fact) -> bool:
        plain = telling.form in ("said", "told", "document")
        role = telling.source.partition("@")[0]
        return plain and role in fact.sources and not (fact.act or fact.exclusive or fact.kind == "denial")

    def _second(self, first: Telling, fact: Fact) -> list[Telling]:
        """The fact as a second sentence of the source just named, with or without saying so."""
        desk = self.desk
        wording = desk.fresh(fact)
        if not wording:
            return []
        party = desk.world.parties[first.source]
        if first.form != "document" and (desk.chance(ADDED) or fact.kind == "opinion"):
            return [self._attributed(fact, wording, party, "added", first.naming)]
        told = self._plain(fact, wording)
        return [replace(told, real=party.key, beside=party.key)]

    def telling(self, fact: Fact) -> Telling | None:
        """The fact as this writer tells it; None where he has no words or no source for it."""
        desk, world = self.desk, self.desk.world
        roles = [role for role in fact.sources if role in self.reached]
        if fact.exclusive:
            desk.owners.setdefault(fact.id, self.outlet)
            roles = list(fact.sources)
        if fact.kind == "quote":
            quote = desk.rng.choice([quote for quote in fact.quotes if quote not in self.quoted])
            self.quoted.add(quote)
            return self._attributed(fact, quote, world.party(fact.sources[0], self.outlet), "quote", "person")
        own = fact.own > 0 and (self.bare or not roles or desk.chance(fact.own))
        if not own and not roles:
            return None
        wording = desk.fresh(fact)
        if not wording:
            return None
        if own:
            return self._plain(fact, wording)
        party = world.party(desk.rng.choice(roles), self.outlet)
        naming = self._naming(party)
        itself = bool(party.source.short) and party.source.short in f"the {wording} {wording}"
        return self._attributed(fact, wording, party, FORMS[party.source.kind], "person" if itself else naming)

    def _naming(self, party: Party) -> Naming:
        if party.source.kind == "witness":
            return "person"
        if party.source.kind != "body":
            return "words"
        return self.desk.rng.choice(("person", "body", "words") if party.words else ("person", "body"))

    def _plain(self, fact: Fact, wording: str) -> Telling:
        """In the writer's own voice: of a public act its author, else he does not say where he has it."""
        desk, choices = self.desk, drawn(self.desk.rng, template(wording))
        if fact.act:
            return Telling(fact.id, wording, choices, fact.act, fact.act, True)
        shared = [role for role in fact.sources if desk.world.kind.sources[role].kind in ("body", "document")]
        real = desk.world.party(desk.rng.choice(shared or fact.sources), self.outlet)
        return Telling(fact.id, wording, choices, f"own:{self.text}", real.key, False)

    def _attributed(self, fact: Fact, wording: str, party: Party, form: str, naming: Naming) -> Telling:
        desk = self.desk
        choices = () if form == "quote" else drawn(desk.rng, template(wording))
        frame = 0 if "{S}" in wording else desk.rng.randrange(len(desk.pool.phrases[form]))
        return Telling(
            fact.id, wording, choices, party.key, party.key, True, form, frame, party.key, naming, teller=self.outlet
        )
