"""Where the reports of a story differ, and how."""

from stemma.findings.disagreements.disagree import disagreements

__all__ = ["disagreements"]
