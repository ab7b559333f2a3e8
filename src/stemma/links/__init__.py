"""Which mentions of different reports state the same claim, which differ and how, with the evidence for each."""

from stemma.links.link import link

__all__ = ["link"]
