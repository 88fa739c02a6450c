"""An event that a person adds: some words of a document are chosen, and what the program can read there is filled in."""

from core.actors import actors
from core.dateline import dated
from core.errors import LibraryError
from core.library.decisions import Decision, fields
from core.model import Document, Span, Timex
from core.sentences import split
from core.table import KEYS, Row, timex_row
from core.timex import find, timexes

LABEL = 100
"""The longest label that is made of chosen words."""


def by_hand(document: Document, start: int, end: int, why: str = "", **own: object) -> Decision:
    """The decision to add the event that the words from `start` to `end` tell of; `own` are fields that are given, as in an edit.

    The excerpt is the sentences of these words, the date that of the first expression in them that has one, else in the excerpt. Raises
    LibraryError where the words are none, or no date is given or found.

    >>> chosen = by_hand(Document("a", "The ferry sank on 3 May 2019."), 4, 14)
    >>> chosen.values["edtf"], chosen.values["label"], chosen.values["excerpt"]
    ('2019-05-03', 'ferry sank', 'The ferry sank on 3 May 2019.')
    """
    chosen = document.text[start:end] if 0 <= start < end <= len(document.text) else ""
    if not chosen.strip():
        raise LibraryError(f"no words from {start} to {end}: the document has the characters 0 to {len(document.text)}")
    said = find(document)
    document = dated(document, said)
    found = timexes(document, found=said)
    sentences = split(document.text, document.body, veto=[(t.span.start, t.span.end) for t in found])
    covered = [(low, high) for low, high in sentences if low < end and start < high]
    excerpt = document.span(min([start, *(low for low, _ in covered)]), max([end, *(high for _, high in covered)]))
    deciding = _deciding(found, document.span(start, end), excerpt)
    if deciding is None and "edtf" not in own:
        raise LibraryError("no date stands in these words: give one")
    named = [a for a in actors(document, sentences, found) if any(excerpt.start <= m.start and m.end <= excerpt.end for m in a.mentions)]
    row: Row = {
        **dict.fromkeys(KEYS),
        "id": f"{document.id}:{start}-{end}+",
        "document": document.id,
        "edtf": deciding.when.edtf if deciding and deciding.when else "",
        "extent": "moment",
        "label": " ".join(chosen.split())[:LABEL],
        "excerpt": excerpt.text,
        "excerpt_start": excerpt.start,
        "excerpt_end": excerpt.end,
        "mentions": [{"start": excerpt.start, "end": excerpt.end, "text": excerpt.text}],
        "timexes": [_timex(deciding)] if deciding else [],
        "rule": deciding.rule if deciding else "",
        "anchor": deciding and deciding.anchor,
        "anchor_source": deciding and deciding.anchor_source,
        "actors": [a.name for a in named if a.kind != "place"],
        "places": [a.name for a in named if a.kind == "place"],
        "status": "happened",
        "published": document.published and document.published.edtf,
        "published_source": document.published_source,
        "page": document.page(excerpt.start),
        "review": "accepted",
        "tags": [],
        "notes": list(deciding.notes) if deciding else [],
        "roles": {a.name: a.role for a in named if a.role},
        "mod": deciding.when.mod if deciding and deciding.when and "edtf" not in own else None,
        **own,
    }
    return Decision("add", (), {**row, **fields({"edtf": row["edtf"], "label": row["label"]}), "mod": row["mod"]}, why)


def _deciding(found: list[Timex], chosen: Span, excerpt: Span) -> Timex | None:
    """The first expression with a date in the chosen words, else in their sentences."""
    for place in (chosen, excerpt):
        for timex in found:
            if timex.when is not None and timex.span.start < place.end and place.start < timex.span.end:
                return timex
    return None


def _timex(timex: Timex) -> Row:
    row = timex_row(timex)
    return {name: row[name] for name in ("start", "end", "text", "type", "value", "edtf")}
