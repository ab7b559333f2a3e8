"""The spaCy pipelines that the language stage can run on."""

import spacy
from spacy.language import Language

from stemma.errors import SettingsError
from stemma.language.component import english

_ENDLESS = 1 << 30  # Characters; spaCy's own bound guards components that we do not use.


def load(name: str) -> Language:
    """The installed pipeline of that name (or the folder of one); our own English one for "".

    Raises SettingsError where there is none."""
    try:
        pipeline = spacy.load(name) if name else english()
    except OSError as error:
        raise SettingsError(
            f"spaCy has no pipeline called {name!r} here: install it, or leave the setting out"
        ) from error
    pipeline.max_length = _ENDLESS
    return pipeline


def missing(pipeline: Language) -> tuple[str, ...]:
    """What a pipeline does not give, in words for the user; nothing for our own."""
    gives = set(pipeline.pipe_names)
    if "stemma_reader" in gives:
        return ()
    lacks = ["attributions", "pronouns", "how sure events are"]
    lacks += [] if gives & {"ner", "entity_ruler"} else ["names"]
    lacks += [] if "parser" in gives else ["syntax"]
    return tuple(lacks)
