"""The demonstration story and its truth agree: quotes, names, counts, and each ingredient the story is there for."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest
from lxml import html

EXAMPLES = files("stemma.examples")
STORY = EXAMPLES / "story"
DISAGREEMENTS = {"denial", "polarity", "update", "figure", "date", "place", "identity", "modality", "scope"}
EDGES = {"cites", "reuses", "credits"}


@cache
def truth() -> Any:
    return json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))


def raw(file: str) -> str:
    return (STORY / file).read_text(encoding="utf-8")


@cache
def paragraphs(report: str) -> tuple[str, ...]:
    """The report's title and paragraphs; a page's are its first heading and its `p` elements."""
    file = next(r["file"] for r in truth()["reports"] if r["id"] == report)
    if file.endswith(".html"):
        page = html.document_fromstring(raw(file).encode(), parser=html.HTMLParser(encoding="utf-8"))
        return tuple("".join(map(str, element.itertext())) for element in page.iter("h1", "p"))
    if file.endswith(".json"):
        body = json.loads(raw(file))
        return (body["title"], *body["text"].split("\n"))
    return tuple(raw(file).split("\n"))


@cache
def everything(report: str) -> str:
    """All words of the report, page furniture included."""
    file = next(r["file"] for r in truth()["reports"] if r["id"] == report)
    if not file.endswith(".html"):
        return "\n".join(paragraphs(report))
    page = html.document_fromstring(raw(file).encode(), parser=html.HTMLParser(encoding="utf-8"))
    return "".join(map(str, page.itertext()))


def excerpts(node: Any) -> Iterator[tuple[str, str]]:
    """Every (report, quote) below a node of the truth, boilerplate left out."""
    if isinstance(node, list):
        for item in node:
            yield from excerpts(item)
    elif isinstance(node, dict):
        if "quote" in node:
            yield node.get("report") or node["from"], node["quote"]
        for key, value in node.items():
            if key != "boilerplate":
                yield from excerpts(value)


def claim(fragment: str) -> Any:
    (found,) = [c for c in truth()["claims"] if fragment in c["statement"]]
    return found


def disagreement(kind: str, fragment: str) -> Any:
    (found,) = [d for d in truth()["disagreements"] if d["kind"] == kind and fragment in d["about"]]
    return found


def edges() -> set[tuple[str, str, str]]:
    return {(e["from"], e["to"], e["kind"]) for e in truth()["lineage"]}


def ids() -> set[str]:
    return {r["id"] for r in truth()["reports"]}


def shingles(report: str) -> set[tuple[str, ...]]:
    words = " ".join(paragraphs(report)).split()
    return set(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))


def test_each_quote_stands_in_one_paragraph_of_its_report() -> None:
    quotes = list(excerpts(truth()))
    assert len(quotes) > 80
    for report, quote in quotes:
        assert any(quote in paragraph for paragraph in paragraphs(report)), (report, quote)


def test_every_file_is_a_report_and_every_report_a_file() -> None:
    listed = [r["file"] for r in truth()["reports"]]
    assert sorted(listed) == sorted(entry.name for entry in STORY.iterdir())
    assert len(ids()) == len(listed)


def test_pages_texts_and_a_record_are_all_there() -> None:
    endings = [r["file"].rsplit(".", 1)[1] for r in truth()["reports"]]
    assert {ending: endings.count(ending) for ending in set(endings)} == {"html": 7, "txt": 6, "json": 1}


@pytest.mark.parametrize("report", sorted(ids()))
def test_reports_have_the_length_of_news(report: str) -> None:
    assert 150 <= len(" ".join(paragraphs(report)).split()) <= 600


def test_pages_give_the_day_with_its_time_and_zone() -> None:
    for report in truth()["reports"]:
        if report["file"].endswith(".html"):
            stamp = f'"datePublished":"{report["published"]}T'
            page = raw(report["file"]).replace('": "', '":"')
            assert stamp in page
            moment = page.split(stamp)[1].split('"')[0]
            assert moment.endswith("Z") or "+" in moment


def test_reports_named_anywhere_are_known() -> None:
    named = {report for report, _ in excerpts(truth())}
    named |= {report for c in truth()["claims"] for o in c["origins"] for report in o["mentions"]}
    named |= {report for key in ("copies", "loops") for group in truth()[key] for report in group}
    named |= {e["report"] for key in ("omissions", "boilerplate") for e in truth()[key]}
    named |= {e["to"] for e in truth()["lineage"]}
    assert named == ids()


@pytest.mark.parametrize("entry", truth()["claims"], ids=lambda c: str(c["id"]))
def test_origins_cover_just_the_reports_that_state_the_claim(entry: Any) -> None:
    stating = {m["report"] for m in entry["mentions"]}
    assert {report for o in entry["origins"] for report in o["mentions"]} == stating
    low, high = entry["independent"]
    assert 1 <= low <= high
    assert high <= len(entry["origins"])
    assert entry["why"].endswith(".")


def test_claims_are_enough_and_widely_shared() -> None:
    sizes = [len({m["report"] for m in c["mentions"]}) for c in truth()["claims"]]
    assert 8 <= len(sizes) <= 12
    assert sum(size >= 3 for size in sizes) * 2 >= len(sizes)
    assert len({c["id"] for c in truth()["claims"]}) == len(sizes)


def test_kinds_are_those_of_the_model() -> None:
    assert {d["kind"] for d in truth()["disagreements"]} <= DISAGREEMENTS
    assert {e["kind"] for e in truth()["lineage"]} <= EDGES


def test_three_prints_of_the_agency() -> None:
    assert {("r2", "r1", "credits"), ("r3", "r1", "credits"), ("r4", "r1", "reuses")} <= edges()
    assert ["r1", "r2", "r3", "r4"] in truth()["copies"]
    assert "(MNA)" in everything("r2")
    assert "MNA" not in everything("r4")
    assert "Meridian" not in everything("r4")


def test_the_prints_are_cut_near_verbatim_and_reworded() -> None:
    wire = shingles("r1")
    shared = {report: len(shingles(report) & wire) / len(shingles(report)) for report in ("r2", "r3", "r4")}
    assert shared["r2"] > 0.7
    assert shared["r4"] > 0.7
    assert shared["r3"] < 0.3
    assert len(shingles("r2") & wire) < len(wire) / 2


def test_texts_that_are_no_prints_share_little() -> None:
    distinct = sorted(ids() - {"r2", "r3", "r4"})
    for left, right in combinations(distinct, 2):
        smaller = min(len(shingles(left)), len(shingles(right)))
        assert len(shingles(left) & shingles(right)) / smaller < 0.2, (left, right)


def test_a_report_cites_one_that_cites_the_agency() -> None:
    assert {("r7", "r6", "cites"), ("r6", "r1", "cites")} <= edges()
    chains = {m["report"]: m["chain"] for m in claim("650 tonnes")["mentions"]}
    assert chains["r7"] == ["Maravel Evening Post", "Meridian News Agency"]
    assert chains["r6"][0] == "Meridian News Agency"


def test_the_loop_is_made_of_citations() -> None:
    assert truth()["loops"] == [["r8", "r9"]]
    assert {("r8", "r9", "cites"), ("r9", "r8", "cites")} <= edges()
    updated = next(r for r in truth()["reports"] if r["id"] == "r8")["updated"]
    assert f'"dateModified": "{updated}T' in raw("radio-sandry.html")


def test_the_lost_ancestor_shares_errors_that_nobody_else_has() -> None:
    (ancestor,) = truth()["ancestors"]
    pair = set(ancestor["reports"])
    for reading in ancestor["readings"]:
        assert {report for report in ids() if reading["wrong"] in everything(report)} == pair
        assert {quote["report"] for quote in reading["quotes"]} == pair
        assert any(reading["others"] in everything(report) for report in ids() - pair)
    assert not [e for e in truth()["lineage"] if {e["from"], e["to"]} & pair]


def test_each_heir_of_the_lost_ancestor_has_readings_of_its_own() -> None:
    (ancestor,) = truth()["ancestors"]
    assert len(ancestor["separative"]) >= 2
    for reading in ancestor["separative"]:
        for quote in reading["quotes"]:
            assert [report for report in ids() if quote["quote"] in everything(report)] == [quote["report"]]


def test_a_lost_ancestor_counts_once() -> None:
    entry = claim("crew left")
    assert entry["independent"] == [2, 3]
    assert {"r13", "r14"} <= {m["report"] for m in entry["mentions"]}
    assert ["r13", "r14"] in [o["mentions"] for o in entry["origins"]]


def test_an_unnamed_group_is_one_origin_however_often_it_is_cited() -> None:
    entry = claim("had been warned")
    assert entry["independent"] == [1, 1]
    roots = {m["report"]: m["chain"][-1].lower() for m in entry["mentions"] if m["chain"] != ["Quayside Review"]}
    assert set(roots.values()) == {"three dock workers"}
    assert len(roots) == 5


def test_several_named_origins_and_ranges_occur() -> None:
    counts = [tuple(c["independent"]) for c in truth()["claims"]]
    assert {(1, 1), (1, 2), (2, 3), (3, 3)} == set(counts)
    assert [len(m["chain"]) for m in claim("two explosions")["mentions"]] == [1, 1, 1]


def test_a_public_act_told_by_many_counts_once() -> None:
    entry = claim("harbour master closed")
    assert entry["independent"] == [1, 1]
    assert len(entry["mentions"]) >= 9
    assert all(m["chain"] == [] for m in entry["mentions"])


def test_estimates_and_scopes_are_no_conflict() -> None:
    assert disagreement("figure", "tonnes")["conflict"] is False
    assert len(disagreement("figure", "tonnes")["sides"]) == 3
    assert disagreement("scope", "hospital")["conflict"] is False
    assert disagreement("figure", "moved out")["conflict"] is True


def test_figures_that_change_and_an_order_that_is_not_its_outcome() -> None:
    assert disagreement("update", "treated")["conflict"] is False
    assert disagreement("update", "firefighters")["conflict"] is False
    assert disagreement("modality", "told to leave")["conflict"] is False
    assert claim("were ordered to leave")["id"] != claim("crew left")["id"]


def test_the_denial_and_the_report_that_leaves_it_out() -> None:
    assert disagreement("denial", "warned")["conflict"] is True
    (omission,) = truth()["omissions"]
    denial = claim("No warning")
    assert omission["claim"] == denial["id"]
    assert omission["report"] not in {m["report"] for m in denial["mentions"]}
    assert omission["report"] in {m["report"] for m in claim("had been warned")["mentions"]}
    assert "denie" not in everything(omission["report"])


def test_the_four_numbers_follow_from_the_lists() -> None:
    numbers = truth()["numbers"]
    assert numbers["reports"] == len(ids())
    assert numbers["distinct"] == len(ids()) - sum(len(group) - 1 for group in truth()["copies"])
    assert numbers["own_sources"] == len(set(numbers["with_own_sources"]) & ids())
    assert numbers["origins"] == len(set(numbers["origin_names"]))


def test_page_furniture_stands_in_the_file_and_in_no_quote() -> None:
    quotes = set(excerpts(truth()))
    for line in truth()["boilerplate"]:
        assert line["quote"] in everything(line["report"]), line
        assert not [quote for report, quote in quotes if report == line["report"] and quote in line["quote"]]


def test_parties_are_named_in_the_reports_with_their_roles() -> None:
    words = "\n".join(everything(report) for report in sorted(ids()))
    for party in truth()["parties"]:
        assert party["name"] in words, party
        assert party["kind"] in {"person", "body"}
    assert len({p["name"] for p in truth()["parties"]}) == len(truth()["parties"])
