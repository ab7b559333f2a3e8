"""Whether two mentions tell of one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.findings.desk import Desk, lay
from stemma.findings.disagreements.matter import alike, cosine, other_number
from stemma.links import link
from stemma.model import Mention, Stemma
from tests.findings.build import reading


def desk_of(left: str, right: str) -> tuple[Desk, Mention, Mention]:
    """Two reports of a sentence each on the desk, and their mentions."""
    readings = reading("Harbour Herald", left), reading("Coast Tribune", right)
    desk = lay(readings, link(readings), Stemma((), (), ()))
    first, second = (desk.told[each.report.id][0] for each in readings)
    return desk, first, second


def test_the_same_event_in_other_words_is_nearer_than_another_event() -> None:
    one = "A fire destroyed the grain mill in Larkfield."
    near = alike(*desk_of(one, "The mill in Larkfield burned down in a blaze."))
    far = alike(*desk_of(one, "The council of Osterhaven raised the bus fares."))
    assert near > 2 * far


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("Lumen 3 was released in Larkfield.", "Lumen 4 was released in Larkfield.", True),
        ("Flight 17 left Larkfield.", "Flight 370 left Larkfield.", True),
        ("Lumen 3 was released in Larkfield.", "Lumen 3 was launched in Larkfield.", False),
        ("The mill burned on March 1.", "The mill burned on March 2.", False),
        ("Lumen was released in Larkfield.", "Lumen 4 was released in Larkfield.", False),
    ],
)
def test_two_of_a_series_are_two_things(left: str, right: str, other: bool) -> None:
    assert other_number(*desk_of(left, right)) is other


packed = st.binary(min_size=8, max_size=8).filter(any)


@given(packed, packed)
def test_nearness_of_vectors_has_no_side_and_stays_within_bounds(left: bytes, right: bytes) -> None:
    near = cosine(left, right)
    assert near == cosine(right, left)
    assert near is not None
    assert -1.0001 <= near <= 1.0001


def test_an_unknown_vector_is_no_evidence() -> None:
    assert cosine(b"", b"12345678") is None
    assert cosine(bytes(8), b"12345678") is None
