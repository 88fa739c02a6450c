"""Events as rows and as a DataFrame. COLUMNS is the one schema: of the JSON lines, the CSV, the table and the dashboard.

A row is a dict with the keys of KEYS, as plain JSON values. The DataFrame has further columns that only a table needs: instants as
numbers, what is known of the document, and the happening that the event tells of.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from core.happening import Happening
from core.model import Document, Event, Span, Timex
from core.when import When, instant_text

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its pandas dtype ("object" where None or a list may stand) and what it holds."""

    name: str
    dtype: str
    about: str


COLUMNS: dict[str, Column] = {
    column.name: column
    for column in (
        Column("id", "string", "made of the document's id and the offsets of the deciding expression, so that it stays under better rules"),
        Column("document", "string", "id of the document that tells of the event"),
        Column("edtf", "string", "when it was, in EDTF, as precisely as the text says"),
        Column("start", "object", "first instant of that stretch, in EDTF; null where it is open"),
        Column("end", "object", "first instant after it (the stretch is half-open), in EDTF; null where it is open"),
        Column("granularity", "string", "century ... second: how finely it is dated"),
        Column("extent", "string", "moment (it lies somewhere within) or span (it lasted from start to end)"),
        Column("approximate", "bool", "whether the text dates it only roughly"),
        Column("label", "string", "a short name for it, in the words of the text"),
        Column("excerpt", "string", "the sentence of the deciding expression, verbatim"),
        Column("excerpt_start", "int64", "where the excerpt starts, in code points of the document"),
        Column("excerpt_end", "int64", "where it ends; exclusive"),
        Column("mentions", "object", "all sentences that tell of it: a list of {start, end, text}"),
        Column(
            "timexes", "object", "the expressions that date it, the deciding one first: a list of {start, end, text, type, value, edtf}"
        ),
        Column("rule", "string", "the rule that read the deciding expression"),
        Column("anchor", "object", "what a relative expression was counted from; null where it needs nothing"),
        Column("anchor_source", "object", "where the anchor came from, in words"),
        Column("actors", "object", "who took part: a list of names"),
        Column("places", "object", "where: a list of names"),
        Column("status", "string", "happened, planned, denied or hypothetical"),
        Column("speaker", "object", "who says so, where it is reported speech"),
        Column("said", "object", "when they said it, in EDTF"),
        Column("published", "object", "when the document was published, in EDTF"),
        Column("published_source", "object", "how that is known, in words"),
        Column("page", "object", "the page on which the excerpt begins; null where the document has no pages"),
        Column("review", "string", "new, accepted, edited or rejected: what people have decided about it"),
        Column("tags", "object", "what people have tagged it with: a list of texts"),
        Column("comment", "object", "what people have remarked on it"),
        Column("status_cue", "object", "the words that decided the status; null where it simply happened"),
        Column("notes", "object", "what a reader should know of how the deciding expression was read: a list of texts"),
        Column("roles", "object", "which part each actor and place has: an object of names, each with its part"),
        Column(
            "mod", "object", "which part of the date is meant, or how: START, MID, END, APPROX, BEFORE ... as in TIMEX3; null for all of it"
        ),
        Column("start_ms", "float64", "start in milliseconds since 1970-01-01T00:00; NaN where it is open (only in the table)"),
        Column("end_ms", "float64", "end in the same count (only in the table)"),
        Column("title", "object", "the document's title (only in the table)"),
        Column("publisher", "object", "the document's publisher (only in the table)"),
        Column("url", "object", "where the document can be found (only in the table)"),
        Column("happening", "object", "id of the happening that it tells of, null where nothing was gathered (only in the table)"),
        Column("disputed", "bool", "whether the sources of that happening date or count it differently (only in the table)"),
        Column("weight", "float64", "how much that happening matters among all; NaN where nothing was gathered (only in the table)"),
        Column("sources", "int64", "how many independent sources tell of it (only in the table)"),
    )
}

ONLY_TABLE = ("start_ms", "end_ms", "title", "publisher", "url", "happening", "disputed", "weight", "sources")
KEYS: tuple[str, ...] = tuple(name for name in COLUMNS if name not in ONLY_TABLE)
"""The columns of which JSON Lines and CSV are made, in their order."""
LATER: Row = {"page": None, "status_cue": None, "notes": [], "roles": {}, "mod": None}
"""What a row lacks that an earlier program wrote, and what stands there then."""


