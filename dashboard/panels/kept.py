"""A quiet line where nothing is kept, with the way out: the library as a file."""

import streamlit as st

from dashboard import session, shelf
from dashboard.words import say

NAME = "library.db"
COMMAND = f"dateline serve --library {NAME}"


def kept() -> None:
    """Draws it where the library goes when the server ends; where it stays, says where it is."""
    if not session.opened().passing:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="kept"):
        st.html(
            f'<p class="hint">{say("kept.about", command=f"<code>{COMMAND}</code>")}</p>',
            width="stretch",
        )
        st.download_button(say("kept.take"), shelf.taken_along, file_name=NAME, key="take-library", on_click="ignore", type="tertiary")
