"""The sure origins of one claim: sources that are one party under several names are one origin.

Each rule below says which sources of a claim are one, as a table: key -> key of the source that it joins
(docs/count.md).

    _officers   whoever is of a body by his post joins that body; officers of one body are one without it, too
    _bare       "the company", "a statement", "the ministry" join the only party that they can be in the claim
    _documents  a document by a part of its name joins the one that has the whole
    _ministries a ministry joins the government that speaks for the same
    _foretold   "experts say" in a report's opening joins the source that the same report then names for the same
    _again      an unnamed group joins the same words for it in the same report
    _relayed    an outlet that only passes on what another source says joins that source
"""

from collections.abc import Callable, Iterable

from stemma.findings.authorities import party_of
from stemma.findings.bodies import GOVERNMENT, bare, official, words_of
from stemma.findings.desk import Desk
from stemma.findings.meant import kinds
from stemma.findings.root import Root
from stemma.findings.tables import plain, words
from stemma.model import Mention, Origin

Rooted = list[tuple[Mention, Root]]
Joined = dict[str, str]


def sure_origins(desk: Desk, rooted: Rooted) -> dict[str, Origin]:
    """The sure origins by key, in the order in which the claim's mentions name them."""
    sure = [(mention, found) for mention, found in rooted if found.sure]
    ends = joined_keys(desk, sure)
    origins: dict[str, Origin] = {}
    for mention, found in sure:
        key = ends[found.key]
        old = origins.get(key)
        name = found.name if old is None or (found.key == key and old.name != found.name) else old.name
        ids = (*(old.mentions if old else ()), mention.id)
        heard = (*(old.witnesses if old else ()), *([found.heard] if found.heard else ()))
        origins[key] = Origin(name, found.kind, ids, True, True, _why(found), _outlets(desk, heard))
    return origins


def joined_keys(desk: Desk, sure: Rooted) -> Joined:
    """For the key of each source the key of the one that it is."""
    ends = {found.key: found.key for _, found in sure}
    for rule in _RULES:
        table = rule(desk, sure, ends)
        ends = {key: _end(table, end) for key, end in ends.items()}
    return ends


def _outlets(desk: Desk, names: Iterable[str]) -> tuple[str, ...]:
    """Each outlet once, under its first name."""
    return tuple({desk.medium(name): name for name in reversed(tuple(names))}.values())[::-1]


def _end(table: Joined, key: str) -> str:
    """Where `key` leads in the end; a circle ends at its first member by name, wherever it is entered."""
    way = [key]
    while (following := table.get(way[-1])) is not None:
        if following in way:
            return min(way[way.index(following) :])
        way.append(following)
    return way[-1]


def _why(found: Root) -> str:
    if found.kind == "report":
        return "says that it saw this itself"
    if found.kind == "unnamed":
        return "an unnamed source: one origin for each outlet that spoke to it"
    return "given as the source"


def _officers(desk: Desk, sure: Rooted, _: Joined) -> Joined:
    bodies = {found.key.removeprefix("party:"): found.key for _, found in sure if found.kind != "person"}
    keys = {found.key for _, found in sure}
    table: Joined = {}
    first: Joined = {}
    for found in (each for _, each in sure):
        if found.kind != "person":
            continue
        seats: dict[str, str] = words("acts")["seats"]
        offices = desk.parties.serves.get(found.name, frozenset()) | {
            seats[word] for word in found.name.split() if word in seats
        }
        for body in sorted(offices | desk.parties.belongs.get(found.name, frozenset())):
            named = (key for name, key in bodies.items() if set(name.split()[-1:]) & _alike(body))
            known = f"party:{body}" if f"party:{body}" in keys else _only(named)
            if known and known != found.key:
                table.setdefault(found.key, known)
            elif body in offices and first.setdefault(body, found.key) != found.key:
                table.setdefault(found.key, first[body])
    return table


def _alike(body: str) -> frozenset[str]:
    """The nouns by which names call a body of that noun."""
    return frozenset({body, *kinds(body)})


