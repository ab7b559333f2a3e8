"""Where a report names places, and what the words around each name say of where it lies."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from stemma.model import Annotated, PlaceKind
from stemma.values.gazetteer import Entry, key, kind_words, named, words
from stemma.values.name_tables import nations

LIST_OF_DIVISIONS = 2
"""Names that can be nothing but divisions from which a list of places is one of divisions."""

_KINDS: tuple[PlaceKind, ...] = ("country", "division", "county", "city")
_KINDS_IN_NAMES = _KINDS[1:3]  # "Hebei Province" is Hebei, and "Sin City" no town called Sin.
_HOLDING = frozenset({"country", "division", "county", "region", "continent"})
_LONGEST_GAP = 60
_PLURAL_NAME = re.compile(r" ([A-Z][a-z]+s)\b")
_NEXT_WORD = re.compile(r" [A-Z]\w+")
_PART = re.compile(r"[^,/]+")
_JOINED = re.compile(r"[^,/-]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place's name where it stands, and the places that it can mean. Where the words around it say so: they must be
    of one kind (`told`), lie in the area named by the spot of number `holder`, or in one of the `countries`. Where a
    state stands beside it ("Washington and Texas") it is `doubtful` whether the best known city is meant."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    told: bool = False
    holder: int | None = None
    countries: tuple[Entry, ...] = ()
    doubtful: bool = False


def spots(annotated: Annotated) -> tuple[Spot, ...]:
    """Every name of a place in the report, in order, none inside another. A club's name ("Chicago Cubs") is none."""
    text = annotated.report.text
    headlines = {b.start: b.end for b in annotated.report.blocks if b.kind == "title"}
    found = [spot for start, end, sure in _stretches(annotated) for spot in _parts(text, start, end, sure)]
    clubs = {
        text[spot.start : match.end()]
        for spot in found
        if (match := _plural_after(text, spot)) and not any(a <= spot.start < b for a, b in headlines.items())
    }
    kept = [s for s in found if not ((match := _plural_after(text, s)) and text[s.start : match.end()] in clubs)]
    return tuple(_placed(text, kept, number) for number in range(len(kept)))


def _plural_after(text: str, spot: Spot) -> re.Match[str] | None:
    """The capitalised plural that a name goes on with, unless it is a party's people."""
    match = _PLURAL_NAME.match(text, spot.end)
    return match if match and nations().get(match.group(1).lower()) != "Party" else None


def _stretches(annotated: Annotated) -> Iterator[tuple[int, int, bool]]:
    """The stretches that name places, and whether that is sure: another name with a place after a comma only may be."""
    text = annotated.report.text
    names = [(n.start, n.end, annotated.entities[n.entity].kind) for n in annotated.names if n.kind == "name"]
    places = {start for start, _, kind in names if kind == "place"}
    behind = 0
    for start, end, kind in sorted((*_dateline(annotated), *names), key=lambda name: (name[0], -name[1])):
        if start < behind:
            continue
        behind = end
        if kind == "place":
            yield start, end, True
        elif text.startswith(", ", end) and end + 2 in places:
            yield start, end, False


def _dateline(annotated: Annotated) -> Iterator[tuple[int, int, str]]:
    """The names in the dateline, which are often in capitals: "NEW YORK", "SEOUL/WASHINGTON"."""
    line = annotated.report.dateline
    start = annotated.report.text.find(line) if line else -1
    for part in _PART.finditer(line) if start >= 0 else ():
        bare = part.group().strip()
        at = start + part.start() + part.group().find(bare)
        yield at, at + len(bare), "place"


def _parts(text: str, start: int, end: int, sure: bool) -> Iterator[Spot]:
    """The spot of a name; of one that the gazetteer has not as a whole, a spot each part between commas, or between
    hyphens where it has them all ("Los Angeles-Tokyo")."""
    whole = _spot(text, start, _longer(text, start, end))
    if whole.entries or not _JOINED.match(whole.name) or _JOINED.fullmatch(whole.name):
        if sure or whole.entries:
            yield whole
        return
    parts = [_spot(text, start + a, start + b) for a, b in _bare_parts(whole.name)]
    yield from parts if "," in whole.name or all(part.entries for part in parts) else [whole] * sure


def _longer(text: str, start: int, end: int) -> int:
    """The end of a name, moved over the next capitalised word where only the gazetteer knows it to belong ("Corpus
    Christi")."""
    more = _NEXT_WORD.match(text, end)
    return more.end() if more and not named(text[start:end]) and named(text[start : more.end()]) else end


def _bare_parts(name: str) -> Iterator[tuple[int, int]]:
    for part in _JOINED.finditer(name):
        bare = part.group().strip()
        if bare:
            at = part.start() + part.group().find(bare)
            yield at, at + len(bare)


def _spot(text: str, start: int, end: int) -> Spot:
    """A name with the places that it can mean: those of the kind that a word in it or beside it says ("Hebei
    Province", "Erie County", "Washington Gov. Ann Roe"), where there is one."""
    name = text[start:end]
    if key(name) in _elsewhere() or _makes_other().search(text, max(0, start - 20), start):
        return Spot(start, end, name, ())
    bare, _, last = name.rpartition(" ")
    said = [kind for kind in _KINDS_IN_NAMES if bare and last.lower() in kind_words(kind)]
    whole = named(f"{name}.") if text.startswith(".", end) else ()
    whole = whole or named(name)
    entries = whole or tuple(e for e in named(bare) if e.kind in said)
    if text.startswith(" County", end):
        entries = tuple(e for e in named(f"{name} County") if e.kind == "county") or entries
        return Spot(start, end, name, entries, entries[:1] != whole[:1])
    held = text.endswith(" of ", 0, start) and _for_division().search(text, max(0, start - _LONGEST_GAP), start)
    of_division = held or _of_division().match(text, end)
    divisions = _divisions(entries) if of_division else ()
    told = bool(divisions) or (bool(entries) and not whole)
    return Spot(start, end, name, divisions or entries, told)


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(map(key, words()["elsewhere"]["names"]))


