"""Where a sentence is cut into stretches that each state one thing."""

from dataclasses import replace

import pytest

from stemma.attributions import attribute
from stemma.claims import state
from stemma.language import annotate
from stemma.values.words import stem
from tests.texts import Read, read, report

CUTS = [
    (
        "The port was closed on Friday, and 300 dockers were sent home.",
        ["The port was closed on Friday", "300 dockers were sent home"],
    ),
    (
        "The union called a strike but the owners closed the yard.",
        ["The union called a strike", "the owners closed the yard"],
    ),
    (
        "The captain left the bridge and ordered the crew into the boats.",
        ["The captain left the bridge", "ordered the crew into the boats"],
    ),
    ("The engineers walked and talked.", ["The engineers walked and talked"]),
    ("The army was told to land and wait for orders.", ["The army was told to land and wait for orders"]),
    (
        "A gust forced the pilots to land at another airport and delay their arrival in Sandry.",
        ["A gust forced the pilots to land at another airport and delay their arrival in Sandry"],
    ),
    (
        "The bridge collapsed at noon; divers reached the first cars within minutes.",
        ["The bridge collapsed at noon", "divers reached the first cars within minutes"],
    ),
    (
        "The mayor resigned, the council dissolved itself, and new elections were called.",
        ["The mayor resigned", "the council dissolved itself", "new elections were called"],
    ),
    (
        "The court fined the company two million crowns and closed its northern yard.",
        ["The court fined the company two million crowns", "closed its northern yard"],
    ),
    (
        "The minister has met the dockers and will meet the owners on Monday.",
        ["The minister has met the dockers", "will meet the owners on Monday"],
    ),
    (
        "Two people were killed and 120 wounded in the blast.",
        ["Two people were killed and 120 wounded in the blast", "120 wounded"],
    ),
    ("The blast killed two people and wounded 120 others.", ["The blast killed two people", "wounded 120 others"]),
    ("Police arrested 12 dockers and three sailors.", ["Police arrested 12 dockers", "three sailors"]),
    (
        "The mayor regretted the deaths of 12 dockers and three local sailors.",
        ["The mayor regretted the deaths of 12 dockers", "three local sailors"],
    ),
    (
        "She did not have to pay the full amount until May — only a minimum payment was due in June.",
        ["She did not have to pay the full amount until May", "only a minimum payment was due in June"],
    ),
    ("Between 20 and 30 people were killed in the blast.", ["Between 20 and 30 people were killed in the blast"]),
    ("Ana Roy and Ben Okafor met the mayor.", ["Ana Roy and Ben Okafor met the mayor"]),
    ("The goods are stored in 21 docks and eight yards.", ["The goods are stored in 21 docks and eight yards"]),
    (
        "The ferry struck the northern pier, which was built in 1931 by convicts.",
        ["The ferry struck the northern pier", "which was built in 1931 by convicts"],
    ),
    (
        "The ferry, which was built in 1981, sank within ten minutes.",
        ["The ferry, which was built in 1981, sank within ten minutes", "which was built in 1981"],
    ),
    (
        "The captain, who had been at sea for 40 years, was arrested on Monday.",
        ["The captain, who had been at sea for 40 years, was arrested on Monday"],
    ),
    (
        "The bridge that fell on Monday was built by convicts.",
        ["The bridge that fell on Monday was built by convicts"],
    ),
    (
        "The air raid that left 32 villagers dead was ordered by a general.",
        ["The air raid that left 32 villagers dead was ordered by a general", "that left 32 villagers dead"],
    ),
    (
        "The general ordered the raid in which more than 30 villagers died.",
        ["The general ordered the raid", "in which more than 30 villagers died"],
    ),
    (
        "The company, whose owner lives in Averell, paid no taxes.",
        ["The company, whose owner lives in Averell, paid no taxes", "whose owner lives in Averell"],
    ),
    (
        "The town of Averell, where the fire broke out, has 4,000 people.",
        ["The town of Averell, where the fire broke out, has 4,000 people", "where the fire broke out"],
    ),
    (
        "Engineers do not know what caused the crash of the northern crane.",
        ["Engineers do not know what caused the crash of the northern crane"],
    ),
    (
        "The mayor opened the bridge that links the two halves of the town.",
        ["The mayor opened the bridge that links the two halves of the town"],
    ),
    (
        "A lorry hit the northern barrier, killing 12 dockers on the quay.",
        ["A lorry hit the northern barrier", "killing 12 dockers on the quay"],
    ),
    (
        "A lorry hit the northern barrier, killing 12 dockers and wounding three policemen.",
        ["A lorry hit the northern barrier", "killing 12 dockers", "wounding three policemen"],
    ),
    (
        "The storm hit the coast on Monday, forcing the mayor to close the port.",
        ["The storm hit the coast on Monday", "forcing the mayor to close the port"],
    ),
    (
        "The plane crashed shortly after taking off from the northern airfield.",
        ["The plane crashed shortly after taking off from the northern airfield"],
    ),
    (
        "The company closed the yard after learning that the crane was unsafe.",
        ["The company closed the yard", "after learning that the crane was unsafe"],
    ),
    (
        "The blast was heard at noon, followed by gunfire from the northern gate.",
        ["The blast was heard at noon", "followed by gunfire from the northern gate"],
    ),
    (
        "The ferry, built in Averell in 1981, sank within ten minutes.",
        ["The ferry, built in Averell in 1981, sank within ten minutes", "built in Averell in 1981"],
    ),
    (
        "A car packed with explosives struck the northern gate.",
        ["A car packed with explosives struck the northern gate"],
    ),
    (
        "The market square was crowded after a bomber drove a lorry through the northern gate.",
        ["The market square was crowded", "after a bomber drove a lorry through the northern gate"],
    ),
    (
        "The harbour was full of ships when the storm broke over the coast.",
        ["The harbour was full of ships", "when the storm broke over the coast"],
    ),
    (
        "While the mayor was abroad, the council sold the harbour.",
        ["While the mayor was abroad, the council sold the harbour"],
    ),
    (
        "The strike goes on because the owners have refused to sign.",
        ["The strike goes on", "because the owners have refused to sign"],
    ),
    (
        "The port stayed open although the storm had damaged two cranes.",
        ["The port stayed open", "although the storm had damaged two cranes"],
    ),
    (
        "The ship left Averell hours before the fire broke out.",
        ["The ship left Averell hours before the fire broke out"],
    ),
    (
        "The ship left Averell, hours before the fire broke out at the yard.",
        ["The ship left Averell", "hours before the fire broke out at the yard"],
    ),
    ("The army will land on the island if the talks fail.", ["The army will land on the island if the talks fail"]),
    ("If the talks fail, the army will land on the island.", ["If the talks fail, the army will land on the island"]),
    ("The crew left the ship to look for water.", ["The crew left the ship to look for water"]),
    ("The fire was bigger than the mayor had feared.", ["The fire was bigger than the mayor had feared"]),
    (
        "Three sailors drowned, including two brothers from Averell.",
        ["Three sailors drowned", "including two brothers from Averell"],
    ),
    (
        "Recent talks, including a meeting at the harbour office, have led nowhere.",
        [
            "Recent talks, including a meeting at the harbour office, have led nowhere",
            "including a meeting at the harbour office",
        ],
    ),
    (
        "The ministry drew up plans for a landing, with the troops to be ready by mid-September.",
        ["The ministry drew up plans for a landing", "with the troops to be ready by mid-September"],
    ),
    ("The mayor left the hall with flowers in her hand.", ["The mayor left the hall with flowers in her hand"]),
    (
        "Ben Okafor, the third mayor to resign in two years, has left Averell.",
        [
            "Ben Okafor, the third mayor to resign in two years, has left Averell",
            "the third mayor to resign in two years",
        ],
    ),
    ("Ben Okafor, 54, has left the town of Averell.", ["Ben Okafor, 54, has left the town of Averell"]),
    ("Ben Okafor, the mayor of Averell, has left the town.", ["Ben Okafor, the mayor of Averell, has left the town"]),
    (
        "There were 129 people on board the ship when it hit the pier.",
        ["There were 129 people on board the ship", "when it hit the pier"],
    ),
    (
        "Four people were taken to hospital while 20 others were slightly hurt.",
        ["Four people were taken to hospital", "while 20 others were slightly hurt"],
    ),
    (
        "The bridge was closed (a crane had fallen on it in March).",
        ["The bridge was closed", "(a crane had fallen on it in March)"],
    ),
    (
        "The crew was rescued, but neither the cargo nor the ship could be saved.",
        ["The crew was rescued", "neither the cargo nor the ship could be saved"],
    ),
    (
        "The deal is worth three million crowns, up from two million in the spring.",
        ["The deal is worth three million crowns, up from two million in the spring", "up from two million"],
    ),
    (
        "Nobody has landed there since the war because the channel is mined.",
        ["Nobody has landed there since the war", "because the channel is mined"],
    ),
    (
        "The council voted 12 to three to close the harbour and to sell the ferry.",
        ["The council voted 12 to three to close the harbour and to sell the ferry"],
    ),
    (
        "The owners expect the yard to close and the cranes to be sold.",
        ["the yard to close", "the cranes to be sold"],
    ),
    (
        "The train from Averell stopped in Sandry, reached the coast at noon and returned at night.",
        ["The train from Averell stopped in Sandry", "reached the coast at noon and returned at night"],
    ),
    (
        "The dam broke on Monday, and the river flooded the old town, drowning 30 cows.",
        ["The dam broke on Monday", "the river flooded the old town", "drowning 30 cows"],
    ),
    (
        "As the crowd gathered, the police closed the square.",
        ["As the crowd gathered", "the police closed the square"],
    ),
    (
        "The army, having lost two ships, gave up the island.",
        ["The army, having lost two ships, gave up the island", "having lost two ships"],
    ),
    ("The port is open, so the ferries run.", ["The port is open", "so the ferries run"]),
    # a stamp, which says when the page changed
    (
        "Update, Thursday, 4.30pm: The ministry was warned about leaking containers.",
        ["The ministry was warned about leaking containers"],
    ),
    ("The general closed the harbour before dawn.", ["The general closed the harbour before dawn"]),
]


