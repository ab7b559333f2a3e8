"""A small fictional story, built by hand: three reports of a ferry accident."""

from dataclasses import replace
from datetime import date
from typing import Any

from stemma.model import (
    Ancestor,
    Block,
    BlockKind,
    Bound,
    Branch,
    Claim,
    Credit,
    Dating,
    Disagreement,
    Doubt,
    Edge,
    Event,
    Excerpt,
    Family,
    Figure,
    Findings,
    Hop,
    Hyperlink,
    Links,
    Mention,
    Numbers,
    Omission,
    Origin,
    Party,
    Passage,
    Pivot,
    Place,
    Quote,
    Reading,
    Report,
    Side,
    Span,
    Stemma,
    Story,
    When,
)

COAST = (
    "Ferry Marlin hits pier in Osterhaven\n"
    "OSTERHAVEN (Coast Wire) - The ferry Marlin struck the north pier on Tuesday. At least 14 people were hurt, "
    "harbour master Ilse Brandt said. Two crew members said the engine had failed. "
    '"We will find out why," Brandt said.\n'
    "Read: The history of the Marlin\n"
)
GAZETTE = (
    "Ferry crash injures 14\n"
    "The ferry Marlin struck the north pier on Tuesday, Coast Wire reported. At least 14 people were hurt, "
    "the agency quoted harbour master Ilse Brandt as saying. According to the agency, two crew members said the "
    "engine had failed. Nordline, the ferry's owner, denied that the engine had failed.\n"
    "Sign up for our newsletter\n"
)
ECHO = (
    "The Marlin, a week on\n"
    "The ferry Marlin struck the north pier last Tuesday. Seventeen passengers needed treatment, Osterhaven "
    "hospital said. The owner had been ordered to inspect the engine in late spring. A new ferry is planned, "
    "the Gazette wrote. The old one was a disgrace, passenger Ada Moss said.\n"
)
TEXTS = {"r-coast": COAST, "r-echo": ECHO, "r-gazette": GAZETTE}


