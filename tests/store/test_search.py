"""Full text: what is found, where exactly, and that no input breaks it."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.model import Dating, Excerpt, File, Reading, Report
from stemma.store import Store, open_story

TEXTS = {
    "a": "Two security sources said the dam broke.\nThe café owner's “security” camera saw it.",
    "b": "Sources close to the mayor spoke of security. The dams are being checked.",
    "c": "Nothing happened\ufdd0 in the town of Ölberg.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_story(tmp_path_factory.mktemp("search") / "dam.story", write=True) as store:
        for id, text in TEXTS.items():
            report = Report(id, id, text, "", "", "", (), "", "en", Dating(None, None, "none"), (), (), ())
            store.add(File(id, id, b""), [Reading(report, (), (), (), ())], [])
        yield store


def found(store: Store, words: str) -> set[tuple[str, str]]:
    return {(each.report, TEXTS[each.report][each.start : each.end]) for each in store.search(words)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dam", {("a", "dam"), ("b", "dams")}),
        ("DAM BREAK", set()),  # "broke" is another stem
        ("cafe", {("a", "café")}),
        ("olberg", {("c", "Ölberg")}),
        ("security sources", {("a", "security sources"), ("a", "security"), ("b", "Sources"), ("b", "security")}),
        ('"security sources"', {("a", "security sources")}),
        ('"security sources" said', {("a", "security sources said")}),
        ("dam AND", set()),  # the word "and" is in no report with "dam"
        ('dam"', {("a", "dam"), ("b", "dams")}),
        ("-- * ( ) dam ^", {("a", "dam"), ("b", "dams")}),
        ("text:dam", set()),
        ("", set()),
        ('" * "', set()),
    ],
)
def test_words_are_found_where_they_stand(store: Store, words: str, expected: set[tuple[str, str]]):
    assert found(store, words) == expected


def test_a_report_comes_from_its_start_on(store: Store):
    starts = [each.start for each in store.search("security") if each.report == "a"]
    assert starts == sorted(starts)
    assert len(starts) == 2


def test_a_mark_in_a_text_moves_nothing(store: Store):
    at = TEXTS["c"].index("town")
    assert store.search("town") == (Excerpt("c", at, at + 4),)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from(list("ab\"*()^-+:{}AND OR NOT NEAR,'\0\ud800\n%dam"))) | st.text())
def test_no_words_are_a_syntax_error(store: Store, words: str):
    for each in store.search(words):
        assert 0 <= each.start < each.end <= len(TEXTS[each.report])
