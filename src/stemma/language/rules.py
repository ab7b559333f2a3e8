"""Names by rules and tables: runs of capitals, titles, given names, known bodies, places and outlets."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.language.found import Found
from stemma.language.headlines import headline_names, is_headline, seen_names
from stemma.language.kinds import GUESS, LIKELY, Kind, Setting, is_common, is_nation, kind_of, table_entry
from stemma.language.lexer import Word
from stemma.language.runs import Run, can_stand, is_initial, phrase_length, runs
from stemma.language.tables import functions, not_names
from stemma.language.titles import cut_at_titles, without_trailing_titles
from stemma.model import Span
from stemma.values.names import fold, given_names, nations, organisation_words, titles


@dataclass(frozen=True, slots=True)
class _Habits:
    """Which words the report writes small, and which it writes with a capital inside a sentence."""

    plain: frozenset[str]
    named: frozenset[str]


def rule_names(text: str, lexed: Sequence[Sequence[Word]]) -> list[Found]:
    """The names in order, none overlapping another. `lexed` are the words of the sentences of `text`.

    Names of running text first; then, in headlines, only names that the text or a table knows."""
    heads = [bool(words) and is_headline(words, text[words[0].start : words[-1].end + 1]) for words in lexed]
    body = [words for words, head in zip(lexed, heads, strict=True) if not head]
    habits = _habits(body)
    found = [name for words in body for name in _sentence_names(words, habits)]
    seen = seen_names(found, text)
    for words, head in zip(lexed, heads, strict=True):
        if head:
            found.extend(headline_names(words, seen))
    return sorted(found, key=lambda f: f.start)


def _habits(sentences: Sequence[Sequence[Word]]) -> _Habits:
    plain: set[str] = set()
    named: set[str] = set()
    for words in sentences:
        for place, word in enumerate(words):
            if not word.capital:
                plain.add(word.lower)
            elif not is_initial(words, place) and can_stand(words, place):
                named.add(word.lower)
    return _Habits(frozenset(plain), frozenset(named))


def _sentence_names(words: Sequence[Word], habits: _Habits) -> list[Found]:
    found: list[Found] = []
    for run in runs(words):
        part = list(words[run.first : run.last])
        setting = _setting(words, run, habits)
        if run.initial:
            part = _without_initial(part, setting)
        if _ends_title(words, run):
            part = part[1:]
        if part:
            found.extend(_run_names(part, setting))
    return found


def _ends_title(words: Sequence[Word], run: Run) -> bool:
    """Whether the run's first word ends a title in two parts: "Secretary of State" before a given name."""
    if run.first < 2 or run.last - run.first < 3 or words[run.first - 1].lower != "of":
        return False
    return fold(words[run.first - 2].text) in titles() and fold(words[run.first + 1].text) in given_names()


def _setting(words: Sequence[Word], run: Run, habits: _Habits) -> Setting:
    before = words[run.first - 1] if run.first else None
    after = words[run.last] if run.last < len(words) else None
    later = words[run.last + 1] if run.last + 1 < len(words) else None
    return Setting(before, after, later, habits.plain, habits.named)


def _without_initial(words: list[Word], setting: Setting) -> list[Word]:
    """Takes off a first word that owes its capital to the sentence; nothing is left of a run of such words alone."""
    first = words[0]
    if table_entry(words) or phrase_length(words, 0) or first.shout:
        return words
    if len(words) == 1:
        known = (
            first.lower in setting.named
            or fold(first.text) in given_names()
            or first.text[1:].lower() != first.text[1:]
        )
        if known and first.lower not in functions():
            return words
        said = (
            setting.after is not None
            and setting.after.gap == " "
            and (first.possessive or setting.after.lower.endswith("ed"))
        )
        said = said or (setting.after is not None and setting.after.lower in {"said", "says"})
        return words if said and not is_common(first, setting) else []
    given = fold(first.text) in given_names() and fold(words[1].text) not in titles()
    if given or first.lower in setting.named or not is_common(first, setting):
        return words
    if fold(words[-1].text) in organisation_words() and all(is_common(w, setting) for w in words[1:]):
        return words
    return words if cut_at_titles(words, setting) else words[1:]


def _run_names(words: Sequence[Word], setting: Setting) -> list[Found]:
    """The names in one run: a person after titles and what stands before the titles, or the run as a whole."""
    cut = None if table_entry(words) else cut_at_titles(words, setting)
    if cut:
        person = words[cut.name :]
        role = Span(words[0].start, words[cut.name - 1].end)
        head = _whole(words[: cut.first], setting) if cut.first else []
        return [
            *head,
            Found(person[0].start, person[-1].end, "person", 1.0, cut.courtesy, None if cut.courtesy else role),
        ]
    bare = without_trailing_titles(words)
    return _whole(bare, setting) if bare else []


def _whole(words: Sequence[Word], setting: Setting) -> list[Found]:
    """The run as one name; else, without a nationality or common words at its edges; else the known names in it."""
    words = _without_edges(words, setting)
    if not words:
        return []
    size = phrase_length(words, 0) or (1 if table_entry(words[:1]) else 0)
    kind = kind_of(words, setting)
    if kind and kind.kind == "other" and kind.sure == GUESS and (inner := _known_inside(words)):
        return inner
    begins_known = 0 < size < len(words) and (size > 1 or kind is None or fold(words[0].text) not in given_names())
    if begins_known and (kind is None or (kind.sure <= LIKELY and kind.kind in {"other", "person", "place"})):
        rest = words[size:]
        more = _run_names(rest, setting) if len(rest) > 1 or table_entry(rest) else []
        return [*_found(words[:size], kind_of(words[:size], setting)), *more]
    return _found(words, kind)


def _known_inside(words: Sequence[Word]) -> list[Found]:
    """The names of the tables inside a run that names nothing as a whole."""
    found: list[Found] = []
    place = 0
    while place < len(words):
        size = phrase_length(words, place) or 1
        entry = table_entry(words[place : place + size])
        if entry:
            found.append(
                Found(words[place].start, words[place + size - 1].end, entry.kind, 1.0, canonical=entry.canonical)
            )
        place += size
    return found


def _found(words: Sequence[Word], kind: Kind | None) -> list[Found]:
    if kind is None:
        return []
    return [Found(words[0].start, words[-1].end, kind.kind, kind.sure, canonical=kind.canonical)]


def _without_edges(words: Sequence[Word], setting: Setting) -> Sequence[Word]:
    """Takes nationalities off the front of what is no body, and figures and non-names off the ends."""
    while len(words) > 1 and not phrase_length(words, 0) and fold(words[0].text) in nations():
        if fold(words[-1].text) in organisation_words() or table_entry(words):
            break
        words = words[1:]
    while words and words[-1].text in not_names():
        words = words[:-1]
    while words and words[0].text in not_names():
        words = words[1:]
    if words and is_nation(words):
        return []
    return words
