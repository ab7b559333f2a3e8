"""The stretches of a sentence that each state one thing: its clauses, each in one voice."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.claims.clauses import clauses, lent, predicates, says, subject
from stemma.claims.patterns import LEAST_FIGURE, LEAST_WORDS, pieces
from stemma.claims.trees import Tree
from stemma.model import Attribution, Sentence, Span
from stemma.values.words import content

LEAST_CLAUSE = 4  # Words, of any kind, of a part of somebody's words that can be a clause: "no one had died".
LEAST_ATTRIBUTED = 1  # for somebody's words, however short, that is: "they are safe" is a claim.
_MARKS = 4  # Characters of quotation marks and the like by which a stretch may differ from the content it fills.
_LOWER = re.compile(r"\b[a-z]{3,}")  # A stretch of capitals alone is a dateline or a label.
# "Update, Thursday, 4.30pm: " says when the page changed, not when anything happened.
_STAMP = re.compile(r"(?:Updated?|UPDATED?|Correction|Clarification)\b(?:[^:\n]|:(?=\d)){0,40}: ")
_TRIM = " ,;:-–—\n\t"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause in one voice, `[start, end)`. `own` are the parts of it that are the clause's own: what stands between
    them states something else. `lent` are words outside it that it says something of: the subject that it shares, the
    noun that it hangs on. `words` are the numbers of its own words in the sentence's tree, and `predicate` that of the
    word that says what it states; none where there is no tree."""

    start: int
    end: int
    own: tuple[Span, ...]
    lent: tuple[Span, ...] = ()
    words: frozenset[int] = frozenset()
    predicate: int | None = None

    def holds(self, start: int, end: int) -> bool:
        """Whether what stands from `start` to `end` is the clause's own."""
        return any(part.start <= start and end <= part.end for part in self.own)


def stretches(
    text: str, sentence: Sentence, tree: Tree | None, attributions: tuple[Attribution, ...]
) -> tuple[Stretch, ...]:
    """The stretches of one sentence by their start, one within another or apart, each within the same attributed
    contents throughout, each long enough to state something."""
    owners = clauses(tree) if tree else ()
    found: list[Stretch] = []
    for zone in zones(sentence, attributions):
        found.extend(_parsed(tree, owners, zone) if tree else _unparsed(text, zone))
    contents = [a.contents for a in attributions]
    kept = [each for each in (_trimmed(text, stretch) for stretch in found) if _states(text, each, tree, contents)]
    return tuple(sorted(kept, key=lambda each: (each.start, -each.end)))


def zones(sentence: Sentence, attributions: tuple[Attribution, ...]) -> list[Span]:
    """The parts of a sentence that lie in the same attributed contents throughout, without the sources' and cues' own
    words."""
    cuts = {sentence.start, sentence.end}
    frames: list[Span] = []
    for attribution in attributions:
        cuts.update(at for c in attribution.contents for at in (c.start, c.end) if sentence.start < at < sentence.end)
        frames.extend(_frame(attribution, sentence))
    for frame in frames:
        cuts.update((frame.start, frame.end))
    edges = sorted(cuts)
    return [Span(a, b) for a, b in pairwise(edges) if not any(f.start <= a and b <= f.end for f in frames)]


def _frame(attribution: Attribution, sentence: Sentence) -> list[Span]:
    """The sources' and the cue's own words where they stand in this sentence outside the content: that somebody says
    something, or declines to, is no claim."""
    sources = (attribution.source, *attribution.cites)
    spans = [*(Span(s.start, s.end) for s in sources), *([attribution.cue] if attribution.cue else [])]
    return [
        s
        for s in spans
        if sentence.start <= s.start < sentence.end
        and not any(c.start < s.end and s.start < c.end for c in attribution.contents)
    ]


def _unparsed(text: str, zone: Span) -> list[Stretch]:
    return [Stretch(piece.start, piece.end, (piece,)) for piece in pieces(text, zone)]


def _parsed(tree: Tree, owners: tuple[int, ...], zone: Span) -> list[Stretch]:
    """The clauses of a zone. One that says too little by itself, or leaves too little, stays with its parent's."""
    here = [n for n, token in enumerate(tree.tokens) if zone.start <= token.start and token.end <= zone.end]
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in here:
        groups[owners[number]].append(number)
    for head in sorted(groups, key=lambda head: tree.size[head]):
        parent = owners[tree.heads[head]] if tree.heads[head] != head else head
        if parent == head or parent not in groups or (parent not in here and tree.tokens[head].relation == "conj"):
            continue
        full = subject(tree, head) is not None or any(tree.tokens[n].pos == "NUM" for n in groups[head])
        least = LEAST_FIGURE if full else LEAST_WORDS
        if says(tree, groups[head]) < least or says(tree, groups[parent]) < LEAST_FIGURE:
            groups[parent] = sorted([*groups[parent], *groups.pop(head)])
    return [_laid(tree, head, numbers) for head, numbers in groups.items()]


