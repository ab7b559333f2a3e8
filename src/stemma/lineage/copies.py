"""Passages taken over: which reports share wording that no quotation explains, and which of the two had it first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from stemma.lineage.page import dated_first, used
from stemma.model import Edge, Passage, Reading, Report, Span
from stemma.values.passages import equal_texts, shared_passages, words_of
from stemma.values.quotations import quotations

# Free matching words, in passages of at least LEAST_PASSAGE each, from which shared wording is a copy. Two reporters of
# one event met in at most 11 in a row in the dev stories; the shortest passage the gold calls a copy has 19.
LEAST_PASSAGE = 12
LEAST_WORDS = 16


def copies(readings: Sequence[Reading], said: Collection[tuple[str, str]]) -> Iterable[Edge]:
    """One `reuses` edge for each pair of reports that share wording, from the one that says (`said`, pairs of ids)
    that it rests on the other, else from the later to the earlier."""
    # A speaker's words could be carried by any witness: they are no evidence of copying.
    texts = [words_of(r.report.text, used(r.report), quotations(r.report.text, r.report.blocks)) for r in readings]
    by_pair: defaultdict[tuple[int, int], list[tuple[Passage, int]]] = defaultdict(list)
    for shared in (*shared_passages(texts, LEAST_PASSAGE), *equal_texts(texts, LEAST_PASSAGE)):
        by_pair[shared.left, shared.right].append((shared.passage, shared.words))
    for (left, right), found in sorted(by_pair.items()):
        if sum(words for _, words in found) >= LEAST_WORDS or texts[left].text == texts[right].text:
            yield _edge(readings[left].report, readings[right].report, [p for p, _ in found], said)


def _edge(left: Report, right: Report, passages: list[Passage], said: Collection[tuple[str, str]]) -> Edge:
    first, second, known = dated_first(left, right)
    if (first.id, second.id) in said and (second.id, first.id) not in said:
        first, second, known = second, first, True
    if not known:
        first, second = _by_credit(first, second)
    if second.id == right.id:
        passages = [Passage(p.other_start, p.other_end, p.start, p.end) for p in passages]
    longest = max(passages, key=lambda p: (p.end - p.start, -p.start))
    how = ", and is later or says so" if known else "; which was first cannot be told"
    return Edge(
        second.id,
        first.id,
        False,
        "reuses",
        Span(longest.start, longest.end),
        tuple(sorted(passages, key=_place)),
        f"shares its wording{how}",
    )


def _by_credit(first: Report, second: Report) -> tuple[Report, Report]:
    """With no order in time, the one that credits somebody for its text is the copy; else the shorter one."""
    if bool(first.credits) != bool(second.credits):
        return (second, first) if first.credits else (first, second)
    return (first, second) if len(first.text) >= len(second.text) else (second, first)


def _place(passage: Passage) -> tuple[int, int]:
    return passage.start, passage.end
