"""Small fictional stories: a report is a few sentences with an outlet and a day, understood as a file would be."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from stemma.documents import read
from stemma.findings import find
from stemma.intake import understand
from stemma.model import Claim, Disagreement, DisagreementKind, File, Mention, Reading, Report, Stemma, Story
from stemma.pipeline import compare
from stemma.settings import DEFAULTS


@cache
def reading(outlet: str, text: str, day: str = "2024-03-04", title: str = "", url: str = "") -> Reading:
    """One report as the pipeline understands it; `title` is needed only where the story turns on it."""
    record = {"title": title, "text": text, "outlet": outlet, "date_publish": day, "url": url}
    content = json.dumps(record, ensure_ascii=False).encode()
    file = File(f"{outlet.lower().replace(' ', '-')}.json", hashlib.sha256(content).hexdigest(), content)
    (report,) = [outcome for outcome in read(file, DEFAULTS) if isinstance(outcome, Report)]
    return understand(report)


def story(*readings: Reading) -> Story:
    """The readings compared."""
    return compare(readings)


def unrelated(*readings: Reading) -> Story:
    """The readings compared as if nothing were known of who rests on whom: their shared wording is for brevity."""
    told = story(*readings)
    alone = Stemma((), (), ())
    return replace(told, stemma=alone, findings=find(told.readings, told.links, alone))


def words(told: Story, mention: str) -> str:
    """The exact words of a mention, by its id."""
    found = mentions(told)[mention]
    return text_of(told, found.report)[found.start : found.end]


def text_of(told: Story, report: str) -> str:
    return next(r.report.text for r in told.readings if r.report.id == report)


def mentions(told: Story) -> dict[str, Mention]:
    return {mention.id: mention for r in told.readings for mention in r.mentions}


def outlet_of(told: Story, report: str) -> str:
    return next(r.report.outlet for r in told.readings if r.report.id == report)


def claims_with(told: Story, fragment: str) -> list[Claim]:
    """The claims that have a mention with these words."""
    return [claim for claim in told.findings.claims if any(fragment in words(told, m) for m in claim.mentions)]


def claim(told: Story, fragment: str) -> Claim:
    """The one claim that has a mention with these words."""
    (found,) = claims_with(told, fragment)
    return found


def outlets(told: Story, of: Claim) -> set[str]:
    """The outlets that state a claim."""
    return {outlet_of(told, mentions(told)[m].report) for m in of.mentions}


def disagreements(told: Story, kind: DisagreementKind) -> list[Disagreement]:
    return [each for each in told.findings.disagreements if each.kind == kind]


def sides(told: Story, of: Disagreement) -> set[str]:
    """The words of each side."""
    return {text_of(told, side.report)[side.start : side.end] for side in of.sides}


def sentences(lines: Iterable[str]) -> bool:
    """Whether each line says something, with nothing left unfilled."""
    return all(line.strip() and "None" not in line for line in lines)
