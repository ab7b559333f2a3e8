"""The language stage: a report's words, sentences, names and who is who."""

from dataclasses import replace

from stemma.language.adapter import Adapter, Found
from stemma.language.entities import Naming, entities_of, unsure_entities
from stemma.language.lexer import Word, lex
from stemma.language.references import Hints, references
from stemma.language.roles import roles_of
from stemma.language.rules import Rules
from stemma.language.tables import known
from stemma.model import Annotated, Entity, Name, Report, Role, Sentence, Token

_RULES = Rules()


def annotate(report: Report, adapter: Adapter = _RULES) -> Annotated:
    """The report with its tokens, sentences, entities and every name, pronoun and common noun that refers to one.

    Only blocks of kind "title" and "text" are read; no sentence crosses a block. All offsets are characters into
    `report.text`. `adapter` is the language model; the rules if none is given.
    """
    tokens, sentences = _words(report, adapter)
    lexed = [lex(report.text, s.start, s.end) for s in sentences]
    namings = _namings(report, adapter, sentences, lexed)
    entities, names = entities_of(namings, report.text)
    courtesies = {n.found.start: n.found.title for n in namings if n.found.title}
    hints = Hints(courtesies, unsure_entities(namings, entities, names))
    others = references(report, sentences, lexed, entities, names, hints)
    entities = _with_shown_persons(entities, others)
    everything = tuple(sorted((*names, *others), key=lambda n: (n.start, n.end)))
    return Annotated(report, tokens, sentences, entities, everything)


def warm() -> None:
    """Loads what the first `annotate` of a process would load: the tokenizer and the word tables (about a second)."""
    _RULES.tokens("Warm.")
    known()


def _words(report: Report, adapter: Adapter) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """All tokens, and the sentences over them, block by block."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(report.blocks):
        if block.kind == "boilerplate":
            continue
        text = report.text[block.start : block.end]
        spans = adapter.sentences(text)
        mine = adapter.tokens(text)
        place = 0
        for order, (start, end) in enumerate(spans):
            first = place
            final = order == len(spans) - 1
            while place < len(mine) and (final or mine[place].start < end):
                place += 1
            if first < place:
                at = len(tokens)
                base = block.start
                tokens.extend(_moved(token, base) for token in mine[first:place])
                sentences.append(Sentence(base + start, base + end, at, at + place - first, number))
    return tuple(tokens), tuple(sentences)


def _with_shown_persons(entities: tuple[Entity, ...], others: list[Name]) -> tuple[Entity, ...]:
    """The entities; what a "he" or "she" refers to is a person, whatever the first guess was."""
    shown = {name.entity for name in others if name.kind == "pronoun"}
    return tuple(replace(e, kind="person") if e.number in shown else e for e in entities)


def _moved(token: Token, by: int) -> Token:
    return Token(token.start + by, token.end + by, token.lemma, token.pos, token.head, token.relation)


def _namings(
    report: Report, adapter: Adapter, sentences: tuple[Sentence, ...], lexed: list[list[Word]]
) -> list[Naming]:
    """The adapter's names with their wording and the roles beside them."""
    found = sorted(adapter.names(report, sentences), key=lambda f: f.start)
    namings: list[Naming] = []
    place = 0
    for name, following in zip(found, [*found, None][1:], strict=True):
        while place + 1 < len(sentences) and sentences[place].end <= name.start:
            place += 1
        wording = report.text[name.start : name.end]
        person = name.kind == "person" or (name.kind == "other" and " " in wording)
        roles = roles_of(lexed[place], name, report.text, sentences[place].end) if person else []
        own = tuple(role for role in roles if not _is_of_another(role, name, following, report.text))
        sure = replace(name, kind="person", sure=1.0) if own else name
        namings.append(Naming(sure, wording, own))
    return namings


def _is_of_another(role: Role, name: Found, following: Found | None, text: str) -> bool:
    """Whether the words after a name are the role of the next person: "with Ana Ruiz, President Ida Brandt came"."""
    if following is None or following.kind != "person" or not name.end < role.start <= following.start < role.end:
        return False
    return not text[role.start : following.start].rstrip().endswith((" of", " for", " to", " by", " and"))
