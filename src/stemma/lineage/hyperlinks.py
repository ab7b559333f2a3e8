"""Hyperlinks from one report of the story to another."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from stemma.model import Edge, Reading, Span


def addresses(readings: Iterable[Reading]) -> dict[str, str]:
    """The address of each report that has one -> its id."""
    return {_address(reading.report.url): reading.report.id for reading in readings if reading.report.url}


def linked(reading: Reading, by_address: Mapping[str, str]) -> Iterable[Edge]:
    """One edge for each link of `reading`'s text to another report."""
    for link in reading.report.hyperlinks:
        target = by_address.get(_address(link.url))
        if target is not None and target != reading.report.id:
            yield Edge(reading.report.id, target, False, "cites", Span(link.start, link.end), (), "links to it")


def _address(url: str) -> str:
    parts = urlsplit(url.strip())
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}"
