"""A small gold story, written for these tests, and a trace of it with known faults."""

from benchmarks.shapes import Export, Gold, Mention

TEXTS = {
    "r1": (
        "Bridge closed\nThe old bridge at Velm was closed on Monday. Mayor Ina Roth said 40 people were moved. "
        "Engineers feared a collapse, according to the Velm Courier, citing two inspectors."
    ),
    "r2": "Velm bridge shut\nVelm’s old bridge has been shut. About 30 people were moved, Roth said.",
}
GOLD: Gold = {
    "story": "velm",
    "reports": [
        {"id": "r1", "file": "harbour.txt", "outlet": "Harbour Post"},
        {"id": "r2", "file": "coast.html", "outlet": "Coast Daily"},
    ],
    "claims": [
        {
            "id": "c1",
            "statement": "The old bridge was closed.",
            "mentions": [
                {"report": "r1", "quote": "The old bridge at Velm was closed on Monday", "chain": []},
                {"report": "r2", "quote": "Velm's old bridge has been shut", "chain": []},
            ],
            "origins": [{"name": "Harbour Post", "mentions": ["r1", "r2"]}],
            "independent": [1, 2],
        },
        {
            "id": "c2",
            "statement": "People were moved.",
            "mentions": [
                {"report": "r1", "quote": "40 people were moved", "chain": ["Mayor Ina Roth"]},
                {"report": "r2", "quote": "About 30 people were moved", "chain": ["Ina Roth"]},
            ],
            "origins": [{"name": "Ina Roth", "mentions": ["r1", "r2"]}],
            "independent": [1, 1],
        },
        {
            "id": "c3",
            "statement": "Engineers feared a collapse.",
            "mentions": [
                {"report": "r1", "quote": "Engineers feared a collapse", "chain": ["Velm Courier", "two inspectors"]},
            ],
            "origins": [{"name": "two inspectors", "mentions": ["r1"]}],
            "independent": [1, 1],
        },
    ],
    "disagreements": [
        {
            "kind": "figure",
            "about": "people moved",
            "sides": [{"report": "r1", "quote": "40 people"}, {"report": "r2", "quote": "About 30 people"}],
        }
    ],
    "lineage": [
        {"from": "r1", "to": "Velm Courier", "kind": "cites"},
        {"from": "r2", "to": "r1", "kind": "reuses"},
    ],
}


def mention(report: str, words: str, *chain: str) -> Mention:
    """A traced mention of the words, in the report that was read from the gold report's file."""
    start = TEXTS[report].index(words)
    return {
        "report": f"t-{report}",
        "start": start,
        "end": start + len(words),
        "chain": [{"name": name} for name in chain],
    }


def faulty() -> Export:
    """A trace with five faults: one chain that should be empty, one mention missing, one link too many, one count too
    low, and one edge that leads to the wrong parent."""
    place, other = mention("r1", "40 people"), mention("r2", "30 people were moved")
    return {
        "reports": [
            {"id": "t-r1", "file": "harbour.txt", "text": TEXTS["r1"], "outlet": "Harbour Post"},
            {"id": "t-r2", "file": "coast.html", "text": TEXTS["r2"], "outlet": "Coast Daily"},
        ],
        "claims": [
            {
                "id": "A",
                "statement": "The old bridge at Velm was closed on Monday.",
                "independent": [1, 1],
                "mentions": [
                    mention("r1", "The old bridge at Velm was closed on Monday."),
                    mention("r2", "Velm’s old bridge has been shut.", "Roth"),
                ],
                "origins": [{"name": "Roth", "mentions": ["t-r1", "t-r2"]}],
            },
            {
                "id": "B",
                "statement": "40 people were moved.",
                "independent": [1, 1],
                "mentions": [
                    mention("r1", "40 people were moved.", "Ina Roth"),
                    mention("r1", "Engineers feared a collapse", "the Velm Courier", "two inspectors"),
                ],
                "origins": [{"name": "Ina Roth", "mentions": ["t-r1"]}],
            },
        ],
        "lineage": [
            {"from": "t-r1", "to": "The Velm Courier", "kind": "cites"},
            {"from": "t-r2", "to": "Velm Courier", "kind": "cites"},
        ],
        "disagreements": [
            {
                "kind": "figure",
                "about": "people moved",
                "sides": [
                    {"report": place["report"], "start": place["start"], "end": place["end"]},
                    {"report": other["report"], "start": other["start"], "end": other["end"]},
                ],
            }
        ],
    }
