"""A quiet line about what of a link could not be used: nothing that was asked for is passed over without a word."""

from html import escape

import streamlit as st

from dashboard import session

MOST = 4
LONGEST = 80
"""Values named, and characters shown of each."""


def link_note() -> None:
    """Draws the line where there is something to say."""
    left_out = session.unusable()
    if not left_out:
        return
    named = [f"<code>{escape(each if len(each) <= LONGEST else each[:LONGEST] + '…')}</code>" for each in left_out[:MOST]]
    rest = f" and {len(left_out) - MOST:,} more" if len(left_out) > MOST else ""
    with st.container(key="link-note"):
        st.html(f'<p role="status" class="hint">Of this link, these could not be used: {", ".join(named)}{rest}.</p>')
