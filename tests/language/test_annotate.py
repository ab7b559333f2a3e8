"""Names, roles and references in made-up reports."""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.language import annotate
from stemma.model import Annotated, Block, Entity
from tests.texts import report

STORY = report(
    "The Ministry of Harbours has ordered the port of Kelsund shut, according to a report citing two engineers.\n"
    "Independent journalist Mira Sandoval reported Thursday that US Coastal Command (COASTCOM) was told in spring.\n"
    "The plan was discussed in Austin by Tobias Lindqvist, the acting deputy secretary of transport for ports, "
    "and COASTCOM Commander Adm. Gregory P. Aldous hosted Defense Secretary Gen. Ricardo Tejada Montes.\n"
    "“Today, more than ever, we must act,” Tejada said, according to Sandoval’s report.\n"
    "Norland President Elena Brandt has ruled it out. “There will be no closure. That is final,” she said in August.\n"
    "Adm. Aldous acknowledged delays. Asked by Sen. Walter Pike, Aldous replied: “No.” He asked for money.\n"
    "White House spokesperson Carla Voss said: “President Brandt is right, which is why she signed.”\n"
    "The Special Coastal Command North was named in a Top Secret order. The ministry declined to comment.",
    title="Ministry Of Harbours Shuts Kelsund As Aldous Warns Of Delays",
)


@pytest.fixture(scope="module")
def story() -> Annotated:
    return annotate(STORY)


def by_name(annotated: Annotated, name: str) -> Entity:
    return next(e for e in annotated.entities if e.name == name)


def wording(annotated: Annotated, entity: Entity, kind: str) -> list[str]:
    return [
        annotated.report.text[n.start : n.end] for n in annotated.names if n.entity == entity.number and n.kind == kind
    ]


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Mira Sandoval", ["Independent journalist"]),
        ("Tobias Lindqvist", ["acting deputy secretary of transport for ports"]),
        ("Gregory P. Aldous", ["COASTCOM Commander Adm.", "Adm."]),
        ("Ricardo Tejada Montes", ["Defense Secretary Gen."]),
        ("Elena Brandt", ["Norland President", "President"]),
        ("Walter Pike", ["Sen."]),
        ("Carla Voss", ["White House spokesperson"]),
    ],
)
def test_persons_stand_once_with_their_roles(story: Annotated, name: str, roles: list[str]) -> None:
    entity = by_name(story, name)
    assert entity.kind == "person"
    assert [role.text for role in entity.roles] == roles
    surname = name.rsplit(maxsplit=1)[-1]
    assert [e.name for e in story.entities if surname in e.name.split()] == [name]


def test_an_acronym_and_its_name_are_one_body(story: Annotated) -> None:
    body = by_name(story, "US Coastal Command")
    assert (body.kind, body.aliases) == ("body", ("COASTCOM",))
    assert by_name(story, "Special Coastal Command North").kind == "body"


def test_capitals_that_name_nothing_are_no_names(story: Annotated) -> None:
    names = {name for e in story.entities for name in (e.name, *e.aliases)}
    assert not names & {
        "Top Secret",
        "Today",
        "The",
        "Independent",
        "Asked",
        "No",
        "Thursday",
        "August",
        "Shuts",
        "Delays",
    }


def test_headline_names_are_those_of_the_text(story: Annotated) -> None:
    end = len(STORY.title)
    found = [STORY.text[n.start : n.end] for n in story.names if n.start < end]
    assert {"Aldous", "Kelsund"} <= set(found)
    assert not [f for f in found if "Shuts" in f or "Warns" in f]


def test_common_nouns(story: Annotated) -> None:
    assert wording(story, by_name(story, "Ministry of Harbours"), "nominal") == ["The ministry"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("A harbour police spokesman, Idris Vakil, said so.", "Idris Vakil", "harbour police spokesman"),
        ("Noor Karimi, the head doctor in Kelsund hospital, wept.", "Noor Karimi", "head doctor in Kelsund hospital"),
        ("Seaworks Chief Executive Hugo Tan resigned.", "Hugo Tan", "Seaworks Chief Executive"),
        ("Ruth Aldous, Commander of the fleet, left.", "Ruth Aldous", "Commander of the fleet"),
        ("He met Ana Ruiz, a former U.S. Navy lawyer.", "Ana Ruiz", "former U.S. Navy lawyer"),
    ],
)
def test_roles_are_exact(text: str, name: str, role: str) -> None:
    annotated = annotate(report(text))
    assert [r.text for r in by_name(annotated, name).roles] == [role]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Kelsund Evening Herald reported it.", "outlet", "Kelsund Evening Herald"),
        ("It was told to the Associated Press.", "outlet", "Associated Press"),
        ("He moved to Mazar-i-Sharif in May.", "place", "Mazar-i-Sharif"),
        ("They sued Brightwater Holdings Ltd. over it.", "body", "Brightwater Holdings Ltd."),
        ("It fell to the Department of Ports and Canals.", "body", "Department of Ports and Canals"),
        ("They were met by Prime Minister Theresa May.", "person", "Theresa May"),
        ("In Kelsund, Jong-un Pak spoke.", "person", "Jong-un Pak"),
        ("They saw Vincent van der Meer there.", "person", "Vincent van der Meer"),
        ("An attack by al-Shabab was feared.", "body", "al-Shabab"),
    ],
)
def test_kinds(text: str, kind: str, name: str) -> None:
    assert by_name(annotate(report(text)), name).kind == kind


def test_nationalities_are_no_entities() -> None:
    assert annotate(report("The American and the Mexican met two Germans.")).entities == ()


