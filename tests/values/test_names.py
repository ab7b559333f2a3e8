"""Comparing and merging names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import EntityKind
from stemma.values.names import (
    acronym,
    fold,
    fullest,
    gender,
    is_acronym_of,
    merge,
    person_words,
    same_body,
    same_name,
    same_person,
    same_place,
)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Raymundo Ángeles", "raymundo angeles"),
        ("U.S.", "us"),
        ("Russia’s", "russia"),
        ("O'Neill", "oneill"),
        ("Mazar-i-Sharif", "mazar i sharif"),
        ("  The  Kelsund\u00a0Post ", "the kelsund post"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=40))
def test_folding_again_changes_nothing_more(name: str) -> None:
    once = fold(name)
    assert once == " ".join(once.split())
    assert fold(once) == once


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Gregory M. Aldous", "Aldous", True),
        ("Gen. Aldous", "Gregory Aldous", True),
        ("Gregory M. Aldous", "Gregory Aldous", True),
        ("Ricardo Tejada", "Ricardo Tejada Montes", True),
        ("Ricardo Tejada Montes", "Tejada", True),
        ("Noor Mohammad Faiz", "Noor Mohammad Fayez", True),
        ("Ana Brandt", "Elena Brandt", False),
        ("Mr. Brandt", "Ms. Brandt", False),
        ("Mr. Brandt", "Elena Brandt", False),
        ("Ana Brandt", "Ana Ruiz", False),
        ("Peter Marsh", "Peter Marshall", False),
        ("Ivan Petrov", "Igor Petrov", False),
    ],
)
def test_same_person(left: str, right: str, same: bool) -> None:
    assert same_person(left, right) is same_person(right, left) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("NORTHCOM", "US Northern Command", True),
        ("U.S. Northern Command", "Northern Command", True),
        ("the State Department", "U.S. State Department", True),
        ("Brightwater Ltd.", "Brightwater", True),
        ("AP", "the Associated Press", True),
        ("FDA", "Food and Drug Administration", True),
        ("World Health Organisation", "World Health Organization", True),
        ("Northern Command", "Southern Command", False),
        ("NORTHCOM", "Southern Command", False),
        ("Northern Command", "Northern Command North", False),
        ("Kelsund Post", "Kelsund Times", False),
    ],
)
def test_same_body(left: str, right: str, same: bool) -> None:
    assert same_body(left, right) is same_body(right, left) is same


def test_same_place() -> None:
    assert same_place("Mazar-i-Sharif", "Mazar-e-Sharif")
    assert not same_place("North Korea", "South Korea")
    assert not same_place("Kelsund", "Kelsby")


def test_other_names_must_be_equal() -> None:
    assert same_name("Hurricane Ana", "hurricane ana", "other")
    assert not same_name("Hurricane Ana", "Ana", "other")


@pytest.mark.parametrize(
    ("name", "told"), [("Mr. Tan", "m"), ("Ms Tan", "f"), ("Elena Brandt", "f"), ("Tan", ""), ("Gen. Ana Ruiz", "f")]
)
def test_gender(name: str, told: str) -> None:
    assert gender(name) == told


def test_acronyms() -> None:
    assert acronym("Food and Drug Administration") == "FDA"
    assert is_acronym_of("COASTCOM", "US Coastal Command")
    assert not is_acronym_of("COASTCOM", "Command of the Coast")
    assert not is_acronym_of("Northern", "Northern Command")


def test_fullest() -> None:
    assert fullest(["NORTHCOM", "Northern Command", "US Northern Command"]) == "US Northern Command"
    with pytest.raises(ValueError, match="no names"):
        fullest([])


def test_merge_never_joins_two_persons_through_a_surname() -> None:
    names: list[tuple[str, EntityKind]] = [
        ("Brandt", "person"),
        ("Elena Brandt", "person"),
        ("Otto Brandt", "person"),
        ("Elena M. Brandt", "person"),
        ("Ms. Brandt", "person"),
    ]
    assert merge(names) == [[0], [1, 3, 4], [2]]


_NAMES = st.lists(
    st.tuples(
        st.sampled_from(
            ["Brandt", "Elena Brandt", "Otto Brandt", "E. Brandt", "Ms. Brandt", "NORTHCOM", "Northern Command", "Ruiz"]
        ),
        st.sampled_from(["person", "body", "place"]),
    ),
    max_size=8,
)


@given(_NAMES)
def test_merge_is_a_partition_that_keeps_given_names_apart(names: list[tuple[str, EntityKind]]) -> None:
    groups = merge(names)
    assert sorted(i for g in groups for i in g) == list(range(len(names)))
    for group in groups:
        persons = [person_words(names[i][0]) for i in group if names[i][1] == "person"]
        assert len({words[0] for words in persons if len(words) > 1 and len(words[0]) > 1}) <= 1
        assert len({names[i][1] for i in group}) == 1


@given(_NAMES, st.randoms(use_true_random=False))
def test_merge_does_not_depend_on_order(names: list[tuple[str, EntityKind]], random) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)

    def partition(of: list[tuple[str, EntityKind]]) -> set[frozenset[tuple[str, EntityKind]]]:
        return {frozenset(of[i] for i in g) for g in merge(of)}

    assert partition(names) == partition(shuffled)
