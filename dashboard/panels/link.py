"""A quiet line about what of a link leads to nothing: nothing that was asked for is passed over without a word."""

from html import escape

import streamlit as st

from dashboard import session
from dashboard.words import say

MOST = 4
LONGEST = 80
"""Values named, and characters shown of each."""


def link_note() -> None:
    """Draws the line where there is something to say."""
    left_out = session.unusable()
    if not left_out:
        return
    named = [f"<code>{escape(each if len(each) <= LONGEST else each[:LONGEST] + '…')}</code>" for each in left_out[:MOST]]
    rest = len(left_out) - MOST
    told = say("link.unusable.more" if rest > 0 else "link.unusable", named=", ".join(named), count=rest)
    with st.container(key="link-note"):
        st.html(f'<p role="status" class="hint">{told}</p>')