def span(report: str, words: str, nth: int = 0) -> Span:
    """Where the words stand in the report, for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = TEXTS[report].index(words, at + 1)
    return Span(at, at + len(words))


def excerpt(report: str, words: str, nth: int = 0) -> Excerpt:
    where = span(report, words, nth)
    return Excerpt(report, where.start, where.end)


def hop(report: str, name: str, kind="person", words: str = "", cue: str = "") -> Hop:
    where = span(report, words or name)
    return Hop(name, kind, where.start, where.end, span(report, cue) if cue else None)


def mention(report: str, words: str, chain: tuple[Hop, ...] = (), **more) -> Mention:
    where = span(report, words)
    fields: dict[str, Any] = {
        "id": f"{report}:{where.start}",
        "report": report,
        "start": where.start,
        "end": where.end,
        "chain": chain,
        "attribution": None,
        "quoted": False,
        "headline": False,
        "strength": "says",
        "negated": False,
        "commitment": "done",
        "figures": (),
        "dates": (),
        "names": (),
        "words": (),
    }
    return Mention(**(fields | more))


def figure(report: str, words: str, low: float, bound: Bound = "exact", unit: str = "people") -> Figure:
    where = span(report, words)
    return Figure(low, None if bound == "at least" else low, bound, unit, where.start, where.end)


def when(report: str, words: str, earliest: date, latest: date, precision="day") -> When:
    where = span(report, words)
    return When(earliest, latest, precision, where.start, where.end)


def pier(report: str) -> Place:
    where = span(report, "north pier")
    return Place("north pier", None, (), "", "", None, 2, "nothing tells which", where.start, where.end)


TUESDAY = date(2031, 3, 4)
STRUCK = "The ferry Marlin struck the north pier"
HURT = "At least 14 people were hurt"
FAILED = "two crew members said the engine had failed"
M = {
    "coast struck": mention(
        "r-coast",
        STRUCK,
        dates=(when("r-coast", "Tuesday", TUESDAY, TUESDAY),),
        places=(pier("r-coast"), replace(pier("r-coast"), candidates=0, reason="no such name")),
    ),
    "gazette struck": mention(
        "r-gazette",
        STRUCK,
        (hop("r-gazette", "Coast Wire", "agency", cue="reported"),),
        dates=(when("r-gazette", "Tuesday", TUESDAY, TUESDAY),),
    ),
    "echo struck": mention("r-echo", STRUCK, dates=(when("r-echo", "last Tuesday", TUESDAY, TUESDAY),)),
    "coast hurt": mention(
        "r-coast",
        HURT,
        (hop("r-coast", "Ilse Brandt", cue="said"),),
        figures=(figure("r-coast", "At least 14", 14, "at least"),),
    ),
    "gazette hurt": mention(
        "r-gazette",
        HURT,
        (hop("r-gazette", "Coast Wire", "agency", words="the agency"), hop("r-gazette", "Ilse Brandt", cue="quoted")),
        figures=(figure("r-gazette", "At least 14", 14, "at least"),),
    ),
    "coast failed": mention(
        "r-coast", "the engine had failed", (hop("r-coast", "two crew members", "unnamed", "Two crew members"),)
    ),
    "gazette failed": mention(
        "r-gazette",
        "the engine had failed",
        (
            hop("r-gazette", "Coast Wire", "agency", words="the agency"),
            hop("r-gazette", "two crew members", "unnamed", cue="said"),
        ),
    ),
    "gazette denied": mention(
        "r-gazette",
        "denied that the engine had failed",
        (hop("r-gazette", "Nordline", "company", cue="denied"),),
        commitment="denied",
        strength="denies",
    ),
    "echo treated": mention(
        "r-echo",
        "Seventeen passengers needed treatment",
        (hop("r-echo", "Osterhaven hospital", "body", cue="said"),),
        figures=(figure("r-echo", "Seventeen", 17, unit="passengers"),),
    ),
    "echo ordered": mention(
        "r-echo",
        "The owner had been ordered to inspect the engine",
        commitment="ordered",
        dates=(when("r-echo", "late spring", date(2030, 5, 1), date(2030, 6, 20), "part of month"),),
    ),
    "echo planned": mention(
        "r-echo", "A new ferry is planned", (hop("r-echo", "the Gazette", "outlet"),), commitment="planned"
    ),
    "echo disgrace": mention(
        "r-echo", "The old one was a disgrace", (hop("r-echo", "Ada Moss", cue="said"),), stance="opinion"
    ),
}


def report(key: str, title: str, outlet: str, dating: Dating, **more) -> Report:
    text = TEXTS[key]
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(text.splitlines()):
        reason = {"Read:": "cross-reference", "Sign ": "newsletter"}.get(line[:5], "")
        kind: BlockKind = "title" if number == 0 else "boilerplate" if reason else "text"
        blocks.append(Block(at, at + len(line), kind, reason))
        at += len(line) + 1
    fields: dict[str, Any] = {
        "url": "",
        "authors": (),
        "dateline": "",
        "language": "en",
        "credits": (),
        "hyperlinks": (),
    } | more
    return Report(key, f"{key[2:]}.txt", text, title, outlet, dating=dating, blocks=tuple(blocks), **fields)


def reading(one: Report) -> Reading:
    return Reading(one, (), (), (), tuple(each for each in M.values() if each.report == one.id))


COAST_LINE = span("r-coast", "Coast Wire")
REPORTS = (
    report(
        "r-coast",
        "Ferry Marlin hits pier in Osterhaven",
        "Coast Wire",
        Dating(TUESDAY, TUESDAY, "given", "2031-03-04T18:00:00+01:00"),
        dateline="OSTERHAVEN",
        credits=(Credit("Coast Wire", COAST_LINE.start, COAST_LINE.end),),
        authors=("Jo Lind",),
    ),
    report(
        "r-gazette",
        "Ferry crash injures 14",
        "The Gazette",
        Dating(date(2031, 3, 5), date(2031, 3, 5), "meta"),
        url="https://gazette.example/ferry",
        hyperlinks=(Hyperlink(24, 34, "https://coast.example/marlin"),),
    ),
    report(
        "r-echo",
        "The Marlin, a week on",
        "",
        Dating(date(2031, 3, 6), date(2031, 3, 12), "text", evidence=(span("r-echo", "last Tuesday"),)),
    ),
)


def claim(number: int, keys: tuple[str, ...], independent, origins, **more) -> Claim:
    first = M[keys[0]]
    fields: dict[str, Any] = {"reasons": (), "pivots": (), "weight": 1.0} | more
    mentions = tuple(M[key].id for key in keys)
    return Claim(f"c{number}", Excerpt(first.report, first.start, first.end), mentions, origins, independent, **fields)


def origin(name: str, keys: tuple[str, ...], kind="person", sure: bool = True, reason: str = "named") -> Origin:
    return Origin(name, kind, tuple(M[key].id for key in keys), sure, True, reason)


CLAIMS = (
    claim(
        1,
        ("coast struck", "gazette struck", "echo struck"),
        (1, 2),
        (
            origin("Coast Wire", ("coast struck", "gazette struck"), "agency"),
            origin("echo.txt", ("echo struck",), "report", False, "its own voice, and nothing shows where it has it"),
        ),
        weight=9.0,
        reasons=("Coast Wire tells it in its own voice.", "echo.txt could have it from Coast Wire, or not."),
        pivots=(
            Pivot(
                "edge", ("r-echo", "r-coast"), (1, 1), 0.3, "If echo.txt has it from Coast Wire, the count is [1, 1]."
            ),
        ),
    ),
    claim(
        2, ("coast hurt", "gazette hurt"), (1, 1), (origin("Ilse Brandt", ("coast hurt", "gazette hurt")),), weight=8.0
    ),
    claim(
        3,
        ("coast failed", "gazette failed"),
        (1, 1),
        (origin("two crew members, through Coast Wire", ("coast failed", "gazette failed"), "unnamed"),),
        weight=7.0,
    ),
    claim(4, ("gazette denied",), (1, 1), (origin("Nordline", ("gazette denied",), "company"),), weight=6.0),
    claim(5, ("echo treated",), (1, 1), (origin("Osterhaven hospital", ("echo treated",), "body"),), weight=5.0),
    claim(6, ("echo ordered",), (1, 1), (origin("echo.txt", ("echo ordered",), "report"),), weight=2.0),
    claim(7, ("echo planned",), (1, 1), (origin("The Gazette", ("echo planned",), "outlet"),), weight=1.0),
)


def edge(source: str, to: str, kind, words: str, outside: bool = False, passages=()) -> Edge:
    return Edge(source, to, outside, kind, span(source, words), passages, "")


STRUCK_IN = {key: span(key, STRUCK) for key in TEXTS}
PASSAGE = Passage(
    STRUCK_IN["r-gazette"].start, STRUCK_IN["r-gazette"].end, STRUCK_IN["r-coast"].start, STRUCK_IN["r-coast"].end
)
ECHOED = Passage(
    STRUCK_IN["r-echo"].start, STRUCK_IN["r-echo"].end, STRUCK_IN["r-coast"].start, STRUCK_IN["r-coast"].end
)
STEMMA = Stemma(
    edges=(
        edge("r-gazette", "r-coast", "cites", "Coast Wire reported"),
        edge("r-gazette", "r-coast", "reuses", STRUCK, passages=(PASSAGE,)),
        edge("r-echo", "r-gazette", "cites", "the Gazette wrote"),
    ),
    loops=(("r-echo", "r-gazette"),),
    tree=(
        Branch("r-coast", "", 0.97),
        Branch("r-gazette", "r-coast", 0.99),
        Branch("r-echo", "r-gazette", 0.55, "", 0.45),
    ),
    families=(Family("Harbour Group", "owner", ("r-coast", "r-gazette")),),
    doubtful=(Edge("r-echo", "r-coast", False, "reuses", span("r-echo", STRUCK), (ECHOED,), "", 0.3),),
    ancestors=(
        Ancestor(
            "lost ancestor 1",
            ("r-coast", "r-echo"),
            (excerpt("r-coast", "north pier"), excerpt("r-echo", "north pier")),
            "both name a pier that the harbour does not have",
        ),
    ),
)


def side(key: str, words: str) -> Side:
    one = M[key]
    at = TEXTS[one.report].index(words, one.start)
    return Side(one.id, one.report, at, at + len(words))


DISAGREEMENTS = (
    Disagreement(
        "figure",
        "people hurt",
        (side("coast hurt", "14"), side("echo treated", "Seventeen")),
        False,
        "17 is more than 14: both can be right",
    ),
    Disagreement(
        "denial",
        "the engine",
        (side("coast failed", "the engine had failed"), side("gazette denied", "denied that the engine had failed")),
        True,
        "Nordline denies it",
    ),
)
FINDINGS = Findings(
    numbers=Numbers(3, 3, 2, 6),
    claims=CLAIMS,
    disagreements=DISAGREEMENTS,
    omissions=(Omission("r-echo", "claim", "c3", ""), Omission("r-echo", "denial", "c4", "")),
    timeline=(
        Event(TUESDAY, TUESDAY, "day", excerpt("r-coast", "Tuesday"), "c1"),
        Event(date(2030, 5, 1), date(2030, 6, 20), "part of month", excerpt("r-echo", "late spring"), "c6"),
    ),
    parties=(
        Party("Nordline", "body", (), (excerpt("r-gazette", "the ferry's owner"),), ("r-gazette",)),
        Party(
            "Ilse Brandt",
            "person",
            ("Brandt",),
            (excerpt("r-coast", "harbour master"), excerpt("r-gazette", "harbour master")),
            ("r-coast", "r-gazette"),
        ),
    ),
    quotes=(Quote("Ilse Brandt", excerpt("r-coast", '"We will find out why,"'), ()),),
    doubts=(Doubt("who needed treatment", excerpt("r-echo", "Seventeen passengers")),),
)
STORY = Story(
    tuple(reading(one) for one in REPORTS), Links((), tuple(each.mentions for each in CLAIMS)), STEMMA, FINDINGS
)
