"""How firmly something is stated: polarity, commitment and the strength of the cue."""

import pytest

from tests.texts import read

COMMITMENTS = [
    ("The army landed on the island.", "done"),
    ("The army has landed on the island.", "done"),
    ("The general was ordered to draw up plans for a landing.", "ordered"),
    ("The president ordered the army to land on the island.", "ordered"),
    ("The army was told to land on the island.", "ordered"),
    ("The army plans to land on the island.", "planned"),
    ("The army will land on the island.", "planned"),
    ("The army is expected to land on the island.", "planned"),
    ("“We expect the gates to be open on Monday,” Ana Roy said.", "planned"),
    ("The army is preparing a landing on the island.", "planned"),
    ("The army may land on the island.", "possible"),
    ("The army could land on the island.", "possible"),
    ("The army is considering a landing on the island.", "possible"),
    ("If the talks fail, the army will land on the island.", "conditional"),
    ("The army will land on the island unless the talks succeed.", "conditional"),
]


@pytest.mark.parametrize(("text", "commitment"), COMMITMENTS)
def test_words_give_the_commitment(text, commitment):
    assert [m.commitment for m in read(text).mentions] == [commitment]


CUED = [
    ("Ana Roy denied that the army had landed on the island.", "denied", "denies"),
    ("Ana Roy ruled out a landing on the island.", "denied", "denies"),
    ("Ana Roy rejected the possibility of a landing on the island.", "denied", "denies"),
    ("Ana Roy dismissed the claims of a landing as rumours.", "denied", "denies"),
    ("Ana Roy vowed to land on the island.", "planned", "plans"),
    ("Ana Roy confirmed that the army had landed on the island.", "done", "confirms"),
    ("Ana Roy claimed that the army had landed on the island.", "done", "claims"),
    ("Ana Roy confirmed that the army would land on the island.", "planned", "confirms"),
]


@pytest.mark.parametrize(("text", "commitment", "strength"), CUED)
def test_the_cue_counts_for_the_commitment(text, commitment, strength):
    assert [(m.commitment, m.strength) for m in read(text).mentions] == [(commitment, strength)]


def test_a_rejected_offer_is_an_act_and_no_denial():
    (mention,) = read("The union rejected the offer of a four percent rise.").mentions
    assert (mention.chain, mention.commitment, mention.strength) == ((), "done", "says")


@pytest.mark.parametrize(
    "text",
    ["The port closed on 3 May 2024.", "The port closed for good in May.", "In May the northern port was closed."],
)
def test_the_month_is_no_possibility(text):
    assert [m.commitment for m in read(text).mentions] == ["done"]


NEGATIONS = [
    ("The ship did not turn back at Averell.", True),
    ("The ship didn’t turn back at Averell.", True),
    ("The ship never turned back at Averell.", True),
    ("No ship turned back at Averell.", True),
    ("Nobody turned the ship back at Averell.", True),
    ("The pilot refused to turn the ship back.", True),
    ("The ship turned back at Averell.", False),
    ("The ship left the northern harbour at noon.", False),
]


@pytest.mark.parametrize(("text", "negated"), NEGATIONS)
def test_words_of_negation_turn_the_polarity(text, negated):
    assert [m.negated for m in read(text).mentions] == [negated]
