"""Reads one file: bytes -> text by its kind -> blocks, credits, authors and date -> a report.

kinds -> decoding -> plain | page | records -> blocks -> datelines, credits, authors, dating
"""

import hashlib
import json
from collections.abc import Iterator

from stemma.documents.authors import authors_of
from stemma.documents.blocks import divide
from stemma.documents.credits import credits_of
from stemma.documents.datelines import dateline_of
from stemma.documents.dating import date_report
from stemma.documents.decoding import decode, mend, well_formed
from stemma.documents.draft import Draft
from stemma.documents.kinds import kind_of
from stemma.documents.languages import has_words, language_name, language_of
from stemma.documents.outlets import outlet_name
from stemma.documents.page import draft_page
from stemma.documents.plain import draft_plain
from stemma.documents.records import draft_records
from stemma.model import File, Refusal, Report
from stemma.settings import Settings


def read(file: File, settings: Settings) -> Iterator[Report | Refusal]:
    """The reports of one file: one of a text or page, any number of JSON. What cannot be used gives a refusal instead.

    `Report.file` is the file's base name, with the number of the line or item for many in one file. The text of a
    JSON report is its title's line and its text field, changed only in its line ends. Needs nothing but its arguments,
    so that it can run in any process. Every fault of the input is a refusal. Raises StemmaError where the disk has no
    room for temporary files.
    """
    if len(file.content) > settings.largest_file:
        yield Refusal(file.path, f"larger than {settings.largest_file} bytes")
        return
    for draft in _drafts(file):
        yield draft if isinstance(draft, Refusal) else _report(draft, file.path, settings)


def _drafts(file: File) -> Iterator[Draft | Refusal]:
    kind = kind_of(file.path, file.content)
    if not file.content.strip():
        yield Refusal(file.path, "the file is empty")
    elif kind == "binary":
        yield Refusal(file.path, "binary data, not text")
    elif kind == "page":
        yield draft_page(file.path, decode(file.content))
    elif kind == "text":
        yield draft_plain(file.path, mend(decode(file.content)))
    else:
        yield from draft_records(file.path, file.content, by_line=kind == "lines")


def _report(draft: Draft, path: str, settings: Settings) -> Report | Refusal:
    """The report that a draft makes, or why it makes none."""
    place = path + draft.file[draft.file.rfind(":") :] if ":" in draft.file and not path.endswith(draft.file) else path
    if not has_words(draft.text):
        return Refusal(place, "holds no words")
    language = language_of(draft.text)
    if language not in ("", "en") and not settings.pipeline:  # whoever names a pipeline knows what it reads
        return Refusal(place, f"not in English but, it seems, in {language_name(language)}")
    outlet = outlet_name(draft.outlet, draft.url)
    blocks = divide(draft)
    dateline = dateline_of(draft.text, blocks)
    credits = credits_of(draft.text, blocks, dateline, draft.authors, outlet)
    return Report(
        id=_id(draft, outlet),
        file=well_formed(draft.file),  # names of files need not be text
        text=draft.text,
        title=draft.title.strip(),
        outlet=outlet,
        url=draft.url,
        authors=authors_of(draft.authors, draft.text, blocks, (outlet, *(credit.name for credit in credits))),
        dateline=dateline.place if dateline else "",
        language=language,
        dating=date_report(draft, blocks, dateline),
        blocks=blocks,
        credits=credits,
        hyperlinks=draft.hyperlinks,
    )


def _id(draft: Draft, outlet: str) -> str:
    """Made from what the report is, not from where it lies: the same report read twice has one identifier."""
    content = json.dumps(
        [draft.title, outlet, draft.url, draft.published, draft.text], ensure_ascii=True, separators=(",", ":")
    )
    return "r" + hashlib.sha256(content.encode("ascii")).hexdigest()[:10]
