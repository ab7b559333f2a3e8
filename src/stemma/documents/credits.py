"""Agencies and outlets credited for a whole text: in its dateline, its byline, its authors, or at its foot.

Credits of pictures and videos say nothing about the text: furniture of those kinds is not looked at.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from stemma.documents.datelines import Dateline
from stemma.documents.outlets import agency_pattern
from stemma.documents.tables import table
from stemma.documents.unlisted import from_dateline, from_last_words, from_line, is_same
from stemma.model import Block, BlockKind, Credit
from stemma.values.outlets import agencies

NOT_FOR_THE_TEXT = frozenset(
    {"photo credit", "photo gallery", "video block", "related links", "recommendation block", "comments"}
)
LONGEST = 400
FOOT_BLOCKS = 4
TOP_BLOCKS = 2
LONGEST_THANKS = 120
LONGEST_WITHOUT_STOP = 60
SET_OFF = re.compile(r"(?:^|[(/–—-]|\bstaff,?) ?$", re.I)
UNNAMED = "agencies"
INFORMATION = re.compile(r"Information from: (?P<name>[^,;\n]{2,80})")
OUTLET = r"(?:the )?(?P<name>(?:The )?[A-Z][\w.’' -]{1,40}?)(?=[.,;)]|$| was )"
LONGER = re.compile(r"(?!The |By |From |UK )\b[A-Z][\w’'-]+ $")
DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! [A-Z])")
WITH_AGENCIES = re.compile(
    r"\bwith (?:news )?(?:agenc(?:y|ies)|wires?)(?: inputs?| reports?)?\b"
    r"|\b(?:reporting|inputs?) (?:from|by) (?:news )?agencies\b|^\(?agencies\)?$"
    r"|^by (?:[\w,’' -]{0,60}?(?:,|\band|&|\bwith) )?(?:news )?agencies\b",
    re.I,
)


@cache
def _always() -> tuple[re.Pattern[str], ...]:
    """What credits an agency wherever it stands."""
    name = agency_pattern()
    return (
        re.compile(rf"(?i:copyright|©|\(c\))[ ©(c)]{{0,6}}(?:\d{{4}})?,? ?(?i:by )?{name}"),
        re.compile(rf"^{name}(?=[^\n]{{0,250}}\bcontributed\b)"),
        re.compile(rf"^{name} \| (?i:updated|published)"),
        re.compile(rf"(?i:updated|published): [\d: -]{{8,20}}\({name}\)"),
        re.compile(rf"^(?:By|BY) (?:[^\n]{{0,80}}?[ ,|/(])??{name}"),
    )


@cache
def _at_the_foot() -> tuple[re.Pattern[str], ...]:
    """What credits agencies in the last lines, or in a line that is a credit and nothing else."""
    name = agency_pattern()
    several = rf"{name}(?:\s*(?:[,/&|•–—-]|and)\s*{name})*"
    return (
        re.compile(rf"^[^\w\n]{{0,4}}{several}[^\w\n]{{0,4}}$"),
        re.compile(rf"(?:^|[.”\"]|^[a-z/]{{2,12}}) ?\({several}\)$"),
        re.compile(
            rf"(?i:\b(?:with|additional|from)\b[^\n]{{0,60}}\b(?:from|by|files)) (?:[^\n]{{0,60}}? )??{several}"
        ),
        *(re.compile("^" + words.replace("{who}", several), re.I) for words in table("credits")["thanks"]),
    )


def credits_of(
    text: str, blocks: Sequence[Block], dateline: Dateline | None, authors: Sequence[str], outlet: str
) -> tuple[Credit, ...]:
    """Each credited agency once, where it is first credited, in the order of the text.

    A credit that only the page's author field gives stands nowhere in the text: its span is empty, at 0.
    An outlet that is the agency does not credit itself. An agency that no table knows is named as printed.
    """
    own = agencies().get(outlet.lower(), outlet)
    found: dict[str, Credit] = {}
    everything = [*_from_dateline(dateline), *_from_lines(text, blocks)]
    for credit in [*sorted(everything, key=lambda credit: (credit.start, credit.end)), *_from_authors(authors)]:
        if credit.name != own and not any(_is_same(credit.name, name) for name in (outlet, *found)):
            found[credit.name] = credit
    return tuple(sorted(found.values(), key=lambda credit: (credit.start, credit.end, credit.name)))


def _is_same(name: str, other: str) -> bool:
    """Whether two names are one agency's: of unknown ones also "MNA" and "Meridian News Agency"."""
    if name.lower() in agencies() or name == UNNAMED:
        return name == other
    return is_same(name, other) or is_same(other, name)


