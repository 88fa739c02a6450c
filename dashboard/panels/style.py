"""The style sheet of the pages; what Streamlit's theme does not tell a style sheet is told here."""

from pathlib import Path

import streamlit as st

from dashboard import session
from dashboard.theme import THEMES

SHEET = Path(__file__).with_name("style.css").read_text("utf-8")


def apply() -> None:
    """Puts the style sheet into the page."""
    theme = THEMES[session.theme()]
    told = {"background": theme.background, "on-primary": theme.on_primary, "bar": theme.lane(0)}
    variables = " ".join(f"--dateline-{name}: {value};" for name, value in told.items())
    st.html(f"<style>:root {{ {variables} }}\n{SHEET}</style>")
