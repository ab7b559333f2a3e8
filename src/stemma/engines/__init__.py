"""Where the work runs: in this process or in a pool of processes."""

from stemma.engines.run import run

__all__ = ["run"]
