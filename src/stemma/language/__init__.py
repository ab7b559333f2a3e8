"""From reports to annotated reports: words, sentences, names, and who is who."""

from stemma.language.annotate import annotate, lacks, pipeline, warm
from stemma.language.embed import with_vectors

LOADED = "stemma.language.loaded"  # The module that loads, when it is imported, what reading needs.

__all__ = ["LOADED", "annotate", "lacks", "pipeline", "warm", "with_vectors"]
