"""A newsroom of newsrooms: the state while the texts of one event are made."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from benchmarks.simulator.noise import Noise
from benchmarks.simulator.parts import Text
from benchmarks.simulator.pool import Fact, Pool
from benchmarks.simulator.world import World


@dataclass(slots=True)
class Desk:
    """What exists so far: the texts, the wordings that somebody has used, who has found out what
    nobody else knows, and which publisher an outlet belongs to."""

    rng: Random
    world: World
    pool: Pool
    noise: Noise
    outlets: list[str]
    clock: datetime
    texts: list[Text] = field(default_factory=list)
    used: dict[str, set[str]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)

    def chance(self, probability: float) -> bool:
        """Whether something of that probability happens."""
        return self.rng.random() < probability

    def fresh(self, fact: Fact) -> str:
        """A wording of the fact that nobody has used, now used; empty where there is none left."""
        used = self.used.setdefault(fact.id, set())
        left = [wording for wording in fact.say if wording not in used]
        if not left:
            return ""
        wording = self.rng.choice(left)
        used.add(wording)
        return wording

    def unsaid(self) -> float:
        """The share of all wordings that nobody has used yet."""
        total = sum(len(fact.say) for fact in self.world.kind.facts)
        return 1 - sum(len(self.used.get(fact.id, ())) for fact in self.world.kind.facts) / total

    def outlet(self) -> str:
        """An outlet that has published nothing yet."""
        return self.outlets.pop()

    def sister(self, outlet: str) -> str:
        """An outlet that carries the other's texts: of the same publisher mostly, else one that carries anybody's."""
        new = self.outlet()
        publisher = self.families.setdefault(outlet, self.rng.choice(self.pool.names["publishers"]))
        self.families[new] = publisher if self.chance(0.7) else self.rng.choice(self.pool.names["transport"])
        return new

    def moment(self) -> datetime:
        """When the next text is published."""
        self.clock += timedelta(minutes=1 + round(self.rng.expovariate(1 / (60 * self.noise.gap))))
        return self.clock

    def name(self) -> str:
        """The id of the next text."""
        return f"{self.world.number}.{len(self.texts)}"

    def earlier(self, roles: Sequence[str], *, lost: bool = False) -> list[Text]:
        """The texts so far of these kinds, those that are not among the reports only if `lost`."""
        return [text for text in self.texts if text.role in roles and (lost or not text.lost)]
