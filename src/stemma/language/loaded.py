"""What reading needs, loaded when this module is imported: processes forked after that share the memory.

Loaded only, not used: what has been at work may hold threads, which a fork leaves behind."""

import gc

from stemma.language.annotate import pipeline
from stemma.language.tables import known
from stemma.language.vectors import encoder

pipeline()
known()
encoder()
gc.collect()
gc.freeze()  # The collector would write to every object, and so part the memory again.
