"""What stands where there is nothing to show: why, and what to do."""

import streamlit as st

from dashboard import session

ADD = "dashboard/views/add.py"


def no_documents() -> None:
    """There is nothing to read yet."""
    with st.container(key="empty", border=True):
        st.markdown("#### No documents yet")
        st.markdown("Add an article, and its dated events appear here. Or start the dashboard on your own: `dateline serve FOLDER`.")
        st.page_link(ADD, label="Add a document", icon=":material/add:")


def no_events() -> None:
    """There are documents, but nothing in them is dated."""
    with st.container(key="empty", border=True):
        st.markdown("#### No dated events")
        st.markdown(
            "None of the documents names a date that can be placed on a calendar. If one counts from the day when it was written "
            "(*yesterday*, *on the 9th*), add it again with its publication date."
        )
        st.page_link(ADD, label="Add a document", icon=":material/add:")


def nothing_left() -> None:
    """The filters let nothing through."""
    with st.container(key="empty", border=True):
        st.markdown("#### No event passes the filters")
        whole = len(session.table())
        st.markdown(f"Take one of them away, or clear them all to see the {whole:,} events again.")
