"""Add documents: paste or upload it, and see its date, why that date, and how many events it tells."""

from html import escape

import streamlit as st

from core.absolute import absolute
from core.errors import DateError
from core.readers import ENDINGS
from core.when import When
from dashboard import session
from dashboard.filters import Filter
from dashboard.intake import Handed
from dashboard.panels import style
from dashboard.panels.document import described
from dashboard.panels.intake import intake_panel, summary
from dashboard.panels.kept import kept
from dashboard.upload import addresses, first_line
from dashboard.words import say

LISTED = 30
"""Documents named on the page."""


def ask() -> None:
    """The form; what it says is taken by `take` when it is sent."""
    with st.form("add", border=True):
        st.text_area(say("add.paste"), key="add-text", height=220, placeholder=say("add.paste.hint"))
        files, folder = st.columns(2)
        files.file_uploader(say("add.files"), key="add-files", type=[*ENDINGS], accept_multiple_files=True)
        folder.file_uploader(say("add.folder"), key="add-folder", type=[*ENDINGS], accept_multiple_files="directory")
        most = st.get_option("server.maxUploadSize")
        st.html(f'<p class="hint">{say("add.kinds", endings=", ".join(ENDINGS), megabytes=most)}</p>')
        if session.fetching():
            st.text_area(say("add.addresses"), key="add-addresses", height=68, placeholder=say("add.addresses.hint"))
        title, published = st.columns(2)
        title.text_input(say("add.title"), key="add-title", placeholder=say("add.title.hint"), max_chars=300)
        published.text_input(
            say("add.published"),
            key="add-published",
            placeholder=say("add.published.hint"),
            help=say("add.published.help"),
        )
        st.form_submit_button(say("add.find"), type="primary", on_click=take, icon=":material/search:")


def take() -> None:
    """Puts what the form holds into the library; long work goes on while the page shows how far it is."""
    try:
        published, files = published_on(), handed_over()
    except DateError as error:
        session.complain(str(error))
        return
    if not files:
        session.complain(say("add.nothing"))
        return
    for field in ("add-text", "add-addresses", "add-title", "add-published"):
        session.set_widget(field, "")  # the next document must not get the date of this one
    session.take_in(files, published)


def handed_over() -> list[Handed]:
    """What was pasted, uploaded and named by its address."""
    text, title = str(session.widget("add-text") or ""), str(session.widget("add-title") or "").strip()
    title = title or first_line(text)
    name = title.replace("/", "-").replace("\\", "-") or say("add.pasted")
    pasted = [Handed(f"{name}.txt", text.encode(), title)] if text.strip() else []
    uploaded = [file for key in ("add-files", "add-folder") for file in session.widget(key) or []]
    named = addresses(str(session.widget("add-addresses") or "")) if session.fetching() else []
    return [
        *pasted,
        *(Handed(file.name, file.getvalue()) for file in uploaded),
        *(Handed(address, address=address) for address in named),
    ]


def published_on() -> When | None:
    """The date in the form. Raises DateError."""
    typed = str(session.widget("add-published") or "").strip()
    return absolute(typed) if typed else None


def outcome() -> None:
    """What came of the last sending: a line for each document, and the ways on."""
    intake = session.intake()
    problems = ([session.trouble()] if session.trouble() else []) + (intake.problems if intake else [])
    for problem in problems[:LISTED]:
        st.html(f'<p role="alert" class="problem">{escape(problem)}</p>')
    if len(problems) > LISTED:
        st.html(f'<p class="hint">{say("add.problems.more", count=len(problems) - LISTED)}</p>')
    if intake is None:
        return
    documents = [session.documents()[identifier] for identifier in intake.added[:LISTED] if identifier in session.documents()]
    if not documents:
        if intake.stopped:
            st.html(f'<p role="status"><strong>{summary(intake)}</strong></p>')
        return
    with st.container(key="added", border=True):
        if len(intake.added) > 1 or intake.stopped:
            st.html(f'<p role="status"><strong>{summary(intake)}</strong></p>')
        for document in documents:
            st.html(described(document))
        if len(intake.added) > LISTED:
            st.html(f'<p class="hint">{say("more", count=len(intake.added) - LISTED)}</p>')
        if any(document.inferred or not document.published for document in documents):
            st.html(f'<p class="hint">{say("add.better")}</p>')
        for note in intake.notes[:LISTED]:
            st.html(f'<p class="hint">{escape(note)}</p>')
        st.button(say("add.see"), key="see-added", on_click=see, args=(intake.added,), type="primary", icon=":material/timeline:")
    if session.widget("see-added"):
        st.switch_page("dashboard/views/timeline.py", query_params=session.link())


def see(documents: list[str]) -> None:
    """Shows the events of these documents alone; of so many that a link cannot name them, all events."""
    session.choose(None)
    session.show(Filter(documents=tuple(documents) if len(documents) <= LISTED else ()))


def shelf() -> None:
    """The documents that are there, and what could not be read or should be known of them."""
    documents = session.documents()
    if documents:
        st.subheader(say("document-count", count=len(documents)), anchor=False)
    for identifier in list(documents)[:LISTED]:
        st.html(described(documents[identifier]))
    if len(documents) > LISTED:
        st.html(f'<p class="hint">{say("add.more-documents", count=len(documents) - LISTED)}</p>')
    for problem in session.opened().problems:
        st.html(f'<p role="alert" class="problem">{escape(problem)}</p>')
    for note in session.opened().notes:
        st.html(f'<p class="hint">{escape(note)}</p>')


style.apply()
with st.container(key="page"):
    ask()
    if not intake_panel(tell=False):
        outcome()
    shelf()
    kept()
