"""Who did what to whom, as the syntax tells it."""

import pytest

from stemma.intake import understand
from stemma.model import Mention
from tests.texts import report


def _one(text: str, opening: str) -> Mention:
    reading = understand(report(text))
    return next(m for m in reading.mentions if reading.report.text.startswith(opening, m.start))


@pytest.mark.parametrize(
    ("text", "event", "agents", "patients"),
    [
        ("Police arrested Ana Roy near the harbour.", "arrest", {"polic"}, {"ana", "roy"}),
        ("Two dock workers were killed by the blast.", "kill", {"bomb"}, {"two", "dock", "worker"}),
        ("The mayor closed the harbour bridge on Friday.", "shut", {"mayor"}, {"harbour", "bridg"}),
    ],
)
def test_a_passive_and_an_active_clause_have_their_parts(
    text: str, event: str, agents: set[str], patients: set[str]
) -> None:
    found = _one(text, text[:8])
    assert found.event == (event,)
    assert set(found.agents) == agents
    assert set(found.patients) == patients


def test_a_pronoun_stands_for_its_name() -> None:
    found = _one("Ana Roy left the court. She was arrested at the station.", "She was")
    assert {"ana", "roy"} <= set(found.patients)
