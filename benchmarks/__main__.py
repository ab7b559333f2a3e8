"""`python -m benchmarks`: trace, score, time, show, keep, compare with the floors. Exit code 1: a floor is undercut."""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.console import Console

from benchmarks import chains, dates, figures, floors, language, places, results, shares
from benchmarks.baselines import count_one, count_outlets, equal_words, patterns
from benchmarks.corpus import shared_texts
from benchmarks.floors import Row
from benchmarks.perfect import perfect, texts_of
from benchmarks.results import Group, Part, Results
from benchmarks.scoring import score
from benchmarks.shapes import Export
from benchmarks.simulator import part as simulator
from benchmarks.speed import Speed, measure
from benchmarks.stories import SHARED, GoldStory, demonstration, shared_stories, traced
from benchmarks.tables import for_terminal
from benchmarks.tally import pooled

REFERENCE = Path(__file__).with_name("data") / "reference.toml"


@dataclass(frozen=True, slots=True)
class Scored:
    """A gold story, what Stemma made of it, and what a perfect system would have."""

    story: GoldStory
    export: Export
    best: Export


SYSTEMS: dict[str, Callable[[Scored], Export]] = {
    "Stemma's links, count = 1": lambda scored: count_one(scored.export),
    "Stemma's links, count = outlets": lambda scored: count_outlets(scored.export),
    "perfect links, count = 1": lambda scored: count_one(scored.best),
    "perfect links, count = outlets": lambda scored: count_outlets(scored.best),
    "a claim a sentence, linked by equal words": lambda scored: equal_words(scored.export["reports"]),
    "a claim a sentence, patterns": lambda scored: patterns(scored.export["reports"]),
}

# Parts of the work that are measured against truth of their own.
PARTS: dict[str, Callable[[Path], Part]] = {
    "chains": chains.measured,
    "dates": dates.measured,
    "figures": figures.measured,
    "places": places.measured,
}


def main() -> int:
    """Runs everything; the exit code."""
    arguments = parsed(sys.argv[1:])
    say = Console(stderr=True).print
    simulate = partial(simulator.measured, arguments.full, arguments.keep)
    found = run(arguments.shared, timed=not arguments.scores_only, say=say, simulate=simulate)
    console = Console(width=None if sys.stdout.isatty() else 160)
    for table in results.tables(found):
        console.print(for_terminal(table))
    for line in found.left_out:
        console.print(f"Left out: {line}", markup=False)
    keep(found)
    wanted = floors.read()
    if arguments.raise_floors:
        wanted = floors.raised(wanted, found.scores())
        floors.FLOORS.write_text(floors.written(wanted), encoding="utf-8")
    undercut = floors.undercut(wanted, found.scores(), found.measured())
    for line in undercut:
        console.print(f"FLOOR UNDERCUT  {line}", markup=False)
    return 1 if undercut else 0


def parsed(arguments: list[str]) -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Score and time Stemma.")
    parser.add_argument(
        "--shared", type=Path, default=SHARED, help="folder with the gold stories (default: %(default)s)"
    )
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--full", action="store_true", help="simulate all stories, and the largest one")
    parser.add_argument("--keep", type=Path, help="folder in which readings of simulated reports are kept")
    parser.add_argument("--scores-only", action="store_true", help="measure no speed")
    return parser.parse_args(arguments)


def run(
    shared: Path, *, timed: bool, say: Callable[[str], None], simulate: Callable[[], Part] | None = None
) -> Results:
    """Scores and times all that is at hand. `simulate` measures on simulated stories."""
    left_out = []
    demo = demonstration()
    groups = [scored_group("demo", [demo], say)]
    stories = shared_stories(shared)
    if stories:
        groups.append(scored_group("gold", stories, say))
    else:
        left_out.append("the gold stories (no gold/dev under the shared folder); their floors are not judged")
    model = None
    parts: list[Part] = []
    if stories:
        say("measuring the language model")
        model = language.measured(shared)
        for name, measure_part in PARTS.items():
            say(f"measuring {name}")
            parts.append(measure_part(shared))
    if simulate:
        say("simulating stories")
        parts.append(simulate())
    else:
        left_out.append("the simulated stories, as asked")
    speed = None
    if timed:
        say("measuring speed")
        speed = timings(shared, demo, stories)
        if not stories:
            left_out.append(
                "real reports for the speed; the demonstration story, told again under other names, stands in"
            )
    else:
        left_out.append("speed and memory, as asked")
    return Results(tuple(groups), speed, tuple(left_out), model, tuple(parts))


def timings(shared: Path, demo: GoldStory, stories: list[GoldStory]) -> Speed:
    """The speed on the reports under `shared`, or on the demonstration story where there are none."""
    seeds = next((story for story in stories if story.name == "seeds"), demo)
    texts = shared_texts(shared) if stories else [report["text"] for report in traced(demo)["reports"]]
    found = measure(texts, seeds.paths)
    if stories:
        found.measured["after_language_share"] = shares.after_language(stories)
        found.measured["language_words_per_second"] = language.words_per_second(shared)
    return found


def scored_group(name: str, stories: list[GoldStory], say: Callable[[str], None]) -> Group:
    """Traces and scores a set of stories, with the other systems on the same stories."""
    scored = []
    for story in stories:
        say(f"tracing {story.name}")
        export = traced(story)
        scored.append(Scored(story, export, perfect(story.gold, texts_of(story.gold, export))))
    others = {
        system: pooled([score(each.story.gold, make(each)) for each in scored]).row()
        for system, make in SYSTEMS.items()
    }
    if name == "gold":
        others |= reference()
    return Group(name, {each.story.name: score(each.story.gold, each.export) for each in scored}, others)


def reference() -> dict[str, Row]:
    """What is known of the gold stories from elsewhere."""
    systems = tomllib.loads(REFERENCE.read_text(encoding="utf-8"))["system"]
    return {system.pop("name"): system for system in systems}


def keep(found: Results) -> None:
    """Writes `results.json` and `RESULTS.md`."""
    text = json.dumps(results.data(found), indent=2, ensure_ascii=False)
    (results.FOLDER / "results.json").write_text(text + "\n", encoding="utf-8")
    (results.FOLDER / "RESULTS.md").write_text(results.page(found), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
