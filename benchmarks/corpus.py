"""A hundred reports of about 700 words, for measuring speed: real text where there is some, else the demonstration
story told again and again under other names."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

NUMBER = 100
WORDS = 700
FIRST_DAY = date(2024, 3, 1)
VOWELS = "aeiou"
# A capitalised word inside a sentence is taken for a name.
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")


def shared_texts(shared: Path) -> list[str]:
    """The texts of all reports under `shared`, in the order of their paths."""
    paths = sorted((shared / "data" / "stories" / "clusters").glob("*/*.json"))
    return [str(json.loads(path.read_text(encoding="utf-8")).get("text") or "") for path in paths]


def renamed(text: str, times: int) -> str:
    """`text` with the vowels of its names moved on `times` places, so that a copy is about other people and places."""
    moved = VOWELS[times % 5 :] + VOWELS[: times % 5]
    names = {name: name[0] + name[1:].translate(str.maketrans(VOWELS, moved)) for name in NAME.findall(text)}
    return re.sub(r"[A-Z][a-z]+", lambda match: names.get(match.group(), match.group()), text)


def reports(texts: list[str]) -> Iterator[str]:
    """Texts of about `WORDS` words without end: whole paragraphs in order, then again under other names."""
    kept: list[str] = []
    length = 0
    if not any(text.split() for text in texts):
        raise ValueError("no text to make reports of")
    for paragraph in (part for times in count() for text in texts for part in renamed(text, times).splitlines()):
        kept.append(paragraph)
        length += len(paragraph.split())
        if length >= WORDS:
            yield "\n".join(kept)
            kept, length = [], 0


def write(texts: Iterable[str], folder: Path, number: int = NUMBER) -> list[Path]:
    """Writes `number` reports made of `texts` as JSON files into `folder`; their paths in order."""
    paths = []
    for place, text in enumerate(islice(reports(list(texts)), number)):
        report = {
            "title": f"Report {place}: " + " ".join(text.split()[:8]),
            "text": text,
            "outlet": f"Outlet {place}",
            "published": (FIRST_DAY + timedelta(days=place // 10)).isoformat(),
            "url": f"https://outlet{place}.example/news/{place}",
        }
        path = folder / f"report-{place:03}.json"
        path.write_text(json.dumps(report), encoding="utf-8")
        paths.append(path)
    return paths
