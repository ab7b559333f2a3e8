"""`python -m benchmarks.simulator SEED`: a simulated story to read, with the truth about it."""

import argparse
from collections.abc import Iterator
from typing import get_args

from benchmarks.simulator.pool import Split
from benchmarks.simulator.story import SimulatedStory, story


def main() -> None:
    """Prints a story."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.simulator", description="Print a simulated story.")
    parser.add_argument("seed", type=int)
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--split", choices=get_args(Split), default="tuning")
    arguments = parser.parse_args()
    print("\n".join(lines(story(arguments.seed, arguments.reports, split=arguments.split))))


def lines(made: SimulatedStory) -> Iterator[str]:
    """The reports, then who rests on whom, what is lost, and each claim with its count, origins and mentions."""
    number = {report.id: f"[{at}]" for at, report in enumerate(made.reports, 1)}
    text = {report.id: report.text for report in made.reports}
    for report in made.reports:
        when = report.dating.moment or report.dating.earliest or "undated"
        yield f"{number[report.id]} {report.outlet} · {when} · {made.roles[report.id]}\n\n{report.text}\n"
    for edge in made.truth.edges:
        yield f"{number[edge.report]} rests on {number.get(edge.to, edge.to)}: {', '.join(edge.kinds)}"
    for lost in made.truth.lost:
        heirs = ", ".join(number[report] for report in lost.reports)
        yield f"lost: {lost.outlet}, from which {heirs} took{'' if lost.named else '; nobody names it'}"
    for claim in made.truth.claims:
        yield f"\n{claim.id} ({claim.kind}): {list(claim.independent)}, really {claim.really}"
        yield f"   sure: {', '.join(claim.sure) or '-'}; own voices: {', '.join(claim.unsure) or '-'}"
        for mention in claim.mentions:
            chain = " < ".join(mention.chain) or "own voice"
            words = text[mention.report][mention.start : mention.end]
            yield f"   {number[mention.report]} {mention.mode}, {chain}: {words}"


if __name__ == "__main__":
    main()
