"""The language stage: a report's words, sentences, names, who is who, and who is said to say what."""

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from stemma.language.entities import Naming, entities_of
from stemma.language.found import Found
from stemma.language.lexer import Word, lex
from stemma.language.naming import namings
from stemma.language.references import PERSONAL, references
from stemma.language.roles import roles_of
from stemma.language.tables import known
from stemma.model import Annotated, Entity, Name, Report, Reported, Role, Sentence

_PERSONAL_KINDS = frozenset({"person", "other"})

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from stemma.language.layout import Laid


@cache
def pipeline(name: str = "") -> "Language":
    """The spaCy pipeline of that name; our own English one if none is given. Loaded once a process.

    Raises SettingsError where spaCy has no pipeline of that name."""
    from stemma.language.pipelines import load  # noqa: PLC0415  (spaCy takes a second: help must not wait for it)

    return load(name)


def annotate(report: Report, nlp: "Language | None" = None) -> Annotated:
    """The report with its tokens, sentences, entities, every name, pronoun and common noun that refers to one, and the
    attributions that the language model reads.

    Only blocks of kind "title" and "text" are read; no sentence crosses a block. All offsets are characters into
    `report.text`. `nlp` is any spaCy pipeline; our own if none is given. A pipeline without our component leaves
    references and `reported` empty.
    """
    from stemma.language.layout import laid, lay_out  # noqa: PLC0415  (as above)

    layout = lay_out(report)
    doc = (nlp or pipeline())(layout.text)
    page = laid(doc, layout)
    lexed = [lex(report.text, s.start, s.end) for s in page.sentences]
    found = _with_roles(report, page.sentences, lexed, namings(doc, layout, report.text, lexed))
    entities, names = entities_of(found, report.text)
    courtesies = {n.found.start: n.found.title for n in found if n.found.title}
    others = references(page, doc._.references or {}, entities, names, courtesies, report.text)
    entities, others = _settled(entities, others, report)
    everything = tuple(sorted((*names, *others), key=lambda n: (n.start, n.end)))
    return Annotated(report, page.tokens, page.sentences, entities, everything, _reported(doc, page))


def warm(name: str = "") -> None:
    """Loads what the first `annotate` of a process would load: the pipeline and the word tables (about a second)."""
    pipeline(name)("Warm.")
    known()


def lacks(name: str) -> tuple[str, ...]:
    """What the pipeline of that name does not read, in words for the user; nothing for our own.

    Raises SettingsError where there is none of that name."""
    if not name:
        return ()
    from stemma.language.pipelines import missing  # noqa: PLC0415  (as above)

    return missing(pipeline(name))


def _reported(doc: "Doc", page: "Laid") -> tuple[Reported, ...]:
    found = []
    for each in doc._.reportings or ():
        cue = page.spans(each.cue)
        found.append(Reported(page.spans(each.source), cue[0], page.spans(each.content), each.inside))
    return tuple(found)


def _settled(entities: tuple[Entity, ...], others: list[Name], report: Report) -> tuple[tuple[Entity, ...], list[Name]]:
    """Persons by their pronouns: what "he" or "she" refers to more often than "it" or "they" is a person, whatever the
    first guess was; where it is not, those pronouns were misread and are left out."""
    said: dict[int, Counter[bool]] = defaultdict(Counter)
    personal = {n for n in others if n.kind == "pronoun" and report.text[n.start : n.end].lower() in PERSONAL}
    for name in others:
        if name.kind == "pronoun":
            said[name.entity][name in personal] += 1
    shown = {e.number for e in entities if e.kind in _PERSONAL_KINDS or said[e.number][True] > said[e.number][False]}
    kept = [name for name in others if name not in personal or name.entity in shown]
    persons = {name.entity for name in kept if name in personal}
    return tuple(replace(e, kind="person") if e.number in persons else e for e in entities), kept


def _with_roles(
    report: Report, sentences: tuple[Sentence, ...], lexed: list[list[Word]], found: list[Found]
) -> list[Naming]:
    """The names with their wording and the roles beside them."""
    result: list[Naming] = []
    place = 0
    for name, following in zip(found, [*found, None][1:], strict=True):
        while place + 1 < len(sentences) and sentences[place].end <= name.start:
            place += 1
        wording = report.text[name.start : name.end]
        person = name.kind == "person" or (name.kind == "other" and " " in wording)
        roles = roles_of(lexed[place], name, report.text, sentences[place].end) if person else []
        own = tuple(role for role in roles if not _is_of_another(role, name, following, report.text))
        sure = replace(name, kind="person", sure=1.0) if own else name
        result.append(Naming(sure, wording, own))
    return result


def _is_of_another(role: Role, name: Found, following: Found | None, text: str) -> bool:
    """Whether the words after a name are the role of the next person: "with Ana Ruiz, President Ida Brandt came"."""
    if following is None or following.kind != "person" or not name.end < role.start <= following.start < role.end:
        return False
    return not text[role.start : following.start].rstrip().endswith((" of", " for", " to", " by", " and"))
