"""Human names for reports: a short number in the order of the story, and outlet, title and date."""

from dataclasses import dataclass
from pathlib import PurePath

from stemma.model import Excerpt, Report, Story
from stemma.presentations.wording import place, plain, published


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a report as shown to the user: the report's id, number and outlet, the characters, the text."""

    report: str
    number: int
    outlet: str
    start: int
    end: int
    text: str

    @property
    def where(self) -> str:
        """`[3:1042–1101]`."""
        return place(self.number, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Label:
    """How one report is called: `[3]`, its outlet, and `Outlet — title (date)`."""

    number: int
    outlet: str
    name: str

    @property
    def short(self) -> str:
        return f"[{self.number}]"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of all reports of a story, by report id."""

    by_id: dict[str, Label]
    reports: dict[str, Report]

    def words(self, report: str, start: int, end: int) -> Words:
        """The characters `[start, end)` of the report, ready to be shown."""
        label = self.by_id[report]
        return Words(report, label.number, label.outlet, start, end, plain(self.reports[report].text[start:end]))

    def excerpt(self, excerpt: Excerpt) -> Words:
        """The excerpt's characters, ready to be shown."""
        return self.words(excerpt.report, excerpt.start, excerpt.end)

    def number(self, report: str) -> int:
        """The report's number, from 1, in the order of the story."""
        return self.by_id[report].number


def outlet_of(report: Report) -> str:
    """The report's outlet, or the name of its file where none is known."""
    return plain(report.outlet) or PurePath(report.file).name


def label_reports(story: Story) -> Labels:
    """Label every report of `story`, numbered from 1 in the story's order."""
    reports = {reading.report.id: reading.report for reading in story.readings}
    return Labels({key: _label(number, report) for number, (key, report) in enumerate(reports.items(), 1)}, reports)


def _label(number: int, report: Report) -> Label:
    outlet = outlet_of(report)
    title = f" — {plain(report.title)}" if report.title else ""
    return Label(number, outlet, f"{outlet}{title} ({published(report.dating)})")
