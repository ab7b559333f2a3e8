"""One SQLite file a story; the only place with SQL."""

from stemma.store.store import Store, open_story

__all__ = ["Store", "open_story"]
