"""The style sheet of the pages; what Streamlit's theme does not tell a style sheet is told here."""

from pathlib import Path

import streamlit as st

from dashboard import session
from dashboard.theme import THEMES

SHEET = Path(__file__).with_name("style.css").read_text("utf-8")


def apply() -> None:
    """Puts the style sheet into the page."""
    st.html(f"<style>:root {{ --dateline-background: {THEMES[session.theme()].background}; }}\n{SHEET}</style>")
