"""A web page -> a draft: the article's text out of the page's furniture (trafilatura), its metadata, its links."""

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from stemma.documents.decoding import mend, visible
from stemma.documents.draft import Draft
from stemma.documents.pagedata import PageData, page_data
from stemma.model import Hyperlink, Refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Elements of trafilatura's tree that stand on lines of their own; the others run on in the line.
OWN_LINE = frozenset(
    {"body", "main", "p", "head", "list", "item", "quote", "table", "row", "code", "div", "lb", "graphic", "cell"}
)
BLANKS = re.compile(r"\s+")
NO_TEXT = "HTML without the text of an article"
# The shortest sentence that reports anything is longer; a menu's "Home" and "News" are not.
FEWEST_WORDS = 5


@dataclass(slots=True)
class Body:
    """The article as it grows: finished lines, the links in them, and the line that is being written."""

    lines: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Hyperlink] = field(default_factory=list)
    line: str = ""
    line_links: list[tuple[int, int, str]] = field(default_factory=list)

    def write(self, words: str | None) -> None:
        """Adds words to the line, every run of blanks as one space, none at the start."""
        if words:
            joined = BLANKS.sub(" ", visible(words))
            self.line += joined.lstrip() if not self.line or self.line.endswith(" ") else joined

    def close(self) -> None:
        """Ends the line; a blank one is dropped."""
        line = self.line.rstrip()
        if line:
            offset = self.length
            self.lines.append(line)
            self.length += len(line) + 1
            self.links += [
                Hyperlink(offset + start, offset + min(end, len(line)), url)
                for start, end, url in self.line_links
                if start < min(end, len(line))
            ]
        self.line, self.line_links = "", []


def draft_page(path: str, source: str) -> Draft | Refusal:
    """The draft of one page, its title's line first; a refusal where no article is found on it."""
    # Loaded only where there is a page to read.
    from lxml import etree
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    source = mend(source)  # before any offset exists
    try:
        tree = load_html(source)
        if tree is None:
            return Refusal(path, NO_TEXT)
        data = page_data(tree)
        found = bare_extraction(source, include_comments=False, include_links=True, with_metadata=False)
        root = getattr(found, "body", None)
        body = _written(root) if root is not None else Body()
    except (etree.LxmlError, ValueError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        # What the parsers raise on damaged pages is of many kinds, and none of them says more to a reader.
        return Refusal(path, f"the HTML is too damaged to read ({type(error).__name__})")
    return _draft(path, data, body) if len(" ".join(body.lines).split()) >= FEWEST_WORDS else Refusal(path, NO_TEXT)


def _written(root: "Element") -> Body:
    body = Body()
    _write(root, body)
    body.close()
    return body


def _write(element: "Element", body: Body) -> None:
    """Writes an element and what is in it, in the order of the page."""
    own_line = element.tag in OWN_LINE
    if own_line:
        body.close()
    start = len(body.line)
    body.write(element.text)
    for child in element:
        _write(child, body)
        body.write(child.tail)
    target = element.get("target") if element.tag == "ref" else None
    if target and body.line[start:].strip():
        words = body.line[start:]
        first = start + len(words) - len(words.lstrip())
        body.line_links.append((first, start + len(words.rstrip()), target))
    if own_line:
        body.close()


def _draft(path: str, data: PageData, body: Body) -> Draft:
    title = data.title
    lead = f"{title}\n" if title else ""
    text, links, cut = "\n".join(body.lines), body.links, 0
    first, _, rest = text.partition("\n")
    if title and first.casefold() == title.casefold() and rest:
        text, cut = rest, len(first) + 1
    shift = len(lead) - cut
    kept = (
        Hyperlink(link.start + shift, link.end + shift, address)
        for link in links
        if link.start >= cut and (address := _absolute(link.url, data.url))
    )
    return Draft(
        file=PurePath(path).name,
        text=lead + text,
        title=title,
        outlet=data.outlet,
        url=data.url,
        authors=data.authors,
        published=data.published,
        dated_by=data.dated_by,
        hyperlinks=tuple(sorted(kept, key=lambda link: (link.start, link.end, link.url))),
    )


def _absolute(target: str, page: str) -> str:
    """The link's full address; empty where it is none of a page."""
    try:
        address = urljoin(page, target.strip())
    except ValueError:
        return ""
    return address if address.startswith(("http://", "https://")) else ""
