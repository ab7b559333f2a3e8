"""Which mentions of one report say again what another says."""

import pytest

from tests.texts import read

BODY = "Police said on Monday that the northern bridge of Averell had collapsed."


def sets(text, title=""):
    """The wording of each mention that says something again -> the wording of the mention that it repeats."""
    story = read(text, title)
    by_id = {mention.id: mention for mention in story.mentions}
    return {story.stated(m): story.stated(by_id[m.repeats]) for m in story.mentions if m.repeats}


def test_the_headline_says_what_the_body_says_and_is_theirs_who_say_it_there():
    head = "the northern bridge of Averell had collapsed"
    assert sets(BODY, "Northern bridge of Averell collapses") == {"Northern bridge of Averell collapses": head}


def test_the_fullest_of_the_attributed_ones_is_the_head():
    story = read("The northern bridge of Averell collapsed on Monday morning with a loud noise.\n" + BODY)
    own, attributed = story.mentions
    assert (own.repeats, attributed.repeats) == (attributed.id, None)


def test_a_claim_told_three_times_is_one_set():
    again = "The crane at Gannet Dock fell on Monday morning."
    text = f"The crane at Gannet Dock fell on Monday.\nNobody was near.\n{again}"
    assert sets(text, "Crane at Gannet Dock falls") == {
        "Crane at Gannet Dock falls": "The crane at Gannet Dock fell on Monday morning",
        "The crane at Gannet Dock fell on Monday": "The crane at Gannet Dock fell on Monday morning",
    }


APART = [
    # another figure, polarity, commitment, name, day; an opinion
    ("The blast at Gannet Dock killed 12 people.", "The blast at Gannet Dock killed 15 people."),
    ("The blast at Gannet Dock killed people.", "The blast at Gannet Dock killed 15 people."),
    ("The crane at Gannet Dock fell on the quay.", "The crane at Gannet Dock did not fall on the quay."),
    ("The owners closed the yard at Gannet Dock.", "The owners will close the yard at Gannet Dock."),
    ("Ana Roy closed the northern yard of the company.", "Ben Okafor closed the northern yard of the company."),
    ("The crane of the yard fell on the quay in 2019.", "The crane of the yard fell on the quay in 2021."),
    ("The crane of the yard fell on the northern quay.", "Did the crane of the yard fall on the northern quay?"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_differs_in_one_point_is_told_apart(one, other):
    assert sets(f"{one}\n{other}") == {}
