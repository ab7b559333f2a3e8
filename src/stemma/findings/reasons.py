"""Why a count is what it is, as sentences from templates: what stands behind it at least and at most, who rests on
whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from stemma.findings.desk import Desk
from stemma.findings.origins import Rooted
from stemma.findings.root import OWN_VOICE
from stemma.model import Origin
from stemma.values.lists import joined
from stemma.values.outlets import may_be_medium

MOST = 6  # Names that one sentence can hold; further ones are counted.
UNTIED = "its words more likely state another claim"
GUESSED = "given as the source, but whether its words state this claim is a guess"


def reasons(
    desk: Desk, rooted: Rooted, origins: Sequence[Origin], independent: tuple[int, int], act: str
) -> tuple[str, ...]:
    """The sentences for a claim of these mentions and origins, counted `independent`; `act` is the party whose public
    act it is, or ""."""
    low, high = independent
    return (
        f"At least {low}: {_least(origins)}.",
        f"At most {high}: {_most(origins) if high > low else _no_more(act)}.",
        *_resting(desk, rooted),
        *([] if act else _left_out(origins)),
    )


def _least(origins: Sequence[Origin]) -> str:
    sure = [origin for origin in origins if origin.sure]
    seen = [origin.name for origin in sure if origin.kind == "report"]
    acts = [origin.name for origin in sure if origin.kind != "report" and not origin.mentions]
    given = [origin.name for origin in sure if origin.kind != "report" and origin.mentions]
    parts = (
        f"{_names(given)} {_verb(given, 'is given as its source', 'are given as its sources')}" if given else "",
        f"{_names(seen)} saw it {_verb(seen, 'itself', 'themselves')}" if seen else "",
        f"{_names(acts)} made it known by a public act" if acts else "",
    )
    return "; ".join(filter(None, parts)) or "no source is given, but it must come from somebody"


def _most(origins: Sequence[Origin]) -> str:
    open_ones = [origin for origin in origins if origin.counted and not origin.sure]
    guessed = [origin.name for origin in open_ones if origin.reason == GUESSED]
    own = [origin.name.removesuffix(OWN_VOICE) for origin in open_ones if origin.reason != GUESSED]
    parts = (
        f"{_names(own)} {_verb(own, 'tells it in its', 'tell it in their')} own voice and could have it from others"
        if own
        else "",
        f"whether the words of {_names(guessed)} state this claim is a guess" if guessed else "",
    )
    return "; ".join(filter(None, parts))


def _no_more(act: str) -> str:
    if act:
        return f"it is a public act of {act}, and whoever tells of it has it from the act"
    return "nothing shows that anybody else is behind it"


def _resting(desk: Desk, rooted: Rooted) -> Iterator[str]:
    """Who has it through whom, and who takes it over from whom: one sentence for each of those rested on."""
    through: defaultdict[str, list[str]] = defaultdict(list)
    carried: defaultdict[str, list[str]] = defaultdict(list)
    for mention, found in rooted:
        if mention.chain and may_be_medium(mention.chain[0].name, mention.chain[0].kind, desk.outlets):
            through[mention.chain[0].name].append(desk.label(mention.report))
        elif found.carried:
            name = desk.label(found.carried) if found.carried in desk.reports else found.carried
            carried[name].append(desk.label(mention.report))
    for name, reports in through.items():
        yield f"{_names(reports)} {_verb(reports, 'has', 'have')} it through {name}."
    for name, reports in carried.items():
        yield f"{_names(reports)} {_verb(reports, 'prints', 'print')} the words of {name}."


def _left_out(origins: Iterable[Origin]) -> Iterator[str]:
    left: defaultdict[str, list[str]] = defaultdict(list)
    for origin in origins:
        if not origin.counted:
            left[origin.reason].append(origin.name.removesuffix(OWN_VOICE))
    for reason, names in left.items():
        yield f"Nothing is added by the own {_verb(names, 'voice', 'voices')} of {_names(names)}: {reason}."


def _verb(subjects: Sequence[str], one: str, several: str) -> str:
    return one if len(set(subjects)) == 1 else several


def _names(names: Iterable[str]) -> str:
    each = list(dict.fromkeys(names))
    return joined(each if len(each) <= MOST else [*each[: MOST - 1], f"{len(each) - MOST + 1} others"])
