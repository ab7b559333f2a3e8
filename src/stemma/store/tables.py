"""Which type stands in which table. The columns are in `migrations/`; a test holds the two together."""

from dataclasses import dataclass, field, fields
from typing import Any

from stemma.model import (
    Ancestor,
    Attribution,
    Block,
    Branch,
    Claim,
    Credit,
    Disagreement,
    Doubt,
    Edge,
    Entity,
    Event,
    Excerpt,
    Family,
    Figure,
    Hop,
    Hyperlink,
    Link,
    Mention,
    Name,
    Numbers,
    Omission,
    Origin,
    Party,
    Passage,
    Pivot,
    Place,
    Quote,
    Report,
    Role,
    Side,
    Source,
    Span,
    When,
)
from stemma.store.rows import Shape, shape_of, shape_of_value


@dataclass(frozen=True, slots=True)
class Table:
    """A table of values: the columns that say whose they are (`owner`), their place in the list (`position`, unless
    they stand in no list), their own columns, and the fields that stand in tables of their own (`children`).

    `key` is the column by which the children name their owner: the field of that name, or the position. `inherited` are
    the fields that say the same as an owner column (the `report` of a Mention), and are kept once.
    """

    name: str
    shape: Shape
    owner: tuple[str, ...] = ()
    key: str = "position"
    listed: bool = True
    children: dict[str, "Table"] = field(default_factory=dict)
    inherited: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, in the order in which rows are written and read."""
        place = ("position",) if self.listed else ()
        return (*self.owner, *place, *(column.name for column in self.shape.columns))


def _table(name: str, kind: type, owner: tuple[str, ...] = (), key: str = "position", **children: Table) -> Table:
    inherited = tuple(each.name for each in fields(kind) if each.name in owner)
    return Table(name, shape_of(kind, (*children, *inherited)), owner, key, True, children, inherited)


def _values(name: str, column: str, owner: tuple[str, ...] = (), hint: Any = str) -> Table:
    return Table(name, shape_of_value(column, hint), owner)


_REPORT, _ATTRIBUTION, _MENTION = ("report",), ("report", "attribution"), ("report", "mention")
_CLAIM = ("claim",)

_IN_REPORT = {
    "blocks": _table("block", Block, _REPORT),
    "credits": _table("credit", Credit, _REPORT),
    "hyperlinks": _table("hyperlink", Hyperlink, _REPORT),
}
# Reports stand in no list: their order is that of date and id.
REPORT = Table("report", shape_of(Report, tuple(_IN_REPORT)), (), "id", False, _IN_REPORT)

# The fields of a Reading beside its report.
IN_READING = {
    "entities": _table("entity", Entity, _REPORT, "number", roles=_table("role", Role, ("report", "entity"))),
    "names": _table("name", Name, _REPORT),
    "attributions": _table(
        "attribution",
        Attribution,
        _REPORT,
        "id",
        contents=_table("attribution_content", Span, _ATTRIBUTION),
        cites=_table("attribution_cite", Source, _ATTRIBUTION),
    ),
    "mentions": _table(
        "mention",
        Mention,
        _REPORT,
        "id",
        chain=_table("hop", Hop, _MENTION),
        figures=_table("figure", Figure, _MENTION),
        dates=_table("date", When, _MENTION),
        places=_table("place", Place, _MENTION),
    ),
}

IN_LINKS = {
    "links": _table("link", Link),
    "groups": _values("link_group", "mentions", hint=tuple[str, ...]),
}

IN_STEMMA = {
    "edges": _table("edge", Edge, passages=_table("passage", Passage, ("edge",))),
    "loops": _values("loop", "reports", hint=tuple[str, ...]),
    "doubtful": _table("doubtful_edge", Edge, passages=_table("doubtful_passage", Passage, ("edge",))),
    "tree": _table("branch", Branch),
    "families": _table("family", Family),
    "ancestors": _table("ancestor", Ancestor, evidence=_table("ancestor_evidence", Excerpt, ("ancestor",))),
}

NUMBERS = Table("numbers", shape_of(Numbers), listed=False)

# The fields of Findings beside its numbers.
IN_FINDINGS = {
    "claims": _table(
        "claim",
        Claim,
        (),
        "id",
        mentions=_values("claim_mention", "mention", _CLAIM),
        origins=_table("origin", Origin, _CLAIM, mentions=_values("origin_mention", "mention", ("claim", "origin"))),
        reasons=_values("claim_reason", "reason", _CLAIM),
        pivots=_table("claim_pivot", Pivot, _CLAIM),
    ),
    "disagreements": _table("disagreement", Disagreement, sides=_table("side", Side, ("disagreement",))),
    "omissions": _table("omission", Omission),
    "timeline": _table("event", Event),
    "parties": _table("party", Party, roles=_table("party_role", Excerpt, ("party",))),
    "quotes": _table("quote", Quote, copies=_table("quote_copy", Excerpt, ("quote",))),
    "doubts": _table("doubt", Doubt),
}

CONCLUSIONS = (*IN_LINKS.values(), *IN_STEMMA.values(), NUMBERS, *IN_FINDINGS.values())
