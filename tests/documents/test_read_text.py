"""Plain text: title and header lines, encodings, and what is no text."""

import pickle

import pytest

from stemma.documents import read
from stemma.documents.kinds import kind_of, sniff
from stemma.model import File, Refusal, Report
from stemma.settings import DEFAULTS, Settings

BODY = (
    "The harbour authority closed the old swing bridge on Monday after divers found cracks in two of its piers.\n"
    "“We will not take a risk with people’s lives,” said Ada Brook, the harbour master of the town.\n"
)
TITLED = f"Old Swing Bridge Closed After Divers Find Cracks\n\n{BODY}"


def outcome(content: bytes | str, name: str = "bridge.txt") -> Report | Refusal:
    raw = content.encode() if isinstance(content, str) else content
    (only,) = read(File(f"some/folder/{name}", "", raw), DEFAULTS)
    return only


def report(content: bytes | str, name: str = "bridge.txt") -> Report:
    found = outcome(content, name)
    assert isinstance(found, Report), found
    return found


def refused(content: bytes | str, name: str = "bridge.txt") -> str:
    found = outcome(content, name)
    assert isinstance(found, Refusal)
    assert found.fatal
    assert found.file.startswith("some/folder/")
    assert "\n" not in found.reason
    return found.reason


def words(found: Report, kind: str) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks if block.kind == kind]


def test_a_short_first_line_without_a_full_stop_is_the_title():
    found = report(TITLED)
    assert found.title == "Old Swing Bridge Closed After Divers Find Cracks"
    assert words(found, "title") == [found.title]
    assert found.text.startswith(found.title + "\n")
    assert found.file == "bridge.txt"
    assert found.language == "en"


@pytest.mark.parametrize(
    "first", ["", "HARBOUR TOWN, Northland (AP) — Divers found cracks in the bridge\n", "So it was.\n"]
)
def test_a_sentence_or_a_dateline_is_no_title(first: str):
    assert report(first + BODY).title == ""


def test_header_lines_at_the_top_are_read_and_marked():
    found = report(
        "Title: Old swing bridge closed\nBy Jane Doe and John Roe\nPublished: 12 May 2025\nSource: The Harbour Post\n"
        f"URL: https://harbourpost.example/bridge\n\n{BODY}Source: none of your business.\n"
    )
    assert (found.title, found.outlet, found.url) == (
        "Old swing bridge closed",
        "The Harbour Post",
        "https://harbourpost.example/bridge",
    )
    assert found.authors == ("Jane Doe", "John Roe")
    assert (str(found.dating.earliest), str(found.dating.latest), found.dating.source) == (
        "2025-05-12",
        "2025-05-12",
        "given",
    )
    marked = [found.text[block.start : block.end] for block in found.blocks if block.reason == "header line"]
    assert marked == [
        "Title:",
        "By Jane Doe and John Roe",
        "Published: 12 May 2025",
        "Source: The Harbour Post",
        "URL: https://harbourpost.example/bridge",
    ]
    assert words(found, "text")[-1] == "Source: none of your business."


def test_header_lines_below_the_title():
    found = report(f"Bridge closed\nBy Jane Doe\nHarbour Town, May 12\n{BODY}")
    assert (found.title, found.authors) == ("Bridge closed", ("Jane Doe",))


def test_a_title_repeated_below_itself_is_marked():
    found = report(f"Bridge closed\n\nBridge  closed\n\n{BODY}")
    assert [block.reason for block in found.blocks[:2]] == ["", "repeated title"]


@pytest.mark.parametrize(
    "raw",
    [
        TITLED.encode("utf-8"),
        TITLED.encode("utf-8-sig"),
        TITLED.encode("utf-16"),
        TITLED.encode("utf-16-le"),
        TITLED.encode("utf-16-be"),
        TITLED.encode("utf-32"),
        TITLED.encode("cp1252"),
        TITLED.replace("\n", "\r\n").encode("utf-8"),
        TITLED.replace("\n", "\r").encode("utf-8"),
        TITLED.encode("utf-8").decode("cp1252", "replace").replace("\ufffd", "\x9d").encode("utf-8"),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "crlf", "cr", "mojibake"],
)
def test_every_encoding_gives_the_same_text(raw: bytes):
    assert report(raw).text == TITLED


