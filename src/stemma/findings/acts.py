"""Public acts: what a party does by making it known (docs/count.md)."""

import re
from functools import cache

from stemma.findings.desk import Desk
from stemma.findings.tables import words
from stemma.model import Mention

_REACH = 40  # Characters between the party's name and the verb of its act.


@cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("acts")["verbs"], key=len, reverse=True))
    return re.compile(rf"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )(?<!\bto )\b(?:{verbs})\b")


@cache
def _noun() -> re.Pattern[str]:
    nouns = "|".join(words("acts")["nouns"])
    return re.compile(
        rf"(?:['’]s|s['’]|\bits|\bhis|\bher|\btheir|\bprevious|\bnew|\bfirst|\binitial)\s(?:[\w$.,-]+\s){{0,3}}(?:{nouns})\b"
    )


def act_of(desk: Desk, mentions: list[Mention]) -> str:
    """The party whose public act the mentions tell, or "" where they tell none: at least half of the own-voice mentions
    must have a verb or noun of making known, and one of them the party's name."""
    own = [mention for mention in mentions if not mention.chain]
    telling = [mention for mention in own if _tells(desk, mention)]
    if not telling or 2 * len(telling) < len(own):
        return ""
    actors = [actor for mention in telling if (actor := _actor(desk, mention))]
    return max(sorted(set(actors)), key=actors.count) if actors else ""


def _tells(desk: Desk, mention: Mention) -> bool:
    text = desk.text(mention)
    verb = _verb().search(text)
    return (verb is not None and bool(_actor(desk, mention))) or _noun().search(text) is not None


def _actor(desk: Desk, mention: Mention) -> str:
    """The person or body named last before the verb of the act, else the owner of its noun."""
    text = desk.text(mention)
    found = _verb().search(text) or _noun().search(text)
    if found is None:
        return ""
    reading = desk.readings[desk.order[mention.report]]
    limit = mention.start + found.start()
    before = [
        reading.entities[name.entity]
        for name in reading.names
        if mention.start <= name.start and name.end <= limit + 1 and limit - name.end <= _REACH
    ]
    fitting = [entity for entity in before if entity.kind in ("person", "body")]
    return desk.parties.head(fitting[-1].name, fitting[-1].kind) if fitting else ""
