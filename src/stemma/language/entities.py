"""From names to entities: which names in one report are one person, body, outlet or place."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.language.found import Found
from stemma.model import Entity, EntityKind, Name, Role
from stemma.values.names import fold, fullest, is_acronym_of, merge, person_words, titles

_ACRONYM_AFTER = re.compile(r"\s\(\s?[“\"]?([A-Z][A-Za-z]*[A-Z]+)[”\"]?\)")


@dataclass(frozen=True, slots=True)
class Naming:
    """One found name with its wording and the roles that stand beside it."""

    found: Found
    text: str
    roles: tuple[Role, ...]


def entities_of(namings: Sequence[Naming], text: str) -> tuple[tuple[Entity, ...], tuple[Name, ...]]:
    """The entities, numbered in the order in which they first appear, and every name with its entity."""
    kinded = _with_kinds(namings)
    groups = _joined_by_definition(_groups(kinded), kinded, text)
    groups.sort(key=lambda g: g[0])
    entities = tuple(_entity(number, [kinded[i] for i in group]) for number, group in enumerate(groups))
    owner = {i: number for number, group in enumerate(groups) for i in group}
    names = tuple(Name(n.found.start, n.found.end, owner[i], "name") for i, n in enumerate(kinded))
    return entities, names


def _with_kinds(namings: Sequence[Naming]) -> list[Naming]:
    """Gives every naming the kind that the report as a whole tells: by its other namings, by surnames."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for n in namings:
        votes[fold(n.text)][n.found.kind] += round(100 * n.found.sure**2)
    surnames = _surnames(namings)
    result = []
    for n in namings:
        folded = fold(n.text)
        kind = min(votes[folded].items(), key=lambda item: (-item[1], item[0]))[0]
        if " " not in folded and folded in surnames and not n.found.canonical:
            kind = "person"
        result.append(replace(n, found=replace(n.found, kind=kind)))
    return result


def _surnames(namings: Sequence[Naming]) -> Mapping[str, set[str]]:
    """The full names of persons by each of their words; first words only where one person has them."""
    owners: dict[str, set[str]] = defaultdict(set)
    for n in namings:
        if n.found.kind == "person" and n.found.sure > 0.2:
            words = person_words(n.text)
            for word in words if len(words) > 1 else ():
                if len(word) > 1:
                    owners[word].add(words[0] + " " + words[-1])
            if len(words) == 1:
                owners[words[0]].add(words[0])
    return owners


def _groups(namings: Sequence[Naming]) -> list[list[int]]:
    """Groups of positions, ascending: one wording is one entity, then `merge` joins the wordings."""
    positions: dict[tuple[str, EntityKind], list[int]] = defaultdict(list)
    for i, n in enumerate(namings):
        positions[(_key(n), n.found.kind)].append(i)
    keys = sorted(positions, key=lambda k: positions[k][0])
    groups = [sorted(i for k in group for i in positions[keys[k]]) for group in merge(keys)]
    groups = _short_outlets(_first_names(groups, namings), namings)
    return _same_role(groups, namings)


def _key(naming: Naming) -> str:
    """What the naming is compared by: the canonical name from the tables, else its wording with Mr or Ms."""
    if naming.found.canonical:
        return naming.found.canonical
    return f"{naming.found.title} {naming.text}".strip()


def _short_outlets(groups: list[list[int]], namings: Sequence[Naming]) -> list[list[int]]:
    """Joins the last word of an outlet's name to the one outlet named before it that ends so: "The Post" after "The
    Washington Post"."""
    outlets = [g for g in groups if namings[g[0]].found.kind == "outlet"]
    result = []
    for group in groups:
        word = fold(namings[group[0]].text)
        short = group in outlets and " " not in word
        longer = [g for g in outlets if short and g[0] < group[0] and fold(namings[g[0]].text).endswith(f" {word}")]
        if len(longer) == 1:
            longer[0].extend(group)
        else:
            result.append(group)
    return [sorted(g) for g in result]


