"""The style sheet of the pages; what Streamlit's theme does not tell a style sheet is told here."""

from pathlib import Path

import streamlit as st

from dashboard.theme import THEMES

SHEET = Path(__file__).with_name("style.css").read_text("utf-8")


def apply() -> None:
    """Puts the style sheet into the page; the browser takes the colours of its theme, which the server knows only after the first run."""
    light, dark = THEMES["light"], THEMES["dark"]
    told = {
        "background": (light.background, dark.background),
        "on-primary": (light.on_primary, dark.on_primary),
        "bar": (light.lane(0), dark.lane(0)),
    }
    variables = " ".join(f"--dateline-{name}: light-dark({', '.join(colours)});" for name, colours in told.items())
    st.html(f"<style>:root {{ {variables} }}\n{SHEET}</style>")
