"""The family tree of the reports: who cites, credits or copies whom, where it loops, and which ancestors are lost."""

from stemma.lineage.descend import descend
from stemma.lineage.evidence import ALL, EvidenceKind

__all__ = ["ALL", "EvidenceKind", "descend"]
