"""From reports to annotated reports: words, sentences, names, and who is who."""

from stemma.language.annotate import annotate, warm

__all__ = ["annotate", "warm"]