def _first_names(groups: list[list[int]], namings: Sequence[Naming]) -> list[list[int]]:
    """Joins a given name alone to the one person of the report who bears it."""
    full = [g for g in groups if namings[g[0]].found.kind == "person" and _longest(g, namings) > 1]
    result = []
    for group in groups:
        words = person_words(namings[group[0]].text)
        alone = namings[group[0]].found.kind == "person" and _longest(group, namings) == 1
        bearers = [g for g in full if any(_bears(namings[i].text, words[0]) for i in g)] if alone else []
        if len(bearers) == 1 and not any(namings[i].found.title for i in group):
            bearers[0].extend(group)
        else:
            result.append(group)
    return [sorted(g) for g in result]


def _bears(full: str, given: str) -> bool:
    """Whether a full name begins with the given name or with what it is short for ("Mitch", "Mitchell")."""
    first = person_words(full)[0]
    return first == given or (min(len(first), len(given)) > 3 and (first.startswith(given) or given.startswith(first)))


def _longest(group: Sequence[int], namings: Sequence[Naming]) -> int:
    return max(len(person_words(namings[i].text)) for i in group)


def _same_role(groups: list[list[int]], namings: Sequence[Naming]) -> list[list[int]]:
    """Joins a surname that two persons share to the one whose role it carries ("President Vega")."""
    result = list(groups)
    for group in groups:
        if namings[group[0]].found.kind != "person" or _longest(group, namings) > 1:
            continue
        surname = person_words(namings[group[0]].text)[0]
        roles = _role_words(group, namings)
        bearers = [
            g
            for g in result
            if g is not group
            and any(surname in person_words(namings[i].text)[1:] for i in g)
            and roles & _role_words(g, namings)
        ]
        if len(bearers) == 1:
            bearers[0].extend(group)
            result = [g for g in result if g is not group]
    return [sorted(g) for g in result]


def _role_words(group: Sequence[int], namings: Sequence[Naming]) -> set[str]:
    return {w for i in group for r in namings[i].roles for w in fold(r.text).split() if w in titles()}


def _joined_by_definition(groups: list[list[int]], namings: Sequence[Naming], text: str) -> list[list[int]]:
    """Joins a body to the capitals in brackets after it ("Northern Command (NORTHCOM)") and the other way round."""
    group_of = {i: n for n, g in enumerate(groups) for i in g}
    target = list(range(len(groups)))

    def root(n: int) -> int:
        while target[n] != n:
            n = target[n]
        return n

    for i in range(len(namings) - 1):
        left, right = namings[i], namings[i + 1]
        between = text[left.found.end : right.found.start]
        if between.strip(' “"') != "(" or text[right.found.end : right.found.end + 2].strip('”"')[:1] != ")":
            continue
        if _defines(left, right) or _defines(right, left):
            low, high = sorted((root(group_of[i]), root(group_of[i + 1])))
            target[high] = low
    joined: dict[int, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        joined[root(n)].extend(group)
    return [sorted(g) for g in joined.values()]


def _defines(full: Naming, short: Naming) -> bool:
    """Whether `short` can be the capitals for `full`: its initials, or, for bodies, the same first letter."""
    letters = short.text.replace(".", "")
    if not letters.isupper() or " " in letters or " " not in full.text.strip():
        return False
    bodies = {full.found.kind, short.found.kind} <= {"body", "outlet", "other"}
    return is_acronym_of(short.text, full.text) or (bodies and letters[0] == full.text.strip()[0].upper())


def _entity(number: int, namings: Sequence[Naming]) -> Entity:
    wordings = list(dict.fromkeys(n.text for n in namings))
    name = fullest(wordings)
    roles: dict[str, Role] = {}
    for naming in namings:
        for role in naming.roles:
            roles.setdefault(fold(role.text), role)
    kinds = Counter(n.found.kind for n in namings)
    kind = "outlet" if "outlet" in kinds else min(kinds.items(), key=lambda item: (-item[1], item[0]))[0]
    aliases = tuple(w for w in wordings if w != name)
    return Entity(number, name, kind, aliases, tuple(sorted(roles.values(), key=lambda r: r.start)))
