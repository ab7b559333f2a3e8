"""Whether a name is a company's."""

from functools import cache
from importlib.resources import files

from stemma.values.names import fold, legal_forms, organisation_words

# Words that end the names of companies, unless a public body's word stands before ("Department of Energy").
_ENDINGS = frozenset(
    {
        "air",
        "airlines",
        "airways",
        "motors",
        "pharmaceuticals",
        "energy",
        "electric",
        "technologies",
        "holdings",
        "systems",
    }
)


def is_company(name: str) -> bool:
    """Whether `name` is a known company's, or holds a legal form ("Ltd"), or ends as only companies' names do."""
    words = fold(name).split()
    ends = bool(words) and words[-1] in _ENDINGS and not frozenset(words) & organisation_words()
    return fold(name) in known_companies() or bool(frozenset(words) & legal_forms()) or ends


@cache
def known_companies() -> frozenset[str]:
    """Names from `data/companies.txt`, folded."""
    lines = (files("stemma.values") / "data" / "companies.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
