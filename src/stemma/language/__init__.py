"""From reports to annotated reports: words, sentences, names, and who is who."""

from stemma.language.annotate import annotate, lacks, pipeline, warm

__all__ = ["annotate", "lacks", "pipeline", "warm"]
