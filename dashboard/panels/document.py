"""What is known of a document, and what can be changed of it: its date, and whether it is there."""

import hashlib
from html import escape

import streamlit as st

from core.absolute import absolute
from core.errors import DateError
from core.model import Document
from dashboard import excerpt, session, words
from dashboard.words import say


def described(document: Document) -> str:
    """A document in a few words: title, publisher, number of events, date and why."""
    found = session.count_of(document.id)
    counted = say("event-count", count=found) if found else say("document.no-events")
    title = f"<strong>{escape(document.title or document.id)}</strong>"
    if address := excerpt.link(document.url):
        title = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    published = document.published
    date = f"{words.in_words(published)} ({published.edtf})" if published else say("document.undated")
    told = say("document.published", counted=counted, date=date)
    if document.published_source:
        told = say("document.published.why", counted=counted, date=date, why=words.source(document.published_source))
    return f'<p class="document">{title} <small>{escape(document.publisher or "")}</small><br>{escape(told)}</p>'


def document_panel(document: Document) -> None:
    """Draws what is known of it, with its date to be changed and a button that takes away what was added."""
    with st.container(horizontal=True, vertical_alignment="top", key="about-document"):
        st.html(described(document), width="stretch")
        _date(document)
        _remove(document)


def _remove(document: Document) -> None:
    """A button that asks once more before it takes the document away."""
    with st.popover(say("document.remove"), icon=":material/delete:", type="tertiary", key="remove-document"):
        st.markdown(say("document.remove.about"))
        st.button(say("document.remove.surely"), key="remove-surely", on_click=session.remove, args=(document.id,), type="primary")


def _date(document: Document) -> None:
    """The date field; what is typed there holds, and to empty it brings back what the document says of itself."""
    key = f"published-{hashlib.sha256(document.id.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    known = words.in_words(document.published) if document.published else ""
    typed, problem = session.widget(key), ""
    if typed is None:
        session.set_widget(key, known)
    else:
        try:
            absolute(str(typed).strip() or known or "2000")
        except DateError as error:
            problem = str(error)
    with st.container(width=240, key="document-date"):
        st.text_input(say("document.date"), key=key, on_change=_redate, args=(document.id, key), placeholder=say("document.date.hint"))
        if problem:
            st.html(f'<p role="alert" class="problem">{escape(problem)}</p>')
        elif document.inferred or not document.published:
            st.html(f'<p class="hint">{say("document.better")}</p>')


def _redate(identifier: str, key: str) -> None:
    typed = str(session.widget(key) or "").strip()
    try:
        session.redate(identifier, absolute(typed) if typed else None)
    except DateError:
        return  # the field says so
    if not typed:
        session.set_widget(key, None)
