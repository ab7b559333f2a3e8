"""Mentions that somebody makes by confirming or denying what was said before: "police confirmed this"."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.claims.chains import chain, holding
from stemma.model import Attribution, Commitment, Mention, Strength

LEAST_COVERED = 0.6  # Share of a mention that must be what is answered, for the answer to be about it.

_ANSWERED: dict[Strength, Commitment] = {"denies": "denied"}


def with_answers(mentions: Sequence[Mention], attributions: tuple[Attribution, ...]) -> list[Mention]:
    """The mentions of one report, and for each answer one more of every claim that it answers: the same stretch, on the
    word of whoever confirms or denies it. Their ids go on from those given."""
    found = list(mentions)
    for answer in attributions:
        for mention in mentions if answer.about else ():
            if mention.stance == "claim" and _covered(mention, answer) >= LEAST_COVERED:
                found.append(_answered(mention, answer, attributions, len(found)))
    return found


def _answered(mention: Mention, answer: Attribution, attributions: tuple[Attribution, ...], number: int) -> Mention:
    around = holding(answer.cue, attributions) if answer.cue else ()
    return replace(
        mention,
        id=f"{mention.report}.m{number}",
        chain=chain((*around, answer)),
        attribution=answer.id,
        quoted=False,
        headline=False,
        strength=answer.strength,
        commitment=_ANSWERED.get(answer.strength, mention.commitment),
    )


def _covered(mention: Mention, answer: Attribution) -> float:
    shared = sum(max(0, min(mention.end, span.end) - max(mention.start, span.start)) for span in answer.about)
    return shared / max(1, mention.end - mention.start)