@pytest.mark.parametrize(("text", "stretches"), CUTS)
def test_a_sentence_is_cut_where_a_new_proposition_begins(text, stretches):
    story = read(text)
    assert [story.stated(m) for m in story.mentions] == stretches


WITHOUT_SYNTAX = [
    # two clauses
    (
        "The port was closed on Friday, and 300 dockers were sent home.",
        ["The port was closed on Friday", "and 300 dockers were sent home"],
    ),
    (
        "The market square was crowded after a bomber drove a lorry through the northern gate.",
        ["The market square was crowded", "after a bomber drove a lorry through the northern gate"],
    ),
    (
        "The harbour was full of ships when the storm broke over the coast.",
        ["The harbour was full of ships", "when the storm broke over the coast"],
    ),
    (
        "The bridge collapsed at noon; divers reached the first cars within minutes.",
        ["The bridge collapsed at noon", "divers reached the first cars within minutes"],
    ),
    # two figures
    (
        "Two people were killed and 120 wounded in the blast.",
        ["Two people were killed", "and 120 wounded in the blast"],
    ),
    ("Between 20 and 30 people were killed in the blast.", ["Between 20 and 30 people were killed in the blast"]),
    # an aside at the end, and one within the sentence
    (
        "The ferry struck the northern pier, which was built in 1931 by convicts.",
        ["The ferry struck the northern pier", "which was built in 1931 by convicts"],
    ),
    (
        "The ferry, which was built in 1981, sank within ten minutes.",
        ["The ferry, which was built in 1981, sank within ten minutes"],
    ),
    (
        "A lorry hit the northern barrier, killing 12 dockers on the quay.",
        ["A lorry hit the northern barrier", "killing 12 dockers on the quay"],
    ),
    # no clause of its own
    ("The general closed the harbour before dawn.", ["The general closed the harbour before dawn"]),
    ("Ana Roy and Ben Okafor met the mayor.", ["Ana Roy and Ben Okafor met the mayor"]),
]


