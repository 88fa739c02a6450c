"""Documents that are on their way in: how far they are, on whatever page one is, and a way to stop them."""

import streamlit as st

from dashboard import session
from dashboard.words import say


def intake_panel() -> bool:
    """Draws it where documents are being read, and tells whether they are."""
    intake = session.intake()
    if running := intake is not None and not intake.done:
        _watch()
    return running


@st.fragment(run_every=0.5)
def _watch() -> None:
    intake = session.intake()
    if intake is None or intake.done:
        st.rerun()
    with st.container(key="intake", border=True):
        counted = {"read": intake.read, "whole": intake.whole, "events": intake.events}
        st.progress(intake.share, text=say("add.reading.of" if intake.whole else "add.reading", **counted))
        st.button(say("add.stop"), key="intake-stop", on_click=intake.stop, help=say("add.stop.help"))
