"""Scores a traced story against its gold story. `benchmarks.tally.MEASURES` says what is measured."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.matching import Span, locate, overlap, same_name, same_place
from benchmarks.shapes import Export, Gold, GoldClaim, GoldQuote, Mention, Report
from benchmarks.tally import Tally


@dataclass(frozen=True, slots=True)
class Pairing:
    """Gold reports and the traced reports that were read from the same files."""

    traced: dict[str, Report | None]  # by the gold report's id
    gold: dict[str, str]  # gold id by the traced report's id


@dataclass(frozen=True, slots=True)
class Match:
    """A gold mention: the claim it belongs to, and the traced claim and chain found in its place (None: nothing)."""

    gold_claim: str
    wanted: list[str]
    claim: str | None
    chain: list[str] | None


def score(gold: Gold, traced: Export) -> Tally:
    """The counts for one story, over all measures."""
    tally = Tally()
    pairing = paired(gold, traced)
    matches = matched(gold, traced, pairing)
    for match in matches:
        count_chain(match, tally)
    count_links(matches, tally)
    count_origins(gold, traced, matches, tally)
    count_lineage(gold, traced, pairing, tally)
    count_disagreements(gold, traced, pairing, tally)
    return tally


def paired(gold: Gold, traced: Export) -> Pairing:
    """Pairs reports by the stem of their file's name."""
    by_stem = {Path(report["file"]).stem: report for report in traced["reports"] if report["file"]}
    found = {report["id"]: by_stem.get(Path(report["file"]).stem) for report in gold["reports"]}
    return Pairing(found, {report["id"]: name for name, report in found.items() if report})


def quoted_span(side: GoldQuote, pairing: Pairing) -> tuple[str, Span] | None:
    """The traced report's id and the stretch where a gold quote stands in it; None where it does not."""
    report = pairing.traced.get(side["report"])
    span = locate(side["quote"], report["text"]) if report else None
    return (report["id"], span) if report and span else None


def matched(gold: Gold, traced: Export, pairing: Pairing) -> list[Match]:
    """For each gold mention the traced mention that overlaps it most; of equal ones the nearest in length."""
    by_report: dict[str, list[tuple[str, Mention]]] = {}
    for claim in traced["claims"]:
        for mention in claim["mentions"]:
            by_report.setdefault(mention["report"], []).append((claim["id"], mention))

    def found(side: GoldQuote) -> tuple[str, Mention] | None:
        place = quoted_span(side, pairing)
        if place is None:
            return None
        report, span = place

        def fit(candidate: tuple[str, Mention]) -> tuple[float, int]:
            other = candidate[1]["start"], candidate[1]["end"]
            return overlap(span, other), -abs((other[1] - other[0]) - (span[1] - span[0]))

        best = max(by_report.get(report, []), key=fit, default=None)
        return best if best and fit(best)[0] >= 0.5 else None

    matches = []
    for gold_claim in gold["claims"]:
        for side in gold_claim["mentions"]:
            hit = found(side)
            chain = [hop["name"] for hop in hit[1]["chain"]] if hit else None
            matches.append(Match(gold_claim["id"], side["chain"], hit[0] if hit else None, chain))
    return matches


def count_chain(match: Match, tally: Tally) -> None:
    """mentions, nearest, root, nested. A mention that was not found has no hop right."""
    wanted, chain = match.wanted, match.chain
    tally.add("mentions", chain is not None)
    if not wanted:
        tally.add("nearest", chain == [])
        tally.add("root", chain == [])
        return
    tally.add("nearest", same_name(wanted[0], chain[0]) if chain else False)
    tally.add("root", same_name(wanted[-1], chain[-1]) if chain else False)
    if len(wanted) > 1:
        rest = iter(chain or [])
        # `rest` is used up as it is searched, so each hop must come after the one before it.
        tally.add("nested", all(any(same_name(hop, other) for other in rest) for hop in wanted))


def count_links(matches: list[Match], tally: Tally) -> None:
    """Pairs of gold mentions. One that was not found is linked to none."""
    for left, right in combinations(matches, 2):
        together = left.claim is not None and left.claim == right.claim
        same = left.gold_claim == right.gold_claim
        tally.add("links.tp", same and together)
        tally.add("links.fp", not same and together)
        tally.add("links.fn", same and not together)


def counted(claim: GoldClaim, traced: Export, matches: list[Match]) -> list[int] | None:
    """The traced count for a gold claim: that of the traced claim with most of its mentions, if it has half of them."""
    votes = Counter(match.claim for match in matches if match.gold_claim == claim["id"] and match.claim is not None)
    if not votes:
        return None
    best, number = votes.most_common(1)[0]
    if number * 2 < len(claim["mentions"]):
        return None
    return next(other["independent"] for other in traced["claims"] if other["id"] == best)


def count_origins(gold: Gold, traced: Export, matches: list[Match], tally: Tally) -> None:
    """count, bound, several."""
    for claim in gold["claims"]:
        got = counted(claim, traced, matches)
        low, high = claim["independent"]
        tally.add("count", got is not None and list(got) == [low, high])
        tally.add("bound", got is not None and got[0] == low)
        if [low, high] != [1, 1]:
            tally.add("several", got is not None and got[0] == low and abs(got[1] - high) <= 1)


def count_lineage(gold: Gold, traced: Export, pairing: Pairing, tally: Tally) -> None:
    """Pairs (report, what it rests on). An outlet's report and its name are the same party."""
    outlets = {report["id"]: report["outlet"] for report in gold["reports"]}
    wanted = {(edge["from"], edge["to"] if edge["to"] in outlets else "~" + edge["to"]) for edge in gold["lineage"]}
    got = {
        (pairing.gold.get(edge["from"], edge["from"]), pairing.gold.get(edge["to"]) or "~" + edge["to"])
        for edge in traced["lineage"]
    }

    def party(target: str) -> str:
        return outlets.get(target) or target.removeprefix("~")  # The outlet of a report may be unknown.

    def same(left: tuple[str, str], right: tuple[str, str]) -> bool:
        return left[0] == right[0] and (left[1] == right[1] or same_name(party(left[1]), party(right[1])))

    right = sum(any(same(edge, other) for other in got) for edge in wanted)
    tally.add("lineage.tp", right)
    tally.add("lineage.fn", len(wanted) - right)
    tally.add("lineage.fp", sum(not any(same(other, edge) for edge in wanted) for other in got))


def count_disagreements(gold: Gold, traced: Export, pairing: Pairing, tally: Tally) -> None:
    """A gold disagreement is found where one traced of the same kind has a side in the place of each of its sides."""
    for entry in gold["disagreements"]:
        places = [quoted_span(side, pairing) for side in entry["sides"]]
        tally.add(
            "disagree",
            any(
                other["kind"] == entry["kind"]
                and all(
                    place is not None
                    and any(
                        side["report"] == place[0] and same_place(place[1], (side["start"], side["end"]))
                        for side in other["sides"]
                    )
                    for place in places
                )
                for other in traced["disagreements"]
            ),
        )