def test_mixed_encodings_in_one_file():
    raw = "“Café” is open. ".encode() + "“Café” is closed. ".encode("cp1252") + BODY.encode()
    assert report(raw).text.startswith("“Café” is open. “Café” is closed. The harbour")


def test_unseen_characters_go_and_blanks_become_plain():
    found = report("\ufeffThe\u200b har\u00adbour\x00 of\u00a0the\u2009town &amp; the port. " + BODY)
    assert found.text.startswith("The harbour of the town &amp; the port. The harbour")


def test_the_same_content_has_the_same_identifier_wherever_it_lies():
    one, two = report(TITLED, "a.txt"), report(TITLED, "b.txt")
    assert one.id == two.id
    assert one.id != report(TITLED + "More was said.").id
    assert len(one.id) == 11


def test_files_and_reports_cross_a_process():
    file = File("a.txt", "", TITLED.encode())
    here = list(read(pickle.loads(pickle.dumps(file)), DEFAULTS))
    assert pickle.loads(pickle.dumps(here)) == here


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (bytes(range(256)) * 40, "binary data"),
        (b"%PDF-1.7\n1 0 obj\n", "binary data"),
        (b"", "empty"),
        (b" \n \n", "empty"),
        (b"12 %% 34 --- 56\n", "holds no words"),
    ],
)
def test_what_is_no_text(raw: bytes, reason: str):
    assert reason in refused(raw)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Die Hafenbehörde hat die alte Drehbrücke am Montag gesperrt, nachdem Taucher Risse in zwei Pfeilern "
            "gefunden hatten. Niemand wurde verletzt, doch der Verkehr muss für mehrere Wochen umgeleitet werden, "
            "sagte die Hafenmeisterin am Nachmittag vor der Presse.",
            "German",
        ),
        (
            "La autoridad portuaria cerró el viejo puente giratorio el lunes después de que los buzos encontraran "
            "grietas en dos de sus pilares. Nadie resultó herido, pero el tráfico tendrá que desviarse durante varias "
            "semanas, dijo la capitana del puerto.",
            "Spanish",
        ),
        (
            "港湾当局は月曜日、潜水士が二本の橋脚に亀裂を発見したことを受け、古い旋回橋を閉鎖した。けが人はいなかった。"
            * 5,
            "Japanese",
        ),
    ],
)
def test_other_languages_are_named(text: str, language: str):
    assert refused(text) == f"not in English but, it seems, in {language}"


def test_a_text_too_short_to_tell_is_kept_with_its_language_unknown():
    assert report("Le pont est fermé.").language == ""


def test_a_file_larger_than_allowed_is_refused_here_too():
    (only,) = read(File("a.txt", "", b"The bridge is closed."), Settings(largest_file=5))
    assert isinstance(only, Refusal)


def test_one_line_of_megabytes_is_read_in_seconds():
    found = report(BODY.replace("\n", " ") * 15_000)
    assert len(found.text) > 2_000_000
    assert len(found.blocks) == 1


def test_kinds_by_name_and_content():
    assert kind_of("a.TXT", b"words") == "text"
    assert kind_of("a.txt", b"<!doctype html><html>") == "page"
    assert kind_of("a.jsonl", b"words") == "lines"
    assert kind_of("a", b'[ {"text": 1}]') == "record"
    assert kind_of("a", b"<div><p>x</p><a href='y'>z</a></div>") == "page"
    assert sniff(b"[Editor's note: this is text]") == "text"
    assert sniff("words".encode("utf-16-le") * 9) == "text"
