"""The documents in whose text the words of the search stand, beside the events that have them."""

from html import escape

import streamlit as st

from dashboard import finding, session
from dashboard.words import say

READ = "dashboard/views/document.py"
MOST = 20
"""Documents named; the best come first."""


def found_panel() -> None:
    """Draws, folded, where the words that are searched for stand in the documents; nothing where no document has them."""
    searched = session.shown().text
    if not searched.strip():
        return
    hits = session.search(searched, MOST + 1)
    if not hits:
        return
    label = say("found.more", count=MOST) if len(hits) > MOST else say("found", count=len(hits))
    with st.expander(label, icon=":material/article:", key="found"):
        for number, identifier in enumerate(hits[:MOST]):
            document = session.documents()[identifier]
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(
                    f'<p class="document"><strong><bdi>{escape(document.title or identifier)}</bdi></strong> '
                    f"<small>{escape(document.publisher or '')}</small><br>"
                    f'<bdi class="snippet">{finding.snippet(document.text, searched, document.body)}</bdi></p>',
                    width="stretch",
                )
                if st.button(say("found.read"), key=f"found-{number}", icon=":material/article:"):
                    session.choose(None)
                    session.set_widget("document", identifier)
                    st.switch_page(READ, query_params=session.link())
