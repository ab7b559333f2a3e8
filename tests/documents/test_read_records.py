"""JSON: the usual names of fields, many reports in one file, and everything that can be broken."""

import json

import pytest

from stemma.documents import read
from stemma.model import File, Refusal, Report
from stemma.settings import DEFAULTS

TEXT = "The mill burned down on Friday.\n\nNobody was hurt, the fire brigade of the town said in the evening."


def outcomes(content: object, name: str = "mill.json") -> list[Report | Refusal]:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return list(read(File(f"in/{name}", "", raw), DEFAULTS))


def report(content: object) -> Report:
    (only,) = outcomes(content)
    assert isinstance(only, Report), only
    return only


@pytest.mark.parametrize("text", ["text", "content", "body", "maintext"])
@pytest.mark.parametrize("title", ["title", "headline"])
@pytest.mark.parametrize("url", ["url", "link"])
@pytest.mark.parametrize("published", ["date_publish", "published", "date", "date_published"])
@pytest.mark.parametrize("outlet", ["source_domain", "outlet", "source", "publisher"])
def test_fields_go_by_their_usual_names(text: str, title: str, url: str, published: str, outlet: str):
    found = report(
        {text: TEXT, title: "Mill burns", url: "https://a.example/1", published: "2018-02-05", outlet: "The Post"}
    )
    assert found.text == f"Mill burns\n{TEXT}"
    assert (found.title, found.url, found.outlet, found.file) == (
        "Mill burns",
        "https://a.example/1",
        "The Post",
        "mill.json",
    )
    assert (str(found.dating.earliest), found.dating.source) == ("2018-02-05", "given")


def test_the_text_is_changed_only_in_its_line_ends():
    text = "  It\u200bs a\u00a0\u201cmill\u201d &amp; a caf\u00c3\u00a9 of the town.\r\nIt burned.\rAll of it. "
    assert report({"title": " A  title ", "text": text}).text == " A  title \n" + text.replace("\r\n", "\n").replace(
        "\r", "\n"
    )
    assert report({"title": None, "text": TEXT}).text == TEXT


@pytest.mark.parametrize(
    ("given", "authors"),
    [
        ({"authors": ["Jane Doe", "John Roe"]}, ("Jane Doe", "John Roe")),
        ({"byline": "By Jane Doe and John Roe"}, ("Jane Doe", "John Roe")),
        ({"author": {"name": "Jane Doe"}}, ("Jane Doe",)),
        ({"authors": ["Jane Doe for Dailymail.com", "Senior Editor", "Published P.M. Et Dec."]}, ("Jane Doe",)),
        ({"authors": [], "byline": None}, ()),
    ],
)
def test_authors_as_list_line_or_object(given: dict[str, object], authors: tuple[str, ...]):
    assert report({"text": TEXT, **given}).authors == authors


def test_a_name_of_the_outlet_goes_before_a_domain():
    both = {"text": TEXT, "source_domain": "millpost.example"}
    assert report({**both, "outlet": "The Mill Post"}).outlet == "The Mill Post"
    assert report({**both, "outlet": "https://millpost.example"}).outlet == "millpost.example"
    assert report({**both, "publisher": {"name": "The Mill Post"}}).outlet == "The Mill Post"


def test_an_outlet_given_as_a_domain_gets_its_usual_name():
    assert report({"text": TEXT, "source_domain": "www.nytimes.com"}).outlet == "The New York Times"
    assert report({"text": TEXT, "source_domain": "uk.reuters.com"}).outlet == "Reuters"
    assert report({"text": TEXT, "source_domain": "www.millpost.example"}).outlet == "millpost.example"
    assert report({"text": TEXT, "url": "https://www.bbc.co.uk/news/1"}).outlet == "BBC"
    assert report({"text": TEXT}).outlet == ""


def test_broken_lines_cost_only_themselves():
    lines = [
        json.dumps({"text": TEXT}),
        "{broken",
        "",
        json.dumps({"title": "No text"}),
        json.dumps({"text": TEXT + " So."}),
    ]
    first, broken, without, last = outcomes("\n".join(lines).encode(), "mill.jsonl")
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert (first.file, last.file) == ("mill.jsonl:1", "mill.jsonl:5")
    assert isinstance(broken, Refusal)
    assert broken.file == "in/mill.jsonl:2"
    assert broken.reason.startswith("broken JSON: ")
    assert without == Refusal("in/mill.jsonl:4", "JSON without a text field")


def test_an_array_gives_its_items_and_a_json_file_may_hold_lines():
    assert [item.file for item in outcomes([{"text": TEXT}, 7])] == ["mill.json:1", "in/mill.json:2"]
    lines = json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT + " So."})
    assert [item.file for item in outcomes(lines.encode())] == ["mill.json:1", "mill.json:2"]


@pytest.mark.parametrize(
    ("content", "file", "reason"),
    [
        (b'{"text": "a",\n "title": }', "in/mill.json:2", "broken JSON: expecting value"),
        (b"[" * 100_000, "in/mill.json", "broken JSON: nested too deeply"),
        (b"[1" + b"1" * 5000, "in/mill.json:1", "broken JSON"),
        (b'{"title": "x"}', "in/mill.json", "JSON without a text field"),
        (b'{"text": "  "}', "in/mill.json", "the text field is empty or no text"),
        (b'{"text": ["a"]}', "in/mill.json", "the text field is empty or no text"),
        (b"[]", "in/mill.json", "the JSON array is empty"),
        (b'"a"', "in/mill.json", "JSON without a text field: not an object"),
        (b'{"text": "12 34"}', "in/mill.json", "holds no words"),
    ],
)
def test_what_cannot_be_used(content: bytes, file: str, reason: str):
    (only,) = outcomes(content)
    assert isinstance(only, Refusal)
    assert only.file == file
    assert only.reason.startswith(reason)


def test_an_item_in_another_language_is_named_by_its_line():
    german = "Die Mühle ist am Freitag abgebrannt und niemand wurde dabei verletzt, sagte die Feuerwehr am Abend. " * 3
    lines = json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": german})
    _, refusal = outcomes(lines.encode(), "mill.ndjson")
    assert isinstance(refusal, Refusal)
    assert refusal.file == "in/mill.ndjson:2"


def test_halves_of_characters_do_no_harm():
    found = report(b'{"text": "The mill \\ud83d\\ude00 burned \\ud800 down.\\u0000"}')
    assert found.text == "The mill 😀 burned \ufffd down."
