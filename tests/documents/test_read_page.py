"""Web pages: the article out of its furniture, metadata, dates with their source, links at the right characters."""

from stemma.documents import read
from stemma.model import File, Refusal, Report
from stemma.settings import DEFAULTS

PARAGRAPHS = (
    "<p>HARBOUR TOWN (AP) — The town council voted on Tuesday to rebuild the "
    '<a href="/bridge/history">old swing bridge</a>, '
    "which was closed in May after divers found cracks in two of its piers.</p>"
    "<p>“We owe it to the people on the far bank,” said Ada Brook, the harbour master, "
    "who had asked for the money since 2019. "
    "The figures come from "
    '<a href="https://council.example/report.pdf">a report by the council&rsquo;s&nbsp;engineers</a>.</p>'
    "<p>The work is to begin in the spring and to cost about 12 million crowns, "
    "half of it paid by the province, she said.</p>"
    "<p>Read more: How the bridge came to be closed</p>"
)


def page(head: str = "", body: str = PARAGRAPHS) -> bytes:
    return (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
        "<title>Council votes to rebuild bridge - The Harbour Post</title>"
        '<meta property="og:title" content="Council votes to rebuild bridge">'
        '<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Jane Doe">'
        f'<link rel="canonical" href="https://harbourpost.example/news/bridge">{head}</head><body>'
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article><h1>Council votes to rebuild bridge</h1>{body}</article>"
        "<footer><p>Copyright The Harbour Post</p><a href='/privacy'>Privacy</a></footer></body></html>"
    ).encode()


def report(content: bytes) -> Report:
    (only,) = read(File("in/bridge.html", "", content), DEFAULTS)
    assert isinstance(only, Report), only
    return only


def refused(content: bytes) -> str:
    (only,) = read(File("in/bridge.html", "", content), DEFAULTS)
    assert isinstance(only, Refusal)
    return only.reason


def test_the_article_and_its_metadata():
    found = report(page())
    assert found.title == "Council votes to rebuild bridge"
    assert found.text.startswith("Council votes to rebuild bridge\nHARBOUR TOWN (AP) — The town council")
    assert found.text.count("Council votes") == 1
    assert (found.outlet, found.authors, found.url) == (
        "The Harbour Post",
        ("Jane Doe",),
        "https://harbourpost.example/news/bridge",
    )
    assert found.dateline == "HARBOUR TOWN"
    assert [credit.name for credit in found.credits] == ["The Associated Press"]
    assert "Sport" not in found.text
    assert "Privacy" not in found.text


def test_paragraphs_are_lines_and_furniture_that_survives_is_marked():
    blocks = report(page()).blocks
    assert [block.kind for block in blocks] == ["title", "text", "text", "text", "boilerplate"]
    assert blocks[-1].reason == "cross-reference"


def test_links_stand_at_their_words_with_full_addresses():
    found = report(page())
    assert [(found.text[link.start : link.end], link.url) for link in found.hyperlinks] == [
        ("old swing bridge", "https://harbourpost.example/bridge/history"),
        ("a report by the council’s engineers", "https://council.example/report.pdf"),
    ]


def test_json_ld_dates_keep_their_time_and_zone_and_come_first():
    ld = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", '
        '"datePublished": "2025-05-13T09:30:00+02:00"}]}</script>'
    )
    meta = '<meta property="article:published_time" content="2025-05-14T08:00:00Z">'
    dating = report(page(meta + ld)).dating
    assert (dating.moment, dating.source) == ("2025-05-13T09:30:00+02:00", "json-ld")
    assert str(dating.earliest) == str(dating.latest) == "2025-05-13"


def test_meta_tags_are_next_and_broken_json_ld_does_no_harm():
    ld = '<script type="application/ld+json">{"datePublished": </script>'
    meta = '<meta property="article:published_time" content="2025-05-14T08:00:00Z">'
    dating = report(page(ld + meta)).dating
    assert (dating.moment, dating.source) == ("2025-05-14T08:00:00+00:00", "meta")


def test_the_address_is_next():
    head = '<meta property="og:url" content="https://harbourpost.example/2025/05/15/bridge">'
    content = page(head).replace(b'<link rel="canonical" href="https://harbourpost.example/news/bridge">', b"")
    dating = report(content).dating
    assert (str(dating.earliest), dating.source) == ("2025-05-15", "url")


def test_pages_without_an_article():
    assert refused(b"<html><body></body></html>") == "HTML without the text of an article"
    assert refused(b"<html><head><script>var words = 'no text';</script></head><body><img src='a.png'></body></html>")


def test_a_declared_encoding_is_believed():
    content = page().decode().replace("charset='utf-8'", "charset='windows-1250'").replace("Ada Brook", "Ada Březinová")
    assert "Ada Březinová" in report(content.encode("cp1250", "xmlcharrefreplace")).text


def test_a_damaged_page_is_still_read():
    assert "harbour master" in report(page().replace(b"</p>", b"").replace(b"</article>", b"<div><b>")).text
