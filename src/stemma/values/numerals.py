"""Numbers as written: digits with separators, words, scales, dozens and fractions, and what they amount to."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from text_to_num import text2num


@cache
def tables() -> dict[str, Any]:
    """The tables of `data/figures.toml`."""
    return tomllib.loads(resources.files("stemma.values").joinpath("data", "figures.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text: its value, its currency where a sign or code stands with it, and whether it has a scale
    ("million"), is in words, or is a share of a whole (a fraction; the value is then in percent)."""

    start: int
    end: int
    value: float
    currency: str = ""
    scale: float = 1
    worded: bool = False
    share: bool = False


def options(words: Any) -> str:
    """A pattern for any of the words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = "(?:zero|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_SMALL = rf"(?:{_TENS}(?:[\s-]{_ONES})?|{_TEENS}|{_ONES})"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore)"
_FIRST_WORDS = " ".join(re.findall(r"[a-z]{3,}", _ONES + _TEENS + _TENS)) + " half"
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_MIXED = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORDS = rf"(?:{_SMALL}|an?(?=\s{_SCALE}\b))(?:[\s-]{_SCALE}\b(?:[\s-](?:and\s)?{_SMALL}\b)?)*"


@cache
def number_pattern() -> re.Pattern[str]:
    """Any amount. Groups tell its parts; what stands inside a longer word, code or time is no amount."""
    symbols, codes = options(tables()["currency_symbols"]), options(tables()["currency_codes"]["codes"])
    scales = (
        rf"(?:[\s-]?(?P<scale>{_SCALE})\b(?:\s(?P<scale2>{_SCALE})\b)?|(?P<short>mln|mn|m|bn|b|tn|trn|k|K|M|B)\b(?!-))"
    )
    digits = (
        rf"(?:(?P<symbol>{symbols})\s?|\b(?P<code>{codes})\s?)?(?P<digits>{_DIGITS})"
        rf"(?:\s?(?P<mixed>[½¼¾⅓⅔])|\s(?P<top>[1-9])/(?P<under>[2-9]|16|32)\b(?!/))?(?P<dozen2>\sdozen\b)?{scales}?"
        r"(?![\d:]|\.\d|,\d{3}|/\d|-[A-Z]|(?:st|nd|rd|th|s|G|g|D|x|X|A|C|F)\b)(?=\W|[a-zA-Z]{1,3}\b|$)"
    )
    parts = options(_PARTS)
    fraction = (
        rf"(?P<count>{_ONES}|an?)[\s-](?P<part>{parts})s?\b(?=\sof\b|\sthe\b|[\s-]maj|[\s-]vote)"
        rf"|(?P<count2>two|three|four)[\s-](?P<part2>{parts})s\b|(?P<count3>one)-(?P<part3>{parts})\b|(?P<bare>half)\sof\b"
    )
    dozen = rf"(?P<half>half\s)?(?P<dozens>{_SMALL}|an?)\sdozen\b|half\san?\s(?P<half_of>{_SCALE})\b"
    words = rf"(?P<words>{_WORDS})(?:\sand\sa\s(?P<and_half>half)(?:\s(?P<half_scale>{_SCALE}))?)?\b(?!['’])"
    # The guard keeps the engine from trying every form at every word.
    names = [f"[{name[0]}{name[0].upper()}]{name[1:]}" for name in _FIRST_WORDS.split()]
    first = rf"\d|(?:{symbols})\s?\d|(?:{codes})\s?\d|(?:{'|'.join(names)})\b|[Aa]n?\s"
    guard = r"(?<![\w@#&])(?<!(?<!\.)\.)(?<!\d[.,:/])(?<![A-Za-z]-)(?<![A-Za-z]\.)"
    return re.compile(rf"{guard}(?={first})(?:{digits}|(?i:(?:{fraction}|{dozen}|{words})))")


def amount(match: re.Match[str]) -> Amount:
    """The amount of one match of `number_pattern`."""
    groups = match.groupdict()
    if groups["digits"]:
        return _from_digits(match, groups)
    part = groups["part"] or groups["part2"] or groups["part3"]
    if part or groups["bare"]:
        count = groups["count"] or groups["count2"] or groups["count3"] or "one"
        share = 100 * _from_words(count) / _PARTS[(part or "half").lower()]
        end = match.end() - 3 if groups["bare"] else match.end()
        return Amount(match.start(), end, share, worded=True, share=True)
    value, scale = _worded_value(groups)
    return Amount(match.start(), match.end(), value, scale=scale, worded=True)


def _worded_value(groups: dict[str, str | None]) -> tuple[float, float]:
    scales = tables()["scales"]
    if groups["half_of"]:
        scale = scales[groups["half_of"].lower()]
        return scale / 2, scale
    if groups["dozens"]:
        return 12 * _from_words(groups["dozens"]) / (2 if groups["half"] else 1), 12
    words = groups["words"] or ""
    value = _from_words(words)
    if groups["and_half"]:
        scale = scales[(groups["half_scale"] or "").lower()] if groups["half_scale"] else 1
        return (value + 0.5) * scale, scale
    last = re.split(r"[\s-]", words.lower())[-1]
    return value, scales.get(last, 1)


def _from_digits(match: re.Match[str], groups: dict[str, str | None]) -> Amount:
    scales = tables()["scales"]
    value = float((groups["digits"] or "").replace(",", ""))
    value += _MIXED[groups["mixed"]] if groups["mixed"] else 0
    value += int(groups["top"]) / int(groups["under"] or 1) if groups["top"] else 0
    scale = 12.0 if groups["dozen2"] else 1.0
    for name in ("scale", "scale2", "short"):
        scale *= scales[(groups[name] or "").lower()] if groups[name] else 1
    currency = groups["code"] or tables()["currency_symbols"].get(groups["symbol"] or "", "")
    return Amount(match.start(), match.end(), round(value * scale, 6), currency, scale)


_LARGE = re.compile(r"\b(thousand|million|billion|trillion|lakh|crore)\b")


def _from_words(words: str) -> float:
    """The value of number words; "a" counts one. text2num reads what stands between the large scales."""
    plain = re.sub(r"[\s-]+", " ", words.lower())
    total, current = 0.0, 0.0
    for part in _LARGE.split(re.sub(r"^an?\b", "one", plain)):
        name = part.strip()
        if _LARGE.fullmatch(name):
            total += (current or 1) * float(tables()["scales"][name])
            current = 0.0
        elif name.removeprefix("and "):
            current = float(text2num(name.removeprefix("and "), "en"))
    return total + current
