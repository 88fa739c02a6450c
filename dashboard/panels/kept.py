"""A quiet line where nothing is kept, with the way out: the library as a file."""

import streamlit as st

from dashboard import session, shelf

NAME = "library.db"


def kept() -> None:
    """Draws it where the library goes when the server ends; where it stays, says where it is."""
    if not session.opened().passing:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="kept"):
        st.html(
            '<p class="hint">Nothing is kept here: what you add and decide goes when the dashboard ends. '
            f"To keep it, take it along and open it with <code>dateline serve --library {NAME}</code>.</p>",
            width="stretch",
        )
        st.download_button(
            "Take the library along", shelf.taken_along, file_name=NAME, key="take-library", on_click="ignore", type="tertiary"
        )