def test_two_persons_with_one_surname_stay_two() -> None:
    annotated = annotate(report("Ana Ruiz met Tomas Ruiz. Ruiz was late. Ms. Ruiz said nothing."))
    assert {"Ana Ruiz", "Tomas Ruiz"} <= {e.name for e in annotated.entities}
    courtesy = next(n for n in annotated.names if annotated.report.text[n.start - 4 : n.start] == "Ms. ")
    assert annotated.entities[courtesy.entity].name == "Ana Ruiz"


def test_a_pronoun_for_an_unnamed_person_is_left_open() -> None:
    annotated = annotate(report("Mary Vole owed a fortune. In August a Norland woman said she was billed twice."))
    assert not [n for n in annotated.names if n.kind == "pronoun"]


def test_nobody_says_he_of_himself() -> None:
    annotated = annotate(report("Peter Marsh was brave. “He saved us,” Walter Pike said. “He never slept.”"))
    assert wording(annotated, by_name(annotated, "Peter Marsh"), "pronoun") == ["He", "He"]


def test_a_pronoun_before_its_name() -> None:
    annotated = annotate(report("Walter Pike left. In his last speech, Peter Marsh praised him."))
    assert wording(annotated, by_name(annotated, "Peter Marsh"), "pronoun") == ["his"]


def test_boilerplate_is_not_read() -> None:
    made = report("Ana Ruiz left.\nTomas Vole arrived.")
    first, second = made.blocks
    made = replace(made, blocks=(first, Block(second.start, second.end, "boilerplate", "related link")))
    annotated = annotate(made)
    assert [e.name for e in annotated.entities] == ["Ana Ruiz"]
    assert max(t.end for t in annotated.tokens) <= first.end


def test_a_report_without_text() -> None:
    annotated = annotate(replace(report("x"), text="", blocks=()))
    assert (annotated.tokens, annotated.sentences, annotated.names) == ((), (), ())


_LINES = st.lists(
    st.text(
        alphabet=st.sampled_from("aeT .,-'’“”\"()MGn1\u00a0é&"),
        min_size=1,
        max_size=40,
    )
    | st.sampled_from(
        ["Gen. Ana Ruiz said he left.", "The ministry (MOH) of Ports", "U.S.-led talks in Kelsund", "He: No."]
    ),
    min_size=1,
    max_size=5,
)


@given(_LINES)
def test_laws_of_offsets(lines: list[str]) -> None:
    made = report("\n".join(lines), title="Port Shut As Talks Fail")
    annotated = annotate(made)
    assert annotated == annotate(made)
    assert [e.number for e in annotated.entities] == list(range(len(annotated.entities)))
    assert all(0 <= n.start < n.end <= len(made.text) and n.entity < len(annotated.entities) for n in annotated.names)
    assert all(left.end <= right.start for left, right in pairwise(annotated.names))
    assert all(made.text[r.start : r.end] == r.text for e in annotated.entities for r in e.roles)
    place = 0
    for sentence in annotated.sentences:
        block = made.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert place == sentence.first < sentence.last
        place = sentence.last
    assert place == len(annotated.tokens)


def test_the_stage_is_light_until_it_is_used() -> None:
    code = "import sys, stemma.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": "src"}).returncode == 0


def test_a_role_is_that_of_the_person_beside_it() -> None:
    annotated = annotate(report("At the port Mary Vole, President Ida Brandt said so.\nPeter Marsh, his wife, left."))
    assert [r.text for r in by_name(annotated, "Mary Vole").roles] == []
    assert [r.text for r in by_name(annotated, "Ida Brandt").roles] == ["President"]
    assert by_name(annotated, "Peter Marsh").roles == ()


def test_a_surname_alone_is_one_person_however_often_its_kind_was_guessed() -> None:
    lines = ["Elon Varga left."] + ["It was Varga." for _ in range(6)] + ["Then founder Elon Varga and Varga spoke."]
    assert [e.name for e in annotate(report("\n".join(lines))).entities] == ["Elon Varga"]


def test_contractions_are_no_names() -> None:
    assert annotate(report("I'm sure. “I’ve heard it. Don't go. Didn’t they?”")).entities == ()


def test_a_party_behind_a_name_is_no_name() -> None:
    story = annotate(report("Sen. Ana Ruiz (D-Mo.) left. Gov. Peter Hughes (R) stayed, said Ida Brandt (D)."))
    assert sorted(e.name for e in story.entities) == ["Ana Ruiz", "Ida Brandt", "Peter Hughes"]


def test_a_surname_that_is_a_country_too_is_the_person() -> None:
    story = annotate(report("Rep. Jim Jordan left the hall. The deal is dead, Jordan said. He gave no reason."))
    assert [(e.name, e.kind) for e in story.entities] == [("Jim Jordan", "person")]


def test_a_title_before_a_name_is_no_name() -> None:
    story = annotate(report("Last week, British Prime Minister Ana Ruiz said that the port would stay open."))
    assert [(e.name, e.kind) for e in story.entities] == [("Ana Ruiz", "person")]


def test_a_body_whose_name_has_an_and_is_one() -> None:
    story = annotate(report("The crash was confirmed by the United Nations Relief and Works Agency on Monday."))
    assert [(e.name, e.kind) for e in story.entities] == [("United Nations Relief and Works Agency", "body")]


def test_two_bodies_joined_by_and_are_two() -> None:
    story = annotate(report("The United Nations and the World Bank said that the dam was unsafe."))
    assert sorted(e.name for e in story.entities) == ["United Nations", "World Bank"]


def test_korean_given_names_are_whole() -> None:
    story = annotate(report("Kim Soo-young left on Monday. Prices rose, Park Kwang-hyun told reporters."))
    assert sorted((e.name, e.kind) for e in story.entities) == [
        ("Kim Soo-young", "person"),
        ("Park Kwang-hyun", "person"),
    ]
