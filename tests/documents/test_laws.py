"""Laws: whatever comes in, blocks cover the text in order, and reading never fails otherwise than by a refusal."""

import json
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from stemma.documents import read
from stemma.documents.blocks import divide
from stemma.documents.decoding import mend
from stemma.documents.draft import Draft
from stemma.documents.plain import draft_plain
from stemma.model import Block, Credit, File, Hyperlink, Refusal, Report, Span
from stemma.settings import DEFAULTS

FURNITURE = (
    "Related News",
    "Read more: x y",
    "Image copyright EPA Image caption Words",
    "(Photo: A B)",
    "By Jane Doe",
    "Title: A b",
    "Old Lock Drained",
    "Fenny Courier, 12 March 2025",
    "(LNA)",
    "LNA contributed",
    "Skip Twitter post by @ab Word",
    "KYIV (AP) — Word.",
    "Monday, March 10, 2025",
    "© 2020 X",
    "Getty Images A dog",
    "The dog was seen in May 2020. REUTERS/A B",
)
texts = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(FURNITURE) | st.text(max_size=30), max_size=12).map("\n".join)
)


def assert_covered(text: str, blocks: tuple[Block, ...]) -> None:
    at = 0
    for block in blocks:
        assert not text[at : block.start].strip()
        assert block.start < block.end
        words = text[block.start : block.end]
        assert words == words.strip()
        assert "\n" not in words
        assert (block.kind == "boilerplate") is bool(block.reason)
        at = block.end
    assert not text[at:].strip()


@given(texts)
def test_blocks_of_plain_text_cover_it_in_order(raw: str):
    draft = draft_plain("a.txt", mend(raw))
    assert_covered(draft.text, divide(draft))


@given(
    st.text(alphabet=st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=40), texts
)
def test_blocks_of_a_titled_text_cover_it_in_order(title: str, body: str):
    title = title if title.strip() else "A title"
    text = f"{title}\n{body}"
    assert_covered(text, divide(Draft("a.json", text, title)))


@given(texts)
def test_mending_twice_changes_nothing(raw: str):
    assert mend(mend(raw)) == mend(raw)


def assert_sound(outcome: Report | Refusal) -> None:
    if isinstance(outcome, Refusal):
        assert outcome.reason
        assert "\n" not in outcome.reason
        return
    size = len(outcome.text)
    outcome.text.encode("utf-8")
    assert_covered(outcome.text, outcome.blocks)
    spans: list[Span | Credit | Hyperlink] = [*outcome.credits, *outcome.hyperlinks, *outcome.dating.evidence]
    assert all(0 <= span.start <= span.end <= size for span in spans)
    if outcome.dating.earliest and outcome.dating.latest:
        assert outcome.dating.earliest <= outcome.dating.latest


names = st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a"])


@given(st.binary(max_size=300), names)
def test_no_bytes_are_too_strange(content: bytes, name: str):
    for outcome in read(File(name, "", content), DEFAULTS):
        assert_sound(outcome)


@given(texts, names)
def test_no_text_is_too_strange(text: str, name: str):
    page = f"<html><body><article><p>{text}</p></article></body></html>"
    for content in (
        text,
        page,
        json.dumps({"title": text, "text": text, "date": text, "url": text, "authors": [text]}),
    ):
        for outcome in read(File(name, "", content.encode("utf-8", "surrogatepass")), DEFAULTS):
            assert_sound(outcome)


def test_the_stage_loads_nothing_heavy_until_it_reads():
    probe = "import sys, stemma.documents; print(*sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    loaded = set(answer.stdout.split())
    assert "stemma.documents.read" in loaded
    assert not loaded & {"trafilatura", "lxml", "ftfy", "py3langid", "charset_normalizer", "htmldate", "courlan"}
