"""The words around a date: do they put it after publication, and is it a date at all ("May" a month, 1900 a year)?"""

import re
from functools import cache

from stemma.values.dates.vocabulary import MONTH, either, listed, tables

# How many characters before a date are looked at: about a clause.
REACH = 70
_BREAK = re.compile(r"(?:[a-z]{3}|[\d%)”\"'’])[.!?][”\"'’)]*\s|[;\n]|[“]")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z’'.]*)[\s-]+(?:the\s)?$")
_SECOND_MONTH = re.compile(rf"\s(?:to|and|until|through)\s{MONTH}")
_NEXT_WORD = re.compile(r"\s+([A-Za-z’']+)")


def clause_before(text: str, start: int, at: int) -> str:
    """The words of the same sentence before `at`, no more than `REACH` characters and nothing before `start`."""
    reach = text[max(start, at - REACH) : at]
    last = 0
    for match in _BREAK.finditer(reach):
        last = match.end()
    return reach[last:]


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z]){either(*map(re.escape, tables()['context'][name]))}(?![A-Za-z])", re.IGNORECASE)


@cache
def _near() -> re.Pattern[str]:
    cues = either(*map(re.escape, tables()["context"]["future_near"]))
    return re.compile(rf"(?<![A-Za-z])({cues})\s(?:about\s|around\s|at\sleast\s|on\s|in\s|for\s)*$", re.IGNORECASE)


def looks_ahead(text: str, start: int, at: int, end: int) -> bool:
    """Whether the clause puts a date at `text[at:end]` after publication: a cue for the future right before it, or one
    further off with no past verb since; for a date that opens its clause, a cue right behind it."""
    if text[end : end + 2] in _POSSESSIVE:  # "will look at Tuesday's ruling": the ruling is known
        return False
    clause = clause_before(text, start, at)
    near = _near().search(clause)
    if near:
        done = near.group(1).lower() in listed("deadlines") and _HAD.search(clause)
        return not done
    if _OPENS.fullmatch(clause):
        after = text[end : end + REACH].partition(". ")[0]
        cues = _cue("future").search(after)
        return bool(cues) and not _cue("past").search(after[: cues.start()] if cues else "")
    cues_before = [match.end() for match in _cue("future").finditer(clause)]
    return bool(cues_before) and not _cue("past").search(clause, cues_before[-1])


_POSSESSIVE = frozenset({"'s", "’s"})
# Before a date that opens its clause, and what puts a deadline in the past: "had filed by Wednesday".
_OPENS = re.compile(r"[\s“\"‘'`]*(?:(?:But|And)\s)?(?:(?:[Oo]n|[Ii]n|[Ll]ate|[Ee]arly|[Tt]he)\s)*")
_HAD = re.compile(r"\b(?:had|hadn['’]t)\b")


def tells_when_said(text: str, start: int, at: int) -> bool:
    """Whether the date at `at` says when something was said: "police said on Monday"."""
    return bool(_said().search(text, max(start, at - REACH), at))


@cache
def _said() -> re.Pattern[str]:
    return re.compile(
        rf"\b{either(*tables()['context']['said'])}\s(?:[a-z]+\s){{0,2}}(?:on\s|late\s|early\s|the\s)*$", re.IGNORECASE
    )


def moves(text: str, start: int, at: int) -> bool:
    """Whether a verb before `at` moves a date: then "from X to Y" is no stretch of time."""
    return bool(_cue("moved").search(clause_before(text, start, at)))


def _before(text: str, at: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, at - 25), at)
    return match.group(1) if match else ""


def _after(text: str, at: int) -> str:
    match = _NEXT_WORD.match(text, at)
    return match.group(1) if match else ""


def part_of_name(text: str, start: int, end: int) -> bool:
    """Whether a weekday or month stands in a name: "Black Friday", "The Sunday Times"."""
    return _before(text, start) in listed("before_name") or _after(text, end) in listed("after_name")


def bare_month(text: str, start: int, end: int) -> bool:
    """Whether a month without day or year is one, and no person, verb or name."""
    before, after, name = _before(text, start), _after(text, end), text[start:end].lower()
    if part_of_name(text, start, end):
        return False
    if before in listed("strong"):
        if name not in listed("names") or before not in listed("shared") or _SECOND_MONTH.match(text, end):
            return True
        return not (after[:1].isupper() or (name == "may" and (after in listed("person") or _named_may(text))))
    if name == "may":
        return before.lower() in listed("articles") and after.islower() and after not in listed("person")
    if (
        before[:1].isupper()
        and before.lower() not in listed("articles")
        and not before.endswith(("'s", "’s"))
        and text[start - len(before) - 1 : start - 1] == before
    ):
        return False
    if name == "march" and after in listed("walks"):
        return False
    if name in listed("names"):
        verb = after in {"and", "is", "was", "has"} and before.islower()
        return verb or not (after[:1].isupper() or after in listed("person"))
    return not after[:1].isupper() or before.islower()


