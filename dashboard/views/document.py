"""A document as it was read, its dated events marked, the chosen one in sight."""

import streamlit as st

from dashboard import session
from dashboard.panels import empty, style
from dashboard.panels.excerpt import excerpt_panel
from dashboard.panels.link import link_note
from dashboard.reader import reader


def choose_document() -> str:
    """The id of the document to read: that of the chosen event, until another one is picked."""
    documents = session.documents()
    event = session.events().get(session.chosen() or "")
    if event:
        session.set_widget("document", event.document)
    return st.selectbox(
        "Document",
        list(documents),
        key="document",
        format_func=lambda identifier: documents[identifier].title or identifier,
        on_change=lambda: session.choose(None),
    )


def choose_mark() -> None:
    """Opens the excerpt of the mark that was clicked."""
    session.choose(session.widget("reader")["click"])


@st.fragment
def read(identifier: str) -> None:
    """The text beside the excerpt of the chosen event."""
    document = session.documents()[identifier]
    events = sorted(session.events_of(document), key=lambda event: event.excerpt.start)
    text, panel = st.columns([3, 2], gap="medium")
    with text:
        reader(document, events, session.chosen(), key="reader", on_click=choose_mark)
    with panel:
        excerpt_panel([event.id for event in events], reader=True)


style.apply()
if session.documents():
    chosen = choose_document()
    link_note()
    read(chosen)
else:
    empty.no_documents()
