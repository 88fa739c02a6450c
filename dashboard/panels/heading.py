"""The name of the page, as its heading: for who listens to it, and on a phone, where the navigation is folded, for all."""

from html import escape

import streamlit as st


def heading(name: str) -> None:
    """Draws the heading; a desk does not show it, for there the navigation tells the page."""
    with st.container(key="heading"):
        st.html(f"<h1>{escape(name)}</h1>")
