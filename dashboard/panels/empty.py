"""What stands where there is nothing to show: why, and what to do."""

from html import escape

import streamlit as st

from dashboard import session
from dashboard.intake import Handed
from dashboard.shelf import SEEDS

ADD = "dashboard/views/add.py"


def no_documents() -> None:
    """There is nothing to read yet."""
    with st.container(key="empty", border=True):
        st.markdown("#### No documents yet")
        st.markdown("Paste an article or upload files, and their dated events appear here. Or look at four sample articles first.")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(ADD, label="Add documents", icon=":material/add:")
            st.button("Take the samples", key="take-samples", on_click=_samples, icon=":material/auto_stories:")
        if not session.opened().passing:
            st.html(f'<p class="hint">What you add is kept in {escape(str(session.opened().library.path))}</p>')


def _samples() -> None:
    session.take_in([Handed(file.name, file.read_bytes()) for file in sorted(SEEDS.iterdir())], None)


def no_events() -> None:
    """There are documents, but nothing in them is dated."""
    with st.container(key="empty", border=True):
        st.markdown("#### No dated events")
        st.markdown(
            "None of the documents names a date that can be placed on a calendar. If one counts from the day when it was written "
            "(*yesterday*, *on the 9th*), add it again with its publication date."
        )
        st.page_link(ADD, label="Add documents", icon=":material/add:")


def nothing_left() -> None:
    """The filters let nothing through."""
    with st.container(key="empty", border=True):
        st.markdown("#### No event passes the filters")
        whole = len(session.table())
        if session.shown().upside_down:
            st.markdown("The stretch of time ends before it begins: **From** must not lie after **To**.")
        st.markdown(f"Take one of them away, or clear them all to see the {whole:,} events again.")
