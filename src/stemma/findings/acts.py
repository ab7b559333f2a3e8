"""Public acts: what a party does by making it known (docs/count.md)."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from stemma.findings.desk import Desk
from stemma.findings.tables import words
from stemma.model import Mention

_REACH = 40  # Characters between the party's name and the verb of its act.
_BETWEEN = 60  # Characters between a passive verb and who did it: "handed a ban of five matches by the federation".


@cache
def _done() -> re.Pattern[str]:
    """A verb of making known in the active: its subject stands before it."""
    return _active([*words("acts")["verbs"], *words("acts")["turns"]])


@cache
def _ruled() -> re.Pattern[str]:
    """A verb by which a court rules, in the active."""
    return _active(words("acts")["rulings"])


def _active(verbs: list[str]) -> re.Pattern[str]:
    known = "|".join(sorted(verbs, key=len, reverse=True))
    undone = "".join(rf"(?<!\b{before} )" for before in ("was", "were", "been", "being", "be", "to"))
    return re.compile(rf"{undone}(?:(?<!\bis )(?<!\bare )|(?=\w+ing\b))\b(?:{known})\b")  # "is lending" does it


@cache
def _undergone() -> re.Pattern[str]:
    """What is done by somebody, who stands after it: "was announced by", "under an order signed by", "by decree of"."""
    verbs = "|".join((*words("acts")["verbs"], *words("acts")["turns"]))
    nouns = "|".join(words("acts")["nouns"])
    cases = "|".join(words("acts")["cases"])
    return re.compile(
        rf"\b(?:{verbs})(?: [^.;]{{0,{_BETWEEN}}}?)?,? by (?=the |an? |[A-Z])|\b(?:{nouns})s? by (?=the |an? |[A-Z])|"
        rf"\b(?:by|under|with|on) (?:an? |the )?(?:{nouns})s? (?:of|from|by|(?:signed|issued|given) by) |"
        rf"\bunder (?:an? |the )?(?:[\w-]+ ){{0,2}}(?:{cases}) by ",
        re.IGNORECASE,
    )


@cache
def _noun() -> re.Pattern[str]:
    nouns = "|".join(words("acts")["nouns"])
    return re.compile(
        rf"(?:['’]s|s['’]|\bits|\bhis|\bher|\btheir|\bprevious|\bnew|\bfirst|\binitial)\s(?:[\w$.,-]+\s){{0,3}}(?:{nouns})\b"
    )


@cache
def _nobody_says_who() -> re.Pattern[str]:
    """An act told without whoever did it: "has been named the new secretary", "the post fell to him"."""
    return re.compile(rf"\b(?:{'|'.join(words('acts')['undergone'])})\b")


@cache
def _office() -> re.Pattern[str]:
    """An office or a body under its common noun: "the governor", "The harbour master", "the port authority"."""
    nouns = "|".join((*words("acts")["officers"], *words("acts")["bodies"]))
    return re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,2}}(?:{nouns})\b")


def act_of(desk: Desk, mentions: list[Mention]) -> str:
    """The party whose public act the mentions tell, or "" where they tell none: at least half of what stands in own
    voice must have a verb or noun of making known, and one of them the party's name or office."""
    own = {desk.text(mention): mention for mention in mentions if not mention.chain}.values()  # no copies
    told = [_told(desk, mention) for mention in own]
    telling = [actor for actor in told if actor is not None]
    if not telling or 2 * len(telling) < len(own):
        return ""
    actors = Counter(filter(None, telling))
    return min(actors, key=lambda actor: (-actors[actor], actor)) if actors else ""


def _told(desk: Desk, mention: Mention) -> str | None:
    """Whose act a mention tells, "" where it does not say whose; None where it tells none."""
    if mention.id not in desk.acts:
        actor = _actor(desk, mention)
        told = actor or _noun().search(desk.text(mention)) or _nobody_says_who().search(desk.text(mention))
        desk.acts[mention.id] = actor if told else None
    return desk.acts[mention.id]


def _actor(desk: Desk, mention: Mention) -> str:
    """Who acts: named or under an office, after what is done by somebody, else before the verb of the act or the noun
    that is somebody's; a court before the verb of its ruling."""
    return _agent(desk, mention) or _subject(desk, mention) or _owner(desk, mention) or _court(desk, mention)


def _agent(desk: Desk, mention: Mention) -> str:
    """By whom the act was done, where the mention says so."""
    if (found := _undergone().search(desk.text(mention))) is None:
        return ""
    return next((name for start, _, name in _named(desk, mention) if 0 <= start - found.end() <= _REACH), "")


def _subject(desk: Desk, mention: Mention) -> str:
    """Who does the act, or whose people do: "the company's board has rejected it"."""
    found = _done().search(desk.text(mention))
    return _before(desk, mention, found.start()) if found else ""


def _owner(desk: Desk, mention: Mention) -> str:
    found = _noun().search(desk.text(mention))
    return _before(desk, mention, found.start()) if found else ""


def _court(desk: Desk, mention: Mention) -> str:
    found = _ruled().search(desk.text(mention))
    court = _before(desk, mention, found.start()) if found else ""
    return court if set(court.lower().split()) & set(words("acts")["courts"]) else ""


def _before(desk: Desk, mention: Mention, limit: int) -> str:
    """Who is named last before a place in a mention; "" where that is too far."""
    before = [name for _, end, name in _named(desk, mention) if end <= limit + 1 and limit - end <= _REACH]
    return before[-1] if before else ""


def _named(desk: Desk, mention: Mention) -> Iterator[tuple[int, int, str]]:
    """The people, bodies and offices that a mention names, and where in it they stand, in its order."""
    reading = desk.readings[desk.order[mention.report]]
    found = [
        (name.start - mention.start, name.end - mention.start, desk.parties.head(entity.name, entity.kind))
        for name in reading.names
        if mention.start <= name.start < mention.end
        and (entity := reading.entities[name.entity]).kind in ("person", "body")
    ]
    found += [
        (office.start(), office.end(), office.group()[4:].lower()) for office in _office().finditer(desk.text(mention))
    ]
    yield from sorted(found)
