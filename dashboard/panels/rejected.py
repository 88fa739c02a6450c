"""The events that were rejected: they stand on no other page."""

from html import escape

import streamlit as st

from core.library import Decision
from core.table import when
from dashboard import session
from dashboard.words import say

SHOWN = 200
"""Events listed."""


def rejected_panel() -> None:
    """Draws them in order of time, each to be opened, or to be looked at again."""
    rejected = session.rejected()[:SHOWN]
    with st.container(key="rejected"):
        if not rejected:
            st.html(f'<p class="hint">{say("rejected.none")}</p>')
        for number, event in enumerate(rejected):
            with st.container(horizontal=True, vertical_alignment="center", key=f"rejected-{number}"):
                about = f"<strong>{escape(event['label'])}</strong> {escape(session.said(when(event)))}"
                st.html(f'<p class="entry" dir="auto">{about}<br><small>{escape(event["excerpt"])}</small></p>', width="stretch")
                decision = Decision("reopen", (event["id"],))
                st.button(say("rejected.reopen"), key=f"reopen-{number}", type="tertiary", on_click=session.decide, args=(decision,))
