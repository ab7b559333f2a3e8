"""Words as the name rules see them: hyphens, apostrophes, initials and abbreviations kept whole."""

import re
from dataclasses import dataclass
from functools import lru_cache

from stemma.language.tables import group, keyed, known
from stemma.values.names import fold, legal_forms, titles

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[A-Z]\b(?!['’]))?"
    r"|[^\W_](?:[^\W_]|&(?=\w))*(?:['’][^\W\d_]+)*(?:-[^\W_]+(?:['’][^\W\d_]+)*)*\.?"
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_CONTRACTION = re.compile(r"['’](?:s|re|ve|ll|d|m)$", re.IGNORECASE)
_LINKS = frozenset(
    {"i", "e", "al", "el", "ul", "ur", "de", "la", "le", "sur", "on", "of", "the", "au", "en", "a", "y", "upon", "und"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the report. `gap` is what stands between it and the word before ("" at the start);
    `possessive` says that "'s" followed and was cut off; `cut` that a part after a hyphen was."""

    text: str
    start: int
    end: int
    gap: str
    lower: str
    capital: bool
    possessive: bool
    cut: bool

    @property
    def shout(self) -> bool:
        """All letters are capitals, two at least."""
        return len(self.text) > 1 and self.text.isupper()


def lex(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, with offsets into `text`."""
    words: list[Word] = []
    last = start
    for match in _WORD.finditer(text, start, end):
        word = _word(match.group(), match.start(), text[last : match.start()])
        words.append(word)
        last = word.end
    return words


def _word(raw: str, start: int, gap: str) -> Word:
    possessive, cut = False, False
    if raw.endswith(".") and not _keeps_dot(raw):
        raw = raw[:-1]
    if raw.find("-") > 0:
        raw, cut = _hyphened(raw)
    if "'" in raw or "’" in raw:
        shorter = _POSSESSIVE.sub("", raw)
        possessive = shorter != raw
        raw = shorter if possessive else _CONTRACTION.sub("", raw)
    negated = raw.endswith(("n't", "n’t"))
    capital = not negated and (raw[0].isupper() or (len(raw) > 2 and raw[1].isupper()) or _prefixed(raw))
    return Word(raw, start, start + len(raw), gap, raw.lower(), capital, possessive, cut)


@lru_cache(maxsize=4096)
def _keeps_dot(raw: str) -> bool:
    """Whether the dot belongs to the word: initials, titles, company forms, "St."."""
    if raw in known():
        return True
    if len(raw) == 2:
        return raw[0].isupper()
    folded = fold(raw)
    if raw[0].isupper() and (
        folded in titles() or folded in legal_forms() - {"group", "holdings", "company", "holding"}
    ):
        return folded in keyed("abbreviations.txt")["never"] or folded in keyed("abbreviations.txt")["maybe"]
    return raw.count(".") > 1 or folded in {"st", "mt", "ft", "jr", "sr"}


def _hyphened(raw: str) -> tuple[str, bool]:
    """Cuts what is no name after a hyphen: "US-led" to "US"; keeps "Mazar-i-Sharif" and "al-Shabab"."""
    parts = raw.split("-")
    if not parts[0][:1].isupper():
        return raw, False
    for place, part in enumerate(parts[1:], start=1):
        link = part in _LINKS and place + 1 < len(parts)
        if part[0].islower() and not link and not _korean(parts):
            return "-".join(parts[:place]), True
    return raw, False


def _korean(parts: list[str]) -> bool:
    """Whether a two-part word is a given name such as "Jong-un" or "Jae-in"."""
    return len(parts) == 2 and len(parts[0]) <= 5 and 2 <= len(parts[1]) <= 6 and parts[1] in group("syllables")


def _prefixed(raw: str) -> bool:
    """A lower-case Arabic article before a capital: "al-Shabab"."""
    return raw[:3] in {"al-", "el-", "an-", "ar-", "as-", "at-", "ad-"} and raw[3:4].isupper()
