"""How firmly something is stated: polarity, commitment and the strength of the cue."""

import pytest

from stemma.claims import patterns
from stemma.claims.commitment import commitment
from stemma.claims.firmness import Firmness, firmness
from stemma.claims.trees import tree
from stemma.language import annotate
from stemma.model import Token
from tests.texts import read, report

FIRMNESS = [
    ("The army landed on the island.", False, "done"),
    ("The army has landed on the island.", False, "done"),
    ("The harbour was closed on Monday.", False, "done"),
    ("The dockers were forced to leave the quay.", False, "done"),
    ("The crew managed to reach the shore.", False, "done"),
    ("The mayor was able to speak to the crew.", False, "done"),
    ("The bridge is sixty metres long.", False, "done"),
    ("The talks failed on Monday.", False, "done"),
    ("The port closed for good in May.", False, "done"),
    ("The driver told police the lorry was empty.", False, "done"),
    ("The captain asked whether the gate was open.", False, "done"),
    ("The ship that would carry the grain sank at noon.", False, "done"),
    ("The ferry, which could carry 300 people, sank at noon.", False, "done"),
    ("The man who had planned to blow up the bridge was arrested.", False, "done"),
    ("The police arrested a man who refused to leave the ship.", False, "done"),
    ("The suspected bomber was arrested on the quay.", False, "done"),
    ("The bridge was not only old but unsafe.", False, "done"),
    ("No fewer than 12 dockers were arrested.", False, "done"),
    ("The union won not one but two votes.", False, "done"),
    ("The ship sank within sight of an island with no harbour.", False, "done"),
    ("The captain left the ship without a word.", False, "done"),
    ("The ship did not turn back at Averell.", True, "done"),
    ("The ship didn't turn back at Averell.", True, "done"),
    ("The ship never turned back at Averell.", True, "done"),
    ("No ship turned back at Averell.", True, "done"),
    ("Nobody turned the ship back at Averell.", True, "done"),
    ("No one had died in the fire.", True, "done"),
    ("None of the passengers survived the crash.", True, "done"),
    ("Neither the pilot nor the crew survived.", True, "done"),
    ("There were no survivors on the ship.", True, "done"),
    ("There was nothing left of the bridge.", True, "done"),
    ("The police found no weapons on the ship.", True, "done"),
    ("The pilot refused to turn the ship back.", True, "done"),
    ("The ship failed to turn back at Averell.", True, "done"),
    ("The minister declined to answer the letter.", True, "done"),
    ("The crew were unable to close the gate.", True, "done"),
    ("The crew has yet to be found.", True, "done"),
    ("The port is no longer open.", True, "done"),
    ("The dockers were unharmed.", True, "done"),
    ("All the dockers were safe and uninjured.", True, "done"),
    ("The ministry denied that the bridge was unsafe.", True, "done"),
    ("The mayor ruled out a strike.", True, "done"),
    ("The bridge lacked a northern gate.", True, "done"),
    ("It was not true that the gate was open.", True, "done"),
    ("The ship did not fail to turn back.", False, "done"),
    ("The rumour is false.", True, "done"),
    ("The general was ordered to draw up plans for a landing.", False, "ordered"),
    ("The president ordered the army to land on the island.", False, "ordered"),
    ("The army was told to land on the island.", False, "ordered"),
    ("The general ordered a landing on the island.", False, "ordered"),
    ("A landing was ordered in spring.", False, "ordered"),
    ("The dockers were asked to leave the quay.", False, "ordered"),
    ("The police were instructed to close the bridge.", False, "ordered"),
    ("The army was not ordered to land on the island.", True, "ordered"),
    ("The captain gave orders to leave the ship.", False, "ordered"),
    ("The army plans to land on the island.", False, "planned"),
    ("The army will land on the island.", False, "planned"),
    ("The army would land on the island.", False, "planned"),
    ("The army is expected to land on the island.", False, "planned"),
    ("The army expects the gates to be open on Monday.", False, "planned"),
    ("The army expects that the gates will be open.", False, "planned"),
    ("The army is preparing a landing on the island.", False, "planned"),
    ("The army is to land on the island.", False, "planned"),
    ("The plans are to be ready by mid-September.", False, "planned"),
    ("The troops are about to leave.", False, "planned"),
    ("The troops are going to leave the island.", False, "planned"),
    ("The landing is scheduled for Monday.", False, "planned"),
    ("The army has drawn up plans to seize the island.", False, "planned"),
    ("The union threatened to close the port.", False, "planned"),
    ("The company agreed to pay 12 dockers.", False, "planned"),
    ("The mayor wants the port to reopen.", False, "planned"),
    ("The army will not land on the island.", True, "planned"),
    ("The army won't land on the island.", True, "planned"),
    ("The minister has no plans to resign.", True, "planned"),
    ("The ferry is due to leave on Monday.", False, "planned"),
    ("The army may land on the island.", False, "possible"),
    ("The army could land on the island.", False, "possible"),
    ("The bomb might have been hidden in a lorry.", False, "possible"),
    ("The army is considering a landing on the island.", False, "possible"),
    ("The bridge is likely to be closed.", False, "possible"),
    ("Twelve people are feared dead.", False, "possible"),
    ("The bomber is believed to have fled.", False, "possible"),
    ("The gate was apparently open.", False, "possible"),
    ("The bridge seems unsafe.", False, "possible"),
    ("It is possible that the army landed.", False, "possible"),
    ("Perhaps the gate was open.", False, "possible"),
    ("The mayor did not rule out a strike.", False, "possible"),
    ("The army may be ordered to leave the island.", False, "possible"),
    ("The fire may not have been an accident.", True, "possible"),
    ("If the talks fail, the army will land on the island.", False, "conditional"),
    ("The army will land on the island unless the talks succeed.", False, "conditional"),
    ("The ship would have sunk.", False, "conditional"),
    ("The deal is contingent on a vote.", False, "conditional"),
    ("The dockers will not strike if the talks succeed.", True, "conditional"),
]


