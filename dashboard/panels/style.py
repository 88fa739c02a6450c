"""The style sheet of the pages; what Streamlit's theme does not tell a style sheet is told here."""

from pathlib import Path

import streamlit as st

from dashboard import timeline
from dashboard.theme import THEMES

SHEETS = Path(__file__).with_name("style.css"), Path(timeline.__file__).with_name("timeline.css")
SHEET = "".join(sheet.read_text("utf-8") for sheet in SHEETS)
"""That of the chart stands here, where it is sent once: a component sends its own again with each of its messages."""


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
