"""Whether a text is English, as far as it is long enough to tell."""

import re

from stemma.documents.tables import table
from stemma.errors import StemmaError

WORD = re.compile(r"[^\W\d_]+")
# Below this many words the detector errs on headlines and lists of names.
FEWEST_WORDS = 25
SAMPLE = 6000
COMMONEST = frozenset(
    (
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "said",
        "as",
        "it",
        "by",
        "at",
        "from",
    )
)
# English prose has a third of its words among these; a page of names and figures may fool the detector, not this.
SHARE_OF_COMMONEST = 0.2


def has_words(text: str) -> bool:
    return WORD.search(text) is not None


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language; empty where it is too short to tell."""
    sample = text[:SAMPLE]
    words = WORD.findall(sample.lower())
    if len(words) < FEWEST_WORDS:
        # A script without blanks between its words has few "words": the letters then decide.
        return "" if sum(map(len, words)) < 5 * FEWEST_WORDS else _detected(sample)
    if sum(word in COMMONEST for word in words) / len(words) >= SHARE_OF_COMMONEST:
        return "en"
    return _detected(sample)


def _detected(sample: str) -> str:
    # Its model takes half a second to load: only texts that are not plainly English pay for it.
    import py3langid

    try:
        return str(py3langid.classify(sample)[0])
    except OSError as error:
        # It unpacks its model into a temporary file. A guess without it would depend on the room on the disk.
        raise StemmaError(
            f"the language of a text cannot be told: {error.strerror or error} (temporary files)"
        ) from error


def language_name(code: str) -> str:
    """The language's English name, or its code."""
    return str(table("languages")["names"].get(code, f"“{code}”"))