@pytest.mark.parametrize(("text", "negated", "committed"), FIRMNESS)
def test_the_predicate_gives_polarity_and_commitment(text, negated, committed):
    annotated = annotate(report(text))
    parsed = tree(text, annotated.tokens, annotated.sentences[0])
    assert parsed is not None
    assert firmness(parsed, parsed.order[0], frozenset(range(len(parsed.words)))) == Firmness(negated, committed)


MENTIONED = [
    # each mention has the firmness of its own predicate
    ("“We expect the gates to be open on Monday,” Ana Roy said.", [(False, "planned")]),
    ("The port was closed on Friday, but it will open on Monday.", [(False, "done"), (False, "planned")]),
    ("The ship sank at noon, leaving no survivors on the quay.", [(False, "done"), (True, "done")]),
    ("The ferry, which may have hit a rock, sank at noon.", [(False, "done"), (False, "possible")]),
    ("Police said the driver had not been arrested at noon.", [(True, "done")]),
    ("The owners expect the yard to close and the cranes to be sold.", [(False, "planned"), (False, "planned")]),
    ("The owners told the crew to leave the ship.", [(False, "ordered")]),
    ("The strike goes on because the owners have refused to sign.", [(False, "done"), (True, "done")]),
    ("Police said the driver might be ordered to leave the town.", [(False, "possible")]),
]


@pytest.mark.parametrize(("text", "firm"), MENTIONED)
def test_each_mention_is_as_firm_as_its_own_predicate(text, firm):
    assert [(m.negated, m.commitment) for m in read(text).mentions] == firm


WITHOUT_SYNTAX = [
    ("the army landed on the island", False, "done"),
    ("the army did not land on the island", True, "done"),
    ("the army was ordered to land on the island", False, "ordered"),
    ("the army will land on the island", False, "planned"),
    ("the port closed for good in May", False, "done"),
    ("the army may land on the island", False, "possible"),
    ("if the talks fail, the army will land", False, "conditional"),
]


@pytest.mark.parametrize(("stretch", "negated", "committed"), WITHOUT_SYNTAX)
def test_without_syntax_any_word_of_the_stretch_gives_it(stretch, negated, committed):
    assert patterns.firmness(stretch) == Firmness(negated, committed)


SCORED = [
    # what the predicate says, that it is so, that it has happened, and what it comes to: scores only take back "done"
    ("done", None, None, "done"),
    ("done", 2.9, 2.7, "done"),
    ("done", 2.9, 0.4, "done"),  # a state of the present
    ("done", 2.4, -1.5, "planned"),
    ("done", 1.2, -1.5, "possible"),
    ("planned", 0.1, -1.0, "planned"),
    ("denied", 3.0, 2.8, "denied"),
]


@pytest.mark.parametrize(("read_as", "so", "happened", "committed"), SCORED)
def test_scores_take_back_what_has_not_happened(read_as, so, happened, committed):
    token = Token(0, 4, factuality=so, happened=happened)
    assert commitment(read_as, "says", token) == committed
    assert commitment(read_as, "denies", token) == "denied"


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
