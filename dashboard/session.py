"""What a visitor has chosen, and the documents that he looks at: the only reader and writer of st.session_state and of the link.

Documents and their events are kept for the whole server and computed once for each content; what is chosen belongs to one visitor.
"""

import hashlib
import json
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import streamlit as st

from core import dateline, pipeline, readers, timex
from core.chronology import Happening, gather
from core.model import Document, Event
from core.table import table as tabled
from core.when import When
from dashboard import filters
from dashboard.filters import Filter
from dashboard.theme import ThemeName

INPUTS = "DATELINE_INPUTS"
"""The environment variable that names the inputs of the dashboard: a JSON list of paths."""
SET_HERE = "set in the dashboard"
SEEDS = Path(__file__).parent.parent / "seeds" / "articles"


@dataclass(frozen=True, slots=True)
class Opened:
    """The documents that the server was started on, and a line for each that could not be read and for what else should be known."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """The table of all events, the events by id, and by the same id the happening that each tells of."""

    table: pd.DataFrame
    events: Mapping[str, Event]
    happenings: Mapping[str, Happening]


@st.cache_resource(show_spinner="Reading the documents ...")
def _opened(sources: tuple[str, ...]) -> Opened:
    problems: list[str] = []
    notes: list[str] = []
    documents = readers.read(*sources, once=True, on_error=lambda error: problems.append(str(error)), on_note=notes.append)
    return Opened(tuple(map(_dated, documents)), tuple(problems), tuple(notes))


def opened() -> Opened:
    """What the server was started on: the paths in DATELINE_INPUTS, else the seeds."""
    return _opened(tuple(json.loads(os.environ.get(INPUTS, "null")) or [str(SEEDS)]))


def silent() -> list[Document]:
    """Those of them in which nothing is dated."""
    return [document for document in opened().documents if not events_of(document)]


@st.cache_resource(show_spinner=False)
def _added() -> dict[str, Document]:
    return {}


@st.cache_resource(show_spinner=False)
def _redated() -> dict[str, When]:
    return {}


def _dated(document: Document) -> Document:
    return dateline.dated(document, timex.find(document))


def add(document: Document) -> None:
    """Puts a document beside the others until the server stops; one of the same id is replaced."""
    _added()[document.id] = _dated(document)


def same(document: Document) -> Document | None:
    """The document that is there already with the same text."""
    words = readers.same_words(document)
    return next((other for other in documents().values() if readers.same_words(other) == words), None)


def remove(document: str) -> None:
    """Takes away a document that was added."""
    _added().pop(document, None)
    _redated().pop(document, None)


def redate(document: str, published: When | None) -> None:
    """Gives a document another date of publication until the server stops; None brings back what it says of itself."""
    if published is None:
        _redated().pop(document, None)
    else:
        _redated()[document] = published


def is_added(document: str) -> bool:
    """Whether a document was added by hand, so that it can be taken away."""
    return document in _added()


def documents() -> dict[str, Document]:
    """All documents by id, dated."""
    read = {document.id: document for document in opened().documents} | _added()
    changed = {
        identifier: replace(read[identifier], published=when, published_source=SET_HERE, inferred=False)
        for identifier, when in _redated().items()
        if identifier in read
    }
    return read | changed


def fingerprint(document: Document) -> str:
    """What tells one content of a document from another: its text and its date."""
    return hashlib.sha256(f"{document.id}\0{document.published}\0{document.text}".encode("utf-8", "surrogatepass")).hexdigest()


@st.cache_resource(show_spinner="Finding the events ...", max_entries=10_000)
def _events(content: str, _document: Document) -> tuple[Event, ...]:
    return tuple(pipeline.extract(_document))


def events_of(document: Document) -> tuple[Event, ...]:
    """The events of one document, extracted once for each content."""
    return _events(fingerprint(document), document)


@st.cache_resource(show_spinner=False, max_entries=20)
def _table(contents: tuple[str, ...], _documents: Sequence[Document]) -> Chronology:
    events = sorted((event for document in _documents for event in events_of(document)), key=_place_in_time)
    gathered = gather(events, _documents)
    told = {identifier: happening for happening in gathered for identifier in happening.events}
    return Chronology(tabled(events, _documents, gathered), {event.id: event for event in events}, told)


def _place_in_time(event: Event) -> tuple[float, float]:
    """By first instant, the shorter first; what has an open start comes before all."""
    start, end = event.when.start, event.when.end
    return (-math.inf if start is None else start, math.inf if end is None else end)


def _chronology() -> Chronology:
    read = list(documents().values())
    return _table(tuple(map(fingerprint, read)), read)


def table() -> pd.DataFrame:
    """The events of all documents."""
    return _chronology().table


def events() -> Mapping[str, Event]:
    """The same events by id."""
    return _chronology().events


def happening(event: str) -> Happening:
    """What an event tells of, with all who tell of it."""
    return _chronology().happenings[event]


def shown() -> Filter:
    """The filter in force."""
    return st.session_state.get("filter", filters.EVERYTHING)


def show(chosen: Filter) -> None:
    """Puts a filter in force."""
    st.session_state["filter"] = chosen
    _write_link()


def chosen() -> str | None:
    """The id of the event whose excerpt is open."""
    return st.session_state.get("event")


def choose(identifier: str | None) -> None:
    """Opens the excerpt of an event."""
    st.session_state["event"] = identifier
    _write_link()


def remember_added(documents: Sequence[str], problems: Sequence[str]) -> None:
    """Keeps what came of adding documents for the pages to show; what was open makes way for it."""
    if documents:
        choose(None)
    st.session_state["added"] = (tuple(documents), tuple(problems))


def last_added() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the documents that were added last, and what could not be read."""
    return st.session_state.get("added", ((), ()))


def widget(key: str) -> object:
    """The value that a widget holds, None before it was drawn."""
    return st.session_state.get(key)


def set_widget(key: str, value: object) -> None:
    """Gives a widget its value; to be called before the widget is drawn."""
    st.session_state[key] = value


def _write_link() -> None:
    query = filters.to_query(shown())
    if event_id := chosen():
        query["event"] = [event_id]
    if query != link():
        st.query_params.from_dict(query)
    st.session_state["link"] = link()
    st.session_state["unusable"] = []


def link() -> dict[str, list[str]]:
    """What the link carries now."""
    return {name: st.query_params.get_all(name) for name in sorted(st.query_params)}


def follow_link(page: str) -> None:
    """Takes over what the link says where somebody else wrote it: a copied link, or the browser's back button.

    Turning to another page drops what the link carried; then it is written again.
    """
    turned = st.session_state.get("page", page) != page
    st.session_state["page"] = page
    now = link()
    if turned and not now:
        _write_link()
    elif now != st.session_state.get("link"):
        st.session_state["filter"] = filters.from_query(now)
        st.session_state["event"] = (now.get("event") or [None])[-1]
        st.session_state["link"] = st.session_state["followed"] = now
        st.session_state["unusable"] = []


def unusable() -> list[str]:
    """What of the link that was followed last finds nothing here."""
    followed = st.session_state.pop("followed", None)
    if followed:
        known = {"actor": set(table()["actors"].explode()), "doc": documents(), "event": events()}
        st.session_state["unusable"] = filters.unusable(followed, known)
    return st.session_state.get("unusable", [])


def theme() -> ThemeName:
    """The theme that the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"
