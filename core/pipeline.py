"""The whole way: a document -> its events."""

from typing import Literal

from core.actors import Recogniser, actors
from core.aliases import Aliases
from core.dateline import dated
from core.events import events
from core.model import Document, Event
from core.sentences import split
from core.timex import find, timexes

Reading = Literal["auto", "news", "narrative"]


def extract(
    document: Document,
    *,
    reading: Reading = "auto",
    aliases: Aliases | None = None,
    ner: Recogniser | None = None,
) -> list[Event]:
    """The dated events of a document, in the order of the text.

    `reading` says what fills in a date that is not whole, the document's date ("news") or the date named before it ("narrative").
    `aliases` gives actors their canonical names, `ner` finds further names. Raises GrammarError where there is no grammar for the language.

    >>> [(e.when.edtf, e.label) for e in extract(Document("a", "The ferry sank on 3 May 2019. It was raised a year later."))]
    [('2019-05-03', 'The ferry sank'), ('2020', 'The ferry was raised')]
    """
    said = find(document)
    document = dated(document, said)
    found = timexes(document, reading=reading, found=said)
    sentences = split(document.text, document.body, veto=[(t.span.start, t.span.end) for t in found])
    named = actors(document, sentences, found, aliases, ner)
    return events(document, found, named, sentences)