def row(event: Event) -> Row:
    """An event as a row."""
    date, deciding = event.when, event.deciding
    return {
        "id": event.id,
        "document": event.document,
        "edtf": date.edtf,
        "start": _instant(date.start),
        "end": _instant(date.end),
        "granularity": date.granularity,
        "extent": event.extent,
        "approximate": date.approximate,
        "label": event.label,
        "excerpt": event.excerpt.text,
        "excerpt_start": event.excerpt.start,
        "excerpt_end": event.excerpt.end,
        "mentions": [_place(mention) for mention in event.mentions],
        "timexes": [{**_place(t.span), "type": t.type, "value": t.value, "edtf": t.when and t.when.edtf} for t in event.timexes],
        "rule": deciding.rule,
        "anchor": deciding.anchor,
        "anchor_source": deciding.anchor_source,
        "actors": [actor.name for actor in event.actors],
        "places": [place.name for place in event.places],
        "status": event.status,
        "speaker": event.speaker,
        "said": event.said and event.said.edtf,
        "published": event.published and event.published.edtf,
        "published_source": event.published_source,
        "page": event.page,
        "review": "new",
        "tags": [],
        "comment": None,
        "status_cue": event.status_cue,
        "notes": list(deciding.notes),
        "roles": {actor.name: actor.role for actor in (*event.actors, *event.places) if actor.role},
        "mod": event.when.mod,
    }


def when(row: Row) -> When:
    """The date of an event's row.

    >>> when({"edtf": "2021-10", "granularity": "month", "mod": "END"})
    When(edtf='2021-10', granularity='month', mod='END')
    """
    return When(row["edtf"], row["granularity"], row.get("mod"))


def timex_row(timex: Timex) -> Row:
    """A time expression as a row: the keys of `dateline timexes`. A range also has its `ends`, rows alike.

    >>> from core.meaning import Calendar
    >>> from core.when import When
    >>> timex_row(Timex(Span("a", 3, 7, "2001"), "DATE", "2001", "year", Calendar(year=2001), When("2001")))["edtf"]
    '2001'
    """
    ends = {"ends": [timex_row(end) for end in timex.ends]} if timex.ends else {}
    return {
        "document": timex.span.document,
        **_place(timex.span),
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "edtf": timex.when and timex.when.edtf,
        "rule": timex.rule,
        "anchor": timex.anchor,
        **ends,
    }


def table(events: Iterable[Event], documents: Iterable[Document] = (), happenings: Iterable[Happening] = ()) -> "pd.DataFrame":
    """The events as a DataFrame with COLUMNS, in the order given.

    Title, publisher and url are those of `documents`, by id; `happenings` are what these events were gathered to.

    >>> table([]).dtypes["start_ms"]
    dtype('float64')
    """
    return frame((row(event) for event in events), documents, happenings)


class Source(Protocol):
    """What a table tells of a document."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...


def frame(rows: Iterable[Row], documents: Iterable[Source] = (), happenings: Iterable[Happening] = ()) -> "pd.DataFrame":
    """Rows as a DataFrame with COLUMNS: what `table` makes of events, for rows that are there already, as those of a library.

    >>> frame([])["label"].tolist()
    []
    """
    import pandas as pd

    about = {document.id: document for document in documents}
    gathered = {id: happening for happening in happenings for id in happening.events}
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    for told in rows:
        document, happening = about.get(told["document"]), gathered.get(told["id"])
        date = when(told)
        values = {
            **told,
            "start_ms": date.start,
            "end_ms": date.end,
            "title": document and document.title,
            "publisher": document and document.publisher,
            "url": document and document.url,
            **told_of(happening),
        }
        for name, value in values.items():
            columns[name].append(value)
    return pd.DataFrame({name: pd.Series(values, dtype=COLUMNS[name].dtype) for name, values in columns.items()})


def told_of(happening: Happening | None) -> Row:
    """What a table says of the happening that an event tells of, None where nothing was gathered."""
    if happening is None:
        return {"happening": None, "disputed": False, "weight": math.nan, "sources": 1}
    return {
        "happening": happening.id,
        "disputed": bool(happening.disputed),
        "weight": happening.weight.value,
        "sources": happening.sources,
    }


def rows(table: "pd.DataFrame") -> Iterator[Row]:
    """The rows of a table, as `row` made them."""
    for values in zip(*(table[name].tolist() for name in KEYS), strict=True):
        yield dict(zip(KEYS, values, strict=True))


def _instant(instant: int | None) -> str | None:
    return None if instant is None else instant_text(instant)


def _place(span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": span.text}
