"""From reports to annotated reports: words, sentences, names, and who is who."""

from stemma.language.annotate import annotate, lacks, pipeline, warm
from stemma.language.embed import with_vectors

__all__ = ["annotate", "lacks", "pipeline", "warm", "with_vectors"]