def without_syntax(text):
    """What the stages read where the language model gives no syntax."""
    annotated = annotate(report(text))
    bare = replace(annotated, tokens=tuple(replace(token, head=-1, relation="") for token in annotated.tokens))
    attributions = attribute(bare)
    return Read(bare, attributions, state(bare, attributions))


@pytest.mark.parametrize(("text", "stretches"), WITHOUT_SYNTAX)
def test_without_syntax_it_is_cut_by_its_marks_and_words(text, stretches):
    story = without_syntax(text)
    assert [story.stated(m) for m in story.mentions] == stretches


def test_what_stands_within_a_mention_is_not_its_own():
    outer, inner = read("The ferry, which was built in 1981, sank with 12 sailors.").mentions
    assert outer.start < inner.start < inner.end < outer.end
    assert [f.low for f in outer.figures] == [12]
    assert outer.dates == () != inner.dates
    assert "built" not in outer.words
    assert "sank" not in inner.words


LENT = [
    # a clause is compared by the subject that it shares, by what it hangs on, and by the verb of what it counts
    ("The captain left the bridge and ordered the crew into the boats.", "captain"),
    ("The ferry, built in Averell in 1981, sank within ten minutes.", "ferry"),
    ("Police arrested 12 dockers and three sailors.", "arrest"),
]


