"""The kinds of evidence that the lineage rests on: each can be left out, to see what it adds."""

from typing import Literal, get_args

EvidenceKind = Literal[
    "citations",  # an outlet, agency or journalist named as the source
    "credits",  # an agency in the dateline, byline or foot
    "hyperlinks",  # a link to another report
    "wording",  # passages shared word for word
    "rewording",  # passages shared nearly
    "errors",  # readings that few share against many
    "telling",  # the same choice of claims, in the same order
    "time",  # which was first
    "families",  # outlets that share copy
]
ALL: frozenset[EvidenceKind] = frozenset(get_args(EvidenceKind))