@cache
def _makes_other() -> re.Pattern[str]:
    """ "Sea of" and the like before a name."""
    return re.compile(rf"\b(?:{'|'.join(words()['around']['makes_other'])}) $", re.IGNORECASE)


@cache
def _of_division() -> re.Pattern[str]:
    """What only a state or province has, after its name: " Gov.", "'s legislature", " province"."""
    after = "|".join((*words()["around"]["of_divisions"], "province", "oblast", "governorate", "prefecture"))
    return re.compile(rf"(?:['’]s)? (?:{after})\b", re.IGNORECASE)


@cache
def _for_division() -> re.Pattern[str]:
    """Who can be only a state's or province's, before its name: "Senator Ann Roe of "."""
    return re.compile(rf"\b(?:{_either(words()['around']['for_divisions'])})s?\b[^,.;]{{0,30}} of $", re.IGNORECASE)


def _divisions(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind == "division")


def _placed(text: str, found: Sequence[Spot], number: int) -> Spot:
    """The spot with where the words around it say that it lies."""
    spot = found[number]
    listed = _others_listed(text, found, number)
    divisions = _divisions(spot.entries)
    if listed and divisions and all({e.kind for e in other.entries} == {"division"} for other in listed):
        several = len(listed) >= LIST_OF_DIVISIONS
        return replace(spot, entries=divisions, told=True) if several else replace(spot, doubtful=True)
    holder = _holder(text, found, number)
    if holder is not None:
        return replace(spot, holder=holder)
    people = _people_before().search(text, max(0, spot.start - _LONGEST_GAP), spot.start)
    country = nations().get(people.group(1).lower()) if people else None
    countries = tuple(e for e in named(country or "") if e.kind in ("country", "division"))
    return replace(spot, countries=countries)


def _holder(text: str, found: Sequence[Spot], number: int) -> int | None:
    """The number of the spot that says where this one lies: "Erie, Pa.", "Hebei's Baoding", "the Dallas suburb of
    Mesquite". In a list of areas ("Ohio, Washington and Texas") none does."""
    if number + 1 < len(found):
        gap = _gap(text, found, number)
        if gap and _gap_after().fullmatch(gap) and _holds(found[number + 1]) and not _listed(text, found, number):
            return number + 1
    if number:
        gap = _gap(text, found, number - 1)
        if gap and _gap_before().fullmatch(gap):
            return number - 1
    return None


def _gap(text: str, found: Sequence[Spot], number: int) -> str:
    """What stands between a spot and the next; empty where they are far apart or there is no next."""
    if not 0 <= number < len(found) - 1 or found[number + 1].start - found[number].end > _LONGEST_GAP:
        return ""
    return text[found[number].end : found[number + 1].start]


def _holds(spot: Spot) -> bool:
    return any(entry.kind in _HOLDING for entry in spot.entries)


def _listed(text: str, found: Sequence[Spot], number: int) -> bool:
    """Whether the spot and the next are two of a list: both can be areas of one kind, and the list goes on."""
    here, after = ({e.kind for e in found[n].entries} & _HOLDING for n in (number, number + 1))
    if not here & after:
        return False
    return bool({_gap(text, found, number - 1), _gap(text, found, number + 1)} & _LISTING)


def _others_listed(text: str, found: Sequence[Spot], number: int) -> list[Spot]:
    """The other names of the list in which the spot stands: "Illinois, Ohio and New York"."""
    first = last = number
    while number - first < LIST_OF_DIVISIONS and _gap(text, found, first - 1) in _LISTING:
        first -= 1
    while last - number < LIST_OF_DIVISIONS and _gap(text, found, last) in _LISTING:
        last += 1
    return [*found[first:number], *found[number + 1 : last + 1]]


_LISTING = frozenset({", ", " and ", ", and ", " or ", ", or "})


def _either(listed: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, listed), key=lambda word: (-len(word), word)))


@cache
def _gap_after() -> re.Pattern[str]:
    """Between a place and the area that it lies in: ", ", ", in northern ", " in the ", " ("."""
    directions = _either(words()["around"]["directions"])
    return re.compile(rf"(?:, | \(|,? (?:in|of) )(?:in )?(?:the )?(?:(?:{directions})[ -])*(?:(?:state|province) of )?")


@cache
def _gap_before() -> re.Pattern[str]:
    """Between an area, or a town, and a place in or beside it: "'s ", "'s northern ", " suburb of "."""
    directions = _either(words()["around"]["directions"])
    kinds = _either(word for kind in _KINDS for word in kind_words(kind))
    return re.compile(
        rf"['’]s? (?:(?:{directions}|{kinds}) )*(?:island (?:of )?)?"
        rf"|(?:['’]s?)? (?:[\w-]+ ){{0,2}}(?:{kinds}) of (?:the )?"
    )


@cache
def _people_before() -> re.Pattern[str]:
    """A people's adjective and what the place is: "French resort of ", "northern Syrian town "."""
    kinds = _either(word for kind in _KINDS for word in kind_words(kind))
    return re.compile(rf"\b([A-Z][a-z]+) (?:[\w-]+ ){{0,2}}(?:{kinds})(?: of|,)? (?:the )?$")
