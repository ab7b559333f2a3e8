"""Resting on others: copies with cuts, other words and errors, citations, and what is told again without saying so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.simulator.desk import Desk
from benchmarks.simulator.numerals import in_words, rounded
from benchmarks.simulator.parts import Mode, Paragraph, Telling, Text, Variants
from benchmarks.simulator.pool import Fact
from benchmarks.simulator.wording import drawn, redrawn, template
from benchmarks.simulator.world import DAYS

SWAPPED, REFRAMED = 0.5, 0.5  # How often one who rewords takes a synonym that fits, and another frame.
FRESHLY = 0.5  # How often one who cites puts it in words of his own, where there are any.
COMMON = 0.7  # A fact that so many tell in their own voice is known to everybody.
TWICE = 0.6  # How often one who cites a citation says so.
_HEDGED = re.compile(r"(?:about|around|least|most|than|nearly|over|from|some|to|almost) \{(\w+)\}")


def errors(desk: Desk, paragraphs: Sequence[Paragraph]) -> Variants:
    """The errors that a writer makes in what he takes over: for a whole text the same."""
    noise, world = desk.noise, desk.world
    told = [telling for paragraph in paragraphs for telling in paragraph.tellings]
    slots = sorted({slot for telling in told for slot in re.findall(r"\{(\w+)\}", telling.wording)})
    found: list[tuple[str, str]] = []
    names = [slot for slot in slots if slot in world.people]
    names += sorted({f"party:{telling.source}" for telling in told if telling.naming == "person"})
    if names and desk.chance(noise.misspelt):
        name = desk.rng.choice(names)
        right = world.parties[name[6:]].person if name.startswith("party:") else world.values[name]
        found.append((name, misspelt(desk, right)))
    figures = [slot for slot in slots if slot in world.figures]
    if figures and desk.chance(noise.wrong_figure):
        slot = desk.rng.choice(figures)
        found.append((slot, wrong_figure(desk, world.figures[slot])))
    if "day" in slots and desk.chance(noise.wrong_day):
        found.append(("day", DAYS[(DAYS.index(world.values["day"]) + desk.rng.choice((1, 6))) % 7]))
    return tuple(found)


def misspelt(desk: Desk, name: str) -> str:
    """The name with one letter of the surname wrong."""
    given, _, surname = name.rpartition(" ")
    at = desk.rng.randrange(1, len(surname) - 1)
    letter = surname[at]
    other = desk.rng.choice([each for each in ("aeiou" if letter in "aeiou" else "lnrst") if each != letter])
    return f"{given} {surname[:at]}{other}{surname[at + 1 :]}"


def wrong_figure(desk: Desk, right: int) -> str:
    """The figure with two digits turned round, or plainly another one."""
    digits = str(right)
    turned = int(digits[:-2] + digits[-1] + digits[-2]) if len(digits) > 1 and digits[-1] != "0" else right
    if abs(turned - right) * 10 < right or turned * 10 < right:
        turned = right + max(2, right * desk.rng.choice((3, 4, 6)) // 10)
    return f"{turned:,}"


@dataclass(frozen=True, slots=True)
class Manner:
    """How one copies: the share of paragraphs that he rewords, the errors that he makes, and whether he is `open` about
    it; one who is not leaves out whose reporter it was."""

    share: float
    wrong: Variants
    open: bool


def taken(desk: Desk, parent: Text, numbers: Sequence[int], manner: Manner) -> list[Paragraph]:
    """Those paragraphs of `parent`, copied in that manner."""
    found = []
    for at in numbers:
        original = parent.paragraphs[at]
        rewords = bool(original.tellings) and desk.chance(manner.share)
        told = [reworded(desk, each) if rewords else each for each in original.tellings]
        tellings = tuple(erring(each if manner.open else anonymous(desk, each), manner.wrong) for each in told)
        mode: Mode = "reworded" if rewords else "copied"
        found.append(Paragraph(tellings, "" if rewords else original.tail, parent.id, at, mode))
    return found


def anonymous(desk: Desk, telling: Telling) -> Telling:
    """The telling without the outlet that it was told to."""
    frames = desk.pool.phrases.get(telling.form, ())
    if not frames or "{O}" not in frames[telling.frame]:
        return telling
    silent = [number for number, frame in enumerate(frames) if "{O}" not in frame]
    if silent:
        return replace(telling, frame=silent[0])
    return replace(telling, form="own", frame=0, source="", naming="")


def erring(telling: Telling, wrong: Variants) -> Telling:
    """The telling with those of the errors that touch it; an error of the original stays."""
    held = {name for name, _ in telling.variants}
    touched = tuple((name, value) for name, value in wrong if name not in held and _touches(telling, name))
    return replace(telling, variants=telling.variants + touched) if touched else telling


def _touches(telling: Telling, name: str) -> bool:
    return f"{{{name}}}" in telling.wording or (telling.naming == "person" and name == f"party:{telling.source}")


def reworded(desk: Desk, telling: Telling) -> Telling:
    """The telling in nearly the same words. A quotation keeps its own."""
    rng, noise = desk.rng, desk.noise
    frames = desk.pool.phrases.get(telling.form, ())
    frame = rng.randrange(len(frames)) if frames and desk.chance(REFRAMED) else telling.frame
    if telling.form == "quote":
        return replace(telling, frame=frame)
    choices = redrawn(rng, template(telling.wording), telling.choices, noise.reworded)
    swaps = tuple(
        number
        for number, (old, _) in enumerate(desk.pool.swaps)
        if re.search(rf"\b{old}\b", telling.wording) and desk.chance(SWAPPED)
    )
    new = replace(telling, frame=frame, choices=choices, swaps=swaps, variants=_rounded(desk, telling))
    bare = telling.form in ("said", "told", "added") and "{S}" not in telling.wording
    if bare and desk.world.fact(telling.fact).own and desk.chance(noise.bare):
        return replace(new, form="own", frame=0, source="", naming="")
    return new


def _rounded(desk: Desk, telling: Telling) -> Variants:
    """The telling's variants, and perhaps a figure rounded or written out."""
    held = {name for name, _ in telling.variants} | set(_HEDGED.findall(telling.wording))
    found = list(telling.variants)
    for slot in dict.fromkeys(re.findall(r"\{(\w+)\}", telling.wording)):
        if slot in desk.world.figures and slot not in held and desk.chance(desk.noise.rounded):
            number = desk.world.figures[slot]
            found.append((slot, in_words(number) if number < 100 and desk.chance(0.5) else rounded(number)))
    return tuple(found)


