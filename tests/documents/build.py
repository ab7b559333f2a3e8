"""Small JSON reports for the tests of the documents stage."""

import json

from stemma.documents import read
from stemma.model import File, Report
from stemma.settings import DEFAULTS

BODY = (
    "The council of the harbour town voted on Tuesday to rebuild the bridge.",
    "The vote was close, with nine for the plan and eight against it, the clerk said.",
    "The work is to begin in the spring, she said.",
    "No date was given for the end of it.",
    "The province will pay half of the cost.",
    "The mayor thanked everybody who had come to the hall.",
)


def report(*lines: str, **fields: object) -> Report:
    """The report that a JSON file with these lines of text, and these other fields, gives."""
    content = json.dumps({"text": "\n".join(lines), **fields}).encode()
    (only,) = read(File("a.json", "", content), DEFAULTS)
    assert isinstance(only, Report)
    return only
