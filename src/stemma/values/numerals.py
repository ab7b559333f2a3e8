"""Numbers as written, and what they amount to: digits, words, scales, dozens, parts, ordinals and vague numbers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from text_to_num import text2num

from stemma.values.numberpatterns import reader, scanner, tables

# A number; a share of a whole, in percent; a place in an order; what something changed by, in percent; or a number told
# by its size alone ("dozens", "several").
Form = Literal["number", "share", "rank", "factor", "several"]
Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text: its value (the least it can be where told by its size alone, None where not told at all),
    its currency where a sign or code stands with it, its scale ("million", else 1), and whether it is in words."""

    start: int
    end: int
    value: float | None
    form: Form = "number"
    currency: str = ""
    scale: float = 1
    worded: bool = True


def amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """All numbers within `text[start:end]`, in order."""
    for match in scanner().finditer(text, start, end):
        kind = match.lastgroup or ""
        shape = reader(kind).match(text, match.start(), end)
        if shape:
            yield _READERS[kind](shape)


def _rank(match: Match) -> Amount:
    digits, number, ordinal = match.group("digits"), match.group("number"), match.group("ordinal")
    if digits or number:
        plain = digits or number
        value = float(plain.replace(",", "")) if plain[0].isdigit() else from_words(plain)
        return Amount(match.start(), match.end(), value, "rank", worded=False)
    last = tables()["ordinals"][ordinal.lower()]
    value = from_words(f"{match.group('cardinal') or ''} {last}".strip())
    return Amount(match.start(), match.end(), value, "rank")


def _part(match: Match) -> Amount:
    """ "half a million", "two thirds of a million"."""
    scale = tables()["scales"][match.group("whole").lower()]
    value = scale * from_words(match.group("count") or "one") / _divisor(match.group("part"))
    return Amount(match.start(), match.end(), value, scale=scale)


def _dozen(match: Match) -> Amount:
    dozens = 0.5 if match.group("half") else from_words(match.group("count"))
    if match.group("some_half"):
        dozens *= 0.5
    return Amount(match.start(), match.end(), 12 * dozens, scale=12)


def _measured_half(match: Match) -> Amount:
    return Amount(match.start(), match.end() - 1, 0.5)


def _share(match: Match) -> Amount:
    groups = match.groupdict()
    part = groups["part"] or groups["parts"] or groups["one_part"] or groups["by"] or "half"
    count = from_words(groups["count"] or groups["counts"] or "one")
    return Amount(match.start(), match.end(), 100 * count / _divisor(part), "share")


def _several(match: Match) -> Amount:
    scales = tables()["scales"]
    size, times, scale = (match.group(name) for name in ("size", "times", "scale"))
    if not size:
        value = 2 * scales[scale.lower()] if scale else None
        return Amount(match.start(), match.end(), value, "several", scale=12 if scale else 1)
    least = _SIZES.get(size.lower()) or 2 * scales[size.lower().removesuffix("s")]
    return Amount(
        match.start(), match.end(), least * (scales[times.lower()[:-1]] if times else 1), "several", scale=least
    )


_SIZES = {"tens": 20.0, "scores": 40.0}


def _factor(match: Match) -> Amount:
    return Amount(match.start(), match.end(), float(tables()["factors"][match.group().lower()]), "factor")


def _digits(match: Match) -> Amount:
    groups = match.groupdict()
    vulgar = tables()["vulgar"]
    if groups["digits"]:
        value = float(re.sub(r"[^\d.]", "", groups["digits"]))
        value += vulgar[groups["mixed"]] if groups["mixed"] else 0
        value += int(groups["mixed_top"]) / int(groups["mixed_under"]) if groups["mixed_top"] else 0
    else:
        value = vulgar[groups["vulgar"]] if groups["vulgar"] else int(groups["top"]) / int(groups["under"])
    value, scale = _scaled(value, groups)
    currency = groups["code"] or tables()["currency_symbols"].get(groups["symbol"] or "", "")
    value = -value if groups["minus"] else value
    return Amount(match.start(), match.end(), round(value, 12), currency=currency, scale=scale, worded=False)


def _scaled(value: float, groups: dict[str, str | None]) -> tuple[float, float]:
    """The value with its scale and what is added after it ("3 million and a half"), and that scale."""
    scale = 12.0 if groups["dozens"] else 1.0
    for name in ("scale", "scale2"):
        scale *= tables()["scales"][(groups[name] or "").lower()] if groups[name] else 1
    scale *= tables()["scale_letters"][groups["short"]] if groups["short"] else 1
    return (value + _added(groups)) * scale, scale


def _words(match: Match) -> Amount:
    groups = match.groupdict()
    words = groups["cardinal"] or ""
    last = float(tables()["scales"].get(re.split(r"[\s-]+", words.lower())[-1], 1))
    value = from_words(words) + _decimals(groups["point"])
    if groups["and_scale"]:  # "two and a half million"
        last = float(tables()["scales"][groups["and_scale"].lower()])
        value = (value + _added(groups)) * last
    else:  # "three million and a half" is 3.5 million, "one hundred and a half" 100.5
        value += _added(groups) * (last if last >= 1000 else 1)
    return Amount(match.start(), match.end(), -value if groups["minus"] else value, scale=last)


def _added(groups: dict[str, str | None]) -> float:
    return from_words(groups["and_count"] or "") / _divisor(groups["and_part"]) if groups["and_part"] else 0.0


def _decimals(point: str | None) -> float:
    """ "point zero three" is 0.03, "point seventy-one" 0.71."""
    if not point:
        return 0.0
    digits = "".join(f"{from_words(word):.0f}" for word in point.split()[1:])
    return float(f"0.{digits}")


def _divisor(part: str | None) -> float:
    return float(tables()["parts"][(part or "half").lower()])


_LARGE = re.compile(r"\b(thousand|million|billion|trillion|lakh|crore)\b")
# Words that text2num does not know, and what it reads in their place.
_PLAIN = (
    (r"[\s\u00a0-]+", " "),
    (r"^an?\b", "one"),
    (r"^(?=hundred|thousand|[mbt]r?illion)", "one "),
    (r"n[ao]ught", "zero"),
)


def from_words(words: str) -> float:
    """The value of number words; "a" counts one. text2num reads what stands between the large scales."""
    plain = words.lower()
    for pattern, instead in _PLAIN:
        plain = re.sub(pattern, instead, plain)
    total, current = 0.0, 0.0
    for part in _LARGE.split(plain):
        name = part.strip()
        if _LARGE.fullmatch(name):  # "two million three thousand" adds, "three lakh crore" multiplies
            scale = float(tables()["scales"][name])
            total = total + current * scale if current else total * scale
            current = 0.0
        elif name.removeprefix("and").strip():
            current = float(text2num(name.removeprefix("and ").removesuffix(" and"), "en"))
    return total + current


_READERS: dict[str, Callable[[Match], Amount]] = {
    "rank": _rank,
    "part": _part,
    "dozen": _dozen,
    "measured_half": _measured_half,
    "share": _share,
    "several": _several,
    "factor": _factor,
    "digits": _digits,
    "words": _words,
}
