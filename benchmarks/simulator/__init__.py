"""Simulated stories: invented reports of an invented event, with the truth about who has what from whom."""

from benchmarks.simulator.noise import Noise
from benchmarks.simulator.story import SimulatedStory, story

__all__ = ["Noise", "SimulatedStory", "story"]
