"""Who is given as whose word in a report: source, cue and content of every attribution."""

from stemma.attributions.attribute import attribute

__all__ = ["attribute"]
