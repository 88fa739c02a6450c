"""A document as it was read, its dated events marked, the chosen one in sight."""

import streamlit as st

from core.model import Document, Timex
from core.timex import timexes
from dashboard import filters, session
from dashboard.deciding import whole_words
from dashboard.filters import Filter
from dashboard.panels import empty, style
from dashboard.panels.by_hand import by_hand_panel, words_panel
from dashboard.panels.document import document_panel
from dashboard.panels.excerpt import excerpt_panel
from dashboard.panels.intake import intake_panel
from dashboard.panels.kept import kept
from dashboard.panels.link import link_note
from dashboard.panels.table import OF_ONE, table_panel
from dashboard.reader import reader
from dashboard.words import say


def choose_document() -> str:
    """The id of the document to read: that of the chosen event, else what was added last, until another one is picked."""
    titles = session.documents().titles()
    event = session.events().get(session.chosen() or "")
    last = [identifier for identifier in session.last_added() if identifier in titles]
    if event:
        session.set_widget("document", event["document"])
    elif session.widget("document") not in titles and last:
        session.set_widget("document", last[-1])
    return st.selectbox(
        say("document.choose"),
        list(titles),
        key="document",
        format_func=lambda identifier: titles.get(identifier, identifier),
        on_change=lambda: session.choose(None),
    )


def choose_mark() -> None:
    """Opens the excerpt of the mark that was clicked."""
    session.choose(session.widget("reader")["click"])


@st.cache_resource(show_spinner=False, max_entries=20)
def expressions(content: tuple[object, ...], _document: Document) -> list[Timex]:
    """All time expressions of a document, found once for each content."""
    return timexes(_document)


def mark_words(document: Document) -> None:
    """Takes the words that were chosen in the text."""
    start, end = (document.body + int(offset) for offset in session.widget("reader")["words"])
    session.mark((document.id, *whole_words(document.text, start, end)))


@st.fragment
def read(identifier: str) -> None:
    """The text beside the excerpt of the chosen event, and a list of its events."""
    document = session.documents()[identifier]
    told = filters.apply(session.found(), Filter(documents=(identifier,)))
    events = sorted(session.records(told.table), key=lambda event: event["excerpt_start"])
    text, panel = st.columns([3, 2], gap="medium")
    with text:
        read_as = expressions((document.id, document.sha256, document.published), document)
        reader(
            document,
            events,
            session.chosen(),
            key="reader",
            on_click=choose_mark,
            on_words=lambda: mark_words(document),
            expressions=read_as,
            searched=session.shown().text,
        )
        words_panel(document)
        if events:
            table_panel(told, OF_ONE)
    with panel:
        marked = session.marked()
        if marked and marked[0] == identifier:
            by_hand_panel(document, *marked[1:])
        else:
            excerpt_panel([event["id"] for event in events], "document")


style.apply()
reading = intake_panel()
if session.documents():
    chosen = choose_document()
    document_panel(session.documents()[chosen])
    link_note()
    read(chosen)
    kept()
elif not reading:
    empty.no_documents()
