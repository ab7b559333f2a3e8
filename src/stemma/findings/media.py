"""The story's own outlets among the hops of chains: one report alone does not tell that "Merrowick Today" is an outlet
and not a person called Merrowick, but another report of the story is published by it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from stemma.model import Hop, Mention, Report
from stemma.values.outlets import MEDIA


class Media:
    """The names of the story's outlets, by their first word."""

    def __init__(self, outlets: Iterable[str]) -> None:
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for outlet in sorted(outlets, key=lambda name: (-len(name), name)):
            self._by_word[_first(outlet)].append(outlet)

    def read(self, report: Report, mention: Mention) -> Mention:
        """`mention` of `report` with its hops that are outlets of the story as such."""
        chain = tuple(self._hop(report.text, hop) for hop in mention.chain)
        return mention if chain == mention.chain else replace(mention, chain=chain)

    def _hop(self, text: str, hop: Hop) -> Hop:
        if hop.kind in MEDIA:
            return hop
        for outlet in self._by_word.get(_first(hop.name), ()):
            start = hop.start + len("The ") * text.startswith(("The ", "the "), hop.start)
            bare = outlet.removeprefix("The ")
            if text.startswith(bare, start) and not text[start + len(bare) :][:1].isalnum():
                return replace(hop, name=outlet, kind="outlet")
        return hop


def _first(name: str) -> str:
    return next(iter(name.removeprefix("The ").removeprefix("the ").split()), "")
