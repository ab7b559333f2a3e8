"""Two numbers side by side: ends of a stretch ("700 to 1,000"), a part and its whole ("5 of 12"), a score ("3-1")."""

import re

from stemma.values.changes import changes_before
from stemma.values.numberpatterns import listed
from stemma.values.numerals import Amount

# Characters before a number in which the opening of a stretch is looked for.
_REACH = 40
_JOIN = re.compile(
    r"(?P<percent>\s?%|\spercent|\sper\scent)?(?:\s(?P<word>to|and|or|through)\s|\s?(?P<dash>[-–—~])\s?)"
)
_PERCENT = re.compile(r"\s?%|\sper\s?cent")
_OPENING = re.compile(
    r"(?:^|[^\w])(between|from)\s(?:about\s|an\sestimated\s|around\s|roughly\s|as\s(?:few|little)\sas\s)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s[^.;]*$")
_OF = re.compile(
    r"\s(?P<word>of|out\sof|in)\s(?P<whose>(?:the|its|their|his|her|all|every)\s)?(?:the\s|a\stotal\sof\s)?"
)
_NEXT_WORD = re.compile(r"\s([a-z]+)")
_HIGHEST_SCORE = 200
# The largest part and the wholes of a share told with "in" ("three in five"); "one in" may have any whole.
_MOST_IN, _ROUND = 9, frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})


def is_part(text: str, end: int, left: Amount, right: Amount) -> bool:
    """Whether `left` is a part of `right`: "five of the 12", "nine out of 10", "one in five"."""
    joint = _OF.fullmatch(text, left.end, right.start)
    if (
        not joint
        or left.value is None
        or right.value is None
        or left.form != "number"
        or left.currency + right.currency
    ):
        return False
    if not 0 < left.value < right.value:
        return False
    if joint.group("word") != "in":
        return True
    follows = _NEXT_WORD.match(text, right.end, end)
    if follows and follows.group(1).rstrip("s") in listed("rates", "nouns"):
        return False  # "two in three years"
    return left.value == 1 or (left.value <= _MOST_IN and right.value in _ROUND)


def is_score(text: str, left: Amount, right: Amount) -> bool:
    """Whether two numbers stand as those of a score do."""
    plain = not (left.worded or left.currency) and max(left.value or 0, right.value or 0) <= _HIGHEST_SCORE
    return plain and text[left.end : right.start] in {"-", "–"}


def is_stretch(text: str, start: int, left: Amount, right: Amount) -> bool:
    """Whether two numbers are the ends of one stretch: "700 to 1,000", "between 5 and 10 percent", "three or four"."""
    join = _JOIN.fullmatch(text, left.end, right.start)
    low, high = scaled(left, right)
    if not join or low >= high or left.form != right.form or right.currency not in {"", left.currency}:
        return False
    if join.group("percent") and not _PERCENT.match(text, right.end):
        return False  # "rose 4 percent to 309,000"
    opened = opening(text, start, left.start)
    word = join.group("word") or "-"
    if word == "and":
        return opened is not None and opened.group(1).lower() == "between"
    if word == "or":
        return high <= 2 * low and (left.worded or not left.currency)
    return word != "to" or not _changes(text, start, left, right)


def opening(text: str, start: int, at: int) -> re.Match[str] | None:
    """ "Between" or "from" before a number that starts at `at`, its word in group 1."""
    return _OPENING.search(text, max(start, at - _REACH), at)


def scaled(left: Amount, right: Amount) -> tuple[float, float]:
    """Both values; "2 to 3 million" gives the left the right's scale."""
    low, high = left.value or 0.0, right.value or 0.0
    shares_scale = left.scale == 1 and right.scale >= 12 and low < high / right.scale
    return (low * right.scale if shares_scale else low), high


def _changes(text: str, start: int, left: Amount, right: Amount) -> bool:
    """Whether something went from one to the other, or by one to the other: "rose from 5 to 10", "fell $3 to $9"."""
    moved = _FROM.search(text[max(start, left.start - _REACH) : left.start]) or (left.currency and right.currency)
    return bool(moved) and changes_before(text, start, left.start)
