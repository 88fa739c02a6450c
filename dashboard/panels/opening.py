"""What stands in the place of a page while the documents are read with which the server starts."""

import streamlit as st

from dashboard import shelf
from dashboard.panels import style
from dashboard.words import say


def opening() -> None:
    """Draws how far they are, until they are there."""
    style.apply()
    with st.container(key="opening", border=True):
        _watch()


@st.fragment(run_every=0.5)
def _watch() -> None:
    if shelf.ready():
        st.rerun()
    told = shelf.progress()
    if told.read < told.whole:
        st.progress(told.read / told.whole, text=say("reading.of", read=told.read, whole=told.whole))
    else:
        st.progress(1.0, text=say("gathering") if told.whole else say("reading"))
