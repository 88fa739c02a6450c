"""Add documents: paste or upload it, and see its date, why that date, and how many events it tells."""

from html import escape

import streamlit as st

from core.absolute import absolute
from core.errors import DateError
from core.readers import ENDINGS
from core.when import When
from dashboard import session
from dashboard.filters import Filter
from dashboard.intake import Handed, Intake
from dashboard.panels import style
from dashboard.panels.document import described
from dashboard.panels.kept import kept
from dashboard.upload import first_line

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
    """Puts what the form holds into the library; long work goes on while the page shows how far it is."""
    try:
        published, files = published_on(), handed_over()
    except DateError as error:
        session.complain(str(error))
        return
    if not files:
        session.complain("there is nothing to read yet: paste a text or choose a file")
        return
    for field in ("add-text", "add-title", "add-published"):
        session.set_widget(field, "")  # the next document must not get the date of this one
    session.take_in(files, published)


def handed_over() -> list[Handed]:
    """What was pasted and uploaded."""
    text, title = str(session.widget("add-text") or ""), str(session.widget("add-title") or "").strip()
    title = title or first_line(text)
    name = title.replace("/", "-").replace("\\", "-") or "pasted text"
    pasted = [Handed(f"{name}.txt", text.encode(), title)] if text.strip() else []
    return pasted + [Handed(file.name, file.getvalue()) for file in session.widget("add-files") or []]


def published_on() -> When | None:
    """The date in the form. Raises DateError."""
    typed = str(session.widget("add-published") or "").strip()
    return absolute(typed) if typed else None


@st.fragment(run_every=0.5)
def watch() -> None:
    """How far the documents are that are being read, and a way to stop."""
    intake = session.intake()
    if intake is None or intake.done:
        st.rerun()
    with st.container(key="intake", border=True):
        whole = f" of {intake.whole:,}" if intake.whole else ""
        st.progress(intake.share, text=f"Reading: {intake.read:,}{whole} documents, {intake.events:,} events so far")
        st.button("Stop", key="intake-stop", on_click=intake.stop, help="What is in stays; the rest is left.")


def outcome() -> None:
    """What came of the last sending: a line for each document, and the ways on."""
    intake = session.intake()
    problems = ([session.trouble()] if session.trouble() else []) + (intake.problems if intake else [])
    for problem in problems[:LISTED]:
        st.html(f'<p role="alert" class="problem">{escape(problem)}</p>')
    if len(problems) > LISTED:
        st.html(f'<p class="hint">and {len(problems) - LISTED:,} more like these</p>')
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
            st.html(f'<p class="hint">and {len(intake.added) - LISTED:,} more</p>')
        if any(document.inferred or not document.published for document in documents):
            st.html(f'<p class="hint">{BETTER}</p>')
        for note in intake.notes[:LISTED]:
            st.html(f'<p class="hint">{escape(note)}</p>')
        st.button(
            "See them on the timeline", key="see-added", on_click=see, args=(intake.added,), type="primary", icon=":material/timeline:"
        )
    if session.widget("see-added"):
        st.switch_page("dashboard/views/timeline.py", query_params=session.link())


def summary(intake: Intake) -> str:
    """What was added, in a line."""
    whole = f" of {intake.whole:,}" if intake.stopped and intake.whole else ""
    stopped = "Stopped: " if intake.stopped else ""
    left = f", {len(intake.problems):,} left out" if intake.problems else ""
    return f"{stopped}{len(intake.added):,}{whole} documents with {intake.events:,} events are in{left}"


def see(documents: list[str]) -> None:
    """Shows the events of these documents alone; of so many that a link cannot name them, all events."""
    session.choose(None)
    session.show(Filter(documents=tuple(documents) if len(documents) <= LISTED else ()))


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
    st.title("Add documents", anchor=False)
    ask()
    if (reading := session.intake()) and not reading.done:
        watch()
    else:
        outcome()
    shelf()
    kept()
