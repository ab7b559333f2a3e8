"""Bytes to text: the encoding is found, damage repaired and line ends made one, all before any offset exists."""

import codecs
import re

from stemma.documents.kinds import wide

# Marks at the start of a file, longest first: the four-byte mark begins with the two-byte one.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
# Characters that nobody sees: control characters, zero-width spaces and joiners, direction marks, soft hyphens.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
SURROGATES = re.compile("[\ud800-\udfff]")
# A page's own word for its encoding.
DECLARED = re.compile(rb"<meta[^<>]{0,200}charset=[\"']?([A-Za-z0-9_-]{2,20})", re.I)
# Enough to tell an encoding by; the detector's cost grows with the square of what it sees.
SAMPLE = 64 * 1024


def decode(content: bytes) -> str:
    """The characters of a file. Where it is UTF-8 but for a few stretches, those are read as Windows-1252."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    # Looked at before UTF-8: zero bytes are valid there too.
    if encoding := wide(content):
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(content)


def _guess(content: bytes) -> str:
    if (found := DECLARED.search(content[:SAMPLE])) and (encoding := _codec(found[1].decode("ascii"))):
        return content.decode(encoding, "replace")
    mixed = content.decode("utf-8", "surrogateescape")
    if _mostly_utf8(mixed):
        return SURROGATES.sub(_windows, mixed)
    # Loaded only for files that are no UTF-8.
    from charset_normalizer import from_bytes

    matches = from_bytes(content[:SAMPLE])
    best = matches.best()
    # English has so few letters beyond ASCII that its neighbours' encodings look as good: then it is Windows-1252.
    as_good = (match for match in matches if best and match.chaos <= best.chaos)
    western = any("cp1252" in match.could_be_from_charset for match in as_good)
    return content.decode(best.encoding if best and not western else "cp1252", "replace")


def _codec(name: str) -> str:
    """The codec for what a page calls its encoding; empty for UTF-8, which it is not, and for names of none."""
    try:
        codec = codecs.lookup(name).name
        "".encode(codec)
    except LookupError:
        return ""
    # Browsers read Latin-1 as Windows-1252, and pages are written for browsers.
    return {"utf-8": "", "iso8859-1": "cp1252", "ascii": "cp1252"}.get(codec, codec)


def _mostly_utf8(text: str) -> bool:
    """Whether there is real UTF-8 beyond ASCII in it, and more of it than of what is none."""
    strays = len(SURROGATES.findall(text))
    return sum(character > "\x7f" for character in text) - strays >= strays


def _windows(stray: re.Match[str]) -> str:
    return bytes([ord(stray.group()) - 0xDC00]).decode("cp1252", "replace")


def mend(text: str) -> str:
    """Decoded text -> the text that offsets point into: mojibake repaired (ftfy; curly quotes and HTML entities stay),
    line ends made "\\n", unseen characters taken out, every kind of blank made a plain space."""
    # Loaded only where a text is read.
    import ftfy

    config = ftfy.TextFixerConfig(uncurl_quotes=False, unescape_html=False, fix_line_breaks=False)
    lines = LINE_ENDS.sub("\n", text).split("\n")
    repaired = "\n".join(line if line.isascii() else ftfy.fix_text(line, config).replace("\n", " ") for line in lines)
    return visible(repaired)


def visible(text: str) -> str:
    """The text without the characters that nobody sees, every kind of blank but line ends a plain space."""
    return SPACES.sub(" ", UNSEEN.sub("", well_formed(text)))


def well_formed(text: str) -> str:
    """Text that every encoder takes: halves of a surrogate pair are joined, lone ones replaced."""
    if not SURROGATES.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