def _laid(tree: Tree, head: int, numbers: list[int]) -> Stretch:
    """A clause from its first to its last word; other clauses may stand between."""
    numbers = _untied(tree, numbers)
    runs = [[numbers[0]]]
    for before, number in pairwise(numbers):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    tokens = tree.tokens
    # A mark by itself, such as the stop at the end of the sentence, belongs to whatever stands before it.
    told = [run for run in runs if any(tokens[number].pos != "PUNCT" for number in run)] or runs[:1]
    own = tuple(Span(tokens[run[0]].start, tokens[run[-1]].end) for run in told)
    borrowed = tuple(Span(tokens[number].start, tokens[number].end) for number in lent(tree, head))
    return Stretch(own[0].start, own[-1].end, own, borrowed, frozenset(numbers), _predicate(tree, numbers))


def _untied(tree: Tree, numbers: list[int]) -> list[int]:
    """The words without an "and" before them, and without an "after" at their end that opens what is cut off."""
    first, last, within = 0, len(numbers), frozenset(numbers)
    while first < last - 1 and (tree.tokens[numbers[first]].relation == "cc" or tree.words[numbers[first]] == ","):
        first += 1
    while last > first + 1 and tree.tokens[numbers[last - 1]].relation in ("cc", "mark", "case"):
        if tree.heads[numbers[last - 1]] in within:
            break
        last -= 1
    return numbers[first:last]


def _predicate(tree: Tree, numbers: list[int]) -> int:
    """The word that says what the words state: of those that hang on none of the others a verb or the like, else the
    one with most words under it."""
    within = frozenset(numbers)
    top = [number for number in numbers if tree.heads[number] not in within or tree.heads[number] == number]
    return max(top, key=lambda number: (predicates(tree, number), tree.size[number]))


def _states(text: str, stretch: Stretch, tree: Tree | None, contents: list[tuple[Span, ...]]) -> bool:
    """Whether a stretch says enough to be compared. Fewest words are needed of somebody's own; what a frame leaves over
    of a sentence ("the agency that") must have a verb."""
    if stretch.start and not _LOWER.search(text, stretch.start, stretch.end):
        return False
    held = any(c.start <= stretch.start and stretch.end <= c.end for part in contents for c in part)
    tokens = [tree.tokens[number] for number in stretch.words] if tree else []
    if contents and tokens and not held and not any(token.pos in ("VERB", "AUX", "NUM") for token in tokens):
        return False
    complete = tree is not None and stretch.predicate is not None and subject(tree, stretch.predicate) is not None
    least = LEAST_WORDS
    if held or complete or text.startswith("including ", stretch.start) or any(t.pos == "NUM" for t in tokens):
        least = LEAST_FIGURE
    if complete and tree is not None and stretch.predicate is not None:
        held = held or _nobody(tree, stretch.predicate)
    if (held and complete) or _fills(text, stretch, contents):
        least = LEAST_ATTRIBUTED
    said = says(tree, stretch.words) if tree else len(content(text[stretch.start : stretch.end]))
    return said >= least


def _nobody(tree: Tree, predicate: int) -> bool:
    """ "Nobody was killed", "No one was hurt": few words that say much."""
    who = subject(tree, predicate)
    return who is not None and (
        tree.words[who] in _NOBODY or any(tree.words[one] == "no" for one in tree.children[who])
    )


_NOBODY = ("nobody", "none", "nothing")


def _fills(text: str, stretch: Stretch, contents: list[tuple[Span, ...]]) -> bool:
    """Whether the stretch is all that somebody is said to have said, or a part of it that can be a clause."""
    clause = len(text[stretch.start : stretch.end].split()) >= LEAST_CLAUSE
    whole = (c for part in contents if len(part) == 1 or clause for c in part)
    return any(abs(c.start - stretch.start) < _MARKS and abs(c.end - stretch.end) < _MARKS for c in whole)


def _trimmed(text: str, stretch: Stretch) -> Stretch:
    stamp = _STAMP.match(text, stretch.start, stretch.end)
    start, end = stamp.end() if stamp else stretch.start, stretch.end
    while start < end and text[start] in _TRIM:
        start += 1
    while start < end and text[end - 1] in _TRIM:
        end -= 1
    own = (Span(max(start, part.start), min(end, part.end)) for part in stretch.own)
    return replace(stretch, start=start, end=end, own=tuple(part for part in own if part.start < part.end))
