"""What a web page says about itself: JSON-LD first, then meta tags, then what trafilatura and htmldate make of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from stemma.documents.dating import day_in
from stemma.documents.days import days_of
from stemma.documents.decoding import visible
from stemma.documents.outlets import domain_of, usual_name
from stemma.model import DateSource

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "AnalysisNewsArticle",
    "Report",
    "WebPage",
)
DATE_TAGS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "publishdate",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "og:published_time",
)
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class PageData:
    """Title, outlet, address, authors and date of a page; empty where it does not tell."""

    title: str
    outlet: str
    url: str
    authors: tuple[str, ...]
    published: str
    dated_by: DateSource


def page_data(tree: "HtmlElement") -> PageData:
    """The metadata of a parsed page."""
    # Loaded only where there is a page to read.
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, extensive=False)
    url = found.url or _link(tree, "canonical")
    site = visible(" ".join((found.sitename or "").split()))
    published, dated_by = _published(tree, url)
    return PageData(
        title=_without_site(visible(" ".join((found.title or "").split())), site),
        outlet=usual_name(domain_of(url)) or site or found.hostname or "",
        url=url,
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        published=published,
        dated_by=dated_by,
    )


def _without_site(title: str, site: str) -> str:
    """The title without the site's name behind it ("... - The Harbour Post")."""
    head, _, tail = title.replace(" | ", " - ").rpartition(" - ")
    return title[: len(head)] if head and site and tail.casefold() == site.casefold() else title


def _published(tree: "HtmlElement", url: str) -> tuple[str, DateSource]:
    for value in _linked_dates(tree):
        if days_of(value):
            return value, "json-ld"
    tags = _meta_tags(tree)
    for name in DATE_TAGS:
        if days_of(tags.get(name, "")):
            return tags[name], "meta"
    for element in tree.iterfind(".//time[@datetime]"):
        if days_of(element.get("datetime", "")):
            return element.get("datetime", ""), "meta"
    if day_in(url):
        return "", "none"
    # Loaded only where the page names no date in the usual places.
    from htmldate import find_date

    guess = find_date(tree, extensive_search=False, original_date=True, url=url or None)
    return (guess, "meta") if guess else ("", "none")


def _linked_dates(tree: "HtmlElement") -> Iterator[str]:
    """The dates of publication in JSON-LD, those of articles before those of other things."""
    objects: list[dict[str, object]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text_content().strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        objects.extend(_objects(value, DEEPEST))
    articles = [item for item in objects if any(kind in ARTICLE_TYPES for kind in _types(item))]
    for item in [*articles, *objects]:
        value = item.get("datePublished") or item.get("dateCreated")
        if isinstance(value, str):
            yield value


def _objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield cast("dict[str, object]", value)
        for item in value.values():
            yield from _objects(item, depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)


def _types(item: dict[str, object]) -> list[object]:
    kind = item.get("@type")
    return kind if isinstance(kind, list) else [kind]


def _meta_tags(tree: "HtmlElement") -> dict[str, str]:
    """The content of each meta tag by its property, name or itemprop, lower case; the first of each."""
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content") or ""
        if name and content.strip():
            tags.setdefault(name.lower(), content.strip())
    return tags


def _link(tree: "HtmlElement", relation: str) -> str:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == relation:
            return element.get("href") or ""
    return ""
