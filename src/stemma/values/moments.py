"""Which of two publications came first, as far as their dates tell."""

from datetime import datetime

from stemma.model import Dating


def later(new: Dating, old: Dating) -> bool:
    """Whether `new` was surely published after `old`: by the minute where both give one, else by whole days. A time
    without a zone is compared by the clock, since it can only mean the clock of the place."""
    if new.moment and old.moment:
        a, b = datetime.fromisoformat(new.moment), datetime.fromisoformat(old.moment)
        if a.tzinfo and b.tzinfo:
            return a > b
        return a.replace(tzinfo=None) > b.replace(tzinfo=None)
    return bool(new.earliest and old.latest and new.earliest > old.latest)
