"""Add a document: paste or upload it, and see its date, why that date, and how many events it tells."""

from html import escape

import streamlit as st

from core.absolute import absolute
from core.errors import DateError
from core.model import Document
from core.readers import ENDINGS
from core.when import When
from dashboard import session
from dashboard.filters import Filter
from dashboard.panels import style
from dashboard.panels.document import described
from dashboard.panels.kept import kept
from dashboard.upload import first_line, received

BETTER = "“The 9th” and “last week” count from the day of writing: if you know it better, set it on the page “Documents”."

LISTED = 30
"""Documents named on the page."""


def ask() -> None:
    """The form; what it says is taken by `take` when it is sent."""
    with st.form("add", border=True):
        st.text_area("Paste the text", key="add-text", height=220, placeholder="The whole article, its dateline included if it has one")
        st.file_uploader("Or upload files", key="add-files", type=[ending.lstrip(".") for ending in ENDINGS], accept_multiple_files=True)
        title, published = st.columns(2)
        title.text_input("Title", key="add-title", placeholder="of the pasted text", max_chars=300)
        published.text_input(
            "Published on",
            key="add-published",
            placeholder="12 October 2021, or leave it empty",
            help="“Yesterday” and “on the 9th” count from it. Left empty, it is read from the document or inferred, and the reason shown.",
        )
        st.form_submit_button("Find the events", type="primary", on_click=take, icon=":material/search:")


def take() -> None:
    """Reads what the form holds and puts it beside the other documents."""
    problems: list[str] = []
    added: list[str] = []
    try:
        for name, content, title in handed_over():
            documents, unread = received(name, content, title=title, published=published_on(), taken=session.documents())
            problems += unread
            for document in documents:
                if there := session.same(document):
                    problems.append(f"{document.title or document.id}: the same text is there already as '{there.title or there.id}'")
                    continue
                if unread := session.add(document):
                    problems += unread
                    continue
                added.append(document.id)
    except DateError as error:
        problems.append(str(error))
    if not added and not problems:
        problems.append("there is nothing to read yet: paste a text or choose a file")
    if added:
        session.set_widget("add-text", "")
    session.remember_added(added, problems)


def handed_over() -> list[tuple[str, bytes, str]]:
    """Name, content and given title of what was pasted and uploaded."""
    text, title = str(session.widget("add-text") or ""), str(session.widget("add-title") or "").strip()
    files = session.widget("add-files") or []
    title = title or first_line(text)
    name = title.replace("/", "-").replace("\\", "-") or "pasted text"
    pasted = [(f"{name}.txt", text.encode(), title)] if text.strip() else []
    return pasted + [(file.name, file.getvalue(), "") for file in files]


def published_on() -> When | None:
    """The date in the form. Raises DateError."""
    typed = str(session.widget("add-published") or "").strip()
    return absolute(typed) if typed else None


def outcome() -> None:
    """What came of the last sending: a line for each document, and the ways on."""
    added, problems = session.last_added()
    for problem in problems:
        st.html(f'<p role="alert" class="problem">{escape(problem)}</p>')
    documents = [session.documents()[identifier] for identifier in added if identifier in session.documents()]
    if not documents:
        return
    with st.container(key="added", border=True):
        for document in documents:
            st.html(described(document))
        if any(document.inferred or not document.published for document in documents):
            st.html(f'<p class="hint">{BETTER}</p>')
        st.button("See them on the timeline", key="see-added", on_click=see, args=(documents,), type="primary", icon=":material/timeline:")
    if session.widget("see-added"):
        st.switch_page("dashboard/views/timeline.py", query_params=session.link())


def see(documents: list[Document]) -> None:
    """Shows the events of these documents alone."""
    session.choose(None)
    session.show(Filter(documents=tuple(document.id for document in documents)))


def shelf() -> None:
    """The documents that are there, and what could not be read or should be known of them."""
    documents = session.documents()
    st.subheader(f"{len(documents):,} {'document' if len(documents) == 1 else 'documents'}", anchor=False)
    for identifier in list(documents)[:LISTED]:
        st.html(described(documents[identifier]))
    if len(documents) > LISTED:
        st.html(f'<p class="hint">and {len(documents) - LISTED:,} more, on the page “Documents”</p>')
    for problem in session.opened().problems:
        st.html(f'<p role="alert" class="problem">{escape(problem)}</p>')
    for note in session.opened().notes:
        st.html(f'<p class="hint">{escape(note)}</p>')


style.apply()
with st.container(key="page"):
    st.title("Add a document", anchor=False)
    ask()
    outcome()
    shelf()
    kept()
