"""What makes a claim, what is an opinion, and what asks."""

import pytest

from tests.texts import read

STANCES = [
    # claims: whatever can be checked, in whose words so ever
    ("“The bridge was closed on Monday,” Ana Roy said.", "claim"),
    ("“We will close the bridge,” Ana Roy said.", "claim"),
    ("“I saw two men on the bridge,” Ana Roy said.", "claim"),
    ("“I think the driver was asleep,” Ana Roy said.", "claim"),
    ("“Passengers have to show a pass at the gate”, the notice says.", "opinion"),
    ("Passengers must show a pass at the gate.", "claim"),
    ("The bridge is important for the town of Averell.", "claim"),
    ("The mayor thanked the crews on Monday.", "claim"),
    # feelings, thanks, wishes
    ("“I am proud of the crews,” Ana Roy said.", "opinion"),
    ("“We are deeply shocked,” Ana Roy said.", "opinion"),
    ("“I hope the bridge will be open soon,” Ana Roy said.", "opinion"),
    ("“We thank the crews for their work,” Ana Roy said.", "opinion"),
    ("“Our thoughts are with the families of the crew,” Ana Roy said.", "opinion"),
    ("“We take great pride in our ferries,” Ana Roy said.", "opinion"),
    ("“Thank you for your patience,” the company said.", "opinion"),
    # judgements
    ("“It was terrible,” Ana Roy said.", "opinion"),
    ("“This is a disgrace,” Ana Roy said.", "opinion"),
    ("“The best answer is patience,” Ana Roy said.", "opinion"),
    ("“It is a great opportunity for the town,” Ana Roy said.", "opinion"),
    # what ought to be
    ("“The bridge should be closed,” Ana Roy said.", "opinion"),
    ("Ana Roy said the bridge should have been closed.", "opinion"),
    ("“We must close the bridge,” Ana Roy said.", "opinion"),
    ("“The town needs to act,” Ana Roy said.", "opinion"),
    # requests
    ("“Please stay away from the bridge,” police said.", "opinion"),
    ("“Do not go near the bridge,” police said.", "opinion"),
    # questions, direct and not
    ("Who ordered the landing on the island?", "question"),
    ("“Who ordered the landing on the island?” Ana Roy asked.", "question"),
    ("“Why was the bridge closed,” Ana Roy asked.", "question"),
    ("Ana Roy asked reporters why the bridge was closed.", "question"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_what_can_be_checked_is_a_claim(text, stance):
    assert {m.stance for m in read(text).mentions} == {stance}


def test_a_judgement_beside_a_figure_is_cut_off_it():
    story = read("“The fire was terrible, it killed 12 people,” Ana Roy said.")
    assert [m.stance for m in story.mentions] == ["opinion", "claim"]


def test_words_before_a_question_are_none():
    story = read("“The bridge is closed,” Ana Roy said. “Who ordered the closing of it?”")
    assert [m.stance for m in story.mentions] == ["claim", "question"]


def test_what_makes_no_claim_is_kept_with_its_chain():
    (mention,) = read("“This is a disgrace,” Ana Roy said.").mentions
    assert [hop.name for hop in mention.chain] == ["Ana Roy"]
    assert mention.repeats is None