def _from_dateline(dateline: Dateline | None) -> Iterator[Credit]:
    if dateline:
        yield from from_dateline(dateline)
        for name in _names(dateline.agency):
            yield Credit(name, dateline.start, dateline.end)


def _names(words: str) -> Iterator[str]:
    """The agencies named in a few words; no "Press Association" in a "Lowland Press Association"."""
    for match in re.finditer(agency_pattern(), words):
        if not (match.group().startswith("Press ") and LONGER.search(words, 0, match.start())):
            yield agencies()[match.group().lower()]


def _from_authors(authors: Sequence[str]) -> Iterator[Credit]:
    # A field that names picture agencies too holds the credits of pictures.
    if any(re.search(r"\b(?:getty|images?|shutterstock)\b", author, re.I) for author in authors):
        return
    for author in authors:
        if re.fullmatch(rf"(?:By )?{agency_pattern()}(?:[ ,]+(?:staff|news).*)?", author.strip(), re.I):
            yield from (Credit(name, 0, 0) for name in _names(author) if name not in table("credits")["by_text_alone"])


def _from_lines(text: str, blocks: Sequence[Block]) -> Iterator[Credit]:
    lines = [block for block in blocks if block.kind != "title" and block.reason not in NOT_FOR_THE_TEXT]
    foot = {block.start for block in lines[-FOOT_BLOCKS:]}
    edge = foot | {block.start for block in [block for block in lines if block.reason != "header line"][:TOP_BLOCKS]}
    for block in lines:
        # Only the end of a long paragraph can close a report; nothing else is credited in one.
        offset = max(block.start, block.end - LONGEST)
        line = text[offset : block.end]
        patterns = _at_the_foot() if block.start in foot or block.reason == "credit line" else ()
        if offset == block.start:
            patterns = (*_always(), *patterns)
            yield from _special(line, offset)
            yield from _without_name(line, offset, block.kind)
            yield from from_line(line, offset, block.reason, block.start in edge)
        if block.start in edge:
            yield from from_last_words(line, offset)
        for pattern in patterns:
            for match in pattern.finditer(line):
                yield from (
                    Credit(name, offset + match.start(), offset + match.end()) for name in _names(match.group())
                )


def _special(line: str, offset: int) -> Iterator[Credit]:
    """Credits of outlets that are no agencies."""
    for pattern in (INFORMATION, *_elsewhere()):
        if (match := pattern.search(line)) and not DAY.match(match["name"]):
            yield Credit(match["name"].strip(), offset + match.start(), offset + match.end())


@cache
def _elsewhere() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words.replace("{name}", OUTLET)) for words in table("credits")["elsewhere"])


def _without_name(line: str, offset: int, kind: BlockKind) -> Iterator[Credit]:
    """Credits of agencies without a name, in furniture, short lines and brackets: a sentence may only speak of some."""
    match = WITH_AGENCIES.search(line)
    if match is None or len(line) > LONGEST_THANKS:
        return
    is_line = len(line) <= LONGEST_WITHOUT_STOP and not line.endswith(".")
    if kind == "boilerplate" or is_line or SET_OFF.search(line[: match.start()]):
        yield Credit(UNNAMED, offset + match.start(), offset + match.end())
