"""The trace that a perfect system would give."""

from pathlib import Path

from benchmarks.matching import locate
from benchmarks.shapes import Export, Gold, GoldQuote, Place


def perfect(gold: Gold, texts: dict[str, str]) -> Export:
    """The trace that a perfect system would export; `texts` holds each report's text by its id. ValueError where a
    quote does not stand in its report."""

    def place(side: GoldQuote) -> Place:
        span = locate(side["quote"], texts[side["report"]])
        if span is None:
            raise ValueError(f"not in {side['report']}: {side['quote']}")
        return {"report": side["report"], "start": span[0], "end": span[1]}

    return {
        "reports": [
            {"id": report["id"], "file": report["file"], "text": texts[report["id"]], "outlet": report["outlet"]}
            for report in gold["reports"]
        ],
        "claims": [
            {
                "id": claim["id"],
                "statement": claim["statement"],
                "independent": claim["independent"],
                "origins": claim["origins"],
                "mentions": [
                    {**place(mention), "chain": [{"name": name} for name in mention["chain"]]}
                    for mention in claim["mentions"]
                ],
            }
            for claim in gold["claims"]
        ],
        "lineage": [{"from": edge["from"], "to": edge["to"], "kind": edge["kind"]} for edge in gold["lineage"]],
        "disagreements": [
            {"kind": entry["kind"], "about": entry["about"], "sides": [place(side) for side in entry["sides"]]}
            for entry in gold["disagreements"]
        ],
    }


def texts_of(gold: Gold, export: Export) -> dict[str, str]:
    """Each report's text as Stemma read it, by the gold report's id."""
    by_stem = {Path(report["file"]).stem: report["text"] for report in export["reports"]}
    return {report["id"]: by_stem[Path(report["file"]).stem] for report in gold["reports"]}
