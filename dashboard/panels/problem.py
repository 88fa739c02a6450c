"""What stands in the place of a page where the library cannot be used."""

from html import escape

import streamlit as st

from core.errors import DatelineError
from dashboard.panels import style
from dashboard.words import say


def problem(error: DatelineError) -> None:
    """Draws the error: what is wrong, and the way out."""
    style.apply()
    with st.container(key="empty", border=True):
        st.markdown(f"#### {say('empty.library')}")
        st.html(f'<p role="alert" class="problem">{escape(str(error))}</p>')
