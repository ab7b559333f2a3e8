"""What a report states: one mention for each stretch that states one thing."""

from stemma.claims.state import state

__all__ = ["state"]
