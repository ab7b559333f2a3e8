"""Pronouns and common nouns that refer to somebody named."""

import pytest

from stemma.language import annotate
from stemma.model import Annotated
from tests.texts import report


def meant(text: str) -> list[tuple[str, str]]:
    """The words that refer to somebody, each with the name of whom it means."""
    annotated: Annotated = annotate(report(text))
    names = {e.number: e.name for e in annotated.entities}
    return [(text[n.start : n.end].lower(), names[n.entity]) for n in annotated.names if n.kind != "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz left the hall. She said nothing.", ("she", "Ana Ruiz")),
        ("Peter Hughes met Ana Ruiz. He thanked her.", ("he", "Peter Hughes")),
        ("Peter Hughes met Ana Ruiz. He thanked her.", ("her", "Ana Ruiz")),
        (
            "President Elena Brandt has ruled it out. “There will be no closure,” she said in August.",
            ("she", "Elena Brandt"),
        ),
        (
            "The Ministry of Harbours shut the port. The ministry gave no reason.",
            ("the ministry", "Ministry of Harbours"),
        ),
        ("Sen. Ana Ruiz came to the hall. The senator gave no reason.", ("the senator", "Ana Ruiz")),
    ],
)
def test_references_lead_to_the_name(text: str, expected: tuple[str, str]) -> None:
    assert expected in meant(text)


def test_a_pronoun_that_can_mean_nobody_else_overrules_the_kind_of_a_name() -> None:
    text = "Cubillo left the hall at noon. He said that the talks had failed."
    (person,) = annotate(report(text)).entities
    assert person.kind == "person"
    assert ("he", "Cubillo") in meant(text)


@pytest.mark.parametrize("text", ["He left. She stayed.", "A man in a grey coat said he had seen the fire."])
def test_who_is_not_named_stays_unnamed(text: str) -> None:
    assert meant(text) == []
