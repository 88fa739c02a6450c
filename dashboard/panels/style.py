"""The style sheet of the pages, in the colours of Streamlit's theme."""

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).with_name("style.css")


def apply() -> None:
    """Puts the style sheet into the page."""
    st.html(SHEET)
