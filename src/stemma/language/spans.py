"""Names from the network's labels."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from stemma.language.network import Array, Network


@dataclass(frozen=True, slots=True)
class Named:
    """Words `[first, last)` that name something; `sure` is the mean chance of its kind over them."""

    first: int
    last: int
    kind: str
    sure: float


def names(network: Network, states: Mapping[str, Array]) -> list[Named]:
    """The names in order, none overlapping. A name is a run of words that are more likely inside one than outside, cut
    where a beginning is likelier than going on; its kind is what its words together make likeliest."""
    labels: list[str] = network.labels["names"]
    kinds = [label[2:] for label in labels[1::2]]
    chances = softmax(states["names"])
    begins, goes_on = chances[:, 1::2], chances[:, 2::2]
    inside = begins.sum(1) + goes_on.sum(1) > chances[:, 0]
    fresh = begins.sum(1) >= goes_on.sum(1)
    by_kind = begins + goes_on
    found: list[Named] = []
    place = 0
    while place < len(inside):
        if not inside[place]:
            place += 1
            continue
        last = place + 1
        while last < len(inside) and inside[last] and not fresh[last]:
            last += 1
        means = by_kind[place:last].mean(0)
        best = int(means.argmax())
        found.append(Named(place, last, kinds[best], float(means[best])))
        place = last
    return found


def softmax(logits: Array) -> Array:
    """Chances over the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    chances: Array = raised / raised.sum(-1, keepdims=True)
    return chances
