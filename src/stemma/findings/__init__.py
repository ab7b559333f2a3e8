"""What the story amounts to: claims with their counts, disagreements, omissions, timeline, parties, quotes, doubts."""

from stemma.findings.find import find

__all__ = ["find"]
