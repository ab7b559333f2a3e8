"""Whether places lie in one another, and whether two can be one."""

from stemma.model import Place
from stemma.values.gazetteer import Entry, area, countries_of, disputed, is_part, named, sovereign

PART = 20
"""How many times smaller a town must be to be perhaps a part of another in the same division (Croydon in London)."""

_WIDE = frozenset({"continent", "region"})


def lies_in(place: Entry, holder: Entry) -> bool:
    """Whether `place` lies in `holder`, as far as their codes tell: of what lies in a county they tell nothing."""
    if holder.kind in _WIDE:
        return place.kind not in _WIDE and place.country in countries_of(holder.code)
    if holder.kind == "country":
        return place.code != holder.code and holder.code in (place.country, sovereign(place.country))
    if holder.kind == "division":
        return place.division == holder.code and place.kind in ("city", "county")
    return is_part(place, holder)


def same_place(a: Place, b: Place) -> bool | None:
    """Whether two places can be one: True where they are the same or one lies in the other; False where they lie apart;
    None where it cannot be told: one is not known, the areas are disputed, or one may be a part of the other."""
    left, right = _entry(a), _entry(b)
    if left is None or right is None:
        return None
    if left == right or lies_in(left, right) or lies_in(right, left):
        return True
    if _disputed(left, right) or _disputed(right, left):
        return None
    if _WIDE & {left.kind, right.kind}:
        return None if _countries(left) & _countries(right) else False
    if left.country != right.country:
        return False
    if left.division and right.division and left.division != right.division:
        return False
    if left.kind != right.kind or left.kind != "city":
        return False if left.kind == right.kind else None
    few, many = sorted((left.population, right.population))
    return None if few * PART <= many else False


def _entry(place: Place) -> Entry | None:
    """The gazetteer's entry of a place that was decided."""
    if place.kind is None:
        return None
    if place.kind == "country":
        return area(place.country)
    if place.kind == "division":
        return area(place.division)
    same = (e for e in named(place.name) if (e.kind, e.number) == (place.kind, place.number))
    return next((e for e in same if e.division == place.division), None)


def _countries(entry: Entry) -> frozenset[str]:
    if entry.kind in _WIDE:
        return countries_of(entry.code)
    return frozenset({entry.country, sovereign(entry.country)})


def _disputed(place: Entry, other: Entry) -> bool:
    """Whether the other's country claims or holds the area that the place is or lies in."""
    return any(disputed(code, other.country) for code in (place.country, place.division))