def cited(desk: Desk, parent: Text, at: int, telling: Telling) -> Paragraph:
    """A telling of `parent` on that text's word, in other words."""
    rng, fact = desk.rng, desk.world.fact(telling.fact)
    new = replace(telling, choices=redrawn(rng, template(telling.wording), telling.choices, 0.8), beside="")
    wording = desk.fresh(fact) if desk.chance(FRESHLY) else ""
    if wording:
        new = replace(new, wording=wording, choices=drawn(rng, template(wording)), variants=_kept(telling, wording))
    form, via = "cited", [parent.outlet]
    named = telling.source and desk.world.name(telling.source, telling.naming)
    if telling.via and not telling.form.startswith("cited_source") and desk.chance(TWICE):
        form, via = "cited_twice", [parent.outlet, telling.via[0]]
    elif named and not telling.via and not desk.chance(desk.noise.unlinked_source):
        form = "cited_source"
    source, naming = (telling.source, telling.naming) if form == "cited_source" else ("", telling.naming)
    frame = rng.randrange(len(desk.pool.phrases[form]))
    new = replace(new, form=form, frame=frame, via=tuple(via), source=source, naming=naming if source else "")
    return Paragraph((new,), "", parent.id, at, "cited")


def retold(desk: Desk, parent: Text, at: int, telling: Telling) -> Paragraph | None:
    """A telling of `parent` in words of one's own without saying whose it is; None where there are no words left."""
    wording = desk.fresh(desk.world.fact(telling.fact))
    if not wording:
        return None
    choices = drawn(desk.rng, template(wording))
    return Paragraph(
        (replace(telling, wording=wording, choices=choices, variants=_kept(telling, wording)),),
        "",
        parent.id,
        at,
        "retold",
    )


def _kept(telling: Telling, wording: str) -> Variants:
    """The errors that another wording shows too."""
    return tuple((name, value) for name, value in telling.variants if f"{{{name}}}" in wording)


def citable(desk: Desk, text: Text) -> list[tuple[int, Telling]]:
    """What others can cite a text for: its own reporting and what it cites others for itself."""
    return [
        (at, telling)
        for at, paragraph in enumerate(text.paragraphs)
        for telling in paragraph.tellings
        if telling.form != "quote"
        and paragraph.mode in ("own", "cited")
        and _worth_citing(desk.world.fact(telling.fact))
    ]


def _worth_citing(fact: Fact) -> bool:
    """Nobody cites another for what everybody knows, or for a public act or denial."""
    return not fact.act and fact.kind != "denial" and fact.own < COMMON