@pytest.mark.parametrize(("text", "word"), LENT)
def test_a_clause_without_a_subject_borrows_one(text, word):
    assert stem(word) in read(text).mentions[-1].words


FRAMED = [
    # neither the source's nor the cue's words are part of what is stated
    ("Police said the driver had been arrested at noon.", {"the driver had been arrested at noon": ("Police",)}),
    (
        "The driver had been arrested at noon, according to police.",
        {"The driver had been arrested at noon": ("police",)},
    ),
    (
        "The driver had been arrested, the Kestria Herald reported, citing three port officials.",
        {"The driver had been arrested": ("Kestria Herald", "three port officials")},
    ),
    (
        "In an interview with the Kestria Herald, Ana Roy said the bridge was unsafe.",
        {"the bridge was unsafe": ("Kestria Herald", "Ana Roy")},
    ),
    # the writer's aside is the report's own voice
    (
        "Police said a lorry hit the barrier, killing 12 people.",
        {"a lorry hit the barrier": ("Police",), "killing 12 people": ()},
    ),
    # both halves of an interrupted sentence
    (
        "“Nobody was killed,” Ana Roy said, “and 30 people were rescued from the water.”",
        {"Nobody was killed": ("Ana Roy",), "and 30 people were rescued from the water": ("Ana Roy",)},
    ),
    # half of a sentence that says nothing by itself is left out
    ("The bridge, according to two engineers, was never inspected.", {"was never inspected": ("two engineers",)}),
]


@pytest.mark.parametrize(("text", "chains"), FRAMED)
def test_stretches_lie_within_one_voice(text, chains):
    assert read(text).chains() == chains


@pytest.mark.parametrize("text", ["Not so.", "", "Averell."])
def test_fragments_state_nothing(text):
    assert read(text).mentions == ()


def test_what_a_frame_leaves_of_a_sentence_states_nothing_without_a_verb():
    story = read("A police spokeswoman told the Averell news agency that nobody had drowned.")
    assert list(story.chains()) == ["nobody had drowned"]


@pytest.mark.parametrize("text", ["Nobody was killed", "No one was hurt", "None was injured"])
def test_that_it_befell_nobody_may_be_short(text: str):
    assert list(read(f"{text}. Two cranes fell into the sea.").chains()) == [text, "Two cranes fell into the sea"]


def test_what_somebody_says_may_be_short():
    assert read("They are safe.").mentions == ()
    assert read("Police said they were safe.").chains() == {"they were safe": ("Police",)}