def _named_may(text: str) -> bool:
    return any(name in text for name in ("Theresa May", "Mrs May", "Mrs. May", "Ms May", "Ms. May", "Minister May"))


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|to|before|after|during|through|throughout|for|than|and|or|between|early|late|mid|the|circa|around|"
    r"back\sin|summer|spring|autumn|winter|fall|year|election|its|their|his|her)\s|['’]s\s|[-–(,]\s?)$",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(
    r"(?:\b(?:about|some|nearly|almost|over|least|most|than|roughly|only|to|of|up\sto|No\.)\s|[#+])$", re.IGNORECASE
)
_COUNTED_AFTER = re.compile(
    r"\s(?:(?!was|is|has|as|this|its|his)[a-z]+s|people|men|women|children|km|kg|mph|percent|per\scent|million|billion|thousand|hundred|GMT|hours|feet|meters?|metres?)\b"
    r"|\s?(?:%|[a-zA-Z]\b|km|kg)|-(?:[a-z]|\d)"
)
_PLACE_OF_YEAR = re.compile(
    r"(?:\b(?:in|since|until|by|during|before|after|from|the|early|late|mid)\s|['’]s\s|\()$", re.IGNORECASE
)


def bare_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year, and no count: "the 2016 election" and "in 1999", not "2000 people"."""
    before = text[max(0, start - 12) : start]
    if not text[start].isdigit():  # "the year 2000", "nineteen ninety-seven", but not "two thousand men"
        return not text[start:end].lower().startswith("two") or bool(_PLACE_OF_YEAR.search(before))
    counted = _COUNTED_AFTER.match(text, end)
    if counted:
        return bool(_PLACE_OF_YEAR.search(before)) and not counted.group(0).strip().startswith(
            ("people", "men", "women", "children", "%", "p")
        )
    if int(text[start:end]) < 1800:
        return bool(_PLACE_OF_YEAR.search(before))
    return bool(_YEAR_BEFORE.search(before)) or not _COUNT_BEFORE.search(before)


_LAST_WORD = re.compile(r"([A-Za-z]+)[\s(]+$")


def _word_before(text: str, at: int) -> str:
    match = _LAST_WORD.search(text, max(0, at - 20), at)
    return match.group(1).lower() if match else ""


def tells_hour(text: str, start: int, end: int) -> bool:
    """Whether an hour that stands by no day is one: "at 10:35" or with a zone, and no score; "noon" and
    "mid-afternoon", and no mere part of a day."""
    if text[start].isdigit() and not text.startswith("12 ", start):
        return text[end - 1].isalpha() or text[end - 1] == ")" or _word_before(text, start) in listed("hours")
    return text[start:end].removeprefix("12 ") in listed("exact_parts") and _word_before(text, start) != "high"


def no_weather(text: str, start: int, _end: int) -> bool:
    """Whether "the 70s" are years, and no temperatures."""
    return not _cue("weather").search(text, max(0, start - REACH), start)


def is_length(text: str, start: int, end: int) -> bool:
    """Whether a number and a unit are a length of time: no fraction ("three quarters of voters"), and no article before
    a length of many ("a decades-long feud")."""
    words = text[start:end].lower().replace("-", " ").split()
    if words[-1].startswith("quarter"):
        return len(words) > 2 and text[end : end + 3] != " of"
    return words[0] not in _ARTICLES or not words[1].endswith("s")


def is_bare_length(text: str, start: int, end: int) -> bool:
    """Whether "years" are a length of time, and not "his years", "the early hours", "three quarters", or the way to
    something else ("the weeks before the fire", "minutes apart")."""
    if text[start:end].lower() == "quarters" or _after(text, end) in listed("ways"):
        return False
    return _word_before(text, start) not in listed("no_length")


def is_feast(text: str, start: int, end: int) -> bool:
    """Whether a feast is a day, and not in a name or before what belongs to it ("Christmas lights")."""
    return not part_of_name(text, start, end) and _after(text, end) not in listed("of_feasts")


def no_title(text: str, start: int, end: int) -> bool:
    """Whether "daily" is no part of a name: "The Daily News"."""
    return not (text[start].isupper() and _after(text, end)[:1].isupper())


_ARTICLES = frozenset({"a", "an"})


def is_reference(text: str, start: int, end: int) -> bool:
    """Whether "the past" stands for itself, and "previously" heads a sentence: else it is no more than "already"."""
    if text[start:end] == "previously":
        return False
    return not text[start:end].lower().endswith("the past") or _word_before(text, start) == "in"
