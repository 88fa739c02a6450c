"""What has no place in time, folded beneath the events: it stands there whatever the filters leave."""

from html import escape

import streamlit as st

from core.model import Document
from core.timex import timexes
from dashboard import session
from dashboard.unplaced import Unplaced, listed, unplaced
from dashboard.words import say

READ = "dashboard/views/document.py"
MOST = 40
"""Documents that are looked through at once, the latest; of more the list is made when it is unfolded."""
LONGEST = 300_000
"""Characters that are looked through unasked, in a fraction of a second; of longer documents the list is made when it is unfolded, too."""
ENTRIES = 20
"""Expressions shown of a document."""


@st.cache_resource(show_spinner=False, max_entries=10 * MOST)
def _unplaced(content: tuple[object, ...], _document: Document) -> list[Unplaced]:
    """What of a document has no place, found once for each content."""
    return unplaced(_document, timexes(_document))


def unplaced_panel() -> None:
    """Draws the time expressions that could not be placed, by document; nothing where all have their place."""
    shown = session.shown()
    there = session.documents()
    every = [identifier for identifier in shown.documents if identifier in there] if shown.documents else list(there)
    chosen = every[-MOST:]
    many = len(every) > MOST or sum(len(there[identifier].text) for identifier in chosen) > LONGEST
    found = {} if many else _found(chosen, shown.text)
    if not found and not many:
        return
    count = sum(map(len, found.values()))
    label = say("unplaced") if many else say("unplaced.count", count=count)
    unfolded = st.expander(label, icon=":material/event_busy:", key="unplaced", on_change="rerun")
    with unfolded:
        if many and unfolded.open:
            found = _found(chosen, shown.text)
        st.html(f'<p class="hint">{say("unplaced.about")}</p>')
        if len(every) > MOST:
            st.html(f'<p class="hint">{say("unplaced.latest", count=MOST)}</p>')
        for number, (identifier, each) in enumerate(found.items()):
            _document(number, identifier, each)


def _found(documents: list[str], searched: str) -> dict[str, list[Unplaced]]:
    """What has no place in each of the documents, as far as its sentence has the words that are searched for."""
    wanted = searched.casefold().split()
    found = {}
    for identifier in documents:
        document = session.documents()[identifier]
        here = [
            each
            for each in _unplaced((document.id, document.sha256, document.published), document)
            if all(word in document.text[slice(*each.sentence)].casefold() for word in wanted)
        ]
        if here:
            found[identifier] = here
    return found


def _document(number: int, identifier: str, found: list[Unplaced]) -> None:
    document = session.documents()[identifier]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<h3 class="document"><bdi>{escape(document.title or identifier)}</bdi></h3>', width="stretch")
        if st.button(say("found.read"), key=f"unplaced-{number}", icon=":material/article:", type="tertiary"):
            session.choose(None)
            session.set_widget("document", identifier)
            st.switch_page(READ, query_params=session.link())
    st.html(listed(document, found[:ENTRIES]))
    if len(found) > ENTRIES:
        st.html(f'<p class="hint">{say("more", count=len(found) - ENTRIES)}</p>')