def _bare(desk: Desk, sure: Rooted, ends: Joined) -> Joined:
    """A bare word joins the one party that it can mean: a company's any company, a statement's any party, a body's one
    that is of that kind by its name."""
    nouns = {found.key: noun for _, found in sure if (noun := bare(found.name))}
    table: Joined = {}
    for key, noun in nouns.items():
        others = [found for _, found in sure if found.key not in nouns and _may_be(desk, found, noun)]
        if known := _only(ends[found.key] for found in others if ends[found.key] != ends[key]):
            table[ends[key]] = known
    return table


def _may_be(desk: Desk, found: Root, noun: tuple[str, ...]) -> bool:
    """Whether a party can be what a report calls by the common noun alone."""
    serves = desk.parties.serves.get(found.name, frozenset())
    party = found.kind in ("body", "company", "court") or bool(serves)
    if noun[-1] in words("acts")["statements"]:
        return party
    if noun[-1] in words("acts")["companies"]:
        return party and found.key != f"party:{GOVERNMENT}"
    others = _alike(noun[-1]) - {noun[-1]}
    return any(set(noun) <= set(words_of(name)) or others & set(words_of(name)) for name in (found.name, *serves))


def _documents(_: Desk, sure: Rooted, ends: Joined) -> Joined:
    """A document by a part of its name is the one of the claim that has the whole: "minutes", "minutes of a review"."""
    papers = {found.key: frozenset(words_of(found.name)) for _, found in sure if found.kind == "document"}
    table = {
        ends[key]: _only(ends[full] for full, more in papers.items() if told < more) for key, told in papers.items()
    }
    return {key: full for key, full in table.items() if full and full != key}


def _ministries(desk: Desk, sure: Rooted, ends: Joined) -> Joined:
    """Where one government speaks and one ministry does, that ministry is how it spoke."""
    named = {key: words_of(key.removeprefix("party:")) for key in set(ends.values())}
    government = _only(key for key, said in named.items() if GOVERNMENT in {*said[:1], *said[-1:]})
    ministry = _only(key for key, said in named.items() if set(said) & set(words("acts")["ministries"]))
    return {ministry: government} if government and ministry and ministry != government else {}


def _again(desk: Desk, sure: Rooted, _: Joined) -> Joined:
    first: Joined = {}
    table: Joined = {}
    for mention, found in sure:
        if found.kind == "unnamed" and mention.chain:
            key = first.setdefault(f"{mention.report} {plain(mention.chain[-1].name)}", found.key)
            if key != found.key:
                table.setdefault(found.key, key)
    return table


def _foretold(desk: Desk, sure: Rooted, ends: Joined) -> Joined:
    """Only where the report names one source for the claim, which does not confirm what others said before."""
    table: Joined = {}
    for mention, found in sure:
        if found.kind != "unnamed" or not _opens(desk, mention) or official(found.name):
            continue
        named = (
            ends[other.key]
            for later, other in sure
            if later.report == mention.report and later.start > mention.start and other.kind != "unnamed"
        )
        if known := _only(named):
            table.setdefault(ends[found.key], known)
    return table


def _opens(desk: Desk, mention: Mention) -> bool:
    """Whether the mention stands in the headline or the first paragraph."""
    blocks = [block for block in desk.reports[mention.report].blocks if block.kind == "text"]
    return mention.headline or (bool(blocks) and mention.start < blocks[0].end)


def _relayed(desk: Desk, sure: Rooted, _: Joined) -> Joined:
    """The outlet of a report that gives the claim on somebody's word only passes it on, as each hop before the last
    does; two that give it on each other's word lead to each other."""
    table: Joined = {}
    for mention, found in sure:
        if not mention.chain:
            continue
        through = [party_of(desk, hop)[0] for hop in mention.chain[:-1]]
        last = f"party:{party_of(desk, mention.chain[-1])[0]}"
        for name in (*through, desk.key(mention.report)):
            key = f"party:{name}"
            target = last if key == found.key else found.key
            if key != target:
                table.setdefault(key, target)
    return table


def _only(keys: Iterable[str]) -> str:
    """The one key that there is; empty where there is none, or several."""
    found = sorted(set(keys))
    return found[0] if len(found) == 1 else ""


_Rule = Callable[[Desk, Rooted, Joined], Joined]
_RULES: tuple[_Rule, ...] = (_officers, _bare, _documents, _ministries, _again, _foretold, _relayed)
