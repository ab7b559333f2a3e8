"""What kind of file it is: by its name, else by its first bytes."""

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "page", "record", "lines", "binary"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "record",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
# What the files that are most often mixed up with texts start with.
SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"SQLite format 3",
)
HEAD = 4096
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
TAGS = re.compile(rb"<(?:p|div|span|article|section|meta|title|h1|br|a)\b[^<>]{0,400}>", re.I)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# A text of one-byte characters has hardly any control characters; a picture or programme has one in eight.
MOST_CONTROL = 0.02


def known(path: PurePath) -> bool:
    """Whether the file's name says that it holds text, HTML or JSON."""
    return path.suffix.lower() in SUFFIXES


def kind_of(path: str, content: bytes) -> Kind:
    """The kind by name; by content where the name says nothing, or calls a page or binary data a text."""
    looks = sniff(content)
    named = SUFFIXES.get(PurePath(path).suffix.lower())
    if named is None or looks == "binary" or (named == "text" and PAGE.match(content[:HEAD])):
        return looks
    return named


def sniff(content: bytes) -> Kind:
    """What the bytes look like."""
    if content.startswith(SIGNATURES) or _is_binary(content):
        return "binary"
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if PAGE.match(head) or (head.startswith(b"<") and len(TAGS.findall(head)) >= 3):
        return "page"
    if head.startswith((b"{", b"[{")) or re.match(rb"\[\s*\{", head):
        return "record"
    return "text"


def _is_binary(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or wide(content):
        return False
    return len(CONTROL.findall(content[: 16 * HEAD])) > MOST_CONTROL * len(content[: 16 * HEAD])


def wide(content: bytes) -> str:
    """The encoding of two-byte characters without a mark: every other byte of English is zero. Empty if none."""
    head = content[:HEAD]
    if len(head) < 8:
        return ""
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else ""
